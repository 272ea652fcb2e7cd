#include "ui/screen.hpp"

namespace ui {

using model::FieldInfo;
using model::RecordInfo;

std::string_view record_word(const Ui& ui, const RecordInfo& info) {
    return ui.words("record." + std::string(info.name));
}

std::string_view field_word(const Ui& ui, const RecordInfo& info, const FieldInfo& field) {
    return ui.words("field." + std::string(info.name) + "." + std::string(field.name));
}

std::string_view choice_word(const Ui& ui, const FieldInfo& field, std::uint8_t value) {
    return ui.words("choice." + std::string(field.choices->name) + "." + std::string(field.choices->values[value]));
}

}  // namespace ui
