// report/agenda.hpp: the days of a plan as events of a calendar, without any format: report/ics writes them.
//
// Texts are plain, come from people and are not to be trusted, as in report/document.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/calendar.hpp"
#include "base/frequency_reading.hpp"
#include "base/words.hpp"
#include "model/plan.hpp"

namespace report {

// How an event comes back from its first day on: every field of the frequency says something (weekdays of Week, month
// day of Month).
struct Recurrence {
    base::Frequency frequency;
    base::Date until;  // the last day on which it may begin; empty: no end
    // Days that depart from the rule, in order. A day without another one is left out; another one without a day comes
    // on top.
    struct Exception {
        base::Date day, instead;
    };
    std::vector<Exception> exceptions = {};
};

struct Event {
    std::string uid = {};  // the same in every export of the plan, unlike that of any other event
    base::Date first = {}, last = {};
    std::string summary = {}, description = {};
    std::string category = {};
    bool is_cancelled = false;
    std::optional<Recurrence> recurrence = {};
};

struct Agenda {
    std::string title, language;
    base::Date made_on;
    std::vector<Event> events;
};

// Tasks, milestones, goals, indicators, responses to risks, inspections, deadlines of findings and measures,
// publications; then what comes back: monitoring, duties, communication, reviews of what is kept up. Only what says its
// days: "as needed" has none. What comes back begins with the plan's period, else today, and ends with it; where a day
// of it is no working day, the next one takes its place, or none if that is as late as the next time. These exceptions
// are worked out for the first two years. Personal data is masked.
Agenda plan_agenda(const model::Plan& plan, const base::Words& words, base::Date today);

// The first day from start on, and how it goes on from there; nothing if that is after until.
struct Recurring {
    base::Date first;
    Recurrence recurrence;
};
std::optional<Recurring> recurring_from(base::Date start, base::Date until, const base::Frequency& frequency,
                                        const analysis::Calendar& calendar);

}  // namespace report
