#include "intake/project.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "analysis/calendar.hpp"
#include "base/text.hpp"
#include "model/integrity.hpp"
#include "model/order_key.hpp"
#include "model/value.hpp"
#include "report/document.hpp"

namespace intake {
namespace {
using model::Task;

constexpr int day_minutes = 480;              // of our own files
constexpr long long lag_units = 10;           // a lag counts tenths of a minute
constexpr std::size_t exception_days = 4000;  // a plan has no more

// By TaskConstraint: none, start no earlier, no later, finish no earlier, no later, must start, must finish, late.
constexpr std::array<int, 8> constraint_numbers{0, 4, 5, 6, 7, 2, 3, 1};
// By DependencyType: finish-start, start-start, finish-finish, start-finish.
constexpr std::array<int, 4> link_numbers{1, 3, 0, 2};

template <std::size_t N> std::uint8_t index_of(const std::array<int, N>& numbers, int number) {
    const auto found = std::ranges::find(numbers, number);
    return found == numbers.end() ? std::uint8_t{0} : static_cast<std::uint8_t>(found - numbers.begin());
}

std::string moment_text(base::Date day, const char* time) {
    return day.empty() ? std::string() : day.iso() + time;
}

// ---------------------------------------------------------------- out

class ProjectMaker {
  public:
    explicit ProjectMaker(const model::Plan& plan) : plan_(plan), calendar_(analysis::calendar_for(plan)) {}

    office::ProjectFile make() {
        file_.title = report::printable(plan_.cover().title);
        file_.start = moment_text(plan_.cover().start, "T08:00:00");
        file_.finish = moment_text(plan_.cover().finish, "T17:00:00");
        for (const model::CalendarDay* day : model::in_order<model::CalendarDay>(plan_))
            if (!day->date.empty())
                file_.exceptions.push_back({day->date.iso(), day->date.iso(), report::printable(day->note),
                                            day->kind == model::DayKind::Work});
        for (const model::Person* person : model::in_order<model::Person>(plan_)) {
            people_[person->id] = static_cast<int>(file_.resources.size()) + 1;
            file_.resources.push_back({people_[person->id], report::printable(person->name), false});
        }
        for (const Task* task : model::in_order<Task>(plan_)) children_[task->parent.id()].push_back(task);
        for (const model::Milestone* one : model::in_order<model::Milestone>(plan_))
            marks_[one->task.id()].push_back(one);
        outline();
        links();
        baselines();
        return std::move(file_);
    }

  private:
    void outline() {
        struct Level {
            base::Id parent;
            std::size_t next = 0;
        };
        std::vector<Level> stack(1);
        while (!stack.empty()) {
            const auto& below = children_[stack.back().parent];
            if (stack.back().next < below.size()) {
                const Task& one = *below[stack.back().next++];
                task(one, static_cast<int>(stack.size()));
                stack.push_back({one.id});
                continue;
            }
            for (const model::Milestone* one : marks_[stack.back().parent])
                milestone(*one, static_cast<int>(stack.size()));
            stack.pop_back();
        }
    }

    void task(const Task& from, int level) {
        office::ProjectTask one;
        one.uid = uids_[from.id] = static_cast<int>(file_.tasks.size()) + 1;
        one.level = level;
        one.id = from.id.str();
        one.name = report::printable(from.title);
        one.notes = report::printable(from.description);
        one.start = moment_text(from.start, "T08:00:00");
        one.finish = moment_text(from.finish, "T17:00:00");
        if (from.duration_days)
            one.minutes = *from.duration_days * day_minutes;
        else if (!from.start.empty() && !from.finish.empty())
            one.minutes = static_cast<long long>(calendar_.workdays(from.start, from.finish)) * day_minutes;
        if (from.progress) one.percent = static_cast<int>(*from.progress);
        if (!from.progress && from.status == model::TaskStatus::Done) one.percent = 100;
        one.constraint = constraint_numbers[static_cast<std::size_t>(from.constraint)];
        const bool from_finish = one.constraint == 3 || one.constraint >= 6;
        one.constraint_date = moment_text(from.constraint_date, from_finish ? "T17:00:00" : "T08:00:00");
        one.is_active = from.status != model::TaskStatus::Cancelled;
        assign(one.uid, from);
        file_.tasks.push_back(std::move(one));
    }

