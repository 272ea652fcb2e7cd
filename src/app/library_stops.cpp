// Plans with which the program broke down: noted while they are worked on, asked about before they are opened again.
#include <algorithm>
#include <utility>

#include "app/library.hpp"
#include "base/text.hpp"
#include "store/tail.hpp"

namespace app {

void Library::take_stops(const Started& start) {
    stops_.read(start.preferences);
    std::set<Id> plans;
    for (const store::FileImage& file : store::decode_tail(start.tail))
        if (const auto parts = store::split_path(file.path))
            if (const auto plan = Id::parse(parts->plan); plan && !stops_.has(*plan)) plans.insert(*plan);
    for (const Id& plan : plans) recovering_ += (recovering_.empty() ? "" : " ") + plan.str();
}

void Library::want(const Id& plan) {
    if (!storage_) return;
    if (stops_.has(plan)) return ask_about(plan);
    opening_ = plan;
}

void Library::want_anyway(const Id& plan) {
    stops_.forget(plan);
    want(plan);
}

Id Library::take_noted() {
    return opening_ && told_ == at_work() ? std::exchange(opening_, {}) : Id();
}

void Library::ask_about(const Id& id) {
    const std::optional<store::Earlier> earlier = storage_->earlier_version(id, stops_.of(id));
    std::string title;
    for (const StoredPlan& plan : plans_)
        if (plan.id == id) title = plan.title;
    with_.desk.open(
        {.kind = DialogKind::StoppedPlan,
         .subject = {RecordType::Cover, id},
         .drafts = {{"title", title}, {"before", earlier ? base::replace_all(earlier->saved.iso(), "T", " ") : ""}}});
}

void Library::step_back(const Id& id) {
    if (!storage_) return;
    if (!storage_->can_store()) return with_.desk.say_error({"storage-not-writer", {}, {}});
    const std::optional<store::Earlier> earlier = storage_->earlier_version(id, stops_.of(id));
    if (!earlier) return ask_about(id);
    going_back_to_ = {earlier->state.revision, base::replace_all(earlier->saved.iso(), "T", " ")};
    storage_->step_back(id, stops_.of(id), with_.ids.next());
}

void Library::stepped_back(const StorageOutcome& outcome) {
    const auto entry_of = [&](const Id& plan) {
        return std::ranges::find(storage_->plans(), plan, &store::PlanEntry::id);
    };
    const auto plan = entry_of(outcome.plan), kept = entry_of(outcome.kept);
    if (plan == storage_->plans().end() || kept == storage_->plans().end()) return;
    stops_.stop(outcome.kept);
    stops_.forget(outcome.plan);
    stops_.went_back(outcome.plan, plan->state.revision, going_back_to_.revision);
    opening_ = outcome.plan;
    with_.desk.say(words()("message.went-back", {going_back_to_.saved, kept->summary.title}));
}

// What this frame leaves to the next one, or has drawn to its end.
PlanAtWork Library::at_work() const {
    if (opening_) return {opening_.str(), 0, true};
    const std::string open = with_.document.is_open() ? with_.document.plan().id.str() : std::string();
    if (!open.empty()) return {open, told_.plans == open ? stored_before_ : 0, false};
    return {recovering_, 0, !recovering_.empty()};
}

void Library::note_work() {
    if (ready()) {
        recovering_.clear();
        if (const Id wanted = stops_.take_wanted()) step_back(wanted);
    }
    if (with_.document.is_open()) stops_.forget(with_.document.plan().id);
    if (const PlanAtWork now = at_work(); !(now == told_)) with_.requests.send(told_ = now);
    stored_before_ = storage_ ? storage_->status().revision : 0;
    for (SetPreference& change : stops_.take_changes()) {
        with_.requests.send(std::move(change));
        listed_ = 0;  // the list marks them
    }
}

}  // namespace app
