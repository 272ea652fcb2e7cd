#include "sharing/keys.hpp"

#include <bearssl.h>

#include <charconv>
#include <optional>

#include "base/text.hpp"
#include "sharing/digest.hpp"

namespace sharing {
namespace {
constexpr std::string_view p256 = "P-256:", key_magic = "fanglue-key 1";
// How many points the curve has: a secret is less than that, and not nought.
constexpr std::string_view order = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
constexpr std::size_t point_size = 65, signature_size = 64, secret_size = 32;

std::optional<std::string> bytes_of(std::string_view digits, std::size_t size) {
    if (digits.size() != size * 2 || digits.find_first_not_of("0123456789abcdef") != std::string_view::npos)
        return std::nullopt;
    std::string bytes;
    for (std::size_t at = 0; at < digits.size(); at += 2) {
        unsigned byte = 0;
        std::from_chars(digits.data() + at, digits.data() + at + 2, byte, 16);
        bytes += static_cast<char>(byte);
    }
    return bytes;
}

unsigned char* raw(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

std::string public_of(std::string secret) {
    const br_ec_private_key key{BR_EC_secp256r1, raw(secret), secret.size()};
    std::string point(BR_EC_KBUF_PUB_MAX_SIZE, '\0');
    br_ec_public_key open;
    const std::size_t size = br_ec_compute_pub(&br_ec_p256_m31, &open, point.data(), &key);
    point.resize(size);
    return size == point_size ? std::string(p256) + to_hex(point) : std::string();
}
}  // namespace

KeyPair make_key(std::string_view seed) {
    br_hmac_drbg_context random;
    br_hmac_drbg_init(&random, &br_sha256_vtable, seed.data(), seed.size());
    std::string buffer(BR_EC_KBUF_PRIV_MAX_SIZE, '\0');
    br_ec_private_key key;
    const std::size_t size = br_ec_keygen(&random.vtable, &br_ec_p256_m31, &key, buffer.data(), BR_EC_secp256r1);
    const std::string secret = buffer.substr(0, size);
    return {secret, public_of(secret)};
}

std::string sign_text(std::string_view secret, std::string_view text) {
    std::string number(secret);
    const br_ec_private_key key{BR_EC_secp256r1, raw(number), number.size()};
    const std::string hash = sha256(text);
    std::string signature(signature_size, '\0');
    const std::size_t size =
        br_ecdsa_i31_sign_raw(&br_ec_p256_m31, &br_sha256_vtable, hash.data(), &key, signature.data());
    return size == signature_size ? to_hex(signature) : std::string();
}

bool verify_text(std::string_view public_key, std::string_view text, std::string_view signature) {
    if (!public_key.starts_with(p256)) return false;
    auto point = bytes_of(public_key.substr(p256.size()), point_size);
    const auto numbers = bytes_of(signature, signature_size);
    if (!point || !numbers) return false;
    const br_ec_public_key key{BR_EC_secp256r1, raw(*point), point->size()};
    const std::string hash = sha256(text);
    return br_ecdsa_i31_vrfy_raw(&br_ec_p256_m31, hash.data(), hash.size(), &key, numbers->data(), numbers->size()) ==
           1;
}

std::string write_key(const KeyFile& file) {
    return std::string(key_magic) + "\n" + to_hex(file.key.secret) + "\n" + file.name + "\n";
}

base::Result<KeyFile> read_key(std::string_view text) {
    const auto lines = base::split(text, '\n');
    const auto secret = lines.size() == 4 && lines[0] == key_magic ? bytes_of(lines[1], secret_size) : std::nullopt;
    const bool in_range = secret && lines[1] < order && lines[1].find_first_not_of('0') != std::string_view::npos;
    const std::string open = in_range ? public_of(*secret) : std::string();
    if (open.empty()) return base::Error{"key-format", {}, {}};
    return KeyFile{std::string(lines[2]), {*secret, open}};
}

}  // namespace sharing
