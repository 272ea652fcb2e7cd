#include "analysis/context.hpp"
#include "base/text.hpp"

namespace analysis {
namespace {
// Texts of the plan as a sentence may quote them: without personal data, which would spread into findings and reports,
// and not endless.
std::string fit_to_quote(std::string_view text) {
    constexpr int longest = 48;  // code points
    std::string quoted = mask_personal(text);
    std::size_t end = 0;
    for (int n = 0; n < longest && end < quoted.size(); ++n) base::next_code_point(quoted, end);
    if (end < quoted.size()) quoted.replace(end, std::string::npos, "…");
    return base::replace_all(std::move(quoted), "\n", " ");
}

// Effort of one row in units of a rule's look at it: roughly what tests/bench/check_bench.cpp tells.
constexpr std::size_t outline_effort = 4, personal_effort = 8, issue_effort = 40;
}  // namespace

struct Checker::State {
    State(model::Plan its_plan, const Today& today) : plan(std::move(its_plan)), context(plan, today) {
        for (const model::RecordInfo& info : model::records()) rows += plan.table(info.type).size();
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    const model::Plan plan;
    CheckContext context;
    Issues issues;
    std::vector<Issue> result;
    std::size_t rows = 0, stage = 0;

    // The next piece of work: what its effort was, or nothing when all is done.
    std::optional<std::size_t> next();
    void run_rule(std::size_t index);
    void sort();
    void finish(Issues::Found& found);
};

void Checker::State::run_rule(std::size_t index) {
    issues.rule_ = &rules()[index];
    issues.rule_index_ = index;
    issues.rule_->find(context, issues);
}

void Checker::State::sort() {
    for (Issues::Found& found : issues.found_)
        if (found.issue.record == model::RecordType::Task) found.place = context.outline_row(found.issue.id);
    std::ranges::stable_sort(issues.found_, [](const Issues::Found& a, const Issues::Found& b) {
        if (a.rule != b.rule) return a.rule < b.rule;
        if (a.issue.record != b.issue.record) return a.issue.record < b.issue.record;
        if (a.place != b.place) return a.place < b.place;
        return a.row->order != b.row->order ? a.row->order < b.row->order : a.row->id < b.row->id;
    });
    result.reserve(issues.found_.size());
}

void Checker::State::finish(Issues::Found& found) {
    std::vector<std::string>& arguments = found.issue.arguments;
    arguments.insert(arguments.begin(), context.label(model::record(found.issue.record), *found.row));
    for (std::string& argument : arguments) argument = fit_to_quote(argument);
    result.push_back(std::move(found.issue));
}

std::optional<std::size_t> Checker::State::next() {
    const std::size_t before_rules = 2, after_rules = before_rules + rules().size();
    if (stage > after_rules) {
        if (result.size() == issues.found_.size()) return {};
        finish(issues.found_[result.size()]);
        return issue_effort;
    }
    const std::size_t now = stage++;
    if (now == 0) {
        (void)context.outline();
        return rows * outline_effort;
    }
    if (now == 1) {
        (void)context.personal();
        return rows * personal_effort;
    }
    if (now < after_rules) {
        run_rule(now - before_rules);
        return rows;
    }
    sort();
    return issues.found_.size() * issue_effort / 2;
}

Checker::Checker(model::Plan plan, const Today& today) : state_(std::make_unique<State>(std::move(plan), today)) {}
Checker::~Checker() = default;
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;

bool Checker::step(std::size_t effort) {
    for (std::size_t spent = 0; spent < effort;) {
        const std::optional<std::size_t> last = state_->next();
        if (!last) return true;
        spent += *last + 1;
    }
    return false;
}

std::vector<Issue> Checker::take() {
    return std::move(state_->result);
}

const model::Plan& Checker::plan() const {
    return state_->plan;
}

std::vector<Issue> check(const model::Plan& plan, const Today& today) {
    Checker checker(plan, today);
    while (!checker.step(static_cast<std::size_t>(-1))) {
    }
    return checker.take();
}

}  // namespace analysis
