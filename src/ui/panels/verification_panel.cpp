// The private store: verification applications behind a passphrase.
#include <algorithm>

#include "base/text.hpp"
#include "base/wipe.hpp"
#include "ui/fields.hpp"
#include "ui/icons.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panes.hpp"

namespace ui {
namespace {
using app::Application;
using app::DialogKind;
using app::VaultState;
using view::PassphraseFault;

// True: Enter.
bool passphrase_field(Ui& ui, std::string_view id, std::string_view name, std::string& text, float width,
                      std::string_view error) {
    label(ui, secondary(ui), name);
    gap(2);
    const FieldEvent event = text_field(ui, id, name, text, width, {.error = error, .required = true, .secret = true});
    if (event.changed || event.committed) text = event.text;
    gap(10);
    return event.entered;
}

void set_up(Screen& screen, VerificationPanelState& state, float width) {
    Ui& ui = screen.ui;
    label(ui, body_bold(ui), ui.words("vault.set-up"), Role::Heading, 3);
    gap(6);
    paragraph(ui, secondary(ui), ui.words("vault.set-up.text"), width);
    gap(12);
    const std::string said = view::fault_text(ui.words, state.fault);
    const auto error = [&](PassphraseFault fault) {
        return state.fault == fault ? std::string_view(said) : std::string_view();
    };
    passphrase_field(ui, "passphrase", ui.words("vault.passphrase.new"), state.passphrase, width,
                     error(PassphraseFault::TooShort));
    const bool enter = passphrase_field(ui, "again", ui.words("vault.passphrase.again"), state.again, width,
                                        error(PassphraseFault::Differ));
    gap(4);
    const Enabled enabled = screen.work.vault().busy() ? Enabled::No : Enabled::Yes;
    const bool wanted = button(ui, "create", ui.words(screen.work.vault().busy() ? "vault.busy" : "vault.create"),
                               {.style = ButtonStyle::Primary, .icon = icon::lock, .enabled = enabled});
    if (!wanted && !enter) return;
    state.fault = view::fault_of(state.passphrase, state.again);
    if (state.fault != PassphraseFault::None) return ui.announce(view::fault_text(ui.words, state.fault), true);
    screen.want(app::CreateVault{state.passphrase});
    base::wipe(state.passphrase);
    base::wipe(state.again);
}

// How many there are and how many of them have passed their last day, which is known without the passphrase.
void locked_facts(Screen& screen, float width) {
    Ui& ui = screen.ui;
    const std::vector<model::Id> expired = view::expired_while_locked(screen.work);
    paragraph(ui, secondary(ui), ui.words("vault.locked.text", {std::to_string(screen.work.vault().kept().size())}),
              width);
    if (expired.empty()) return gap(12);
    gap(8);
    const std::string text = ui.words("vault.expired", {std::to_string(expired.size())});
    side_note(ui, Tone::Amber, text, ui.words("vault.expired.help"), width);
    gap(8);
    if (button(ui, "remove-expired", ui.words("vault.remove-expired"), {.icon = icon::trash}))
        screen.want(app::RemoveApplications{expired});
    gap(14);
}

void unlock(Screen& screen, VerificationPanelState& state, float width) {
    Ui& ui = screen.ui;
    const app::Vault& vault = screen.work.vault();
    label(ui, body_bold(ui), ui.words("vault.locked"), Role::Heading, 3);
    gap(6);
    locked_facts(screen, width);
    const bool wrong = vault.error() == "private-wrong" && state.passphrase.empty();
    const bool enter = passphrase_field(ui, "passphrase", ui.words("vault.passphrase"), state.passphrase, width,
                                        wrong ? ui.words("error.private-wrong") : std::string_view());
    gap(4);
    const Enabled enabled = vault.busy() ? Enabled::No : Enabled::Yes;
    const bool wanted = button(ui, "unlock", ui.words(vault.busy() ? "vault.busy" : "vault.unlock"),
                               {.style = ButtonStyle::Primary, .icon = icon::unlock, .enabled = enabled});
    if ((wanted || enter) && !state.passphrase.empty() && !vault.busy()) {
        screen.want(app::UnlockVault{state.passphrase});
        base::wipe(state.passphrase);
    }
    same_line(8);
    if (button(ui, "destroy", ui.words("vault.destroy"), {.style = ButtonStyle::Ghost, .icon = icon::trash}))
        screen.open_dialog(DialogKind::DestroyVault);
}

// Rows past their last day, and rows that cannot be read, each with what can be done about it.
void notices(Screen& screen, float width) {
    Ui& ui = screen.ui;
    for (const view::VaultNotice& notice : view::vault_notices(screen.work)) {
        side_note(ui, Tone::Amber, notice.text, notice.help, width);
        gap(6);
        if (button(ui, notice.id, ui.words("vault.remove-these"), {.icon = icon::trash}))
            screen.want(view::ask_removal(notice.rows));
        gap(12);
    }
}

void open_store(Screen& screen, VerificationPanelState& state) {
    Ui& ui = screen.ui;
    const float width = room_width();
    notices(screen, width);
    const view::Table rows = view::applications_table(screen.work, state.rows);
    const Application* selected = screen.work.vault().find(screen.view().application);
    const auto list = [&](float wide, float high) {
        const GridEvent event = table(screen, rows, state.table, wide, high);
        if (event.selected && rows.rows[*event.selected] != rows.chosen) state.reveal = false;
    };
    if (!selected) return list(width, table_height(ui, rows, 8));
    list_and_form(ui, {.rows = rows.rows.size(), .beside_from = 820, .share = 0.4f, .least = 340, .most = 440}, width,
                  list, [&](float inner, float height) { verification_form(screen, state, *selected, inner, height); });
}
}  // namespace

void verification_panel(Screen& screen, VerificationPanelState& state) {
    Ui& ui = screen.ui;
    const app::Vault& vault = screen.work.vault();
    const bool open = vault.state() == VaultState::Open;
    if (shown_head(screen) == "add") state.reveal = false;
    gap(10);
    if (!open) state.reveal = false;
    const float width = std::min(room_width(), 520.f);
    switch (vault.state()) {
        case VaultState::Unknown:
            return;
        case VaultState::Unsupported:
            return card(ui, width, [&](float inner) {
                label(ui, body_bold(ui), ui.words("vault.unsupported"), Role::Heading, 3);
                gap(6);
                paragraph(ui, secondary(ui), ui.words("vault.unsupported.text"), inner);
            });
        case VaultState::Absent:
            return card(ui, width, [&](float inner) { set_up(screen, state, inner); });
        case VaultState::Locked:
            return card(ui, width, [&](float inner) { unlock(screen, state, inner); });
        case VaultState::Open:
            return open_store(screen, state);
    }
}

}  // namespace ui
