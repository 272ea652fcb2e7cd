// What can be wrong with the cover and the plan as a whole.
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::Cover;
using model::PlanStatus;

void period_reversed(const CheckContext& context, Issues& issues) {
    const Cover& cover = context.plan.cover();
    if (before(cover.finish, cover.start)) issues.add<&Cover::finish>(cover, {cover.start.iso(), cover.finish.iso()});
}

void chain_incomplete(const CheckContext& context, Issues& issues) {
    const Cover& cover = context.plan.cover();
    if (cover.status == PlanStatus::Draft) return;
    if (cover.reviewer.empty()) issues.add<&Cover::reviewer>(cover);
    if (cover.approver.empty()) issues.add<&Cover::approver>(cover);
}

void no_introduction(const CheckContext& context, Issues& issues) {
    const Cover& cover = context.plan.cover();
    if (cover.introduction.empty()) issues.add<&Cover::introduction>(cover);
}

// First start and last finish of the work; empty without any.
std::pair<Date, Date> work_period(const CheckContext& context) {
    std::pair<Date, Date> period;
    for (const OutlineRow& row : context.outline()) {
        if (!row.start.empty() && (period.first.empty() || row.start < period.first)) period.first = row.start;
        period.second = std::max(period.second, row.finish);
    }
    return period;
}

void no_period(const CheckContext& context, Issues& issues) {
    const Cover& cover = context.plan.cover();
    const auto [first, last] = work_period(context);
    if (cover.start.empty() && !first.empty()) issues.add<&Cover::start>(cover, {first.iso()});
    if (cover.finish.empty() && !last.empty()) issues.add<&Cover::finish>(cover, {last.iso()});
}

std::optional<Fix> period_of_work(const CheckContext& context, const Issue& issue) {
    const auto [first, last] = work_period(context);
    if (issue.field == &model::field_of<&Cover::start>()) return fix<&Cover::start>(issue.id, first);
    return fix<&Cover::finish>(issue.id, last);
}

void ended_but_open(const CheckContext& context, Issues& issues) {
    const Cover& cover = context.plan.cover();
    const bool open = cover.status == PlanStatus::Approved || cover.status == PlanStatus::Running;
    if (open && before(cover.finish, context.today.day)) issues.add<&Cover::status>(cover, {cover.finish.iso()});
}

std::optional<Fix> close_plan(const CheckContext&, const Issue& issue) {
    return fix<&Cover::status>(issue.id, static_cast<std::uint8_t>(PlanStatus::Closed));
}

constexpr Rule table[] = {
    {"COVER-001", Severity::Error, "cover", period_reversed},
    {"COVER-002", Severity::Warning, "cover", chain_incomplete},
    {"COVER-003", Severity::Info, "cover", no_introduction},
    {"COVER-004", Severity::Info, "cover", no_period, period_of_work},
    {"COVER-005", Severity::Info, "cover", ended_but_open, close_plan},
};
}  // namespace

std::span<const Rule> cover_rules() {
    return table;
}

}  // namespace analysis
