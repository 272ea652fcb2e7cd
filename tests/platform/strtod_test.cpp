// The C library's strtod, which platform/strtod.cpp replaces in WebAssembly: the same texts natively and there.
#include <doctest/doctest.h>

#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>

#include "support/random_plan.hpp"

namespace {
struct Read {
    double value;
    std::size_t length;
    bool operator==(const Read&) const = default;
};
Read read(const std::string& text) {
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    return {value, static_cast<std::size_t>(end - text.c_str())};
}
constexpr double infinite = std::numeric_limits<double>::infinity();
}  // namespace

TEST_CASE("strtod: the number ends where no number goes on") {
    CHECK(read("1.5e3x") == Read{1500, 5});
    CHECK(read(" \t\n-2.25 3") == Read{-2.25, 8});
    CHECK(read("1e") == Read{1, 1});
    CHECK(read("1e+") == Read{1, 1});
    CHECK(read("1.e2") == Read{100, 4});
    CHECK(read("+.5.5") == Read{0.5, 3});
    CHECK(read("007") == Read{7, 3});
    CHECK(read("1,5") == Read{1, 1});
    constexpr Read nothing{0, 0};
    for (const char* none : {"", " ", ".", "-", "+.", "e5", "-x", "一"}) CHECK_MESSAGE(read(none) == nothing, none);
}

TEST_CASE("strtod: words and hexadecimal numbers") {
    CHECK(read("inf") == Read{infinite, 3});
    CHECK(read("-INFINITY!") == Read{-infinite, 9});
    CHECK(read("infinit") == Read{infinite, 3});
    CHECK(std::isnan(read("nan").value));
    CHECK(read("NaN(x1_)2").length == 8);
    CHECK(read("nan(-)").length == 3);
    CHECK(read("0x") == Read{0, 1});
    CHECK(read("0xg") == Read{0, 1});
    CHECK(read("0x1.8p3") == Read{12, 7});
    CHECK(read("-0X.8P+1z") == Read{-1, 8});
    CHECK(read("0x1p") == Read{1, 3});
    CHECK(read("0x10000000000000008") == Read{0x1p64, 19});           // half way: to even
    CHECK(read("0x10000000000000800.1") == Read{0x1p64 + 4096, 21});  // just above half way
    CHECK(read("0x1p-1074") == Read{0x1p-1074, 9});
    CHECK(read("0x1.8p-1074") == Read{0x1p-1073, 11});
    CHECK(read("0x1p-1075") == Read{0, 9});
    CHECK(read("0x1.0000000000001p-1075") == Read{0x1p-1074, 23});
    CHECK(read("0x1p99999") == Read{infinite, 9});
}

TEST_CASE("strtod: rounds to the nearest number, and says when there is none") {
    CHECK(read("9007199254740993").value == 9007199254740992.0);
    CHECK(read("9007199254740993.00000000000000000000000000000001").value == 9007199254740994.0);
    CHECK(read("2.2250738585072011e-308").value == 2.2250738585072011e-308);
    CHECK(read("4.9e-324").value == 4.9e-324);
    CHECK(std::signbit(read("-0").value));
    errno = 0;
    CHECK(read("1e308").value == 1e308);
    CHECK(errno == 0);
    CHECK(read("-1e309") == Read{-infinite, 6});
    CHECK(errno == ERANGE);
    errno = 0;
    CHECK(read("1e-400").value == 0);
    CHECK(errno == ERANGE);
    errno = 0;
    CHECK(read("0e-400").value == 0);
    CHECK(errno == 0);
}

TEST_CASE("strtod: reads back what printf wrote with 17 digits") {
    support::Random random(11);
    for (int i = 0; i < 2000; ++i) {
        const std::uint64_t bits = random.bits();
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        if (!std::isfinite(value)) continue;
        char decimal[40], hexadecimal[40];
        std::snprintf(decimal, sizeof decimal, "%.16e", value);
        std::snprintf(hexadecimal, sizeof hexadecimal, "%a", value);
        CHECK(read(decimal).value == value);
        CHECK(read(hexadecimal).value == value);
    }
}
