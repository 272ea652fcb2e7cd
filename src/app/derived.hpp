// app/derived.hpp: values computed from the open plan. The outline and its sums are always those of the plan as it is;
// the checks follow when nobody is typing, in slices, so that no frame waits for them.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/check.hpp"
#include "analysis/inspection.hpp"
#include "analysis/outline.hpp"

namespace app {

struct Derived {
    std::vector<analysis::OutlineRow> outline;
    std::size_t outline_version = 0;  // another one: another outline
    std::size_t top_level = 0;        // tasks without a parent
    int progress = -1;                // percent over all leaves, by working days; -1: no task
    analysis::LedgerNumbers ledger;

    // Of the last finished check, which may lie a few edits back; not checked: there was none yet.
    bool checked = false;
    std::vector<analysis::Issue> issues;
    std::map<std::string, int, std::less<>> issues_by_section;
    std::size_t errors = 0, overdue = 0;

    // The issues of one row, in their order.
    [[nodiscard]] std::span<const analysis::Issue* const> of(const model::Id& row) const;

  private:
    friend class Derivation;
    std::vector<const analysis::Issue*> by_row_;
};

// An issue and what mends it.
struct Note {
    const analysis::Issue* issue;
    std::optional<analysis::Fix> fix;
};

class Derivation {
  public:
    static constexpr double pause_seconds = 0.5;  // without an edit, before checking while somebody types
    static constexpr std::size_t slice = 200000;  // see analysis::Checker: some 5 ms on an office computer

    void reset() {
        const std::size_t version = derived_.outline_version;
        *this = Derivation();
        derived_.outline_version = version;
    }
    // Brings outline and sums up to date with plan; cheap when nothing that they need has changed.
    const Derived& get(const model::Plan& plan, const analysis::Today& today);
    // Once a frame: works on the checks. Returns in how many seconds to call again; negative: they are up to date.
    double work(const model::Plan& plan, const analysis::Today& today, double seconds, bool typing);
    // The issues of a row that is on screen, with their fixes.
    const std::vector<Note>& notes(const model::Plan& plan, const analysis::Today& today, const model::Id& row);

  private:
    void take(std::vector<analysis::Issue> issues);

    Derived derived_;
    // What each part was computed from. Kept as copies: that is what makes same() sound.
    std::optional<model::Plan> outline_of_, changed_to_, checked_, noted_;
    base::Date ledger_day_, checked_day_;
    std::optional<analysis::Checker> checker_;
    double changed_at_ = 0;
    model::Id noted_row_;
    std::vector<Note> notes_;
};

}  // namespace app
