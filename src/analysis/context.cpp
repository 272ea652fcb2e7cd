#include "analysis/context.hpp"

namespace analysis {

const Calendar& CheckContext::calendar() const {
    if (!calendar_) calendar_ = calendar_for(plan);
    return *calendar_;
}

const std::vector<OutlineRow>& CheckContext::outline() const {
    if (!outline_) {
        outline_ = analysis::outline(plan, calendar());
        outline_index_.emplace(*outline_);
    }
    return *outline_;
}

const OutlineRow* CheckContext::outline_row(const Id& task) const {
    const std::vector<OutlineRow>& rows = outline();
    const int place = outline_index_->find(task);
    return place < 0 ? nullptr : &rows[static_cast<std::size_t>(place)];
}

const Network& CheckContext::network() const {
    if (!network_) network_.emplace(plan, outline(), *outline_index_);
    return *network_;
}

const std::vector<PersonalPlace>& CheckContext::personal() const {
    if (personal_) return *personal_;
    personal_.emplace();
    for_texts(plan, [&](const model::RecordInfo& info, const model::Row& row, const model::FieldInfo& field,
                        std::string_view text) {
        for (const PersonalHit& hit : find_personal(text)) {
            const auto same = [&](const PersonalPlace& place) {
                return place.row == &row && place.field == &field && place.kind == hit.kind;
            };
            // Hits of one field stand together, at most one of each kind.
            const std::size_t look = std::min<std::size_t>(personal_->size(), 4);
            if (std::any_of(personal_->end() - static_cast<std::ptrdiff_t>(look), personal_->end(), same)) continue;
            personal_->push_back({&info, &row, &field, hit.kind, masked(text.substr(hit.at, hit.size), hit.kind)});
        }
    });
    return *personal_;
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
    found_.push_back({std::move(issue), &row, rule_index_, nullptr});
}

}  // namespace analysis
