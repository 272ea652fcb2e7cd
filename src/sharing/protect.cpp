#include "sharing/protect.hpp"

#include <bearssl.h>

#include <charconv>
#include <optional>

#include "base/text.hpp"
#include "base/wipe.hpp"
#include "sharing/digest.hpp"

namespace sharing {
namespace {
using base::Error;

constexpr std::string_view magic = "fanglue-protected ", version_1 = "1";
constexpr std::size_t tag_size = 16, check_size = 16;
// Fewer are not worth the name; more would keep a person waiting for minutes because of a file somebody made up.
constexpr std::uint32_t fewest_iterations = 100000, most_iterations = 10000000;

std::string hmac_sha256(std::string_view key, std::string_view text) {
    br_hmac_key_context key_context;
    br_hmac_key_init(&key_context, &br_sha256_vtable, key.data(), key.size());
    br_hmac_context context;
    br_hmac_init(&context, &key_context, 0);
    br_hmac_update(&context, text.data(), text.size());
    std::string sum(br_sha256_SIZE, '\0');
    br_hmac_out(&context, sum.data());
    return sum;
}

std::string check_of(std::string_view key) {
    return hmac_sha256(key, "fanglue-protected 1 check").substr(0, check_size);
}

std::optional<std::string> from_hex(std::string_view text, std::size_t size) {
    if (text.size() != size * 2) return std::nullopt;
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); at += 2) {
        unsigned byte = 0;
        const auto [end, failed] = std::from_chars(text.data() + at, text.data() + at + 2, byte, 16);
        if (failed != std::errc{} || end != text.data() + at + 2) return std::nullopt;
        bytes += static_cast<char>(byte);
    }
    return bytes;
}

// The content of one line that begins so, and the rest behind it.
std::optional<std::string_view> take_line(std::string_view& rest, std::string_view begin) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos || !rest.starts_with(begin)) return std::nullopt;
    const std::string_view line = rest.substr(begin.size(), end - begin.size());
    rest.remove_prefix(end + 1);
    return line;
}

struct Envelope {
    Protection protection;
    std::string check, sum;
    std::string_view head, body;  // the authenticated lines; what is encrypted, with its tag
};

std::optional<Envelope> read_envelope(std::string_view bytes) {
    Envelope envelope;
    std::string_view rest = bytes;
    if (!take_line(rest, magic)) return std::nullopt;
    const auto kdf = take_line(rest, "kdf PBKDF2-HMAC-SHA256 ");
    const auto cipher = kdf ? take_line(rest, "cipher AES-256-GCM ") : std::nullopt;
    const auto check = cipher ? take_line(rest, "check ") : std::nullopt;
    if (!check) return std::nullopt;
    envelope.head = bytes.substr(0, bytes.size() - rest.size());
    const auto sum = take_line(rest, "sum ");
    if (!sum || !take_line(rest, "") || rest.size() < tag_size) return std::nullopt;
    envelope.body = rest;
    const std::size_t blank = kdf->find(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    const auto [end, failed] = std::from_chars(kdf->data(), kdf->data() + blank, envelope.protection.iterations);
    const auto salt = from_hex(kdf->substr(blank + 1), salt_size), nonce = from_hex(*cipher, nonce_size),
               check_bytes = from_hex(*check, check_size);
    if (failed != std::errc{} || end != kdf->data() + blank || !salt || !nonce || !check_bytes || !is_digest(*sum))
        return std::nullopt;
    envelope.protection.salt = *salt;
    envelope.protection.nonce = *nonce;
    envelope.check = *check_bytes;
    envelope.sum = *sum;
    return envelope;
}

std::string sum_of(std::string_view head, std::string_view body) {
    return sha256_hex(std::string(head) + std::string(body));
}

// AES-256-GCM in place over the content; with `head` authenticated. Returns the context to take or check the tag with.
struct Gcm {
    br_aes_ct_ctr_keys keys;
    br_gcm_context context;
    Gcm(std::string_view key, std::string_view nonce, std::string_view head) {
        br_aes_ct_ctr_init(&keys, key.data(), key.size());
        br_gcm_init(&context, &keys.vtable, br_ghash_ctmul32);
        br_gcm_reset(&context, nonce.data(), nonce.size());
        br_gcm_aad_inject(&context, head.data(), head.size());
        br_gcm_flip(&context);
    }
    void run(std::string& bytes, int encrypt) { br_gcm_run(&context, encrypt, bytes.data(), bytes.size()); }
};
}  // namespace

