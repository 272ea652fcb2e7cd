#include "analysis/schedule.hpp"

#include <algorithm>
#include <limits>

#include "analysis/schedule_events.hpp"

namespace analysis {
namespace {
using Number = std::int64_t;
constexpr Number unbounded = std::numeric_limits<Number>::max() / 4;

bool is_known(Number day) {
    return day > -unbounded / 2;
}

bool is_cancelled(const OutlineRow& row) {
    return row.task->status == model::TaskStatus::Cancelled;
}

// Working days counted from a first one, 0. Starts name the day that begins, finishes the day after the last.
class WorkDays {
  public:
    WorkDays(const Calendar& calendar, Date base) : calendar_(calendar), base_(calendar.next_workday(base)) {}
    [[nodiscard]] Number start(Date day) const { return before(day); }
    [[nodiscard]] Number finish(Date day) const { return before(day.plus(1)); }
    [[nodiscard]] Date day(Number number) const {
        return calendar_.add_workdays(base_, static_cast<int>(std::clamp<Number>(number, -3000000, 3000000)));
    }

  private:
    [[nodiscard]] Number before(Date day) const {
        if (day < base_) return -Number{calendar_.workdays(day, base_.plus(-1))};
        return calendar_.workdays(base_, day.plus(-1));
    }
    const Calendar& calendar_;
    Date base_;
};

Date first_of_all(const Network& network, const ScheduleOptions& options) {
    Date first = options.origin;
    if (!first)
        for (const OutlineRow& row : network.rows())
            if (row.task->start && !is_cancelled(row) && (!first || row.task->start < first)) first = row.task->start;
    return first ? first : *Date::from_ymd(2000, 1, 3);
}

class Pass {
  public:
    Pass(const Network& network, const Calendar& calendar, const ScheduleOptions& options)
        : rows_(network.rows()),
          options_(options),
          origin_(first_of_all(network, options)),
          days_(calendar, earliest(network, origin_)),
          loops_(network.loops()) {
        measure();
        std::vector<EventLength> lengths(rows_.size());
        for (std::size_t i = 0; i < rows_.size(); ++i) lengths[i] = {lengths_[i], is_fact(rows_[i]), !live_[i]};
        events_ = ScheduleEvents(network, lengths);
    }

    Schedule run() {
        forward();
        backward();
        Schedule result;
        result.tasks.resize(rows_.size());
        std::vector<Number> floats(rows_.size(), unbounded);  // the least of the parts
        for (int i = static_cast<int>(rows_.size()); i-- > 0;) {
            const ScheduledTask& task = result.tasks[slot(i)] = told(i, floats[slot(i)]);
            if (!task.early_start) continue;
            result.finish = std::max(result.finish, task.early_finish);
            if (rows_[slot(i)].parent < 0) continue;
            Number& above = floats[slot(rows_[slot(i)].parent)];
            above = std::min(above, task.total_float);
        }
        result.loops = std::move(loops_);
        return result;
    }

  private:
    static Date earliest(const Network& network, Date origin) {
        for (const OutlineRow& row : network.rows())
            if (row.task->start && row.task->start < origin) origin = row.task->start;
        return origin;
    }
    // Done, and when is known: no predecessor moves it any more.
    [[nodiscard]] bool is_fact(const OutlineRow& row) const {
        return !options_.ignore_dates && !row.has_children && row.task->status == model::TaskStatus::Done &&
               row.task->start && row.task->finish;
    }

