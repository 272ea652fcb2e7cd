// office/book_reading.hpp: a workbook of whomever as the texts of its cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace office {

struct BookSheet {
    std::string name;
    std::vector<std::vector<std::string>> rows;  // without those that hold nothing; they may differ in length
    std::vector<std::size_t> numbers;            // of the rows as the sheet counts them, from 1, ascending
};

inline constexpr std::size_t book_cells_limit = 500'000;  // of all sheets, blank ones before filled ones counted in
inline constexpr std::size_t book_columns_limit = 256;    // what stands further right is left out

// Texts are what the cells hold, not how they look: numbers plain with up to 15 digits, days as 2026-03-05, moments as
// 2026-03-05 09:30 (of both systems, from 1900 and from 1904), percentages with their sign, formulas as what was last
// computed, faults as nothing. Cells merged downwards say their text in each row. Hidden sheets are left out.
// Errors: those of Opened; "office-part-missing" (it is no workbook); "office-too-many-cells" (detail: the limit).
base::Result<std::vector<BookSheet>> read_book(std::string_view file);

// A number with a format code: "46086", "yyyy/m/d" → 2026-03-05.
std::string cell_number(std::string_view digits, std::string_view code, bool from_1904);

}  // namespace office
