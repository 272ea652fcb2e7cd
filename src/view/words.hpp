// view/words.hpp: what records, fields and choices are called, from their descriptions: "field.task.owner" and the
// like.
#pragma once

#include "base/words.hpp"
#include "model/field.hpp"

namespace view {

std::string_view record_word(const base::Words& words, const model::RecordInfo& info);
std::string_view field_word(const base::Words& words, const model::RecordInfo& info, const model::FieldInfo& field);
std::string_view choice_word(const base::Words& words, const model::FieldInfo& field, std::uint8_t value);
// Of a choice that is known when this is written.
template <auto Member, class Choice> std::string_view choice_word(const base::Words& words, Choice value) {
    return choice_word(words, model::field_of<Member>(), static_cast<std::uint8_t>(value));
}
// A title, or that there is none.
std::string title_or(const base::Words& words, std::string_view title, std::string_view key = "row.untitled");

}  // namespace view
