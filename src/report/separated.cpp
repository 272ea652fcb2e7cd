#include "report/separated.hpp"

#include "report/table_layout.hpp"

namespace report {
namespace {

// Spreadsheets compute what begins like this, also behind blanks.
std::string harmless(std::string text) {
    const std::size_t first = text.find_first_not_of(" \n");
    const bool is_formula =
        first != std::string::npos && std::string_view("=+-@\t\r").find(text[first]) != std::string::npos;
    return is_formula ? "'" + text : text;
}

std::string with_commas(std::string text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

std::string with_tabs(std::string text) {
    for (char& c : text)
        if (c == '\n' || c == '\t') c = ' ';
    return text;
}

using Quote = std::string (*)(std::string);

std::string separated(const Table& table, char separator, Quote quote) {
    std::string out = "\xEF\xBB\xBF";
    std::vector<std::optional<std::string>> units;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        units.push_back(common_unit(table, i));
        std::string head = table.columns[i].header;
        if (units[i] && !units[i]->empty()) head += "/" + *units[i];
        out += quote(harmless(printable(head))) + (i + 1 < table.columns.size() ? std::string(1, separator) : "\r\n");
    }
    for (const auto& row : table.rows)
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto* number = std::get_if<Number>(&row[i]);
            const bool is_text = std::holds_alternative<std::string>(row[i]) || std::holds_alternative<State>(row[i]);
            std::string text = number && units[i] ? number->digits : printable(cell_text(row[i]));
            out += quote(is_text ? harmless(std::move(text)) : std::move(text)) +
                   (i + 1 < row.size() ? std::string(1, separator) : "\r\n");
        }
    return out;
}

}  // namespace

std::string to_csv(const Table& table) {
    return separated(table, ',', with_commas);
}

std::string to_tsv(const Table& table) {
    return separated(table, '\t', with_tabs);
}

}  // namespace report