    void assign(int uid, const Task& from) {
        if (const auto owner = people_.find(from.owner.id()); owner != people_.end())
            file_.assignments.push_back({uid, owner->second});
        for (const base::Id& id : from.participants)
            if (const auto person = people_.find(id); person != people_.end() && id != from.owner.id())
                file_.assignments.push_back({uid, person->second});
        for (const std::string& name : from.resources) {
            const std::string clean = report::printable(name);
            if (base::is_blank(clean)) continue;
            const auto [found, is_new] = materials_.try_emplace(clean, static_cast<int>(file_.resources.size()) + 1);
            if (is_new) file_.resources.push_back({found->second, clean, true});
            file_.assignments.push_back({uid, found->second});
        }
    }

    void milestone(const model::Milestone& from, int level) {
        office::ProjectTask one;
        one.uid = static_cast<int>(file_.tasks.size()) + 1;
        one.level = level;
        one.id = from.id.str();
        one.name = report::printable(from.title);
        one.notes = report::printable(from.note);
        one.start = one.finish = moment_text(from.date, "T08:00:00");
        one.minutes = 0;
        one.is_milestone = true;
        one.actual_finish = moment_text(from.reached_on, "T08:00:00");
        one.percent = from.reached_on.empty() ? 0 : 100;
        file_.tasks.push_back(std::move(one));
    }

    void links() {
        for (const model::Dependency* link : model::in_order<model::Dependency>(plan_)) {
            const auto after = uids_.find(link->successor.id()), before = uids_.find(link->predecessor.id());
            if (after == uids_.end() || before == uids_.end()) continue;
            file_.tasks[static_cast<std::size_t>(after->second) - 1].links.push_back(
                {before->second, link_numbers[static_cast<std::size_t>(link->kind)],
                 link->lag_days.value_or(0) * day_minutes * lag_units, 7});
        }
    }

    void baselines() {
        int number = 0;
        for (const model::Baseline* baseline : model::in_order<model::Baseline>(plan_)) {
            if (number > 10) return;
            for (const model::BaselineTask* one :
                 model::in_order(plan_, &model::BaselineTask::baseline, baseline->id)) {
                const auto uid = uids_.find(one->task.id());
                if (uid == uids_.end()) continue;
                office::ProjectBaseline kept{number, moment_text(one->start, "T08:00:00"),
                                             moment_text(one->finish, "T17:00:00"), std::nullopt};
                if (one->duration_days) kept.minutes = *one->duration_days * day_minutes;
                file_.tasks[static_cast<std::size_t>(uid->second) - 1].baselines.push_back(std::move(kept));
            }
            ++number;
        }
    }

    const model::Plan& plan_;
    analysis::Calendar calendar_;
    office::ProjectFile file_;
    std::map<base::Id, int> people_, uids_;
    std::map<std::string, int> materials_;
    std::map<base::Id, std::vector<const Task*>> children_;
    std::map<base::Id, std::vector<const model::Milestone*>> marks_;
};

// ---------------------------------------------------------------- in

class ProjectTaker {
  public:
    ProjectTaker(const office::ProjectFile& file, base::IdSource& ids) : file_(file), ids_(ids) {
        taken_.plan = model::empty_plan(ids.next());
    }

    TakenProject take() {
        model::Cover cover = taken_.plan.cover();
        cover.title = fit(file_.title, model::short_text_limit);
        cover.start = day_of(file_.start);
        cover.finish = day_of(file_.finish);
        if (cover.finish < cover.start) cover.finish = {};
        taken_.plan.put(cover);
        exceptions();
        const analysis::Calendar calendar = analysis::calendar_for(taken_.plan);
        resources();
        for (std::size_t i = 0; i < file_.tasks.size(); ++i) {
            const bool is_summary = i + 1 < file_.tasks.size() && file_.tasks[i + 1].level > file_.tasks[i].level;
            if (file_.tasks[i].is_milestone && !is_summary)
                milestone(file_.tasks[i]);
            else
                task(file_.tasks[i], is_summary, calendar);
        }
        for (const auto& [uid, row] : tasks_) taken_.plan.put(row);
        for (const office::ProjectTask& one : file_.tasks) links(one);
        baselines();
        for (const std::string& name : file_.left)
            taken_.traces.push_back({Verdict::Left, {}, {}, {}, 0, name, "element"});
        return std::move(taken_);
    }

