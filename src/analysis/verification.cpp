#include "analysis/verification.hpp"

#include <algorithm>

#include "analysis/calendar.hpp"
#include "analysis/personal.hpp"
#include "base/text.hpp"

namespace analysis {
namespace {
using model::RuleKind;
using model::VerificationApplication;
using model::VerificationState;
using Application = VerificationApplication;

// By name: field_of() searches the records of plans.
const model::FieldInfo& field(std::string_view name) {
    return *model::verification_record().find(name);
}

class FormChecker {
  public:
    explicit FormChecker(const Application& application) : application_(application) {}

    void add(std::string_view name, std::string_view words, std::string argument = {}) {
        problems_.push_back({&field(name), words, std::move(argument)});
    }
    void require(std::string_view name) {
        const model::FieldInfo& info = field(name);
        if (model::is_empty(application_, info) || base::is_blank(model::get<std::string>(application_, info)))
            add(name, "verification.problem.missing");
    }
    void reach(std::string_view name, std::int64_t least) {
        const auto& value = model::get<std::optional<std::int64_t>>(application_, field(name));
        if (value && *value < least) add(name, "verification.problem.too-few", std::to_string(least));
    }
    std::vector<ApplicationProblem> take() { return std::move(problems_); }

  private:
    const Application& application_;
    std::vector<ApplicationProblem> problems_;
};

void check_numbers(FormChecker& check, const Application& one, std::span<const Application> others) {
    check.require("identityNumber");
    if (!one.identity_number.empty() && !is_identity_number(one.identity_number))
        check.add("identityNumber", "verification.problem.identity-number");
    const bool again = !one.identity_number.empty() && std::ranges::any_of(others, [&](const Application& other) {
        return other.id != one.id &&
               base::to_lower_ascii(other.identity_number) == base::to_lower_ascii(one.identity_number);
    });
    if (again) check.add("identityNumber", "verification.problem.twice");
    check.require("mobile");
    if (!one.mobile.empty() && !is_mobile_number(one.mobile)) check.add("mobile", "verification.problem.mobile");
}

void check_terms(FormChecker& check, const Application& one, const VerificationTerms& terms) {
    check.reach("followers", terms.followers);
    check.reach("following", terms.following);
    check.reach("mutuals", terms.mutuals);
    if (one.state == VerificationState::Collecting) return;
    if (!one.mobile_bound) check.add("mobileBound", "verification.problem.unbound");
    if (!one.real_avatar) check.add("realAvatar", "verification.problem.avatar");
}

void check_days(FormChecker& check, const Application& one, const VerificationTerms& terms, const Calendar& calendar,
                base::Date today) {
    const bool waiting = one.state == VerificationState::InReview;
    if (waiting && one.applied_on.empty()) check.add("appliedOn", "verification.problem.missing");
    const base::Date due = calendar.add_workdays(one.applied_on, static_cast<int>(terms.review_days));
    if (waiting && !one.applied_on.empty() && due < today)
        check.add("appliedOn", "verification.problem.overdue", due.iso());
    if (one.state == VerificationState::Verified && !one.valid_until.empty() && one.valid_until < today)
        check.add("validUntil", "verification.problem.run-out");
    if (one.keep_until.empty()) return check.add("keepUntil", "verification.problem.no-term");
    // Nothing that the application is for lasts longer than the verification.
    const base::Date longest = today.plus(static_cast<std::int32_t>(terms.years) * 366);
    if (one.keep_until > longest) check.add("keepUntil", "verification.problem.too-long", std::to_string(terms.years));
}
}  // namespace

VerificationTerms verification_terms(const model::Plan& plan) {
    VerificationTerms terms;
    for (const model::PublishingRule& rule : plan.rows<model::PublishingRule>()) {
        if (!rule.limit || rule.limit->units < 0) continue;
        const std::int64_t limit = std::min<std::int64_t>(rule.limit->units / base::Decimal::scale, 1000000);
        if (rule.kind == RuleKind::VerificationFollowers) terms.followers = limit;
        if (rule.kind == RuleKind::VerificationFollowing) terms.following = limit;
        if (rule.kind == RuleKind::VerificationMutuals) terms.mutuals = limit;
        if (rule.kind == RuleKind::VerificationYears) terms.years = std::min<std::int64_t>(limit, 50);
        if (rule.kind == RuleKind::Verification) terms.review_days = std::min<std::int64_t>(limit, 365);
    }
    return terms;
}

std::vector<ApplicationProblem> check_application(const Application& application, std::span<const Application> others,
                                                  const model::Plan& plan, base::Date today) {
    const VerificationTerms terms = verification_terms(plan);
    FormChecker check(application);
    check.require("name");
    check.require("department");
    check_numbers(check, application, others);
    check.require("nickname");
    check_terms(check, application, terms);
    check_days(check, application, terms, calendar_for(plan), today);
    return check.take();
}

Retention retention_of(base::Date keep_until, base::Date today) {
    if (keep_until.empty()) return Retention::Expired;
    if (keep_until < removable_before(today)) return Retention::Removable;
    if (keep_until < today) return Retention::Expired;
    return keep_until < today.plus(retention_warning_days) ? Retention::Ending : Retention::Kept;
}

base::Date removable_before(base::Date today) {
    return today.plus(-retention_grace_days);
}

}  // namespace analysis
