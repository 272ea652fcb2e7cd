#include "view/stored.hpp"

#include "base/bytes_text.hpp"
#include "view/words.hpp"

namespace view {
namespace {
using app::DialogKind;
using app::StoredPlan;

constexpr int reminder_days = 30;
constexpr float buttons_width = 96;  // px, of two

enum class Of : std::uint8_t { Kept, Deleted };
void take_plans(const app::Workspace& work, StoredState& state, Of which) {
    state.plans.clear();
    state.rows.clear();
    for (const StoredPlan& plan : work.library().plans()) {
        if (plan.deleted != (which == Of::Deleted)) continue;
        state.plans.push_back(plan);
        state.rows.push_back(plan.id);
    }
}

std::string plan_title(const base::Words& words, const StoredPlan& plan) {
    return title_or(words, plan.title, "plan.untitled");
}

Wish asked(DialogKind kind, const StoredPlan& plan, std::string title) {
    return app::OpenDialog{{kind, {RecordType::Cover, plan.id}, 0, {{"title", std::move(title)}}}};
}

CellButton button(const base::Words& words, std::string_view id, std::string_view key, const std::string& title,
                  Wish command) {
    return {id, words(key, {title}), std::move(command)};
}

std::string condition(const base::Words& words, const StoredPlan& plan) {
    return plan.condition.empty() ? std::string() : std::string(words("storage.condition." + plan.condition));
}

Row stored_row(const app::Workspace& work, const StoredPlan& plan) {
    const base::Words& words = work.words();
    Row row{.id = plan.id, .name = plan.title};
    const bool whole = plan.opens && plan.condition != "stopped";
    row.cells = {{.text = plan_title(words, plan)},
                 {.text = plan.department},
                 {.text = whole ? plan.saved_at : condition(words, plan),
                  .ink = whole ? Ink::Secondary : Ink::Red,
                  .small = true},
                 {}};
    std::vector<CellButton>& buttons = row.cells.back().buttons;
    if (plan.opens)
        buttons.push_back(button(words, "open", "action.open-plan", plan.title, app::OpenStored{plan.id}));
    else if (plan.bytes > 0)
        buttons.push_back(button(words, "raw", "action.export-raw", plan.title, app::ExportRaw{plan.id}));
    buttons.push_back(button(words, "delete", "action.delete-plan-named", plan.title,
                             asked(DialogKind::ConfirmDeletePlan, plan, plan.title)));
    return row;
}

Row kept_row(const app::Workspace& work, const StoredPlan& plan, Room room) {
    const base::Words& words = work.words();
    const auto& all_backups = work.library().report().backups;
    const auto found = all_backups.find(plan.id);
    const std::size_t backups = found == all_backups.end() ? 0 : found->second.size();
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < backups; ++i) bytes += found->second[i].size;
    const std::string title = plan_title(words, plan);
    Row row{.id = plan.id, .name = title};
    row.cells.push_back(
        {.text = title, .note = condition(words, plan), .note_ink = plan.opens ? Ink::Amber : Ink::Red});
    if (room == Room::Wide) row.cells.push_back({.text = plan.saved_at, .ink = Ink::Secondary, .small = true});
    row.cells.push_back({.text = base::bytes_text(plan.bytes), .ink = Ink::Secondary, .small = true});
    if (room == Room::Wide)
        row.cells.push_back({.text = words("storage.backups-of", {std::to_string(backups), base::bytes_text(bytes)}),
                             .ink = Ink::Secondary,
                             .small = true});
    std::vector<CellButton> buttons;
    if (backups > 0)
        buttons.push_back(
            button(words, "backups", "action.backups-of", title, asked(DialogKind::RestoreBackup, plan, title)));
    if (plan.bytes > 0)
        buttons.push_back(button(words, "raw", "action.export-raw", title, app::ExportRaw{plan.id}));
    else
        buttons.push_back(
            button(words, "purge", "action.purge-plan-named", title, asked(DialogKind::ConfirmPurge, plan, title)));
    row.cells.push_back({.buttons = std::move(buttons)});
    return row;
}

Row deleted_row(const app::Workspace& work, const StoredPlan& plan) {
    const base::Words& words = work.words();
    const std::string title = plan_title(words, plan);
    Row row{
        .id = plan.id, .name = title, .description = std::string(words("storage.deleted-at")) + " " + plan.deleted_at};
    row.cells = {{.text = title}, {.text = plan.purged_on, .ink = Ink::Secondary, .small = true}, {}};
    row.cells.back().buttons = {
        button(words, "restore", "action.restore-plan", title, app::RestorePlan{plan.id}),
        button(words, "purge", "action.purge-plan-named", title, asked(DialogKind::ConfirmPurge, plan, title))};
    return row;
}

Table table_of(const base::Words& words, std::string_view id, std::string_view name, const StoredState& state) {
    Table table{.id = id, .name = std::string(words(name)), .record = RecordType::Cover};
    table.columns = {{.holds = Holds::Title, .title = std::string(words("field.cover.title"))}};
    table.rows = state.rows;
    return table;
}
void add_column(const base::Words& words, Table& table, Holds holds, std::string_view key, float width) {
    table.columns.push_back(
        {.holds = holds, .title = key.empty() ? std::string() : std::string(words(key)), .width = width});
}
}  // namespace

