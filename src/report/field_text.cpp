#include "report/field_text.hpp"

#include "analysis/personal.hpp"
#include "base/text.hpp"
#include "model/integrity.hpp"

namespace report {
namespace {
using base::Words;
using model::FieldInfo;
using model::Kind;
using model::Plan;
using model::RecordInfo;
using model::Row;

Cell number_cell(std::string digits, const Words& words, const FieldInfo& field) {
    if (field.has(model::kPercent)) return Percent{std::move(digits)};
    return Number{std::move(digits),
                  field.unit.empty() ? std::string() : std::string(words("unit." + std::string(field.unit)))};
}

std::string record_name(const Plan& plan, const Words& words, const RecordInfo* info, const model::Id& id) {
    const Row* row = info ? plan.table(info->type).find(id) : nullptr;
    if (!row) return {};
    // A goal is a whole sentence; where it has a name, the name is enough to tell it.
    std::string title =
        info->type == model::RecordType::Goal ? static_cast<const model::Goal&>(*row).name : std::string();
    if (title.empty()) title = model::title_of(*info, *row);
    static constexpr std::string_view stop = "。";
    if (title.ends_with(stop)) title.resize(title.size() - stop.size());
    return title.empty() ? std::string(words("record." + std::string(info->name))) : title;
}

std::string reference_text(const Plan& plan, const Words& words, const RecordInfo& info, const Row& row,
                           const FieldInfo& field) {
    const RecordInfo* target =
        field.has(model::kAnyRecord) ? model::any_record_target(info, row, field) : &model::record(field.target);
    return record_name(plan, words, target, model::get_ref(row, field));
}

std::string references_text(const Plan& plan, const Words& words, const Row& row, const FieldInfo& field) {
    std::vector<std::string> names;
    for (const model::Id& id : model::get_refs(row, field))
        names.push_back(record_name(plan, words, &model::record(field.target), id));
    return base::join(names, words("report.enumeration"));
}

std::string moment_text(const Words& words, base::Moment moment) {
    const std::string iso = moment.iso();
    const std::size_t at = std::min(iso.find('T'), iso.size());
    return date_text(words, moment.date()) + " " + iso.substr(std::min(at + 1, iso.size()));
}

Cell value_of(const Plan& plan, const Words& words, const RecordInfo& info, const Row& row, const FieldInfo& field) {
    using model::get;
    switch (field.kind) {
        case Kind::Text:
            return get<std::string>(row, field);
        case Kind::Texts:
            return base::join(get<std::vector<std::string>>(row, field), words("report.enumeration"));
        case Kind::Date:
            return get<base::Date>(row, field);
        case Kind::Moment:
            return moment_text(words, get<base::Moment>(row, field));
        case Kind::Integer:
            return number_cell(std::to_string(*get<std::optional<std::int64_t>>(row, field)), words, field);
        case Kind::Decimal:
            return number_cell(get<std::optional<base::Decimal>>(row, field)->text(), words, field);
        case Kind::Money:
            return money_cell(words, *get<std::optional<base::Money>>(row, field));
        case Kind::Flag:
            return std::string(words("report.yes"));
        case Kind::Choice:
            return State{choice_text(words, *field.choices, model::get_choice(row, field))};
        case Kind::Ref:
            return reference_text(plan, words, info, row, field);
        case Kind::Refs:
            return references_text(plan, words, row, field);
    }
    return {};
}

// As it may be handed out: printable, personal data masked.
std::string released(const FieldInfo& field, std::string_view written) {
    const std::string text = printable(written);
    if (field.has(model::kPersonal)) return mask_contact(text);
    const bool is_written = field.kind == Kind::Text || field.kind == Kind::Texts;
    if (!is_written && field.kind != Kind::Ref && field.kind != Kind::Refs) return text;
    // The public is meant to call this number.
    const bool is_public = &field == &model::field_of<&model::Account::complaint_channel>();
    return is_public ? text : plain_text(text);
}
}  // namespace

Cell field_cell(const Plan& plan, const Words& words, const RecordInfo& info, const Row& row, const FieldInfo& field) {
    if (field.kind != Kind::Choice && model::is_empty(row, field)) return {};
    Cell cell = value_of(plan, words, info, row, field);
    if (auto* text = std::get_if<std::string>(&cell)) *text = released(field, *text);
    return cell;
}

std::string field_text(const Plan& plan, const Words& words, const RecordInfo& info, const Row& row,
                       const FieldInfo& field) {
    const Cell cell = field_cell(plan, words, info, row, field);
    if (const auto* date = std::get_if<base::Date>(&cell)) return date_text(words, *date);
    return cell_text(cell);
}

std::string field_label(const Words& words, const RecordInfo& info, const FieldInfo& field) {
    return std::string(words("field." + std::string(info.name) + "." + std::string(field.name)));
}

std::string choice_text(const Words& words, const model::Choices& choices, std::uint8_t value) {
    if (value >= choices.values.size()) return {};
    const std::string_view name = choices.values[value];
    if (name == "none" || name == "unset") return {};
    return std::string(words("choice." + std::string(choices.name) + "." + std::string(name)));
}

std::string date_text(const Words& words, base::Date date) {
    if (date.empty()) return {};
    return is_chinese(words("report.language")) ? date.chinese() : date.iso();
}

Cell money_cell(const Words& words, base::Money money) {
    return Number{money.yuan(), std::string(words("unit.yuan")), true};
}

std::string plain_text(std::string_view text) {
    return analysis::mask_personal(printable(text));
}

std::string mask_contact(std::string_view text) {
    if (const std::size_t at = text.find('@'); at != std::string_view::npos && at > 0) {
        std::size_t first = 0;
        base::next_code_point(text, first);
        return std::string(text.substr(0, first)) + "***" + std::string(text.substr(at));
    }
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    if (digits.size() >= 9) return digits.substr(0, 3) + "****" + digits.substr(digits.size() - 4);
    std::size_t first = 0;
    if (!text.empty()) base::next_code_point(text, first);
    return std::string(text.substr(0, first)) + "****";
}

}  // namespace report
