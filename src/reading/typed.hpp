// reading/typed.hpp: what people type or paste, or what a file says, turned into values: days, times, numbers, words of
// choices. One reader for fields, paste and importers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date_reading.hpp"
#include "base/words.hpp"
#include "model/plan.hpp"
#include "model/value.hpp"

namespace reading {

struct Typing {
    const base::Words& words;
    base::DateContext days;
};

// A text as the value of a field, monostate if it is blank; nothing: not understood. Days as base::read_date, numbers
// as base::read_number, with ¥, a unit or what is counted, in hours where minutes are asked, and levels of five by
// their words; choices and flags by their words, lists as list_entries. References are looked up by whoever has the
// plan (app/table_paste.hpp). Whether the value is within the field's limits is asked elsewhere (model::set_value).
std::optional<model::Value> parse_value(const model::FieldInfo& field, std::string_view text, const Typing& typing);

// What a text says of a row: mostly one field; where the record has places for it, several: a date in words beside the
// empty day, a target with its comparison, upper end and unit, a headcount with its bounds.
struct FieldValue {
    const model::FieldInfo* field;
    model::Value value;
};
struct Entry {
    std::vector<FieldValue> values;
};

// Nothing: not understood. A field without such places is read as parse_value does.
std::optional<Entry> read_entry(const model::RecordInfo& info, const model::FieldInfo& field, std::string_view text,
                                const Typing& typing);

// All of it, or nothing: then the row, which is not in a table yet, is as it was. Errors as model::set_value.
[[nodiscard]] base::Status set_entry(model::Row& row, const Entry& entry);

// The field that holds the date in words: 6月底 beside the day; null if there is none.
const model::FieldInfo* words_beside(const model::RecordInfo& info, const model::FieldInfo& date);

// One entry a line; in a single line, between 、 and ； outside of brackets and quotes.
std::vector<std::string> list_entries(std::string_view text);

// Words key of what to say about a text that is no value of the field.
std::string_view invalid_words(const model::FieldInfo& field, std::string_view text, const Typing& typing);
std::string_view invalid_words(base::DateFault fault);

}  // namespace reading
