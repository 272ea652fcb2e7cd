// sharing/keys.hpp: keys of people: ECDSA on P-256 with SHA-256, as WebCrypto has it; the arithmetic is BearSSL's.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace sharing {

struct KeyPair {
    std::string secret;      // 32 bytes
    std::string public_key;  // "P-256:" and the point's 65 bytes as hexadecimal digits
};

// From random bytes, 32 at least.
KeyPair make_key(std::string_view seed);

// r and s, 64 bytes, as hexadecimal digits; the same for the same text (RFC 6979).
std::string sign_text(std::string_view secret, std::string_view text);
// False also for what is no key or no signature.
bool verify_text(std::string_view public_key, std::string_view text, std::string_view signature);

// A key to carry, under a passphrase (sharing/protect.hpp). Errors of reading: those of unprotect, and "key-format".
struct KeyFile {
    std::string name;
    KeyPair key;
};
std::string write_key(const KeyFile& file);
base::Result<KeyFile> read_key(std::string_view text);

}  // namespace sharing
