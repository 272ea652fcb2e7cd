// exchange/convert.hpp: writes and reads the formats of format.hpp: what the second program of the page and the command
// line share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"
#include "exchange/format.hpp"
#include "model/plan.hpp"
#include "report/kinds.hpp"

namespace exchange {

using Subject = report::DocumentKind;  // what a report or its table is about

struct WriteOptions {
    const base::Words& words;
    base::Date today;
    Subject subject = Subject::Plan;
    model::Id inspection = {};  // the round that is told of; empty: the newest
    // Of the report's tables, the one of these records ("task", or what the words call them: "任务"); empty: the
    // subject's own; of a workbook, all.
    std::string table = {};
    std::string style = {};  // a style file for Word (office/style.hpp); empty: the standard's
    std::string unit = {};   // to which department a notice goes: report/kinds.hpp
    report::Profile profile = report::Profile::Working;
};

// The bytes of a file. Errors: "format-not-written" (subject: its id), those of report::make_document, "table-missing"
// (subject: the table, detail: those that there are), "table-none" (there are none), "agenda-empty" (a calendar of a
// plan in which nothing has a day), those of base::write_zip.
base::Result<std::string> write(const Format& format, const model::Plan& plan, const WriteOptions& options);

// The plans in a file, at least one. Errors: "format-not-read" (subject: its id), those of codec::decode_plan and
// base::read_zip; "archive-empty".
base::Result<std::vector<model::Plan>> read(const Format& format, std::string_view bytes);

}  // namespace exchange
