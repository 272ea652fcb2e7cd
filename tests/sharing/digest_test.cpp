#include "sharing/digest.hpp"

#include <doctest/doctest.h>

TEST_CASE("digest: SHA-256 of the examples of FIPS 180-2, appendix B") {
    using sharing::sha256_hex;
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256_hex(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("digest: only 64 small digits are one") {
    using sharing::is_digest;
    const std::string digest = sharing::sha256_hex("");
    CHECK(is_digest(digest));
    CHECK_FALSE(is_digest(digest.substr(1)));
    CHECK_FALSE(is_digest(digest + "0"));
    CHECK_FALSE(is_digest(std::string(64, 'A')));
}
