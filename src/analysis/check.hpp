// analysis/check.hpp: the self-inspection of a plan: rules with stable codes, what they found, and how it is said.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"
#include "model/plan.hpp"
#include "model/value.hpp"

namespace analysis {

using base::Date;
using base::Moment;
using model::Id;

// Words: "severity.info", "severity.warning", "severity.error".
enum class Severity : std::uint8_t { Info, Warning, Error };
std::string_view name_of(Severity severity);  // "info" …

// The clock, as an argument.
struct Today {
    Date day;
    Moment now;
};

struct Issue {
    std::string_view rule;  // code: stable, kept in findings
    Severity severity{};
    model::RecordType record{};  // with id: what it was found against
    Id id;
    const model::FieldInfo* field = nullptr;  // where to mend it; null: the row as a whole
    std::vector<std::string> arguments;       // of its sentence; [0]: what the row is called, tasks with their number;
                                              // personal data masked, long texts cut
};

// Setting this field (edit::SetField) mends the issue.
struct Fix {
    model::RecordType record;
    Id id;
    const model::FieldInfo* field;
    model::Value value;
};

class CheckContext;  // context.hpp
class Issues;        // context.hpp

struct Rule {
    std::string_view code;  // "TASK-001"
    Severity severity;
    std::string_view section;  // of the navigation; "": that of the record, see section_of
    void (*find)(const CheckContext&, Issues&);
    std::optional<Fix> (*fix)(const CheckContext&, const Issue&) = nullptr;
};

// All rules, by section. Words: "rule.CODE" (a sentence with {0} …, {record}, {field}) and "rule.CODE.help".
std::span<const Rule> rules();
const Rule* find_rule(std::string_view code);

// Everything that the rules find, in the order of the rules, then of display (tasks as in the outline). Near-linear in
// the plan.
std::vector<Issue> check(const model::Plan& plan, const Today& today);

// The same in slices, for a caller that must not be kept waiting: 10,000 tasks take a tenth of a second.
class Checker {
  public:
    Checker(model::Plan plan, const Today& today);
    ~Checker();
    Checker(Checker&&) noexcept;
    Checker& operator=(Checker&&) noexcept;

    // Goes on until about this many rows have been looked at; true: finished, and `issues` may be taken.
    bool step(std::size_t effort);
    std::vector<Issue> take();
    [[nodiscard]] const model::Plan& plan() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// The change that mends the issue, if its rule knows one. The issue must come from a check of this plan.
std::optional<Fix> fix_of(const model::Plan& plan, const Today& today, const Issue& issue);

// "任务“2.2 策划和制作内容”没有责任人"
std::string sentence(const base::Words& words, const model::Plan& plan, const Issue& issue);
// What to do about it.
std::string help(const base::Words& words, const Issue& issue);

// Navigation sections: cover goals tasks resources risks monitoring communication accounts consortium inspection
// review. Words: "section.KEY".
std::span<const std::string_view> sections();
std::string_view section_of(model::RecordType record);
std::string_view section_of(const Issue& issue);

}  // namespace analysis
