// sharing/digest.hpp: SHA-256, of BearSSL.
#pragma once

#include <string>
#include <string_view>

namespace sharing {

std::string sha256(std::string_view bytes);      // 32 bytes
std::string sha256_hex(std::string_view bytes);  // 64 digits, a to f

std::string to_hex(std::string_view bytes);
bool is_digest(std::string_view text);  // 64 digits as above

}  // namespace sharing
