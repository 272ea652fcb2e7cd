#include "report/svg.hpp"

#include <algorithm>

#include "analysis/risks.hpp"
#include "base/text.hpp"
#include "report/html.hpp"
#include "report/table_layout.hpp"

namespace report {
namespace {
using base::Date;

constexpr int svg_label_width = 260, days_width = 700, row_height = 22, head_height = 44, edge = 10;
constexpr int label_room = 32;  // half characters
constexpr const char* ink = "#1f2733";

// A drawing of so many pixels; texts are escaped here and nowhere else.
class Drawing {
  public:
    Drawing(int width, int height, std::string_view language, std::string_view title, std::string_view description) {
        const std::string size = std::to_string(width) + "\" height=\"" + std::to_string(height);
        out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + size + "\" viewBox=\"0 0 " +
               std::to_string(width) + " " + std::to_string(height) + "\" xml:lang=\"" + html_text(language) +
               "\" role=\"img\" aria-labelledby=\"t d\" font-family=\"sans-serif\" font-size=\"12\">\n";
        element("title", " id=\"t\"", title);
        element("desc", " id=\"d\"", description);
        rectangle(0, 0, width, height, "#ffffff");
    }
    void rectangle(int x, int y, int width, int height, std::string_view fill, std::string_view more = {}) {
        out_ += "<rect" + number("x", x) + number("y", y) + number("width", std::max(width, 1)) +
                number("height", height) + " fill=\"" + std::string(fill) + "\"" + std::string(more) + "/>\n";
    }
    void line(int x, int y, int to_x, int to_y, std::string_view stroke, std::string_view more = {}) {
        out_ += "<line" + number("x1", x) + number("y1", y) + number("x2", to_x) + number("y2", to_y) + " stroke=\"" +
                std::string(stroke) + "\"" + std::string(more) + "/>\n";
    }
    void diamond(int x, int y, std::string_view fill) {
        out_ += "<path d=\"M" + std::to_string(x) + " " + std::to_string(y - 7) + "l7 7-7 7-7-7z\" fill=\"" +
                std::string(fill) + "\"/>\n";
    }
    void text(int x, int y, std::string_view text, std::string_view more = {}) {
        element("text", number("x", x) + number("y", y) + " fill=\"" + ink + "\"" + std::string(more), text);
    }
    void open_group(std::string_view title) {
        out_ += "<g>";
        element("title", "", title);
    }
    void close_group() { out_ += "</g>\n"; }
    std::string finish() { return std::move(out_ += "</svg>\n"); }

  private:
    static std::string number(std::string_view name, int value) {
        return " " + std::string(name) + "=\"" + std::to_string(value) + "\"";
    }
    void element(std::string_view name, std::string_view attributes, std::string_view text) {
        const std::string one_line = base::replace_all(std::string(text), "\n", " ");
        out_.append("<").append(name).append(attributes).append(">").append(html_text(one_line));
        out_.append("</").append(name).append(">\n");
    }
    std::string out_;
};

// At most so many half characters of it.
std::string cut_label(std::string_view text, int room) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t from = at;
        base::next_code_point(text, at);
        room -= display_width(text.substr(from, at - from));
        if (room < 1) return std::string(text.substr(0, from)) + "…";
    }
    return std::string(text);
}

// Days as places from left to right.
struct DayScale {
    Date first, last;
    [[nodiscard]] int x(Date day) const {
        const std::int64_t days = last.days() - first.days() + 1;
        return svg_label_width + static_cast<int>(std::int64_t{day.days() - first.days()} * days_width / days);
    }
};

DayScale scale_of(const GanttChart& chart) {
    DayScale scale;
    for (const GanttChart::Bar& bar : chart.bars) {
        if (bar.first.empty()) continue;
        scale.first = scale.first.empty() ? bar.first : std::min(scale.first, bar.first);
        scale.last = std::max(scale.last, bar.last);
    }
    if (scale.first.empty()) scale = {chart.today, chart.today};
    return scale;
}

// Where months begin, where years begin if there are many of them, else nothing.
void time_lines(Drawing& drawing, const DayScale& scale, int bottom) {
    const int years = scale.last.year() - scale.first.year() + 1;
    const int step = years <= 2 ? 1 : years <= 5 ? 3 : 12 * std::max(1, years / 12);
    for (int months = scale.first.year() * 12; months <= scale.last.year() * 12 + 11; months += step) {
        const auto day = Date::from_ymd(months / 12, months % 12 + 1, 1);
        if (!day || *day < scale.first || *day > scale.last) continue;
        const int x = scale.x(*day);
        drawing.line(x, head_height - 14, x, bottom, "#d5dae1");
        drawing.text(x + 3, head_height - 4, day->iso().substr(0, step >= 12 ? 4 : 7), " font-size=\"10\"");
    }
}

