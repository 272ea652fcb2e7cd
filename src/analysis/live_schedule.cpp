#include "analysis/live_schedule.hpp"

#include <numeric>
#include <queue>

#include "analysis/schedule_pass.hpp"

namespace analysis {

class LiveSchedule::Pass : public SchedulePass {
  public:
    Pass(const Network& network, const Calendar& calendar, const ScheduleOptions& options)
        : SchedulePass(network, calendar, options), schedule(run()) {
        // Where events wait for each other, values that hold each other up would not come down again.
        follows_ = schedule.loops.empty() && back_.empty() && std::ranges::none_of(bounds_, &TaskBounds::late);
        if (follows_) turn_round();
    }

    // False: everything has to be computed again.
    bool update(int row) {
        if (!follows_ || rows_[slot(row)].has_children) return false;
        const TaskBounds before = bounds_[slot(row)];
        const TaskBounds now = bounds_of_row(rows_, row, bounds_, days_, origin_, options_);
        const bool same = now.length.is_fact == before.length.is_fact && now.late == before.late &&
                          is_cancelled_row(rows_[slot(row)]) == !before.live;
        const Number first = days_.start(origin_);
        if (!same || (!options_.origin && (before.own_start <= first || now.own_start <= first))) return false;
        bounds_[slot(row)] = now;
        if (now.length.days != before.length.days) set_length(row, now.length.days);
        changed_rows_.clear();
        changed_rows_.push_back(row);
        ahead(event(row, What::MayStart));
        ahead(event(row, What::Start));
        behind(event(row, What::Start));
        go_forward();
        go_back();
        tell();
        return true;
    }

    Schedule schedule;

  private:
    // The edges by where they lead to, in the order in which a whole pass meets them.
    void turn_round() {
        begins_.assign(events_.size() + 1, 0);
        for (const int e : order_)
            for (const ScheduleEvents::Edge& edge : events_.after(e)) ++begins_[slot(edge.to) + 1];
        std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
        into_.resize(slot(begins_.back()));
        std::vector<int> next(begins_.begin(), begins_.end() - 1);
        for (const int e : order_)
            for (const ScheduleEvents::Edge& edge : events_.after(e)) into_[slot(next[slot(edge.to)]++)] = edge;
        is_ahead_.assign(events_.size(), 0);
        is_behind_.assign(events_.size(), 0);
    }
    [[nodiscard]] std::span<const ScheduleEvents::Edge> into(int e) const {
        const auto at = slot(begins_[slot(e)]);
        return std::span(into_).subspan(at, slot(begins_[slot(e) + 1]) - at);
    }

    void set_length(int row, Number days) {
        const int may_start = event(row, What::MayStart), finish = event(row, What::Finish);
        events_.set_length(row, days, into(may_start));
        for (const int e : {may_start, finish})
            for (ScheduleEvents::Edge& edge : into_of(e)) {
                if (edge.from == event(row, What::Start)) edge.delay = days;
                ScheduleEvents::set_length(edge, days);
                behind(edge.from);
            }
        ahead(finish);
    }
    [[nodiscard]] std::span<ScheduleEvents::Edge> into_of(int e) {
        const auto at = slot(begins_[slot(e)]);
        return std::span(into_).subspan(at, slot(begins_[slot(e) + 1]) - at);
    }

    void ahead(int e) {
        if (!is_ahead_[slot(e)]) forward_.push(place_[slot(e)]);
        is_ahead_[slot(e)] = 1;
    }
    void behind(int e) {
        if (!is_behind_[slot(e)]) backward_.push(place_[slot(e)]);
        is_behind_[slot(e)] = 1;
    }

