// view/gantt.hpp: bars, milestones and time of the task table as plain values, which are tested as text; gantt.hpp
// paints them.
#pragma once

#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "analysis/outline.hpp"
#include "base/words.hpp"

namespace view {

// The days that the Gantt part shows and how wide a day is.
struct TimeScale {
    base::Date first;  // at the left edge of the whole
    float day_px = 4;
    float width = 0;   // px of the part
    float fit_px = 4;  // of a day, when the whole fits the part
    float left = 0;    // px of the whole that are scrolled away

    [[nodiscard]] float x(base::Date day) const {
        return static_cast<float>(day.days() - first.days()) * day_px - left;
    }
    [[nodiscard]] base::Date day_at(float px) const {
        return first.plus(static_cast<std::int32_t>(std::floor((px + left) / day_px)));
    }
    [[nodiscard]] float widest_px() const {
        return fit_px > width / 35 ? fit_px : width / 35;
    }  // a month stays in view
};

// Fits all dates of the plan (tasks, milestones) and today if it is near, with a margin; never less than three months.
TimeScale fit_scale(const model::Plan& plan, const std::vector<analysis::OutlineRow>& rows, base::Date today,
                    float width);

// Shows a fitted scale with days day_px wide (0: as fitted), days_left of them scrolled away; mends both where they go
// more than beyond_days beyond the plan.
void show_zoomed(TimeScale& scale, float& day_px, float& days_left, float beyond_days = 0);
// Both for a zoom by factor about the day that is at x now.
void zoom_about(const TimeScale& scale, float x, float factor, float& day_px, float& days_left);

struct Tick {
    float x;
    std::string text;  // "3 月", at the turn of the year "2026 年 1 月"
};
std::vector<Tick> month_ticks(const TimeScale& scale, const base::Words& words);

enum class BarState : std::uint8_t { Ordinary, Late, Summary };
struct Bar {
    float from, to;  // px from the left edge; from == to: no dates
    float done;      // share, 0..1
    BarState state;
    std::vector<float> milestones;
    std::string spoken;  // for assistive technology
};
// A leaf is late when its finish has passed and it is not done. milestones: the row's own.
Bar bar_of(const TimeScale& scale, std::span<const model::Milestone* const> milestones, const analysis::OutlineRow& row,
           base::Date today, const base::Words& words);

// What a press on a bar holds: near an end (at most 6 px, at most a quarter) that end, else the whole.
enum class BarPart : std::uint8_t { Whole, Start, Finish };
BarPart part_at(const Bar& bar, float x);
// The row with the part moved by whole days. An end that has no date takes that of the other; start never passes
// finish.
analysis::OutlineRow moved_by(analysis::OutlineRow row, BarPart part, int days);

}  // namespace view
