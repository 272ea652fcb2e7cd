#include "app/document.hpp"

#include <utility>

#include "report/diff_text.hpp"

namespace app {

void Document::follow() {
    derived_.follow(plan(), clock_.today);
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
    history_->push(std::move(changed).value(), std::move(label), std::move(merge));
    follow();
    return base::Done{};
}

void Document::replace(model::Plan plan, std::string label) {
    typing_ = false;
    history_->push(std::move(plan), std::move(label));
    follow();
}

void Document::seal() {
    history_->seal();
    typing_ = false;
}

void Document::take_back(std::string_view merge) {
    history_->drop(merge);
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
    if (!can_undo() || !history_->undo()) return false;
    follow();
    return true;
}

bool Document::redo() {
    if (!can_redo() || !history_->redo()) return false;
    follow();
    return true;
}

bool Document::take_changed() {
    return is_open() && std::exchange(seen_changes_, history_->changes()) != seen_changes_;
}

}  // namespace app
