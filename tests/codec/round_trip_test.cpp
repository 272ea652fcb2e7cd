// Laws of reading and writing over random plans. A seed that failed once stays in kept_seeds.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "codec/plan_json.hpp"
#include "model/integrity.hpp"
#include "support/build.hpp"
#include "support/random_plan.hpp"

namespace {
using namespace model;

constexpr std::uint64_t kept_seeds[] = {0, 1, UINT64_MAX};

void for_seeds(std::uint64_t count, auto law) {
    for (const std::uint64_t seed : kept_seeds) law(seed);
    for (std::uint64_t seed = 0; seed < count; ++seed) law(seed * 7919 + 12345);
}
}  // namespace

TEST_CASE("random plans are valid") {
    for_seeds(support::seeds(1000, 20), [](std::uint64_t seed) {
        const base::Status checked = check_plan(support::random_plan(seed));
        REQUIRE_MESSAGE(checked, seed, " ", checked.error().code, " ", checked.error().subject);
    });
}

TEST_CASE("decode(encode(p)) is p, and encoding it again gives the same bytes") {
    for_seeds(support::seeds(4000, 60), [](std::uint64_t seed) {
        const Plan plan = support::random_plan(seed);
        const std::string json = codec::encode_plan(plan);
        const auto decoded = codec::decode_plan(json);
        REQUIRE_MESSAGE(decoded, seed, " ", decoded.error().code, " ", decoded.error().subject, " ",
                        decoded.error().detail);
        REQUIRE_MESSAGE(equal(*decoded, plan), seed);
        REQUIRE_MESSAGE(codec::encode_plan(*decoded) == json, seed);
    });
}

TEST_CASE("the canonical form says the same and reads back") {
    for_seeds(support::seeds(1000, 20), [](std::uint64_t seed) {
        const Plan plan = support::random_plan(seed, {.unknown_members = false});
        const std::string canonical = codec::canonical_plan(plan);
        REQUIRE(nlohmann::json::parse(canonical) == nlohmann::json::parse(codec::encode_plan(plan)));
        const auto decoded = codec::decode_plan(canonical);
        REQUIRE_MESSAGE(decoded, seed);
        REQUIRE_MESSAGE(equal(*decoded, plan), seed);
        REQUIRE_MESSAGE(codec::canonical_plan(*decoded) == canonical, seed);
    });
}

TEST_CASE("decode_row(encode_row(r)) is r") {
    for_seeds(support::seeds(1000, 20), [](std::uint64_t seed) {
        const Plan plan = support::random_plan(seed);
        for (const RecordInfo& info : records()) {
            for (const RowPtr& row : plan.table(info.type)) {
                const auto decoded = codec::decode_row(info, codec::encode_row(info, *row));
                REQUIRE_MESSAGE(decoded, seed, " ", decoded.error().code, " ", decoded.error().subject);
                REQUIRE_MESSAGE(same_row(info, **decoded, *row), seed);
            }
        }
    });
}

TEST_CASE("random plans reach every field, full and empty") {
    std::vector<Plan> plans;  // as many as were needed so far
    for (const RecordInfo& info : records()) {
        for (const FieldInfo& field : info.fields) {
            bool full = false, empty = field.has(kOwner);
            for (std::size_t seed = 0; seed < 200 && !(full && empty); ++seed) {
                if (seed == plans.size())
                    plans.push_back(support::random_plan(seed, {.unknown_members = false, .long_texts = false}));
                for (const RowPtr& row : plans[seed].table(info.type)) (is_empty(*row, field) ? empty : full) = true;
            }
            CHECK_MESSAGE((full && empty), info.name, ".", field.name);
        }
    }
}
