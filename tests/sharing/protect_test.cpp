#include "sharing/protect.hpp"

#include <doctest/doctest.h>

#include "sharing/digest.hpp"

namespace {
using sharing::protect;
using sharing::unprotect;

// The fewest that are read, because a test does it often.
const sharing::Protection quick{"0123456789abcdef", "abcdefghijkl", 100000};
constexpr const char* passphrase = "急诊科 2026 计划";

std::string code_of(std::string_view bytes, std::string_view with = passphrase) {
    const auto content = unprotect(bytes, with);
    return content ? "" : content.error().code;
}

std::string protected_text() {
    static const std::string bytes = *protect("{\"计划\": 1}", passphrase, quick);
    return bytes;
}
}  // namespace

TEST_CASE("protect: PBKDF2 gives what is published for HMAC-SHA256") {
    const auto key = [](std::string_view text, std::string_view salt, std::uint32_t iterations) {
        return sharing::to_hex(sharing::pbkdf2_sha256(text, salt, iterations));
    };
    CHECK(key("password", "salt", 1) == "120fb6cffcf8b32c43e7225256c4f837a86548c92ccc35480805987cb70be17b");
    CHECK(key("password", "salt", 2) == "ae4d0c95af6b46d32d0adff928f06dd02a303f8ef3c251dfd6e2d85a95474c43");
    CHECK(key("password", "salt", 4096) == "c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a");
    // RFC 7914, section 11: the first half of 64 bytes.
    CHECK(key("passwd", "salt", 1) == "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");
    CHECK(key("Password", "NaCl", 80000) == "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56");
}

TEST_CASE("protect: what goes in comes out, and nothing of it can be read") {
    CHECK(*unprotect(protected_text(), passphrase) == "{\"计划\": 1}");
    CHECK(protected_text().find("计划") == std::string::npos);
    CHECK(sharing::is_protected(protected_text()));
    CHECK(unprotect(*protect("", passphrase, quick), passphrase)->empty());
    CHECK(protect("x", "1234567", quick).error().code == "protect-short");
    CHECK(protect("x", "一二三四五六七八", quick).ok());
}

TEST_CASE("protect: a wrong passphrase and damage are told apart") {
    const std::string bytes = protected_text();
    CHECK(code_of(bytes, "急诊科 2026 计画") == "protect-passphrase");
    CHECK(code_of(bytes, "") == "protect-passphrase");
    CHECK(code_of("{}") == "protect-format");
    std::string newer = bytes;
    newer[newer.find('1')] = '2';
    CHECK(code_of(newer) == "protect-version");
    for (std::size_t at = 20; at < bytes.size(); ++at) {
        CAPTURE(at);
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        CHECK(code_of(damaged) == "protect-damaged");
        CHECK(code_of(bytes.substr(0, at)) == "protect-damaged");
    }
}

TEST_CASE("protect: who changes the content and mends the sum is found out") {
    std::string bytes = protected_text();
    const auto mend = [](std::string text) {
        const std::size_t sum = text.find("sum "), body = text.find("\n\n") + 2;
        return text.substr(0, sum + 4) + sharing::sha256_hex(text.substr(0, sum) + text.substr(body)) +
               text.substr(body - 2);
    };
    CHECK(mend(bytes) == bytes);
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    CHECK(code_of(mend(bytes)) == "protect-forged");
    // Fewer iterations: another key, so the same passphrase does not open it; far fewer or more are not tried.
    const auto iterations = [&](const char* count) {
        std::string text = protected_text();
        return mend(text.replace(text.find("100000"), 6, count));
    };
    CHECK(code_of(iterations("100001")) == "protect-passphrase");
    CHECK(code_of(iterations("1")) == "protect-damaged");
    CHECK(code_of(iterations("4000000000")) == "protect-damaged");
    CHECK(code_of(iterations("99999999999999999999")) == "protect-damaged");
}
