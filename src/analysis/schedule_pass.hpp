// analysis/schedule_pass.hpp: how a schedule is computed: forward over the events for the early dates, back for the
// late ones. Only schedule.cpp and live_schedule.cpp know it.
#pragma once

#include <algorithm>

#include "analysis/schedule_bounds.hpp"

namespace analysis {

inline bool is_cancelled_row(const OutlineRow& row) {
    return row.task->status == model::TaskStatus::Cancelled;
}

inline Date first_of_all(const Network& network, const ScheduleOptions& options) {
    Date first = options.origin;
    if (!first)
        for (const OutlineRow& row : network.rows())
            if (row.task->start && !is_cancelled_row(row) && (!first || row.task->start < first))
                first = row.task->start;
    return first ? first : *Date::from_ymd(2000, 1, 3);
}

class SchedulePass {
  public:
    SchedulePass(const Network& network, const Calendar& calendar, const ScheduleOptions& options)
        : rows_(network.rows()),
          options_(options),
          calendar_(calendar),
          origin_(first_of_all(network, options)),
          days_(calendar, earliest(network, origin_)),
          loops_(network.loops()),
          bounds_(bounds_of(rows_, days_, origin_, options)) {
        std::vector<EventLength> lengths(rows_.size());
        for (std::size_t i = 0; i < rows_.size(); ++i) lengths[i] = bounds_[i].length;
        events_ = ScheduleEvents(network, lengths);
    }

