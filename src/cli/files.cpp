#include "cli/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace cli {
namespace {
using base::Error;
namespace fs = std::filesystem;

Error unwritable(const std::string& path, int reason) {
    return {"file-unwritable", path, std::generic_category().message(reason)};
}

// 0, or errno.
int write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

base::Status replace_file(const std::string& path, std::string_view bytes) {
    // A link is followed, so that the file behind it is replaced and not the link.
    std::error_code failed;
    const fs::path resolved = fs::is_symlink(path, failed) ? fs::weakly_canonical(path, failed) : fs::path(path);
    const std::string target = failed || resolved.empty() ? path : resolved.string();
    const std::string temporary = target + "." + std::to_string(::getpid()) + ".tmp";
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0) return unwritable(path, errno);
    int reason = write_all(file, bytes);
    if (reason == 0 && ::fsync(file) != 0) reason = errno;
    if (::close(file) != 0 && reason == 0) reason = errno;
    if (reason == 0 && std::rename(temporary.c_str(), target.c_str()) != 0) reason = errno;
    if (reason == 0) return base::Done{};
    ::unlink(temporary.c_str());
    return unwritable(path, reason);
}
}  // namespace

base::Result<std::string> read_input(const std::string& path, std::size_t limit) {
    const bool standard = path == "-";
    const int file = standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return Error{errno == ENOENT ? "file-missing" : "file-unreadable", path,
                     std::generic_category().message(errno)};
    std::string bytes;
    int reason = 0;
    while (bytes.size() <= limit) {
        static constexpr std::size_t step = std::size_t{1} << 16;
        const std::size_t had = bytes.size();
        bytes.resize(had + step);
        const ssize_t got = ::read(file, bytes.data() + had, step);
        if (got < 0 && errno != EINTR) reason = errno;
        bytes.resize(had + static_cast<std::size_t>(got > 0 ? got : 0));
        if (got == 0 || reason != 0) break;
    }
    if (!standard) ::close(file);
    if (reason != 0) return Error{"file-unreadable", path, std::generic_category().message(reason)};
    if (bytes.size() > limit) return Error{"file-too-large", path, std::to_string(limit >> 20)};
    return bytes;
}

base::Status write_output(const std::string& path, std::string_view bytes) {
    if (path == "-") {
        const int reason = write_all(STDOUT_FILENO, bytes);
        return reason == 0 ? base::Status(base::Done{}) : unwritable(path, reason);
    }
    // What is no plain file, such as a pipe or a device, cannot be replaced.
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (!fs::exists(status) || fs::is_regular_file(status)) return replace_file(path, bytes);
    const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0) return unwritable(path, errno);
    const int reason = write_all(file, bytes);
    ::close(file);
    return reason == 0 ? base::Status(base::Done{}) : unwritable(path, reason);
}

base::Result<std::vector<std::string>> list_folder(const std::string& path, std::string_view ending) {
    std::error_code failed;
    std::vector<std::string> names;
    for (fs::directory_iterator at(path, failed), end; !failed && at != end; at.increment(failed)) {
        std::error_code unknown;
        const std::string name = at->path().filename().string();
        if (name.ends_with(ending) && at->is_regular_file(unknown)) names.push_back(name);
    }
    if (failed)
        return Error{failed == std::errc::no_such_file_or_directory ? "file-missing" : "file-unreadable", path,
                     failed.message()};
    std::ranges::sort(names);
    return names;
}

bool exists(const std::string& path) {
    std::error_code failed;
    return path != "-" && fs::exists(fs::symlink_status(path, failed));
}

}  // namespace cli
