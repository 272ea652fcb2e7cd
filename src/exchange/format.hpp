// exchange/format.hpp: every format in which something comes in or goes out, one row each. The file picker, drop and
// paste, the command line, the reports page and the fuzz targets read this table; what reads and writes is in
// convert.hpp, which the page's first program does without.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/words.hpp"

namespace exchange {

enum class Content : std::uint8_t {
    Plan,      // all that a plan holds, to go on with
    Report,    // a document made from a plan, for people
    Table,     // one table of such a document
    Calendar,  // the days of a plan
    Picture,   // a chart of it
    Store,     // many plans
};

struct Sample {
    std::string_view name;  // of the file; may be empty
    std::string_view bytes;
};

struct Format {
    std::string_view id;         // words: "format.ID" its name, "format.ID.lacks" what it cannot carry
    std::string_view extension;  // with its dot
    std::string_view mime;
    Content content;
    bool reads, writes;
    bool (*is)(const Sample& sample);  // asked in the table's order; the first that says yes has it
    bool understood = false;           // by intake: a document of others is made a plan as far as it says one
};

std::span<const Format> formats();
const Format* find_format(std::string_view id);  // null if there is none

// What the file is: by its bytes where they tell (a ZIP by what is in it), else by its name. Errors: those of
// base::zip_names; "archive-empty" (a ZIP that holds nothing known), "format-unrecognised"; for what is known and not
// read "format-old-word", "format-old-excel", "format-has-password", "format-pdf", "format-rtf".
base::Result<const Format*> recognise(const Sample& sample);

// The same, but "format-not-read" (subject: its id) for what is known and cannot be read.
base::Result<const Format*> readable(const Sample& sample);

// Endings and MIME types of what can be read, as a file input's `accept` wants them.
std::string accepted();

// codec::error_text, with formats called by their names.
std::string error_text(const base::Words& words, const base::Error& error);

}  // namespace exchange
