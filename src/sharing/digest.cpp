#include "sharing/digest.hpp"

#include <bearssl.h>

#include <algorithm>

namespace sharing {

std::string sha256(std::string_view bytes) {
    br_sha256_context context;
    br_sha256_init(&context);
    br_sha256_update(&context, bytes.data(), bytes.size());
    std::string digest(br_sha256_SIZE, '\0');
    br_sha256_out(&context, digest.data());
    return digest;
}

std::string to_hex(std::string_view bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string sha256_hex(std::string_view bytes) {
    return to_hex(sha256(bytes));
}

bool is_digest(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace sharing
