// store/archive.hpp: everything in one file, for a stick in a drawer or another computer: a ZIP archive that holds the
// store as it is (store/…: history, backups and what cannot be read too) and each readable plan as a file of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/zip.hpp"
#include "store/listing.hpp"

namespace store {

// Errors: those of base::write_zip.
base::Result<std::string> export_archive(const Files& files, base::Moment at);

// The files of one plan as they are: for a plan that this version cannot read.
base::Result<std::string> export_raw(const Files& files, const base::Id& plan, base::Moment at);

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

// Takes in an archive of export_archive, or any ZIP of plan files. Nothing in the store is changed or removed. Errors:
// those of base::read_zip; "archive-empty" (holds nothing of ours).
base::Result<Import> import_archive(const Files& files, std::string_view archive, base::IdSource& ids,
                                    const base::Id& writer, base::Moment at);

// A file name for a plan: its title without what file systems refuse, at most 60 characters, and its id.
std::string export_name(const base::Id& plan, std::string_view title);

}  // namespace store
