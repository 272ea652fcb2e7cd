// report/diff_text.hpp: what differs between two plans, in words; personal data masked.
#pragma once

#include <string>

#include "base/words.hpp"
#include "revision/diff.hpp"

namespace report {

// One step of undo in a few words: "责任人:（空）→宣传员", "新增任务“复查”", else the gesture (a word, e.g. "粘贴")
// with the number of rows. Costs what differs.
std::string change_label(const base::Words& words, std::string_view gesture, const model::Plan& before,
                         const model::Plan& after);

// All of it, by chapter, row and field, and a sum at the end; in texts what went is marked [-so-], what came {+so+}.
std::string diff_text(const base::Words& words, const model::Plan& before, const model::Plan& after,
                      const revision::Diff& diff);

// 任务“2.1 策划”; of a singleton its word alone. code: of a task, or "".
std::string row_text(const base::Words& words, const model::RecordInfo& info, const model::Row& row,
                     std::string_view code);
// On one line, what a field and those that mean something only with it say in that plan; "": nothing.
std::string values_text(const base::Words& words, const model::Plan& plan, const model::RecordInfo& info,
                        const model::Row& row, const model::FieldInfo& first);

}  // namespace report
