// The private store: verification applications behind a passphrase.
#include <algorithm>
#include <cmath>

#include "analysis/personal.hpp"
#include "analysis/verification.hpp"
#include "base/text.hpp"
#include "base/wipe.hpp"
#include "ui/fields.hpp"
#include "ui/grid.hpp"
#include "ui/icons.hpp"
#include "ui/layout.hpp"
#include "ui/panels/panels.hpp"

namespace ui {
namespace {
using analysis::PersonalKind;
using analysis::Retention;
using app::Application;
using app::DialogKind;
using app::VaultState;
using model::VerificationState;

Tone application_tone(VerificationState state) {
    switch (state) {
        case VerificationState::Collecting:
            return Tone::Neutral;
        case VerificationState::InReview:
            return Tone::Blue;
        case VerificationState::Offered:
            return Tone::Amber;
        case VerificationState::Verified:
            return Tone::Green;
        case VerificationState::Refused:
        case VerificationState::Revoked:
            return Tone::Red;
    }
    return Tone::Neutral;
}

// True: Enter.
bool passphrase_field(Ui& ui, std::string_view id, std::string_view name, std::string& text, float width,
                      std::string_view error) {
    label(ui, secondary(ui), name);
    gap(2);
    const FieldEvent event = text_field(ui, id, name, text, width, {.error = error, .required = true, .secret = true});
    if (event.changed || event.committed) text = event.text;
    gap(10);
    return std::ranges::any_of(ui.input.events, [&](const app::PlatformEvent& each) {
        const auto* committed = std::get_if<app::TextCommitted>(&each);
        return committed && committed->key == event.key && committed->cause == app::TextCommitted::Cause::Enter;
    });
}

void set_up(Screen& screen, VerificationPanelState& state, float width) {
    Ui& ui = screen.ui;
    label(ui, body_bold(ui), ui.words("vault.set-up"), Role::Heading, 3);
    gap(6);
    paragraph(ui, secondary(ui), ui.words("vault.set-up.text"), width);
    gap(12);
    const std::string short_text = ui.words("vault.too-short", {std::to_string(app::Vault::shortest_passphrase)});
    passphrase_field(ui, "passphrase", ui.words("vault.passphrase.new"), state.passphrase, width,
                     state.too_short ? std::string_view(short_text) : std::string_view());
    const bool enter = passphrase_field(ui, "again", ui.words("vault.passphrase.again"), state.again, width,
                                        state.differ ? ui.words("vault.differ") : std::string_view());
    gap(4);
    const Enabled enabled = screen.work.vault().busy() ? Enabled::No : Enabled::Yes;
    const bool wanted = button(ui, "create", ui.words(screen.work.vault().busy() ? "vault.busy" : "vault.create"),
                               {.style = ButtonStyle::Primary, .icon = icon::lock, .enabled = enabled});
    if (!wanted && !enter) return;
    state.too_short = base::count_code_points(state.passphrase) < app::Vault::shortest_passphrase;
    state.differ = !state.too_short && state.passphrase != state.again;
    if (state.too_short || state.differ)
        return ui.announce(state.differ ? std::string(ui.words("vault.differ")) : short_text, true);
    screen.want(app::CreateVault{state.passphrase});
    base::wipe(state.passphrase);
    base::wipe(state.again);
}

// How many there are and how many of them have passed their last day, which is known without the passphrase.
void locked_facts(Screen& screen, float width) {
    Ui& ui = screen.ui;
    const auto& kept = screen.work.vault().kept();
    std::vector<model::Id> expired;
    for (const app::Vault::Kept& each : kept)
        if (analysis::retention_of(each.until, screen.today()) >= Retention::Expired) expired.push_back(each.id);
    paragraph(ui, secondary(ui), ui.words("vault.locked.text", {std::to_string(kept.size())}), width);
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

void add(Screen& screen, VerificationPanelState& state) {
    state.reveal = false;
    screen.want(app::AddApplication{});
}

void use_tool(Screen& screen, VerificationPanelState& state, std::string_view chosen) {
    if (chosen == "add") add(screen, state);
    if (chosen == "lock") screen.want(app::LockVault{});
    if (chosen == "change") screen.open_dialog(DialogKind::ChangePassphrase);
    if (chosen == "destroy") screen.open_dialog(DialogKind::DestroyVault);
}

std::string one_a_line(const std::vector<model::Id>& ids) {
    std::vector<std::string> lines;
    for (const model::Id& each : ids) lines.push_back(each.str());
    return base::join(lines, "\n");
}

// Rows past their last day, and rows that cannot be read, each with what can be done about it.
void notices(Screen& screen, float width) {
    Ui& ui = screen.ui;
    const app::Vault& vault = screen.work.vault();
    const base::Date today = screen.today();
    std::vector<model::Id> expired, damaged;
    for (const Application& each : vault.rows())
        if (analysis::retention_of(each.keep_until, today) >= Retention::Expired) expired.push_back(each.id);
    for (const app::Vault::Kept& each : vault.kept())
        if (!each.readable) damaged.push_back(each.id);
    const auto notice = [&](std::string_view id, const std::vector<model::Id>& ids, std::string_view key,
                            std::string_view help) {
        if (ids.empty()) return;
        side_note(ui, Tone::Amber, ui.words(key, {std::to_string(ids.size())}), ui.words(help), width);
        gap(6);
        if (button(ui, id, ui.words("vault.remove-these"), {.icon = icon::trash}))
            screen.open_dialog(DialogKind::RemoveApplications, {}, {{"ids", one_a_line(ids)}});
        gap(12);
    };
    notice("remove-expired", expired, "vault.expired", "vault.expired.help");
    notice("remove-damaged", damaged, "vault.damaged", "vault.damaged.help");
}

void day_cell(Ui& ui, base::Date day, base::Date today, ImVec2 min, ImVec2 max) {
    const Retention retention = analysis::retention_of(day, today);
    const ImU32 color = retention == Retention::Kept     ? ui.theme.text
                        : retention == Retention::Ending ? ui.theme.amber
                                                         : ui.theme.red;
    text_in(ui, colored(body(ui), color), day.empty() ? ui.words("vault.no-day") : std::string_view(day.iso()), min,
            max);
}

void table(Screen& screen, VerificationPanelState& state, ImVec2 extent) {
    Ui& ui = screen.ui;
    const auto& rows = screen.work.vault().rows();
    const model::RecordInfo& info = model::verification_record();
    const auto word = [&](std::string_view name) { return std::string(field_word(ui, info, *info.find(name))); };
    std::vector<Column> columns{{word("name"), 0, 76}};
    if (extent.x > 420) columns.push_back({word("department"), 0, 96});
    columns.push_back({word("state"), 96});
    if (extent.x > 560) columns.push_back({word("identityNumber"), 178});
    if (extent.x > 720) columns.push_back({word("mobile"), 120});
    columns.push_back({word("keepUntil"), 112});
    GridSpec spec{.id = "applications", .name = ui.words("page.verification"), .columns = columns, .rows = rows.size()};
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].id == screen.view().application) spec.selected = i;
    spec.row_key = [&](std::size_t row) { return static_cast<NodeKey>(rows[row].id.hash()); };
    spec.describe_row = [&](std::size_t row, app::MirrorNode& node) { node.name = rows[row].name; };
    spec.cell = [&](std::size_t row, std::size_t column, ImVec2 min, ImVec2 max) {
        const Application& one = rows[row];
        const std::string& title = columns[column].title;
        if (title == word("name")) {
            const std::string_view shown = one.name.empty() ? ui.words("row.untitled") : std::string_view(one.name);
            return text_in(ui, body(ui), shown, min, max);
        }
        if (title == word("department")) return text_in(ui, body(ui), one.department, min, max);
        if (title == word("state"))
            return chip_at(ui, choice_word(ui, *info.find("state"), static_cast<std::uint8_t>(one.state)),
                           application_tone(one.state), min, max.y - min.y);
        if (title == word("identityNumber"))
            return text_in(ui, body(ui), analysis::masked(one.identity_number, PersonalKind::IdentityNumber), min, max);
        if (title == word("mobile"))
            return text_in(ui, body(ui), analysis::masked(one.mobile, PersonalKind::MobileNumber), min, max);
        day_cell(ui, one.keep_until, screen.today(), min, max);
    };
    const GridEvent event = grid(ui, spec, extent);
    if (event.selected && rows[*event.selected].id != screen.view().application) {
        screen.want(app::ShowApplication{rows[*event.selected].id});
        state.reveal = false;
    }
    if (event.remove) screen.open_dialog(DialogKind::RemoveApplications, {}, {{"ids", rows[*event.remove].id.str()}});
}

void open_store(Screen& screen, VerificationPanelState& state) {
    Ui& ui = screen.ui;
    const float width = ImGui::GetContentRegionAvail().x;
    notices(screen, width);
    const auto& rows = screen.work.vault().rows();
    if (rows.empty()) {
        if (empty_card(ui, "add-first", icon::user_check, ui.words("record.verification.empty"), ui.words("vault.add"),
                       width))
            add(screen, state);
        return;
    }
    const Application* selected = screen.work.vault().find(screen.view().application);
    const bool beside = selected && width >= 820;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float form = beside ? std::clamp(width * 0.4f, 340.f, 440.f) : width;
    const float list = beside ? width - form - 14 : width;
    const float wanted = 40 + ui.row_height() * static_cast<float>(rows.size() + 1);
    const float height =
        beside ? std::max(260.f, ImGui::GetContentRegionAvail().y - 4) : std::clamp(wanted, 150.f, 320.f);
    table(screen, state, ImVec2(list, height));
    if (!selected) return;
    ImGui::SetCursorScreenPos(beside ? ImVec2(at.x + list + 14, at.y) : ImVec2(at.x, at.y + height + 14));
    if (!beside) return card(ui, form, [&](float inner) { verification_form(screen, state, *selected, inner, 0); });
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    card_background(ui, corner, ImVec2(corner.x + form, corner.y + height));
    ImGui::SetCursorScreenPos(ImVec2(corner.x + 18, corner.y + 14));
    ImGui::BeginGroup();
    verification_form(screen, state, *selected, form - 36, height - 18);
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos(corner);
    ImGui::Dummy(ImVec2(form, height));
}
}  // namespace

void verification_panel(Screen& screen, VerificationPanelState& state) {
    Ui& ui = screen.ui;
    const app::Vault& vault = screen.work.vault();
    const bool open = vault.state() == VaultState::Open;
    std::vector<Tool> tools;
    if (open)
        tools = {{"add", std::string(ui.words("vault.add")), {.style = ButtonStyle::Primary, .icon = icon::plus}},
                 {"lock", std::string(ui.words("vault.lock")), {.icon = icon::lock}},
                 {"change", std::string(ui.words("vault.change")), {.icon = icon::key, .icon_only = true}},
                 {"destroy", std::string(ui.words("vault.destroy")), {.icon = icon::trash, .icon_only = true}}};
    use_tool(screen, state, page_head(ui, ui.words("page.verification"), {}, tools));
    gap(10);
    if (!open) state.reveal = false;
    const float width = std::min(ImGui::GetContentRegionAvail().x, 520.f);
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
