// intake/reader.hpp: walks over the lines of a document and fills a draft: headings say what a chapter is about, words
// with ordinals begin records, labels name fields; what has no place becomes text sections where it stood.
#pragma once

#include <map>
#include <optional>

#include "intake/draft.hpp"
#include "intake/marks.hpp"
#include "intake/repair.hpp"

namespace intake {

// One line without its mark.
struct Line {
    Mark mark = Mark::None;
    std::vector<int> number;
    int level = 0;
    std::string text;                                          // without mark and Markdown's stars
    std::string plain;                                         // the same, folded: places in both agree
    std::size_t at = 0;                                        // its line in the text, from 1
    bool bold = false;                                         // all of it
    std::optional<std::pair<std::string, std::string>> label;  // 甲：乙
};

class Reader {
  public:
    Reader(Draft& draft, const Repaired& source);
    void read();

    // ---- for the readers of prose (prose.hpp)
    Draft& draft() { return draft_; }
    [[nodiscard]] std::string_view topic() const;
    [[nodiscard]] std::string heading() const;  // the nearest
    [[nodiscard]] std::string_view title() const { return title_; }
    // Into the text section of the nearest heading.
    void keep(std::string_view text);
    // A row that the document has once: its account, its inspection.
    Handle only(std::string_view record);
    // Rows that are found again by what the document calls them: "finding 信息传播效率", "task 1.2".
    [[nodiscard]] Handle known(std::string_view key) const;
    void know(std::string_view key, Handle row) { records_.emplace(std::string(key), row); }
    [[nodiscard]] std::vector<std::pair<std::string, Handle>> known_below(std::string_view start) const;
    // Labels of the lines that follow belong to this row.
    void open(Handle row) { open_ = {row}; }

  private:
    struct Head {
        int rank;
        std::string text, topic;
        Handle section = no_row;
    };
    void collect(const Repaired& source);
    [[nodiscard]] bool is_heading(std::size_t index) const;
    void enter(const Line& line);
    void read_title(std::size_t& index);
    void read_line(const Line& line);
    bool read_record(const Line& line);
    bool read_label(const Line& line);
    bool read_cover(const Line& line);
    bool read_topic(const Line& line);
    std::size_t read_table(std::size_t index);
    Handle row_for(std::string_view record, std::string_view title, std::vector<Handle>& seen);
    bool read_form(const std::vector<std::string>& cells, const Line& source);
    Handle section_of(std::size_t depth);
    void period(Handle row, std::string_view text);

    Draft& draft_;
    std::vector<Line> lines_;
    std::vector<Head> heads_;
    std::map<std::string, Handle, std::less<>> records_;  // what is known
    std::vector<Handle> open_;                            // the innermost last
    std::map<std::string, Handle, std::less<>> only_;
    std::string title_;
    bool goals_seen_ = false, tasks_seen_ = false, conclusion_seen_ = false;
    std::map<int, bool> siblings_;  // by rank: the one before was a heading
};

}  // namespace intake
