// office/word_walk.hpp: walks through the body of a Word file once, and hears of every paragraph; for word_reading.
#pragma once

#include <optional>
#include <pugixml.hpp>

#include "office/opened.hpp"
#include "office/word_numbering.hpp"
#include "office/word_reading.hpp"

namespace office {

// What a paragraph style says, with what it is based on.
struct WordStyle {
    int heading = 0;  // 1 …; 0: none
    bool is_title = false, is_contents = false;
    std::string list;  // its numbers
    int level = 0;
};

class WordWalk {
  public:
    explicit WordWalk(const Opened& file) : file_(file) {}
    base::Result<WordContent> read();

  private:
    struct Place {
        WordMark mark;
        std::size_t start = 0, end = 0;  // bytes of the paragraph's text
    };
    struct Paragraph {
        std::string text, number;
        WordStyle style;
        bool has_plain = false, has_bold = false;
        std::vector<std::string> boxes;  // the lines of its text boxes
        std::vector<std::string> notes;  // what stands at the foot of the page
        std::vector<Place> controls, bookmarks, copies;
        std::vector<std::pair<std::size_t, std::size_t>> comments;  // where it is, and in content_.comments
        bool is_tracked = false;
        WordHand hand;
    };
    struct Cell {
        std::string text;
        int span = 1;
        bool continues = false;  // the cell above
    };

    void read_styles();
    void read_notes(std::string_view kind);
    void read_comments();
    WordStyle style_of(pugi::xml_node paragraph) const;

    void blocks(pugi::xml_node parent, std::vector<std::string>& lines);
    void paragraph(pugi::xml_node node, std::vector<std::string>& lines);
    void inlines(pugi::xml_node parent, Paragraph& into);
    void run(pugi::xml_node node, Paragraph& into);
    bool drawing(pugi::xml_node node, Paragraph& into);  // false: it holds no text box
    void control(pugi::xml_node node, Paragraph& into);
    void comment(const std::string& id, Paragraph& into);
    static void changed(pugi::xml_node node, Paragraph& into);
    void settle_marks(Paragraph& one);
    void finish(Paragraph& one, std::vector<std::string>& lines);
    void table(pugi::xml_node node, std::vector<std::string>& lines);
    Cell cell(pugi::xml_node node);
    void rows(pugi::xml_node parent, std::vector<std::vector<Cell>>& all);
    void settle_bookmarks();
    void count(std::size_t bytes);
    void add(std::vector<std::string>& lines, std::string line);

    const Opened& file_;
    std::string main_;
    WordNumbering numbering_;
    std::map<std::string, WordStyle> styles_;
    std::map<std::string, std::string> notes_;       // "footnote 3"
    std::map<std::string, std::size_t> comment_at_;  // by id
    WordContent content_;
    std::vector<WordField> by_bookmark_, by_copy_;
    std::optional<Paragraph> joined_;  // whose end was deleted
    std::size_t bytes_ = 0;            // of text, with what merged cells repeat
    bool is_too_large_ = false;
};

}  // namespace office