  private:
    static std::string fit(std::string_view text, std::int64_t limit) {
        std::size_t at = 0;
        for (std::int64_t i = 0; i < limit && at < text.size(); ++i) base::next_code_point(text, at);
        return std::string(text.substr(0, at));
    }
    static base::Date day_of(std::string_view moment) {
        return base::Date::parse(moment.substr(0, 10)) ? *base::Date::parse(moment.substr(0, 10)) : base::Date();
    }
    std::string next_order() { return order_ = model::order_between(order_, {}); }
    base::Id id_for(std::string_view given) {
        const auto id = base::Id::parse(given);
        return id && !given.empty() && used_.insert(*id).second ? *id : ids_.next();
    }
    void note(Verdict verdict, std::string_view record, const base::Id& row, std::string_view field, std::string text,
              std::string_view reason = {}) {
        taken_.traces.push_back(
            {verdict, std::string(record), row.str(), std::string(field), 0, std::move(text), std::string(reason)});
    }
    [[nodiscard]] std::optional<std::int64_t> days(std::optional<long long> minutes) const {
        if (!minutes) return std::nullopt;
        const long long count = (*minutes + file_.minutes_per_day - 1) / file_.minutes_per_day;
        return count <= 36500 ? std::optional<std::int64_t>(count) : std::nullopt;
    }

    void exceptions() {
        std::size_t count = 0;
        for (const office::ProjectException& one : file_.exceptions) {
            const base::Date from = day_of(one.from), to = day_of(one.to);
            if (from.empty() || to.empty()) continue;
            for (base::Date day = from; day <= to && count < exception_days; day = day.plus(1), ++count) {
                model::CalendarDay row;
                row.id = ids_.next();
                row.order = next_order();
                row.date = day;
                row.kind = one.works ? model::DayKind::Work : model::DayKind::Off;
                row.note = fit(one.name, model::short_text_limit);
                taken_.plan.put(std::move(row));
            }
        }
        if (count >= exception_days) note(Verdict::Left, {}, {}, {}, "Exceptions");
    }

    void resources() {
        for (const office::ProjectResource& one : file_.resources) {
            if (one.is_material) {
                materials_[one.uid] = fit(one.name, model::short_text_limit);
                continue;
            }
            model::Person person;
            person.id = ids_.next();
            person.order = next_order();
            person.name = fit(one.name, model::short_text_limit);
            people_[one.uid] = person.id;
            note(Verdict::Understood, "person", person.id, "name", person.name);
            taken_.plan.put(std::move(person));
        }
        for (const office::ProjectAssignment& one : file_.assignments) assigned_[one.task].push_back(one.resource);
    }

    // The nearest task above that is less deep.
    base::Id parent_at(int level) {
        while (!above_.empty() && above_.back().first >= level) above_.pop_back();
        return above_.empty() ? base::Id() : above_.back().second;
    }

    void task(const office::ProjectTask& from, bool is_summary, const analysis::Calendar& calendar) {
        Task row;
        row.id = id_for(from.id);
        row.order = next_order();
        row.parent = model::Ref<Task>(parent_at(from.level));
        above_.emplace_back(from.level, row.id);
        row.title = fit(from.name, model::short_text_limit);
        row.description = fit(from.notes, model::long_text_limit);
        row.start = day_of(from.start);
        row.finish = day_of(from.finish);
        if (row.finish < row.start) row.finish = {};
        // Dates say how long a task takes; a duration of its own is only what differs from that.
        const auto length = days(from.minutes);
        const bool has_dates = !row.start.empty() && !row.finish.empty();
        if (length && !is_summary && !(has_dates && calendar.workdays(row.start, row.finish) == *length))
            row.duration_days = length;
        if (from.percent && (*from.percent > 0 || !from.id.empty())) row.progress = *from.percent;
        row.status = !from.is_active            ? model::TaskStatus::Cancelled
                     : from.percent == 100      ? model::TaskStatus::Done
                     : from.percent.value_or(0) ? model::TaskStatus::Running
                                                : model::TaskStatus::NotStarted;
        row.constraint = static_cast<model::TaskConstraint>(index_of(constraint_numbers, from.constraint));
        row.constraint_date = day_of(from.constraint_date);
        for (const int uid : assigned_[from.uid]) {
            if (const auto material = materials_.find(uid); material != materials_.end()) {
                if (row.resources.size() < model::list_limit) row.resources.push_back(material->second);
                continue;
            }
            const auto person = people_.find(uid);
            if (person == people_.end()) continue;
            if (row.owner.empty())
                row.owner = model::Ref<model::Person>(person->second);
            else if (person->second != row.owner.id() && row.participants.size() < model::list_limit &&
                     std::ranges::find(row.participants, person->second) == row.participants.end())
                row.participants.push_back(person->second);
        }
        note(Verdict::Understood, "task", row.id, "title", row.title);
        tasks_.insert_or_assign(from.uid, row);
    }

