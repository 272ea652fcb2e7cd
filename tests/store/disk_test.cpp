// The store in a folder of the real file system.
#include "store/disk.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "store/store_support.hpp"

using namespace store;
using namespace store_test;

namespace {

struct Folder {
    std::filesystem::path path;
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "fanglue-store-XXXXXX").string();
        path = ::mkdtemp(pattern.data());
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

}  // namespace

TEST_CASE("disk: holds what the store in memory holds") {
    const Folder folder;
    const DiskFiles disk(folder.path.string());
    CHECK(disk.list(root).empty());
    Random random(1);
    Session session(support::random_plan(1, {.rows = 2, .long_texts = false}), writer_id());
    for (int i = 0; i < 30; ++i) {
        if (i > 0) session.now = random_edit(random, session.now);
        if (i % 9 == 8) session.store.write_whole_next();
        const Commit commit = session.save(noon(i / 10));
        REQUIRE(disk.apply(commit));
    }
    MemoryFiles read;
    for (const FileImage& image : read_all(disk, root)) read.files[image.path] = image.bytes;
    CHECK(read.files == session.files.files);
    CHECK(model::equal(open_stored(disk, session.now.id)->plan, session.now));
    CHECK(disk.list(backup_root).size() == session.files.list(backup_root).size());
}

TEST_CASE("disk: a file that was never finished is no file, removing what is not there is no error") {
    const Folder folder;
    const DiskFiles disk(folder.path.string());
    Session session(support::random_plan(2, {.rows = 1}), writer_id());
    Commit commit = session.save(noon());
    commit.remove.push_back(plan_folder(session.now.id) + "/not-there");
    REQUIRE(disk.apply(commit));
    std::ofstream(folder.path / session.now.id.str() / "j-0000000002-0123456789abcdef.part") << "half";
    CHECK(disk.list(root).size() == commit.put.size());
    CHECK(open_stored(disk, session.now.id)->notices.empty());
}

TEST_CASE("disk: refuses paths outside the store; says when it cannot write") {
    const Folder folder;
    const DiskFiles disk(folder.path.string());
    CHECK(disk.apply({{{"/plans/../x", "a"}}, {}}).error().code == "storage-path");
    CHECK(disk.apply({{}, {"/etc/passwd"}}).error().code == "storage-path");
    CHECK(!std::filesystem::exists(folder.path.parent_path() / "x"));
    std::ofstream(folder.path / "abc") << "a file where a folder should be";
    CHECK(disk.apply({{{"/plans/abc/x", "a"}}, {}}).error().code == "storage-failed");
    CHECK(!disk.read("/plans/nobody/x"));
}