    void measure() {
        live_.assign(rows_.size(), 0);
        for (std::size_t i = rows_.size(); i-- > 0;) {
            const bool live = !is_cancelled(rows_[i]) && (!rows_[i].has_children || live_[i]);
            live_[i] = live;
            if (live && rows_[i].parent >= 0) live_[slot(rows_[i].parent)] = 1;
        }
        lengths_.assign(rows_.size(), 0);
        own_.assign(rows_.size(), -unbounded);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const OutlineRow& row = rows_[i];
            const model::Task& task = *row.task;
            if (!options_.ignore_dates && task.start)
                own_[i] = days_.start(task.start);
            else if (!row.has_children)
                own_[i] = days_.start(origin_);
            if (row.has_children) continue;
            lengths_[i] = task.start && task.finish && !(task.finish < task.start)
                              ? days_.finish(task.finish) - days_.start(task.start)
                              : 1;
        }
        // A part without a start of its own may begin with its parent, also before the others' origin.
        if (options_.ignore_dates) return;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i].task->start || rows_[i].parent < 0) continue;
            const Number above = own_[slot(rows_[i].parent)];
            if (is_known(above)) own_[i] = above;
        }
    }
    [[nodiscard]] Number length(int row) const { return lengths_[slot(row)]; }

    void forward() {
        order_ = events_.order(loops_);
        carrier_.assign(rows_.size(), -1);
        place_.assign(events_.size(), -1);
        for (std::size_t i = 0; i < order_.size(); ++i) place_[slot(order_[i])] = static_cast<int>(i);
        std::size_t back = 0;
        for (int e = 0; e < static_cast<int>(events_.size()); ++e)
            for (const ScheduleEvents::Edge& edge : events_.after(e)) back += leads_back(e, edge);
        // What limits a finish limits the start, so that events may wait for each other although nobody waits for
        // himself: most such rounds come to rest, each time with one more of these edges.
        carried_.assign(events_.size(), -unbounded);
        rounds_ = loops_.empty() ? std::min<std::size_t>(back, 200) : 0;
        std::size_t round = 0;
        while (pass() && round <= rounds_) ++round;
        if (round > rounds_) {  // the lengths contradict each other
            if (loops_.empty()) loops_.push_back(ring_of_drivers());
            rounds_ = 0;
            carried_.assign(events_.size(), -unbounded);
            pass();
        }
        end_ = -unbounded;
        for (int i = 0; i < static_cast<int>(rows_.size()); ++i)
            if (live_[slot(i)]) end_ = std::max(end_, early_[slot(event(i, What::Finish))]);
    }

    // To an event that comes earlier in the order. To a parent's start it says nothing: that has begun without this
    // part.
    [[nodiscard]] bool leads_back(int e, const ScheduleEvents::Edge& edge) const {
        return place_[slot(edge.to)] < place_[slot(e)] && !events_.is_first_of(edge.to);
    }

    // Early values in the order of events, beginning with what edges that lead back have carried. True if these carry
    // more.
    bool pass() {
        early_ = carried_;
        driver_.assign(rows_.size(), -1);
        bool more = false;
        for (const int e : order_) {
            const int row = row_of(e);
            Number& value = early_[slot(e)];
            if (what_of(e) == What::MayStart && own_[slot(row)] >= value) {
                value = own_[slot(row)];
                driver_[slot(row)] = -1;
            } else if (is_known(carried_[slot(e)]) && value == carried_[slot(e)]) {
                driver_[slot(row)] = carrier_[slot(row)];
            }
            if (!is_known(value) || (what_of(e) == What::Finish && !live_[slot(row)])) continue;
            for (const ScheduleEvents::Edge& edge : events_.after(e)) {
                const Number bound = value + edge.delay;
                Number& next = early_[slot(edge.to)];
                if (place_[slot(edge.to)] < place_[slot(e)]) {
                    if (!leads_back(e, edge) || bound <= next || rounds_ == 0) continue;
                    carried_[slot(edge.to)] = std::max(carried_[slot(edge.to)], bound);
                    carrier_[slot(row_of(edge.to))] = edge.link ? row : driver_[slot(row)];
                    changed_ = row_of(edge.to);
                    more = true;
                } else if (events_.is_first_of(edge.to)) {
                    if (!is_known(next) || bound < next) next = bound;
                } else if (bound > next) {
                    next = bound;
                    if (edge.link)
                        driver_[slot(row_of(edge.to))] = row;
                    else if (what_of(edge.to) == What::MayStart)
                        driver_[slot(row_of(edge.to))] = driver_[slot(row)];
                }
            }
        }
        return more;
    }

    // Who drives whom, back from a task that never comes to rest.
    [[nodiscard]] std::vector<int> ring_of_drivers() const {
        std::vector<char> seen(rows_.size(), 0);
        int at = changed_;
        while (at >= 0 && !seen[slot(at)]) {
            seen[slot(at)] = 1;
            at = driver_[slot(at)];
        }
        if (at < 0) return {changed_};
        std::vector<int> ring{at};
        for (int before = driver_[slot(at)]; before != at; before = driver_[slot(before)]) ring.push_back(before);
        std::reverse(ring.begin(), ring.end());
        std::rotate(ring.begin(), std::ranges::min_element(ring), ring.end());
        return ring;
    }

    // An edge that counts: not where a loop was broken, and from the parts to a parent's start only from the first.
    [[nodiscard]] bool counts(int e, const ScheduleEvents::Edge& edge) const {
        const int to = row_of(edge.to);
        if (!live_[slot(to)] && !rows_[slot(to)].has_children) return false;
        if (place_[slot(edge.to)] < place_[slot(e)]) return rounds_ > 0 && leads_back(e, edge);
        return !events_.is_first_of(edge.to) || early_[slot(e)] + edge.delay == early_[slot(edge.to)];
    }

    void backward() {
        late_.assign(events_.size(), unbounded);
        slack_.assign(events_.size(), unbounded);
        for (std::size_t round = 0; back_pass() && round <= rounds_; ++round) {
        }
    }

    // Late values and room against the order of events. True if edges that lead back have found less than before.
    bool back_pass() {
        bool less = false;
        for (auto it = order_.rbegin(); it != order_.rend(); ++it) {
            const int e = *it, row = row_of(e);
            Number late = unbounded, slack = unbounded;
            const bool leaf = !rows_[slot(row)].has_children;
            if (what_of(e) == What::Finish && live_[slot(row)]) late = end_, slack = end_ - early_[slot(e)];
            for (const ScheduleEvents::Edge& edge : events_.after(e)) {
                if (!counts(e, edge)) continue;
                late = std::min(late, late_[slot(edge.to)] - edge.delay);
                const bool own = leaf && row_of(edge.to) == row;
                const Number room = early_[slot(edge.to)] - edge.delay - early_[slot(e)];
                if (!own) slack = std::min(slack, room + (moves(edge.to) ? 0 : slack_[slot(edge.to)]));
            }
            less = less || late < late_[slot(e)] || slack < slack_[slot(e)];
            late_[slot(e)] = late;
            slack_[slot(e)] = slack;
        }
        return less && rounds_ > 0;
    }
    // What happens to a task without parts moves the task.
    [[nodiscard]] bool moves(int e) const { return !rows_[slot(row_of(e))].has_children; }

    [[nodiscard]] ScheduledTask told(int i, Number float_of_parts) const {
        const OutlineRow& row = rows_[slot(i)];
        ScheduledTask task;
        const Number start = early_[slot(event(i, What::Start))], finish = early_[slot(event(i, What::Finish))];
        if (!live_[slot(i)] || !is_known(start) || !is_known(finish)) return task;
        Number late_start = late_[slot(event(i, What::Start))], late_finish = late_[slot(event(i, What::Finish))];
        if (row.has_children) {
            task.total_float = std::min(float_of_parts, late_finish - finish);
            late_start = start + task.total_float;
            late_finish = finish + task.total_float;
        } else {
            late_finish = late_start + length(i);
            task.total_float = late_start - start;
        }
        task.free_float = slack_[slot(event(i, What::Finish))];
        task.free_float =
            std::min(task.free_float, row.has_children ? task.total_float : slack_[slot(event(i, What::Start))]);
        task.critical = task.total_float <= 0;
        task.driver = driver_[slot(i)];
        task.early_start = days_.day(start);
        task.early_finish = last_day(start, finish);
        task.late_start = days_.day(late_start);
        task.late_finish = last_day(late_start, late_finish);
        const model::Task& own = *row.task;
        if (own.finish) task.slip = finish - days_.finish(own.finish);
        const bool on_days_off = !row.has_children && start == finish && own.start && own.finish;
        if (on_days_off && start == days_.start(own.start))
            task.early_start = own.start, task.early_finish = own.finish;
        return task;
    }
    [[nodiscard]] Date last_day(Number start, Number finish) const {
        return days_.day(finish > start ? finish - 1 : finish);
    }

    const std::vector<OutlineRow>& rows_;
    const ScheduleOptions& options_;
    Date origin_;
    WorkDays days_;
    std::vector<std::vector<int>> loops_;
    ScheduleEvents events_;
    std::vector<char> live_;             // not cancelled, nor without a part that is not
    std::vector<Number> lengths_, own_;  // of each row: its days; the first day that is its own or its parent's
    std::vector<Number> early_, carried_, late_, slack_;
    std::vector<int> order_, place_, driver_, carrier_;
    std::size_t rounds_ = 0;  // at most, along edges that lead back
    int changed_ = 0;         // the last row that such an edge has moved
    Number end_ = 0;
};
}  // namespace

Date origin_of(const model::Plan& plan) {
    return plan.single<model::Cover>().start;
}

Schedule schedule(const Network& network, const Calendar& calendar, const ScheduleOptions& options) {
    return Pass(network, calendar, options).run();
}

}  // namespace analysis
