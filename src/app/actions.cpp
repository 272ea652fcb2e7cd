#include "app/actions.hpp"

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
    return work.has_plan() && !work.read_only();
}
bool selected(const Workspace& work) {
    return editable(work) && work.view.selection.id && !model::record(work.view.selection.record).singleton;
}

bool in_tree(const Workspace& work) {
    const model::FieldInfo* parent = selected(work) ? model::record(work.view.selection.record).parent() : nullptr;
    return parent && parent->has(model::kTree);
}
void move(Workspace& work, edit::Way way) {
    const Selection& row = work.view.selection;
    work.move_row(edit::move_step(work.plan(), row.record, row.id, way));
}

// The record that "new row" means here: that of the page's tab in view.
const RecordType* shown_record(const Workspace& work) {
    const PageInfo& info = page_info(work.view.page);
    if (info.records.empty()) return nullptr;
    const auto tab = work.view.tab.find(info.page);
    const std::size_t index = tab == work.view.tab.end() ? 0 : std::min(tab->second, info.records.size() - 1);
    return model::record(info.records[index]).singleton ? nullptr : &info.records[index];
}

constexpr Action all_actions[] = {
    {"undo",
     {"z", kCtrl},
     [](const Workspace& work) { return editable(work) && work.history().can_undo(); },
     [](Workspace& work) { work.undo(); }},
    {"redo",
     {"y", kCtrl},
     [](const Workspace& work) { return editable(work) && work.history().can_redo(); },
     [](Workspace& work) { work.redo(); }},
    {"redo-mac",
     {"z", kCtrl | kShift},
     [](const Workspace& work) { return editable(work) && work.history().can_redo(); },
     [](Workspace& work) { work.redo(); }},
    {"search", {"k", kCtrl}, with_plan, [](Workspace& work) { work.view.search_open = true; }},
    {"find",  // again while it is open: the browser's own
     {"f", kCtrl},
     [](const Workspace& work) { return work.has_plan() && !work.view.search_open; },
     [](Workspace& work) { work.view.search_open = true; }},
    {"save-file", {"s", kCtrl}, with_plan, [](Workspace& work) { work.save_plan_file(); }},
    {"export", {}, with_plan, [](Workspace& work) { work.export_plan(); }},
    {"import", {"o", kCtrl}, always, [](Workspace& work) { work.import_files(); }},
    {"add-row",
     {"Insert", kAlt},
     [](const Workspace& work) { return editable(work) && shown_record(work); },
     [](Workspace& work) { work.add_row(*shown_record(work)); }},
    {"remove-row",
     {"Delete", kCtrl},
     selected,
     [](Workspace& work) { work.remove_row(work.view.selection.record, work.view.selection.id); }},
    {"row-up", {"ArrowUp", kAlt | kShift}, selected, [](Workspace& work) { move(work, edit::Way::Up); }},
    {"row-down", {"ArrowDown", kAlt | kShift}, selected, [](Workspace& work) { move(work, edit::Way::Down); }},
    {"row-out", {"ArrowLeft", kAlt | kShift}, in_tree, [](Workspace& work) { move(work, edit::Way::Out); }},
    {"row-in", {"ArrowRight", kAlt | kShift}, in_tree, [](Workspace& work) { move(work, edit::Way::In); }},
    {"close-plan", {}, with_plan, [](Workspace& work) { work.close_plan(); }},
    {"toggle-inspector",
     {"i", kCtrl | kAlt},
     with_plan,
     [](Workspace& work) { work.view.inspector_open = !work.view.inspector_open; }},
    {"update", {}, [](const Workspace& work) { return work.update_ready(); }, [](Workspace& work) { work.update(); }},
    {"full-screen", {}, always, [](Workspace& work) { work.request(FullScreen{}); }},
    {"theme-light", {}, always, [](Workspace& work) { work.set_theme(Theme::Light); }},
    {"theme-dark", {}, always, [](Workspace& work) { work.set_theme(Theme::Dark); }},
    {"theme-system", {}, always, [](Workspace& work) { work.set_theme(Theme::System); }},
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

bool run_shortcut(Workspace& work, const KeyPressed& pressed, bool in_editor) {
    const std::string key = pressed.key.size() == 1 ? base::to_lower_ascii(pressed.key) : pressed.key;
    const auto modifiers = static_cast<std::uint8_t>(
        (pressed.modifiers & kMeta) != 0 ? (pressed.modifiers & ~kMeta) | kCtrl : pressed.modifiers);
    // As on a Mac; in a field with text not committed yet both are the browser's, and do not arrive here.
    if (key == "z" && modifiers == (kCtrl | kShift))
        return run_shortcut(work, {"y", kCtrl, pressed.target, pressed.repeat}, in_editor);
    for (const Action& each : all_actions) {
        if (each.shortcut.key.empty() || each.shortcut.key != key || each.shortcut.modifiers != modifiers) continue;
        if (in_editor && (key == "Delete" || key == "Insert" || key.starts_with("Arrow"))) return false;
        if (!each.enabled(work)) return false;
        each.run(work);
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
    if (shortcut.key.size() == 1) return text + static_cast<char>(shortcut.key[0] - 'a' + 'A');
    return text + std::string(shortcut.key);
}

}  // namespace app
