// store/files.hpp: files as the store sees them: a listing, a way to read, and a change that is carried out as a whole.
//
// Every file is written once under a name of its own and never changed, so that a crash can spoil only what is new, two
// writers cannot overwrite each other, and a copy found elsewhere (a backup, a mirror, the tail) is worth the original.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

struct FileImage {
    std::string path;  // absolute, below root
    std::string bytes;
    bool operator==(const FileImage&) const = default;
};

struct FileInfo {
    std::string path;
    std::uint64_t size = 0;
};

// Everything is put before anything is removed; on a store with transactions all of it happens or nothing.
struct Commit {
    std::vector<FileImage> put;
    std::vector<std::string> remove;
    [[nodiscard]] bool empty() const { return put.empty() && remove.empty(); }
    [[nodiscard]] std::uint64_t bytes() const;
    void append(Commit other);
};

class Files {
  public:
    virtual ~Files() = default;
    // All files below folder ("/plans/…", without a slash at its end), in order of their paths.
    [[nodiscard]] virtual std::vector<FileInfo> list(std::string_view folder) const = 0;
    [[nodiscard]] virtual std::optional<std::string> read(std::string_view path) const = 0;
};

// In memory: for tests, for the contents of an archive, and for what a plain listing is compared with.
class MemoryFiles : public Files {
  public:
    std::map<std::string, std::string, std::less<>> files;
    [[nodiscard]] std::vector<FileInfo> list(std::string_view folder) const override;
    [[nodiscard]] std::optional<std::string> read(std::string_view path) const override;
    void apply(const Commit& commit);
};

// /plans/ID/… a plan's own files; the folders beginning with a dot lie beside the plans.
inline constexpr std::string_view root = "/plans";
inline constexpr std::string_view backup_root = "/plans/.backup";  // /plans/.backup/ID/…
inline constexpr std::string_view damaged_root =
    "/plans/.damaged";  // /plans/.damaged/ID/…: unreadable files, set aside

std::vector<FileImage> read_all(const Files& files, std::string_view folder);

// "/plans/ID/NAME" gives {root, ID, NAME}, "/plans/.backup/ID/NAME" gives {backup_root, ID, NAME}; nothing for any path
// that the store does not use, above all none that leads out of it.
struct PathParts {
    std::string_view area, plan, name;
};
std::optional<PathParts> split_path(std::string_view path);

}  // namespace store
