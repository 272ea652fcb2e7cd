// model/verification.hpp: somebody's application to have an account verified (加V认证, second source document, annex
// 1).
//
// It holds an identity number, so no plan has a table for it: its rows live only in the private store (app/vault.hpp),
// encrypted under a passphrase, and in no file that leaves the computer.
#pragma once

#include "model/field.hpp"

namespace model {

enum class VerificationState : std::uint8_t {
    Collecting,  // 填表中
    InReview,    // 审核中: the information department checks it
    Offered,     // 待本人批准: the platform's message was sent to the applicant
    Verified,
    Refused,
    Revoked,  // false information, or a breach of the rules
};

// 临床知名医生, 院领导及职能科室负责人, 科研项目负责人及骨干
enum class VerificationScope : std::uint8_t { Clinician, Management, Research };

struct VerificationApplication : Row {
    static constexpr RecordType type = RecordType::Account;  // what it is about; no table of a plan holds it
    std::string name;
    std::string staff_number;
    std::string title;
    std::string education;
    std::string department;  // in full
    std::string specialty;
    VerificationScope scope{};
    std::string identity_number;
    std::string mobile;
    std::string nickname;  // on the platform; capitals count
    std::optional<std::int64_t> followers;
    std::optional<std::int64_t> following;
    std::optional<std::int64_t> mutuals;  // verified accounts that follow each other
    bool mobile_bound = false;
    bool real_avatar = false;
    VerificationState state{};
    Date applied_on;
    Date decided_on;
    Date valid_until;
    Date keep_until;  // 保存期限: personal data is kept no longer than its purpose needs (PIPL art. 19)
    std::string note;
};

template <> struct ChoicesOf<VerificationState> { static const Choices choices; };
template <> struct ChoicesOf<VerificationScope> { static const Choices choices; };

// Not among records(): forms and the private store read it, nothing that handles plans does.
const RecordInfo& verification_record();

}  // namespace model
