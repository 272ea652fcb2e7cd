#include "analysis/load.hpp"

#include <algorithm>

#include "analysis/context.hpp"

namespace analysis {
namespace {
using model::Task;

// What one person does for one cause: so many minutes on each of its days, one more on the first `extra` of them.
struct Piece {
    LoadPart cause;
    Date start, finish;
    bool on_days_off = false;  // there is no working day among its days
    std::int64_t each = 0, extra = 0;
};

class LoadBuilder {
  public:
    LoadBuilder(const model::Plan& plan, const Calendar& calendar, Date from, Date to)
        : calendar_(calendar), assignments_(plan, &model::Assignment::task) {
        load_.from = from;
        load_.to = to;
        for (const model::Person* person : model::in_order<model::Person>(plan)) {
            places_.emplace_back(person->id, load_.people.size());
            load_.people.push_back({person, person->minutes_per_day.value_or(whole_day_minutes), 0, 0, {}});
        }
        std::ranges::sort(places_);
        pieces_.resize(load_.people.size());
    }

    void add_task(const Task& task) {
        const auto duties = assignments_.of(task.id);
        std::vector<std::size_t> people;
        const auto take = [&](const model::Id& id) {
            const std::size_t place = place_of(id);
            const bool is_new = place < load_.people.size() && std::ranges::find(people, place) == people.end();
            if (is_new) people.push_back(place);
        };
        take(task.owner);
        for (const model::Id& id : task.participants) take(id);
        for (const auto& duty : duties) take(duty.second->person);
        if (people.empty()) return;
        std::int64_t fixed = 0;
        for (const auto& duty : duties) {
            const std::size_t place = place_of(duty.second->person);
            if (place == load_.people.size() || !duty.second->minutes_per_day) continue;
            std::erase(people, place);
            const std::int64_t minutes = *duty.second->minutes_per_day * count_days(task.start, task.finish);
            spread(place, {&task, nullptr, 0}, minutes, task.start, task.finish);
            fixed += minutes;
        }
        if (!task.effort_hours && fixed == 0) load_.without_effort.push_back(&task);
        if (!task.effort_hours) return;
        const std::int64_t effort = task.effort_hours->units * 60 / model::Decimal::scale;
        const std::int64_t rest = std::max<std::int64_t>(effort - fixed, 0);
        const auto count = static_cast<std::int64_t>(people.size());
        for (std::int64_t i = 0; i < count; ++i)
            spread(people[static_cast<std::size_t>(i)], {&task, nullptr, 0}, rest / count + (i < rest % count ? 1 : 0),
                   task.start, task.finish);
    }
    void add_role(const model::TeamRole& role) {
        if (!role.minutes_per_day || calendar_.workdays(load_.from, load_.to) == 0) return;
        for (const model::Id& id : role.people)
            if (const std::size_t place = place_of(id); place < load_.people.size())
                spread(place, {nullptr, &role, 0}, *role.minutes_per_day * calendar_.workdays(load_.from, load_.to),
                       load_.from, load_.to);
    }
    Load take() {
        for (std::size_t i = 0; i < load_.people.size(); ++i) add_up(load_.people[i], pieces_[i]);
        return std::move(load_);
    }

