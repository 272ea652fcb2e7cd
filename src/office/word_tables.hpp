// office/word_tables.hpp: tables of WordprocessingML: records, cards, figures, signatures.
#pragma once

#include "office/word_text.hpp"

namespace office {

// Writes into the body's end; `width` is that of the type area in twips.
class WordTables {
  public:
    WordTables(pugi::xml_node body, WordText& text, const report::Document& document, const Style& style, int width)
        : body_(body), text_(text), document_(document), style_(style), width_(width) {}

    // The head repeats on every page, rows are not split.
    void write(const report::Table& table);
    // A card: the head over all, then a row for each label with its value.
    void write(const report::KeyValues& values);
    void write(const report::KeyFigures& figures);
    void write(const report::Signature& signature);
    // Two lines between rules of the type area's width.
    void imprint(const std::string& copies, const std::string& printed_by, const std::string& printed_on);

  private:
    struct CellForm {
        report::Align align = report::Align::Left;
        bool is_head = false;
        int span = 1;
    };
    pugi::xml_node table(const std::vector<int>& widths);
    static pugi::xml_node row(pugi::xml_node table, bool is_head, int height_twips = 0);
    pugi::xml_node cell(pugi::xml_node row, int width, const CellForm& form);  // its paragraph
    void after();  // some room, which also keeps two tables apart
    std::vector<int> twips(const std::vector<int>& shares) const;

    pugi::xml_node body_;
    WordText& text_;
    const report::Document& document_;
    const Style& style_;
    int width_;
};

}  // namespace office
