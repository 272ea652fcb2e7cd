// What a commit costs in bytes: what changed, whatever the size of the plan.
#include <doctest/doctest.h>

#include "store/store_support.hpp"

using namespace store;
using namespace store_test;

namespace {

const model::Task& nth_task(const Plan& plan, std::size_t n) {
    auto at = plan.rows<model::Task>().begin();
    for (; n > 0; --n) ++at;
    return *at;
}

}  // namespace

TEST_CASE("cost: the bytes of an edit do not depend on the plan's size") {
    std::uint64_t least = UINT64_MAX, most = 0;
    for (const std::size_t tasks : {std::size_t{100}, std::size_t{1000}, support::seeds(10000, 3000)}) {
        Session session(large_plan(tasks), writer_id());
        const std::uint64_t whole = session.save(noon()).bytes();
        model::Task task = nth_task(session.now, tasks / 2);
        task.title = "改过的标题";
        session.now.put(task);
        const Commit commit = session.save(noon());
        MESSAGE(tasks, " tasks: first save ", whole, " bytes, one edit ", commit.bytes(), " bytes in ",
                commit.put.size(), " file");
        CHECK(commit.put.size() == 1);
        least = std::min(least, commit.bytes());
        most = std::max(most, commit.bytes());
    }
    CHECK(most < least + 32);  // a longer number here and there
    CHECK(most < 2000);
}

TEST_CASE("cost: over a long session the snapshots cost no more than the journals, beside one per 512 edits") {
    const std::size_t edits = support::seeds(2000, 700);
    Session session(large_plan(support::seeds(1000, 100)), writer_id());
    const std::uint64_t whole = session.save(noon()).bytes() / 2;  // the first save holds a backup too
    std::uint64_t journals = 0, snapshots = 0, backups = 0;
    std::size_t most_files = 0;
    for (std::size_t i = 0; i < edits; ++i) {
        model::Task task = nth_task(session.now, i % 100);
        task.note = "第" + std::to_string(i) + "次修改";
        session.now.put(task);
        for (const FileImage& file : session.save(noon().plus_minutes(static_cast<std::int64_t>(i / 10))).put) {
            const auto frame = decode_frame(file.bytes);
            if (split_path(file.path)->area == backup_root)
                backups += file.bytes.size();
            else
                (frame->kind == FrameKind::Journal ? journals : snapshots) += file.bytes.size();
        }
        most_files = std::max(most_files, session.files.list(plan_folder(session.now.id)).size());
    }
    MESSAGE(edits, " edits in ", edits / 10, " minutes of a plan of ", whole, " bytes: journals ", journals,
            ", snapshots ", snapshots, ", backups ", backups, " bytes; at most ", most_files, " files");
    CHECK(snapshots <= journals + (edits / 512 + 1) * (whole * 11 / 10));
    CHECK(most_files <= 2 * 513 + 2);
    CHECK(model::equal(session.open()->plan, session.now));
}
