// store/disk.hpp: the store in a folder of a real file system, or of the one that Emscripten keeps in memory.
#pragma once

#include <string>

#include "base/result.hpp"
#include "store/files.hpp"

namespace store {

// Paths of the store below `folder`: "/plans/ID/NAME" is folder + "/ID/NAME".
class DiskFiles : public Files {
  public:
    explicit DiskFiles(std::string folder) : folder_(std::move(folder)) {}
    [[nodiscard]] std::vector<FileInfo> list(std::string_view below) const override;
    [[nodiscard]] std::optional<std::string> read(std::string_view path) const override;

    // Each file is written beside its place, flushed to the medium and renamed, its folder flushed; then the removals.
    // A crash in between leaves some of the files, each whole, which the store takes for the state before or after.
    // Errors (subject: the path; what was put may stay): "storage-full", "storage-failed", "storage-path".
    base::Status apply(const Commit& commit) const;

  private:
    [[nodiscard]] std::string real_path(std::string_view path) const;
    [[nodiscard]] base::Status put(const FileImage& file) const;
    std::string folder_;
};

}  // namespace store
