#include "office/xlsx.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "office/package.hpp"
#include "office/sheet_cells.hpp"
#include "office/word_parts.hpp"
#include "report/table_layout.hpp"

namespace office {
namespace {
using report::Table;

constexpr const char* sheet_xml_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::size_t longest_name = 31;  // UTF-16 units
constexpr int narrowest = 6, widest = 48;

struct Sheet {
    std::string name;
    const Table* table;
};

// What Excel takes as a sheet's name, at most so many UTF-16 units of it.
std::string sheet_name(std::string_view text, std::size_t most) {
    std::string clean = report::printable(text), name;
    for (char& c : clean)
        if (std::string_view("[]:*?/\\\n'").find(c) != std::string_view::npos) c = ' ';
    const std::string_view words = base::trim(clean);
    std::size_t units = 0;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t from = at;
        units += base::next_code_point(words, at) >= 0x10000 ? 2 : 1;
        if (units > most) break;
        name.append(words.substr(from, at - from));
    }
    return std::string(base::trim(name));
}

// Names differ in more than the case of letters, and "History" is Excel's own.
class SheetNames {
  public:
    std::string next(std::string_view wanted) {
        for (int number = 1;; ++number) {
            const std::string end = number == 1 ? "" : " " + std::to_string(number);
            std::string name = sheet_name(wanted, longest_name - end.size()) + end;
            name = base::trim(name);
            if (!name.empty() && taken_.insert(base::to_lower_ascii(name)).second) return name;
        }
    }

  private:
    std::set<std::string> taken_{"history"};
};

std::vector<Sheet> sheets_of(const report::Document& document, std::string_view only) {
    std::vector<Sheet> sheets;
    SheetNames names;
    std::string_view heading = document.title;
    for (const report::Section& section : document.sections)
        for (const report::Block& block : section.blocks) {
            if (const auto* head = std::get_if<report::Heading>(&block)) heading = head->text;
            if (const auto* title = std::get_if<report::Title>(&block)) heading = title->text;
            const auto* table = std::get_if<Table>(&block);
            if (!table || table->columns.empty() || (!only.empty() && table->name != only)) continue;
            sheets.push_back({names.next(heading), table});
        }
    return sheets;
}

std::string cell_place(std::size_t column, std::size_t row) {
    return column_letters(column) + std::to_string(row + 1);
}

// The record that the row is about: that of its first field.
std::string row_id(const Table& table, std::size_t row) {
    const auto mark = table.marks.lower_bound({row, 0});
    return mark != table.marks.end() && mark->first.first == row ? mark->second.row : std::string();
}

int sheet_column_width(const Table& table, std::size_t column, const std::string& head, std::string_view language) {
    int width = std::max(narrowest, report::display_width(head) + 2);  // room for the arrow of the filter
    for (const auto& row : table.rows) {
        const std::string text = report::cell_text(row[column], language);
        for (const std::string_view line : base::split(text, '\n'))
            width = std::max(width, std::min(widest, report::display_width(line)));
    }
    return std::min(widest, width) + 2;
}

class SheetWriter {
  public:
    SheetWriter(const Table& table, CellForms& forms, std::string_view language)
        : table_(table), forms_(forms), language_(language), has_ids_(!table.marks.empty()) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            units_.push_back(report::common_unit(table, i));
            heads_.push_back(table.columns[i].header);
            if (units_[i] && !units_[i]->empty()) heads_[i] += "/" + *units_[i];
        }
    }

    // Where the filter reaches: a total stays at the end.
    [[nodiscard]] std::string last_place() const {
        return cell_place(heads_.size() - (has_ids_ ? 0 : 1), table_.rows.size() - (table_.has_total ? 1 : 0));
    }

    void write(pugi::xml_document& xml) {
        pugi::xml_node root = child(xml, "worksheet", "xmlns", std::string(sheet_xml_namespace));
        child(child(root, "sheetPr"), "pageSetUpPr", "fitToPage", "1");
        pugi::xml_node pane =
            child(child(child(root, "sheetViews"), "sheetView", "workbookViewId", "0"), "pane", "ySplit", "1");
        set(pane, "topLeftCell", std::string("A2")), set(pane, "activePane", std::string("bottomLeft"));
        set(pane, "state", std::string("frozen"));
        columns(root);
        pugi::xml_node data = child(root, "sheetData");
        head(data);
        for (std::size_t i = 0; i < table_.rows.size(); ++i) row(data, i);
        child(root, "autoFilter", "ref", "A1:" + last_place());
        validations(root);
        pugi::xml_node margins = child(root, "pageMargins", "left", "0.5");
        for (const char* side : {"right", "top", "bottom", "header", "footer"}) set(margins, side, std::string("0.5"));
        pugi::xml_node page = child(root, "pageSetup", "paperSize", "9");  // A4
        set(page, "orientation", std::string("landscape")), set(page, "fitToWidth", 1), set(page, "fitToHeight", 0LL);
    }

  private:
    void columns(pugi::xml_node root) {
        pugi::xml_node list = child(root, "cols");
        for (std::size_t i = 0; i < heads_.size() + (has_ids_ ? 1 : 0); ++i) {
            const bool is_id = i == heads_.size();
            pugi::xml_node one = child(list, "col", "min", std::to_string(i + 1));
            set(one, "max", static_cast<long long>(i + 1));
            set(one, "width", is_id ? 12 : sheet_column_width(table_, i, heads_[i], language_));
            set(one, "customWidth", 1);
            if (is_id) set(one, "hidden", 1);
        }
    }

    void head(pugi::xml_node data) {
        pugi::xml_node line = child(data, "row", "r", "1");
        for (std::size_t i = 0; i < heads_.size(); ++i)
            forms_.write(line, cell_place(i, 0), heads_[i], CellLook::Head, true);
        if (has_ids_) forms_.write(line, cell_place(heads_.size(), 0), std::string("id"), CellLook::Head, true);
    }

    void row(pugi::xml_node data, std::size_t at) {
        const bool is_total = table_.has_total && at + 1 == table_.rows.size();
        const CellLook look = is_total ? CellLook::Total : CellLook::Body;
        pugi::xml_node line = child(data, "row", "r", std::to_string(at + 2));
        for (std::size_t i = 0; i < heads_.size(); ++i)
            forms_.write(line, cell_place(i, at + 1), table_.rows[at][i], look, units_[i].has_value());
        if (has_ids_) forms_.write(line, cell_place(heads_.size(), at + 1), row_id(table_, at), look, true);
    }

    void validations(pugi::xml_node root) {
        std::string places;
        const std::size_t rows = table_.rows.size() - (table_.has_total ? 1 : 0);
        for (std::size_t i = 0; i < heads_.size() && rows > 0; ++i)
            if (std::ranges::all_of(table_.rows,
                                    [&](const auto& row) {
                                        return std::holds_alternative<base::Date>(row[i]) ||
                                               report::cell_text(row[i]).empty();
                                    }) &&
                std::ranges::any_of(table_.rows, [&](const auto& row) {
                    return std::holds_alternative<base::Date>(row[i]) && !report::cell_text(row[i]).empty();
                }))
                places += (places.empty() ? "" : " ") + cell_place(i, 1) + ":" + cell_place(i, rows);
        if (places.empty()) return;
        pugi::xml_node one = child(child(root, "dataValidations", "count", "1"), "dataValidation", "type", "date");
        set(one, "operator", std::string("greaterThan")), set(one, "allowBlank", 1);
        set(one, "showErrorMessage", 1), set(one, "sqref", places);
        text_child(one, "formula1", "60");  // 1900-03-01 and later
    }

    const Table& table_;
    CellForms& forms_;
    std::string_view language_;
    std::vector<std::optional<std::string>> units_;
    std::vector<std::string> heads_;
    bool has_ids_;
};

