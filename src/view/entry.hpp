// view/entry.hpp: a value being entered: what stands in a field, what typing, choosing and giving up want, and what a
// list offers.
#pragma once

#include "app/workspace.hpp"

namespace view {

using model::Id;

// Takes what is entered in the form of a row that is not the plan's.
class ValueSink {
  public:
    virtual ~ValueSink() = default;
    virtual void set(const model::FieldInfo& field, const model::Value& value) = 0;
    virtual void seal() = 0;  // an edit is over
};

// A field of a row that is shown for editing.
struct Entry {
    const app::Workspace& work;
    app::Commands& commands;
    const model::RecordInfo& info;
    const model::Row& row;
    const model::FieldInfo& field;
    ValueSink* sink = nullptr;  // null: the plan takes it

    [[nodiscard]] app::DraftPlace place() const;
    void set(model::Value value, app::Gesture gesture = app::Gesture::Whole) const;
    void add_target(const std::string& title) const;  // a new row with this title, referred to
    void take_back() const;
    void seal() const;
};

// What a text field reports of a frame.
struct Typed {
    bool changed = false;    // text holds what is there while it is being typed
    bool committed = false;  // the edit is over; text is final
    bool cancelled = false;  // … and nothing of it shall stay
    std::string text = {};
};
// What is typed becomes the field's value at once, or stays where it is with the reason why not. value: what stood
// there. Returns what is to be announced; "": nothing.
std::string take_typed(const Entry& entry, const Typed& typed, std::string_view value);

// What stands in a field of text: a text that it could not take, with the reason, else its value.
struct Standing {
    std::string text, refused;
};
Standing standing(const Entry& entry);
std::string text_value(const Entry& entry);  // of Text and Texts: as it is edited, one entry a line

// Of numbers and times: as they are edited, without their unit, and why a text cannot be taken ("": it can).
std::string number_text(const Entry& entry);
std::string refusal_of_number(const Entry& entry, std::string_view text);
std::optional<model::Value> number_of(const Entry& entry, std::string_view text);
base::DateContext days_for(const app::Workspace& work);

// What a list offers, with the value that choosing it sets.
struct Offer {
    std::string label;
    model::Value value;
    bool selected = false;
};
std::string shown_choice(const Entry& entry);    // of a choice or a reference
std::vector<Offer> offers(const Entry& entry);   // of a choice; of references: nothing, and each row that may be meant
bool may_create(const model::FieldInfo& field);  // a row that needs nothing but a name may be made on the spot

// A reference among several, as a chip that can be taken away.
struct Referred {
    Id id;
    std::string title;
    model::Value without;  // the field's value then
};
std::vector<Referred> referred(const Entry& entry);

}  // namespace view
