#include "office/word_tables.hpp"

#include <array>

#include "office/package.hpp"
#include "office/word_parts.hpp"
#include "report/table_layout.hpp"

namespace office {
namespace {
const report::Mark no_mark;

const char* align_name(report::Align align) {
    return align == report::Align::Right ? "right" : align == report::Align::Centre ? "center" : "left";
}
}  // namespace

std::vector<int> WordTables::twips(const std::vector<int>& shares) const {
    int total = 0, given = 0;
    for (const int share : shares) total += share;
    std::vector<int> widths;
    for (const int share : shares) {
        widths.push_back(static_cast<int>(static_cast<long long>(width_) * share / std::max(1, total)));
        given += widths.back();
    }
    if (!widths.empty()) widths.back() += width_ - given;
    return widths;
}

pugi::xml_node WordTables::table(const std::vector<int>& widths) {
    pugi::xml_node one = child(body_, "w:tbl");
    pugi::xml_node form = child(one, "w:tblPr");
    pugi::xml_node width = child(form, "w:tblW", "w:w", std::to_string(width_));
    set(width, "w:type", std::string("dxa"));
    pugi::xml_node borders = child(form, "w:tblBorders");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
        pugi::xml_node border = child(borders, side, "w:val", "single");
        set(border, "w:sz", 4LL), set(border, "w:space", 0LL), set(border, "w:color", std::string("000000"));
    }
    child(form, "w:tblLayout", "w:type", "fixed");
    pugi::xml_node margins = child(form, "w:tblCellMar");
    for (const auto& [side, twips] :
         {std::pair("w:top", 30), std::pair("w:left", 60), std::pair("w:bottom", 30), std::pair("w:right", 60)})
        set(child(margins, side, "w:w", std::to_string(twips)), "w:type", std::string("dxa"));
    pugi::xml_node grid = child(one, "w:tblGrid");
    for (const int each : widths) child(grid, "w:gridCol", "w:w", std::to_string(each));
    return one;
}

pugi::xml_node WordTables::row(pugi::xml_node table, bool is_head, int height_twips) {
    pugi::xml_node one = child(table, "w:tr");
    pugi::xml_node form = child(one, "w:trPr");
    child(form, "w:cantSplit");
    if (height_twips > 0)
        set(child(form, "w:trHeight", "w:val", std::to_string(height_twips)), "w:hRule", std::string("atLeast"));
    if (is_head) child(form, "w:tblHeader");
    return one;
}

pugi::xml_node WordTables::cell(pugi::xml_node row, int width, const CellForm& form) {
    pugi::xml_node one = child(row, "w:tc");
    pugi::xml_node properties = child(one, "w:tcPr");
    set(child(properties, "w:tcW", "w:w", std::to_string(width)), "w:type", std::string("dxa"));
    if (form.span > 1) child(properties, "w:gridSpan", "w:val", std::to_string(form.span));
    child(properties, "w:vAlign", "w:val", "center");
    pugi::xml_node line = WordText::paragraph(one, form.is_head ? style_cell_head : style_cell);
    if (form.align != report::Align::Left) WordText::align(line, align_name(form.align));
    return line;
}

void WordTables::after() {
    pugi::xml_node one = WordText::paragraph(body_, style_plain);
    child(one.child("w:pPr"), "w:snapToGrid", "w:val", "0");
    pugi::xml_node spacing = child(one.child("w:pPr"), "w:spacing", "w:line", "160");
    set(spacing, "w:lineRule", std::string("exact"));
}

void WordTables::write(const report::Table& table_of) {
    const int half_characters = static_cast<int>(width_ / 20 / (style_.table.points / 2));
    const std::vector<int> widths = twips(report::column_widths(table_of, document_.language, half_characters));
    pugi::xml_node one = table(widths);
    pugi::xml_node head = row(one, true);
    for (std::size_t i = 0; i < widths.size(); ++i)
        text_.run(cell(head, widths[i], {report::Align::Left, true}), table_of.columns[i].header);
    for (std::size_t r = 0; r < table_of.rows.size(); ++r) {
        const bool is_total = table_of.has_total && r + 1 == table_of.rows.size();
        pugi::xml_node line = row(one, false);
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const auto mark = table_of.marks.find({r, i});
            pugi::xml_node place = cell(line, widths[i], {table_of.columns[i].align, is_total});
            text_.marked(place, report::cell_text(table_of.rows[r][i], document_.language),
                         mark == table_of.marks.end() ? no_mark : mark->second);
        }
    }
    after();
}

