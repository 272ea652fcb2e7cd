#include "view/words.hpp"

namespace view {

using model::FieldInfo;
using model::RecordInfo;

std::string_view record_word(const base::Words& words, const RecordInfo& info) {
    return words("record." + std::string(info.name));
}

std::string_view field_word(const base::Words& words, const RecordInfo& info, const FieldInfo& field) {
    return words("field." + std::string(info.name) + "." + std::string(field.name));
}

std::string_view choice_word(const base::Words& words, const FieldInfo& field, std::uint8_t value) {
    return words("choice." + std::string(field.choices->name) + "." + std::string(field.choices->values[value]));
}

std::string title_or(const base::Words& words, std::string_view title, std::string_view key) {
    return std::string(title.empty() ? words(key) : title);
}

}  // namespace view
