// office/sheet_cells.hpp: values of a workbook's cells with their types, and the forms in which they show.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "report/document.hpp"

namespace office {

enum class CellLook : std::uint8_t { Body, Head, Total, Late };
inline constexpr int cell_looks = 4;

// The forms that the cells of one workbook have, each once: a number format with a look.
class CellForms {
  public:
    explicit CellForms(std::string language) : language_(std::move(language)) {}

    // Writes <c> at the place ("B2"). `shared_unit`: the column's head says the unit of its numbers. A number that the
    // 15 digits of a spreadsheet would round, or whose unit no format can carry, stays the text that people read.
    void write(pugi::xml_node row, const std::string& place, const report::Cell& cell, CellLook look, bool shared_unit);
    // xl/styles.xml of the forms that were asked for.
    void write_styles(pugi::xml_document& xml) const;

  private:
    int form(const std::string& code, CellLook look);

    std::string language_;
    std::vector<std::string> codes_{"General"};  // of numbers; each has a form with every look
};

// A text as cells hold it: printable, at most the 32,767 UTF-16 units that a cell takes, "_x0041_" not read as "A".
std::string cell_string(std::string_view text);
std::string column_letters(std::size_t column);  // 0: A, 26: AA

}  // namespace office
