#include "report/table_layout.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"

namespace report {
namespace {
constexpr int margin = 2;            // of a cell, both sides
constexpr int head_width = 6;        // a head may break after so much
constexpr std::size_t sample = 400;  // rows that are looked at: a long table has the like of them all through

bool is_wide(char32_t c) {
    return c >= 0x2E80;
}

// The longest stretch that no line may break inside, and the whole.
struct Extent {
    int longest = 0, whole = 0;
};
Extent extent(std::string_view text) {
    Extent found;
    int run = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        const int width = is_wide(c) ? 2 : 1;
        run = c == ' ' || c == '\n' ? 0 : is_wide(c) ? 2 : run + width;
        found.longest = std::max(found.longest, run);
        found.whole += width;
    }
    return found;
}
}  // namespace

int display_width(std::string_view text) {
    return extent(text).whole;
}

std::vector<int> column_widths(const Table& table, std::string_view language, int total) {
    std::vector<double> least, wanted;
    const std::size_t step = std::max<std::size_t>(1, table.rows.size() / sample);
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const Extent head = extent(table.columns[column].header);
        int longest = std::min(std::max(head.longest, std::min(head.whole, head_width)), 16), largest = 0;
        double sum = 0, count = 0;
        for (std::size_t row = 0; row < table.rows.size(); row += step) {
            const Cell& cell = table.rows[row][column];
            const Extent text = extent(cell_text(cell, language));
            const bool is_number = std::holds_alternative<Number>(cell) || std::holds_alternative<Percent>(cell);
            // Digits of the fonts that stand in for the standard's are wider than half a character.
            longest = std::max(longest, std::min(is_number ? text.whole * 6 / 5 : text.longest, 24));
            largest = std::max(largest, text.whole);
            sum += text.whole, count += 1;
        }
        least.push_back(longest + margin);
        // Between the mean and the largest, so that one long text does not take all; never more than one line needs.
        const double mean = count > 0 ? sum / count : 0;
        wanted.push_back(std::max(0., std::min(std::sqrt(mean * largest), largest + 0.) + margin - least.back()));
    }
    double sum_least = 0, sum_wanted = 0;
    for (const double one : least) sum_least += one;
    for (const double one : wanted) sum_wanted += one;
    std::vector<int> widths;
    int given = 0;
    for (std::size_t i = 0; i < least.size(); ++i) {
        const double spare = std::max(0., total - sum_least);
        const double share = sum_wanted > 0 ? wanted[i] / sum_wanted : 1. / static_cast<double>(least.size());
        const double width = sum_least > total ? least[i] * total / sum_least : least[i] + spare * share;
        widths.push_back(std::max(1, static_cast<int>(width)));
        given += widths.back();
    }
    // What rounding left over goes to the widest.
    if (!widths.empty()) *std::max_element(widths.begin(), widths.end()) += std::max(0, total - given);
    return widths;
}

std::optional<std::string> common_unit(const Table& table, std::size_t column) {
    std::optional<std::string> unit;
    for (const auto& row : table.rows) {
        const auto* number = std::get_if<Number>(&row[column]);
        if (!number) continue;
        if (unit && *unit != number->unit) return std::nullopt;
        unit = number->unit;
    }
    return unit;
}

}  // namespace report
