#include "report/html.hpp"

#include <algorithm>
#include <array>

#include "base/date.hpp"
#include "base/embedded.hpp"
#include "report/table_layout.hpp"

namespace report {
namespace {
// How long the day is that begins here, and where it may break: 2026-03-05 nowhere, 2026年3月5日 behind its year.
struct Day {
    std::size_t size = 0, year = 0;
};
Day day_at(std::string_view text) {
    static constexpr std::size_t iso = std::string_view("2026-03-05").size();
    if (base::Date::parse(text.substr(0, iso))) return {iso, iso};
    Day day;
    int part = 0;
    for (const std::string_view sign : {"年", "月", "日"}) {
        const std::size_t first = day.size;
        while (day.size < text.size() && text[day.size] >= '0' && text[day.size] <= '9') ++day.size;
        const std::size_t digits = day.size - first;
        if (part == 0 ? digits != 4 : digits < 1 || digits > 2) return {};
        if (!text.substr(day.size).starts_with(sign)) return {};
        day.size += sign.size();
        if (part++ == 0) day.year = day.size;
    }
    return day;
}

// In a narrow column browsers would else break lines inside days.
std::string with_whole_dates(const std::string& html) {
    std::string result;
    const auto whole = [&](std::string_view part) {
        if (!part.empty()) ((result += "<span class=\"date\">") += part) += "</span>";
    };
    for (std::size_t at = 0; at < html.size();) {
        const std::string_view rest = std::string_view(html).substr(at);
        const Day day = rest[0] >= '0' && rest[0] <= '9' ? day_at(rest) : Day{};
        if (day.size == 0) {
            result += html[at++];
            continue;
        }
        whole(rest.substr(0, day.year));
        whole(rest.substr(day.year, day.size - day.year));
        at += day.size;
    }
    return result;
}

// On a screen: sheets of paper in the system's sans-serif. On paper: GB/T 9704-2012. Type area 156 mm × 225 mm with 22
// lines of 28 characters of size 3 (16 pt) 仿宋: a line is 225 mm / 22 = 28.95 pt, and 28 × 16 pt fit into 156 mm only
// with 0.21 pt less between characters. Title size 2 (22 pt) 小标宋; heading levels 黑体, 楷体, 仿宋, 仿宋; page number
// size 4 between dashes, odd pages right, even left. Tables are not in the standard: size 5 (10.5 pt) with a head that
// repeats and rows that are not split. Fonts fall back along domain practice: the standard's own, those of Windows and
// macOS, then the free ones.
std::string style() {
    return "<style>\n" + std::string(base::embedded_styles().front().bytes) + "</style>\n";
}

std::string cell_html(const Cell& cell, std::string_view language) {
    const auto* state = std::get_if<State>(&cell);
    const std::string text = with_whole_dates(html_text(cell_text(cell, language)));
    return state && state->is_late ? "<span class=\"late\">" + text + "</span>" : text;
}

class HtmlWriter {
  public:
    explicit HtmlWriter(const Document& document) : document_(document) {}

    std::string page() {
        out_ =
            "<!DOCTYPE html>\n<html lang=\"" + html_text(document_.language) +
            "\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
            html_text(document_.title) + "</title>\n" + style() + "</head>\n<body>\n<main>\n";
        for (const Section& section : document_.sections) {
            line(section.orientation == Orientation::Landscape ? "<section class=\"wide\">" : "<section>");
            room_ = section.orientation == Orientation::Landscape ? 134 : 84;
            for (const Block& block : section.blocks) std::visit([&](const auto& one) { write(one); }, block);
            line("</section>");
        }
        line("</main>\n</body>\n</html>");
        return std::move(out_);
    }

  private:
    void line(std::string_view text) { (out_ += text) += '\n'; }

    // <name class="…">text</name>
    void element(std::string_view name, std::string_view attributes, std::string_view text) {
        out_ += '<';
        out_ += name;
        out_ += attributes;
        out_ += '>';
        out_ += html_text(text);
        out_ += "</";
        out_ += name;
        out_ += ">";
    }

    void write(const Title& title) {
        element("h1", "", title.text);
        line("");
        if (!title.subtitle.empty()) element("p", " class=\"subtitle\"", title.subtitle), line("");
        if (!document_.dispatch.addressee.empty())
            element("p", " class=\"addressee\"", document_.dispatch.addressee + document_.label_end), line("");
    }

    void write(const Heading& heading) {
        const std::string name = "h" + std::to_string(heading.level + 1);
        out_ += "<" + name + ">";
        if (!heading.number.empty()) element("span", " class=\"number\"", heading.number);
        line(html_text(heading.text) + "</" + name + ">");
    }

