// What holds of every merge, whoever edited what.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "codec/plan_json.hpp"
#include "model/integrity.hpp"
#include "revision/busy_edits.hpp"
#include "revision/diff.hpp"
#include "revision/merge.hpp"
#include "support/build.hpp"

namespace {
using namespace model;
using revision::Conflict;
using revision::ConflictKind;
using revision::Merged;
using support::Random;

Plan base_of(Random& random, std::uint64_t seed) {
    return seed % 3 == 0 ? support::random_plan(seed, {.unknown_members = true, .long_texts = false})
                         : busy::small_plan(random);
}

// A plan of the same content that shares no row with it.
Plan apart(const Plan& plan) {
    return *codec::decode_plan(codec::encode_plan(plan));
}

Plan merged_cleanly(const Plan& base, const Plan& ours, const Plan& theirs, bool& clean) {
    Merged merged = revision::merge(base, ours, theirs);
    clean = clean && merged.conflicts.empty();
    return std::move(merged.plan);
}

bool is_listed(const Merged& merged, const RecordInfo& info, const Id& id, std::string_view member) {
    return std::ranges::any_of(merged.conflicts, [&](const Conflict& conflict) {
        return conflict.record && conflict.record->type == info.type && conflict.id == id &&
               (conflict.member == member || conflict.member.empty());
    });
}

bool same_together(const RecordInfo& info, const FieldInfo& first, const Row& a, const Row& b) {
    return std::ranges::all_of(revision::together(info, first),
                               [&](const FieldInfo& field) { return same_field(a, b, field); });
}

bool points_to_nothing(const Plan& plan, const RecordInfo& info, const Row& row, const FieldInfo& first) {
    for (const FieldInfo& field : revision::together(info, first)) {
        if (field.kind != Kind::Ref || get_ref(row, field).empty()) continue;
        const RecordInfo* target = field.has(kAnyRecord) ? any_record_target(info, row, field) : &record(field.target);
        if (target && !plan.table(target->type).find(get_ref(row, field))) return true;
    }
    return false;
}

// Every value that `side` set and that is not in the result is listed, unless it was a reference to what is gone.
void nothing_vanishes(const Plan& base, const Plan& side, const Merged& merged) {
    for (const revision::RowChange& change : revision::diff(base, side).rows) {
        if (change.removed()) continue;
        const RecordInfo& info = record(change.record);
        CAPTURE(std::string(info.name));
        CAPTURE(change.id().str());
        const Row* row = merged.plan.table(change.record).find(change.id());
        if (!row) {
            // Only a row from which references were taken because of what this side removed may go.
            CHECK((change.before && !change.moved && std::ranges::all_of(change.fields, [&](const FieldInfo* field) {
                       return field->kind == Kind::Ref || field->kind == Kind::Refs || field->has(kAnyRecord) ||
                              field->name == "subjectType";
                   })));
            continue;
        }
        for (const FieldInfo& field : info.fields) {
            if (revision::is_place(field) || field.has(kWithPrevious)) continue;
            if (change.before && same_together(info, field, *change.before, *change.after)) continue;
            if (same_together(info, field, *row, *change.after) || is_listed(merged, info, row->id, field.name))
                continue;
            if (points_to_nothing(merged.plan, info, *change.after, field)) continue;
            CAPTURE(std::string(field.name));
            if (field.kind == Kind::Texts) {
                // Each entry that was added is there, as often as it was added or more.
                const auto& had =
                    change.before ? get<std::vector<std::string>>(*change.before, field) : std::vector<std::string>{};
                const auto& has = get<std::vector<std::string>>(*row, field);
                for (const std::string& entry : get<std::vector<std::string>>(*change.after, field))
                    if (std::ranges::find(had, entry) == had.end()) CHECK(std::ranges::find(has, entry) != has.end());
            } else if (field.kind == Kind::Refs) {
                const auto had = change.before ? get_refs(*change.before, field) : std::vector<Id>{};
                const auto& has = get_refs(*row, field);
                for (const Id& entry : get_refs(*change.after, field))
                    if (std::ranges::find(had, entry) == had.end()) CHECK(std::ranges::find(has, entry) != has.end());
            } else if (field.kind == Kind::Text && field.has(kLong)) {
                continue;  // merge_text_test looks at passages
            } else {
                // A reference that was emptied with what it pointed to, while the other side pointed it elsewhere.
                REQUIRE(change.before);
                for (const FieldInfo& one : revision::together(info, field)) {
                    if (same_field(*change.before, *change.after, one)) continue;
                    CHECK(one.kind == Kind::Ref);
                    CHECK(is_empty(*change.after, one));
                }
            }
        }
        if ((change.moved || change.added()) && !is_listed(merged, info, row->id, "order")) {
            CHECK(row->order == change.after->order);
            if (const FieldInfo* parent = info.parent()) CHECK(same_field(*row, *change.after, *parent));
        }
    }
}
}  // namespace

