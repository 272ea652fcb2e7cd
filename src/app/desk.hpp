// app/desk.hpp: what the person has before them: page, selection, folds, the open dialog, messages, texts that no field
// could take, theme and language. Nothing of it is part of a plan.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/clock.hpp"
#include "app/drafts.hpp"
#include "app/pages.hpp"
#include "app/requests.hpp"
#include "base/words.hpp"
#include "exchange/convert.hpp"

namespace app {

using model::Id;
using model::RecordType;

struct Selection {
    RecordType record = RecordType::Cover;
    Id id;
    bool operator==(const Selection&) const = default;
};

enum class Theme : std::uint8_t { System, Light, Dark };
enum class Language : std::uint8_t { Simplified, Traditional, English };
// In the names of templates: ".zh-Hant"; the source language needs none.
std::string_view suffix_of(Language language);
// Of its file in assets/lang, "" for the source language: "zh-Hant".
std::string_view file_of(Language language);

struct View {
    Page page = Page::Start;
    std::map<Page, std::size_t> tab;  // which of the page's records
    Selection selection;              // an empty id: nothing
    Id range_end;                     // of a table: the rows from the selected one to this are chosen; empty: it alone
    std::set<Id> collapsed;           // tasks whose children are hidden
    Id inspection;                    // the round that the inspection page shows; empty: the newest
    exchange::Subject report{};       // what the reports page tells of
    Id application;                   // of the private store, whose form is open
    bool inspector_open = true;
    bool navigation_open = false;  // as an overlay, on phones
    std::string search;
    bool search_open = false;

    [[nodiscard]] std::size_t tab_of(Page of) const;  // within the page's records
};

struct Message {  // shown at the bottom for a while, and announced
    std::string text;
    bool error = false;
    double until = 0;              // seconds of FrameInput; 0: until closed
    std::string_view action = {};  // id of the action that it offers
    std::uint32_t number = 0;      // tells it from all others
};

// The dialog that is open, one at a time. Its drafts are texts by field name.
enum class DialogKind : std::uint8_t {
    None,
    NewInspection,
    StepFinding,
    ConfirmDeletePlan,
    ConfirmReplace,
    ConfirmPurge,
    RestoreBackup,
    StoppedPlan,  // drafts "title"; "before": when the version before was saved, "" if there is none
    PasteRest,
    Shortcuts,
    ChangePassphrase,    // of the private store
    RemoveApplications,  // drafts "ids": one a line
    DestroyVault,
    SharePlan,   // drafts "author", "note"; choice: History
    SignPlan,    // drafts "name", "opinion", "role"; choice: Decision
    Signatures,  // drafts "text", "whole": what they say
    Clashes,     // of the merge that was done
};
struct DialogState {
    DialogKind kind = DialogKind::None;
    Selection subject = {};
    std::uint8_t choice = 0;
    std::map<std::string, std::string, std::less<>> drafts = {};

    [[nodiscard]] const std::string& draft(std::string_view name) const;  // "" if there is none
};

class Desk {
  public:
    static constexpr double message_seconds = 6;  // an error stays until it is closed
    static constexpr std::size_t messages_limit = 4;

    Desk(Requests& requests, const Clock& clock);

    // ---- what panels read
    [[nodiscard]] const View& view() const { return view_; }
    [[nodiscard]] const DialogState& dialog() const { return dialog_; }
    [[nodiscard]] const std::vector<Message>& messages() const { return messages_; }
    [[nodiscard]] const Drafts& drafts() const { return drafts_; }  // what fields could not take
    [[nodiscard]] Theme theme() const { return theme_; }
    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] const base::Words& words() const { return *words_; }

    // ---- a frame
    void begin();
    void finish();                        // what is kept for the next start
    [[nodiscard]] double due_in() const;  // of the message that goes next; negative: none

    // ---- where the person is
    void select(RecordType record, const Id& id);  // alone, and shown in the inspector
    void select_without_inspector(RecordType record, const Id& id);
    void select_to(const Id& end) { view_.range_end = end; }
    void select_nothing() { view_.selection = {}, view_.range_end = {}; }
    void show(Page page);
    void show_tab(Page page, std::size_t tab) { view_.tab[page] = tab; }
    void reveal(const model::Plan& plan, RecordType record, const Id& id);  // goes to its page and selects it
    void fold(const Id& task, bool folded);
    void show_round(const Id& inspection) { view_.inspection = inspection; }
    void show_report(exchange::Subject subject) { view_.report = subject; }
    void show_application(const Id& id) { view_.application = id; }
    void show_inspector(bool open) { view_.inspector_open = open; }
    void show_navigation(bool open) { view_.navigation_open = open; }
    void show_search(bool open);
    void search_for(std::string text) { view_.search = std::move(text); }
    void start_over(Page page);  // another plan

    // ---- the dialog
    void open(DialogState dialog) { dialog_ = std::move(dialog); }
    void close_dialog();  // its drafts may be secrets: their memory is overwritten
    void set_draft(const std::string& name, std::string text);
    void set_choice(std::uint8_t choice) { dialog_.choice = choice; }

    // ---- texts that a field could not take
    void keep_draft(const DraftPlace& place, std::string text, Drafts::Typing typing);
    void drop_draft(const DraftPlace& place) { drafts_.drop(place); }

    // ---- messages
    void say(std::string text, bool error = false);
    void say_error(const base::Error& error);
    void announce(std::string text);                        // to assistive technology only
    void offer(std::string text, std::string_view action);  // stays until it is closed
    void close_message(std::uint32_t number);

    // ---- preferences
    void take_preferences(const std::vector<std::pair<std::string, std::string>>& kept);
    void set_theme(Theme theme);
    void set_language(Language language);  // its words come with an answer

  private:
    Requests& requests_;
    const Clock& clock_;
    View view_;
    DialogState dialog_;
    Drafts drafts_;
    std::vector<Message> messages_;
    std::uint32_t last_message_ = 0;
    Theme theme_ = Theme::System;
    Language language_ = Language::Simplified;
    const base::Words* words_;
    base::Words other_words_;  // of the chosen language, over the simplified Chinese that is always there
};

}  // namespace app
