#include "report/ics.hpp"

#include <array>

#include "base/text.hpp"
#include "report/document.hpp"

namespace report {
namespace {
using base::Date;
using base::Period;

constexpr std::size_t longest_line = 75;            // octets without CR LF (RFC 5545, 3.1)
constexpr std::int32_t first_sequence_day = 10957;  // 2000-01-01

// 20260305
std::string basic(Date date) {
    return base::replace_all(date.iso(), "-", "");
}

// RFC 5545, 3.3.11
std::string ics_text(std::string_view text) {
    std::string escaped;
    for (const char c : printable(text)) {
        if (c == '\n') {
            escaped += "\\n";
            continue;
        }
        if (c == '\\' || c == ';' || c == ',') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

// RFC 5545, 3.3.10: an interval of 1 goes without saying.
std::string rule_text(const Recurrence& recurrence, Date first) {
    static constexpr std::array<const char*, 8> weekdays{"", "MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    const base::Frequency& frequency = recurrence.frequency;
    std::string rule;
    switch (frequency.period) {
        case Period::Day:
            rule = "FREQ=DAILY";
            break;
        case Period::Workday:
            rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
            break;
        case Period::Week:
            rule = "FREQ=WEEKLY;BYDAY=";
            for (const int day : frequency.weekdays)
                rule.append(rule.ends_with('=') ? "" : ",").append(weekdays[static_cast<std::size_t>(day)]);
            break;
        case Period::Month:
            rule = "FREQ=MONTHLY;BYMONTHDAY=";
            if (frequency.month_day <= 28) {
                rule += std::to_string(frequency.month_day);
                break;
            }
            // The last of these that the month has: February would else be left out.
            for (int day = 28; day <= frequency.month_day; ++day) rule.append(std::to_string(day)).append(",");
            rule.pop_back();
            rule += ";BYSETPOS=-1";
            break;
        case Period::Year:
            rule = "FREQ=YEARLY";
            break;
    }
    if (frequency.every > 1 && frequency.period != Period::Workday)
        rule += ";INTERVAL=" + std::to_string(frequency.every);
    if (!recurrence.until.empty()) rule += ";UNTIL=" + basic(std::max(recurrence.until, first));
    return rule;
}

class IcsWriter {
  public:
    explicit IcsWriter(const Agenda& agenda) : agenda_(agenda) {}

    std::string file() {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Fanglue//Planner//EN");
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        line("NAME:" + ics_text(agenda_.title));
        line("X-WR-CALNAME:" + ics_text(agenda_.title));
        for (const Event& event : agenda_.events) {
            whole(event);
            if (!event.recurrence) continue;
            for (const Recurrence::Exception& one : event.recurrence->exceptions)
                if (!one.day.empty() && !one.instead.empty()) moved(event, one);
        }
        line("END:VCALENDAR");
        return std::move(out_);
    }

  private:
    void line(std::string_view text) {
        std::size_t room = longest_line;
        while (text.size() > room) {
            std::size_t cut = room;
            while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U)
                --cut;  // not inside a character
            out_.append(text.substr(0, cut)).append("\r\n ");
            text.remove_prefix(cut);
            room = longest_line - 1;  // the blank counts
        }
        out_.append(text).append("\r\n");
    }
    void days(Date first, Date last) {
        line("DTSTART;VALUE=DATE:" + basic(first));
        // The end is the day behind the last; a calendar has none behind 9999-12-31.
        if (const Date end = last.plus(1); end.year() <= 9999) line("DTEND;VALUE=DATE:" + basic(end));
    }
    void rest(const Event& event) {
        const Date day = agenda_.made_on;
        line("SUMMARY:" + ics_text(event.summary));
        if (!event.description.empty()) line("DESCRIPTION:" + ics_text(event.description));
        if (!event.category.empty()) line("CATEGORIES:" + ics_text(event.category));
        line(event.is_cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        line("SEQUENCE:" + std::to_string(std::max(0, day.days() - first_sequence_day)));
        line("DTSTAMP:" + basic(day) + "T000000Z");
        line("TRANSP:TRANSPARENT");  // nobody is busy all day for it
        line("END:VEVENT");
    }
    void whole(const Event& event) {
        line("BEGIN:VEVENT");
        line("UID:" + ics_text(event.uid));
        days(event.first, event.last);
        if (event.recurrence) {
            line("RRULE:" + rule_text(*event.recurrence, event.first));
            for (const Recurrence::Exception& one : event.recurrence->exceptions) {
                if (one.instead.empty()) line("EXDATE;VALUE=DATE:" + basic(one.day));
                if (one.day.empty()) line("RDATE;VALUE=DATE:" + basic(one.instead));
            }
        }
        rest(event);
    }
    void moved(const Event& event, const Recurrence::Exception& exception) {
        line("BEGIN:VEVENT");
        line("UID:" + ics_text(event.uid));
        line("RECURRENCE-ID;VALUE=DATE:" + basic(exception.day));
        days(exception.instead, exception.instead);
        rest(event);
    }

    const Agenda& agenda_;
    std::string out_;
};
}  // namespace

std::string to_ics(const Agenda& agenda) {
    return agenda.events.empty() ? std::string() : IcsWriter(agenda).file();
}

}  // namespace report
