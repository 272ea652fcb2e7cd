// report/ics.hpp: an agenda as an iCalendar file (RFC 5545), for the calendars of mail programs and telephones.
#pragma once

#include <string>

#include "report/agenda.hpp"

namespace report {

// Events of whole days, in lines of at most 75 octets that end in CR LF. DTSTAMP and SEQUENCE are the day of making, so
// that a calendar takes a later export as news of the same events; days that moved are RECURRENCE-ID events of the same
// UID. An agenda without events gives "", because an iCalendar file needs one.
std::string to_ics(const Agenda& agenda);

}  // namespace report
