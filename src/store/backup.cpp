#include "store/backup.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "base/text.hpp"

namespace store {
namespace {

constexpr std::size_t always_kept = 5, named_kept = 20;
constexpr int days_kept = 7, weeks_kept = 9;
constexpr std::uint64_t bytes_kept = std::uint64_t{32} << 20;
constexpr std::int64_t minutes_between = 60;
constexpr std::uint64_t revisions_between = 500;

bool is_version_name(std::string_view name) {
    return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos;
}

}  // namespace

std::string backup_path(const Frame& snapshot, std::string_view version) {
    const std::string time = snapshot.saved ? base::replace_all(snapshot.saved.iso(), ":", "") : "0000-00-00T0000";
    return std::string(backup_root) + '/' + snapshot.plan.str() + '/' + time + '_' + file_name(snapshot) +
           (version.empty() ? std::string() : "." + std::string(version));
}

std::optional<Backup> parse_backup_path(std::string_view path, std::uint64_t size) {
    std::string_view name = path.substr(path.rfind('/') + 1), version;
    if (const std::size_t dot = name.find('.'); dot != std::string_view::npos) {
        version = name.substr(dot + 1);
        name = name.substr(0, dot);
        if (!is_version_name(version)) return std::nullopt;
    }
    if (name.size() < 16 || name[15] != '_') return std::nullopt;
    const auto named = parse_file_name(name.substr(16));
    if (!named || named->kind != FrameKind::Snapshot) return std::nullopt;
    std::string time(name.substr(0, 15));
    time.insert(13, 1, ':');
    return Backup{std::string(path), base::Moment::parse(time).value_or(base::Moment{}), named->state, size,
                  std::string(version)};
}

std::vector<Backup> list_backups(const Files& files, const base::Id& plan) {
    std::vector<Backup> backups;
    for (const FileInfo& info : files.list(std::string(backup_root) + '/' + plan.str()))
        if (auto backup = parse_backup_path(info.path, info.size)) backups.push_back(std::move(*backup));
    std::ranges::sort(backups, [](const Backup& a, const Backup& b) { return a.state > b.state; });
    return backups;
}

bool backup_due(const std::vector<Backup>& backups, std::uint64_t revision, base::Moment now) {
    if (backups.empty()) return true;
    const Backup& newest = *std::max_element(backups.begin(), backups.end(),
                                             [](const Backup& a, const Backup& b) { return a.state < b.state; });
    if (newest.state.revision >= revision) return false;
    if (!newest.saved || !now) return revision - newest.state.revision >= revisions_between;
    return std::abs(now.minutes() - newest.saved.minutes()) >= minutes_between ||
           revision - newest.state.revision >= revisions_between;
}

std::vector<std::string> thin_out(std::vector<Backup> backups, base::Date today) {
    std::ranges::sort(backups, [](const Backup& a, const Backup& b) { return a.state > b.state; });
    std::vector<std::string> removed;
    std::set<std::int32_t> days, weeks;
    std::uint64_t bytes = 0;
    std::size_t named = 0, unnamed = 0;
    for (std::size_t i = 0; i < backups.size(); ++i) {
        if (!backups[i].name.empty()) {
            if (++named > named_kept) removed.push_back(std::move(backups[i].path));
            continue;
        }
        const base::Date day = backups[i].saved ? backups[i].saved.date() : base::Date{};
        // Distances either way: a date in the future only means that a clock was wrong once.
        const std::int32_t age = day && today ? std::abs(today.days() - day.days()) : INT32_MAX;
        const bool of_day = age <= days_kept && days.insert(age).second;
        const bool of_week = age <= weeks_kept * 7 && weeks.insert(day.days() / 7).second;
        const std::size_t place = unnamed++;
        const bool fits = bytes + backups[i].size <= bytes_kept || place < 2;
        if ((place < always_kept || of_day || of_week) && fits)
            bytes += backups[i].size;
        else
            removed.push_back(std::move(backups[i].path));
    }
    return removed;
}

}  // namespace store
