// platform/strtod.cpp: the C library's strtod for every WebAssembly program (wasm.cmake wraps it), all of it: decimal
// texts become numbers by JavaScript's Number, which rounds as C does, instead of by arithmetic with 128 bits, which
// would make the page 15 kB larger.
// tests/platform/strtod_test.cpp holds it against what the C library says natively.
#include <emscripten.h>

#include <bit>
#include <cerrno>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>

// The characters are those of a decimal number.
EM_JS(double, number_of, (const char* text, int length), {
    let digits = "";
    for (let i = 0; i < length; ++i) digits += String.fromCharCode(HEAPU8[text + i]);
    return Number(digits);
})

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_decimal(char c) {
    return c >= '0' && c <= '9';
}
int hex_value(char c) {
    if (is_decimal(c)) return c - '0';
    const char letter = lower(c);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

// Where the word ends if the text begins with it in any case, else null.
const char* after_word(const char* text, const char* word) {
    for (; *word != 0; ++text, ++word)
        if (lower(*text) != *word) return nullptr;
    return text;
}

// "p-3": behind the exponent, whose value is added, or where it would have begun.
const char* after_exponent(const char* text, char letter, long& exponent) {
    if (lower(*text) != letter) return text;
    const char* at = text + 1;
    const bool minus = *at == '-';
    if (*at == '-' || *at == '+') ++at;
    if (!is_decimal(*at)) return text;
    long value = 0;
    for (; is_decimal(*at); ++at)
        if (value < 100000000) value = value * 10 + (*at - '0');
    exponent += minus ? -value : value;
    return at;
}

// mantissa * 2^exponent, rounded once, half to even; `more`: a little above that.
double rounded(std::uint64_t mantissa, long exponent, bool more) {
    if (mantissa == 0) return 0;
    const long bits = 64 - std::countl_zero(mantissa);
    // Of 53 bits; of fewer where the number is so small that the last would count less than 2^-1074.
    long cut = bits - 53;
    if (exponent + cut < -1074) cut = -1074 - exponent;
    if (cut > 64) return 0;
    if (cut > 0) {
        const std::uint64_t kept = cut == 64 ? 0 : mantissa >> cut;
        const std::uint64_t rest = cut == 64 ? mantissa : mantissa & ((std::uint64_t{1} << cut) - 1);
        const std::uint64_t half = std::uint64_t{1} << (cut - 1);
        mantissa = kept + ((rest > half || (rest == half && (more || (kept & 1)))) ? 1 : 0);
        exponent += cut;
    }
    if (exponent > 2000) return std::numeric_limits<double>::infinity();
    return std::ldexp(static_cast<double>(mantissa), static_cast<int>(exponent));
}

// "1.8p3" behind "0x": at is moved behind it; stays where there is no digit.
double hexadecimal(const char*& at) {
    std::uint64_t mantissa = 0;
    long exponent = 0;
    bool more = false, digits = false, point = false;
    const char* end = at;
    for (;; ++end) {
        if (*end == '.' && !point) {
            point = true;
            continue;
        }
        const int digit = hex_value(*end);
        if (digit < 0) break;
        digits = true;
        if (mantissa >> 59 == 0) {
            mantissa = mantissa * 16 + static_cast<std::uint64_t>(digit);
            if (point) exponent -= 4;
        } else {
            more = more || digit != 0;
            if (!point) exponent += 4;
        }
    }
    if (!digits) return 0;
    at = after_exponent(end, 'p', exponent);
    return rounded(mantissa, exponent, more);
}

// "1.5e3"; at stays where there is no digit.
double decimal(const char*& at) {
    const char* end = at;
    bool digits = false, nonzero = false;
    const auto skip_digits = [&] {
        for (; is_decimal(*end); ++end) {
            digits = true;
            nonzero = nonzero || *end != '0';
        }
    };
    skip_digits();
    if (*end == '.') {
        ++end;
        skip_digits();
    }
    if (!digits) return 0;
    long exponent = 0;
    end = after_exponent(end, 'e', exponent);
    const double value = number_of(at, static_cast<int>(end - at));
    at = end;
    if (std::isinf(value) || (nonzero && value < std::numeric_limits<double>::min())) errno = ERANGE;
    return value;
}

// Behind the sign; at is moved behind the number, and stays where there is none.
double magnitude(const char*& at) {
    if (const char* end = after_word(at, "inf")) {
        const char* const whole = after_word(end, "inity");
        at = whole ? whole : end;
        return std::numeric_limits<double>::infinity();
    }
    if (const char* end = after_word(at, "nan")) {
        at = end;
        if (*end == '(') {
            for (++end; is_decimal(*end) || (lower(*end) >= 'a' && lower(*end) <= 'z') || *end == '_';) ++end;
            if (*end == ')') at = end + 1;
        }
        return std::numeric_limits<double>::quiet_NaN();
    }
    if (at[0] == '0' && lower(at[1]) == 'x') {
        const char* const digits = at + 2;
        const char* end = digits;
        const double value = hexadecimal(end);
        at = end == digits ? at + 1 : end;  // else the number is the 0
        if (std::isinf(value)) errno = ERANGE;
        return value;
    }
    return decimal(at);
}
}  // namespace

extern "C" double __wrap_strtod(const char* text, char** end) {
    const char* at = text;
    while (*at == ' ' || (*at >= '\t' && *at <= '\r')) ++at;
    const bool minus = *at == '-';
    if (*at == '-' || *at == '+') ++at;
    const char* const begin = at;
    const double value = magnitude(at);
    if (end) *end = const_cast<char*>(at == begin ? text : at);
    if (at == begin) return 0;
    return minus ? -value : value;
}
