#include "intake/project.hpp"

#include <map>

#include "analysis/calendar.hpp"
#include "base/text.hpp"
#include "report/document.hpp"

namespace intake {
namespace {
using model::Task;

constexpr int project_day = 480;      // of our own files
constexpr long long lag_tenths = 10;  // a lag counts tenths of a minute

std::string moment_text(base::Date day, const char* time) {
    return day.empty() ? std::string() : day.iso() + time;
}

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
            one.minutes = *from.duration_days * project_day;
        else if (!from.start.empty() && !from.finish.empty())
            one.minutes = static_cast<long long>(calendar_.workdays(from.start, from.finish)) * project_day;
        if (from.progress) one.percent = static_cast<int>(*from.progress);
        if (!from.progress && from.status == model::TaskStatus::Done) one.percent = 100;
        one.constraint = project_constraints[static_cast<std::size_t>(from.constraint)];
        const bool from_finish = one.constraint == 3 || one.constraint >= 6;
        one.constraint_date = moment_text(from.constraint_date, from_finish ? "T17:00:00" : "T08:00:00");
        one.is_active = from.status != model::TaskStatus::Cancelled;
        assign(one.uid, from);
        file_.tasks.push_back(std::move(one));
    }

    void assign(int uid, const Task& from) {
        const auto owner = people_.find(from.owner.id());
        if (owner != people_.end()) file_.assignments.push_back({uid, owner->second});
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
                {before->second, project_links[static_cast<std::size_t>(link->kind)],
                 link->lag_days.value_or(0) * project_day * lag_tenths, 7});
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
                if (one->duration_days) kept.minutes = *one->duration_days * project_day;
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

}  // namespace

office::ProjectFile project_of(const model::Plan& plan) {
    return ProjectMaker(plan).make();
}

}  // namespace intake
