// store/backup.hpp: earlier states of a plan, kept apart from it in /plans/.backup/ID and thinned out as they age;
// those with a name stay longer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/frame.hpp"

namespace store {

struct Backup {
    std::string path;
    base::Moment saved;
    State state;
    std::uint64_t size = 0;
    std::string name = {};  // why it was kept: words "version.NAME"; "": as time went by
};

// The names of versions: small letters and '-'.
inline constexpr std::string_view before_replace = "before-replace";  // a file took its place

// /plans/.backup/ID/2026-03-05T1011_s-0000000042-0123456789abcdef, with a name ".before-replace" behind it: time and
// name are in the file's name so that thinning and listing read no file.
std::string backup_path(const Frame& snapshot, std::string_view name = {});
// Nothing for other names: raw files of an older schema lie there too and are never thinned out.
std::optional<Backup> parse_backup_path(std::string_view path, std::uint64_t size);

std::vector<Backup> list_backups(const Files& files, const base::Id& plan);  // newest revision first

// Whether a new one is wanted: none yet, another hour than the newest (whichever way the clock went), or 500 revisions
// on.
bool backup_due(const std::vector<Backup>& backups, std::uint64_t revision, base::Moment now);

// Which may go: not the five of the highest revisions, which no clock touches; of the others the last of each of the
// past seven days and the last of each of the past nine weeks stay, as long as all together are within 32 MiB. Of those
// with a name only those go that have twenty newer ones.
std::vector<std::string> thin_out(std::vector<Backup> backups, base::Date today);

}  // namespace store
