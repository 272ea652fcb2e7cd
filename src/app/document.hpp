// app/document.hpp: the open plan with its history and what is derived from it. Whoever changes the plan does it here,
// so the derived values are always those of the plan as it is.
#pragma once

#include <optional>
#include <string>

#include "app/clock.hpp"
#include "app/derived.hpp"
#include "base/words.hpp"
#include "edit/command.hpp"
#include "edit/history.hpp"

namespace app {

using model::Id;

class Document {
  public:
    explicit Document(const Clock& clock) : clock_(clock) {}

    // ---- what panels read
    [[nodiscard]] bool is_open() const { return history_.has_value(); }
    [[nodiscard]] const model::Plan& plan() const { return history_->plan(); }  // of an open one
    [[nodiscard]] bool shows(const Id& plan) const { return is_open() && this->plan().id == plan; }
    [[nodiscard]] bool read_only() const { return read_only_; }  // another window edits
    [[nodiscard]] bool editable() const { return is_open() && !read_only_; }
    [[nodiscard]] bool can_undo() const { return editable() && history_->can_undo(); }
    [[nodiscard]] bool can_redo() const { return editable() && history_->can_redo(); }
    [[nodiscard]] std::uint64_t changes() const { return history_->changes(); }  // grows with each, undo and redo too
    [[nodiscard]] const Derived& derived() const { return derived_; }
    // What undo would take back, what redo would bring again: "责任人:（空）→宣传员"; "" if there is nothing.
    [[nodiscard]] const std::string& undo_text(const base::Words& words) const { return steps_text(words).undo; }
    [[nodiscard]] const std::string& redo_text(const base::Words& words) const { return steps_text(words).redo; }

    // ---- a frame
    void begin();  // the clock has gone on
    // Works on what takes long; in how many seconds to call again, negative: it is done.
    double work();

    // ---- opening
    void open(model::Plan plan);
    void reload(model::Plan plan);  // the same one, as another window has left it
    void close();
    void set_read_only(bool read_only) { read_only_ = read_only; }

    // ---- changes
    // One undo step, or with a merge key a part of the gesture that goes on under this key. Errors: those of
    // edit::apply_batch, and "read-only".
    base::Status edit(const edit::Batch& batch, std::string label, std::string merge = {});
    void replace(model::Plan plan, std::string label);  // the whole content, as one step
    // Its versions, one of which was recorded of the plan as it `was`, with whatever has been written since; no undo
    // takes back that something was passed on.
    void amend(const model::Plan& was, const model::Plan& recorded);
    void seal();                             // the gesture is over
    void take_back(std::string_view merge);  // … and not wanted: as if it had never been
    bool undo();                             // false if there is nothing to undo
    bool redo();

    // ---- storing
    [[nodiscard]] bool typing() const { return typing_; }  // the last change continues a gesture
    bool take_changed();                                   // true: since the last call or the opening

  private:
    // Computed once for a place in the history and a language.
    struct StepsText {
        std::uint64_t changes = 0;
        std::string language, undo, redo;
    };
    void follow();
    void keep_trail(const model::Plan& before);  // of an undone or redone step, back to what was passed on
    const StepsText& steps_text(const base::Words& words) const;

    const Clock& clock_;
    std::optional<edit::History> history_;
    Derived derived_;
    bool read_only_ = false, typing_ = false;
    std::uint64_t seen_changes_ = 0;  // of the history
    mutable std::optional<StepsText> steps_text_;
};

}  // namespace app
