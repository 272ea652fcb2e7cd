#include "model/order_key.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/random_plan.hpp"

TEST_CASE("order key: there is always room between two") {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        support::Random random(seed);
        std::vector<std::string> keys;
        for (int step = 0; step < 300; ++step) {
            const std::size_t at = random.below(keys.size() + 1);
            const std::string low = at == 0 ? "" : keys[at - 1], high = at == keys.size() ? "" : keys[at];
            const std::string key = model::order_between(low, high);
            REQUIRE(model::is_order_key(key));
            REQUIRE(low < key);
            REQUIRE((high.empty() || key < high));
            keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(at), key);
        }
        REQUIRE(std::ranges::is_sorted(keys));
    }
}

TEST_CASE("order key: 10,000 insertions at one place keep keys short") {
    const auto grow = [](std::string low, std::string high, bool at_low) {
        std::size_t size = 0;
        for (int i = 0; i < 10000; ++i) {
            std::string key = model::order_between(low, high);
            REQUIRE(low < key);
            REQUIRE((high.empty() || key < high));
            size = std::max(size, key.size());
            (at_low ? low : high) = std::move(key);
        }
        return size;
    };
    CHECK(grow("", "", true) <= 5);   // at the end
    CHECK(grow("", "", false) <= 5);  // at the beginning
    for (const auto& [low, high] :
         {std::pair{"V", "W"}, {"V", "z"}, {"", "0001"}, {"zzz", ""}, {"Az", "B01"}, {"V", "V1"}}) {
        CHECK(grow(low, high, true) <= 15);   // each behind the one before
        CHECK(grow(low, high, false) <= 15);  // each in front of the one before
    }
}

TEST_CASE("order key: even between the two keys before it a hundred new ones fit") {
    for (int first : {0, 1}) {
        std::string low = "V", high = "W";
        for (int i = 0; i < 100; ++i) {
            std::string key = model::order_between(low, high);
            REQUIRE(low < key);
            REQUIRE(key < high);
            REQUIRE(model::is_order_key(key));
            (i % 2 == first ? low : high) = std::move(key);
        }
    }
}

TEST_CASE("order key: many at once") {
    for (const auto& [low, high] :
         {std::pair<std::string, std::string>{"", ""}, {"V", ""}, {"", "1"}, {"V", "W"}, {"A1", "A2"}}) {
        const auto keys = model::orders_between(low, high, 500);
        REQUIRE(keys.size() == 500);
        CHECK(std::ranges::is_sorted(keys));
        CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
        CHECK(low < keys.front());
        CHECK((high.empty() || keys.back() < high));
        CHECK(std::ranges::all_of(keys, model::is_order_key));
    }
}

TEST_CASE("order key: damaged ties still give a key behind the lower one") {
    CHECK(model::order_between("V", "V") > "V");
    CHECK(model::order_between("W", "V") > "W");
}

TEST_CASE("order key: what is one") {
    for (const char* good : {"", "V", "0V", "zz9"}) CHECK_MESSAGE(model::is_order_key(good), good);
    for (const char* bad : {"0", "V0", "a-b", "键", " "}) CHECK_MESSAGE(!model::is_order_key(bad), bad);
    CHECK(model::is_order_key(std::string(model::order_key_limit, 'a')));
    CHECK(!model::is_order_key(std::string(model::order_key_limit + 1, 'a')));
}
