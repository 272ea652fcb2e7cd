#include "app/document.hpp"

#include <utility>

#include "report/diff_text.hpp"
#include "sharing/trail.hpp"

namespace app {

void Document::follow() {
    derived_.follow(plan(), clock_.today);
}

void Document::keep_trail(const model::Plan& before) {
    model::Plan followed = sharing::follow_edit(before, plan());
    if (!followed.same(plan())) history_->amend(std::move(followed));
}

void Document::begin() {
    if (is_open()) follow();
}

double Document::work() {
    return is_open() ? derived_.work(clock_.seconds, typing_) : -1;
}

void Document::open(model::Plan plan) {
    derived_.forget_check();
    reload(std::move(plan));
}

void Document::reload(model::Plan plan) {
    history_.emplace(std::move(plan));
    seen_changes_ = history_->changes();
    steps_text_.reset();
    typing_ = false;
    follow();
}

void Document::close() {
    history_.reset();
    steps_text_.reset();
    derived_.forget_check();
    typing_ = read_only_ = false;
}

base::Status Document::edit(const edit::Batch& batch, std::string label, std::string merge) {
    if (read_only_) return base::Error{"read-only", {}, {}};
    base::Result<model::Plan> changed = edit::apply_batch(plan(), batch);
    if (!changed) return changed.error();
    typing_ = !merge.empty();
    history_->push(sharing::follow_edit(plan(), *changed), std::move(label), std::move(merge));
    follow();
    return base::Done{};
}

void Document::replace(model::Plan plan, std::string label) {
    typing_ = false;
    history_->push(sharing::follow_edit(this->plan(), plan), std::move(label));
    follow();
}

void Document::amend(const model::Plan& was, const model::Plan& recorded) {
    // What was typed since is an edit of what was recorded.
    model::Plan now = plan();
    for (const model::Revision& version : recorded.rows<model::Revision>()) {
        const model::Revision* had = was.rows<model::Revision>().find(version.id);
        if (!had || had->back != version.back) now.put(version);
    }
    history_->amend(sharing::follow_edit(recorded, now));
    follow();
}

void Document::seal() {
    history_->seal();
    typing_ = false;
}

void Document::take_back(std::string_view merge) {
    const model::Plan before = plan();
    if (history_->drop(merge)) keep_trail(before);
    seal();
    follow();
}

const Document::StepsText& Document::steps_text(const base::Words& words) const {
    const std::string_view language = words("report.language");
    const std::uint64_t changes = is_open() ? history_->changes() : 0;
    if (steps_text_ && steps_text_->changes == changes && steps_text_->language == language) return *steps_text_;
    steps_text_ = {changes, std::string(language), {}, {}};
    if (can_undo())
        steps_text_->undo = report::change_label(words, words(history_->undo_label()), *history_->before(), plan());
    if (can_redo())
        steps_text_->redo = report::change_label(words, words(history_->redo_label()), plan(), *history_->after());
    return *steps_text_;
}

bool Document::undo() {
    if (!can_undo()) return false;
    const model::Plan before = plan();
    history_->undo();
    keep_trail(before);
    follow();
    return true;
}

bool Document::redo() {
    if (!can_redo()) return false;
    const model::Plan before = plan();
    history_->redo();
    keep_trail(before);
    follow();
    return true;
}

bool Document::take_changed() {
    return is_open() && std::exchange(seen_changes_, history_->changes()) != seen_changes_;
}

}  // namespace app