TEST_CASE("merge: what one side did comes out unchanged, whether the other did nothing or the same") {
    for (std::uint64_t seed = 0; seed < support::seeds(2000, 60); ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const Plan base = base_of(random, seed), edited = busy::edits(random, base, 1 + random.below(12));
        for (const Plan& other : {base, apart(base)}) {
            for (const Merged& merged :
                 {revision::merge(other, base, edited), revision::merge(other, edited, base),
                  revision::merge(other, edited, edited), revision::merge(base, other, edited)}) {
                CHECK(equal(merged.plan, edited));
                CHECK(merged.conflicts.empty());
            }
        }
    }
}

TEST_CASE("merge: the result is valid, loses nothing unlisted, and is the same from both sides but for conflicts") {
    std::size_t conflicts[revision::conflict_kind_count] = {}, clean = 0;
    for (std::uint64_t seed = 0; seed < support::seeds(4000, 80); ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const Plan base = base_of(random, seed);
        const Plan ours = busy::edits(random, base, 1 + random.below(12));
        const Plan theirs = busy::edits(random, base, 1 + random.below(12));
        const Merged here = revision::merge(base, ours, theirs), there = revision::merge(base, theirs, ours);
        const base::Status valid = check_plan(here.plan);
        CHECK_MESSAGE(valid.ok(), (valid ? "" : valid.error().code + " " + valid.error().subject));
        nothing_vanishes(base, ours, here);
        nothing_vanishes(base, theirs, here);
        for (const Conflict& conflict : here.conflicts) ++conflicts[static_cast<std::size_t>(conflict.kind)];
        if (here.conflicts.empty()) {
            ++clean;
            CHECK(equal(here.plan, there.plan));
            CHECK(there.conflicts.empty());
        } else {
            CHECK(!there.conflicts.empty());
        }
        // Nothing but what is listed differs between the two ways round.
        for (const revision::RowChange& change : revision::diff(here.plan, there.plan).rows) {
            const RecordInfo& info = record(change.record);
            CAPTURE(std::string(info.name));
            // Which rows are needed depends on what is taken elsewhere.
            if (is_listed(here, info, change.id(), "*") || is_listed(there, info, change.id(), "*")) continue;
            REQUIRE((change.before && change.after));
            if (change.moved)
                CHECK((is_listed(here, info, change.id(), "order") || is_listed(there, info, change.id(), "order")));
            for (const FieldInfo* field : change.fields) CHECK(is_listed(here, info, change.id(), field->name));
        }
    }
    CHECK(clean > 50);
    if (support::does_everything())
        for (std::size_t kind = 0; kind < static_cast<std::size_t>(ConflictKind::OneSided); ++kind) {
            CAPTURE(kind);
            CHECK(conflicts[kind] > 5);
        }
}

