// Description of verification applications: the only list of their fields, apart from the records of a plan.
#include "model/verification.hpp"

#include <array>

#include "model/records/records.hpp"

namespace model {
namespace {
constexpr std::int64_t many = 1000000000;

constexpr FieldInfo verification_fields[] = {
    field<&VerificationApplication::name>("name", {.flags = kTitle | kRequired | kColumn | kPersonal}),
    field<&VerificationApplication::staff_number>("staffNumber", {.flags = kPersonal}),
    field<&VerificationApplication::title>("title"),
    field<&VerificationApplication::education>("education"),
    field<&VerificationApplication::department>("department", {.flags = kRequired | kColumn}),
    field<&VerificationApplication::specialty>("specialty"),
    field<&VerificationApplication::scope>("scope"),
    field<&VerificationApplication::identity_number>("identityNumber", {.flags = kRequired | kColumn | kPersonal}),
    field<&VerificationApplication::mobile>("mobile", {.flags = kRequired | kColumn | kPersonal}),
    field<&VerificationApplication::nickname>("nickname", {.flags = kRequired}),
    field<&VerificationApplication::followers>("followers", {.min = 0, .max = many}),
    field<&VerificationApplication::following>("following", {.min = 0, .max = many}),
    field<&VerificationApplication::mutuals>("mutuals", {.min = 0, .max = many}),
    field<&VerificationApplication::mobile_bound>("mobileBound"),
    field<&VerificationApplication::real_avatar>("realAvatar"),
    field<&VerificationApplication::state>("state", {.flags = kColumn}),
    field<&VerificationApplication::applied_on>("appliedOn"),
    field<&VerificationApplication::decided_on>("decidedOn"),
    field<&VerificationApplication::valid_until>("validUntil"),
    field<&VerificationApplication::keep_until>("keepUntil", {.flags = kRequired | kColumn}),
    field<&VerificationApplication::note>("note", {.flags = kLong}),
};

constexpr std::array<std::string_view, 6> states{"collecting", "inReview", "offered", "verified", "refused", "revoked"};
constexpr std::array<std::string_view, 3> scopes{"clinician", "management", "research"};
}  // namespace

constexpr Choices ChoicesOf<VerificationState>::choices{"verificationState", states};
constexpr Choices ChoicesOf<VerificationScope>::choices{"verificationScope", scopes};

const RecordInfo& verification_record() {
    static const RecordInfo info =
        record_of<VerificationApplication>("verification", "verifications", verification_fields);
    return info;
}

}  // namespace model