std::string pbkdf2_sha256(std::string_view passphrase, std::string_view salt, std::uint32_t iterations) {
    br_hmac_key_context key;
    br_hmac_key_init(&key, &br_sha256_vtable, passphrase.data(), passphrase.size());
    br_hmac_context context;
    br_hmac_init(&context, &key, 0);
    br_hmac_update(&context, salt.data(), salt.size());
    br_hmac_update(&context, "\0\0\0\1", 4);  // the first block, which is all that is wanted
    unsigned char block[br_sha256_SIZE];
    br_hmac_out(&context, block);
    std::string sum(reinterpret_cast<const char*>(block), sizeof block);
    for (std::uint32_t i = 1; i < iterations; ++i) {
        br_hmac_init(&context, &key, 0);
        br_hmac_update(&context, block, sizeof block);
        br_hmac_out(&context, block);
        for (std::size_t at = 0; at < sizeof block; ++at)
            sum[at] = static_cast<char>(static_cast<unsigned char>(sum[at]) ^ block[at]);
    }
    return sum;
}

bool is_protected(std::string_view bytes) {
    return bytes.starts_with(magic);
}

base::Result<std::string> protect(std::string_view content, std::string_view passphrase, const Protection& protection) {
    if (base::count_code_points(passphrase) < passphrase_minimum)
        return Error{"protect-short", {}, std::to_string(passphrase_minimum)};
    std::string key = pbkdf2_sha256(passphrase, protection.salt, protection.iterations);
    const std::string head = std::string(magic) + std::string(version_1) + "\nkdf PBKDF2-HMAC-SHA256 " +
                             std::to_string(protection.iterations) + " " + to_hex(protection.salt) +
                             "\ncipher AES-256-GCM " + to_hex(protection.nonce) + "\ncheck " + to_hex(check_of(key)) +
                             "\n";
    std::string body(content);
    Gcm gcm(key, protection.nonce, head);
    base::wipe(key);
    gcm.run(body, 1);
    std::string tag(tag_size, '\0');
    br_gcm_get_tag(&gcm.context, tag.data());
    body += tag;
    return head + "sum " + sum_of(head, body) + "\n\n" + body;
}

base::Result<std::string> unprotect(std::string_view bytes, std::string_view passphrase) {
    if (!is_protected(bytes)) return Error{"protect-format", {}, {}};
    std::string_view rest = bytes;
    const auto version = take_line(rest, magic);
    if (!version) return Error{"protect-damaged", {}, {}};
    if (*version != version_1) return Error{"protect-version", {}, std::string(version->substr(0, 8))};
    const auto envelope = read_envelope(bytes);
    if (!envelope || sum_of(envelope->head, envelope->body) != envelope->sum ||
        envelope->protection.iterations < fewest_iterations || envelope->protection.iterations > most_iterations)
        return Error{"protect-damaged", {}, {}};
    std::string key = pbkdf2_sha256(passphrase, envelope->protection.salt, envelope->protection.iterations);
    if (check_of(key) != envelope->check) return Error{"protect-passphrase", {}, {}};
    std::string content(envelope->body.substr(0, envelope->body.size() - tag_size));
    Gcm gcm(key, envelope->protection.nonce, envelope->head);
    base::wipe(key);
    gcm.run(content, 0);
    if (br_gcm_check_tag(&gcm.context, envelope->body.data() + content.size()) == 0)
        return Error{"protect-forged", {}, {}};
    return content;
}

}  // namespace sharing
