#include "analysis/network.hpp"

#include <doctest/doctest.h>

#include <map>
#include <numeric>
#include <set>

#include "analysis/rule_case.hpp"
#include "support/build.hpp"
#include "support/random_plan.hpp"

using analysis::Issue;
using analysis::Network;
using analysis_test::Build;
using analysis_test::day;
using model::Date;
using model::Dependency;
using model::DependencyType;
using model::Task;

namespace {
// A task without dates, below another or at the top.
Task& undated(Build& b, std::string_view title, const Task* parent = nullptr) {
    Task& task = b.task(title);
    task.start = task.finish = {};
    if (parent) task.parent = model::Ref(*parent);
    return task;
}

struct View {
    explicit View(const model::Plan& plan)
        : rows(analysis::outline(plan)), network(plan, rows, analysis::OutlineIndex(rows)) {}
    std::vector<analysis::OutlineRow> rows;
    Network network;

    std::vector<std::vector<std::string>> loops() const {
        std::vector<std::vector<std::string>> named;
        for (const auto& loop : network.loops()) {
            named.emplace_back();
            for (const int place : loop) named.back().push_back(rows[static_cast<std::size_t>(place)].task->title);
        }
        return named;
    }
};

using Loops = std::vector<std::vector<std::string>>;

// "TASK field earliest" of each DEP-003.
std::multiset<std::string> clashes(const Build& build) {
    std::multiset<std::string> found;
    for (const Issue& issue : analysis::check(build.plan, build.today))
        if (issue.rule == "DEP-003")
            found.insert(issue.id.str() + " " + std::string(issue.field->name) + " " + issue.arguments[2]);
    return found;
}

std::vector<Issue> issues_of(const Build& build, std::string_view rule) {
    std::vector<Issue> found = analysis::check(build.plan, build.today);
    std::erase_if(found, [&](const Issue& issue) { return issue.rule != rule; });
    return found;
}

// Small networks of any shape: up to four tasks at any depth, up to five links of all kinds, with dates and
// states of all kinds.
Build random_network(std::uint64_t seed) {
    support::Random random(seed);
    Build b;
    std::vector<Task*> tasks;
    for (std::size_t i = 0, count = 2 + random.below(3); i < count; ++i) {
        Task& task = b.add<Task>();
        task.title = std::string(1, static_cast<char>('a' + i));
        if (!tasks.empty() && random.one_in(2)) task.parent = model::Ref(*tasks[random.below(tasks.size())]);
        if (!random.one_in(3)) task.start = day("2026-03-02").plus(static_cast<int>(random.below(12)));
        if (!random.one_in(3)) task.finish = day("2026-03-05").plus(static_cast<int>(random.below(12)));
        task.status = static_cast<model::TaskStatus>(random.below(5));
        if (random.one_in(4)) task.progress = random.between(0, 100);
        tasks.push_back(&task);
    }
    for (std::size_t i = 0, count = 1 + random.below(5); i < count; ++i) {
        // One by one: the order of arguments is each compiler's own.
        const Task &from = *tasks[random.below(tasks.size())], &to = *tasks[random.below(tasks.size())];
        auto& row = b.link(from, to, static_cast<DependencyType>(random.below(4)));
        if (random.one_in(2)) row.lag_days = random.between(-3, 3);
    }
    return b;
}

// The second implementation, straight from the definitions and slow.
struct Naive {
    const model::Plan& plan;

    std::vector<const Task*> parts(const Task& task) const { return model::in_order(plan, &Task::parent, task.id); }
    bool below(const Task& task, const Task& above) const {
        for (const Task* at = &task; at; at = plan.find(at->parent))
            if (at == &above) return true;
        return false;
    }
    bool related(const Task& a, const Task& b) const { return below(a, b) || below(b, a); }

    // Whether everything can happen in some order: tried with every order of the starts and finishes of the leaves and
    // the finishes of the others.
    bool can_be_done() const {
        std::vector<std::pair<const Task*, bool>> events;  // the task, and whether it finishes
        for (const Task& task : plan.rows<Task>()) {
            if (parts(task).empty()) events.emplace_back(&task, false);
            events.emplace_back(&task, true);
        }
        std::vector<int> order(events.size());
        std::iota(order.begin(), order.end(), 0);
        do {
            std::map<std::pair<const Task*, bool>, int> when;
            for (std::size_t i = 0; i < events.size(); ++i) when[events[i]] = order[i];
            if (holds(when)) return true;
        } while (std::next_permutation(order.begin(), order.end()));
        return false;
    }
    using When = std::map<std::pair<const Task*, bool>, int>;
    // Of a parent: with its first part.
    int start(const When& when, const Task& task) const {
        const auto below_it = parts(task);
        if (below_it.empty()) return when.at({&task, false});
        int first = INT32_MAX;
        for (const Task* part : below_it) first = std::min(first, start(when, *part));
        return first;
    }
    // No part of it starts before.
    bool starts_after(const When& when, const Task& task, int time) const { return start(when, task) > time; }
    bool holds(const When& when) const {
        for (const Task& task : plan.rows<Task>()) {
            if (start(when, task) > when.at({&task, true})) return false;
            for (const Task* part : parts(task))
                if (when.at({part, true}) > when.at({&task, true})) return false;
        }
        for (const Dependency& row : plan.rows<Dependency>()) {
            const Task &from = *plan.find(row.predecessor), &to = *plan.find(row.successor);
            if (&from == &to) return false;
            if (related(from, to)) continue;
            const bool after_start =
                row.kind == DependencyType::StartToStart || row.kind == DependencyType::StartToFinish;
            const int time = after_start ? start(when, from) : when.at({&from, true});
            const bool limits_start =
                row.kind == DependencyType::FinishToStart || row.kind == DependencyType::StartToStart;
            if (limits_start ? !starts_after(when, to, time) : when.at({&to, true}) <= time) return false;
        }
        return true;
    }

