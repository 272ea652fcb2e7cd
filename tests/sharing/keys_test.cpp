#include "sharing/keys.hpp"

#include <doctest/doctest.h>

#include "sharing/digest.hpp"

namespace {
std::string sample_secret() {
    const std::string digits = "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721";
    return sharing::read_key("fanglue-key 1\n" + digits + "\n甲\n")->key.secret;
}
}  // namespace

TEST_CASE("keys: P-256 signs as RFC 6979, appendix A.2.5, has it") {
    const auto file = sharing::read_key(sharing::write_key({"甲", {sample_secret(), ""}}));
    REQUIRE(file);
    CHECK(file->name == "甲");
    CHECK(file->key.public_key ==
          "P-256:0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
          "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
    CHECK(sharing::sign_text(file->key.secret, "sample") ==
          "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
          "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
    CHECK(sharing::sign_text(file->key.secret, "test") ==
          "f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367"
          "019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083");
}

TEST_CASE("keys: only the same key, text and signature belong together") {
    const sharing::KeyPair key = sharing::make_key(std::string(32, 's')),
                           other = sharing::make_key(std::string(32, 't'));
    CHECK(key.secret != other.secret);
    const std::string signature = sharing::sign_text(key.secret, "计划");
    CHECK(sharing::verify_text(key.public_key, "计划", signature));
    CHECK_FALSE(sharing::verify_text(other.public_key, "计划", signature));
    CHECK_FALSE(sharing::verify_text(key.public_key, "计画", signature));
    for (std::size_t at = 0; at < signature.size(); at += 5) {
        std::string changed = signature;
        changed[at] = changed[at] == '0' ? '1' : '0';
        CHECK_FALSE(sharing::verify_text(key.public_key, "计划", changed));
    }
    for (const std::string& nonsense : {std::string(), std::string("P-256:"), "P-256:" + std::string(130, '0'),
                                        "P-384:" + key.public_key.substr(6), key.public_key + "00"})
        CHECK_FALSE(sharing::verify_text(nonsense, "计划", signature));
    for (const std::string& nonsense : {std::string(), std::string(128, '0'), std::string(128, 'f'), signature + "00"})
        CHECK_FALSE(sharing::verify_text(key.public_key, "计划", nonsense));
}

TEST_CASE("keys: what is no key is refused") {
    for (const char* text : {"", "fanglue-key 1\n", "fanglue-key 1\nxx\n甲\n", "fanglue-key 2\n00\n甲\n"})
        CHECK(sharing::read_key(text).error().code == "key-format");
    const std::string zero = "fanglue-key 1\n" + std::string(64, '0') + "\n甲\n";
    const std::string beyond = "fanglue-key 1\n" + std::string(64, 'f') + "\n甲\n";
    CHECK(sharing::read_key(zero).error().code == "key-format");
    CHECK(sharing::read_key(beyond).error().code == "key-format");
}
