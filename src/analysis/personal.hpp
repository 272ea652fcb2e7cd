// analysis/personal.hpp: personal data in free text: what must not travel with a plan.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace analysis {

// Words: "personal.NAME".
enum class PersonalKind : unsigned char {
    IdentityNumber,  // 18 digits, valid date of birth and check digit (GB 11643)
    MobileNumber,    // 11 digits from 13 to 19, also grouped 3-4-4 and with +86
    RecordNumber,    // a number behind 住院号, 病历号 …
    PatientName,     // a full name beside 患者 or 病人
};
std::string_view name_of(PersonalKind kind);

struct PersonalHit {
    PersonalKind kind;
    std::size_t at, size;  // bytes: the number or name itself
};

// A whole field that should hold nothing else; 18 characters, and 11 digits.
bool is_identity_number(std::string_view text);
bool is_mobile_number(std::string_view text);

// In order of place, never overlapping. Full-width digits count as digits. Linear in the text.
std::vector<PersonalHit> find_personal(std::string_view text);

// One hit as it may be shown: 138****5678, **************123X, 张**, ******.
std::string masked(std::string_view hit, PersonalKind kind);
// The text with every hit masked.
std::string mask_personal(std::string_view text);

}  // namespace analysis