void WordTables::write(const report::KeyValues& values) {
    int labels = 8;
    for (const auto& [label, value] : values.rows) labels = std::max(labels, report::display_width(label) + 2);
    const int total = static_cast<int>(width_ / 20 / (style_.table.points / 2));
    labels = std::min(labels, total / 3);
    const std::vector<int> widths = twips({labels, total - labels});
    pugi::xml_node one = table(widths);
    if (!values.head.empty()) {
        pugi::xml_node place = cell(row(one, false), width_, {report::Align::Left, true, 2});
        WordText::align(place, "left");
        if (!values.rows.empty()) WordText::keep_next(place);
        text_.marked(place, values.head, values.head_mark);
    }
    for (std::size_t i = 0; i < values.rows.size(); ++i) {
        pugi::xml_node line = row(one, false);
        text_.run(cell(line, widths[0], {}), values.rows[i].first);
        text_.marked(cell(line, widths[1], {}), values.rows[i].second,
                     i < values.marks.size() ? values.marks[i] : no_mark);
    }
    if (!one.child("w:tr")) body_.remove_child(one);
    after();
}

void WordTables::write(const report::KeyFigures& figures) {
    constexpr std::size_t columns = 3;
    if (figures.figures.empty()) return;
    const std::vector<int> widths = twips({1, 1, 1});
    pugi::xml_node one = table(widths);
    for (std::size_t at = 0; at < figures.figures.size(); at += columns) {
        pugi::xml_node line = row(one, false);
        for (std::size_t i = at; i < at + columns; ++i) {
            const report::KeyFigure figure = i < figures.figures.size() ? figures.figures[i] : report::KeyFigure{};
            pugi::xml_node place = cell(line, widths[i - at], {report::Align::Centre});
            text_.run(place, figure.label);
            for (const std::string* text : {&figure.value, &figure.note}) {
                if (text == &figure.note && text->empty()) continue;
                pugi::xml_node next =
                    WordText::paragraph(place.parent(), text == &figure.value ? style_cell_head : style_cell);
                if (text == &figure.note) WordText::align(next, "center");
                text_.run(next, *text);
            }
        }
    }
    after();
}

void WordTables::write(const report::Signature& signature) {
    const std::vector<int> widths = twips({16, 18, 40, 22});
    if (!signature.facts.empty()) {
        const std::vector<int> pair = twips({16, 80});
        pugi::xml_node facts = table(pair);
        for (const auto& [label, value] : signature.facts) {
            pugi::xml_node line = row(facts, false, 560);
            text_.run(cell(line, pair[0], {report::Align::Left, true}), label);
            text_.run(cell(line, pair[1], {}), value);
        }
        after();
    }
    pugi::xml_node one = table(widths);
    pugi::xml_node head = row(one, true, 560);
    for (std::size_t i = 0; i < widths.size(); ++i)
        text_.run(cell(head, widths[i], {report::Align::Left, true}),
                  i < document_.signature_heads.size() ? document_.signature_heads[i] : std::string());
    for (const report::Signature::Line& who : signature.lines) {
        pugi::xml_node line = row(one, false, signature.title.empty() ? 900 : 1700);
        const std::array texts{&who.role, &who.name, &who.opinion, &who.date};
        for (std::size_t i = 0; i < widths.size(); ++i) text_.run(cell(line, widths[i], {}), *texts[i]);
    }
    after();
}

void WordTables::imprint(const std::string& copies, const std::string& printed_by, const std::string& printed_on) {
    const std::vector<int> widths = twips({1, 1});
    pugi::xml_node one = table(widths);
    pugi::xml_node borders = one.child("w:tblPr").child("w:tblBorders");
    for (const char* side : {"w:left", "w:right", "w:insideV"}) borders.child(side).attribute("w:val").set_value("nil");
    for (const char* side : {"w:top", "w:bottom"}) borders.child(side).attribute("w:sz").set_value("8");
    borders.child("w:insideH").attribute("w:sz").set_value("6");
    const Face face{style_.small.font, 0};
    if (!copies.empty()) text_.run(cell(row(one, false), width_, {report::Align::Left, false, 2}), copies, &face);
    pugi::xml_node line = row(one, false);
    text_.run(cell(line, widths[0], {}), printed_by, &face);
    text_.run(cell(line, widths[1], {report::Align::Right}), printed_on, &face);
    after();
}

}  // namespace office
