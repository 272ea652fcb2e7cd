// sheet/typed.hpp: what people type or paste, turned into values: days, times, numbers, words of choices.
#pragma once

#include <optional>
#include <string_view>

#include "base/date_reading.hpp"
#include "base/words.hpp"
#include "model/plan.hpp"
#include "model/value.hpp"

namespace sheet {

// The plan's period and working days for reading days in it; the plan must outlive it.
base::DateContext days_of(const model::Plan& plan, base::Date today);

struct Typing {
    const base::Words& words;
    base::DateContext days;
};

// A text as the value of a field, monostate if it is blank; nothing: not understood. Days as base::read_date, numbers
// as base::read_number, with ¥, a unit or what is counted, in hours where minutes are asked, and levels of five by
// their words; choices and flags by their words, lists as list_entries. References are looked up by whoever has the
// plan (sheet/table_paste.hpp). Whether the value is within the field's limits is asked elsewhere (model::set_value).
std::optional<model::Value> parse_value(const model::FieldInfo& field, std::string_view text, const Typing& typing);

// One entry a line; in a single line, between 、 and ； outside of brackets and quotes.
std::vector<std::string> list_entries(std::string_view text);

// Words key of what to say about a text that is no value of the field.
std::string_view invalid_words(const model::FieldInfo& field, std::string_view text, const Typing& typing);
std::string_view invalid_words(base::DateFault fault);

}  // namespace sheet
