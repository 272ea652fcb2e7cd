// Lists, trash, backups, witness and tail.
#include <doctest/doctest.h>

#include <set>

#include "store/store_support.hpp"

using namespace store;
using namespace store_test;

namespace {
Plan titled(std::uint64_t seed, std::string title) {
    base::IdSource ids(seed);
    Plan plan = model::empty_plan(ids.next());
    model::Cover cover = plan.cover();
    cover.title = std::move(title);
    cover.department = "心内科";
    cover.status = model::PlanStatus::InReview;
    plan.put(cover);
    return plan;
}
}  // namespace

TEST_CASE("list: what a plan says of itself, newest first, without an index") {
    MemoryFiles files;
    for (int i = 1; i <= 3; ++i) {
        Session session(titled(static_cast<std::uint64_t>(i), "方案" + std::to_string(i)), writer_id());
        session.save(noon(i));
        files.files.merge(session.files.files);
    }
    files.files["/plans/.backup/zzz/2026-01-01T0000_s-0000000001-0123456789abcdef"] = "x";
    files.files["/plans/stray"] = "x";
    const auto entries = list_plans(files);
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].summary == Summary{"方案3", "心内科", "inReview", 0});
    CHECK(entries[0].saved == noon(3));
    CHECK(entries[2].summary.title == "方案1");
    CHECK(entries[0].condition == Condition::Whole);
    CHECK(entries[0].bytes > 0);

    Witness lost{*base::Id::parse("lost"), {5, 1}, "丢失的方案"};
    const auto with_witness = list_plans(MemoryFiles{}, std::vector{lost});
    REQUIRE(with_witness.size() == 1);
    CHECK(with_witness[0].condition == Condition::Missing);
    CHECK(with_witness[0].summary.title == "丢失的方案");
}

TEST_CASE("trash: deleted, listed as such, restored; purged after thirty days") {
    Session session(titled(1, "方案"), writer_id());
    session.save(noon());
    const base::Id id = session.now.id;
    const MemoryFiles before = session.files;
    session.files.apply(delete_plan(list_plan(session.files, id), writer_id(), noon(10)));
    PlanEntry entry = list_plan(session.files, id);
    CHECK(entry.deleted);
    CHECK(entry.deleted_at == noon(10));
    CHECK(entry.summary.title == "方案");
    CHECK(!purge_due(entry, noon(10 + trash_days - 1).date()));
    CHECK(purge_due(entry, noon(10 + trash_days).date()));
    CHECK(!purge_due(entry, noon(-400).date()));  // the clock was set back
    CHECK(sizes(session.files, std::vector{entry}).trash > 0);
    CHECK(model::equal(session.open()->plan, session.now));  // can still be looked at

    MemoryFiles restored = session.files;
    restored.apply(restore_plan(restored, id));
    CHECK(restored.files == before.files);
    session.files.apply(purge_plan(session.files, id));
    CHECK(session.files.files.empty());
}

TEST_CASE("trash: a damaged mark does not delete, a mark on a damaged plan does not hide the damage") {
    Session session(titled(1, "方案"), writer_id());
    session.save(noon());
    const Commit mark = delete_plan(list_plan(session.files, session.now.id), writer_id(), noon());
    session.files.apply(mark);
    session.files.files[mark.put[0].path][30] ^= 1;
    const PlanEntry entry = list_plan(session.files, session.now.id);
    CHECK(!entry.deleted);
    CHECK(entry.condition == Condition::Damaged);
    CHECK(session.open());
}

TEST_CASE("backup: first state, one an hour of work, thinned out with age") {
    Random random(9);
    Session session(titled(2, "方案"), writer_id());
    session.save(noon());
    std::size_t most = 0;
    for (int day = 0; day < 120; ++day)
        for (int hour = 0; hour < 3; ++hour) {
            model::Task task;
            task.id = random.id();
            task.order = "a";
            session.now.put(task);
            session.save(noon(day).plus_minutes(hour * 61));
            most = std::max(most, list_backups(session.files, session.now.id).size());
        }
    const auto backups = list_backups(session.files, session.now.id);
    std::set<std::int32_t> days;
    for (const Backup& backup : backups) days.insert(backup.saved.date().days());
    MESSAGE("120 days, 360 saves: ", backups.size(), " backups on ", days.size(), " days, at most ", most);
    CHECK(most <= 5 + 7 + 9 + 1);
    CHECK(*days.rbegin() == noon(119).date().days());
    CHECK(*days.begin() <= noon(119 - 8 * 7 + 6).date().days());
    for (int day = 113; day < 120; ++day) CHECK(days.contains(noon(day).date().days()));
    // Each opens by itself.
    for (const Backup& backup : backups) {
        const auto frame = decode_frame(session.files.files.at(backup.path));
        REQUIRE(frame);
        const auto images = read_all(session.files, std::string(backup_root) + "/" + session.now.id.str());
        const auto plan = open_state(session.now.id, images, backup.state);
        REQUIRE(plan);
        CHECK(model::equal(*plan, session.history.at(backup.state.revision)));
    }
}

