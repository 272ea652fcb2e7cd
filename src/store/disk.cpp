#include "store/disk.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view unfinished = ".part";

base::Error failed(std::string_view path) {
    return {errno == ENOSPC || errno == EDQUOT ? "storage-full" : "storage-failed", std::string(path), {}};
}

// Data and name reach the medium only when both the file and its folder are flushed.
bool write_flushed(const std::string& path, std::string_view bytes) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) return false;
    bool good = true;
    while (good && !bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        good = written > 0;
        if (good) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    good = good && ::fsync(file) == 0;
    const int error = errno;
    ::close(file);
    errno = error;
    return good;
}

void flush_folder(const std::string& path) {
    const int folder = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (folder < 0) return;
    ::fsync(folder);  // not every file system can; the rename is ordered after the data in any case
    ::close(folder);
}

}  // namespace

std::string DiskFiles::real_path(std::string_view path) const {
    return folder_ + std::string(path.substr(root.size()));
}

std::vector<FileInfo> DiskFiles::list(std::string_view below) const {
    std::vector<FileInfo> found;
    std::error_code error;
    const std::string real = real_path(below);
    for (fs::recursive_directory_iterator at(real, error), end; !error && at != end; at.increment(error)) {
        std::error_code unreadable;
        if (!at->is_regular_file(unreadable) || at->path().extension() == unfinished) continue;
        const std::uint64_t size = at->file_size(unreadable);
        if (!unreadable) found.push_back({std::string(below) + at->path().generic_string().substr(real.size()), size});
    }
    std::sort(found.begin(), found.end(), [](const FileInfo& a, const FileInfo& b) { return a.path < b.path; });
    return found;
}

std::optional<std::string> DiskFiles::read(std::string_view path) const {
    std::ifstream file(real_path(path), std::ios::binary);
    if (!file) return std::nullopt;
    std::error_code error;
    const std::uintmax_t size = fs::file_size(real_path(path), error);
    if (error) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(size), '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

base::Status DiskFiles::put(const FileImage& file) const {
    const std::string real = real_path(file.path), part = real + std::string(unfinished);
    const std::string folder = real.substr(0, real.rfind('/'));
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return base::Error{"storage-failed", file.path, {}};
    if (!write_flushed(part, file.bytes) || std::rename(part.c_str(), real.c_str()) != 0) {
        const base::Error why = failed(file.path);
        ::unlink(part.c_str());
        return why;
    }
    flush_folder(folder);
    return base::Done{};
}

base::Status DiskFiles::apply(const Commit& commit) const {
    for (const FileImage& file : commit.put)
        if (!split_path(file.path)) return base::Error{"storage-path", file.path, {}};
    for (const FileImage& file : commit.put)
        if (auto status = put(file); !status) return status;
    for (const std::string& path : commit.remove) {
        if (!split_path(path)) return base::Error{"storage-path", path, {}};
        if (::unlink(real_path(path).c_str()) != 0 && errno != ENOENT) return failed(path);
    }
    return base::Done{};
}

}  // namespace store
