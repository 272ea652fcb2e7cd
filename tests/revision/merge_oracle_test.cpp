// A second merge, written apart from the first and on nothing but JSON and sets, says what fields and lists must hold.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "codec/plan_json.hpp"
#include "revision/busy_edits.hpp"
#include "revision/merge.hpp"
#include "support/build.hpp"

namespace {
using nlohmann::json;

// Rows of a plan's JSON by list and id; a singleton's id is its name.
std::map<std::string, json> rows_of(const model::Plan& plan) {
    std::map<std::string, json> rows;
    const json all = json::parse(codec::encode_plan(plan));
    for (const auto& [list, value] : all.items()) {
        if (value.is_array())
            for (const json& row : value) rows[list + "/" + row.value("id", "")] = row;
        else if (value.is_object())
            rows[list + "/" + list] = value;
    }
    return rows;
}

json member(const std::map<std::string, json>& rows, const std::string& row, const std::string& name) {
    const auto at = rows.find(row);
    return at == rows.end() || !at->second.contains(name) ? json() : at->second[name];
}

bool is_text_list(const json& value) {
    return value.is_null() ||
           (value.is_array() && std::ranges::all_of(value, [](const json& one) { return one.is_string(); }));
}

std::multiset<std::string> entries(const json& value) {
    std::multiset<std::string> all;
    for (const json& one : value) all.insert(one.get<std::string>());
    return all;
}

// How often an entry is in the result: each occurrence goes or stays for itself.
std::size_t expected_count(std::size_t base, std::size_t ours, std::size_t theirs) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < std::max({base, ours, theirs}); ++i) {
        const bool b = i < base, o = i < ours, t = i < theirs;
        if (o == t ? o : (b ? false : true)) ++count;
    }
    return count;
}
}  // namespace

TEST_CASE("merge: fields and lists hold what a second, independent merge says") {
    std::size_t fields = 0, lists = 0;
    for (std::uint64_t seed = 0; seed < support::seeds(2000, 60); ++seed) {
        CAPTURE(seed);
        support::Random random(seed);
        const model::Plan base = busy::small_plan(random);
        const model::Plan ours = busy::edits(random, base, 1 + random.below(10));
        const model::Plan theirs = busy::edits(random, base, 1 + random.below(10));
        const revision::Merged merged = revision::merge(base, ours, theirs);
        const auto b = rows_of(base), o = rows_of(ours), t = rows_of(theirs), m = rows_of(merged.plan);
        std::set<std::string> listed, ids;
        for (const revision::Conflict& conflict : merged.conflicts)
            listed.insert(std::string(conflict.record->list) + "/" +
                          (conflict.record->singleton ? std::string(conflict.record->list) : conflict.id.str()) + "/" +
                          conflict.member);
        for (const auto* side : {&b, &o, &t})
            for (const auto& [row, value] : *side) ids.insert(value.value("id", ""));
        for (const auto& in_result : m) {
            const std::string& row = in_result.first;
            CAPTURE(row);
            if (!b.contains(row) || !o.contains(row) || !t.contains(row)) continue;
            const model::RecordInfo& info = *model::find_record(row.substr(0, row.find('/')));
            for (std::size_t i = 0; i < info.fields.size(); ++i) {
                const model::FieldInfo& field = info.fields[i];
                const std::string name(field.name);
                // References may be emptied with what they point to, groups are merged as one: the laws look at them.
                if (field.kind == model::Kind::Ref || field.has(model::kWithPrevious) ||
                    (i + 1 < info.fields.size() && info.fields[i + 1].has(model::kWithPrevious)))
                    continue;
                CAPTURE(name);
                const json in_base = member(b, row, name), in_ours = member(o, row, name),
                           in_theirs = member(t, row, name), in_merged = member(m, row, name);
                const bool conflict = listed.contains(row + "/" + name);
                const bool is_list = field.kind == model::Kind::Texts || field.kind == model::Kind::Refs;
                if (is_list) {
                    REQUIRE(is_text_list(in_merged));
                    std::set<std::string> values;
                    for (const json* one : {&in_base, &in_ours, &in_theirs, &in_merged})
                        for (const json& entry : *one) values.insert(entry.get<std::string>());
                    for (const std::string& entry : values) {
                        const std::size_t has = entries(in_merged).count(entry);
                        const std::size_t wants =
                            expected_count(entries(in_base).count(entry), entries(in_ours).count(entry),
                                           entries(in_theirs).count(entry));
                        // Those to rows that are gone go, too.
                        if (field.kind == model::Kind::Refs && has == 0 && wants > 0)
                            CHECK_FALSE(m.contains(std::string(model::record(field.target).list) + "/" + entry));
                        else
                            CHECK(has == wants);
                    }
                    ++lists;
                } else if (in_ours == in_theirs || in_base == in_theirs) {
                    CHECK(in_merged == in_ours);
                    CHECK_FALSE(conflict);
                } else if (in_base == in_ours) {
                    CHECK(in_merged == in_theirs);
                    CHECK_FALSE(conflict);
                } else if (!field.has(model::kLong)) {
                    CHECK(in_merged == in_ours);
                    CHECK(conflict);
                    ++fields;
                }
            }
        }
    }
    CHECK(fields > support::seeds(20, 0));
    CHECK(lists > 100);
}