void defined_name(pugi::xml_node list, const char* name, std::size_t sheet, const std::string& place, bool is_hidden) {
    pugi::xml_node one = child(list, "definedName", "name", name);
    set(one, "localSheetId", static_cast<long long>(sheet));
    if (is_hidden) set(one, "hidden", 1);
    one.append_child(pugi::node_pcdata).set_value(place.c_str());
}

// "AB12" → "$AB$12"
std::string fixed_place(const std::string& place) {
    const std::size_t digit = place.find_first_of("0123456789");
    return "$" + place.substr(0, digit) + "$" + place.substr(digit);
}
}  // namespace

base::Result<std::string> to_xlsx(const report::Document& document, std::string_view only, base::Moment time) {
    constexpr std::string_view type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    constexpr std::string_view main = "xl/workbook.xml";
    const std::vector<Sheet> sheets = sheets_of(document, only);
    if (sheets.empty()) return base::Error{"table-missing", std::string(only), {}};
    Package package;
    pugi::xml_document book, styles, core, custom;
    pugi::xml_node root = child(book, "workbook", "xmlns", std::string(sheet_xml_namespace));
    set(root, "xmlns:r", std::string("http://schemas.openxmlformats.org/officeDocument/2006/relationships"));
    pugi::xml_node list = child(root, "sheets"), names = child(root, "definedNames");
    CellForms forms(document.language);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        SheetWriter writer(*sheets[i].table, forms, document.language);
        pugi::xml_document sheet;
        writer.write(sheet);
        pugi::xml_node one = child(list, "sheet", "name", sheets[i].name);
        const std::string number = std::to_string(i + 1);
        set(one, "sheetId", number);
        set(one, "r:id",
            package.add(main, "xl/worksheets/sheet" + number + ".xml", std::string(type) + "worksheet+xml",
                        relation("worksheet"), sheet));
        const std::string quoted = "'" + sheets[i].name + "'!";
        defined_name(names, "_xlnm._FilterDatabase", i, quoted + "$A$1:" + fixed_place(writer.last_place()), true);
        defined_name(names, "_xlnm.Print_Titles", i, quoted + "$1:$1", false);
    }
    forms.write_styles(styles);
    package.add(main, "xl/styles.xml", std::string(type) + "styles+xml", relation("styles"), styles);
    package.add("", std::string(main), std::string(type) + "sheet.main+xml", relation("officeDocument"), book);
    write_core_properties(core, document, time);
    package.add("", "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", core);
    write_custom_properties(custom, document);
    package.add("", "docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml",
                relation("custom-properties"), custom);
    return package.bytes(time);
}

}  // namespace office
