#include "analysis/agenda.hpp"

#include <algorithm>

namespace analysis {
namespace {
using model::Id;
using model::RecordType;

class AgendaBuilder {
  public:
    AgendaBuilder(const model::Plan& plan, const Calendar& calendar, Date from, Date to)
        : plan_(plan), calendar_(calendar), result_{from, to, {}, {}} {
        const model::Cover& cover = plan.cover();
        first_ = std::max(from, cover.start);
        last_ = cover.finish && cover.finish < to ? cover.finish : to;
    }

    Agenda run() {
        recurring();
        work();
        rectification();
        outside();
        std::ranges::stable_sort(result_.items, [](const AgendaItem& a, const AgendaItem& b) {
            return a.date != b.date ? a.date < b.date : a.occasion < b.occasion;
        });
        return std::move(result_);
    }

  private:
    template <class T> [[nodiscard]] std::vector<const T*> all() const { return model::in_order<T>(plan_); }

    template <class T> void repeat(const T& row, Occasion occasion, std::string_view words, const Id& owner) {
        if (words.empty()) return;
        const auto how = read_recurrence(words);
        if (!how) {
            result_.unread.push_back({T::type, &row, std::string(words)});
            return;
        }
        repeat(row, occasion, *how, plan_.cover().start, owner);
    }
    template <class T>
    void repeat(const T& row, Occasion occasion, const Recurrence& how, Date anchor, const Id& owner) {
        for (const Repeat& one : repeats(how, calendar_, anchor, first_, last_))
            result_.items.push_back({one.date, one.nominal, occasion, T::type, &row, owner, false});
    }
    template <class T> void once(const T& row, Occasion occasion, Date date, const Id& owner) {
        if (!date || date < result_.from || date > result_.to) return;
        result_.items.push_back({date, date, occasion, T::type, &row, owner, !calendar_.is_workday(date)});
    }

    void recurring() {
        for (const auto* row : all<model::RecurringDuty>()) repeat(*row, Occasion::Duty, row->frequency, row->owner);
        for (const auto* row : all<model::Monitoring>()) repeat(*row, Occasion::Meeting, row->frequency, row->owner);
        for (const auto* row : all<model::Communication>())
            if (!row->on_demand) repeat(*row, Occasion::Communication, row->frequency, row->owner);
        for (const auto* row : all<model::Collaboration>()) repeat(*row, Occasion::Communication, row->frequency, {});
        for (const auto* row : all<model::Indicator>())
            for (const std::string& point : row->time_points) repeat(*row, Occasion::Reading, point, row->owner);
        for (const auto* row : all<model::Account>()) {
            if (!row->password_rotation_days || *row->password_rotation_days < 1) continue;
            const Recurrence how{RepeatUnit::Day,
                                 static_cast<int>(std::min<std::int64_t>(*row->password_rotation_days, 36500)),
                                 {},
                                 0,
                                 0};
            if (row->password_changed_on) repeat(*row, Occasion::Password, how, row->password_changed_on, {});
        }
    }
    void work() {
        for (const auto* row : all<model::Milestone>())
            if (!row->reached_on) once(*row, Occasion::Milestone, row->date, {});
        for (const auto* row : all<model::Task>())
            if (row->status != model::TaskStatus::Done && row->status != model::TaskStatus::Cancelled)
                once(*row, Occasion::TaskFinish, row->finish, row->owner);
        for (const auto* row : all<model::Goal>()) once(*row, Occasion::Deadline, row->due, {});
        for (const auto* row : all<model::RiskResponse>())
            if (row->state == model::ResponseState::Planned || row->state == model::ResponseState::Running)
                once(*row, Occasion::Deadline, row->due, row->owner);
        for (const auto* row : all<model::RiskAssurance>()) once(*row, Occasion::Deadline, row->due, row->owner);
    }
    void rectification() {
        for (const auto* row : all<model::Finding>()) {
            if (row->state == model::FindingState::Closed) continue;
            if (row->timing == model::Timing::Ongoing)
                repeat(*row, Occasion::Review, row->review_frequency, row->owner);
            else if (row->state != model::FindingState::AwaitingAcceptance)
                once(*row, Occasion::Deadline, row->deadline, row->owner);
        }
        for (const auto* row : all<model::Measure>()) {
            if (row->done_on) continue;
            if (row->timing == model::Timing::Ongoing)
                repeat(*row, Occasion::Review, row->review_frequency, row->owner);
            else
                once(*row, Occasion::Deadline, row->deadline, row->owner);
        }
    }
    void outside() {
        for (const auto* row : all<model::RotaTurn>())
            if (row->state == model::RotaState::Planned) once(*row, Occasion::Rota, row->week, {});
        for (const auto* row : all<model::Publication>())
            if (row->state != model::PublicationState::Published && row->state != model::PublicationState::Withdrawn)
                once(*row, Occasion::Publication, row->planned_on, {});
        for (const auto* row : all<model::Activity>()) once(*row, Occasion::Activity, row->start, {});
    }

    const model::Plan& plan_;
    const Calendar& calendar_;
    Agenda result_;
    Date first_, last_;  // of what repeats
};
}  // namespace

std::string_view name_of(Occasion occasion) {
    switch (occasion) {
        case Occasion::Duty:
            return "duty";
        case Occasion::Meeting:
            return "meeting";
        case Occasion::Communication:
            return "communication";
        case Occasion::Reading:
            return "reading";
        case Occasion::Review:
            return "review";
        case Occasion::Password:
            return "password";
        case Occasion::Milestone:
            return "milestone";
        case Occasion::TaskFinish:
            return "task-finish";
        case Occasion::Deadline:
            return "deadline";
        case Occasion::Rota:
            return "rota";
        case Occasion::Publication:
            return "publication";
        case Occasion::Activity:
            return "activity";
    }
    return {};
}

Agenda agenda(const model::Plan& plan, const Calendar& calendar, Date today, Date from, Date to) {
    const model::Cover& cover = plan.cover();
    const bool in_period = cover.start && cover.finish && !from && !to;
    if (in_period) from = cover.start, to = cover.finish;
    const Date some = from ? from : to ? to : today;
    if (!from) from = Date::from_ymd(some.year(), 1, 1).value_or(some);
    if (!to) to = Date::from_ymd(from.year(), 12, 31).value_or(from);
    to = std::min(to, from.plus(longest_agenda_days - 1));
    return AgendaBuilder(plan, calendar, from, to).run();
}

}  // namespace analysis
