// How things stand: the progress report of a month, and the summary on one page.
#include <algorithm>

#include "analysis/indicators.hpp"
#include "analysis/inspection.hpp"
#include "analysis/outline.hpp"
#include "analysis/risks.hpp"
#include "base/text.hpp"
#include "report/chapters.hpp"
#include "report/kind_documents.hpp"

namespace report {
namespace {
using analysis::OutlineRow;
using base::Date;
using model::Milestone;
using model::Task;
using model::TaskStatus;

// Of all tasks without parts, but for cancelled ones; percent by working days, rounded down.
struct WorkCounts {
    std::size_t total = 0, done = 0, running = 0, late = 0;
    std::int64_t percent = 0;
};

WorkCounts count_work(const std::vector<OutlineRow>& outline, Date today) {
    WorkCounts counts;
    std::int64_t days = 0, done_days = 0;
    for (const OutlineRow& row : outline) {
        if (row.has_children || row.task->status == TaskStatus::Cancelled) continue;
        ++counts.total;
        counts.done += row.task->status == TaskStatus::Done ? 1 : 0;
        counts.running += row.task->status == TaskStatus::Running ? 1 : 0;
        counts.late += is_late(*row.task, row.finish, today) ? 1 : 0;
        days += row.days;
        done_days += row.days * row.progress;
    }
    counts.percent = days > 0 ? done_days / days : 0;
    return counts;
}

struct Month {
    Date first, last;
    [[nodiscard]] bool has(Date day) const { return !day.empty() && first <= day && day <= last; }
};
Month month_of(Date day) {
    const Date first = day.plus(1 - day.day());
    Date last = first;
    while (last.plus(1).month() == first.month()) last = last.plus(1);
    return {first, last};
}

// A task as a line: 1.2 编写科普文章（负责人：王芳；截止：2026年7月31日；进度：40%）
std::string task_line(Builder& b, const OutlineRow& row, Date today) {
    std::vector<std::string> extras;
    const auto add = [&](const std::string& label, const std::string& text) {
        if (!text.empty()) extras.push_back(label + b.word("report.label-end") + text);
    };
    add(b.label<&Task::owner>(), b.take<&Task::owner>(*row.task));
    add(b.label<&Task::finish>(), date_text(b.words(), row.finish));
    add(b.label<&Task::progress>(), std::to_string(row.progress) + "%");
    if (is_late(*row.task, row.finish, today))
        extras.push_back(b.words()("report.progress.days-late", {std::to_string(today.days() - row.finish.days())}));
    return row.code + " " + b.take<&Task::title>(*row.task) +
           b.words()("report.brackets", {base::join(extras, b.word("report.clause-end"))});
}

std::string milestone_line(Builder& b, const Milestone& one) {
    return joined_texts({when_text<&Milestone::date, &Milestone::date_words>(b, one), b.take<&Milestone::title>(one)},
                        " ");
}

// The tasks without parts that `is` says yes to.
template <class Is>
std::vector<std::string> task_lines(Builder& b, const std::vector<OutlineRow>& outline, Date today, Is is) {
    std::vector<std::string> lines;
    for (const OutlineRow& row : outline)
        if (!row.has_children && row.task->status != TaskStatus::Cancelled && is(row))
            lines.push_back(task_line(b, row, today));
    return lines;
}

void listed(Builder& b, std::vector<std::string> lines) {
    if (lines.empty()) return b.paragraphs(b.word("report.none"));
    List list;
    list.items = std::move(lines);
    b.block(std::move(list));
}

void overall_progress(Builder& b, const WorkCounts& work) {
    b.block(KeyFigures{{figure_of(b.word("report.tasks.leaves"), work.total),
                        figure_of(choice_text(b.words(), TaskStatus::Done), work.done),
                        figure_of(choice_text(b.words(), TaskStatus::Running), work.running),
                        figure_of(b.word("report.figures.overdue"), work.late),
                        {b.word("report.progress.overall"), std::to_string(work.percent) + "%", {}}}});
}

std::vector<std::string> finished_lines(Builder& b, const std::vector<OutlineRow>& outline, const Month& month,
                                        Date today) {
    std::vector<std::string> lines = task_lines(b, outline, today, [&](const OutlineRow& row) {
        return row.task->status == TaskStatus::Done && month.has(row.finish);
    });
    for (const Milestone* one : model::in_order<Milestone>(b.plan()))
        if (month.has(one->reached_on))
            lines.push_back(b.words()("agenda.milestone", {b.take<&Milestone::title>(*one)}));
    using model::Finding;
    for (const Finding* one : model::in_order<Finding>(b.plan()))
        if (month.has(one->closed_on))
            lines.push_back(b.words()("report.progress.closed", {b.take<&Finding::description>(*one)}));
    return lines;
}

std::vector<std::string> next_lines(Builder& b, const std::vector<OutlineRow>& outline, const Month& next, Date today) {
    std::vector<std::string> lines = task_lines(b, outline, today, [&](const OutlineRow& row) {
        return row.task->status != TaskStatus::Done && (next.has(row.start) || next.has(row.finish));
    });
    for (const Milestone* one : model::in_order<Milestone>(b.plan()))
        if (next.has(one->date) && one->reached_on.empty())
            lines.push_back(b.words()("agenda.milestone", {milestone_line(b, *one)}));
    using model::Finding;
    for (const Finding* one : model::in_order<Finding>(b.plan()))
        if (next.has(one->deadline) && one->state != model::FindingState::Closed)
            lines.push_back(b.words()("agenda.finding", {b.take<&Finding::description>(*one)}));
    return lines;
}

std::vector<std::string> reading_lines(Builder& b, const Month& month, Date today) {
    std::vector<std::string> lines;
    for (const analysis::IndicatorState& state : analysis::indicator_states(b.plan(), today)) {
        if (!state.latest || !month.has(state.latest->date)) continue;
        const model::Indicator& indicator = *state.indicator;
        const std::string unit = b.take<&model::Indicator::unit>(indicator);
        std::string line = b.take<&model::Indicator::name>(indicator) + b.word("report.label-end") +
                           measured(state.latest->value->text(), unit);
        if (indicator.target) line += b.words()("report.progress.target", {measured(indicator.target->text(), unit)});
        lines.push_back(
            line + b.words()("report.brackets", {b.word("indicator-status." + std::string(name_of(state.status)))}));
    }
    return lines;
}

std::vector<std::string> risk_lines(Builder& b, Date today) {
    std::vector<std::string> lines;
    for (const analysis::RiskState& state : analysis::risk_states(b.plan(), today)) {
        const bool is_high = analysis::risk_level(state.residual) == analysis::RiskLevel::High;
        if (!is_high && state.status != analysis::RiskStatus::Overdue) continue;
        lines.push_back(b.take<&model::Risk::factor>(*state.risk) +
                        b.words()("report.brackets", {b.word("risk-status." + std::string(name_of(state.status)))}));
    }
    return lines;
}

std::string rectification_line(Builder& b, Date today) {
    const auto n = analysis::ledger_numbers(b.plan(), {}, today);
    const auto text = [](int number) { return std::to_string(number); };
    return b.words()("report.circular.sums",
                     {text(n.total), text(n.closed), text(n.awaiting), text(n.rectifying + n.returned), text(n.open),
                      text(n.overdue), n.completion().percent(), n.closing().percent()});
}
}  // namespace

Made progress_document(const DocumentRequest& request) {
    Builder b(request.plan, request.words, request.release);
    const Date today = request.today;
    const Month month = month_of(today), next = month_of(month.last.plus(1));
    const auto outline = analysis::outline(request.plan);
    const std::string title = request.words(
        "report.progress.title", {kind_title(request), std::to_string(today.year()), std::to_string(today.month())});
    kind_front(b, request, title, {});
    b.heading(1, b.word("report.progress.state"));
    const WorkCounts work = count_work(outline, today);
    overall_progress(b, work);
    b.paragraphs(b.words()("report.progress.sums",
                           {date_text(b.words(), today), std::to_string(work.total), std::to_string(work.done),
                            std::to_string(work.running), std::to_string(work.late), std::to_string(work.percent)}));
    b.heading(1, b.word("report.progress.finished"));
    listed(b, finished_lines(b, outline, month, today));
    b.heading(1, b.word("report.progress.running"));
    listed(b, task_lines(b, outline, today, [&](const OutlineRow& row) {
               return row.task->status == TaskStatus::Running && !is_late(*row.task, row.finish, today);
           }));
    b.heading(1, b.word("report.progress.late"));
    listed(b,
           task_lines(b, outline, today, [&](const OutlineRow& row) { return is_late(*row.task, row.finish, today); }));
    b.heading(1, b.word("report.progress.readings"));
    listed(b, reading_lines(b, month, today));
    b.heading(1, b.word("report.progress.risks"));
    listed(b, risk_lines(b, today));
    if (!request.plan.rows<model::Finding>().empty()) {
        b.heading(1, b.word("report.inspection.progress"));
        b.paragraphs(rectification_line(b, today));
    }
    b.heading(1, b.word("report.progress.next"));
    listed(b, next_lines(b, outline, next, today));
    kind_closing(b, request);
    b.orientation(Orientation::Landscape);
    b.heading(1, b.word("report.kind.tasks"));
    task_table(b, outline, today);
    return kind_finished(b, request, title);
}

// As much as one page holds: the first of each, and how many there are.
Made summary_document(const DocumentRequest& request) {
    constexpr std::size_t shown_goals = 4, shown_milestones = 5, shown_risks = 3;
    constexpr std::int32_t soon_days = 30;
    using model::Goal, model::Risk;
    Builder b(request.plan, request.words, request.release);
    const Date today = request.today;
    const model::Plan& plan = request.plan;
    const std::string title = kind_title(request);
    kind_front(b, request, title, {});
    const auto outline = analysis::outline(plan);
    const WorkCounts work = count_work(outline, today);
    const auto milestones = model::in_order<Milestone>(plan);
    const auto reached =
        std::ranges::count_if(milestones, [](const Milestone* one) { return !one->reached_on.empty(); });
    const auto indicators = analysis::indicator_states(plan, today);
    const auto met = std::ranges::count_if(indicators, [](const analysis::IndicatorState& state) {
        return state.status == analysis::IndicatorStatus::Met;
    });
    const auto risks = analysis::risk_states(plan, today);
    const auto high = std::ranges::count_if(risks, [](const analysis::RiskState& state) {
        return analysis::risk_level(state.inherent) == analysis::RiskLevel::High;
    });
    const auto ledger = analysis::ledger_numbers(plan, {}, today);
    const auto of = [&](auto part, std::size_t whole) {
        return b.words()("report.figures.of", {std::to_string(part), std::to_string(whole)});
    };
    KeyFigures figures{{{b.word("report.progress.overall"), std::to_string(work.percent) + "%", {}},
                        {b.word("report.summary.tasks"), of(work.done, work.total), {}},
                        figure_of(b.word("report.summary.late"), work.late),
                        {b.word("report.summary.milestones"), of(reached, milestones.size()), {}},
                        {b.word("report.summary.indicators"), of(met, indicators.size()), {}},
                        {b.word("report.summary.risks"), of(high, risks.size()), {}}}};
    if (ledger.total > 0)
        figures.figures.push_back(
            {b.word("report.summary.findings"), of(ledger.closed, static_cast<std::size_t>(ledger.total)), {}});
    const auto& budget = plan.single<model::Budget>();
    if (budget.total)
        figures.figures.push_back({b.label<&model::Budget::total>(), b.take<&model::Budget::total>(budget), {}});
    b.block(std::move(figures));

    b.heading(1, b.word("report.goals"));
    List goals;
    const auto all_goals = model::in_order<Goal>(plan);
    for (const Goal* goal : all_goals) {
        if (goals.items.size() == shown_goals) break;
        const std::string name = b.take<&Goal::name>(*goal);
        goals.items.push_back(name.empty() ? b.take<&Goal::text>(*goal) : name);
    }
    if (goals.items.empty())
        b.missing();
    else
        b.block(std::move(goals));
    if (all_goals.size() > shown_goals)
        b.block(Paragraph{
            {}, b.words()("report.summary.more", {std::to_string(all_goals.size() - shown_goals)}), Tone::Note});

    b.heading(1, b.words()("report.summary.soon", {std::to_string(soon_days)}));
    Table next;
    next.name = "milestone";
    next.columns = {kind_column(b.label<&Milestone::date>(), 20), kind_column(b.label<&Milestone::title>(), 60)};
    std::vector<const Milestone*> coming;
    for (const Milestone* one : milestones)
        if (one->reached_on.empty() && !one->date.empty() && one->date <= today.plus(soon_days)) coming.push_back(one);
    std::ranges::stable_sort(coming, {}, &Milestone::date);
    if (coming.size() > shown_milestones) coming.resize(shown_milestones);
    for (const Milestone* one : coming) next.rows.push_back({one->date, b.take<&Milestone::title>(*one)});
    if (next.rows.empty())
        b.paragraphs(b.word("report.none"));
    else
        b.block(std::move(next));

    b.heading(1, b.word("report.summary.top-risks"));
    std::vector<const analysis::RiskState*> worst;
    for (const analysis::RiskState& state : risks) worst.push_back(&state);
    std::ranges::stable_sort(worst, [](const auto* one, const auto* other) { return one->inherent > other->inherent; });
    if (worst.size() > shown_risks) worst.resize(shown_risks);
    std::vector<std::string> lines;
    for (const analysis::RiskState* state : worst)
        lines.push_back(b.take<&Risk::factor>(*state->risk) +
                        b.words()("report.brackets", {b.word("risk-status." + std::string(name_of(state->status)))}));
    listed(b, std::move(lines));
    return kind_finished(b, request, title);
}

}  // namespace report
