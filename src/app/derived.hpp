// app/derived.hpp: what is computed from the open plan for panels to read. Each value is a memo that declares what it
// needs, computed when it is first asked for. Only the checks, which need everything and take long, follow when nobody
// is typing, in slices, so that no frame waits for them.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/check.hpp"
#include "analysis/indicators.hpp"
#include "analysis/inspection.hpp"
#include "analysis/outline.hpp"
#include "analysis/risks.hpp"
#include "app/memo.hpp"

namespace app {

struct Outline {
    std::vector<analysis::OutlineRow> rows;
    std::size_t top_level = 0;  // tasks without a parent
    int progress = -1;          // percent over all leaves, by working days; -1: no task
};

// What the last finished check found, which may lie a few edits back.
struct CheckResult {
    bool finished = false;  // false: there was none yet
    std::vector<analysis::Issue> issues;
    std::map<std::string, int, std::less<>> by_section;
    std::size_t errors = 0, overdue = 0;

    CheckResult() = default;
    explicit CheckResult(std::vector<analysis::Issue> found);
    CheckResult(CheckResult&&) = default;  // a copy would point into the other one's issues
    CheckResult& operator=(CheckResult&&) = default;

    // The issues of one row, in their order.
    [[nodiscard]] std::span<const analysis::Issue* const> of(const model::Id& row) const;

  private:
    std::vector<const analysis::Issue*> by_row_;
};

// An issue and what mends it.
struct Note {
    const analysis::Issue* issue;
    std::optional<analysis::Fix> fix;
};

class Derived {
  public:
    static constexpr double pause_seconds = 0.5;  // without an edit, before checking while somebody types
    static constexpr std::size_t slice = 200000;  // see analysis::Checker: some 5 ms on an office computer

    // From now on of this plan and day.
    void follow(const model::Plan& plan, const analysis::Today& today);
    void forget_check();  // another plan: what was found of the last one is not shown for it
    // Once a frame: works on the checks. Returns in how many seconds to call again; negative: they are up to date.
    double work(double seconds, bool typing);

    [[nodiscard]] const Outline& outline() const { return outline_.get(plan_, today_.day); }
    [[nodiscard]] std::size_t outline_version() const;  // another one: another outline
    // Of one round, or of all findings (an empty id).
    [[nodiscard]] const analysis::LedgerNumbers& ledger(const model::Id& round = {}) const;
    [[nodiscard]] const std::vector<analysis::IndicatorState>& indicators() const {
        return indicators_.get(plan_, today_.day);
    }
    [[nodiscard]] const std::vector<analysis::RiskState>& risks() const { return risks_.get(plan_, today_.day); }
    [[nodiscard]] const CheckResult& check() const { return check_; }
    // The issues of a row that is on screen, with their fixes.
    [[nodiscard]] const std::vector<Note>& notes(const model::Id& row) const;

    // How often each value was computed, by its name.
    [[nodiscard]] std::vector<std::pair<std::string_view, std::size_t>> computed() const;

  private:
    using Ledgers = std::map<model::Id, analysis::LedgerNumbers>;
    static Outline make_outline(const model::Plan& plan, base::Date today);
    static Ledgers make_ledgers(const model::Plan& plan, base::Date today);

    model::Plan plan_;
    analysis::Today today_;

    using T = model::RecordType;
    Memo<Outline> outline_{{T::Task, T::CalendarDay}, Uses::TablesOnly, make_outline};
    Memo<Ledgers> ledgers_{{T::Inspection, T::Finding, T::Unit}, Uses::TablesAndDay, make_ledgers};
    Memo<std::vector<analysis::IndicatorState>> indicators_{
        {T::Indicator, T::Reading}, Uses::TablesAndDay, analysis::indicator_states};
    Memo<std::vector<analysis::RiskState>> risks_{
        {T::Risk, T::RiskResponse}, Uses::TablesAndDay, analysis::risk_states};

    // Of the checks.
    CheckResult check_;
    std::size_t checks_ = 0;
    std::optional<model::Plan> changed_to_, checked_;
    base::Date checked_day_;
    std::optional<analysis::Checker> checker_;
    double changed_at_ = 0;
    // Of the row that notes() was last asked for.
    mutable std::optional<model::Plan> noted_;
    mutable model::Id noted_row_;
    mutable std::vector<Note> notes_;
};

}  // namespace app