    Schedule run() {
        put_in_order();
        forward();
        if (std::ranges::any_of(bounds_, &TaskBounds::late)) {
            backward(Late::AloneMoves);
            begin_late();
            forward();
        }
        backward(Late::AllMove);
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

  protected:
    using Number = WorkNumber;
    static constexpr int most_passes = 1000;

    static Date earliest(const Network& network, Date origin) {
        for (const OutlineRow& row : network.rows())
            if (row.task->start && row.task->start < origin) origin = row.task->start;
        return origin;
    }
    [[nodiscard]] Number length(int row) const { return bounds_[slot(row)].length.days; }
    [[nodiscard]] bool live(int row) const { return bounds_[slot(row)].live; }

    // What is as late as possible begins when the late dates say, the others' being fixed.
    void begin_late() {
        for (int i = 0; i < static_cast<int>(rows_.size()); ++i) {
            TaskBounds& bounds = bounds_[slot(i)];
            if (!moves_late(i)) continue;
            bounds.start_from = std::max(early_[slot(event(i, What::Start))], late_[slot(event(i, What::Start))]);
        }
    }
    [[nodiscard]] bool moves_late(int row) const {
        const TaskBounds& bounds = bounds_[slot(row)];
        return bounds.late && bounds.live && !bounds.length.is_fact && !rows_[slot(row)].has_children;
    }

    void put_in_order() {
        order_ = events_.order(loops_);
        place_.assign(events_.size(), -1);
        for (std::size_t i = 0; i < order_.size(); ++i) place_[slot(order_[i])] = static_cast<int>(i);
        back_.clear();
        for (int e = 0; e < static_cast<int>(events_.size()); ++e)
            for (const ScheduleEvents::Edge& edge : events_.after(e))
                if (goes_back(edge)) back_.push_back(edge);
    }

    void forward() {
        // What limits a finish limits the start, so that events may wait for each other although nobody waits for
        // himself. Values only grow from pass to pass, so that they come to rest at the earliest ones that satisfy
        // everything: after as many passes as such edges, or, where a parent's start creeps from one part to the next,
        // days. Where they never do, the lengths contradict each other.
        obeys_back_ = loops_.empty();
        begin();
        int passes = 0;
        while (pass() && obeys_back_)
            if (++passes == most_passes) {
                loops_.push_back(ring_of_drivers());
                obeys_back_ = false;
                begin();
            }
        end_ = -unbounded;
        for (int i = 0; i < static_cast<int>(rows_.size()); ++i)
            if (live(i)) end_ = std::max(end_, early_[slot(event(i, What::Finish))]);
    }

    // To an event that comes earlier in the order.
    [[nodiscard]] bool goes_back(const ScheduleEvents::Edge& edge) const {
        return place_[slot(edge.to)] < place_[slot(edge.from)];
    }

    // Nobody begins earlier than this.
    void begin() {
        early_.assign(events_.size(), -unbounded);
        start_driver_.assign(rows_.size(), -1);
        finish_driver_.assign(rows_.size(), -1);
        for (int i = static_cast<int>(rows_.size()); i-- > 0;) {
            const TaskBounds& bounds = bounds_[slot(i)];
            early_[slot(event(i, What::MayStart))] = bounds.start_from;
            const int start = event(i, What::Start);
            if (!rows_[slot(i)].has_children)
                early_[slot(start)] = bounds.start_from;
            else if (bounds.live)
                early_[slot(event(i, What::Finish))] = bounds.finish_from;
            for (const ScheduleEvents::Edge& edge : events_.after(start))
                if (events_.is_first_of(edge.to)) take_first(early_[slot(edge.to)], early_[slot(start)]);
        }
    }
    static void take_first(Number& first, Number day) {
        if (is_known(day)) first = is_known(first) ? std::min(first, day) : day;
    }

    // Early values in the order of events, from those of the pass before. True if another pass may move more.
    bool pass() {
        firsts_.assign(events_.size(), -unbounded);
        if (obeys_back_)
            for (const ScheduleEvents::Edge& edge : back_)
                if (events_.is_first_of(edge.to)) take_first(firsts_[slot(edge.to)], early_[slot(edge.from)]);
        bool moved = false;
        for (const int e : order_) {
            Number& value = early_[slot(e)];
            if (const Number first = firsts_[slot(e)]; is_known(first) && first != value) {
                value = first;
                moved = true;
            }
            if (!is_known(value) || (what_of(e) == What::Finish && !live(row_of(e)))) continue;
            for (const ScheduleEvents::Edge& edge : events_.after(e)) {
                const bool back = goes_back(edge);
                if (back && !obeys_back_) continue;
                const Number bound = value + edge.delay;
                if (events_.is_first_of(edge.to)) {
                    if (!back) take_first(firsts_[slot(edge.to)], bound);
                } else if (bound > early_[slot(edge.to)]) {
                    push(edge, bound);
                    moved = true;
                    if (back) moved_back_ = row_of(edge.to);
                }
            }
        }
        return moved && !back_.empty();
    }
    void push(const ScheduleEvents::Edge& edge, Number bound) {
        const int row = row_of(edge.to);
        early_[slot(edge.to)] = bound;
        if (what_of(edge.to) == What::MayStart)
            start_driver_[slot(row)] = edge.link ? row_of(edge.from) : start_driver_[slot(row_of(edge.from))];
        else if (edge.link)
            finish_driver_[slot(row)] = row_of(edge.from);
    }
    // Who has the last word: on a parent's own finish, else on when it may start.
    [[nodiscard]] int driver_of(int row) const {
        return finish_driver_[slot(row)] >= 0 ? finish_driver_[slot(row)] : start_driver_[slot(row)];
    }

    // Who drives whom, back from a task that never comes to rest.
    [[nodiscard]] std::vector<int> ring_of_drivers() const {
        std::vector<char> seen(rows_.size(), 0);
        int at = moved_back_;
        while (at >= 0 && !seen[slot(at)]) {
            seen[slot(at)] = 1;
            at = driver_of(at);
        }
        if (at < 0) return {moved_back_};
        std::vector<int> ring{at};
        for (int before = driver_of(at); before != at; before = driver_of(before)) ring.push_back(before);
        std::reverse(ring.begin(), ring.end());
        std::rotate(ring.begin(), std::ranges::min_element(ring), ring.end());
        return ring;
    }

    // An edge that counts: not where a loop was broken, and from the parts to a parent's start only from the first.
    [[nodiscard]] bool counts(int e, const ScheduleEvents::Edge& edge) const {
        const int to = row_of(edge.to);
        if (!live(to) && !rows_[slot(to)].has_children) return false;
        if (goes_back(edge) && !obeys_back_) return false;
        return !events_.is_first_of(edge.to) || early_[slot(e)] + edge.delay == early_[slot(edge.to)];
    }

    enum class Late { AllMove, AloneMoves };  // AloneMoves: only what is as late as possible, all else is fixed

    void backward(Late late) {
        late_.assign(events_.size(), unbounded);
        slack_.assign(events_.size(), unbounded);
        for (int passes = 0; back_pass(late) && passes < most_passes; ++passes) {
        }
    }

    // Late values and room against the order of events. True if edges that lead back have found less than before.
    bool back_pass(Late which) {
        bool less = false;
        for (auto it = order_.rbegin(); it != order_.rend(); ++it) {
            const int e = *it;
            const Room room = room_of(e, which);
            less = less || room.late < late_[slot(e)] || room.slack < slack_[slot(e)];
            late_[slot(e)] = room.late;
            slack_[slot(e)] = room.slack;
        }
        return less && obeys_back_ && !back_.empty();
    }
    // What the events that follow leave to this one.
    struct Room {
        Number late = unbounded, slack = unbounded;
    };
    [[nodiscard]] Room room_of(int e, Late which) const {
        const int row = row_of(e);
        const bool leaf = !rows_[slot(row)].has_children;
        Room room;
        if (what_of(e) == What::Finish && live(row)) room = {end_, end_ - early_[slot(e)]};
        for (const ScheduleEvents::Edge& edge : events_.after(e)) {
            if (!counts(e, edge)) continue;
            room.late = std::min(room.late, late_[slot(edge.to)] - edge.delay);
            if (leaf && row_of(edge.to) == row) continue;
            const Number between = early_[slot(edge.to)] - edge.delay - early_[slot(e)];
            room.slack = std::min(room.slack, between + (moves(edge.to) ? 0 : slack_[slot(edge.to)]));
        }
        room.late = std::min(room.late, until(e));
        if (which == Late::AloneMoves && leaf && what_of(e) != What::MayStart && live(row) && !moves_late(row))
            room.late = early_[slot(e)];
        return room;
    }
    [[nodiscard]] Number until(int e) const {
        const TaskBounds& bounds = bounds_[slot(row_of(e))];
        if (what_of(e) == What::Start) return bounds.start_until;
        return what_of(e) == What::Finish ? bounds.finish_until : unbounded;
    }
    // What happens to a task without parts moves the task.
    [[nodiscard]] bool moves(int e) const { return !rows_[slot(row_of(e))].has_children; }

    [[nodiscard]] ScheduledTask told(int i, Number float_of_parts) const {
        const OutlineRow& row = rows_[slot(i)];
        ScheduledTask task;
        const Number start = early_[slot(event(i, What::Start))], finish = early_[slot(event(i, What::Finish))];
        if (!live(i) || !is_known(start) || !is_known(finish)) return task;
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
        if (!row.has_children) task.free_float = std::min(task.free_float, slack_[slot(event(i, What::Start))]);
        task.free_float = std::clamp<Number>(task.free_float, 0, std::max<Number>(task.total_float, 0));
        task.critical = task.total_float <= 0;
        task.near_critical = !task.critical && task.total_float <= near_critical_days;
        task.driver = driver_of(i);
        task.early_start = days_.day(start);
        task.early_finish = last_day(start, finish);
        task.late_start = days_.day(late_start);
        task.late_finish = last_day(late_start, late_finish);
        const model::Task& own = *row.task;
        if (const Number planned = bounds_[slot(i)].own_finish; is_known(planned)) task.slip = finish - planned;
        const model::TaskConstraint constraint = constraint_of(row, options_);
        const auto broken = [&](Date first, Date last) {
            return breaks(calendar_, constraint, own.constraint_date, first, last);
        };
        const bool on_days_off = !row.has_children && start == finish && own.start && own.finish && !own.duration_days;
        if (on_days_off && start == days_.start(own.start) && !broken(own.start, own.finish))
            task.early_start = own.start, task.early_finish = own.finish;
        task.conflict = broken(task.early_start, task.early_finish);
        return task;
    }
    [[nodiscard]] Date last_day(Number start, Number finish) const {
        return days_.day(finish > start ? finish - 1 : finish);
    }

    const std::vector<OutlineRow>& rows_;
    ScheduleOptions options_;
    const Calendar& calendar_;
    Date origin_;
    WorkDays days_;
    std::vector<std::vector<int>> loops_;
    std::vector<TaskBounds> bounds_;
    ScheduleEvents events_;
    std::vector<Number> early_, late_, slack_;
    std::vector<Number> firsts_;  // of parents' starts: the first part in this pass
    std::vector<int> order_, place_, start_driver_, finish_driver_;
    std::vector<ScheduleEvents::Edge> back_;
    bool obeys_back_ = true;  // edges that go back; not where a loop was broken
    int moved_back_ = 0;      // the last row that such an edge has moved
    Number end_ = 0;
};
}  // namespace analysis
