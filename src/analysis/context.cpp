#include "analysis/context.hpp"

namespace analysis {

const Calendar& CheckContext::calendar() const {
    if (!calendar_) calendar_ = calendar_for(plan);
    return *calendar_;
}

const std::vector<OutlineRow>& CheckContext::outline() const {
    if (outline_) return *outline_;
    outline_ = analysis::outline(plan, calendar());
    outline_index_.reserve(outline_->size());
    for (const OutlineRow& row : *outline_)
        outline_index_.emplace_back(row.task->id, static_cast<int>(outline_index_.size()));
    std::sort(outline_index_.begin(), outline_index_.end());
    return *outline_;
}

const OutlineRow* CheckContext::outline_row(const Id& task) const {
    const std::vector<OutlineRow>& rows = outline();
    const auto at = std::ranges::lower_bound(outline_index_, task, {}, &std::pair<Id, int>::first);
    return at != outline_index_.end() && at->first == task ? &rows[static_cast<std::size_t>(at->second)] : nullptr;
}

std::string CheckContext::label(const model::RecordInfo& info, const model::Row& row) const {
    const std::string title = model::title_of(info, row);
    if (info.type != model::RecordType::Task) return title;
    const OutlineRow* place = outline_row(row.id);
    if (!place) return title;
    return title.empty() ? place->code : place->code + " " + title;
}

void Issues::add(const model::RecordInfo& info, const model::Row& row, const model::FieldInfo* field,
                 std::vector<std::string> arguments) {
    Issue issue{rule_->code, rule_->severity, info.type, row.id, field, std::move(arguments)};
    found_.push_back({std::move(issue), &row, rule_index_});
}

}  // namespace analysis
