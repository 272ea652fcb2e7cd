// Files of words and holidays, and anything that people type or paste.
#include <string>

#include "analysis/calendar.hpp"
#include "analysis/personal.hpp"
#include "base/number.hpp"
#include "base/placeholder.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "fuzz/targets.hpp"

namespace fuzz {

void calendar(std::string_view bytes) {
    const analysis::Calendar calendar = analysis::Calendar::parse(bytes);
    const base::Date start = base::Date::from_days(20640);
    for (const int count : {1, 5, 10, 250, -1, -7}) {
        const base::Date day = calendar.add_workdays(start, count);
        // At the ends of the calendar it saturates, which only a file with decades of holidays could bring about.
        if (day.year() < 1950 || day.year() > 2100) continue;
        law(calendar.is_workday(day), "calendar: counting ends on a working day");
        const int counted = count > 0 ? calendar.workdays(start.plus(1), day) : -calendar.workdays(day, start.plus(-1));
        law(counted == count, "calendar: adding and counting agree");
    }
    int slow = 0;
    for (int i = 0; i < 400; ++i) slow += calendar.is_workday(start.plus(i)) ? 1 : 0;
    law(slow == calendar.workdays(start, start.plus(399)), "calendar: counted at once or day by day");
    (void)calendar.provisional(start, start.plus(4000));
}

void language(std::string_view bytes) {
    const base::Words under = base::Words::parse("a = {0} {1}\nb = c");
    const base::Words words = base::Words::parse(bytes, &under);
    for (std::string_view line : base::split(bytes, '\n')) {
        line = base::trim(line);
        const std::size_t equals = line.find('=');
        if (line.empty() || line[0] == '#' || equals == std::string_view::npos) continue;
        const std::string_view key = base::trim(line.substr(0, equals));
        law(words.has(key), "language: every key is found");
        (void)words(key, {"{0}{1}", key});
    }
    (void)words(bytes.substr(0, 20));
}

void text(std::string_view bytes) {
    const bool valid = base::find_invalid_utf8(bytes) == std::string_view::npos;
    std::size_t end = 0;
    for (const analysis::PersonalHit& hit : analysis::find_personal(bytes)) {
        law(hit.at >= end && hit.size > 0 && hit.size <= bytes.size() - hit.at, "text: hits in order, inside, apart");
        end = hit.at + hit.size;
        (void)analysis::masked(bytes.substr(hit.at, hit.size), hit.kind);
    }
    const std::string masked = analysis::mask_personal(bytes);
    law(!valid || base::find_invalid_utf8(masked) == std::string_view::npos, "text: masked text stays UTF-8");
    for (const analysis::PersonalHit& hit : analysis::find_personal(masked))
        law(hit.kind != analysis::PersonalKind::IdentityNumber && hit.kind != analysis::PersonalKind::MobileNumber,
            "text: nothing is left of a masked number");
    (void)base::find_placeholder(bytes);
    (void)base::find_example_name(bytes);
    if (const auto day = base::Date::parse(bytes)) law(day->iso() == bytes, "text: a day reads as it is written");
    if (const auto moment = base::Moment::parse(bytes)) law(moment->iso() == bytes, "text: so does a moment");
    if (const auto value = base::Decimal::parse(bytes)) {
        const auto again = base::Decimal::parse(value->text());
        law(again && again->units == value->units, "text: a decimal is the same after writing");
    }
    if (const auto money = base::Money::parse_yuan(bytes)) {
        const auto again = base::Money::parse_yuan(money->yuan());
        law(again && again->fen == money->fen, "text: money is the same after writing");
    }
}

}  // namespace fuzz
