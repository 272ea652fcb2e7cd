// The form of one verification application, and the dialogs of the private store.
#include <algorithm>

#include "analysis/personal.hpp"
#include "analysis/verification.hpp"
#include "base/text.hpp"
#include "base/wipe.hpp"
#include "ui/fields.hpp"
#include "ui/form.hpp"
#include "ui/icons.hpp"
#include "ui/panels/panels.hpp"

namespace ui {
namespace {
using app::Application;
using app::DialogKind;
using model::FieldInfo;

constexpr float scroll_bar = 14;

class VaultSink : public ValueSink {
  public:
    VaultSink(app::Vault& vault, const Application& application) : vault_(vault), row_(application) {}
    void set(const FieldInfo& field, const model::Value& value) override {
        if (!model::set_value(row_, field, value)) return;
        vault_.put(row_);
        if (field.kind != model::Kind::Text) vault_.settle();
    }
    void seal() override { vault_.settle(); }
    ~VaultSink() override { app::wipe(row_); }

  private:
    app::Vault& vault_;
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
        label(ui, secondary(ui), field_word(ui, info, field));
        gap(2);
    }
    if (is_masked(screen, state, field, application)) {
        const auto kind =
            field.name == "mobile" ? analysis::PersonalKind::MobileNumber : analysis::PersonalKind::IdentityNumber;
        const std::string shown = analysis::masked(model::get<std::string>(application, field), kind);
        text_field(ui, field.name, field_word(ui, info, field), shown, width, {.read_only = true});
    } else {
        value_editor(screen, info, application, field, width, false);
    }
    for (const analysis::ApplicationProblem& problem : problems) {
        if (problem.field != &field) continue;
        gap(2);
        paragraph(ui, colored(secondary(ui), ui.theme.red), ui.words(problem.words, {problem.argument}), width);
    }
    gap(12);
}

void labelled_secret(Screen& screen, std::string_view id, std::string_view name, float width,
                     std::string_view error = {}) {
    Ui& ui = screen.ui;
    std::string& draft = screen.work.dialog.drafts[std::string(id)];
    label(ui, secondary(ui), name);
    gap(2);
    const FieldEvent event = text_field(ui, id, name, draft, width, {.error = error, .secret = true});
    if (event.changed || event.committed) draft = event.text;
    gap(10);
}

// 1: agreed, -1: called off.
int buttons(Ui& ui, float width, std::string_view agree, ButtonStyle style) {
    gap(20);
    const std::string_view cancel = ui.words("action.cancel");
    const float total = button_width(ui, cancel) + 8 + button_width(ui, agree, {.style = style});
    ImGui::SetCursorScreenPos(ImVec2(ImGui::GetCursorScreenPos().x + width - total, ImGui::GetCursorScreenPos().y));
    if (ImGui::IsWindowAppearing() && style == ButtonStyle::Danger) ui.memory.want_focus = key_of("cancel");
    int chosen = button(ui, "cancel", cancel) ? -1 : 0;
    same_line(8);
    if (button(ui, "agree", agree, {.style = style})) chosen = 1;
    return chosen;
}

void close(app::DialogState& state) {
    for (auto& [name, text] : state.drafts) base::wipe(text);
    state = {};
}

void change_passphrase(Screen& screen) {
    Ui& ui = screen.ui;
    app::DialogState& state = screen.work.dialog;
    Dialog dialog(ui, "change-passphrase", ui.words("vault.change"), 460);
    if (ImGui::IsWindowAppearing()) ui.memory.want_focus = key_of("old");
    const std::string short_text = ui.words("vault.too-short", {std::to_string(app::Vault::shortest_passphrase)});
    labelled_secret(screen, "old", ui.words("vault.passphrase"), dialog.width());
    labelled_secret(screen, "new", ui.words("vault.passphrase.new"), dialog.width(),
                    state.choice == 1 ? std::string_view(short_text) : std::string_view());
    labelled_secret(screen, "again", ui.words("vault.passphrase.again"), dialog.width(),
                    state.choice == 2 ? ui.words("vault.differ") : std::string_view());
    const int chosen = buttons(ui, dialog.width(), ui.words("vault.change"), ButtonStyle::Primary);
    if (chosen == 1) {
        const bool too_short = base::count_code_points(state.drafts["new"]) < app::Vault::shortest_passphrase;
        state.choice = too_short ? 1 : state.drafts["new"] != state.drafts["again"] ? 2 : 0;
        if (state.choice != 0) return;
        screen.work.vault.change(state.drafts["old"], state.drafts["new"]);
    }
    if (chosen != 0 || dialog.dismissed()) close(state);
}

void remove_applications(Screen& screen) {
    Ui& ui = screen.ui;
    app::DialogState& state = screen.work.dialog;
    std::vector<model::Id> ids;
    for (const std::string_view line : base::split(state.drafts["ids"], '\n'))
        if (const auto id = model::Id::parse(line)) ids.push_back(*id);
    Dialog dialog(ui, "remove-applications", ui.words("vault.remove.title"), 460);
    const Application* only = ids.size() == 1 ? screen.work.vault.find(ids[0]) : nullptr;
    const std::string text = only && !only->name.empty() ? ui.words("vault.remove.one", {only->name})
                                                         : ui.words("vault.remove.text", {std::to_string(ids.size())});
    paragraph(ui, body(ui), text, dialog.width());
    const int chosen = buttons(ui, dialog.width(), ui.words("vault.remove"), ButtonStyle::Danger);
    if (chosen == 1) screen.work.vault.remove(ids);
    if (chosen != 0 || dialog.dismissed()) close(state);
}

void destroy_vault(Screen& screen) {
    Ui& ui = screen.ui;
    Dialog dialog(ui, "destroy-vault", ui.words("vault.destroy"), 480);
    paragraph(ui, body(ui), ui.words("vault.destroy.text"), dialog.width());
    const int chosen = buttons(ui, dialog.width(), ui.words("vault.destroy"), ButtonStyle::Danger);
    if (chosen == 1) screen.work.vault.destroy();
    if (chosen != 0 || dialog.dismissed()) close(screen.work.dialog);
}
}  // namespace

