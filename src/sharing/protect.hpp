// sharing/protect.hpp: files under a passphrase: PBKDF2 and AES-256-GCM, as WebCrypto has them; the ciphers are
// BearSSL's.
//
// The form: five lines, an empty one, then the encrypted bytes with their tag of 16:
//   fanglue-protected 1
//   kdf PBKDF2-HMAC-SHA256 ITERATIONS SALT
//   cipher AES-256-GCM NONCE
//   check HMAC-SHA256 of "fanglue-protected 1 check" under the key, its first 16 bytes: tells a wrong passphrase
//   sum SHA-256 of the four lines and the encrypted bytes: tells a damaged file without the passphrase
// Bytes are written as hexadecimal digits. The first four lines, with their ends, are authenticated with the content.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace sharing {

// OWASP's Password Storage Cheat Sheet for PBKDF2-HMAC-SHA256.
inline constexpr std::uint32_t pbkdf2_iterations = 600000;
inline constexpr std::size_t salt_size = 16, nonce_size = 12, passphrase_minimum = 8;  // the last in characters

// Random bytes, new for every file.
struct Protection {
    std::string salt, nonce;
    std::uint32_t iterations = pbkdf2_iterations;
};

// Error "protect-short": a passphrase of fewer characters than passphrase_minimum.
base::Result<std::string> protect(std::string_view content, std::string_view passphrase, const Protection& protection);

bool is_protected(std::string_view bytes);

// Errors: "protect-format" (not such a file), "protect-version" (of a newer version), "protect-damaged",
// "protect-passphrase" (whole, but the passphrase is another), "protect-forged" (the passphrase is right, but the
// content was changed by somebody who mended the sum).
base::Result<std::string> unprotect(std::string_view bytes, std::string_view passphrase);

// RFC 8018, 32 bytes.
std::string pbkdf2_sha256(std::string_view passphrase, std::string_view salt, std::uint32_t iterations);

}  // namespace sharing
