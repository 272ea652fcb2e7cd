// What can be left over or out of place in any text of the plan.
#include "analysis/rules/rules.hpp"
#include "base/placeholder.hpp"

namespace analysis {
namespace {
using model::field_of;
using model::FieldInfo;
using model::RecordInfo;
using model::RecordType;
using model::Row;

// What a system check wrote into a finding quotes what it found; finding that again would never end.
bool quotes_check(const RecordInfo& info, const Row& row) {
    return info.type == RecordType::Finding && !static_cast<const model::Finding&>(row).rule.empty();
}

// Calls found(info, row, field, text) until it returns true for a field: one issue a field is enough.
template <class Found> void once_a_field(const CheckContext& context, Found found) {
    const Row* last_row = nullptr;
    const FieldInfo* last_field = nullptr;
    for_texts(context.plan, [&](const RecordInfo& info, const Row& row, const FieldInfo& field, std::string_view text) {
        if (&row == last_row && &field == last_field) return;
        if (!found(info, row, field, text)) return;
        last_row = &row;
        last_field = &field;
    });
}

// In posts and in what people ask, brackets are faces: [心].
bool may_hold_faces(const FieldInfo& field) {
    return &field == &field_of<&model::Publication::body>() || &field == &field_of<&model::Inquiry::question>();
}

void placeholder_left(const CheckContext& context, Issues& issues) {
    once_a_field(context, [&](const RecordInfo& info, const Row& row, const FieldInfo& field, std::string_view text) {
        if (info.type == RecordType::Comment || may_hold_faces(field) || quotes_check(info, row)) return false;
        const std::string_view found = base::find_placeholder(text);
        if (found.empty()) return false;
        issues.add(info, row, &field, {std::string(found)});
        return true;
    });
}

void example_name_left(const CheckContext& context, Issues& issues) {
    once_a_field(context, [&](const RecordInfo& info, const Row& row, const FieldInfo& field, std::string_view text) {
        if (quotes_check(info, row)) return false;
        const std::string_view found = base::find_example_name(text);
        if (found.empty()) return false;
        issues.add(info, row, &field, {std::string(found)});
        return true;
    });
}

// Fields that are there for a number to call.
bool is_for_phone(const FieldInfo& field) {
    return field.has(model::kPersonal) || &field == &field_of<&model::Account::complaint_channel>();
}

// Quoted only masked: an issue, a finding and a report must not spread what they warn of.
template <PersonalKind kind> void find_kind(const CheckContext& context, Issues& issues) {
    for (const PersonalPlace& place : context.personal())
        if (place.kind == kind && (kind != PersonalKind::MobileNumber || !is_for_phone(*place.field)))
            issues.add(*place.record, *place.row, place.field, {place.shown});
}

constexpr Rule table[] = {
    {"TEXT-001", Severity::Warning, "", placeholder_left},
    {"TEXT-002", Severity::Info, "", example_name_left},
    {"PRIV-001", Severity::Error, "", find_kind<PersonalKind::IdentityNumber>},
    {"PRIV-002", Severity::Warning, "", find_kind<PersonalKind::MobileNumber>},
    {"PRIV-003", Severity::Error, "", find_kind<PersonalKind::RecordNumber>},
    {"PRIV-004", Severity::Error, "", find_kind<PersonalKind::PatientName>},
};
}  // namespace

std::span<const Rule> text_rules() {
    return table;
}

}  // namespace analysis