void verification_form(Screen& screen, VerificationPanelState& state, const Application& application, float width,
                       float height) {
    Ui& ui = screen.ui;
    app::Vault& vault = screen.work.vault;
    const auto problems =
        analysis::check_application(application, vault.rows(), screen.plan(), screen.work.today().day);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float icons = 2 * ui.control_height() + 4;
    const std::string_view title =
        application.name.empty() ? ui.words("row.untitled") : std::string_view(application.name);
    text_in(ui, body_bold(ui), title, at, ImVec2(at.x + width - icons - 8, at.y + ui.control_height()));
    ImGui::SetCursorScreenPos(ImVec2(at.x + width - icons, at.y));
    if (toggle_icon(ui, "reveal", ui.words("vault.reveal"), state.reveal ? icon::eye_off : icon::eye, state.reveal))
        state.reveal = !state.reveal;
    same_line(4);
    if (icon_button(ui, "remove", ui.words("vault.remove"), icon::trash))
        screen.work.dialog = {DialogKind::RemoveApplications, {}, 0, {{"ids", application.id.str()}}};
    gap(2);
    paragraph(ui, secondary(ui), ui.words(vault.unsaved() ? "vault.saving" : "vault.saved"), width);
    gap(10);
    gap(10);
    // Its own scroll where it stands beside the list, so that neither the list nor the head leaves the screen.
    if (height > 0) {
        const float left = height - (ImGui::GetCursorScreenPos().y - at.y);
        ImGui::BeginChild("fields", ImVec2(width + scroll_bar, left), ImGuiChildFlags_None, ImGuiWindowFlags_NoNav);
    }
    VaultSink sink(vault, application);
    Screen form{ui, screen.work, &sink};
    ImGui::PushID(application.id.str().c_str());
    // A copy: what is typed replaces the row while its form is drawn.
    Application shown = application;
    for (const FieldInfo& field : model::verification_record().fields)
        field_row(form, state, field, shown, problems, width);
    app::wipe(shown);
    ImGui::PopID();
    if (height > 0) ImGui::EndChild();
}

void verification_dialog(Screen& screen) {
    const DialogKind kind = screen.work.dialog.kind;
    if (kind == DialogKind::ChangePassphrase) change_passphrase(screen);
    if (kind == DialogKind::RemoveApplications) remove_applications(screen);
    if (kind == DialogKind::DestroyVault) destroy_vault(screen);
}

}  // namespace ui
