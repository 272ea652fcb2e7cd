// report/field_text.hpp: what a field says to a reader: dates, money, choices, names of other records; personal data
// masked.
#pragma once

#include "base/words.hpp"
#include "model/plan.hpp"
#include "report/document.hpp"

namespace report {

// "" if the field is empty, or holds a choice that means "not said". Numbers carry their unit. Printable.
std::string field_text(const model::Plan& plan, const base::Words& words, const model::RecordInfo& info,
                       const model::Row& row, const model::FieldInfo& field);

// The same as a cell of a table: numbers, days and states as such.
Cell field_cell(const model::Plan& plan, const base::Words& words, const model::RecordInfo& info, const model::Row& row,
                const model::FieldInfo& field);

std::string field_label(const base::Words& words, const model::RecordInfo& info, const model::FieldInfo& field);
std::string choice_text(const base::Words& words, const model::Choices& choices, std::uint8_t value);
template <class E> std::string choice_text(const base::Words& words, E value) {
    return choice_text(words, model::ChoicesOf<E>::choices, static_cast<std::uint8_t>(value));
}

std::string date_text(const base::Words& words, base::Date date);
Cell money_cell(const base::Words& words, base::Money money);  // 8,000.00 元

// What is written in a personal field. A phone number keeps its first three and last four digits (138****5678), a mail
// address its first character and its domain, anything else its first character.
std::string mask_contact(std::string_view text);

// Free text as it may leave the plan: printable, personal data in it masked.
std::string plain_text(std::string_view text);

}  // namespace report
