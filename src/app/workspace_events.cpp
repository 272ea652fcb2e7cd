// What the platform reports, taken in by the workspace before the panels see the frame.
#include "app/workspace.hpp"

#include <cstring>

#include "analysis/verification.hpp"

namespace app {

void Workspace::take_event(const PlatformEvent& event) {
    if (const auto* start = std::get_if<Started>(&event)) {
        for (const auto& [name, value] : start->preferences)
            if (name == "language" && !value.empty())
                set_language(value == "en" ? Language::English : Language::Traditional);
        started_ = true;
        early_start_ = *start;
        begin_storage();
        vault.sweep(analysis::removable_before(today_.day));
        for (const auto& [name, value] : start->preferences)
            if (name == "archive" && value.size() > 1) {
                archive_counted_from_ = base::Date::parse(value.substr(1)).value_or(base::Date{});
                if (value[0] == '=') last_archive_ = archive_counted_from_;
            }
        for (const auto& [name, value] : start->preferences) {
            if (name == "theme")
                view.theme = value == "dark" ? Theme::Dark : value == "light" ? Theme::Light : Theme::System;
            if (name == "drafts") drafts = Drafts::decode(value);
        }
    } else if (const auto* file = std::get_if<FileArrived>(&event)) {
        if (storage_)
            take_file(*file);
        else
            early_files_.push_back(*file);
    } else if (const auto* refused = std::get_if<FileRefused>(&event)) {
        const bool large = refused->why == FileRefused::Why::TooLarge;
        const std::string reason = (*words_)(large ? "error.file-too-large" : "error.file-unreadable",
                                             {std::to_string(refused->size / 1000000)});
        import_failed(refused->name, reason);
        end_import(refused->left);
    } else if (const auto* changed = std::get_if<StorageChanged>(&event)) {
        if (storage_) storage_->storage_changed(*changed, today_.now);
    } else if (const auto* focused = std::get_if<NodeFocused>(&event)) {
        if (storage_ && focused->key == 0) storage_->save_now();
    } else if (std::holds_alternative<PrivateLockDue>(event)) {
        vault.lock_due();
    } else if (const auto* answer = std::get_if<Answer>(&event)) {
        take_answer(*answer);
    } else if (std::holds_alternative<UpdateReady>(event)) {
        update_ready_ = true;
        say(std::string((*words_)("update.ready")));
        messages.back().until = 0;
        messages.back().action = "update";
    } else if (const auto* moved = std::get_if<TaskMoved>(&event)) {
        const std::optional<Id> id = Id::parse(moved->task);
        const std::optional<model::Date> from = model::Date::parse(moved->start),
                                         to = model::Date::parse(moved->finish);
        if (id && from && to)
            want({{edit::set_field<&model::Task::start>(*id, *from), edit::set_field<&model::Task::finish>(*id, *to)},
                  "undo.set",
                  {}});
    }
}

void Workspace::update() {
    updating_ = true;
    if (storage_) storage_->save_now();
}

void Workspace::update_frame() {
    if (!updating_) return;
    const bool unsaved = storage_ ? storage_->anything_unsaved() : has_plan();
    if (unsaved && !save_failed()) return;  // once it is saved
    updating_ = false;
    if (unsaved)
        say(std::string((*words_)("update.unsaved")), true);
    else
        request(Restart{});
}

void Workspace::take_answer(const Answer& answer) {
    if (answer.request == seed_request_ && answer.bytes.size() >= 16) {
        std::uint64_t seeds[2];
        std::memcpy(seeds, answer.bytes.data(), sizeof seeds);
        ids_ = base::IdSource(seeds[0], seeds[1]);
        seeded_ = true;
        begin_storage();
        return;
    }
    if (storage_ && storage_->answered(answer, today_.now)) return;
    if (vault.answered(answer)) {
        const bool shown = answer.ok || answer.code == "private-wrong" || answer.code == "private-unsupported";
        return shown ? void() : say_error({answer.code, {}, {}});
    }
    if (answer.request == persist_request_) return take_persistence(answer);
    if (answer.request == save_request_) {
        if (answer.ok)
            return say_exported(answer.code == "saved" ? "message.saved-file" : "message.exported", answer.bytes);
        return answer.code == "cancelled" ? void() : say_error({answer.code, {}, {}});
    }
    const auto asset = assets_.find(answer.request);
    if (asset == assets_.end()) return;
    const AssetUse use = asset->second;
    assets_.erase(asset);
    if (!answer.ok) return say(std::string((*words_)("message.asset-failed")), true);
    take_asset(use, answer.bytes);
}

}  // namespace app