    struct Early {
        Number value = -unbounded;
        int driver = -1;
    };
    // As a whole pass arrives at it: bounds one after the other, the first of equal ones counts.
    [[nodiscard]] Early early_of(int e) const {
        const int row = row_of(e);
        const TaskBounds& bounds = bounds_[slot(row)];
        const bool leaf = !rows_[slot(row)].has_children;
        Early early;
        if (what_of(e) == What::MayStart || (leaf && what_of(e) == What::Start))
            early.value = bounds.start_from;
        else if (!leaf && what_of(e) == What::Finish && bounds.live)
            early.value = bounds.finish_from;
        for (const ScheduleEvents::Edge& edge : into(e)) {
            const Number from = early_[slot(edge.from)];
            if (!is_known(from) || (what_of(edge.from) == What::Finish && !live(row_of(edge.from)))) continue;
            if (events_.is_first_of(e)) {
                take_first(early.value, from + edge.delay);
            } else if (from + edge.delay > early.value) {
                early.value = from + edge.delay;
                if (edge.link)
                    early.driver = row_of(edge.from);
                else if (what_of(e) == What::MayStart)
                    early.driver = start_driver_[slot(row_of(edge.from))];
            }
        }
        return early;
    }
    void go_forward() {
        while (!forward_.empty()) {
            const int e = order_[slot(forward_.top())], row = row_of(e);
            forward_.pop();
            is_ahead_[slot(e)] = 0;
            const Early early = early_of(e);
            bool onward = early.value != early_[slot(e)];
            if (what_of(e) == What::MayStart && early.driver != start_driver_[slot(row)]) {
                start_driver_[slot(row)] = early.driver;
                onward = true;
            }
            if (what_of(e) == What::Finish) finish_driver_[slot(row)] = early.driver;
            changed_rows_.push_back(row);
            if (!onward) continue;
            early_[slot(e)] = early.value;
            changed_rows_.push_back(row);
            behind(e);
            for (const ScheduleEvents::Edge& edge : into(e)) behind(edge.from);
            for (const ScheduleEvents::Edge& edge : events_.after(e)) ahead(edge.to);
        }
    }

    void go_back() {
        const Number end = end_;
        end_ = -unbounded;
        for (int i = 0; i < static_cast<int>(rows_.size()); ++i)
            if (live(i)) end_ = std::max(end_, early_[slot(event(i, What::Finish))]);
        if (end_ != end) {  // moves all late dates
            backward_ = {};
            std::ranges::fill(is_behind_, 0);
            (void)back_pass(Late::AllMove);
            changed_rows_.resize(rows_.size());
            std::iota(changed_rows_.begin(), changed_rows_.end(), 0);
        }
        while (!backward_.empty()) {
            const int e = order_[slot(backward_.top())];
            backward_.pop();
            is_behind_[slot(e)] = 0;
            const Room room = room_of(e, Late::AllMove);
            changed_rows_.push_back(row_of(e));  // its floats are against early dates
            if (room.late == late_[slot(e)] && room.slack == slack_[slot(e)]) continue;
            late_[slot(e)] = room.late;
            slack_[slot(e)] = room.slack;
            for (const ScheduleEvents::Edge& edge : into(e)) behind(edge.from);
        }
    }

    // The changed rows and those above them, from below.
    void tell() {
        std::vector<char> is_changed(rows_.size(), 0);
        for (const int row : changed_rows_)
            for (int at = row; at >= 0 && !is_changed[slot(at)]; at = rows_[slot(at)].parent) is_changed[slot(at)] = 1;
        schedule.finish = {};
        std::vector<Number> floats(rows_.size(), unbounded);
        for (int i = static_cast<int>(rows_.size()); i-- > 0;) {
            ScheduledTask& task = schedule.tasks[slot(i)];
            if (is_changed[slot(i)]) task = told(i, floats[slot(i)]);
            if (!task.early_start) continue;
            schedule.finish = std::max(schedule.finish, task.early_finish);
            if (rows_[slot(i)].parent < 0) continue;
            Number& above = floats[slot(rows_[slot(i)].parent)];
            above = std::min(above, task.total_float);
        }
    }

    bool follows_ = false;
    std::vector<int> begins_;
    std::vector<ScheduleEvents::Edge> into_;
    std::vector<char> is_ahead_, is_behind_;
    std::priority_queue<int, std::vector<int>, std::greater<>> forward_;  // places in the order
    std::priority_queue<int> backward_;
    std::vector<int> changed_rows_;
};

LiveSchedule::LiveSchedule(const Network& network, const Calendar& calendar, const ScheduleOptions& options)
    : network_(&network),
      calendar_(&calendar),
      options_(options),
      pass_(std::make_unique<Pass>(network, calendar, options)) {}
LiveSchedule::~LiveSchedule() = default;
LiveSchedule::LiveSchedule(LiveSchedule&&) noexcept = default;
LiveSchedule& LiveSchedule::operator=(LiveSchedule&&) noexcept = default;

void LiveSchedule::update(int row) {
    if (!pass_->update(row)) pass_ = std::make_unique<Pass>(*network_, *calendar_, options_);
}

const Schedule& LiveSchedule::get() const {
    return pass_->schedule;
}

}  // namespace analysis
