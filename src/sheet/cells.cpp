#include "sheet/cells.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace sheet {
namespace {

constexpr std::string_view mark_attribute = "data-fanglue-rows=\"";  // the mark is of letters, digits and blanks

// The place of the sign that makes a formula of the text: behind apostrophes and blanks.
std::size_t formula_sign(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && text[at] == '\'') ++at;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n')) ++at;
    return at < text.size() && std::string_view("=+-@").find(text[at]) != std::string_view::npos
               ? at
               : std::string_view::npos;
}

bool is_negative_number(std::string_view text) {
    return text.size() > 1 && text[0] == '-' && text.find_first_not_of("0123456789.,%", 1) == std::string_view::npos;
}

std::string shielded(std::string_view text) {
    const bool formula = formula_sign(text) != std::string_view::npos && !is_negative_number(text);
    return (formula ? "'" : "") + std::string(text);
}

std::string unshielded(std::string text) {
    if (!text.empty() && text[0] == '\'' && formula_sign(text) != std::string_view::npos) text.erase(0, 1);
    return text;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '\n':
                out += "<br>";
                break;
            default:
                out += c;
        }
    return out;
}

// A cell in quotes from text[at], which is the opening one; nothing if the quotes are part of the text.
std::optional<std::string> quoted_cell(std::string_view text, std::size_t& at) {
    std::string cell;
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] != '"') {
            cell += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == '"') {
            cell += text[++i];
        } else {
            const bool ends = i + 1 == text.size() || text[i + 1] == '\t' || text[i + 1] == '\n' || text[i + 1] == '\r';
            if (!ends) return std::nullopt;
            at = i + 1;
            return cell;
        }
    }
    return std::nullopt;
}

void drop_blank_edges(Cells& cells) {
    for (auto& row : cells)
        while (!row.empty() && base::is_blank(row.back())) row.pop_back();
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
}

std::size_t cell_count(const Cells& cells) {
    std::size_t count = 0;
    for (const auto& row : cells) count += row.size() + 1;
    return count;
}

bool same_shape(const Cells& a, const Cells& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& one, const auto& other) { return one.size() == other.size(); });
}

// Reads the first table of an HTML text by its tags alone; what is not a table's tag only separates or is dropped.
class TableReader {
  public:
    explicit TableReader(std::string_view html) : html_(html), lower_(base::to_lower_ascii(html)) {}

    std::optional<Cells> read() {
        while (at_ < html_.size() && !done_ && !too_many_) html_[at_] == '<' ? markup() : text();
        end_cell();
        if (too_many_ || !seen_) return std::nullopt;
        return std::move(cells_);
    }

  private:
    void skip_past(std::string_view end) {
        const std::size_t found = lower_.find(end, at_);
        at_ = found == std::string::npos ? html_.size() : found + end.size();
    }

    void markup() {
        if (html_.substr(at_, 4) == "<!--") return skip_past("-->");
        std::size_t from = at_ + 1;
        const bool closing = from < html_.size() && html_[from] == '/';
        if (closing) ++from;
        std::size_t to = from;
        while (to < lower_.size() &&
               ((lower_[to] >= 'a' && lower_[to] <= 'z') || (lower_[to] >= '0' && lower_[to] <= '9')))
            ++to;
        if (to == from && !closing && (from >= html_.size() || (html_[from] != '!' && html_[from] != '?')))
            return text();
        const std::string_view name = std::string_view(lower_).substr(from, to - from);
        std::size_t end = to;
        for (char quote = 0; end < html_.size() && (quote != 0 || html_[end] != '>'); ++end) {
            const char c = html_[end];
            if (quote == 0 && (c == '"' || c == '\''))
                quote = c;
            else if (c == quote)
                quote = 0;
        }
        const std::string_view attributes = std::string_view(lower_).substr(to, end - to);
        at_ = std::min(end + 1, html_.size());
        if (!closing && name == "style") return skip_past("</style>");
        if (!closing && name == "script") return skip_past("</script>");
        tag(name, closing, attributes);
    }

