// Rows of a table that go to the clipboard, come from it, or are removed together.
#include <utility>

#include "analysis/calendar.hpp"
#include "app/workspace.hpp"

namespace app {
namespace {
std::string counted(std::size_t count) {
    return std::to_string(count);
}
}  // namespace

void Workspace::copy_rows(const TableView& table) {
    const CopiedRows copied = copied_rows(*words_, plan(), table);
    if (copied.rows == 0) return;
    request(CopyText{text_of_cells(copied.cells), html_of_cells(copied.cells, copied.head)});
    say((*words_)("message.copied-rows", {counted(copied.rows)}));
}

void Workspace::remove_rows(const TableView& table) {
    if (!table.chosen) return;
    if (table.first == table.last) return remove_row(table.record, table.rows[table.first]);
    const std::vector<Id> ids(table.rows.begin() + static_cast<std::ptrdiff_t>(table.first),
                              table.rows.begin() + static_cast<std::ptrdiff_t>(table.last) + 1);
    want({{edit::RemoveRows{table.record, ids}}, "undo.remove", {}});
    view.selection = {};
    view.range_end = {};
    say((*words_)("message.removed-rows", {counted(ids.size())}));
}

void Workspace::paste_rows(const TableView& table, const Pasted& pasted) {
    if (read_only_) return say(std::string((*words_)("message.read-only")), true);
    const std::optional<Cells> cells = pasted_cells(pasted.text, pasted.html);
    if (!cells)
        return say((*words_)("paste.too-large", {counted(pasted_bytes_limit / 1000000), counted(pasted_cells_limit)}),
                   true);
    // One cell over a whole row is hardly meant.
    if (cells->empty() || (cells->size() == 1 && cells->front().size() == 1))
        return say(std::string((*words_)("paste.no-table")), true);
    const WorkdayCount add_workdays = [this](base::Date from, int days) {
        return analysis::calendar_for(plan()).add_workdays(from, days);
    };
    Paste paste = plan_paste(plan(), table, *cells, {*words_, today_.day, add_workdays}, ids_);
    if (!paste.refused.empty()) return say(std::string((*words_)(paste.refused)), true);
    if (paste.problems.empty()) return take_paste(std::move(paste));
    pending_paste_ = std::move(paste);
    dialog = {DialogKind::PasteRest, {table.record, {}}, 0, {}};
}

void Workspace::take_paste(Paste paste) {
    if (paste.batch.empty()) return say(std::string((*words_)("paste.nothing-new")));
    // Checked here, so that only what really happens is reported.
    base::Result<model::Plan> changed = edit::apply_batch(plan(), paste.batch);
    if (!changed) return say_error(changed.error());
    const RecordType record = std::get<edit::PutRow>(paste.batch.front()).record;
    want({std::move(paste.batch), "undo.paste", {}});
    select(record, paste.first);
    view.range_end = paste.last;
    say((*words_)("message.pasted-rows", {counted(paste.changed), counted(paste.added)}));
}

void Workspace::finish_paste(bool agreed) {
    Paste paste = std::exchange(pending_paste_, {});
    if (agreed) take_paste(std::move(paste));
}

}  // namespace app
