// Goals and tasks; then the detailed plan: breakdown, milestones, people, equipment and money.
#include <algorithm>
#include <array>
#include <map>

#include "analysis/outline.hpp"
#include "report/chapters.hpp"

namespace report {
namespace {
using model::BudgetLine;
using model::Goal;
using model::GoalTarget;
using model::Horizon;
using model::RecordType;
using model::Row;
using model::Task;
using model::TeamRole;

// The goal's sentence, followed by its date and services in brackets.
std::string goal_text(Builder& b, const Goal& goal) {
    std::string text = b.take<&Goal::text>(goal);
    if (const std::string name = b.take<&Goal::name>(goal); !name.empty())
        text = name + (text.empty() ? "" : b.word("report.label-end")) + text;
    std::vector<std::string> extras;
    if (const std::string due = when_text<&Goal::due, &Goal::due_words>(b, goal); !due.empty())
        extras.push_back(b.label<&Goal::due>() + b.word("report.label-end") + due);
    if (const std::string services = b.take<&Goal::services>(goal); !services.empty())
        extras.push_back(b.label<&Goal::services>() + b.word("report.label-end") + services);
    if (extras.empty()) return text;
    std::string joined;
    for (const std::string& extra : extras) joined += (joined.empty() ? "" : b.word("report.clause-end")) + extra;
    return text + b.words()("report.brackets", {joined});
}

std::string target_text(Builder& b, const Row& row) {
    const auto& target = static_cast<const GoalTarget&>(row);
    const std::string comparison = b.take<&GoalTarget::comparison>(target);
    const std::string value = b.take<&GoalTarget::value>(target);
    const std::string unit = b.take<&GoalTarget::unit>(target);
    const std::string to = b.take<&GoalTarget::value_to>(target);
    if (value.empty() && to.empty())
        return comparison + " " + b.word("report.open-number") + (unit.empty() ? "" : " " + unit);
    return comparison + " " + measured(value.empty() || to.empty() ? value + to : value + "–" + to, unit);
}

void goals(Builder& b) {
    b.heading(2, b.word("report.goals"));
    const auto all = model::in_order<Goal>(b.plan());
    const bool by_horizon = std::ranges::any_of(all, [](const Goal* goal) { return goal->horizon != Horizon::None; });
    for (const Horizon horizon : std::array{Horizon::Short, Horizon::Middle, Horizon::Long, Horizon::None}) {
        List list;
        for (const Goal* goal : all)
            if (goal->horizon == horizon) {
                b.skip<&Goal::horizon>(*goal);
                list.items.push_back(goal_text(b, *goal));
            }
        if (list.items.empty()) continue;
        const std::string name = choice_text(b.words(), horizon);
        if (by_horizon)
            b.heading(3, name.empty() ? b.word("report.goals.other") : b.words()("report.goals.horizon", {name}));
        b.block(std::move(list));
    }
    if (all.empty()) b.missing();
    b.heading(by_horizon ? 3 : 2, b.word("report.targets"));

    const RowList targets = reading_order(b.plan(), RecordType::GoalTarget);
    b.table(RecordType::GoalTarget, targets,
            {column<&GoalTarget::goal>(26), column<&GoalTarget::metric>(20),
             computed(b.word("report.requirement"), 20, Align::Left, target_text), column<&GoalTarget::period>(12),
             column<&GoalTarget::indicator>(18)});
    b.rest(RecordType::GoalTarget, targets);
}

void key_tasks(Builder& b) {
    b.heading(2, b.word("report.key-tasks"));
    b.paragraphs<&model::Cover::task_overview>(b.plan().cover());
    const auto roots = model::in_order(b.plan(), &Task::parent, model::Id{});
    if (roots.empty()) b.missing();
    for (const Task* task : roots) {
        b.heading(3, b.take<&Task::title>(*task));
        b.labelled<&Task::description>(*task);
        b.labelled<&Task::importance>(*task);
        b.labelled<&Task::expected_result>(*task);
        KeyValues links;
        add_fact(links, b.label<&Task::participants>(), b.take<&Task::participants>(*task));
        add_fact(links, b.label<&Task::goals>(), b.take<&Task::goals>(*task));
        add_fact(links, b.label<&Task::indicators>(), b.take<&Task::indicators>(*task));
        add_fact(links, b.label<&Task::risks>(), b.take<&Task::risks>(*task));
        if (!links.rows.empty()) b.block(std::move(links));
    }
}

std::string task_dates(Builder& b, const analysis::OutlineRow& row) {
    b.skip<&Task::start>(*row.task);
    b.skip<&Task::finish>(*row.task);
    return range_text(
        b.words(), day_and_words(b.words(), date_text(b.words(), row.start), b.take<&Task::start_words>(*row.task)),
        day_and_words(b.words(), date_text(b.words(), row.finish), b.take<&Task::finish_words>(*row.task)), Lines::Two);
}

// Where a task has no dates or figure of its own, the table shows what its parts come to.
void breakdown(Builder& b) {
    b.heading(2, b.word("report.breakdown"));
    const std::vector<analysis::OutlineRow> outline = analysis::outline(b.plan());
    std::map<const Row*, const analysis::OutlineRow*> places;
    RowList tasks;
    for (const analysis::OutlineRow& row : outline) {
        places.emplace(row.task, &row);
        tasks.push_back(row.task);
        b.skip<&Task::parent>(*row.task);
    }
    const auto code = [&](const Row& row) { return places[&row]->code; };
    const auto dates = [&](Builder& builder, const Row& row) { return task_dates(builder, *places[&row]); };
    const auto progress = [&](Builder& builder, const Row& row) {
        const auto& place = *places[&row];
        builder.skip<&Task::progress>(*place.task);
        if (builder.hides<&Task::progress>()) return Cell();
        return place.task->progress || place.has_children ? Cell(Percent{std::to_string(place.progress)}) : Cell();
    };
    // A task whose full title stands above as a heading is called by its short one.
    const auto title = [&](Builder& builder, const Row& row) {
        const auto& task = static_cast<const Task&>(row);
        const bool is_short = task.parent.empty() && !task.short_title.empty();
        return is_short ? builder.take<&Task::short_title>(task) : builder.take<&Task::title>(task);
    };
    b.table(RecordType::Task, tasks,
            {computed(b.word("report.number"), 7, Align::Left, [&](Builder&, const Row& row) { return code(row); }),
             computed(b.label<&Task::title>(), 25, Align::Left, title), column<&Task::owner>(10),
             computed(b.word("report.dates"), 18, Align::Left, dates), column<&Task::resources>(20),
             computed(b.label<&Task::progress>(), 8, Align::Right, progress), column<&Task::status>(9)});
    b.rest(RecordType::Task, tasks, code);
    b.record_section(3, RecordType::Dependency,
                     {column<&model::Dependency::successor>(34), column<&model::Dependency::predecessor>(34),
                      column<&model::Dependency::kind>(16), column<&model::Dependency::lag_days>(16, Align::Right)});
}

std::string headcount(Builder& b, const Row& row) {
    const auto& role = static_cast<const TeamRole&>(row);
    const std::string open = b.take<&TeamRole::headcount_open>(role);
    const std::string low = b.take<&TeamRole::headcount_min>(role), high = b.take<&TeamRole::headcount_max>(role);
    const std::string number =
        low.empty() || high.empty() || low == high ? (low.empty() ? high : low) : low + "–" + high;
    if (open.empty()) return number;
    return number.empty() ? b.word("report.several") : b.words()("report.headcount.or-more", {number});
}

void human_resources(Builder& b) {
    using model::Assignment;
    using model::Unit;
    b.record_section(3, RecordType::Assignment,
                     {column<&Assignment::person>(20), column<&Assignment::duty>(50), column<&Assignment::task>(30)});

    b.record_section(3, RecordType::TeamRole,
                     {column<&TeamRole::name>(18), computed(b.word("report.headcount"), 10, Align::Right, headcount),
                      column<&TeamRole::minutes_per_day>(14, Align::Right), column<&TeamRole::people>(18),
                      column<&TeamRole::duties>(40)});
    b.record_section(3, RecordType::Unit,
                     {column<&Unit::name>(22), column<&Unit::kind>(12), column<&Unit::parent>(16),
                      column<&Unit::leader>(12), column<&Unit::deputies>(12), column<&Unit::composition>(26)});
    b.generic_section(3, RecordType::RecurringDuty);
}

void money(Builder& b) {
    using model::Budget;
    const auto& budget = b.plan().single<Budget>();
    b.heading(3, b.word("record.budget"));
    b.labelled<&Budget::total>(budget);
    b.labelled<&Budget::source>(budget);
    b.labelled<&Budget::procedure>(budget);
    const RowList lines = reading_order(b.plan(), RecordType::BudgetLine);
    Table* table =
        b.table(RecordType::BudgetLine, lines,
                {column<&BudgetLine::category>(11), column<&BudgetLine::item>(18),
                 column<&BudgetLine::quantity>(8, Align::Right), column<&BudgetLine::unit>(7),
                 column<&BudgetLine::unit_price>(16, Align::Right), column<&BudgetLine::amount>(17, Align::Right),
                 column<&BudgetLine::source>(10), column<&BudgetLine::task>(15)});
    std::int64_t sum = 0;
    for (const BudgetLine& line : b.plan().rows<BudgetLine>()) sum += line.amount ? line.amount->fen : 0;
    if (table && sum != 0) add_total(b.words(), *table, b.label<&BudgetLine::amount>(), money_cell(b.words(), {sum}));
    b.rest(RecordType::BudgetLine, lines);
}
}  // namespace

std::string range_text(const base::Words& words, const std::string& from, const std::string& until, Lines lines) {
    if (from.empty() && until.empty()) return {};
    if (until.empty()) return words("report.range.from", {from});
    if (from.empty()) return words("report.range.until", {until});
    return words(lines == Lines::One ? "report.range" : "report.range.two-lines", {from, until});
}

std::string day_and_words(const base::Words& words, const std::string& day, const std::string& in_words) {
    return day.empty() || in_words.empty() ? day + in_words : day + words("report.brackets", {in_words});
}

std::string measured(const std::string& value, const std::string& unit) {
    return unit.empty() || unit.starts_with("%") ? value + unit : value + " " + unit;
}

void add_total(const base::Words& words, Table& table, const std::string& header, const Cell& total) {
    std::vector<Cell> row(table.columns.size());
    for (std::size_t i = 0; i < row.size(); ++i)
        if (table.columns[i].header == header) row[i] = total;
    if (cell_text(row[0]).empty()) row[0] = std::string(words("report.total"));
    table.rows.push_back(std::move(row));
    table.has_total = true;
}

namespace {
Cell milestone_date(Builder& b, const Row& row) {
    using model::Milestone;
    return when_cell<&Milestone::date, &Milestone::date_words>(b, static_cast<const Milestone&>(row));
}
}  // namespace

void goals_chapter(Builder& b) {
    b.heading(1, b.word("report.goals-and-tasks"));
    goals(b);
    key_tasks(b);
}

void work_chapter(Builder& b) {
    using model::Equipment;
    using model::Milestone;
    b.heading(1, b.word("report.work"));
    breakdown(b);
    b.record_section(2, RecordType::Milestone,
                     {computed(b.label<&Milestone::date>(), 18, Align::Left, milestone_date),
                      column<&Milestone::title>(40), column<&Milestone::task>(24), column<&Milestone::reached_on>(18)});
    b.heading(2, b.word("report.resources"));
    human_resources(b);
    b.record_section(
        3, RecordType::Equipment,
        {column<&Equipment::name>(30), column<&Equipment::quantity>(10, Align::Right), column<&Equipment::source>(25),
         column<&Equipment::allocation>(25), column<&Equipment::task>(20)});
    money(b);
}

}  // namespace report