  private:
    [[nodiscard]] std::size_t place_of(const model::Id& id) const {
        const auto at = std::ranges::lower_bound(places_, id, {}, &std::pair<model::Id, std::size_t>::first);
        return at != places_.end() && at->first == id ? at->second : load_.people.size();
    }
    [[nodiscard]] std::int64_t count_days(Date start, Date finish) const {
        if (!start || !finish || finish < start) return 0;
        const int working = calendar_.workdays(start, finish);
        return working > 0 ? working : finish.days() - start.days() + 1;
    }
    void spread(std::size_t person, LoadPart cause, std::int64_t minutes, Date start, Date finish) {
        const std::int64_t days = count_days(start, finish);
        if (days == 0 || minutes <= 0 || finish < load_.from || start > load_.to) return;
        pieces_[person].push_back(
            {cause, start, finish, calendar_.workdays(start, finish) == 0, minutes / days, minutes % days});
    }
    // The days of the piece that the load is about, with their minutes.
    template <class Do> void for_days(const Piece& piece, Do act) const {
        Date day = std::max(piece.start, load_.from);
        std::int64_t number =
            piece.on_days_off ? day.days() - piece.start.days() : calendar_.workdays(piece.start, day.plus(-1));
        for (const Date last = std::min(piece.finish, load_.to); day <= last; day = day.plus(1)) {
            if (!piece.on_days_off && !is_workday(day)) continue;
            act(day, piece.each + (number < piece.extra ? 1 : 0));
            ++number;
        }
    }
    // Asked once a day, not once a day and task.
    [[nodiscard]] bool is_workday(Date day) const {
        if (workdays_.empty())
            for (Date at = load_.from; at <= load_.to; at = at.plus(1)) workdays_.push_back(calendar_.is_workday(at));
        return workdays_[place_of_day(day)] != 0;
    }
    [[nodiscard]] std::size_t place_of_day(Date day) const {
        return static_cast<std::size_t>(day.days() - load_.from.days());
    }
    void add_up(PersonLoad& person, const std::vector<Piece>& pieces) const {
        if (pieces.empty()) return;
        std::vector<std::int64_t> minutes(place_of_day(load_.to) + 1, 0);
        for (const Piece& piece : pieces)
            for_days(piece, [&](Date day, std::int64_t some) { minutes[place_of_day(day)] += some; });
        std::vector<int> listed(minutes.size(), -1);
        for (std::size_t i = 0; i < minutes.size(); ++i) {
            if (minutes[i] == 0) continue;
            listed[i] = static_cast<int>(person.days.size());
            person.days.push_back({load_.from.plus(static_cast<int>(i)), minutes[i], {}});
            person.minutes += minutes[i];
            person.days_over += minutes[i] > person.capacity ? 1 : 0;
        }
        if (person.days_over == 0) return;
        for (const Piece& piece : pieces)
            for_days(piece, [&](Date day, std::int64_t some) {
                const int at = listed[place_of_day(day)];
                if (some == 0 || at < 0 || person.days[static_cast<std::size_t>(at)].minutes <= person.capacity) return;
                person.days[static_cast<std::size_t>(at)].causes.push_back({piece.cause.task, piece.cause.role, some});
            });
        for (LoadDay& day : person.days)
            std::ranges::stable_sort(day.causes,
                                     [](const LoadPart& a, const LoadPart& b) { return a.minutes > b.minutes; });
    }

    const Calendar& calendar_;
    Grouped<model::Assignment> assignments_;
    Load load_;
    std::vector<std::pair<model::Id, std::size_t>> places_;  // sorted
    std::vector<std::vector<Piece>> pieces_;                 // of each person
    mutable std::vector<char> workdays_;                     // of from..to
};
}  // namespace

Load load_of(const model::Plan& plan, const std::vector<OutlineRow>& rows, const Calendar& calendar, Date from,
             Date to) {
    Date first, last;
    for (const OutlineRow& row : rows) {
        if (row.has_children || row.task->status == model::TaskStatus::Cancelled) continue;
        if (row.start && (!first || row.start < first)) first = row.start;
        last = std::max(last, row.finish);
    }
    if (!from) from = first;
    if (!to) to = last;
    if (!from || !to || to < from) from = to = Date();
    if (from) to = std::min(to, from.plus(longest_load_days - 1));
    LoadBuilder builder(plan, calendar, from, to);
    for (const OutlineRow& row : rows)
        if (!row.has_children && row.task->status != model::TaskStatus::Cancelled) builder.add_task(*row.task);
    for (const model::TeamRole* role : model::in_order<model::TeamRole>(plan)) builder.add_role(*role);
    return builder.take();
}

}  // namespace analysis