    Date date(const Task& task, bool finish) const {
        const Date own = finish ? task.finish : task.start;
        Date found = own;
        if (!own)
            for (const Task* part : parts(task)) {
                if (part->status == model::TaskStatus::Cancelled) continue;
                const Date one = date(*part, finish);
                if (one && (!found || (finish ? found < one : one < found))) found = one;
            }
        return found;
    }
    // Day by day.
    Date workdays_on(Date from, std::int64_t days) const {
        const analysis::Calendar calendar = analysis::calendar_for(plan);
        for (Date at = from; days != 0;) {
            at = at.plus(days > 0 ? 1 : -1);
            if (!calendar.is_workday(at)) continue;
            days += days > 0 ? -1 : 1;
            if (days == 0) return at;
        }
        return from;
    }
    std::multiset<std::string> clashes() const {
        std::multiset<std::string> found;
        std::map<const Task*, int> progress;
        for (const auto& row : analysis::outline(plan)) progress[row.task] = row.has_children ? row.progress : 0;
        for (const Dependency& row : plan.rows<Dependency>()) {
            const Task &from = *plan.find(row.predecessor), &to = *plan.find(row.successor);
            if (related(from, to) || from.status == model::TaskStatus::Cancelled || progress[&to] == 100) continue;
            if (to.status == model::TaskStatus::Done || to.status == model::TaskStatus::Cancelled) continue;
            const std::int64_t lag = row.lag_days.value_or(0);
            const bool after_start =
                row.kind == DependencyType::StartToStart || row.kind == DependencyType::StartToFinish;
            const bool limits_start =
                row.kind == DependencyType::FinishToStart || row.kind == DependencyType::StartToStart;
            const Date base = date(from, !after_start), now = date(to, !limits_start);
            if (!base || !now) continue;
            const bool next_day = row.kind == DependencyType::FinishToStart;
            const Date first = next_day && lag == 0 ? base.plus(1) : workdays_on(base, lag + (next_day ? 1 : 0));
            if (now < first) found.insert(to.id.str() + (limits_start ? " start " : " finish ") + first.iso());
        }
        return found;
    }
};
}  // namespace

TEST_CASE("network: what waits for a task without dates of its own waits for its parts") {
    Build b;
    Task& prepare = undated(b, "准备阶段");
    Task& draft = b.part_of(prepare, "编制方案");
    draft.finish = day("2026-03-20");
    Task& train = b.task("开展培训");
    train.start = day("2026-03-09");
    b.link(prepare, train);
    CHECK(clashes(b) == std::multiset<std::string>{train.id.str() + " start 2026-03-21"});
    train.start = day("2026-03-21");
    CHECK(clashes(b).empty());
}

TEST_CASE("network: a task without dates of its own starts with its first part and finishes with its last") {
    Build b;
    Task& draft = b.task("编制方案");
    draft.finish = day("2026-03-20");
    Task& rollout = undated(b, "实施阶段");
    Task& train = b.part_of(rollout, "开展培训");
    Task& extra = b.part_of(rollout, "取消的培训");
    extra.start = extra.finish = day("2026-03-09");
    extra.status = model::TaskStatus::Cancelled;
    train.start = day("2026-03-09");
    train.finish = day("2026-03-19");
    auto& dependency = b.link(draft, rollout);
    CHECK(clashes(b) == std::multiset<std::string>{rollout.id.str() + " start 2026-03-21"});
    dependency.kind = DependencyType::FinishToFinish;
    CHECK(clashes(b) == std::multiset<std::string>{rollout.id.str() + " finish 2026-03-20"});
    train.status = model::TaskStatus::Done;
    CHECK(clashes(b).empty());
}

TEST_CASE("network: no date is offered to a task whose parts would have to move") {
    Build b;
    Task& draft = b.task("编制方案");
    Task& rollout = undated(b, "实施阶段");
    b.part_of(rollout, "开展培训");
    b.link(draft, rollout);
    const std::vector<Issue> clash = issues_of(b, "DEP-003");
    REQUIRE(clash.size() == 1);
    CHECK_FALSE(analysis::fix_of(b.plan, b.today, clash[0]));
}

