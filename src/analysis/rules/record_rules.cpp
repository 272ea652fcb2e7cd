// What can be wrong with any record, told from the descriptions of the fields.
#include <array>
#include <tuple>

#include "analysis/rules/rules.hpp"
#include "base/text.hpp"

namespace analysis {
namespace {
using model::field_of;
using model::FieldInfo;
using model::Kind;
using model::RecordInfo;
using model::RecordType;
using model::Row;

// Required fields whose absence has a rule of its own.
bool has_own_rule(const FieldInfo& field) {
    static const std::array own{&field_of<&model::Task::owner>(),           &field_of<&model::Task::start>(),
                                &field_of<&model::Task::finish>(),          &field_of<&model::RiskResponse::owner>(),
                                &field_of<&model::Monitoring::frequency>(), &field_of<&model::Milestone::date>(),
                                &field_of<&model::BudgetLine::amount>()};
    return std::ranges::find(own, &field) != own.end();
}

void required_empty(const CheckContext& context, Issues& issues) {
    for (const RecordInfo& info : model::records()) {
        for (const FieldInfo& field : info.fields) {
            if (!field.has(model::kRequired) || has_own_rule(field)) continue;
            for (const model::RowPtr& row : context.plan.table(info.type))
                if (model::is_empty(*row, field) ||
                    (field.kind == Kind::Text && base::is_blank(model::get<std::string>(*row, field))))
                    issues.add(info, *row, &field, {});
        }
    }
}

std::optional<Fix> prepared_today(const CheckContext& context, const Issue& issue) {
    if (issue.field != &field_of<&model::Cover::prepared_on>()) return {};
    return fix<&model::Cover::prepared_on>(issue.id, context.today.day);
}

// Records whose names tell them apart. Not: texts that may repeat (budget items, comments, communication audiences).
constexpr std::array named{
    RecordType::Goal,       RecordType::Task,        RecordType::Person,          RecordType::Unit,
    RecordType::TeamRole,   RecordType::Risk,        RecordType::Indicator,       RecordType::Criterion,
    RecordType::Monitoring, RecordType::MenuItem,    RecordType::ContentCategory, RecordType::Publication,
    RecordType::Member,     RecordType::SharedAsset, RecordType::Activity,        RecordType::Inspection};

// Equal names matter only among siblings: the same parents, then the name.
struct Name {
    std::array<Id, 2> parents;  // owner and tree, as far as the record has them
    std::string_view text;
    const Row* row;
    [[nodiscard]] auto key() const { return std::tie(parents, text); }
};

std::vector<Name> names_of(const model::Plan& plan, const RecordInfo& info) {
    const FieldInfo& title = *info.title();
    std::vector<const FieldInfo*> above;
    for (const FieldInfo& field : info.fields)
        if ((field.has(model::kOwner) || field.has(model::kTree)) && above.size() < 2) above.push_back(&field);
    std::vector<Name> names;
    for (const model::RowPtr& row : plan.table(info.type)) {
        Name name{{}, base::trim(model::get<std::string>(*row, title)), row.get()};
        std::size_t parents = 0;
        for (const FieldInfo* field : above) name.parents[parents++] = model::get_ref(*row, *field);
        if (!name.text.empty()) names.push_back(std::move(name));
    }
    std::ranges::sort(names, [](const Name& a, const Name& b) {
        return a.key() != b.key() ? a.key() < b.key()
                                  : std::tie(a.row->order, a.row->id) < std::tie(b.row->order, b.row->id);
    });
    return names;
}

void same_name(const CheckContext& context, Issues& issues) {
    for (const RecordType type : named) {
        const RecordInfo& info = model::record(type);
        const std::vector<Name> names = names_of(context.plan, info);
        for (std::size_t i = 1; i < names.size(); ++i)
            if (names[i].key() == names[i - 1].key()) issues.add(info, *names[i].row, info.title(), {});
    }
}

// Records of what has been: who did it may leave.
bool is_history(RecordType type) {
    using enum RecordType;
    return type == ReviewStep || type == ApprovalStep || type == StateChange || type == LookBack ||
           type == Inspection || type == Publication || type == Person;
}

template <class T> const T* as(const RecordInfo& info, const Row& row) {
    return info.type == T::type ? static_cast<const T*>(&row) : nullptr;
}

bool is_finished(const RecordInfo& info, const Row& row) {
    if (const auto* task = as<model::Task>(info, row)) return !is_open(*task);
    if (const auto* response = as<model::RiskResponse>(info, row))
        return response->state >= model::ResponseState::Effective;
    if (const auto* finding = as<model::Finding>(info, row)) return finding->state == model::FindingState::Closed;
    if (const auto* measure = as<model::Measure>(info, row)) return !measure->done_on.empty();
    if (const auto* inquiry = as<model::Inquiry>(info, row)) return !inquiry->answered_on.empty();
    if (const auto* incident = as<model::Incident>(info, row)) return !incident->clarified_at.empty();
    if (const auto* cover = as<model::Cover>(info, row)) return cover->status >= model::PlanStatus::Approved;
    return false;
}

std::vector<Id> people_who_left(const model::Plan& plan) {
    std::vector<Id> left;
    for (const model::Person& person : plan.rows<model::Person>())
        if (person.left) left.push_back(person.id);
    return left;  // sorted, as the table is
}

void person_has_left(const CheckContext& context, Issues& issues) {
    const std::vector<Id> left = people_who_left(context.plan);
    if (left.empty()) return;
    const auto check = [&](const RecordInfo& info, const Row& row, const FieldInfo& field, const Id& id) {
        if (std::ranges::binary_search(left, id) && !is_finished(info, row))
            issues.add(info, row, &field, {context.person(id)});
    };
    for (const RecordInfo& info : model::records()) {
        if (is_history(info.type)) continue;
        for (const FieldInfo& field : info.fields) {
            if (field.target != RecordType::Person || (field.kind != Kind::Ref && field.kind != Kind::Refs)) continue;
            for (const model::RowPtr& row : context.plan.table(info.type)) {
                if (field.kind == Kind::Ref) {
                    check(info, *row, field, model::get_ref(*row, field));
                } else {
                    for (const Id& id : model::get_refs(*row, field)) check(info, *row, field, id);
                }
            }
        }
    }
}

constexpr Rule table[] = {
    {"DATA-001", Severity::Warning, "", required_empty, prepared_today},
    {"DATA-002", Severity::Info, "", same_name},
    {"PERS-001", Severity::Warning, "", person_has_left},
};
}  // namespace

std::span<const Rule> record_rules() {
    return table;
}

}  // namespace analysis
