// analysis/agenda.hpp: what is due on which day: duties, meetings and readings as often as they say, and single dates.
#pragma once

#include <string>
#include <vector>

#include "analysis/recurrence.hpp"

namespace analysis {

// Words: "occasion.NAME".
enum class Occasion : std::uint8_t {
    Duty,           // 经常性工作
    Meeting,        // meetings, reports, analyses: the monitoring mechanisms
    Communication,  // and collaboration
    Reading,        // of an indicator
    Review,         // of ongoing findings and measures
    Password,       // of an account
    Milestone,
    TaskFinish,
    Deadline,  // of findings, measures, risk responses, goals
    Rota,
    Publication,
    Activity,
};
std::string_view name_of(Occasion occasion);

struct AgendaItem {
    Date date;
    Date nominal;  // by the words, before it was moved off a day off; of single dates: the same
    Occasion occasion{};
    model::RecordType record{};
    const model::Row* row = nullptr;
    model::Id owner;       // empty: nobody's
    bool day_off = false;  // a date that people have set lies on a day off; it is not moved
};

// Words about how often that nobody can expand, as 视情况 or twice a month.
struct UnreadFrequency {
    model::RecordType record{};
    const model::Row* row = nullptr;
    std::string text;
};

struct Agenda {
    Date from, to;
    std::vector<AgendaItem> items;  // by day, then kind, then the rows' order
    std::vector<UnreadFrequency> unread;
};

inline constexpr int longest_agenda_days = 3660;

// From..to, both included, at most ten years; an empty end: that of the plan's period, else of the year of the other
// one or of `today`. What repeats does so within the plan's period, and is moved off days off as repeats() says; a
// password is due so many days after it was changed, and again after as many. What is done, cancelled or closed is not
// due.
Agenda agenda(const model::Plan& plan, const Calendar& calendar, Date today, Date from, Date to);

}  // namespace analysis
