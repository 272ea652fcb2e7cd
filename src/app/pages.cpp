#include "app/pages.hpp"

#include <array>
#include <vector>

namespace app {
namespace {
using model::RecordType;
using T = RecordType;
constexpr std::array cover_records{T::Cover, T::Section, T::Chapter, T::Clause, T::Attachment, T::CalendarDay};
constexpr std::array goals_records{T::Goal, T::Indicator};
constexpr std::array tasks_records{T::Task, T::Milestone, T::Dependency, T::Baseline};
constexpr std::array resources_records{T::Person,    T::Unit,   T::TeamRole,   T::Assignment,
                                       T::Equipment, T::Budget, T::BudgetLine, T::RecurringDuty};
constexpr std::array risks_records{T::Risk, T::RiskAssurance};
constexpr std::array monitoring_records{T::Monitoring, T::Criterion, T::Assessment};
constexpr std::array communication_records{T::Communication, T::Collaboration};
constexpr std::array accounts_records{T::Account, T::PublishingRule, T::ContentCategory, T::Publication,
                                      T::Inquiry, T::Incident,       T::ProcedureStep,   T::ReviewDuty};
constexpr std::array consortium_records{T::Consortium,  T::Member,       T::RotaTurn, T::Activity,
                                        T::SharedAsset, T::TierStrategy, T::Channel,  T::CaseEvidence};
constexpr std::array progress_records{T::Reading};
constexpr std::array inspection_records{T::Finding, T::Inspection};
constexpr std::array review_records{T::ApprovalStep, T::Comment, T::SetAside};

constexpr PageInfo all_pages[] = {
    {Page::Start, "start", PageGroup::None, "", {}},
    {Page::Overview, "overview", PageGroup::Draft, "", {}},
    {Page::Cover, "cover", PageGroup::Draft, "cover", cover_records},
    {Page::Goals, "goals", PageGroup::Draft, "goals", goals_records},
    {Page::Tasks, "tasks", PageGroup::Draft, "tasks", tasks_records},
    {Page::Resources, "resources", PageGroup::Draft, "resources", resources_records},
    {Page::Risks, "risks", PageGroup::Draft, "risks", risks_records},
    {Page::Monitoring, "monitoring", PageGroup::Draft, "monitoring", monitoring_records},
    {Page::Communication, "communication", PageGroup::Draft, "communication", communication_records},
    {Page::Accounts, "accounts", PageGroup::Run, "accounts", accounts_records},
    {Page::Verification, "verification", PageGroup::Run, "", {}},
    {Page::Consortium, "consortium", PageGroup::Run, "consortium", consortium_records},
    {Page::Progress, "progress", PageGroup::Run, "", progress_records},
    {Page::Inspection, "inspection", PageGroup::Check, "inspection", inspection_records},
    {Page::Review, "review", PageGroup::Check, "review", review_records},
    {Page::Reports, "reports", PageGroup::Check, "", {}},
    {Page::Storage, "storage", PageGroup::Check, "", {}},
};
}  // namespace

std::span<const PageInfo> pages() {
    return all_pages;
}
const PageInfo& page_info(Page page) {
    return all_pages[static_cast<std::size_t>(page)];
}

Page page_of(RecordType type) {
    for (const PageInfo& info : all_pages)
        for (const RecordType shown : info.records)
            if (shown == type && info.page != Page::Progress) return info.page;
    const model::FieldInfo* parent = model::record(type).parent();
    return parent && parent->target != type ? page_of(parent->target) : Page::Overview;
}

std::span<const RecordType> owned_records(RecordType type) {
    static const auto owned = [] {
        std::array<std::vector<RecordType>, model::record_type_count> lists;
        for (const model::RecordInfo& info : model::records())
            for (const model::FieldInfo& field : info.fields)
                if (field.has(model::kOwner)) lists[static_cast<std::size_t>(field.target)].push_back(info.type);
        return lists;
    }();
    return owned[static_cast<std::size_t>(type)];
}

}  // namespace app
