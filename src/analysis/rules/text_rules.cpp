// What can be left over or out of place in any text of the plan.
#include "analysis/personal.hpp"
#include "analysis/placeholder.hpp"
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::FieldInfo;
using model::Kind;
using model::RecordInfo;
using model::RecordType;
using model::Row;

// Calls found(info, row, field, text) for every text that people write.
template <class Found> void for_texts(const CheckContext& context, Found found) {
    for (const RecordInfo& info : model::records()) {
        for (const FieldInfo& field : info.fields) {
            if (field.has(model::kSystem) || (field.kind != Kind::Text && field.kind != Kind::Texts)) continue;
            for (const model::RowPtr& row : context.plan.table(info.type)) {
                if (field.kind == Kind::Text) {
                    found(info, *row, field, std::string_view(model::get<std::string>(*row, field)));
                } else {
                    for (const std::string& text : model::get<std::vector<std::string>>(*row, field))
                        found(info, *row, field, std::string_view(text));
                }
            }
        }
    }
}

// What a system check wrote into a finding quotes what it found; finding that again would never end.
bool quotes_check(const RecordInfo& info, const Row& row) {
    return info.type == RecordType::Finding && !static_cast<const model::Finding&>(row).rule.empty();
}

void placeholder_left(const CheckContext& context, Issues& issues) {
    const Row* last_row = nullptr;
    const FieldInfo* last_field = nullptr;
    for_texts(context, [&](const RecordInfo& info, const Row& row, const FieldInfo& field, std::string_view text) {
        if (info.type == RecordType::Comment || quotes_check(info, row)) return;
        if (&row == last_row && &field == last_field) return;  // one issue a field is enough
        const std::string_view found = find_placeholder(text);
        if (found.empty()) return;
        last_row = &row;
        last_field = &field;
        issues.add(info, row, &field, {std::string(found)});
    });
}

constexpr Rule table[] = {
    {"TEXT-001", Severity::Warning, "", placeholder_left},
};
}  // namespace

std::span<const Rule> text_rules() {
    return table;
}

}  // namespace analysis
