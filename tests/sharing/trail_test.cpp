#include "sharing/trail.hpp"

#include <doctest/doctest.h>

#include "codec/plan_json.hpp"
#include "model/integrity.hpp"
#include "sharing/chain.hpp"
#include "sharing/content.hpp"
#include "support/build.hpp"
#include "support/large_plan.hpp"
#include "support/random_edit.hpp"

namespace {
using namespace model;
using support::Random;

base::Moment moment(int minute) {
    return base::Moment::at(*base::Date::from_ymd(2026, 3, 1), 9, minute);
}

Plan recorded(const Plan& plan, Random& random) {
    return sharing::record_version(plan, {random.id(), "编制人", "送审", moment(0)});
}

// Edits of content alone, as people make them in a copy, whose file then knows the way back.
Plan edited_copy(Random& random, const Plan& plan, std::size_t count) {
    Plan edited = plan;
    while (count > 0) {
        const edit::Command command = support::random_command(random, edited);
        const auto touches = [&](RecordType type) {
            return std::visit([&](const auto& one) { return one.record == type; }, command);
        };
        if (touches(RecordType::Revision) || touches(RecordType::ApprovalStep)) continue;
        const auto changed = edit::apply_command(edited, command);
        if (!changed) continue;
        edited = *changed;
        --count;
    }
    return sharing::carry(plan, edited);
}

Plan through_file(const Plan& plan) {
    const auto read = codec::decode_plan(codec::encode_plan(plan));
    REQUIRE_MESSAGE(read.ok(), (read.ok() ? "" : read.error().code + " " + read.error().subject));
    return *read;
}

Plan plan_of(std::uint64_t seed) {
    Plan plan = support::random_plan(seed, {.unknown_members = seed % 2 == 0, .long_texts = false});
    for (const RecordType type : {RecordType::Revision, RecordType::ApprovalStep})
        for (const RowPtr& row : Table(plan.table(type)))
            plan = *edit::apply_command(plan, edit::RemoveRows{type, {row->id}});
    return plan;
}
}  // namespace

TEST_CASE("trail: an edited copy that comes back as a file still leads to the content it began from") {
    for (std::uint64_t seed = 0; seed < support::seeds(300, 20); ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const Plan sent = recorded(plan_of(seed), random);
        const Plan back = through_file(edited_copy(random, through_file(sent), 1 + random.below(10)));
        const auto content = sharing::common_version(sent, back);
        REQUIRE(content);
        CHECK(equal(*content, sharing::content_of(sent)));
        // The author went on meanwhile, without keeping what was sent: the returned copy has it.
        const Plan onward = edited_copy(random, sent, 1 + random.below(10));
        const auto from_copy = sharing::common_version(sharing::without_contents(onward), back);
        REQUIRE(from_copy);
        CHECK(equal(*from_copy, *content));
        // From the merged plan both lead back, too.
        const revision::Merged merged = sharing::merge_copies(&*content, onward, back);
        CHECK(check_plan(merged.plan).ok());
        for (const auto& version : merged.plan.rows<Revision>())
            CHECK(sharing::version_content(merged.plan, version).has_value());
        for (const revision::Conflict& conflict : merged.conflicts)
            if (conflict.record) CHECK(conflict.record->type != RecordType::Revision);
    }
}

TEST_CASE("trail: edits followed one by one, undone and redone, lead back to everything that was passed on") {
    for (std::uint64_t seed = 0; seed < support::seeds(300, 20); ++seed) {
        CAPTURE(seed);
        Random random(seed);
        std::vector<Plan> past{plan_of(seed)};
        Plan plan = past.back();
        std::vector<std::pair<Id, Plan>> passed_on;
        for (int step = 0; step < 25; ++step) {
            if (random.one_in(8)) {
                const Plan before = plan;
                plan = recorded(plan, random);
                if (plan.rows<Revision>().size() > before.rows<Revision>().size())
                    passed_on.emplace_back(model::in_order<Revision>(plan).back()->id, sharing::content_of(plan));
            }
            const Plan next = random.one_in(4) ? past[random.below(past.size())]  // as undo and redo do
                                               : support::random_edits(random, sharing::content_of(plan), 1);
            plan = sharing::follow_edit(plan, next);
            past.push_back(next);
        }
        // The newest ones, as record_version keeps them.
        for (std::size_t i = passed_on.size() - std::min<std::size_t>(passed_on.size(), sharing::kept_contents);
             i < passed_on.size(); ++i) {
            const Revision* version = plan.rows<Revision>().find(passed_on[i].first);
            REQUIRE(version);
            const auto content = sharing::version_content(plan, *version);
            REQUIRE(content);
            CHECK(equal(*content, passed_on[i].second));
        }
    }
}

TEST_CASE("trail: a plan that was never passed on costs an edit nothing") {
    Random random(3);
    const Plan plan = plan_of(3), edited = support::random_edits(random, plan, 1);
    CHECK(sharing::follow_edit(plan, edited).same(edited));
}

TEST_CASE("trail: what was tampered with is no version") {
    Random random(1);
    const Plan sent = recorded(support::large_plan(20), random);
    Plan back = edited_copy(random, sent, 5);
    const Revision honest = *back.rows<Revision>().begin();
    REQUIRE(!honest.back.empty());
    const auto known = [&](Revision version) {
        back.put(version);
        return sharing::version_content(back, version).has_value();
    };
    REQUIRE(known(honest));
    Revision forged = honest;
    forged.back.pop_back();
    CHECK_FALSE(known(forged));
    forged = honest;
    forged.digest[0] = forged.digest[0] == '0' ? '1' : '0';
    CHECK_FALSE(known(forged));
    for (const char* entry : {"", "tasks", "tasks/", "tasks/?", "nothing/a {}", "tasks/a {}", "tasks/a {\"id\":\"b\"}",
                              "cover/cover", "tasks/a {\"id\":\"a\",\"owner\":\"none\"}", "tasks/a [[[["}) {
        CAPTURE(entry);
        forged = honest;
        forged.back.push_back(entry);
        CHECK_FALSE(known(forged));
    }
}

TEST_CASE("trail: recording the same content again records nothing; older contents go, signed ones stay") {
    Random random(2);
    Plan plan = sharing::record_version(support::large_plan(20), {random.id(), "甲", "", moment(0)});
    const auto count = [&] { return plan.rows<Revision>().size(); };
    const auto known = [&] {
        std::size_t contents = 0;
        for (const Revision& version : plan.rows<Revision>())
            contents += sharing::version_content(plan, version).has_value() ? 1 : 0;
        return contents;
    };
    plan = recorded(plan, random);
    CHECK(count() == 1);
    plan = recorded(edited_copy(random, plan, 3), random);
    CHECK(count() == 2);
    CHECK(known() == 2);
    const auto request = [&](int minute) {
        return sharing::SignRequest{random.id(),      random.id(), ApprovalRole::Prepare, "甲", {},
                                    Decision::Passed, {},          moment(minute)};
    };
    plan = *sharing::sign(plan, request(1));
    CHECK(count() == 2);
    for (int i = 0; i < 4; ++i) plan = recorded(edited_copy(random, plan, 3), random);
    CHECK(count() == 6);
    CHECK(known() == 1 + sharing::kept_contents);  // what was signed, and the newest
}
