#include "store/disk.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace store {
namespace {

// System calls rather than <filesystem> and streams: those alone would make the page's program a tenth larger.
struct Closer {
    void operator()(DIR* folder) const { ::closedir(folder); }
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using Folder = std::unique_ptr<DIR, Closer>;

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
    std::vector<std::string> folders{std::string(below)};
    while (!folders.empty()) {
        const std::string folder = std::move(folders.back());
        folders.pop_back();
        const Folder open(::opendir(real_path(folder).c_str()));
        while (const dirent* entry = open ? ::readdir(open.get()) : nullptr) {
            const std::string_view name = entry->d_name;
            struct stat status {};
            std::string path = folder + "/" + entry->d_name;
            if (name == "." || name == ".." || ::lstat(real_path(path).c_str(), &status) != 0) continue;
            if (S_ISDIR(status.st_mode))
                folders.push_back(std::move(path));
            else if (S_ISREG(status.st_mode) && !name.ends_with(unfinished))
                found.push_back({std::move(path), static_cast<std::uint64_t>(status.st_size)});
        }
    }
    std::ranges::sort(found, [](const FileInfo& a, const FileInfo& b) { return a.path < b.path; });
    return found;
}

std::optional<std::string> DiskFiles::read(std::string_view path) const {
    const std::unique_ptr<std::FILE, Closer> file(std::fopen(real_path(path).c_str(), "rb"));
    if (!file || std::fseek(file.get(), 0, SEEK_END) != 0) return std::nullopt;
    const long size = std::ftell(file.get());
    if (size < 0 || std::fseek(file.get(), 0, SEEK_SET) != 0) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(size), '\0');
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file.get()));
    return bytes;
}

base::Status DiskFiles::put(const FileImage& file) const {
    const std::string real = real_path(file.path), part = real + std::string(unfinished);
    const std::string folder = real.substr(0, real.rfind('/'));
    for (std::size_t end = folder.find('/', 1);; end = folder.find('/', end + 1)) {
        if (::mkdir(folder.substr(0, end).c_str(), 0755) != 0 && errno != EEXIST) return failed(file.path);
        if (end == std::string::npos) break;
    }
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
