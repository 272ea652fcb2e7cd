// What can be wrong with publications and their review.
#include <array>
#include <map>

#include "analysis/limits.hpp"
#include "analysis/rules/rules.hpp"
#include "base/text.hpp"

namespace analysis {
namespace {
using model::Decision;
using model::Publication;
using model::PublicationState;
using model::ReviewLevel;
using model::ReviewPreset;
using model::ReviewStep;
using model::RuleKind;

using Steps = std::span<const std::pair<Id, const ReviewStep*>>;

bool is_cleared(const Publication& publication) {
    return publication.state == PublicationState::Cleared || publication.state == PublicationState::Published;
}

std::optional<std::int64_t> limit_for(const CheckContext& context, const PlatformLimits& limits,
                                      const Publication& publication, RuleKind kind) {
    const model::Account* account = context.plan.find(publication.account);
    return account && publication.state != PublicationState::Withdrawn ? limits.limit(account->platform, kind)
                                                                       : std::nullopt;
}

void title_too_long(const CheckContext& context, Issues& issues) {
    const PlatformLimits limits(context.plan);
    for (const Publication& publication : context.plan.rows<Publication>()) {
        const auto limit = limit_for(context, limits, publication, RuleKind::TitleLength);
        const auto length = static_cast<std::int64_t>(base::count_code_points(publication.title));
        if (limit && length > *limit)
            issues.add<&Publication::title>(publication, {std::to_string(length), std::to_string(*limit)});
    }
}

void post_too_long(const CheckContext& context, Issues& issues) {
    const PlatformLimits limits(context.plan);
    for (const Publication& publication : context.plan.rows<Publication>()) {
        const auto limit = limit_for(context, limits, publication, RuleKind::PostLength);
        const auto length = static_cast<std::int64_t>(base::count_code_points(publication.body));
        if (limit && length > *limit)
            issues.add<&Publication::body>(publication, {std::to_string(length), std::to_string(*limit)});
    }
}

// The levels that a publication must pass, in order. 三级审核: the third only for what is major or sensitive.
std::vector<ReviewLevel> required_levels(const Publication& publication) {
    using enum ReviewLevel;
    if (publication.review == ReviewPreset::StrictThree)
        return {First, FirstProof, Second, SecondProof, Final, FinalProof};
    if (publication.sensitivity != model::Sensitivity::Ordinary) return {First, Second, Final};
    return {First, Second};
}

const ReviewStep* passed_step(Steps steps, ReviewLevel level) {
    for (const auto& [id, step] : steps)
        if (step->level == level && step->decision == Decision::Passed) return step;
    return nullptr;
}

std::string word_of(ReviewLevel level) {
    const model::Choices& choices = model::ChoicesOf<ReviewLevel>::choices;
    return "@choice." + std::string(choices.name) + "." + std::string(choices.values[static_cast<std::size_t>(level)]);
}

void review_skipped(const CheckContext& context, Issues& issues) {
    const Grouped<ReviewStep> steps(context.plan, &ReviewStep::publication);
    for (const Publication& publication : context.plan.rows<Publication>()) {
        if (!is_cleared(publication)) continue;
        for (const ReviewLevel level : required_levels(publication)) {
            if (passed_step(steps.of(publication.id), level)) continue;
            issues.add<&Publication::state>(publication, {word_of(level)});
            break;  // the first gap tells enough
        }
    }
}

// 初审一校, 复审二校, 终审三校: who does one of the three must not do another.
int step_of(ReviewLevel level) {
    switch (level) {
        case ReviewLevel::First:
        case ReviewLevel::FirstProof:
            return 1;
        case ReviewLevel::Second:
        case ReviewLevel::SecondProof:
            return 2;
        case ReviewLevel::Final:
        case ReviewLevel::FinalProof:
            return 3;
    }
    return 0;
}

void same_reviewer(const CheckContext& context, Issues& issues) {
    const Grouped<ReviewStep> steps(context.plan, &ReviewStep::publication);
    for (const Publication& publication : context.plan.rows<Publication>()) {
        if (publication.review != ReviewPreset::StrictThree) continue;
        std::map<Id, int> step_of_person;
        for (const auto& [id, step] : steps.of(publication.id)) {
            if (step->reviewer.empty()) continue;
            const auto [known, added] = step_of_person.try_emplace(step->reviewer.id(), step_of(step->level));
            if (!added && known->second != step_of(step->level))
                issues.add<&ReviewStep::reviewer>(*step, {context.person(step->reviewer), publication.title});
        }
    }
}

void no_consent(const CheckContext& context, Issues& issues) {
    for (const Publication& publication : context.plan.rows<Publication>())
        if (publication.patient_story && !publication.consent &&
            (publication.state == PublicationState::InReview || is_cleared(publication)))
            issues.add<&Publication::consent>(publication);
}

void no_picture_source(const CheckContext& context, Issues& issues) {
    for (const Publication& publication : context.plan.rows<Publication>())
        if (publication.pictures.value_or(0) > 0 && publication.picture_source.empty() &&
            publication.state != PublicationState::Withdrawn)
            issues.add<&Publication::picture_source>(publication, {std::to_string(*publication.pictures)});
}

void not_published(const CheckContext& context, Issues& issues) {
    for (const Publication& publication : context.plan.rows<Publication>()) {
        const bool waiting =
            publication.state != PublicationState::Published && publication.state != PublicationState::Withdrawn;
        if (waiting && before(publication.planned_on, context.today.day))
            issues.add<&Publication::planned_on>(
                publication, {publication.planned_on.iso(), days_text(publication.planned_on, context.today.day)});
    }
}

void review_out_of_order(const CheckContext& context, Issues& issues) {
    const Grouped<ReviewStep> steps(context.plan, &ReviewStep::publication);
    for (const Publication& publication : context.plan.rows<Publication>()) {
        std::array<const ReviewStep*, 3> passed{};
        static constexpr std::array levels{ReviewLevel::First, ReviewLevel::Second, ReviewLevel::Final};
        for (std::size_t i = 0; i < levels.size(); ++i) passed[i] = passed_step(steps.of(publication.id), levels[i]);
        for (std::size_t i = 1; i < levels.size(); ++i)
            if (passed[i] && passed[i - 1] && before(passed[i]->date, passed[i - 1]->date))
                issues.add<&ReviewStep::date>(*passed[i],
                                              {publication.title, word_of(levels[i]), word_of(levels[i - 1])});
    }
}

constexpr Rule table[] = {
    {"PUB-001", Severity::Warning, "accounts", title_too_long},
    {"PUB-002", Severity::Warning, "accounts", post_too_long},
    {"PUB-003", Severity::Error, "accounts", review_skipped},
    {"PUB-004", Severity::Error, "accounts", same_reviewer},
    {"PUB-005", Severity::Error, "accounts", no_consent},
    {"PUB-006", Severity::Warning, "accounts", no_picture_source},
    {"PUB-007", Severity::Info, "accounts", not_published},
    {"PUB-008", Severity::Warning, "accounts", review_out_of_order},
};
}  // namespace

std::span<const Rule> publication_rules() {
    return table;
}

}  // namespace analysis