    void tag(std::string_view name, bool closing, std::string_view attributes) {
        if (name == "table") {
            depth_ += closing ? -1 : 1;
            seen_ = true;
            if (depth_ <= 0 && closing) done_ = true;
        } else if (depth_ == 1 && name == "tr") {
            end_cell();
            if (!closing) start_row();
        } else if (depth_ == 1 && (name == "td" || name == "th")) {
            end_cell();
            if (!closing) start_cell(attributes);
        } else if (name == "br") {
            line_break();
        } else if (name == "p" || name == "div" || name == "li" || name == "tr") {
            break_wanted_ = !cell_.empty();
        } else if (name == "td" || name == "th") {
            space_wanted_ = true;  // of a table in the cell
        }
    }

    void text() {
        std::size_t end = html_.find('<', at_ + 1);
        if (end == std::string_view::npos) end = html_.size();
        while (at_ < end) {
            const char c = html_[at_];
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                space_wanted_ = true;
                ++at_;
            } else {
                put(c == '&' ? entity(end) : std::string(1, html_[at_++]));
            }
        }
    }

    std::string entity(std::size_t end) {
        const std::size_t semicolon = html_.substr(at_, std::min<std::size_t>(end - at_, 12)).find(';');
        if (semicolon == std::string_view::npos) return std::string(1, html_[at_++]);
        const std::string_view name = html_.substr(at_ + 1, semicolon - 1);
        at_ += semicolon + 1;
        static constexpr std::pair<std::string_view, std::string_view> named[] = {
            {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", " "}};
        for (const auto& [each, text] : named)
            if (name == each) return std::string(text);
        if (name.size() > 1 && name[0] == '#') {
            const bool hex = name[1] == 'x' || name[1] == 'X';
            char32_t code = 0;
            for (const char c : name.substr(hex ? 2 : 1)) {
                const int digit = c >= '0' && c <= '9'          ? c - '0'
                                  : hex && c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : hex && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                                : 0;
                code = std::min<char32_t>(code * (hex ? 16 : 10) + static_cast<char32_t>(digit), 0x110000);
            }
            if (code == 0xA0) return " ";
            const bool is_character = code >= 0x20 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF);
            std::string text;
            if (is_character) base::append_code_point(text, code);
            return text;
        }
        return "&" + std::string(name) + ";";
    }

    void put(const std::string& text) {
        if (!in_cell_) return;
        if (break_wanted_)
            cell_ += '\n';
        else if (space_wanted_ && !cell_.empty() && cell_.back() != '\n')
            cell_ += ' ';
        break_wanted_ = space_wanted_ = false;
        cell_ += text;
    }

    void line_break() {
        if (in_cell_) cell_ += '\n';
        space_wanted_ = false;
    }

    void start_row() {
        cells_.emplace_back();
        place_spanned();
    }

    // Cells of the rows above that reach down into this one.
    void place_spanned() {
        std::vector<std::string>& row = cells_.back();
        while (row.size() < below_.size() && below_[row.size()] > 0) {
            --below_[row.size()];
            add_cell({});
        }
    }

    void add_cell(std::string text) {
        cells_.back().push_back(std::move(text));
        if (++count_ > pasted_cells_limit) too_many_ = true;
    }

    static std::size_t span(std::string_view attributes, std::string_view name) {
        std::size_t at = attributes.find(name);
        if (at == std::string_view::npos) return 1;
        at = attributes.find_first_of("0123456789", at);
        std::size_t value = 0;
        for (; at < attributes.size() && attributes[at] >= '0' && attributes[at] <= '9' && value < 10000; ++at)
            value = value * 10 + static_cast<std::size_t>(attributes[at] - '0');
        return std::clamp<std::size_t>(value, 1, 10000);
    }

    void start_cell(std::string_view attributes) {
        if (cells_.empty()) start_row();
        columns_ = span(attributes, "colspan");
        rows_ = span(attributes, "rowspan");
        in_cell_ = true;
    }

    void end_cell() {
        if (!in_cell_) return;
        in_cell_ = break_wanted_ = space_wanted_ = false;
        // Blanks before a name that are meant (&nbsp;, ideographic) say its level in an outline.
        const std::size_t first = std::min(cell_.find_first_not_of('\n'), cell_.size());
        const std::string_view content = base::trim(cell_);
        const auto end =
            content.empty() ? first : static_cast<std::size_t>(content.data() + content.size() - cell_.data());
        std::string text = unshielded(cell_.substr(first, end - first));
        cell_.clear();
        for (std::size_t i = 0; i < columns_ && !too_many_; ++i) {
            const std::size_t column = cells_.back().size();
            add_cell(i == 0 ? std::move(text) : std::string());
            if (rows_ < 2) continue;
            if (below_.size() <= column) below_.resize(column + 1);
            below_[column] = rows_ - 1;
        }
        place_spanned();
    }

    std::string_view html_;
    std::string lower_;
    std::size_t at_ = 0, count_ = 0, columns_ = 1, rows_ = 1;
    int depth_ = 0;
    bool seen_ = false, done_ = false, too_many_ = false, in_cell_ = false, break_wanted_ = false,
         space_wanted_ = false;
    std::string cell_;
    Cells cells_;
    std::vector<std::size_t> below_;  // of each column: for how many rows more the cell above reaches down
};
}  // namespace

