// view/form.hpp: the form of any record as plain values, from its description: each field with what the checks found of
// it, the rows that this one owns, and its notes; and what the inspector says around it.
#pragma once

#include "view/table.hpp"

namespace view {

struct FoundText {
    Tone tone{};
    std::string text;
};
struct FormField {
    const model::FieldInfo* field = nullptr;
    std::string name;
    std::string hint = {};  // what stands in it while it is empty; "": nothing
    bool labelled = true;   // false: its control says its name itself
    bool required = false;
    bool whole_width = false;  // else two may stand beside each other
    std::optional<FoundText> finding = {};
};
// Without those that commands write, and the reference to the owner.
std::vector<FormField> form_fields(const app::Workspace& work, const model::RecordInfo& info, const model::Row& row);
FormField form_field(const base::Words& words, const model::RecordInfo& info, const model::FieldInfo& field);

struct OwnedRow {
    std::string title;
    app::Select where;
};
struct OwnedList {
    std::string_view id;
    std::string heading;  // with their number
    std::string add;      // "": none can be added
    app::AddRow added;
    std::vector<OwnedRow> rows;
};
std::vector<OwnedList> owned_lists(const app::Workspace& work, const model::RecordInfo& info, const model::Row& row);

struct IssueNote {
    Tone tone{};
    std::string sentence, help;
    std::optional<app::Edit> mend = {};
};
std::vector<IssueNote> issue_notes(const app::Workspace& work, const Id& row);

// What the inspector shows of a row beside its form.
struct Inspector {
    const model::RecordInfo* info = nullptr;
    const model::Row* row = nullptr;
    std::string title;
    std::optional<OwnedRow> owner = {};  // the way back
    std::string fact = {};               // what follows from its fields, in a sentence; "": nothing
    std::optional<Cell> state = {};      // … as a chip
    std::string remove = {};             // "": it cannot be
    app::RemoveRows removed = {};
};
// Nothing: what is selected is gone.
std::optional<Inspector> inspector(const app::Workspace& work);

}  // namespace view
