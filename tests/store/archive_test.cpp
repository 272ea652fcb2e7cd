#include "store/archive.hpp"

#include <doctest/doctest.h>

#include "codec/plan_json.hpp"
#include "store/store_support.hpp"

using namespace store;
using namespace store_test;

namespace {

MemoryFiles three_plans(std::vector<Plan>& plans) {
    MemoryFiles files;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        Random random(seed);
        Session session(support::random_plan(seed, {.rows = 2, .long_texts = false}), writer_id());
        session.save(noon());
        session.edit_and_save(random, 20);
        plans.push_back(session.now);
        files.files.merge(session.files.files);
    }
    return files;
}

base::Result<Import> import_into(const MemoryFiles& files, std::string_view archive) {
    base::IdSource ids(99);
    auto entries = base::read_zip(archive);
    if (!entries) return entries.error();
    return import_entries(files, std::move(entries).value(), ids, writer_id(9), noon(5));
}
base::Result<std::string> export_archive(const MemoryFiles& files, base::Moment at) {
    return base::write_zip(archive_entries(files), at);
}

}  // namespace

TEST_CASE("archive: exported from one machine and imported on another, everything is there with its history") {
    std::vector<Plan> plans;
    const MemoryFiles files = three_plans(plans);
    const auto archive = export_archive(files, noon());
    REQUIRE(archive);
    auto import = import_into({}, *archive);
    REQUIRE(import);
    CHECK(import->plans.size() == 3);
    for (const ImportedPlan& plan : import->plans) CHECK(plan.outcome == Outcome::Added);
    MemoryFiles there;
    there.apply(import->commit);
    CHECK(there.files == files.files);

    import = import_into(there, *archive);
    REQUIRE(import);
    CHECK(import->commit.empty());
    for (const ImportedPlan& plan : import->plans) CHECK(plan.outcome == Outcome::Unchanged);
}

TEST_CASE("archive: a plan that went on meanwhile stays, the archive's state becomes a copy") {
    std::vector<Plan> plans;
    MemoryFiles files = three_plans(plans);
    const std::string archive = *export_archive(files, noon());
    Random random(8);
    const auto opened = open_stored(files, plans[0].id);
    PlanStore store(*opened, {}, writer_id(2));
    Plan changed = plans[0];
    while (!store.unsaved(changed)) changed = random_edit(random, changed);
    files.apply(store.begin(changed, noon()));
    const auto import = import_into(files, archive);
    REQUIRE(import);
    files.apply(import->commit);
    CHECK(model::equal(open_stored(files, plans[0].id)->plan, changed));
    std::size_t copies = 0;
    for (const ImportedPlan& entry : import->plans) {
        if (entry.outcome != Outcome::Copied) continue;
        ++copies;
        Plan copy = open_stored(files, entry.id)->plan;
        copy.id = plans[0].id;
        CHECK(model::equal(copy, plans[0]));
    }
    CHECK(copies == 1);
}

TEST_CASE("archive: single plan files in it are enough, bad ones are told") {
    const Plan plan = support::random_plan(4, {.rows = 2});
    const std::string archive =
        *base::write_zip({{"a.plan.json", codec::encode_plan(plan)}, {"b.plan.json", "{"}, {"notes.txt", "x"}}, noon());
    const auto import = import_into({}, archive);
    REQUIRE(import);
    REQUIRE(import->plans.size() == 2);
    CHECK(import->plans[0].outcome == Outcome::Added);
    CHECK(import->plans[1].outcome == Outcome::Refused);
    CHECK(import->plans[1].code == "json-syntax");
    MemoryFiles files;
    files.apply(import->commit);
    CHECK(model::equal(open_stored(files, plan.id)->plan, plan));
}

TEST_CASE("archive: what cannot be read is handed out and taken in as it is") {
    Session session(support::random_plan(5, {.rows = 1}), writer_id());
    session.save(noon());
    for (auto& [path, bytes] : session.files.files) bytes[bytes.size() / 2] ^= 1;
    const auto raw = base::write_zip(raw_entries(session.files, session.now.id), noon());
    REQUIRE(raw);
    const auto import = import_into({}, *raw);
    REQUIRE(import);
    CHECK(import->plans[0].outcome == Outcome::Kept);
    MemoryFiles there;
    there.apply(import->commit);
    CHECK(there.files == session.files.files);
    const auto again = import_into(there, *raw);
    REQUIRE(again);
    CHECK(again->commit.empty());
    CHECK(again->plans[0].outcome == Outcome::Refused);
}

// As the failure page packs it (shell/rescue.js), today and at first: the store's files alone, with what lies beside
// them.
TEST_CASE("archive: what the failure page saved is read, under the older name of its folder, too") {
    std::vector<Plan> plans;
    const MemoryFiles files = three_plans(plans);
    for (const std::string folder : {"store", "plans"}) {
        CAPTURE(folder);
        std::vector<base::ZipEntry> entries{{"browser/fanglue.opening", "0123456789abcdef"}};
        for (const auto& [path, bytes] : files.files) entries.push_back({folder + path.substr(root.size()), bytes});
        const auto import = import_into({}, *base::write_zip(entries, noon()));
        REQUIRE(import);
        CHECK(import->plans.size() == 3);
        MemoryFiles there;
        there.apply(import->commit);
        CHECK(there.files == files.files);
    }
    CHECK(import_into({}, *base::write_zip({{"storeroom/abc/s-0000000001-0123456789abcdef", "x"}}, noon()))
              .error()
              .code == "archive-empty");
}

TEST_CASE("archive: hostile names go nowhere, an archive of nothing is refused") {
    const std::string archive = *base::write_zip({{"store/.backup/abc/evil", "x"},
                                                  {"store/abc/x.html", "x"},
                                                  {"store/.other/abc/s-0000000001-0123456789abcdef", "x"}},
                                                 noon());
    CHECK(import_into({}, archive).error().code == "archive-empty");
    CHECK(import_into({}, "no zip").error().code == "zip-syntax");
    CHECK(export_name(*base::Id::parse("id"), "a/b\\c:d*e?f\"g<h>i|j.k\nl") == "a_b_c_d_e_f_g_h_i_j_k_l-id");
    CHECK(export_name(*base::Id::parse("id"), "") == "id");
}

TEST_CASE("archive: a history that leaves no number for the next state is not taken in") {
    Session session(support::random_plan(6, {.rows = 1}), writer_id());
    session.save(noon());
    for (const std::uint64_t revision : {std::uint64_t{1} << 40, UINT64_MAX - 1, UINT64_MAX}) {
        Frame frame = *decode_frame(session.files.files.begin()->second);
        const std::string body(frame.body);
        frame.body = body;
        frame.state.revision = revision;
        const std::string bytes = encode_frame(frame);
        const std::string path = plan_path(frame);
        const auto archive = base::write_zip({{"store" + path.substr(root.size()), bytes}}, noon());
        const auto import = import_into({}, *archive);
        CAPTURE(revision);
        if (revision > std::uint64_t{1} << 48) {
            REQUIRE(!import);
            CHECK(import.error().code == "archive-empty");
            continue;
        }
        MemoryFiles files;
        files.apply(import->commit);
        const auto opened = open_stored(files, session.now.id);
        REQUIRE(opened);
        PlanStore store(*opened, {}, writer_id(2));
        Random random(1);
        Plan changed = opened->plan;
        while (!store.unsaved(changed)) changed = random_edit(random, changed);
        files.apply(store.begin(changed, noon()));
        CHECK(model::equal(open_stored(files, session.now.id)->plan, changed));
    }
}
