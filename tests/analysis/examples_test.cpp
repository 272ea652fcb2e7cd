// The shipped examples at mid-year: the checks find what a real plan would show, and nothing that should not ship.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/check.hpp"
#include "support/content.hpp"

namespace {
std::vector<std::string> found_in(const std::string& id) {
    const base::Date day = *base::Date::parse("2026-06-30");
    std::vector<std::string> codes;
    for (const analysis::Issue& issue : analysis::check(support::example(id), {day, base::Moment::at(day, 9, 0)}))
        codes.emplace_back(issue.rule);
    return codes;
}
bool has(const std::vector<std::string>& codes, const std::string& code) {
    return std::ranges::find(codes, code) != codes.end();
}
}  // namespace

TEST_CASE("examples: each shows something to mend, none a placeholder, personal data or an empty required field") {
    for (const std::string& id : support::template_ids()) {
        CAPTURE(id);
        const std::vector<std::string> codes = found_in(id);
        CHECK(codes.size() >= 5);
        CHECK(codes.size() <= 40);
        for (const std::string& code : codes) {
            CHECK(code != "TEXT-001");
            CHECK(code != "TEXT-002");
            CHECK(code != "DATA-001");
            CHECK(code.substr(0, 5) != "PRIV-");
        }
    }
}

TEST_CASE("examples: the checks find what was put there to be found") {
    const std::vector<std::string> emergency = found_in("emergency-social-media");
    for (const char* code : {"TASK-005", "ACC-008", "PUB-001", "PUB-004", "INQ-001", "PERS-001", "IND-003"}) {
        CAPTURE(code);
        CHECK(has(emergency, code));
    }
    CHECK(has(found_in("microblog-operation"), "ACC-006"));
    CHECK(has(found_in("microblog-operation"), "INQ-002"));
    CHECK(has(found_in("self-inspection"), "INSP-009"));
    CHECK(has(found_in("account-management"), "PUB-003"));
    CHECK(has(found_in("account-management"), "BUDG-001"));
    CHECK(has(found_in("consortium-brand"), "PUB-005"));
    CHECK(has(found_in("consortium-brand"), "INC-002"));
    CHECK(has(found_in("consortium-brand"), "ROTA-001"));
}
