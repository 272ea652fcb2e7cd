#include "store/files.hpp"

#include <iterator>

#include "base/id.hpp"
#include "base/text.hpp"

namespace store {

std::uint64_t Commit::bytes() const {
    std::uint64_t sum = 0;
    for (const FileImage& file : put) sum += file.bytes.size();
    return sum;
}

void Commit::append(Commit other) {
    put.insert(put.end(), std::make_move_iterator(other.put.begin()), std::make_move_iterator(other.put.end()));
    remove.insert(remove.end(), std::make_move_iterator(other.remove.begin()),
                  std::make_move_iterator(other.remove.end()));
}

std::vector<FileInfo> MemoryFiles::list(std::string_view folder) const {
    const std::string prefix = std::string(folder) + "/";
    std::vector<FileInfo> found;
    for (auto at = files.lower_bound(prefix); at != files.end() && at->first.starts_with(prefix); ++at)
        found.push_back({at->first, at->second.size()});
    return found;
}

std::optional<std::string> MemoryFiles::read(std::string_view path) const {
    const auto at = files.find(path);
    if (at == files.end()) return std::nullopt;
    return at->second;
}

void MemoryFiles::apply(const Commit& commit) {
    for (const FileImage& file : commit.put) files[file.path] = file.bytes;
    for (const std::string& path : commit.remove) files.erase(path);
}

std::vector<FileImage> read_all(const Files& files, std::string_view folder) {
    std::vector<FileImage> images;
    for (FileInfo& info : files.list(folder))
        if (auto bytes = files.read(info.path)) images.push_back({std::move(info.path), std::move(*bytes)});
    return images;
}

std::optional<PathParts> split_path(std::string_view path) {
    if (!path.starts_with(root)) return std::nullopt;
    const auto parts = base::split(path.substr(root.size()), '/');
    const std::size_t plan = parts.size() == 4 ? 2 : 1;
    if ((parts.size() != 3 && parts.size() != 4) || !parts[0].empty()) return std::nullopt;
    const std::string_view name = parts.back();
    if (name.empty() || name.starts_with('.') || !base::Id::parse(parts[plan])) return std::nullopt;
    const std::string_view area = path.substr(0, root.size() + (plan == 2 ? 1 + parts[1].size() : 0));
    if (plan == 2 && area != backup_root && area != damaged_root) return std::nullopt;
    return PathParts{area, parts[plan], name};
}

}  // namespace store
