// app/typed.hpp: what people type or paste, turned into values: days, times, numbers, words of choices.
#pragma once

#include <optional>
#include <string_view>

#include "base/callback.hpp"
#include "base/words.hpp"
#include "model/value.hpp"

namespace app {

using WorkdayCount = base::Callback<base::Date(base::Date, int)>;  // the day so many working days later

// Days as people type them: 2026-3-5, 2026/3/5, 2026.3.5, 20260305, 2026年3月5日, 3/5, 3-5, 3月5日 (of today's year),
// 今天, 明天, 昨天, +5, -3, +5工作日 (add_workdays). An empty text is an empty date.
std::optional<base::Date> parse_date(std::string_view text, base::Date today, const WorkdayCount& add_workdays);

struct Typing {
    const base::Words& words;
    base::Date today;
    WorkdayCount add_workdays;
};

// A text as the value of a field, monostate if it is blank; nothing: not understood. Numbers may have full-width
// digits, thousands commas, ¥ and their unit; one entry of a list per line; choices and flags by their words.
// References are looked up by whoever has the plan (app/table_paste.hpp). Whether the value is within the field's
// limits is asked elsewhere (model::set_value).
std::optional<model::Value> parse_value(const model::FieldInfo& field, std::string_view text, const Typing& typing);

// Words key of what to say about a text that is no value of the field.
std::string_view invalid_words(model::Kind kind);

}  // namespace app
