#include "app/actions.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/text.hpp"
#include "edit/arrange.hpp"

namespace app {
namespace {
bool always(const Workspace&) {
    return true;
}
bool with_plan(const Workspace& work) {
    return work.has_plan();
}
bool editable(const Workspace& work) {
    return work.document().editable();
}
bool selected(const Workspace& work) {
    const Selection& selection = work.view().selection;
    return editable(work) && selection.id && !model::record(selection.record).singleton;
}
bool in_tree(const Workspace& work) {
    const model::FieldInfo* parent = selected(work) ? model::record(work.view().selection.record).parent() : nullptr;
    return parent && parent->has(model::kTree);
}

// The record that "new row" means here: that of the page's tab in view.
const RecordType* shown_record(const Workspace& work) {
    const PageInfo& info = page_info(work.view().page);
    if (info.records.empty()) return nullptr;
    const RecordType& record = info.records[work.view().tab_of(info.page)];
    return model::record(record).singleton ? nullptr : &record;
}
bool can_add(const Workspace& work) {
    return editable(work) && shown_record(work);
}

template <class Wanted> void push(const Workspace&, Commands& commands) {
    commands.push(Wanted{});
}
template <edit::Way way> void move(const Workspace& work, Commands& commands) {
    const Selection& row = work.view().selection;
    commands.push(PlaceRow{edit::move_step(work.plan(), row.record, row.id, way)});
}
template <Theme theme> void choose_theme(const Workspace&, Commands& commands) {
    commands.push(SetTheme{theme});
}
template <Theme theme> bool has_theme(const Workspace& work) {
    return work.desk().theme() == theme;
}
template <Language language> void choose_language(const Workspace&, Commands& commands) {
    commands.push(SetLanguage{language});
}
template <Language language> bool has_language(const Workspace& work) {
    return work.desk().language() == language;
}
void open_search(const Workspace&, Commands& commands) {
    commands.push(ShowSearch{true});
}

std::string preparer_of(const Workspace& work) {
    return model::title_of(work.plan(), RecordType::Person, work.plan().cover().preparer);
}
// Whose turn it seems to be; that it is, signing sees.
std::string next_role(const Workspace& work) {
    const auto& roles = model::ChoicesOf<model::ApprovalRole>::choices.values;
    std::size_t next = 0;
    for (const model::ApprovalStep* step : model::in_order<model::ApprovalStep>(work.plan()))
        if (!step->seal.empty())
            next = step->decision == model::Decision::Passed ? static_cast<std::size_t>(step->role) + 1 : 0;
    return std::string(roles[next % std::size(roles)]);
}

using Group = ActionGroup;

constexpr Action all_actions[] = {
    {"home",
     Group::View,
     {},
     [](const Workspace& work) { return work.view().page != Page::Start; },
     [](const Workspace&, Commands& commands) { commands.push(Show{Page::Start}); },
     nullptr,
     kInPhoneMenu},
    {"undo",
     Group::Plan,
     {"z", kCtrl},
     [](const Workspace& work) { return work.document().can_undo(); },
     push<Undo>,
     nullptr,
     kInPhoneMenu,
     [](const Workspace& work) -> const std::string& { return work.document().undo_text(work.words()); }},
    {"redo",
     Group::Plan,
     {"y", kCtrl},
     [](const Workspace& work) { return work.document().can_redo(); },
     push<Redo>,
     nullptr,
     kInPhoneMenu,
     [](const Workspace& work) -> const std::string& { return work.document().redo_text(work.words()); }},
    {"redo-mac",
     Group::Plan,
     {"z", kCtrl | kShift},
     [](const Workspace& work) { return work.document().can_redo(); },
     push<Redo>,
     nullptr,
     kBesideOther},
    {"save-file", Group::Plan, {"s", kCtrl}, with_plan, push<SavePlanFile>},
    {"export", Group::Plan, {}, with_plan, push<ExportPlan>, nullptr, kInPhoneMenu},
    {"import", Group::Plan, {"o", kCtrl}, always, push<ImportFiles>},
    {"verify", Group::Plan, {}, with_plan, push<VerifySignatures>, nullptr, kOfApproval},
    {"share",
     Group::Plan,
     {},
     with_plan,
     [](const Workspace& work, Commands& commands) {
         commands.push(OpenDialog{{.kind = DialogKind::SharePlan, .drafts = {{"author", preparer_of(work)}}}});
     },
     nullptr,
     kInPhoneMenu | kOfApproval},
    {"sign",
     Group::Plan,
     {},
     editable,
     [](const Workspace& work, Commands& commands) {
         commands.push(OpenDialog{{.kind = DialogKind::SignPlan, .drafts = {{"role", next_role(work)}}}});
     },
     nullptr,
     kOfApproval},
    {"export-all", Group::Plan, {}, [](const Workspace& work) { return work.library().ready(); }, push<ExportAll>},
    {"close-plan", Group::Plan, {}, with_plan, push<ClosePlan>},

    {"add-row",
     Group::Row,
     {"Insert", kAlt},
     can_add,
     [](const Workspace& work, Commands& commands) { commands.push(AddRow{*shown_record(work)}); }},
    {"row-up", Group::Row, {"ArrowUp", kAlt | kShift}, selected, move<edit::Way::Up>},
    {"row-down", Group::Row, {"ArrowDown", kAlt | kShift}, selected, move<edit::Way::Down>},
    {"row-out", Group::Row, {"ArrowLeft", kAlt | kShift}, in_tree, move<edit::Way::Out>},
    {"row-in", Group::Row, {"ArrowRight", kAlt | kShift}, in_tree, move<edit::Way::In>},
    {"remove-row",
     Group::Row,
     {"Delete", kCtrl},
     selected,
     [](const Workspace& work, Commands& commands) {
         commands.push(RemoveRows{work.view().selection.record, {work.view().selection.id}});
     }},

    {"search", Group::View, {"k", kCtrl}, with_plan, open_search, nullptr, kNotSearched},
    {"find",  // again while it is open: the browser's own
     Group::View,
     {"f", kCtrl},
     [](const Workspace& work) { return work.has_plan() && !work.view().search_open; },
     open_search,
     nullptr,
     kNotSearched | kBesideOther},
    {"toggle-inspector",
     Group::View,
     {"i", kCtrl | kAlt},
     with_plan,
     [](const Workspace& work, Commands& commands) { commands.push(ShowInspector{!work.view().inspector_open}); }},

    {"theme-system",
     Group::Theme,
     {},
     always,
     choose_theme<app::Theme::System>,
     has_theme<app::Theme::System>,
     kInLookMenu | kInPhoneMenu},
    {"theme-light",
     Group::Theme,
     {},
     always,
     choose_theme<app::Theme::Light>,
     has_theme<app::Theme::Light>,
     kInLookMenu | kInPhoneMenu},
    {"theme-dark",
     Group::Theme,
     {},
     always,
     choose_theme<app::Theme::Dark>,
     has_theme<app::Theme::Dark>,
     kInLookMenu | kInPhoneMenu},

    // Each is named in itself.
    {"language-simplified",
     Group::Language,
     {},
     always,
     choose_language<app::Language::Simplified>,
     has_language<app::Language::Simplified>,
     kInPhoneMenu},
    {"language-traditional",
     Group::Language,
     {},
     always,
     choose_language<app::Language::Traditional>,
     has_language<app::Language::Traditional>,
     kInPhoneMenu},
    {"language-english",
     Group::Language,
     {},
     always,
     choose_language<app::Language::English>,
     has_language<app::Language::English>,
     kInPhoneMenu},

    {"full-screen", Group::View, {}, always, push<ToggleFullScreen>, nullptr, kInLookMenu},
    {"shortcuts",
     Group::View,
     {"?"},
     always,
     [](const Workspace&, Commands& commands) { commands.push(OpenDialog{{.kind = DialogKind::Shortcuts}}); },
     nullptr,
     kInLookMenu | kInPhoneMenu},
    {"update", Group::View, {}, [](const Workspace& work) { return work.update_ready(); }, push<UpdateProgram>},
};
}  // namespace

std::span<const Action> actions() {
    return all_actions;
}

const Action& action(std::string_view id) {
    for (const Action& each : all_actions)
        if (each.id == id) return each;
    std::abort();  // a misspelt id: a bug that the action test finds
}

std::vector<const Action*> actions_with(ActionFlag flag) {
    std::vector<const Action*> found;
    for (const Action& each : all_actions)
        if ((each.flags & flag) != 0) found.push_back(&each);
    return found;
}

std::vector<const Action*> actions_of(ActionGroup group) {
    std::vector<const Action*> found;
    for (const Action& each : all_actions)
        if (each.group == group && (each.flags & kBesideOther) == 0) found.push_back(&each);
    return found;
}

namespace {
// Signs that a keyboard may have on any level: Shift belongs to them.
bool is_sign(std::string_view key) {
    return key.size() == 1 && !(key[0] >= 'a' && key[0] <= 'z');
}
}  // namespace

bool run_shortcut(const Workspace& work, Commands& commands, const KeyPressed& pressed, bool in_editor) {
    const std::string key = pressed.key.size() == 1 ? base::to_lower_ascii(pressed.key) : pressed.key;
    auto modifiers = static_cast<std::uint8_t>((pressed.modifiers & kMeta) != 0 ? (pressed.modifiers & ~kMeta) | kCtrl
                                                                                : pressed.modifiers);
    if (is_sign(key)) modifiers &= static_cast<std::uint8_t>(~kShift);
    for (const Action& each : all_actions) {
        if (each.shortcut.key.empty() || each.shortcut.key != key || each.shortcut.modifiers != modifiers) continue;
        if (in_editor && (key == "Delete" || key == "Insert" || key.starts_with("Arrow"))) return false;
        if (!each.enabled(work)) return false;
        each.run(work, commands);
        return true;
    }
    return false;
}

std::string shortcut_text(const Shortcut& shortcut) {
    if (shortcut.key.empty()) return {};
    std::string text;
    if (shortcut.modifiers & kCtrl) text += "Ctrl+";
    if (shortcut.modifiers & kAlt) text += "Alt+";
    if (shortcut.modifiers & kShift) text += "Shift+";
    if (shortcut.key.starts_with("Arrow")) {
        constexpr std::pair<char, const char*> arrows[] = {{'U', "↑"}, {'D', "↓"}, {'L', "←"}, {'R', "→"}};
        for (const auto& [letter, arrow] : arrows)
            if (shortcut.key[5] == letter) return text + arrow;
    }
    if (shortcut.key.size() == 1 && !is_sign(shortcut.key))
        return text + static_cast<char>(shortcut.key[0] - 'a' + 'A');
    return text + std::string(shortcut.key);
}

std::string all_shortcuts_text(const Action& action) {
    std::string text = shortcut_text(action.shortcut);
    for (const Action* next = &action + 1; next != std::end(all_actions) && (next->flags & kBesideOther); ++next)
        text += "  " + shortcut_text(next->shortcut);
    return text;
}

}  // namespace app
