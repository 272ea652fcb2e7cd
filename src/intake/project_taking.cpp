// Files of Microsoft Project as plans.
#include <algorithm>
#include <map>
#include <set>

#include "analysis/calendar.hpp"
#include "base/text.hpp"
#include "intake/project.hpp"
#include "model/order_key.hpp"

namespace intake {
namespace {
using model::Task;

constexpr long long lag_units = 10;           // a lag counts tenths of a minute
constexpr std::size_t exception_days = 4000;  // a plan has no more

template <std::size_t N> std::uint8_t index_of(const std::array<int, N>& numbers, int number) {
    const auto found = std::ranges::find(numbers, number);
    return found == numbers.end() ? std::uint8_t{0} : static_cast<std::uint8_t>(found - numbers.begin());
}

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
        row.constraint = static_cast<model::TaskConstraint>(index_of(project_constraints, from.constraint));
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
            row.kind = static_cast<model::DependencyType>(index_of(project_links, link.type));
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

TakenProject plan_of(const office::ProjectFile& file, base::IdSource& ids) {
    return ProjectTaker(file, ids).take();
}

}  // namespace intake