std::string text_of_cells(const Cells& cells) {
    std::string text;
    for (const auto& row : cells) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            const std::string cell = shielded(row[column]);
            if (column > 0) text += '\t';
            const bool quotes = cell.find_first_of("\t\n\r") != std::string::npos || cell.starts_with('"');
            text += quotes ? '"' + base::replace_all(cell, "\"", "\"\"") + '"' : cell;
        }
        text += "\r\n";
    }
    return text;
}

Cells cells_of_text(std::string_view text) {
    Cells cells;
    std::vector<std::string> row;
    for (std::size_t at = 0; at <= text.size();) {
        std::optional<std::string> cell;
        if (at < text.size() && text[at] == '"') cell = quoted_cell(text, at);
        if (!cell) {
            const std::size_t end = std::min(text.find_first_of("\t\r\n", at), text.size());
            cell = std::string(text.substr(at, end - at));
            at = end;
        }
        row.push_back(unshielded(std::move(*cell)));
        if (at < text.size() && text[at] == '\t') {
            ++at;
            continue;
        }
        cells.push_back(std::move(row));
        row.clear();
        if (at >= text.size()) break;
        at += text.substr(at, 2) == "\r\n" ? 2 : 1;
        if (at == text.size()) break;  // the last row's end
    }
    return cells;
}

std::string html_of_cells(const Cells& cells, Head head, std::string_view mark) {
    std::string html = "<meta charset=\"utf-8\"><table border=\"1\" style=\"border-collapse:collapse\"";
    if (!mark.empty()) html.append(" ").append(mark_attribute).append(mark).append("\"");
    html += ">";
    for (std::size_t row = 0; row < cells.size(); ++row) {
        const std::string_view name = row == 0 && head == Head::Yes ? "th" : "td";
        html += "<tr>";
        for (const std::string& cell : cells[row]) {
            html.append("<").append(name).append(">").append(escaped(shielded(cell)));
            html.append("</").append(name).append(">");
        }
        html += "</tr>";
    }
    return html + "</table>";
}

std::string mark_of_html(std::string_view html) {
    const std::size_t at = html.find(mark_attribute);
    if (at == std::string_view::npos) return {};
    const std::string_view from = html.substr(at + mark_attribute.size());
    return std::string(from.substr(0, from.find('"')));
}

std::optional<Cells> cells_of_html(std::string_view html) {
    return TableReader(html).read();
}

std::optional<Cells> pasted_cells(std::string_view text, std::string_view html) {
    if (text.size() > pasted_bytes_limit || html.size() > pasted_bytes_limit) return std::nullopt;
    Cells cells = cells_of_text(text);
    drop_blank_edges(cells);
    if (std::optional<Cells> table = cells_of_html(html)) {
        drop_blank_edges(*table);
        if (!table->empty() && !same_shape(*table, cells)) cells = std::move(*table);
    }
    if (cell_count(cells) > pasted_cells_limit) return std::nullopt;
    return cells;
}

}  // namespace sheet