    void write(const Paragraph& paragraph) {
        out_ += paragraph.tone == Tone::Note ? "<p class=\"note\">" : "<p>";
        if (!paragraph.label.empty()) element("b", "", paragraph.label + document_.label_end);
        line(html_text(paragraph.text) + "</p>");
    }

    void write(const List& list) {
        line("<ol>");
        int number = 0;
        for (const std::string& item : list.items) {
            out_ += "<li>";
            element("span", " class=\"number\"", ordinal(list.level, ++number, document_.language));
            line(html_text(item) + "</li>");
        }
        line("</ol>");
    }

    static std::string_view align_class(Align align) {
        switch (align) {
            case Align::Left:
                return "";
            case Align::Centre:
                return " class=\"centre\"";
            case Align::Right:
                return " class=\"right\"";
        }
        return "";
    }

    void write(const Table& table) {
        const std::vector<int> widths = column_widths(table, document_.language, room_);
        // A wide table scrolls by itself on a narrow screen; keyboards can reach it.
        line("<div class=\"scroll\" tabindex=\"0\"><table>");
        out_ += "<colgroup>";
        for (const int width : widths) out_ += "<col style=\"width:" + std::to_string(width * 100 / room_) + "%\">";
        line("</colgroup>");
        out_ += "<thead><tr>";
        for (const Column& column : table.columns)
            element("th", std::string(" scope=\"col\"") + std::string(align_class(column.align)), column.header);
        line("</tr></thead>\n<tbody>");
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            const bool is_total = table.has_total && i + 1 == table.rows.size();
            out_ += is_total ? "<tr class=\"total\">" : "<tr>";
            for (std::size_t column = 0; column < table.columns.size(); ++column) {
                out_ += "<td" + std::string(align_class(table.columns[column].align)) + ">";
                out_ += cell_html(table.rows[i][column], document_.language) + "</td>";
            }
            line("</tr>");
        }
        line("</tbody>\n</table></div>");
    }

    void write(const KeyValues& values) {
        line("<div class=\"facts\">");
        if (!values.head.empty()) {
            element("p", " class=\"head\"", values.head);
            line("");
        }
        // On one line: blanks between the clauses would show on paper.
        if (!values.rows.empty()) out_ += "<dl>";
        for (const auto& [label, text] : values.rows) {
            out_ += "<div>";
            element("dt", "", label + document_.label_end);
            element("dd", "", text);
            out_ += "</div>";
        }
        if (!values.rows.empty()) line("</dl>");
        line("</div>");
    }

    void write(const KeyFigures& figures) {
        line("<ul class=\"figures\">");
        for (const KeyFigure& figure : figures.figures) {
            out_ += "<li>";
            element("span", " class=\"label\"", figure.label);
            element("b", "", figure.value);
            if (!figure.note.empty()) element("span", " class=\"note\"", figure.note);
            line("</li>");
        }
        line("</ul>");
    }

    void write(const Closing& closing) {
        line("<div class=\"closing\">");
        for (std::size_t i = 0; i < closing.attachments.size(); ++i) {
            const std::string number = closing.attachments.size() > 1 ? std::to_string(i + 1) + "." : std::string();
            element("p", " class=\"attachment\"",
                    (i == 0 ? document_.label_attachments + document_.label_end : std::string()) + number +
                        closing.attachments[i]);
            line("");
        }
        if (!closing.issuer.empty()) element("p", " class=\"issuer\"", closing.issuer), line("");
        if (!closing.date.empty()) element("p", " class=\"issuer\"", closing.date), line("");
        line("</div>");
    }

    void write(const Signature& signature) {
        if (!signature.title.empty()) {
            element("h2", " class=\"sheet\"", signature.title);
            line("");
            if (!signature.facts.empty()) write(KeyValues{{}, signature.facts});
        }
        line("<table class=\"signature\">");
        out_ += "<thead><tr>";
        for (const std::string& head : document_.signature_heads) element("th", " scope=\"col\"", head);
        line("</tr></thead>\n<tbody>");
        for (const Signature::Line& row : signature.lines) {
            out_ += "<tr>";
            for (const std::string* cell : std::array{&row.role, &row.name, &row.opinion, &row.date})
                element("td", "", *cell);
            line("</tr>");
        }
        line("</tbody>\n</table>");
    }

    const Document& document_;
    std::string out_;
    int room_ = 84;  // half characters of size 5 on a line
};
}  // namespace

std::string html_text(std::string_view text) {
    std::string result;
    for (const char c : printable(text)) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            case '\'':
                result += "&#39;";
                break;
            case '\n':
                result += "<br>";
                break;
            default:
                result += c;
        }
    }
    return result;
}

std::string to_html(const Document& document) {
    return HtmlWriter(document).page();
}

}  // namespace report