TEST_CASE("merge: merging what was merged changes nothing more") {
    std::size_t exceptions = 0;
    for (std::uint64_t seed = 0; seed < support::seeds(2000, 60); ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const Plan base = base_of(random, seed);
        const Plan ours = busy::edits(random, base, 1 + random.below(10));
        const Plan theirs = busy::edits(random, base, 1 + random.below(10));
        const Merged once = revision::merge(base, ours, theirs);
        const Plan& merged = once.plan;
        // A row that stays although one side removed it may make an emptied reference to it somebody's edit again.
        const bool again = equal(revision::merge(base, merged, theirs).plan, merged);
        if (!again) ++exceptions;
        CHECK((again || std::ranges::any_of(once.conflicts, [](const Conflict& conflict) {
                   return conflict.kind == ConflictKind::Needed || conflict.kind == ConflictKind::Removed;
               })));
        const Merged onward = revision::merge(theirs, merged, theirs);
        CHECK(equal(onward.plan, merged));
        CHECK(onward.conflicts.empty());
        CHECK(equal(revision::merge(ours, ours, merged).plan, merged));
    }
    CHECK(exceptions <= 6);  // of 2000: rare
}

TEST_CASE("merge: copies that come back in any order give the same, where nobody disagrees") {
    std::size_t compared = 0;
    for (std::uint64_t seed = 0; seed < support::seeds(6000, 100); ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const Plan base = base_of(random, seed);
        Plan copies[3];
        for (Plan& copy : copies) copy = busy::edits(random, base, 1 + random.below(4));
        bool clean = true;
        const auto merge = [&](const Plan& a, const Plan& b) { return merged_cleanly(base, a, b, clean); };
        const Plan results[] = {merge(merge(copies[0], copies[1]), copies[2]),
                                merge(copies[0], merge(copies[1], copies[2])),
                                merge(merge(copies[2], copies[0]), copies[1])};
        if (!clean) continue;
        ++compared;
        CHECK(equal(results[0], results[1]));
        CHECK(equal(results[0], results[2]));
    }
    CHECK(compared > support::seeds(1000, 10));
}

TEST_CASE("merge: edits of different rows commute with making them one after the other") {
    for (std::uint64_t seed = 0; seed < support::seeds(1500, 50); ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const Plan base = busy::small_plan(random);
        // One edits tasks and people by their fields, the other all else; both make new rows.
        Plan ours = base, theirs = base, both = base;
        for (std::size_t i = 0; i < 8; ++i) {
            const edit::Command command = support::random_command(random, both);
            const auto* set = std::get_if<edit::SetField>(&command);
            const auto* put = std::get_if<edit::PutRow>(&command);
            if ((!set && !put) || (put && record(put->record).singleton)) continue;
            const RecordType type = set ? set->record : put->record;
            Plan& side =
                type == RecordType::Task || type == RecordType::Person || type == RecordType::Cover ? ours : theirs;
            const auto on_side = edit::apply_command(side, command), on_both = edit::apply_command(both, command);
            if (!on_side || !on_both) continue;
            side = *on_side;
            both = *on_both;
        }
        const Merged merged = revision::merge(base, ours, theirs);
        CHECK(merged.conflicts.empty());
        CHECK(equal(merged.plan, both));
    }
}

TEST_CASE("merge: without a common version nothing of either side is missing, and what differs is listed") {
    for (std::uint64_t seed = 0; seed < support::seeds(1000, 50); ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const Plan base = base_of(random, seed);
        const Plan ours = busy::edits(random, base, random.below(8)),
                   theirs = busy::edits(random, base, random.below(8));
        const Merged merged = revision::merge_without_base(ours, theirs);
        CHECK(check_plan(merged.plan).ok());
        CHECK(merged.conflicts.empty() == equal(ours, theirs));
        for (const RecordInfo& info : records())
            for (const Plan* side : {&ours, &theirs})
                for (const RowPtr& row : side->table(info.type)) CHECK(merged.plan.table(info.type).find(row->id));
    }
}
