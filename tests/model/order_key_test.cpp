#include "model/order_key.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/random_plan.hpp"

namespace {
std::size_t longest(const std::vector<std::string>& keys) {
    std::size_t size = 0;
    for (const std::string& key : keys) size = std::max(size, key.size());
    return size;
}
}  // namespace

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

TEST_CASE("order key: 1,000 insertions at one place stay within the limit of a key at the ends") {
    std::vector<std::string> front, back;
    for (int i = 0; i < 1000; ++i) {
        front.push_back(model::order_between("", front.empty() ? "" : front.back()));
        back.push_back(model::order_between(back.empty() ? "" : back.back(), ""));
    }
    CHECK(std::ranges::is_sorted(back));
    CHECK(std::ranges::is_sorted(front, std::greater<>()));
    CHECK(longest(back) <= 40);
    CHECK(std::ranges::all_of(back, model::is_order_key));
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
    CHECK(model::is_order_key(std::string(64, 'a')));
    CHECK(!model::is_order_key(std::string(65, 'a')));
}
