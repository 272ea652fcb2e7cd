// intake/draft.hpp: the plan that a document becomes, filled in by the names of records and fields, and where in the
// document each part of it stands.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "model/plan.hpp"

namespace intake {

enum class Verdict : std::uint8_t {
    Understood,
    Doubtful,  // taken, but somebody should look
    Left,      // no value: it stays in the document, or is none
};

struct Trace {
    Verdict verdict = Verdict::Understood;
    std::string record, row, field;  // empty: concerns none
    std::size_t line = 0;            // of the repaired text, from 1; 0: none
    std::string text;                // of the document
    std::string reason;              // of a doubt: key below "intake.doubt."
};

using Handle = std::size_t;
inline constexpr Handle no_row = static_cast<Handle>(-1);

class Draft {
  public:
    explicit Draft(base::IdSource& ids, base::Date today);

    // A new row; of a singleton its only one.
    Handle add(std::string_view record);
    // Reads the text as the field's kind says. Placeholders become empty. What cannot be read is left: false, and
    // nothing is changed; a Text field takes everything. A name is looked up or becomes a person (unit …).
    bool set(Handle row, std::string_view field, std::string_view text);
    // The same, appended to a long text as a paragraph, or to a list.
    void append(Handle row, std::string_view field, std::string_view text);
    void link(Handle row, std::string_view field, Handle target);  // Ref or Refs
    void choose(Handle row, std::string_view field, std::string_view choice);
    void set_number(Handle row, std::string_view field, std::string_view number);
    void set_flag(Handle row, std::string_view field);
    [[nodiscard]] bool has_field(std::string_view record, std::string_view field) const;
    [[nodiscard]] bool empty(Handle row, std::string_view field) const;
    [[nodiscard]] std::string text(Handle row, std::string_view field) const;
    [[nodiscard]] std::string_view record_of(Handle row) const;
    [[nodiscard]] std::size_t count(std::string_view record) const;

    // The row of this name, or a new one: people and units are collected.
    Handle named(std::string_view record, std::string_view name);

    // The row whose texts hold this text of the document; no_row: none does.
    [[nodiscard]] Handle place_of(std::string_view text) const;
    // A comment on a row, on one of its fields if that is named.
    void comment(Handle row, std::string_view field, std::string_view text, std::string_view author,
                 std::string_view time);

    void at_line(std::size_t line) { line_ = line; }
    void doubt(Handle row, std::string_view field, std::string_view text, std::string_view reason);
    void left(std::string_view text, std::string_view reason);

    [[nodiscard]] const std::vector<Trace>& traces() const { return traces_; }
    model::Plan plan();  // puts the rows in order

  private:
    struct Item {
        const model::RecordInfo* info;
        std::shared_ptr<model::Row> row;
    };
    [[nodiscard]] const model::FieldInfo* field(Handle row, std::string_view name) const;
    [[nodiscard]] Handle referred(const model::FieldInfo& field_info, std::string_view name);
    void drop_ownerless();
    void trace(Verdict verdict, Handle row, std::string_view field, std::string_view text, std::string_view reason);

    base::IdSource& ids_;
    base::Date today_;
    std::vector<Item> items_;
    std::map<std::string, Handle, std::less<>> names_;  // "person 周平"
    std::vector<Trace> traces_;
    std::size_t line_ = 0;
};

// Whether a text is nothing but what a template leaves to be filled in.
bool is_open(std::string_view text);

}  // namespace intake
