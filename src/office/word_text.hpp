// office/word_text.hpp: paragraphs, runs and marks of WordprocessingML.
#pragma once

#include <pugixml.hpp>
#include <set>

#include "office/style.hpp"
#include "report/document.hpp"

namespace office {

enum class LineBreak : bool { Element, Blank };

// Writes what stands inside paragraphs; knows which bookmarks and controls there are already.
class WordText {
  public:
    // A paragraph of this style (as in word_parts.hpp; "" for running text) at the end of `parent`.
    static pugi::xml_node paragraph(pugi::xml_node parent, const std::string& style = {});
    // What the paragraph's properties begin with (in the order that the format demands).
    static void keep_next(pugi::xml_node paragraph);
    static void indent(pugi::xml_node paragraph, const char* side, int twips);
    static void align(pugi::xml_node paragraph, const char* value);

    // The text at the end of the paragraph; face: another font than the style's.
    void run(pugi::xml_node paragraph, const std::string& text, const Face* face = nullptr);
    // The same inside a control and a bookmark, if it has a mark. An empty text with a mark can be filled in.
    void marked(pugi::xml_node paragraph, const std::string& text, const report::Mark& mark);

    // A bookmark around what `write` puts into the paragraph.
    template <class Write> void bookmark(pugi::xml_node paragraph, const std::string& name, Write write) {
        const std::string id = std::to_string(++bookmarks_);
        open_bookmark(paragraph, id, name);
        write();
        close_bookmark(paragraph, id);
    }

  private:
    static void open_bookmark(pugi::xml_node paragraph, const std::string& id, const std::string& name);
    static void close_bookmark(pugi::xml_node paragraph, const std::string& id);
    void control(pugi::xml_node paragraph, const std::string& text, const report::Mark& mark);

    int bookmarks_ = 0, controls_ = 1000;
    std::set<std::string> names_;
};

}  // namespace office
