#include "office/sheet_cells.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "office/package.hpp"

namespace office {
namespace {
using report::Number;
using report::Percent;

constexpr std::string_view sheet_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr int first_code = 164;          // formats below are the program's own
constexpr std::size_t most_codes = 150;  // Excel takes about 200
constexpr std::size_t most_digits = 15;
constexpr std::size_t most_units = 32767;
constexpr int days_before_1970 = 25569;  // day 1 is 1900-01-01, and 1900-02-29 counts as one

std::size_t decimals_of(std::string_view digits) {
    const std::size_t point = digits.find('.');
    return point == std::string_view::npos ? 0 : digits.size() - point - 1;
}

// The digits as they are; zeros at the front count little, so this is never too generous.
bool is_exact(std::string_view digits) {
    return static_cast<std::size_t>(std::ranges::count_if(digits, [](char c) { return c >= '0' && c <= '9'; })) <=
           most_digits;
}

std::string code_of(std::string_view digits, bool is_grouped, std::string_view end) {
    std::string code = is_grouped ? "#,##0" : "0";
    if (const std::size_t decimals = decimals_of(digits); decimals > 0) code += "." + std::string(decimals, '0');
    return code.append(end);
}

// A unit inside a format stands in quotes, and nothing escapes there.
bool is_plain_unit(std::string_view unit) {
    return unit.size() <= 60 && unit.find_first_of("\"\n\\") == std::string_view::npos;
}

bool is_escape(std::string_view text) {
    if (text.size() < 7 || !text.starts_with("_x") || text[6] != '_') return false;
    return std::ranges::all_of(text.substr(2, 4), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

const char* sheet_font(std::string_view language) {
    return language == "zh-Hant" ? "新細明體" : report::is_chinese(language) ? "宋体" : "Arial";
}

void write_fonts_of_looks(pugi::xml_node root, const std::string& name) {
    pugi::xml_node fonts = child(root, "fonts", "count", std::to_string(cell_looks));
    for (int look = 0; look < cell_looks; ++look) {
        pugi::xml_node font = child(fonts, "font");
        const auto is = static_cast<CellLook>(look);
        if (is == CellLook::Head || is == CellLook::Total) child(font, "b");
        child(font, "sz", "val", "11");
        if (is == CellLook::Late) child(font, "color", "rgb", "FFC00000");
        child(font, "name", "val", name);
    }
}
}  // namespace

std::string cell_string(std::string_view text) {
    const std::string clean = report::printable(text);
    std::string out;
    std::size_t units = 0;
    for (std::size_t at = 0; at < clean.size();) {
        const bool is_code = is_escape(std::string_view(clean).substr(at));
        const std::size_t from = at;
        const char32_t c = base::next_code_point(clean, at);
        units += (c >= 0x10000 ? 2 : 1) + (is_code ? 6 : 0);
        if (units > most_units) break;
        if (is_code) out += "_x005F";
        out.append(clean, from, at - from);
    }
    return out;
}

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

int CellForms::form(const std::string& code, CellLook look) {
    auto found = std::ranges::find(codes_, code);
    if (found == codes_.end()) found = codes_.insert(codes_.end(), code);
    return static_cast<int>(found - codes_.begin()) * cell_looks + static_cast<int>(look);
}

void CellForms::write(pugi::xml_node row, const std::string& place, const report::Cell& cell, CellLook look,
                      bool shared_unit) {
    std::string value, code;
    if (const auto* number = std::get_if<Number>(&cell)) {
        const bool has_unit = !shared_unit && !number->unit.empty();
        if (is_exact(number->digits) && codes_.size() < most_codes && (!has_unit || is_plain_unit(number->unit))) {
            value = number->digits;
            const std::string unit = report::printable(number->unit);
            code = code_of(number->digits, number->is_grouped, has_unit ? "\" " + unit + "\"" : "");
        }
    } else if (const auto* percent = std::get_if<Percent>(&cell)) {
        if (is_exact(percent->digits)) {
            value = percent->digits + "E-2";  // the decimal point moves without a computation that could round
            code = code_of(percent->digits, false, "%");
        }
    } else if (const auto* day = std::get_if<base::Date>(&cell)) {
        // Before March 1900 spreadsheets disagree by a day.
        if (*day && day->days() + days_before_1970 > 60) {
            value = std::to_string(day->days() + days_before_1970);
            code = report::is_chinese(language_) ? "yyyy\"年\"m\"月\"d\"日\"" : "yyyy-mm-dd";
        }
    } else if (const auto* state = std::get_if<report::State>(&cell)) {
        if (state->is_late && look == CellLook::Body) look = CellLook::Late;
    }
    pugi::xml_node one = child(row, "c", "r", place);
    set(one, "s", form(code.empty() ? "General" : code, look));
    if (!value.empty()) return text_child(one, "v", value);
    const std::string text = cell_string(report::cell_text(cell, language_));
    if (text.empty()) return;
    set(one, "t", std::string("inlineStr"));
    text_child(child(one, "is"), "t", text);
}

void CellForms::write_styles(pugi::xml_document& xml) const {
    pugi::xml_node root = child(xml, "styleSheet", "xmlns", std::string(sheet_namespace));
    if (codes_.size() > 1) {
        pugi::xml_node formats = child(root, "numFmts", "count", std::to_string(codes_.size() - 1));
        for (std::size_t i = 1; i < codes_.size(); ++i) {
            pugi::xml_node one = child(formats, "numFmt", "numFmtId", std::to_string(first_code + static_cast<int>(i)));
            set(one, "formatCode", codes_[i]);
        }
    }
    write_fonts_of_looks(root, sheet_font(language_));
    pugi::xml_node fills = child(root, "fills", "count", "3");
    for (const char* pattern : {"none", "gray125", "solid"})  // the first two are fixed
        child(child(fills, "fill"), "patternFill", "patternType", pattern);
    child(fills.last_child().first_child(), "fgColor", "rgb", "FFE7ECF1");
    pugi::xml_node borders = child(root, "borders", "count", "2");
    for (const bool has_line : {false, true}) {
        pugi::xml_node border = child(borders, "border");
        for (const char* side : {"left", "right", "top", "bottom", "diagonal"}) {
            pugi::xml_node line = child(border, side);
            if (!has_line || std::string_view(side) == "diagonal") continue;
            set(line, "style", std::string("thin"));
            child(line, "color", "rgb", "FFBFC7CF");
        }
    }
    pugi::xml_node named = child(child(root, "cellStyleXfs", "count", "1"), "xf", "numFmtId", "0");
    set(named, "fontId", 0LL), set(named, "fillId", 0LL), set(named, "borderId", 0LL);
    pugi::xml_node forms = child(root, "cellXfs", "count", std::to_string(codes_.size() * cell_looks));
    for (std::size_t i = 0; i < codes_.size(); ++i)
        for (int look = 0; look < cell_looks; ++look) {
            const bool is_head = static_cast<CellLook>(look) == CellLook::Head;
            const int code = i == 0 ? 0 : first_code + static_cast<int>(i);
            pugi::xml_node one = child(forms, "xf", "numFmtId", std::to_string(code));
            set(one, "fontId", look), set(one, "fillId", is_head ? 2 : 0), set(one, "borderId", 1),
                set(one, "xfId", 0LL);
            for (const char* applied : {"applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment"})
                set(one, applied, 1);
            pugi::xml_node alignment = child(one, "alignment", "vertical", is_head ? "center" : "top");
            set(alignment, "wrapText", 1);
        }
    pugi::xml_node style = child(child(root, "cellStyles", "count", "1"), "cellStyle", "name", "Normal");
    set(style, "xfId", 0LL), set(style, "builtinId", 0LL);
}

}  // namespace office
