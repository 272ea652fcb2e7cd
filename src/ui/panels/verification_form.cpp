// The form of one verification application, and the dialogs of the private store.
#include <algorithm>

#include "base/text.hpp"
#include "base/wipe.hpp"
#include "ui/dialogs.hpp"
#include "ui/fields.hpp"
#include "ui/form.hpp"
#include "ui/icons.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panes.hpp"
#include "view/vault_form.hpp"

namespace ui {
namespace {
using app::Application;
using app::DialogKind;
using view::PassphraseFault;

void field_row(Screen& screen, const app::Application& application, const view::ApplicationField& field, float width) {
    Ui& ui = screen.ui;
    if (field.field.labelled) {
        label(ui, secondary(ui), field.field.name);
        gap(2);
    }
    const std::string_view id = field.field.field->name;
    if (!field.masked.empty() && ui.input.editing != key_of(id))
        text_field(ui, id, field.field.name, field.masked, width, {.read_only = true});
    else
        value_editor(screen, model::verification_record(), application, field.field, width, false);
    for (const std::string& problem : field.problems) {
        gap(2);
        paragraph(ui, colored(secondary(ui), ui.theme.red), problem, width);
    }
    gap(12);
}

// What stands in the field now.
std::string labelled_secret(Screen& screen, std::string_view id, std::string_view name, float width,
                            std::string_view error = {}) {
    Ui& ui = screen.ui;
    const std::string& draft = screen.dialog().draft(id);
    label(ui, secondary(ui), name);
    gap(2);
    const FieldEvent event = text_field(ui, id, name, draft, width, {.error = error, .secret = true});
    gap(10);
    if (!event.changed && !event.committed) return draft;
    screen.want(app::SetDraft{std::string(id), event.text});
    return event.text;
}

void change_passphrase(Screen& screen) {
    Ui& ui = screen.ui;
    const auto wrong = static_cast<PassphraseFault>(screen.dialog().choice);
    Dialog dialog(ui, "change-passphrase", ui.words("vault.change"), 460);
    focus_on_opening(ui, key_of("old"));
    const std::string said = view::fault_text(ui.words, wrong);
    const auto error = [&](PassphraseFault fault) {
        return wrong == fault ? std::string_view(said) : std::string_view();
    };
    std::string old = labelled_secret(screen, "old", ui.words("vault.passphrase"), dialog.width());
    std::string next = labelled_secret(screen, "new", ui.words("vault.passphrase.new"), dialog.width(),
                                       error(PassphraseFault::TooShort));
    std::string again = labelled_secret(screen, "again", ui.words("vault.passphrase.again"), dialog.width(),
                                        error(PassphraseFault::Differ));
    const int chosen = buttons(screen, dialog.width(), ui.words("vault.change"), ButtonStyle::Primary);
    const PassphraseFault found = view::fault_of(next, again);
    const bool agreed = chosen == 1 && found == PassphraseFault::None;
    if (chosen == 1) screen.want(app::SetChoice{static_cast<std::uint8_t>(found)});
    if (agreed) screen.want(app::ChangePassphrase{old, next});
    if (chosen < 0 || agreed || dialog.dismissed()) screen.want(app::CloseDialog{});
    for (std::string* text : {&old, &next, &again}) base::wipe(*text);
}

void remove_applications(Screen& screen) {
    Ui& ui = screen.ui;
    std::vector<model::Id> ids;
    for (const std::string_view line : base::split(screen.dialog().draft("ids"), '\n'))
        if (const auto id = model::Id::parse(line)) ids.push_back(*id);
    Dialog dialog(ui, "remove-applications", ui.words("vault.remove.title"), 460);
    const Application* only = ids.size() == 1 ? screen.work.vault().find(ids[0]) : nullptr;
    const std::string text = only && !only->name.empty() ? ui.words("vault.remove.one", {only->name})
                                                         : ui.words("vault.remove.text", {std::to_string(ids.size())});
    paragraph(ui, body(ui), text, dialog.width());
    focus_on_opening(ui, key_of("cancel"));
    const int chosen = buttons(screen, dialog.width(), ui.words("vault.remove"), ButtonStyle::Danger);
    if (chosen == 1) screen.want(app::RemoveApplications{ids});
    if (chosen != 0 || dialog.dismissed()) screen.want(app::CloseDialog{});
}

void destroy_vault(Screen& screen) {
    Ui& ui = screen.ui;
    Dialog dialog(ui, "destroy-vault", ui.words("vault.destroy"), 480);
    paragraph(ui, body(ui), ui.words("vault.destroy.text"), dialog.width());
    focus_on_opening(ui, key_of("cancel"));
    const int chosen = buttons(screen, dialog.width(), ui.words("vault.destroy"), ButtonStyle::Danger);
    if (chosen == 1) screen.want(app::DestroyVault{});
    if (chosen != 0 || dialog.dismissed()) screen.want(app::CloseDialog{});
}
}  // namespace

void verification_form(Screen& screen, VerificationPanelState& state, const Application& application, float width,
                       float height) {
    Ui& ui = screen.ui;
    const app::Vault& vault = screen.work.vault();
    const float top = cursor_top();
    side_head(ui, view::title_or(ui.words, application.name), width, 2, [&] {
        const char* eye = state.reveal ? icon::eye_off : icon::eye;
        if (toggle_icon(ui, "reveal", ui.words("vault.reveal"), eye, state.reveal)) state.reveal = !state.reveal;
        same_line(4);
        if (icon_button(ui, "remove", ui.words("vault.remove"), icon::trash))
            screen.want(view::ask_removal({application.id}));
    });
    gap(2);
    paragraph(ui, secondary(ui), ui.words(vault.unsaved() ? "vault.saving" : "vault.saved"), width);
    gap(20);
    view::ApplicationSink sink(screen.commands, application);
    Screen form{ui, screen.work, screen.commands, &sink};
    const auto numbers = state.reveal ? view::Numbers::Shown : view::Numbers::Masked;
    // Its own scroll where it stands beside the list, so that neither the list nor the head leaves the screen.
    scrolled("fields", width, top, height, [&] {
        ImGui::PushID(application.id.str().c_str());
        for (const view::ApplicationField& field : view::application_fields(screen.work, application, numbers))
            field_row(form, application, field, width);
        ImGui::PopID();
    });
}

void verification_dialog(Screen& screen) {
    const DialogKind kind = screen.dialog().kind;
    if (kind == DialogKind::ChangePassphrase) change_passphrase(screen);
    if (kind == DialogKind::RemoveApplications) remove_applications(screen);
    if (kind == DialogKind::DestroyVault) destroy_vault(screen);
}

}  // namespace ui
