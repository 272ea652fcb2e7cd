// intake/outline.hpp: what in a document is a heading, how deep it is, and what begins a record.
#pragma once

#include <optional>

#include "intake/reader.hpp"

namespace intake {

int rank_of(const Line& line);            // the smaller, the higher in the outline
bool is_attachment(const Line& line);     // 附件一 …申请表: not a sentence that speaks of one
bool holds_pause(std::string_view text);  // a comma or a stronger mark

// 子任务1.1, 风险因素2, 任务一 → record and number; the label folded.
struct Begun {
    std::string_view record;
    std::vector<int> number;
};
std::optional<Begun> record_head(std::string_view plain_label);

}  // namespace intake
