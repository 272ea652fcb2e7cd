// report/builder.hpp: lays a plan's records out as a document and remembers which fields it has shown, so that nothing
// the plan holds can be left out: what no chapter showed is shown by leftovers().
#pragma once

#include <optional>
#include <set>

#include "base/callback.hpp"
#include "base/words.hpp"
#include "model/plan.hpp"
#include "report/document.hpp"
#include "report/field_text.hpp"
#include "report/profile.hpp"

namespace report {

class Builder;

// A column of a table of records. The cell function says what stands in a row's cell and thereby marks fields as shown.
struct RecordColumn {
    const model::FieldInfo* field = nullptr;  // labels the column, unless header is set
    std::string header;
    int width = 10;
    Align align = Align::Left;
    base::Callback<Cell(Builder&, const model::Row&)> cell;  // null: the field
    bool is_fixed = false;                                   // stands even when blank, to be filled in by hand
};

template <auto Member> RecordColumn column(int width, Align align = Align::Left) {
    return {&model::field_of<Member>(), {}, width, align, nullptr};
}

inline RecordColumn computed(std::string header, int width, Align align,
                             base::Callback<Cell(Builder&, const model::Row&)> cell) {
    return {nullptr, std::move(header), width, align, std::move(cell)};
}

inline void add_fact(KeyValues& facts, std::string label, std::string text) {
    if (!text.empty()) facts.rows.emplace_back(std::move(label), std::move(text));
}

using RowList = std::vector<const model::Row*>;

class Builder {
  public:
    // The plan is released already; the builder leaves out what would say that something was.
    Builder(const model::Plan& plan, const base::Words& words, const Release& release = {})
        : plan_(plan), words_(words), release_(release) {}

    [[nodiscard]] const model::Plan& plan() const { return plan_; }
    [[nodiscard]] const base::Words& words() const { return words_; }
    [[nodiscard]] const Release& release() const { return release_; }
    template <auto Member> [[nodiscard]] bool hides() const { return is_left_out(release_, model::field_of<Member>()); }
    [[nodiscard]] std::string word(std::string_view key) const { return std::string(words_(key)); }

    // Headings wait until something stands under them; one that nothing follows is never written.
    void heading(int level, std::string text);
    void keep_headings();  // writes the waiting ones although nothing follows
    void end_headings() { waiting_.clear(); }
    void block(Block block);
    void paragraphs(const std::string& text, Tone tone = Tone::Body);  // one for each line that is not blank
    // A paragraph with a run-in head; nothing if text is empty.
    void labelled(std::string label, const std::string& text, Tone tone = Tone::Body);
    void missing();  // 未填写, said plainly
    // What follows stands on pages of this orientation.
    void orientation(Orientation orientation) { orientation_ = orientation; }

    // The field's text; it counts as shown from now on. "" if empty.
    std::string take(const model::RecordInfo& info, const model::Row& row, const model::FieldInfo& field);
    template <auto Member> std::string take(const typename model::detail::MemberTraits<decltype(Member)>::Record& row) {
        using Record = typename model::detail::MemberTraits<decltype(Member)>::Record;
        return take(model::record(Record::type), row, model::field_of<Member>());
    }
    // The same as a cell.
    Cell take_cell(const model::RecordInfo& info, const model::Row& row, const model::FieldInfo& field);
    template <auto Member> Cell take_cell(const typename model::detail::MemberTraits<decltype(Member)>::Record& row) {
        using Record = typename model::detail::MemberTraits<decltype(Member)>::Record;
        return take_cell(model::record(Record::type), row, model::field_of<Member>());
    }
    // A paragraph of the field with its label, or without.
    template <auto Member> void labelled(const typename model::detail::MemberTraits<decltype(Member)>::Record& row) {
        labelled(label<Member>(), take<Member>(row));
    }
    template <auto Member> void paragraphs(const typename model::detail::MemberTraits<decltype(Member)>::Record& row) {
        paragraphs(take<Member>(row));
    }
    // The entries of a list field, one item each.
    template <auto Member> void list(const typename model::detail::MemberTraits<decltype(Member)>::Record& row) {
        List list;
        for (const std::string& item : row.*Member) {
            list.items.push_back(plain_text(item));
            const bool is_masked = list.items.back() != item;
            const int part = static_cast<int>(list.items.size());
            list.marks.push_back(is_masked || !release_.names
                                     ? Mark{}
                                     : Mark{row.id.str(), std::string(model::field_of<Member>().name), part});
        }
        shown_.emplace(&row, &model::field_of<Member>());
        if (!list.items.empty()) block(std::move(list));
    }
    template <auto Member> [[nodiscard]] std::string label() const {
        using Record = typename model::detail::MemberTraits<decltype(Member)>::Record;
        return field_label(words_, model::record(Record::type), model::field_of<Member>());
    }

    // Says that the layout itself tells the field: a child under its parent, a section in its place.
    template <auto Member> void skip(const typename model::detail::MemberTraits<decltype(Member)>::Record& row) {
        shown_.emplace(&row, &model::field_of<Member>());
    }

    // A table of the rows; columns that are blank in every row are left out. Returns it for adding a total, valid until
    // the next block; null if there was nothing to write.
    Table* table(model::RecordType type, const RowList& rows, const std::vector<RecordColumn>& columns);
    // What the rows still hold, each under its name (after code(row), if given); fields of the system do not count.
    using Code = base::Callback<std::string(const model::Row&)>;
    void rest(model::RecordType type, const RowList& rows, const Code& code = nullptr);
    // Heading with the record's name, table and rest of all rows of this type, in order.
    void record_section(int level, model::RecordType type, const std::vector<RecordColumn>& columns);
    // The same with the columns that the description names; for records without a layout of their own.
    void generic_section(int level, model::RecordType type);
    // Every record type with rows that hold something not shown yet.
    void leftovers(int level);

    Document finish();  // numbered

  private:
    [[nodiscard]] bool is_shown(const model::Row& row, const model::FieldInfo& field) const;

    const model::Plan& plan_;
    const base::Words& words_;
    Release release_;
    Document document_;
    Orientation orientation_ = Orientation::Portrait;
    std::vector<Heading> waiting_;
    std::set<std::pair<const model::Row*, const model::FieldInfo*>> shown_;

    // What fields have said since the last block, in that order: a text of the next block that is just what one of them
    // says is marked as it.
    struct Said {
        std::string text;
        Mark mark;
    };
    std::vector<Said> said_;
    void said(const model::Row& row, const model::FieldInfo& field, const std::string& text);
    Mark mark_of(const std::string& text);  // of the first that is still free
    void mark(Block& block);
};

// The record's rows in reading order: siblings by order key, children after their parent. Depth 0: top level.
struct Placed {
    const model::Row* row;
    int depth;
};
std::vector<Placed> reading_tree(const model::Plan& plan, model::RecordType type);
RowList reading_order(const model::Plan& plan, model::RecordType type);

template <class T> RowList rows_of(const std::vector<const T*>& rows) {
    return {rows.begin(), rows.end()};
}

}  // namespace report