TEST_CASE("network: a part that waits for what waits for its parent is a ring, told in order") {
    Build b;
    Task& prepare = undated(b, "准备阶段");
    Task& draft = undated(b, "编制方案", &prepare);
    Task& approve = undated(b, "审批");
    b.link(prepare, approve);
    b.link(approve, draft);
    CHECK(View(b.plan).loops() == Loops{{"准备阶段", "审批", "编制方案"}});
    const std::vector<Issue> ring = issues_of(b, "DEP-001");
    REQUIRE(ring.size() == 1);
    CHECK(ring[0].arguments[1] == "准备阶段 → 审批 → 编制方案 → 准备阶段");
}

TEST_CASE("network: rings pass through parents at any distance, downward too, and only ends of links are named") {
    Build b;
    Task& top = undated(b, "一");
    Task& middle = undated(b, "一一", &top);
    Task& part = undated(b, "一一一", &middle);
    Task& other = undated(b, "二");
    Task& below = undated(b, "二一", &other);
    b.link(part, other);
    b.link(below, top);
    CHECK(View(b.plan).loops() == Loops{{"一", "一一一", "二", "二一"}});
}

TEST_CASE("network: what can be done in some order is no ring") {
    Build b;
    Task& phase = undated(b, "阶段");
    Task& first = undated(b, "先做", &phase);
    Task& second = undated(b, "后做", &phase);
    Task& approve = undated(b, "审批");
    b.link(phase, approve, DependencyType::StartToStart);  // may start once the first part has
    b.link(approve, second);
    b.link(approve, phase, DependencyType::FinishToFinish);
    CHECK(View(b.plan).loops().empty());
    b.link(approve, first);  // now no part can start
    CHECK(View(b.plan).loops().size() == 1);
}

TEST_CASE("network: links between a task and its own parts are told as such, not as rings or by dates") {
    Build b;
    Task& parent = b.task("上级");
    Task& part = b.part_of(parent, "下级");
    b.link(part, parent);
    std::multiset<std::string_view> codes;
    for (const Issue& issue : analysis::check(b.plan, b.today))
        if (issue.rule.starts_with("DEP")) codes.insert(issue.rule);
    CHECK(codes == std::multiset<std::string_view>{"DEP-002"});
}

TEST_CASE("network: a task that waits for itself is a ring of one, whatever the link's kind") {
    for (std::uint8_t kind = 0; kind < 4; ++kind) {
        Build b;
        Task& parent = undated(b, "自己");
        b.link(parent, parent, static_cast<DependencyType>(kind));
        CHECK(View(b.plan).loops() == Loops{{"自己"}});
        undated(b, "部分", &parent);
        CHECK(View(b.plan).loops() == Loops{{"自己"}});
    }
}

TEST_CASE("network: small networks agree with a search through all orders") {
    std::size_t with_ring = 0, without = 0;
    for (std::uint64_t seed = 0; seed < support::seeds(600, 40); ++seed) {
        CAPTURE(seed);
        Build b = random_network(seed);
        const Naive naive{b.plan};
        for (;;) {
            const View view(b.plan);
            const auto loops = view.network.loops();
            ++(loops.empty() ? without : with_ring);
            CHECK(loops.empty() == naive.can_be_done());
            if (loops.empty()) break;
            // Each ring goes along links and families, and is gone when its links are.
            for (const std::vector<int>& loop : loops) {
                std::vector<model::Id> on_ring;
                for (std::size_t i = 0; i < loop.size(); ++i) {
                    const int from = loop[i], to = loop[(i + 1) % loop.size()];
                    bool linked = false;
                    for (const Network::Link& one : view.network.links()) {
                        if (one.predecessor != from || one.successor != to) continue;
                        linked = true;
                        on_ring.push_back(one.row->id);
                    }
                    CHECK((linked || view.network.related(from, to)));
                }
                REQUIRE(!on_ring.empty());
                for (const model::Id& id : on_ring) b.plan.table(Dependency::type).erase(id);
            }
        }
    }
    CHECK(with_ring > 20);
    CHECK(without > 20);
}

TEST_CASE("network: the days that links allow agree with counting day by day") {
    std::size_t found = 0;
    for (std::uint64_t seed = 0; seed < support::seeds(2000, 200); ++seed) {
        CAPTURE(seed);
        const Build b = random_network(seed);
        const auto issues = clashes(b);
        found += issues.size();
        CHECK(issues == Naive{b.plan}.clashes());
    }
    CHECK(found > support::seeds(200, 20));
}

TEST_CASE("network: rings through a deep tree and through thousands of parts cost no stack and are told once") {
    Build b;
    Task& top = undated(b, "顶");
    Task* deepest = &top;
    for (int i = 0; i < 20000; ++i) {
        deepest = &undated(b, "层", deepest);
        undated(b, "旁", &top);
    }
    Task& other = undated(b, "它");
    b.link(top, other);
    b.link(other, *deepest);
    b.link(other, top);
    const auto loops = View(b.plan).loops();
    REQUIRE(loops.size() == 1);
    CHECK(loops.front() == std::vector<std::string>{"顶", "它"});
}
