// Passing a plan on: what goes out with its file, what a copy that came back would change, signing, and what the
// signatures say.
#include <algorithm>

#include "ui/dialogs.hpp"
#include "ui/fields.hpp"
#include "ui/panes.hpp"

namespace ui {
namespace {
constexpr float text_height = 260;

void draft_field(Screen& screen, std::string_view id, std::string_view name, float width, bool multiline = false) {
    Ui& ui = screen.ui;
    label(ui, secondary(ui), name);
    gap(2);
    const FieldEvent event =
        text_field(ui, id, name, screen.dialog().draft(id), width, {.multiline = multiline, .min_lines = 2});
    if (event.changed || event.committed) screen.want(app::SetDraft{std::string(id), event.text});
    gap(12);
}

// A long text, which scrolls by itself.
void text_pane(Screen& screen, std::string_view id, std::string_view text, float width) {
    Ui& ui = screen.ui;
    while (text.ends_with('\n')) text.remove_suffix(1);
    const float height = std::min(text_height, paragraph_height(body(ui), text, width - 12) + 4);
    scrolled(id, width, cursor_top(), height, [&] { paragraph(ui, body(ui), text, width - 12); });
}

// One of a few, named by their words.
template <class Enum>
std::size_t choose_named(Screen& screen, std::string_view id, std::string_view name, std::string_view list,
                         std::size_t first, std::size_t on) {
    Ui& ui = screen.ui;
    std::vector<std::string> labels;
    for (const std::string_view value : std::span(model::ChoicesOf<Enum>::choices.values).subspan(first))
        labels.emplace_back(ui.words("choice." + std::string(list) + "." + std::string(value)));
    label(ui, secondary(ui), name);
    gap(2);
    const std::size_t chosen = segmented(ui, id, name, labels, on - first) + first;
    gap(12);
    return chosen;
}
}  // namespace

void share_dialog(Screen& screen) {
    Ui& ui = screen.ui;
    const app::DialogState& state = screen.dialog();
    Dialog dialog(ui, "share", ui.words("dialog.share.title"), 480);
    focus_on_opening(ui, key_of("author"));
    paragraph(ui, colored(body(ui), ui.theme.secondary), ui.words("dialog.share.text"), dialog.width());
    gap(12);
    draft_field(screen, "author", ui.words("dialog.share.author"), dialog.width());
    draft_field(screen, "note", ui.words("dialog.share.note"), dialog.width());
    const auto number = [](std::size_t count) { return std::to_string(count); };
    const app::Contained what = app::contained_in(screen.plan());
    paragraph(ui, body(ui),
              ui.words("dialog.share.contains", {number(what.people), number(what.reachable), number(what.comments),
                                                 number(what.signatures), number(what.versions)}),
              dialog.width());
    gap(8);
    const auto history = static_cast<app::History>(state.choice);
    if (checkbox(ui, "history", ui.words("dialog.share.history"), history == app::History::Goes))
        screen.want(app::SetChoice{static_cast<std::uint8_t>(history == app::History::Goes)});
    gap(2);
    paragraph(ui, secondary(ui), ui.words("dialog.share.history-text"), dialog.width());
    const int chosen = buttons(screen, dialog.width(), ui.words("action.share"), ButtonStyle::Primary);
    if (chosen == 1) screen.want(app::SharePlan{state.draft("author"), state.draft("note"), history});
    if (chosen != 0 || dialog.dismissed()) screen.want(app::CloseDialog{});
}

void sign_dialog(Screen& screen) {
    Ui& ui = screen.ui;
    const app::DialogState& state = screen.dialog();
    Dialog dialog(ui, "sign", ui.words("dialog.sign.title"), 480);
    focus_on_opening(ui, key_of("name"));
    paragraph(ui, colored(body(ui), ui.theme.secondary), ui.words("dialog.sign.text"), dialog.width());
    gap(12);
    const auto& roles = model::ChoicesOf<model::ApprovalRole>::choices.values;
    const auto role = static_cast<std::size_t>(std::ranges::find(roles, state.draft("role")) - std::begin(roles));
    const std::size_t chosen_role = choose_named<model::ApprovalRole>(
        screen, "role", ui.words("field.approvalStep.role"), "approvalRole", 0, role < std::size(roles) ? role : 0);
    if (chosen_role != role) screen.want(app::SetDraft{"role", std::string(roles[chosen_role])});
    draft_field(screen, "name", ui.words("field.approvalStep.name"), dialog.width());
    const std::size_t decision = state.choice == 0 ? 1 : state.choice;
    const std::size_t chosen_decision = choose_named<model::Decision>(
        screen, "decision", ui.words("field.approvalStep.decision"), "decision", 1, decision);
    if (chosen_decision != decision) screen.want(app::SetChoice{static_cast<std::uint8_t>(chosen_decision)});
    draft_field(screen, "opinion", ui.words("field.approvalStep.opinion"), dialog.width(), true);
    const Enabled enabled = state.draft("name").empty() ? Enabled::No : Enabled::Yes;
    const int chosen = buttons(screen, dialog.width(), ui.words("action.sign"), ButtonStyle::Primary, enabled);
    if (chosen == 1)
        screen.want(app::SignPlan{std::string(roles[chosen_role]), state.draft("name"),
                                  std::string(model::ChoicesOf<model::Decision>::choices.values[chosen_decision]),
                                  state.draft("opinion")});
    if (chosen != 0 || dialog.dismissed()) screen.want(app::CloseDialog{});
}

void signatures_dialog(Screen& screen) {
    Ui& ui = screen.ui;
    Dialog dialog(ui, "signatures", ui.words("action.verify"), 560);
    focus_on_opening(ui, key_of("close"));
    text_pane(screen, "text", screen.dialog().draft("text"), dialog.width());
    gap(16);
    if (button(ui, "close", ui.words("action.close"), {.style = ButtonStyle::Primary}) || dialog.dismissed())
        screen.want(app::CloseDialog{});
}

void coming_changes(Screen& screen, float width) {
    Ui& ui = screen.ui;
    const app::Circulation& circulation = screen.work.circulation();
    gap(8);
    if (circulation.comparing()) return paragraph(ui, secondary(ui), ui.words("dialog.merge.comparing"), width);
    const app::Coming* coming = circulation.coming();
    if (!coming) return;
    const std::size_t clashes = coming->clashes.size();
    label(ui, body_bold(ui), ui.words("dialog.merge.brings"));
    gap(2);
    text_pane(screen, "changes", coming->changes, width);
    if (!coming->has_ancestor) {
        gap(4);
        paragraph(ui, secondary(ui), ui.words("merge.no-ancestor"), width);
    }
    gap(4);
    paragraph(ui, body(ui),
              clashes == 0 ? std::string(ui.words("dialog.merge.no-clash"))
                           : ui.words("dialog.merge.clashes", {std::to_string(clashes)}),
              width);
}

void clashes_dialog(Screen& screen) {
    Ui& ui = screen.ui;
    const app::Coming* coming = screen.work.circulation().coming();
    if (!coming) return screen.want(app::CloseDialog{});
    Dialog dialog(ui, "clashes", ui.words("dialog.clashes.title"), 620);
    focus_on_opening(ui, key_of("close"));
    paragraph(ui, colored(body(ui), ui.theme.secondary), ui.words("dialog.clashes.text"), dialog.width());
    gap(8);
    const float width = dialog.width() - 12;
    const float height = std::min(text_height + 60, 80.f * static_cast<float>(coming->clashes.size()));
    scrolled("list", dialog.width(), cursor_top(), height, [&] {
        for (std::size_t i = 0; i < coming->clashes.size(); ++i) {
            const app::Clash& clash = coming->clashes[i];
            paragraph(ui, body(ui), clash.text, width);
            gap(2);
            if (clash.theirs_taken)
                label(ui, secondary(ui), ui.words("dialog.clashes.taken"));
            else if (clash.choosable && button(ui, "theirs-" + std::to_string(i), ui.words("action.take-theirs")))
                screen.want(app::TakeTheirs{i});
            gap(10);
        }
    });
    gap(16);
    if (button(ui, "close", ui.words("action.close"), {.style = ButtonStyle::Primary}) || dialog.dismissed())
        screen.want(app::CloseDialog{});
}

}  // namespace ui
