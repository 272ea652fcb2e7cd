// What can be wrong with the approval chain 编制 → 审核 → 批准.
#include <array>

#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::ApprovalRole;
using model::ApprovalStep;
using model::Comment;
using model::Cover;
using model::Decision;
using model::Person;

void approver_is_author(const CheckContext& context, Issues& issues) {
    const Cover& cover = context.plan.cover();
    if (!cover.approver.empty() && cover.approver == cover.preparer)
        issues.add<&Cover::approver>(cover, {context.person(cover.approver)});
}

void reviewer_is_another(const CheckContext& context, Issues& issues) {
    const Cover& cover = context.plan.cover();
    if (!cover.reviewer.empty() && (cover.reviewer == cover.preparer || cover.reviewer == cover.approver))
        issues.add<&Cover::reviewer>(cover, {context.person(cover.reviewer)});
}

// The last step of each role in display order counts: a plan may go round more than once.
std::array<const ApprovalStep*, 3> last_steps(const model::Plan& plan) {
    std::array<const ApprovalStep*, 3> steps{};
    for (const ApprovalStep* step : model::in_order<ApprovalStep>(plan))
        steps[static_cast<std::size_t>(step->role)] = step;
    return steps;
}

void approved_before_review(const CheckContext& context, Issues& issues) {
    const auto steps = last_steps(context.plan);
    const ApprovalStep* review = steps[static_cast<std::size_t>(ApprovalRole::Review)];
    const ApprovalStep* approval = steps[static_cast<std::size_t>(ApprovalRole::Approve)];
    if (!approval || approval->decision != Decision::Passed) return;
    const bool reviewed = review && review->decision == Decision::Passed && !before(approval->date, review->date);
    if (!reviewed) issues.add<&ApprovalStep::decision>(*approval, {context.person(approval->person)});
}

void signed_twice(const CheckContext& context, Issues& issues) {
    const auto steps = last_steps(context.plan);
    for (std::size_t later = 1; later < steps.size(); ++later)
        for (std::size_t earlier = 0; earlier < later; ++earlier)
            if (steps[later] && steps[earlier] && !steps[later]->person.empty() &&
                steps[later]->person == steps[earlier]->person && steps[later]->decision == Decision::Passed) {
                issues.add<&ApprovalStep::person>(*steps[later], {context.person(steps[later]->person)});
                earlier = later;
            }
}

void open_comments(const CheckContext& context, Issues& issues) {
    const model::PlanStatus status = context.plan.cover().status;
    if (status == model::PlanStatus::Draft || status == model::PlanStatus::InReview) return;
    for (const Comment& comment : context.plan.rows<Comment>())
        if (comment.parent.empty() && !comment.resolved) issues.add<&Comment::resolved>(comment);
}

void signed_by_other(const CheckContext& context, Issues& issues) {
    const Cover& cover = context.plan.cover();
    const std::array<const model::Ref<Person>*, 3> wanted{&cover.preparer, &cover.reviewer, &cover.approver};
    for (const ApprovalStep* step : last_steps(context.plan)) {
        if (!step || step->person.empty()) continue;
        const model::Ref<Person>& person = *wanted[static_cast<std::size_t>(step->role)];
        if (!person.empty() && person != step->person)
            issues.add<&ApprovalStep::person>(*step, {context.person(step->person), context.person(person)});
    }
}

constexpr Rule table[] = {
    {"REV-001", Severity::Error, "review", approver_is_author},
    {"REV-002", Severity::Warning, "review", reviewer_is_another},
    {"REV-003", Severity::Error, "review", approved_before_review},
    {"REV-004", Severity::Error, "review", signed_twice},
    {"REV-005", Severity::Info, "review", open_comments},
    {"REV-006", Severity::Warning, "review", signed_by_other},
};
}  // namespace

std::span<const Rule> review_rules() {
    return table;
}

}  // namespace analysis