Table stored_plans(const app::Workspace& work, StoredState& state, Room room) {
    const base::Words& words = work.words();
    take_plans(work, state, Of::Kept);
    Table table = table_of(words, "stored", "start.stored-name", state);
    add_column(words, table, Holds::Text, "field.cover.department", room == Room::Narrow ? 0.f : 200.f);
    add_column(words, table, Holds::Date, "start.saved-at", room == Room::Narrow ? 110.f : 160.f);
    add_column(words, table, Holds::Buttons, {}, buttons_width);
    table.row = [&work, &state](std::size_t row) { return stored_row(work, state.plans[row]); };
    table.abilities = kOpensByClick;
    table.wants = [&state](std::size_t row, Table::Act act) -> Wish {
        if (act != Table::Act::Open) return {};
        return app::OpenStored{state.rows[row]};
    };
    if (state.plans.empty())
        table.empty = {std::string(words(work.library().ready() ? "start.no-plans" : "start.loading"))};
    return table;
}

Table kept_plans(const app::Workspace& work, StoredState& state, Room room) {
    const base::Words& words = work.words();
    take_plans(work, state, Of::Kept);
    Table table = table_of(words, "kept", "storage.plans-name", state);
    if (room == Room::Wide) add_column(words, table, Holds::Date, "start.saved-at", 150);
    add_column(words, table, Holds::Text, "storage.size", 84);
    if (room == Room::Wide) add_column(words, table, Holds::Text, "storage.backups", 140);
    add_column(words, table, Holds::Buttons, "storage.actions", buttons_width);
    table.row = [&work, &state, room](std::size_t row) { return kept_row(work, state.plans[row], room); };
    table.wants = [&state](std::size_t row, Table::Act act) -> Wish {
        if (act != Table::Act::Open || !state.plans[row].opens) return {};
        return app::OpenStored{state.rows[row]};
    };
    return table;
}

Table deleted_plans(const app::Workspace& work, StoredState& state) {
    const base::Words& words = work.words();
    take_plans(work, state, Of::Deleted);
    Table table = table_of(words, "trash", "storage.trash-name", state);
    add_column(words, table, Holds::Date, "storage.purged-on", 104);
    add_column(words, table, Holds::Buttons, "storage.actions", buttons_width);
    table.row = [&work, &state](std::size_t row) { return deleted_row(work, state.plans[row]); };
    table.wants = [](std::size_t, Table::Act) -> Wish { return {}; };
    if (state.plans.empty()) table.empty = {std::string(words("storage.trash-empty"))};
    return table;
}

std::vector<std::string> storage_facts(const app::Workspace& work) {
    const base::Words& words = work.words();
    const app::StorageReport& report = work.library().report();
    std::vector<std::string> lines;
    lines.push_back(
        words("storage.facts.sizes", {base::bytes_text(report.sizes.plans), base::bytes_text(report.sizes.backups),
                                      base::bytes_text(report.sizes.trash)}));
    if (report.sizes.damaged > 0)
        lines.push_back(words("storage.facts.damaged", {base::bytes_text(report.sizes.damaged)}));
    if (report.quota > 0)
        lines.push_back(words(
            "storage.facts.quota",
            {base::bytes_text(report.used), base::bytes_text(report.quota - std::min(report.used, report.quota))}));
    if (!report.persistence.empty())
        lines.emplace_back(words(report.persistence == "granted" ? "storage.facts.granted" : "storage.facts.denied"));
    if (const base::Date day = work.library().last_archive())
        lines.push_back(words("storage.facts.archive",
                              {day.iso(), std::to_string(work.library().days_without_archive().value_or(0))}));
    else
        lines.emplace_back(words("storage.facts.no-archive"));
    return lines;
}

std::string archive_reminder(const app::Workspace& work) {
    const std::optional<int> days = work.library().days_without_archive();
    if (!days || *days < reminder_days) return {};
    return work.words()("storage.reminder", {std::to_string(*days)});
}

}  // namespace view
