// Damaged files: each bit of a small plan flipped, the file cut away or doubled. The reader refuses with a known code,
// or what it gives is a valid plan that round-trips. Under sanitizers this also shows that nothing is read out of
// bounds.
#include <doctest/doctest.h>

#include <algorithm>

#include "codec/error_codes.hpp"
#include "codec/plan_json.hpp"
#include "model/integrity.hpp"
#include "support/build.hpp"
#include "support/random_plan.hpp"

namespace {
struct Tally {
    std::size_t refused = 0, read = 0;
};

void read_damaged(const std::string& json, Tally& tally) {
    const auto decoded = codec::decode_plan(json);
    if (!decoded) {
        ++tally.refused;
        const bool known = std::ranges::find(codec::error_codes, decoded.error().code) != std::end(codec::error_codes);
        REQUIRE_MESSAGE(known, decoded.error().code);
        return;
    }
    ++tally.read;
    REQUIRE(model::check_plan(*decoded));
    const std::string written = codec::encode_plan(*decoded);
    const auto again = codec::decode_plan(written);
    REQUIRE_MESSAGE(again, again.error().code, " ", again.error().subject, "\n", json);
    REQUIRE_MESSAGE(model::equal(*again, *decoded), json);
    REQUIRE(codec::encode_plan(*again) == written);
}

void tell(const char* what, const std::string& json, const Tally& tally) {
    MESSAGE(std::string(what), ": a plan of ", json.size(), " bytes, ", tally.refused, " times refused, ", tally.read,
            " times read as valid");
}

// The smallest of several, but with every kind of field somewhere.
std::string small_plan(std::uint64_t seed) {
    std::string best;
    for (std::uint64_t other = seed; other < seed + 40 || best.empty(); ++other) {
        std::string json = codec::encode_plan(support::random_plan(other, {.rows = 1, .long_texts = false}));
        if (json.size() > 1500 && (best.empty() || json.size() < best.size())) best = std::move(json);
    }
    return best;
}
}  // namespace

TEST_CASE("damage: every bit flipped") {
    Tally tally;
    const std::string json = small_plan(1);
    for (std::size_t at = 0; at < json.size(); at += support::stride(1, 23)) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string damaged = json;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
            read_damaged(damaged, tally);
        }
    }
    tell("bits flipped", json, tally);
    CHECK(tally.refused > 0);
    CHECK(tally.read > 0);  // flips inside texts
}

TEST_CASE("damage: cut off anywhere, it is refused") {
    const std::string json = small_plan(5);
    Tally tally;
    for (std::size_t size = 0; size < json.size() - 2; size += support::stride(1, 23))
        read_damaged(json.substr(0, size), tally);
    tell("cut", json, tally);
    CHECK(tally.read == 0);
}

TEST_CASE("damage: pieces removed, doubled, moved, and keys of the format put where they do not belong") {
    const std::string json = small_plan(9);
    support::Random random(77);
    const std::string_view tokens[] = {"\"id\":",
                                       "null",
                                       "{",
                                       "}",
                                       "[",
                                       "]",
                                       ",",
                                       "\"",
                                       "\\u0000",
                                       "1e5",
                                       "-",
                                       "\"tasks\":[",
                                       "\"unreadable\":{",
                                       "\xFF",
                                       "\"version\":\"1.9\",",
                                       "true",
                                       "\"parent\":\"a\"",
                                       ":"};
    Tally tally;
    for (std::uint64_t round = 0; round < support::seeds(10000, 100); ++round) {
        std::string damaged = json;
        const std::size_t at = random.below(json.size()), size = random.below(40);
        if (random.one_in(3)) damaged.replace(damaged.find("1.0"), 3, "1.3");
        switch (random.below(4)) {
            case 0:
                damaged.erase(at, size);
                break;
            case 1:
                damaged.insert(at, json.substr(random.below(json.size()), size));
                break;
            case 2:
                damaged.replace(at, size, json.substr(random.below(json.size()), size));
                break;
            default:
                damaged.insert(at, tokens[random.below(std::size(tokens))]);
                break;
        }
        read_damaged(damaged, tally);
    }
    CHECK(tally.refused > 0);
    CHECK(tally.read > 0);
}

TEST_CASE("damage: a row of the journal") {
    const model::Plan plan = support::random_plan(4);
    std::size_t rows = 0;
    for (const model::RecordInfo& info : model::records()) {
        for (const model::RowPtr& row : plan.table(info.type)) {
            const std::string json = codec::encode_row(info, *row);
            const std::size_t stride = support::stride(3, 31);
            for (std::size_t at = support::first_place(stride, rows++); at < json.size(); at += stride) {
                std::string damaged = json;
                damaged[at] = static_cast<char>(damaged[at] ^ 2);
                const auto decoded = codec::decode_row(info, damaged);
                if (decoded) REQUIRE(codec::decode_row(info, codec::encode_row(info, **decoded)));
                const auto cut = codec::decode_row(info, std::string_view(json).substr(0, at));
                REQUIRE(!cut);
            }
        }
    }
}
