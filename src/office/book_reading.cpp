#include "office/book_reading.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>

#include "base/date.hpp"
#include "base/text.hpp"
#include "office/opened.hpp"

namespace office {
namespace {

// The text with what people write between quotes, brackets and behind backslashes taken out.
std::string bare_code(std::string_view code) {
    std::string bare;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
            ++i;
        } else if (code[i] == '"' || code[i] == '[') {
            const std::size_t end = code.find(code[i] == '"' ? '"' : ']', i + 1);
            if (end == std::string_view::npos) break;
            i = end;
        } else if (code[i] == ';') {
            break;  // other forms for negative numbers
        } else {
            bare += code[i];
        }
    }
    return bare;
}

enum class CodeKind : std::uint8_t { Plain, Day, Percent };
CodeKind kind_of_code(std::string_view code) {
    const std::string bare = base::to_lower_ascii(bare_code(code));
    if (bare == "general" || bare == "@") return CodeKind::Plain;
    if (bare.find('%') != std::string::npos) return CodeKind::Percent;
    const bool has_digits = bare.find_first_of("0#?") != std::string::npos;
    return !has_digits && bare.find_first_of("ymdhs") != std::string::npos ? CodeKind::Day : CodeKind::Plain;
}

// The codes that files do not spell out (ISO/IEC 29500-1, 18.8.30, and those of Chinese programs).
std::string builtin_code(int id) {
    if (id == 9 || id == 10) return "0%";
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58)
        return "yyyy-mm-dd";
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56)
        return "h:mm";
    return id == 22 ? "yyyy-mm-dd h:mm" : "General";
}

std::string two_digits(long long number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

// Word and Excel write characters that XML cannot hold as _x000D_.
std::string without_escapes(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i, 7);
        unsigned value = 0;
        bool is_code = rest.size() == 7 && rest.starts_with("_x") && rest[6] == '_';
        for (std::size_t k = 2; k < 6 && is_code; ++k) {
            const char c = rest[k];
            const int digit = c >= '0' && c <= '9'   ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            is_code = digit >= 0;
            value = value * 16 + static_cast<unsigned>(std::max(0, digit));
        }
        if (!is_code) {
            plain += text[i];
            continue;
        }
        if (value < 0xD800 || value > 0xDFFF) base::append_code_point(plain, value);
        i += 6;
    }
    return clean_text(plain);
}

// Of <si> or <is>: runs together, readings of characters left out.
std::string string_of(pugi::xml_node node) {
    std::string text;
    for (const pugi::xml_node part : node.children()) {
        if (is(part, "t")) text += part.child_value();
        if (is(part, "r")) text += child_of(part, "t").child_value();
    }
    return without_escapes(text);
}

struct CellPlace {
    std::size_t column = 0, row = 0;  // column from 0, row from 1; 0: not said
};
CellPlace place_of(std::string_view text) {
    CellPlace place;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && at < 4; ++at)
        place.column = place.column * 26 + static_cast<std::size_t>(text[at] - 'A' + 1);
    place.row = static_cast<std::size_t>(std::max(0, number_of(text.substr(at), 0)));
    if (place.column == 0) return {};
    --place.column;
    return place;
}

class BookReader {
  public:
    explicit BookReader(const Opened& file) : file_(file) {}

    base::Result<std::vector<BookSheet>> read() {
        std::string main = file_.related("", "officeDocument");
        if (main.empty()) main = "xl/workbook.xml";
        pugi::xml_document book;
        if (const auto done = file_.read(main, book); !done) return done.error();
        const pugi::xml_node root = book.document_element();
        if (!is(root, "workbook")) return base::Error{"office-part-missing", "xl/workbook.xml", {}};
        from_1904_ = attribute_of(child_of(root, "workbookPr"), "date1904") == "1" ||
                     attribute_of(child_of(root, "workbookPr"), "date1904") == "true";
        read_strings(file_.related(main, "sharedStrings"));
        read_forms(file_.related(main, "styles"));
        const auto relations = file_.relations(main);
        std::vector<BookSheet> sheets;
        for (const pugi::xml_node node : child_of(root, "sheets").children()) {
            if (!attribute_of(node, "state").empty() && attribute_of(node, "state") != "visible") continue;
            // Its attribute "id" is the relation's; "sheetId" is another.
            const std::string id = attribute_of(node, "id");
            const auto found = std::ranges::find(relations, id, &Opened::Relation::id);
            if (found == relations.end() || found->kind != "worksheet") continue;
            BookSheet sheet;
            sheet.name = clean_text(attribute_of(node, "name"));
            if (const auto done = read_sheet(found->target, sheet); !done) return done.error();
            sheets.push_back(std::move(sheet));
        }
        return sheets;
    }

  private:
    void read_strings(const std::string& part) {
        pugi::xml_document xml;
        if (part.empty() || !file_.read(part, xml)) return;
        for (const pugi::xml_node node : xml.document_element().children())
            if (is(node, "si")) strings_.push_back(string_of(node));
    }

    void read_forms(const std::string& part) {
        pugi::xml_document xml;
        if (part.empty() || !file_.read(part, xml)) return;
        const pugi::xml_node root = xml.document_element();
        std::map<int, std::string> codes;
        for (const pugi::xml_node node : child_of(root, "numFmts").children())
            codes[number_of(attribute_of(node, "numFmtId"), -1)] = attribute_of(node, "formatCode");
        for (const pugi::xml_node node : child_of(root, "cellXfs").children()) {
            const int id = number_of(attribute_of(node, "numFmtId"), 0);
            const auto code = codes.find(id);
            forms_.push_back(code == codes.end() ? builtin_code(id) : code->second);
        }
    }

