// A table against std::map: what was put is found, copies stay as they were, and compare tells exactly what differs.
#include "model/table.hpp"

#include <doctest/doctest.h>

#include <map>

#include "model/plan.hpp"
#include "support/build.hpp"
#include "support/random_plan.hpp"

namespace {
using namespace model;
using Oracle = std::map<Id, RowPtr>;

Id small_id(support::Random& random) {
    return *Id::parse(std::to_string(random.below(400)));
}

RowPtr person(const Id& id) {
    Person row;
    row.id = id;
    return std::make_shared<const Person>(row);
}

void same_content(const Table& table, const Oracle& oracle) {
    REQUIRE(table.size() == oracle.size());
    REQUIRE(table.empty() == oracle.empty());
    auto expected = oracle.begin();
    for (const RowPtr& row : table) {
        REQUIRE(row == expected->second);
        REQUIRE(table.get(row->id) == row);
        REQUIRE(table.find(row->id) == row.get());
        ++expected;
    }
}

Oracle differences(const Oracle& from, const Oracle& to) {
    Oracle result;
    for (const auto& [id, row] : from)
        if (!to.contains(id) || to.at(id) != row) result[id] = row;
    return result;
}
}  // namespace

TEST_CASE("table: behaves as a map, and a copy is a value") {
    for (std::uint64_t seed = 0; seed < support::seeds(40, 5); ++seed) {
        support::Random random(seed);
        Table table;
        Oracle oracle;
        std::vector<std::pair<Table, Oracle>> copies;
        for (int step = 0; step < 1500; ++step) {
            const Id id = small_id(random);
            if (random.below(10) < 6) {
                const RowPtr row = person(id);
                table.put(row);
                oracle[id] = row;
            } else {
                REQUIRE(table.erase(id) == (oracle.erase(id) > 0));
            }
            REQUIRE((table.find(id) != nullptr) == oracle.contains(id));
            if (random.one_in(100)) copies.emplace_back(table, oracle);
        }
        same_content(table, oracle);
        for (const auto& [copy, content] : copies) {
            same_content(copy, content);
            Oracle gone, come;
            Table::compare(copy, table, [&](const RowPtr& before, const RowPtr& after) {
                REQUIRE((before || after));
                REQUIRE(before != after);
                if (before && after) REQUIRE(before->id == after->id);
                if (before) gone[before->id] = before;
                if (after) come[after->id] = after;
            });
            REQUIRE(gone == differences(content, oracle));
            REQUIRE(come == differences(oracle, content));
        }
    }
}

TEST_CASE("table: a copy shares all, and one edit shares nearly all") {
    Table table;
    for (int i = 0; i < 5000; ++i) table.put(person(*Id::parse(std::to_string(i))));
    const Table copy = table;
    CHECK(copy.same(table));
    table.put(person(*Id::parse("77")));
    CHECK(!copy.same(table));
    std::size_t changed = 0;
    Table::compare(copy, table, [&](const RowPtr&, const RowPtr&) { ++changed; });
    CHECK(changed == 1);
}

TEST_CASE("table: emptied, it can be filled again") {
    Table table;
    CHECK(table.find(*Id::parse("a")) == nullptr);
    CHECK(!table.erase(*Id::parse("a")));
    table.put(person(*Id::parse("a")));
    CHECK(table.erase(*Id::parse("a")));
    CHECK(table.begin() == table.end());
    table.put(person(*Id::parse("b")));
    CHECK(table.size() == 1);
}
