// intake/take_in.hpp: a file that people have, taken in as a plan, with a report of what was understood, what is
// doubtful and what is left. The one entry for the command line and for the page's second program.
#pragma once

#include "base/result.hpp"
#include "intake/draft.hpp"
#include "intake/repair.hpp"

namespace intake {

struct Source {
    std::string_view name;  // of the file; may be empty
    std::string_view bytes;
    std::string_view format = {};  // "txt", "md", "html", "docx", "xlsx", "csv", "tsv", "mspdi"; empty: by name
};

struct Taken {
    model::Plan plan;
    std::string_view format, encoding;
    Repaired source;                            // the text as it was read
    std::vector<Trace> traces;                  // in the order of the document
    std::size_t insertions = 0, deletions = 0;  // tracked changes of a Word file, taken as accepted
    [[nodiscard]] std::size_t count(Verdict verdict) const;
};

inline constexpr std::size_t text_limit = std::size_t{4}
                                          << 20;  // bytes of text; a plan of 300 pages has a quarter of it

// Errors: those of decode, of office::read_word and read_book, read_project, of separated_cells; "intake-empty" (no
// text in it), "intake-too-large" (detail: the limit in MiB), those of model::check_plan, which would be a fault of
// this reader.
base::Result<Taken> take_in(const Source& source, base::IdSource& ids, base::Date today);

// For programs: format, encoding, repairs, counts, and the traces that are doubtful or left.
std::string report_json(const Taken& taken);

}  // namespace intake