TEST_CASE("backup: thinning by size keeps two, and a wrong clock removes none of the last five") {
    std::vector<Backup> backups;
    for (std::uint64_t i = 1; i <= 10; ++i)
        backups.push_back({std::to_string(i), noon(static_cast<int>(i)), {i, i}, std::uint64_t{30} << 20});
    auto removed = thin_out(backups, noon(10).date());
    CHECK(removed.size() == 8);
    CHECK(std::ranges::find(removed, "10") == removed.end());
    CHECK(std::ranges::find(removed, "9") == removed.end());
    for (Backup& backup : backups) backup.size = 10;
    removed = thin_out(backups, noon(9000).date());
    CHECK(removed == std::vector<std::string>{"5", "4", "3", "2", "1"});
    removed = thin_out(backups, base::Date{});
    CHECK(removed.size() == 5);
}

TEST_CASE("backup: a version with a name stays when the others go, until twenty newer ones have names") {
    Session session(titled(2, "方案"), writer_id());
    session.save(noon());
    const Plan replaced = session.now;
    session.now = titled(2, "替换后");
    session.now.id = replaced.id;
    const Commit commit = session.store.begin(session.now, noon(), before_replace);
    session.files.apply(commit);
    session.store.confirmed();
    auto backups = list_backups(session.files, replaced.id);
    const auto place = std::ranges::find(backups, before_replace, &Backup::name);
    REQUIRE(place != backups.end());
    const Backup named = *place;  // the list it stands in is written over below
    const auto frame = decode_frame(session.files.files.at(named.path));
    REQUIRE(frame);
    CHECK(model::equal(*codec::decode_plan(frame->body), replaced));
    CHECK(parse_backup_path("/plans/.backup/a/2026-01-01T0000_s-0000000001-0123456789abcdef.Wrong name", 1) ==
          std::nullopt);

    backups.assign(20, named);
    for (std::uint64_t i = 1; i <= 10; ++i)
        backups.push_back({std::to_string(i), noon(static_cast<int>(i)), {i + 100, i}, std::uint64_t{30} << 20});
    auto removed = thin_out(backups, noon(9000).date());
    CHECK(removed.size() == 8);
    CHECK(std::ranges::find(removed, named.path) == removed.end());
    backups.insert(backups.begin(), 1, named);
    removed = thin_out(backups, noon(9000).date());
    CHECK(removed.size() == 9);
}

TEST_CASE("backup: a plan whose own files are all lost comes back from its backup") {
    Random random(4);
    Session session(support::random_plan(4), writer_id());
    session.save(noon());
    session.edit_and_save(random, 5);
    for (const FileInfo& info : session.files.list(plan_folder(session.now.id)))
        session.files.files[info.path] = "gone";
    const auto opened = session.open();
    REQUIRE(opened);
    CHECK(model::equal(opened->plan, session.history.at(1)));
    const auto told = [&](std::string_view code) {
        return std::ranges::any_of(opened->notices, [&](const Notice& notice) { return notice.code == code; });
    };
    CHECK(told("backup-used"));
    CHECK(told("revisions-lost"));
    CHECK(opened->repair);
}

TEST_CASE("witness: kept, and noticed when damaged") {
    const std::vector<Witness> witnesses{{*base::Id::parse("a"), {1, 0xFFFFFFFFFFFFFFFFu}, "标题 带 空格\n和换行"},
                                         {*base::Id::parse("b"), {2, 3}, ""}};
    const std::string text = encode_witnesses(witnesses);
    CHECK(decode_witnesses(text) == witnesses);
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string changed = text;
        changed[at] ^= 1;
        CHECK(decode_witnesses(changed).empty());
        CHECK(decode_witnesses(text.substr(0, at)).empty());
    }
}

TEST_CASE("tail: what was not stored is opened with what was, from any cut of it") {
    std::size_t recovered = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Random random(seed);
        Session session(support::random_plan(seed, {.rows = 2, .long_texts = false}), writer_id());
        if (seed % 4 != 0) session.save(noon());  // else the plan is so new that only the tail has it
        if (seed % 4 > 1) session.edit_and_save(random, 4);
        const Plan stored = session.now;
        while (!session.store.unsaved(session.now)) session.now = random_edit(random, session.now);
        const bool in_flight = seed % 3 == 0;
        Commit commit;
        if (in_flight) {
            commit = session.store.begin(session.now, noon());
            const Plan sent = session.now;  // an edit may take the one before it back
            while (model::equal(session.now, sent) || model::equal(session.now, stored))
                session.now = random_edit(random, session.now);
        }
        const std::string text = encode_tail(std::vector{session.store.tail(session.now, noon())});
        if (in_flight && seed % 2 == 0) session.files.apply(commit);
        const auto tail = decode_tail(text);
        REQUIRE(tail.size() == 1);
        const auto opened = open_stored(session.files, session.now.id, {.witness = {}, .tail = tail, .more = {}});
        REQUIRE(opened);
        CHECK(model::equal(opened->plan, session.now));
        CHECK(opened->unsaved);
        ++recovered;
        // Going on from there stores it; the same tail, read again later, is then old and ignored.
        PlanStore store(*opened, {}, writer_id(2));
        session.files.apply(store.begin(opened->plan, noon()));
        store.confirmed();
        const auto again = open_stored(session.files, session.now.id, {.witness = {}, .tail = tail, .more = {}});
        REQUIRE(again);
        CHECK(!again->unsaved);
        CHECK(model::equal(again->plan, session.now));
        for (std::size_t cut = 0; cut < text.size(); cut += 13) CHECK(decode_tail(text.substr(0, cut)).empty());
    }
    MESSAGE(recovered, " tails recovered");
}
