// The form of one verification application, and the dialogs of the private store.
#include <algorithm>

#include "analysis/personal.hpp"
#include "analysis/verification.hpp"
#include "base/text.hpp"
#include "base/wipe.hpp"
#include "ui/dialogs.hpp"
#include "ui/fields.hpp"
#include "ui/form.hpp"
#include "ui/icons.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panes.hpp"

namespace ui {
namespace {
using app::Application;
using app::DialogKind;
using model::FieldInfo;

class VaultSink : public view::ValueSink {
  public:
    VaultSink(app::Commands& commands, const Application& application) : commands_(commands), row_(application) {}
    void set(const FieldInfo& field, const model::Value& value) override {
        if (!model::set_value(row_, field, value)) return;
        commands_.push(app::PutApplication{row_});
        if (field.kind != model::Kind::Text) seal();
    }
    void seal() override { commands_.push(app::SettleApplications{}); }
    ~VaultSink() override { app::wipe(row_); }

  private:
    app::Commands& commands_;
    Application row_;
};

// Numbers are shown with stars until they are asked for; only then, or while empty, can they be edited.
bool is_masked(const Screen& screen, const VerificationPanelState& state, const FieldInfo& field,
               const Application& application) {
    const bool number = field.name == "identityNumber" || field.name == "mobile";
    return number && !state.reveal && !model::is_empty(application, field) &&
           screen.ui.input.editing != key_of(field.name);
}

void field_row(Screen& screen, const VerificationPanelState& state, const FieldInfo& field,
               const Application& application, std::span<const analysis::ApplicationProblem> problems, float width) {
    Ui& ui = screen.ui;
    const model::RecordInfo& info = model::verification_record();
    if (field.kind != model::Kind::Flag) {
        label(ui, secondary(ui), view::field_word(ui.words, info, field));
        gap(2);
    }
    if (is_masked(screen, state, field, application)) {
        const auto kind =
            field.name == "mobile" ? analysis::PersonalKind::MobileNumber : analysis::PersonalKind::IdentityNumber;
        const std::string shown = analysis::masked(model::get<std::string>(application, field), kind);
        text_field(ui, field.name, view::field_word(ui.words, info, field), shown, width, {.read_only = true});
    } else {
        value_editor(screen, info, application, view::form_field(ui.words, info, field), width, false);
    }
    for (const analysis::ApplicationProblem& problem : problems) {
        if (problem.field != &field) continue;
        gap(2);
        paragraph(ui, colored(secondary(ui), ui.theme.red), ui.words(problem.words, {problem.argument}), width);
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
    const std::uint8_t wrong = screen.dialog().choice;
    Dialog dialog(ui, "change-passphrase", ui.words("vault.change"), 460);
    focus_on_opening(ui, key_of("old"));
    const std::string short_text = ui.words("vault.too-short", {std::to_string(app::Vault::shortest_passphrase)});
    std::string old = labelled_secret(screen, "old", ui.words("vault.passphrase"), dialog.width());
    std::string next = labelled_secret(screen, "new", ui.words("vault.passphrase.new"), dialog.width(),
                                       wrong == 1 ? std::string_view(short_text) : std::string_view());
    std::string again = labelled_secret(screen, "again", ui.words("vault.passphrase.again"), dialog.width(),
                                        wrong == 2 ? ui.words("vault.differ") : std::string_view());
    const int chosen = buttons(screen, dialog.width(), ui.words("vault.change"), ButtonStyle::Primary);
    const bool too_short = base::count_code_points(next) < app::Vault::shortest_passphrase;
    const std::uint8_t found = too_short ? 1 : next != again ? 2 : 0;
    if (chosen == 1) screen.want(app::SetChoice{found});
    if (chosen == 1 && found == 0) screen.want(app::ChangePassphrase{old, next});
    if (chosen < 0 || (chosen == 1 && found == 0) || dialog.dismissed()) screen.want(app::CloseDialog{});
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
    const auto problems = analysis::check_application(application, vault.rows(), screen.plan(), screen.today());
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
    VaultSink sink(screen.commands, application);
    Screen form{ui, screen.work, screen.commands, &sink};
    // Its own scroll where it stands beside the list, so that neither the list nor the head leaves the screen.
    scrolled("fields", width, top, height, [&] {
        ImGui::PushID(application.id.str().c_str());
        for (const FieldInfo& field : model::verification_record().fields)
            field_row(form, state, field, application, problems, width);
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