    void milestone(const office::ProjectTask& from) {
        model::Milestone row;
        row.id = id_for(from.id);
        row.order = next_order();
        row.task = model::Ref<Task>(parent_at(from.level));
        row.title = fit(from.name, model::short_text_limit);
        row.date = day_of(from.start.empty() ? from.finish : from.start);
        if (from.percent == 100) row.reached_on = day_of(from.actual_finish.empty() ? from.finish : from.actual_finish);
        row.note = fit(from.notes, model::short_text_limit);
        if (row.note.size() < from.notes.size())
            note(Verdict::Doubtful, "milestone", row.id, "note", from.notes, "cut");
        note(Verdict::Understood, "milestone", row.id, "title", row.title);
        taken_.plan.put(std::move(row));
    }

    void links(const office::ProjectTask& from) {
        std::set<std::pair<int, int>> seen;
        for (const office::ProjectLink& link : from.links) {
            const auto after = tasks_.find(from.uid), before = tasks_.find(link.predecessor);
            if (after == tasks_.end() || before == tasks_.end() || after == before) {
                note(Verdict::Left, {}, {}, {}, from.name, "link");
                continue;
            }
            if (!seen.emplace(link.predecessor, link.type).second) continue;
            model::Dependency row;
            row.id = ids_.next();
            row.order = next_order();
            row.successor = model::Ref<Task>(after->second.id);
            row.predecessor = model::Ref<Task>(before->second.id);
            row.kind = static_cast<model::DependencyType>(index_of(link_numbers, link.type));
            const int format = link.lag_format & 31;
            const bool is_percent = format == 19 || format == 20;
            const bool is_elapsed = format == 4 || format == 6 || format == 8 || format == 10 || format == 12;
            const long long day = (is_elapsed ? 1440 : file_.minutes_per_day) * lag_units;
            if (link.lag != 0 && (is_percent || link.lag % day != 0 || is_elapsed))
                note(Verdict::Doubtful, "dependency", row.id, "lagDays", from.name, "lag");
            if (link.lag != 0 && !is_percent) row.lag_days = std::clamp(link.lag / day, -3650LL, 3650LL);
            taken_.plan.put(std::move(row));
        }
    }

    void baselines() {
        std::map<int, base::Id> numbers;
        for (const office::ProjectTask& one : file_.tasks)
            for (const office::ProjectBaseline& baseline : one.baselines) numbers.emplace(baseline.number, base::Id());
        for (auto& [number, id] : numbers) {
            model::Baseline row;
            row.id = id = ids_.next();
            row.order = next_order();
            row.name = "Baseline" + (number > 0 ? " " + std::to_string(number) : std::string());
            taken_.plan.put(std::move(row));
        }
        for (const office::ProjectTask& one : file_.tasks) {
            const auto found = tasks_.find(one.uid);
            if (found == tasks_.end()) continue;
            for (const office::ProjectBaseline& baseline : one.baselines) {
                model::BaselineTask row;
                row.id = ids_.next();
                row.order = next_order();
                row.baseline = model::Ref<model::Baseline>(numbers[baseline.number]);
                row.task = model::Ref<Task>(found->second.id);
                row.start = day_of(baseline.start);
                row.finish = day_of(baseline.finish);
                row.duration_days = days(baseline.minutes);
                taken_.plan.put(std::move(row));
            }
        }
    }

    const office::ProjectFile& file_;
    base::IdSource& ids_;
    TakenProject taken_;
    std::string order_;
    std::set<base::Id> used_;
    std::map<int, base::Id> people_;
    std::map<int, std::string> materials_;
    std::map<int, std::vector<int>> assigned_;
    std::map<int, Task> tasks_;
    std::vector<std::pair<int, base::Id>> above_;  // level and id
};

}  // namespace

office::ProjectFile project_of(const model::Plan& plan) {
    return ProjectMaker(plan).make();
}

TakenProject plan_of(const office::ProjectFile& file, base::IdSource& ids) {
    return ProjectTaker(file, ids).take();
}

}  // namespace intake