void draw_bar(Drawing& drawing, const GanttChart::Bar& bar, const DayScale& scale, int y) {
    const std::string name = bar.code.empty() ? bar.label : bar.code + " " + bar.label;
    drawing.open_group(bar.said.empty() ? name : name + " " + bar.said);
    const int indent = std::min(bar.depth, 6) * 10;
    drawing.text(edge + indent, y + 15, cut_label(name, label_room - indent / 6));
    if (!bar.first.empty()) {
        const int left = scale.x(bar.first), right = scale.x(bar.last.plus(1));
        const char* colour = bar.is_late ? "#b3261e" : bar.is_summary ? "#4a5568" : "#2b6cb0";
        const int height = bar.is_summary ? 6 : 12;
        if (bar.is_milestone) {
            drawing.diamond(left, y + 11, bar.progress == 100 ? "#2f7d4f" : colour);
        } else {
            drawing.rectangle(left, y + 11 - height / 2, right - left, height, "#dbe4ee",
                              " stroke=\"" + std::string(colour) + "\"");
            const int done = (right - left) * std::clamp(bar.progress, 0, 100) / 100;
            if (done > 0) drawing.rectangle(left, y + 11 - height / 2, done, height, colour);
        }
    }
    drawing.close_group();
}
}  // namespace

std::string to_svg(const GanttChart& chart) {
    const DayScale scale = scale_of(chart);
    const int bottom = head_height + row_height * static_cast<int>(chart.bars.size()) + edge;
    Drawing drawing(svg_label_width + days_width + edge, bottom + edge, chart.language, chart.title, chart.description);
    drawing.text(edge, 18, chart.title, " font-size=\"15\" font-weight=\"bold\"");
    time_lines(drawing, scale, bottom);
    int y = head_height;
    for (const GanttChart::Bar& bar : chart.bars) {
        draw_bar(drawing, bar, scale, y);
        y += row_height;
    }
    if (scale.first <= chart.today && chart.today <= scale.last)
        drawing.line(scale.x(chart.today), head_height - 14, scale.x(chart.today), bottom, "#b3261e",
                     " stroke-dasharray=\"4 3\"");
    return drawing.finish();
}

std::string to_svg(const MatrixChart& chart) {
    constexpr int cell = 72, left = 60, top = 44, size = 5;
    Drawing drawing(left + cell * size + edge, top + cell * size + 50, chart.language, chart.title, chart.description);
    drawing.text(edge, 20, chart.title, " font-size=\"15\" font-weight=\"bold\"");
    for (int probability = size; probability >= 1; --probability)
        for (int impact = 1; impact <= size; ++impact) {
            const int x = left + (impact - 1) * cell, y = top + (size - probability) * cell;
            const auto level = analysis::risk_level(probability * impact);
            const char* fill = level == analysis::RiskLevel::High     ? "#f4c7c3"
                               : level == analysis::RiskLevel::Middle ? "#fbe7b2"
                                                                      : "#d3ead9";
            drawing.rectangle(x, y, cell, cell, fill, " stroke=\"#ffffff\"");
            const int count =
                chart.counts[static_cast<std::size_t>(probability - 1)][static_cast<std::size_t>(impact - 1)];
            drawing.text(x + 6, y + 14, std::to_string(probability * impact), " font-size=\"10\"");
            if (count > 0)
                drawing.text(x + cell / 2, y + cell / 2 + 8, std::to_string(count),
                             " font-size=\"22\" text-anchor=\"middle\"");
        }
    for (int value = 1; value <= size; ++value) {
        drawing.text(left + (value - 1) * cell + cell / 2, top + size * cell + 16, std::to_string(value),
                     " text-anchor=\"middle\"");
        drawing.text(left - 14, top + (size - value) * cell + cell / 2 + 4, std::to_string(value));
    }
    drawing.text(left + size * cell / 2, top + size * cell + 36, chart.across, " text-anchor=\"middle\"");
    const int middle = top + size * cell / 2;
    drawing.text(20, middle, chart.up,
                 " text-anchor=\"middle\" transform=\"rotate(-90 20 " + std::to_string(middle) + ")\"");
    return drawing.finish();
}

}  // namespace report
