#include "view/gantt.hpp"

#include <algorithm>
#include <cmath>

namespace view {
namespace {
base::Date month_start(base::Date day) {
    return *base::Date::from_ymd(day.year(), day.month(), 1);
}
base::Date next_month(base::Date day) {
    return day.month() == 12 ? *base::Date::from_ymd(day.year() + 1, 1, 1)
                             : *base::Date::from_ymd(day.year(), day.month() + 1, 1);
}
bool in_calendar(base::Date day) {
    static const base::Date first = *base::Date::from_ymd(1900, 1, 1), end = *base::Date::from_ymd(9990, 1, 1);
    return day && day >= first && day < end;
}
}  // namespace

TimeScale fit_scale(const model::Plan& plan, const std::vector<analysis::OutlineRow>& rows, base::Date today,
                    float width) {
    base::Date low, high;
    const auto include = [&](base::Date day) {
        if (!in_calendar(day)) return;
        if (!low || day < low) low = day;
        if (!high || day > high) high = day;
    };
    for (const analysis::OutlineRow& row : rows) {
        include(row.start);
        include(row.finish);
    }
    for (const model::Milestone& milestone : plan.rows<model::Milestone>()) include(milestone.date);
    if (!low) include(today);
    if (std::abs(today.days() - low.days()) < 400 && std::abs(today.days() - high.days()) < 400) include(today);
    low = month_start(low);
    high = next_month(high);
    while (high.days() - low.days() < 85) high = next_month(high);
    TimeScale scale;
    scale.first = low;
    scale.width = width;
    scale.day_px = width / static_cast<float>(high.days() - low.days());
    scale.fit_px = scale.day_px;
    return scale;
}

void show_zoomed(TimeScale& scale, float& day_px, float& days_left, float beyond_days) {
    if (day_px <= scale.fit_px * 1.001f) {
        day_px = 0;
        if (beyond_days <= 0) days_left = 0;
    }
    scale.day_px = day_px > 0 ? std::min(day_px, scale.widest_px()) : scale.fit_px;
    const float days = scale.width / scale.fit_px, shown = scale.width / scale.day_px;
    days_left = std::clamp(days_left, -beyond_days, std::max(0.f, days - shown) + beyond_days);
    scale.left = days_left * scale.day_px;
}

void zoom_about(const TimeScale& scale, float x, float factor, float& day_px, float& days_left) {
    const float day = (x + scale.left) / scale.day_px;
    day_px = std::clamp(scale.day_px * factor, scale.fit_px, scale.widest_px());
    days_left = day - x / day_px;
}

std::vector<Tick> month_ticks(const TimeScale& scale, const base::Words& words) {
    std::vector<Tick> ticks;
    const float month_px = scale.day_px * 30.4f;
    const int step = month_px >= 44 ? 1 : month_px >= 15 ? 3 : month_px >= 8 ? 6 : 12;
    int count = 0;
    for (base::Date at = month_start(std::min(scale.first, scale.day_at(0))); scale.x(at) < scale.width && count < 2000;
         at = next_month(at), ++count) {
        if (scale.x(at) < 0 || (at.month() - 1) % step != 0) continue;
        const bool year = at.month() == 1 || ticks.empty();
        const std::string_view month = words("gantt.month." + std::to_string(at.month()));
        const std::string of_year = std::to_string(at.year());
        if (step == 12)
            ticks.push_back({scale.x(at), words("gantt.year", {of_year})});
        else
            ticks.push_back({scale.x(at), year && month_px * static_cast<float>(step) >= 90
                                              ? words("gantt.year-month", {of_year, month})
                                              : std::string(month)});
    }
    return ticks;
}

Bar bar_of(const TimeScale& scale, std::span<const model::Milestone* const> milestones, const analysis::OutlineRow& row,
           base::Date today, const base::Words& words) {
    Bar bar{0, 0, static_cast<float>(std::clamp(row.progress, 0, 100)) / 100, BarState::Ordinary, {}, {}};
    const base::Date start = row.start ? row.start : row.finish, finish = row.finish ? row.finish : row.start;
    if (start && finish && start <= finish) {
        bar.from = scale.x(start);
        bar.to = scale.x(finish.plus(1));
        bar.spoken = words("gantt.bar", {start.iso(), finish.iso(), std::to_string(row.progress)});
    }
    const bool finished = row.progress >= 100 || row.task->status == model::TaskStatus::Done ||
                          row.task->status == model::TaskStatus::Cancelled;
    if (row.has_children)
        bar.state = BarState::Summary;
    else if (finish && finish < today && !finished)
        bar.state = BarState::Late;
    if (bar.state == BarState::Late) bar.spoken += words("gantt.late");
    for (const model::Milestone* milestone : milestones)
        if (milestone->date) bar.milestones.push_back(scale.x(milestone->date) + scale.day_px / 2);
    return bar;
}

BarPart part_at(const Bar& bar, float x) {
    const float reach = std::min(6.f, (bar.to - bar.from) / 4);
    return x < bar.from + reach ? BarPart::Start : x > bar.to - reach ? BarPart::Finish : BarPart::Whole;
}

analysis::OutlineRow moved_by(analysis::OutlineRow row, BarPart part, int days) {
    const base::Date start = row.start ? row.start : row.finish, finish = row.finish ? row.finish : row.start;
    if (part == BarPart::Start) row.start = std::min(start.plus(days), finish);
    if (part == BarPart::Finish) row.finish = std::max(finish.plus(days), start);
    if (part == BarPart::Whole && row.start) row.start = row.start.plus(days);
    if (part == BarPart::Whole && row.finish) row.finish = row.finish.plus(days);
    return row;
}

}  // namespace view