    std::string text_of_cell(pugi::xml_node node) const {
        const std::string type = attribute_of(node, "t");
        const std::string_view value = child_of(node, "v").child_value();
        if (type == "s") {
            const int index = number_of(base::trim(value), -1);
            return index >= 0 && static_cast<std::size_t>(index) < strings_.size()
                       ? strings_[static_cast<std::size_t>(index)]
                       : std::string();
        }
        if (type == "inlineStr") return string_of(child_of(node, "is"));
        if (type == "str") return without_escapes(value);
        if (type == "e") return {};
        if (type == "b") return value == "1" ? "是" : "否";
        if (type == "d") return clean_text(value);
        const auto form = static_cast<std::size_t>(std::max(0, number_of(attribute_of(node, "s"), 0)));
        return cell_number(base::trim(value),
                           form < forms_.size() ? std::string_view(forms_[form]) : std::string_view(), from_1904_);
    }

    base::Status read_sheet(const std::string& part, BookSheet& sheet) {
        const base::Error too_many{"office-too-many-cells", {}, std::to_string(book_cells_limit)};
        pugi::xml_document xml;
        if (const auto done = file_.read(part, xml); !done) return done.error();
        const pugi::xml_node root = xml.document_element();
        std::size_t number = 0;
        for (const pugi::xml_node line : child_of(root, "sheetData").children()) {
            if (!is(line, "row")) continue;
            number =
                static_cast<std::size_t>(std::max(number_of(attribute_of(line, "r"), 0), static_cast<int>(number) + 1));
            std::vector<std::string> row;
            std::size_t column = 0;
            for (const pugi::xml_node node : line.children()) {
                if (!is(node, "c")) continue;
                if (const CellPlace place = place_of(attribute_of(node, "r")); place.row > 0) column = place.column;
                if (column >= book_columns_limit) continue;
                std::string text = text_of_cell(node);
                if (!base::is_blank(text)) {
                    if (row.size() <= column) row.resize(column + 1);
                    row[column] = std::move(text);
                }
                ++column;
            }
            if (row.empty()) continue;
            cells_ += row.size();
            if (cells_ > book_cells_limit) return too_many;
            sheet.rows.push_back(std::move(row));
            sheet.numbers.push_back(number);
        }
        for (const pugi::xml_node node : child_of(root, "mergeCells").children()) {
            const std::string area = attribute_of(node, "ref");
            const std::size_t colon = area.find(':');
            if (colon == std::string::npos) continue;
            const CellPlace first = place_of(std::string_view(area).substr(0, colon)),
                            last = place_of(std::string_view(area).substr(colon + 1));
            if (first.column >= book_columns_limit || first.row == 0) continue;
            const auto begin = std::ranges::lower_bound(sheet.numbers, first.row);
            if (begin == sheet.numbers.end() || *begin != first.row) continue;
            auto at = static_cast<std::size_t>(begin - sheet.numbers.begin());
            if (first.column >= sheet.rows[at].size()) continue;
            const std::string text = sheet.rows[at][first.column];
            for (++at; at < sheet.rows.size() && sheet.numbers[at] <= last.row && !text.empty(); ++at) {
                std::vector<std::string>& row = sheet.rows[at];
                if ((cells_ += 1 + text.size() / 64) > book_cells_limit * 4) return too_many;
                if (row.size() <= first.column) row.resize(first.column + 1);
                if (row[first.column].empty()) row[first.column] = text;
            }
        }
        return base::Done{};
    }

    const Opened& file_;
    bool from_1904_ = false;
    std::vector<std::string> strings_, forms_;
    std::size_t cells_ = 0;
};

}  // namespace

std::string cell_number(std::string_view digits, std::string_view code, bool from_1904) {
    const std::string text = clean_text(digits);
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (text.empty() || end != text.c_str() + text.size() || !std::isfinite(value)) return text;
    const CodeKind kind = kind_of_code(code);
    if (kind == CodeKind::Day && value >= 0 && value < 2958466) {
        const auto minutes = static_cast<long long>(std::llround((value - std::floor(value)) * 1440));
        auto day = static_cast<long long>(std::floor(value)) + minutes / 1440;
        const std::string time = two_digits(minutes % 1440 / 60) + ":" + two_digits(minutes % 60);
        if (day == 0 && !from_1904) return time;
        day -= from_1904 ? 24107 : day > 60 ? 25569 : 25568;  // 1900-02-29, which never was, is day 60
        const std::string iso = base::Date::from_days(static_cast<std::int32_t>(day)).iso();
        return minutes % 1440 == 0 ? iso : iso + " " + time;
    }
    std::array<char, 48> plain{};
    const bool is_percent = kind == CodeKind::Percent;
    const double shown = is_percent ? value * 100 : value;
    const bool is_long = std::abs(shown) >= 1e15 && std::abs(shown) < 1e21;
    std::snprintf(plain.data(), plain.size(), is_long ? "%.0f" : "%.15g", shown);
    return std::string(plain.data()) + (is_percent ? "%" : "");
}

base::Result<std::vector<BookSheet>> read_book(std::string_view file) {
    const auto opened = Opened::open(file);
    if (!opened) return opened.error();
    return BookReader(*opened).read();
}

}  // namespace office
