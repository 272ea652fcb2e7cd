// analysis/verification.hpp: what is wrong with a verification application, and how long it may be kept.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/plan.hpp"
#include "model/verification.hpp"

namespace analysis {

// What an applicant must reach. The plan's own publishing rules win over the source document's values, of which the
// annex contradicts the text; so they are data.
struct VerificationTerms {
    std::int64_t followers = 100, following = 30, mutuals = 2;
    std::int64_t years = 5;        // that a verification holds
    std::int64_t review_days = 2;  // working days
};
VerificationTerms verification_terms(const model::Plan& plan);

struct ApplicationProblem {
    const model::FieldInfo* field;  // where to mend it
    std::string_view words;         // key "verification.problem.…"
    std::string argument = {};      // {0}
};

// In the order of the fields. others: all applications, this one among them or not.
std::vector<ApplicationProblem> check_application(const model::VerificationApplication& application,
                                                  std::span<const model::VerificationApplication> others,
                                                  const model::Plan& plan, base::Date today);

// Retention. A month before its last day a record is named; from the day after it, it is offered for deletion; what
// nobody has deleted or prolonged by the end of the grace time goes by itself, locked or not.
enum class Retention : std::uint8_t { Kept, Ending, Expired, Removable };
inline constexpr int retention_warning_days = 30, retention_grace_days = 30, retention_default_days = 365;
Retention retention_of(base::Date keep_until, base::Date today);  // an empty date: Expired, it was never agreed
base::Date removable_before(base::Date today);                    // the days before this one are Removable

}  // namespace analysis
