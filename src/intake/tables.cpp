#include "intake/tables.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace intake {
namespace {

char separator_of(std::string_view text) {
    const std::string_view first = text.substr(0, text.find('\n'));
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char each : {',', '\t', ';'}) {
        const std::ptrdiff_t count = std::ranges::count(first, each);
        if (count > most) best = each;
        most = std::max(most, count);
    }
    return best;
}

bool is_total(const std::vector<std::string>& row) {
    const auto first = std::ranges::find_if(row, [](const std::string& cell) { return !base::is_blank(cell); });
    if (first == row.end()) return false;
    const std::string key = base::to_lower_ascii(base::name_key(*first));
    constexpr std::array<std::string_view, 7> words{"合计", "总计", "小计", "合計", "總計", "小計", "total"};
    return std::ranges::any_of(words, [&](std::string_view word) {
        return key == word || (key.starts_with(word) && key.size() <= word.size() + 3);  // 合计：
    });
}

std::size_t said_cells(const std::vector<std::string>& row) {
    return static_cast<std::size_t>(
        std::ranges::count_if(row, [](const std::string& cell) { return !base::is_blank(cell); }));
}

std::string line_of(const std::vector<std::string>& row) {
    std::string line = "|";
    for (const std::string& cell : row) {
        const std::string one = base::replace_all(std::string(base::trim(cell)), "\n", "<br>");
        line += ' ' + base::replace_all(one, "|", "\\|") + " |";
    }
    return line;
}

}  // namespace

base::Result<office::BookSheet> separated_cells(std::string_view text) {
    office::BookSheet sheet;
    const char separator = separator_of(text);
    std::vector<std::string> row;
    std::string cell;
    std::size_t cells = 0, number = 1;
    bool in_quotes = false, was_quoted = false;
    const auto end_cell = [&] {
        if (!was_quoted) cell = std::string(base::trim(cell));
        if (cell.size() > 1 && cell[0] == '\'' && std::string_view("=+-@").find(cell[1]) != std::string_view::npos)
            cell.erase(0, 1);
        row.push_back(std::move(cell));
        cell.clear();
        was_quoted = false;
        ++cells;
    };
    const auto end_row = [&] {
        end_cell();
        if (said_cells(row) > 0) {
            sheet.rows.push_back(std::move(row));
            sheet.numbers.push_back(number);
        }
        row.clear();
        ++number;
    };
    for (std::size_t i = 0; i < text.size() && cells <= office::book_cells_limit; ++i) {
        const char c = text[i];
        if (in_quotes) {
            if (c != '"') {
                cell += c;
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                cell += text[++i];
            } else {
                in_quotes = false;
            }
        } else if (c == '"' && base::is_blank(cell)) {
            in_quotes = was_quoted = true;
            cell.clear();
        } else if (c == separator) {
            end_cell();
        } else if (c == '\n') {
            end_row();
        } else if (c != '\r') {
            cell += c;
        }
    }
    if (!cell.empty() || !row.empty()) end_row();
    if (cells > office::book_cells_limit)
        return base::Error{"office-too-many-cells", {}, std::to_string(office::book_cells_limit)};
    return sheet;
}

TableLines table_lines(const std::vector<office::BookSheet>& sheets, std::string_view file_name) {
    TableLines result;
    std::string_view stem = file_name.substr(file_name.find_last_of("/\\") + 1);
    if (const std::size_t dot = stem.rfind('.'); dot != std::string_view::npos && dot > 0) stem = stem.substr(0, dot);
    if (!base::is_blank(stem)) result.lines += "# " + std::string(stem) + '\n';
    for (const office::BookSheet& sheet : sheets) {
        if (sheet.rows.empty()) continue;
        if (!base::is_blank(sheet.name)) result.lines += "## " + sheet.name + '\n';
        bool has_head = false;
        for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
            const std::vector<std::string>& row = sheet.rows[i];
            const bool follows_gap = i > 0 && sheet.numbers[i] > sheet.numbers[i - 1] + 1;
            if (said_cells(row) == 1 && (!has_head || follows_gap)) {
                for (const std::string& cell : row)
                    if (!base::is_blank(cell)) result.lines += base::replace_all(cell, "\n", " ") + '\n';
                has_head = false;
                continue;
            }
            if (has_head && is_total(row)) {
                result.totals.push_back(base::join(row, " "));
                continue;
            }
            has_head = true;
            result.lines += line_of(row) + '\n';
        }
    }
    return result;
}

}  // namespace intake
