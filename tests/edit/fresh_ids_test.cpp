#include "edit/fresh_ids.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "model/integrity.hpp"
#include "support/build.hpp"
#include "support/random_plan.hpp"

namespace {
std::set<model::Id> ids_of(const model::Plan& plan) {
    std::set<model::Id> ids{plan.id};
    for (const model::RecordInfo& info : model::records())
        if (!info.singleton)
            for (const model::RowPtr& row : plan.table(info.type)) ids.insert(row->id);
    return ids;
}

// Each row by its place in the display order instead of its id, so that two plans can be compared in which only ids
// differ.
model::Plan with_ids_by_place(const model::Plan& plan) {
    model::Plan result;
    std::map<std::pair<model::RecordType, model::Id>, model::Id> places;
    for (const model::RecordInfo& info : model::records()) {
        int number = 100000;
        for (const model::Row* row : model::in_order(plan.table(info.type)))
            places[{info.type, row->id}] = info.singleton ? row->id : *model::Id::parse("r" + std::to_string(++number));
    }
    for (const model::RecordInfo& info : model::records())
        for (const model::RowPtr& row : plan.table(info.type)) {
            auto copy = info.copy(*row);
            copy->id = places[{info.type, row->id}];
            for (const model::FieldInfo& field : info.fields) {
                if (field.kind == model::Kind::Ref && !model::get_ref(*row, field).empty()) {
                    const auto* target = field.has(model::kAnyRecord) ? model::any_record_target(info, *row, field)
                                                                      : &model::record(field.target);
                    model::edit<model::Id>(*copy, field) = places[{target->type, model::get_ref(*row, field)}];
                }
                if (field.kind == model::Kind::Refs)
                    for (model::Id& id : model::edit<std::vector<model::Id>>(*copy, field))
                        id = places[{field.target, id}];
            }
            result.table(info.type).put(std::move(copy));
        }
    return result;
}
}  // namespace

TEST_CASE("fresh ids: the same content under ids that are all new, and a plan that holds") {
    for (std::uint64_t seed = 1; seed <= support::seeds(200, 20); ++seed) {
        const model::Plan plan = support::random_plan(seed, {.rows = 8, .unknown_members = false});
        base::IdSource ids(seed);
        const model::Plan copy = edit::with_fresh_ids(plan, ids);
        CAPTURE(seed);
        REQUIRE(model::check_plan(copy));
        const std::set<model::Id> before = ids_of(plan), after = ids_of(copy);
        CHECK(before.size() == after.size());
        for (const model::Id& id : after) CHECK(!before.contains(id));
        CHECK(model::equal(with_ids_by_place(plan), with_ids_by_place(copy)));
    }
}

TEST_CASE("fresh ids: singletons keep theirs, unknown members stay, equal order keys keep their order") {
    model::Plan plan = model::empty_plan(*model::Id::parse("old"));
    plan.unknown = std::make_shared<model::UnknownMembers>(model::UnknownMembers{{"later", "[1]"}});
    for (const char* id : {"a", "b", "c", "d", "e", "f"}) {
        model::Goal goal;
        goal.id = *model::Id::parse(id);
        goal.text = id;
        plan.put(goal);
    }
    base::IdSource ids(7);
    const model::Plan copy = edit::with_fresh_ids(plan, ids);
    CHECK(copy.id != plan.id);
    CHECK(copy.cover().id == plan.cover().id);
    REQUIRE(copy.unknown);
    CHECK(*copy.unknown == *plan.unknown);
    std::string texts;
    for (const model::Goal* goal : model::in_order<model::Goal>(copy)) texts += goal->text;
    CHECK(texts == "abcdef");
}
