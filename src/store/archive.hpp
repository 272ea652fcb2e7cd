// store/archive.hpp: everything in one file, for a stick in a drawer or another computer: a ZIP archive that holds the
// store as it is (store/…: history, backups and what cannot be read too) and each readable plan as a file of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/zip.hpp"
#include "store/listing.hpp"

namespace store {

// What is in the archive; packing it is others' work.
std::vector<base::ZipEntry> archive_entries(const Files& files);

// The files of one plan as they are: for a plan that this version cannot read.
std::vector<base::ZipEntry> raw_entries(const Files& files, const base::Id& plan);

enum class Outcome : std::uint8_t {
    Added,      // with its history
    Unchanged,  // the store holds the same
    Copied,     // the store holds another state of this plan: added as a plan of its own
    Kept,       // of a newer version or unreadable: its files were added as they are
    Refused,    // code says why; nothing of it was added
};
struct ImportedPlan {
    base::Id id;  // under which it is stored now
    std::string title;
    Outcome outcome = Outcome::Refused;
    std::string code;
};
struct Import {
    Commit commit;
    std::vector<ImportedPlan> plans;
};

// Takes in what was in such an archive, or in any ZIP of plan files. Nothing in the store is changed or removed.
// Errors: "archive-empty" (holds nothing of ours).
base::Result<Import> import_entries(const Files& files, std::vector<base::ZipEntry> entries, base::IdSource& ids,
                                    const base::Id& writer, base::Moment at);

// A file name for a plan: its title without what file systems refuse, at most 60 characters, and its id.
std::string export_name(const base::Id& plan, std::string_view title);

}  // namespace store
