// What is asked before cells of other programs become rows: which column means what, whether rows are written over, and
// whether the rest goes in if something was not understood.
#include "base/text.hpp"
#include "ui/dialogs.hpp"
#include "ui/fields.hpp"

namespace ui {
namespace {
using app::PendingPaste;
using sheet::PasteColumn;
using Use = PasteColumn::Use;

struct Choice {
    Use use;
    const model::FieldInfo* field;
    std::string name;
};

std::vector<Choice> choices_of(const Ui& ui, const sheet::TableView& table) {
    const model::RecordInfo& info = model::record(table.record);
    std::vector<Choice> choices{{Use::LeftOut, nullptr, std::string(ui.words("paste.leave-out"))}};
    if (info.tree()) choices.push_back({Use::Outline, nullptr, std::string(ui.words("paste.outline"))});
    for (const model::FieldInfo* field : sheet::fillable_fields(table))
        choices.push_back({Use::Field, field, sheet::column_name(ui.words, info, *field)});
    return choices;
}

// Those that only a person can tell; without a head that is all of them.
void ask_columns(Screen& screen, float width) {
    Ui& ui = screen.ui;
    const PendingPaste& pending = screen.work.transfer().pending();
    const std::vector<Choice> choices = choices_of(ui, pending.table);
    std::optional<std::size_t> changed;
    std::size_t to = 0;
    for (std::size_t i = 0; i < pending.head.columns.size(); ++i) {
        const PasteColumn& column = pending.head.columns[i];
        if (column.known || column.sample.empty()) continue;
        gap(10);
        const std::string name =
            column.title.empty() ? ui.words("paste.column", {std::to_string(i + 1)}) : column.title;
        const std::string asked =
            ui.words("dialog.paste.column", {name, elide(body(ui), base::replace_all(column.sample, "\n", " "), 240)});
        label(ui, secondary(ui), asked);
        gap(2);
        const auto is_now = [&](const Choice& each) { return each.use == column.use && each.field == column.field; };
        const auto now = std::ranges::find_if(choices, is_now);
        const ChoiceEvent event = choice_field(ui, "column" + std::to_string(i), asked,
                                               now == choices.end() ? std::string_view() : now->name, width, [&] {
                                                   std::vector<Option> options;
                                                   for (const Choice& each : choices)
                                                       options.push_back({each.name, is_now(each)});
                                                   return options;
                                               });
        if (!event.chosen) continue;
        changed = i;
        to = *event.chosen;
    }
    if (changed) screen.want(app::ReadPastedColumn{*changed, choices[to].use, choices[to].field});
}

void tell_problems(Ui& ui, const sheet::Paste& paste, float width) {
    constexpr std::size_t shown = 5;
    for (std::size_t i = 0; i < std::min(shown, paste.problems.size()); ++i) {
        const sheet::PasteProblem& problem = paste.problems[i];
        const std::string text = elide(body(ui), problem.text, 160), row = std::to_string(problem.row);
        gap(8);
        paragraph(ui, body(ui),
                  problem.row == 0 ? ui.words("dialog.paste.lost", {problem.column, text, problem.reason})
                                   : ui.words("dialog.paste.problem", {row, problem.column, text, problem.reason}),
                  width);
    }
    if (paste.problems.size() <= shown) return;
    gap(8);
    paragraph(ui, body(ui), ui.words("dialog.paste.more", {std::to_string(paste.problems.size() - shown)}), width);
}

// Days without a year, and how each was understood.
void tell_readings(Ui& ui, const sheet::Paste& paste, float width) {
    constexpr std::size_t shown = 8;
    if (paste.readings.empty()) return;
    std::string list;
    for (std::size_t i = 0; i < std::min(shown, paste.readings.size()); ++i) {
        const sheet::PasteReading& each = paste.readings[i];
        list += std::string(i == 0 ? std::string_view() : ui.words("dialog.paste.and")) +
                ui.words("dialog.paste.read-as", {each.text, each.as.iso()});
    }
    gap(8);
    paragraph(ui, body(ui), ui.words("dialog.paste.years", {list, std::to_string(paste.readings.size())}), width);
}

void ask_where(Screen& screen) {
    Ui& ui = screen.ui;
    const PendingPaste& pending = screen.work.transfer().pending();
    const std::string rows = std::to_string(pending.table.last - pending.table.first + 1);
    const std::vector<std::string> labels{std::string(ui.words("dialog.paste.as-new")),
                                          ui.words("dialog.paste.over", {rows})};
    gap(10);
    const auto now = static_cast<std::size_t>(pending.into);
    const std::size_t chosen = segmented(ui, "into", ui.words("dialog.paste.where"), labels, now);
    if (chosen != now) screen.want(app::PasteWhere{static_cast<sheet::PasteInto>(chosen)});
}
}  // namespace

void paste_dialog(Screen& screen) {
    Ui& ui = screen.ui;
    const PendingPaste& pending = screen.work.transfer().pending();
    const bool problems = !pending.paste.problems.empty();
    Dialog dialog(ui, "paste",
                  problems ? ui.words("dialog.paste.title", {std::to_string(pending.paste.problems.size())})
                           : std::string(ui.words("dialog.paste.check")),
                  560);
    focus_on_opening(ui, key_of("cancel"));
    paragraph(ui, colored(body(ui), ui.theme.secondary),
              ui.words(problems ? "dialog.paste.text" : "dialog.paste.check-text",
                       {std::to_string(pending.paste.changed), std::to_string(pending.paste.added)}),
              dialog.width());
    tell_problems(ui, pending.paste, dialog.width());
    tell_readings(ui, pending.paste, dialog.width());
    if (pending.may_overwrite) ask_where(screen);
    ask_columns(screen, dialog.width());
    const int chosen = buttons(screen, dialog.width(), ui.words(problems ? "action.paste-rest" : "action.paste"),
                               ButtonStyle::Primary, pending.paste.batch.empty() ? Enabled::No : Enabled::Yes);
    if (chosen != 0 || dialog.dismissed()) screen.want(app::FinishPaste{chosen == 1});
}

}  // namespace ui
