// Commands that add, remove and move rows, and take them to the clipboard and from it.
#include <algorithm>
#include <utility>

#include "analysis/calendar.hpp"
#include "app/carry_out.hpp"
#include "model/order_key.hpp"

namespace app {
namespace {
// Behind the row `after`, before the sibling that follows it; at the end if there is no such row.
std::string order_behind(const model::Plan& plan, const model::RecordInfo& info, const Id& parent, const Id& after) {
    const model::Row* before = after ? plan.table(info.type).find(after) : nullptr;
    if (!before) return edit::order_at_end(plan, info.type, parent);
    std::string next;
    const model::FieldInfo* field = info.parent();
    for (const model::RowPtr& other : plan.table(info.type))
        if ((!field || model::get_ref(*other, *field) == parent) && other->order > before->order &&
            (next.empty() || other->order < next))
            next = other->order;
    return model::order_between(before->order, next);
}

void take_paste(Parts& parts, Paste paste) {
    Desk& desk = parts.desk;
    if (paste.batch.empty()) return desk.say(std::string(desk.words()("paste.nothing-new")));
    if (!edit_plan(parts, paste.batch, "undo.paste")) return;
    desk.select(std::get<edit::PutRow>(paste.batch.front()).record, paste.first);
    desk.select_to(paste.last);
    desk.say(desk.words()("message.pasted-rows", {std::to_string(paste.changed), std::to_string(paste.added)}));
}
}  // namespace

void on(Parts& parts, AddRow command) {
    if (!parts.document.is_open()) return;
    const model::RecordInfo& info = model::record(command.record);
    std::shared_ptr<model::Row> row = info.make();
    const Id id = row->id = parts.ids.next();
    if (const model::FieldInfo* field = info.parent()) model::edit<Id>(*row, *field) = command.parent;
    row->order = order_behind(parts.document.plan(), info, command.parent, command.after);
    if (edit_plan(parts, {edit::PutRow{command.record, std::move(row)}}, "undo.add"))
        parts.desk.select(command.record, id);
}

void on(Parts& parts, AddTarget command) {
    if (!parts.document.is_open()) return;
    const model::Plan& plan = parts.document.plan();
    const model::Row* of = plan.table(command.record).find(command.id);
    if (!of) return;
    const model::RecordInfo& target = model::record(command.field->target);
    std::shared_ptr<model::Row> row = target.make();
    const Id id = row->id = parts.ids.next();
    row->order = edit::order_at_end(plan, target.type, {});
    model::edit<std::string>(*row, *target.title()) = std::move(command.title);
    model::Value value = id;
    if (command.field->kind == model::Kind::Refs) {
        std::vector<Id> more = model::get_refs(*of, *command.field);
        more.push_back(id);
        value = std::move(more);
    }
    edit_plan(parts,
              {edit::PutRow{target.type, std::move(row)},
               edit::SetField{command.record, command.id, command.field, std::move(value)}},
              "undo.set");
}

void on(Parts& parts, RemoveRows command) {
    if (!parts.document.is_open() || command.ids.empty()) return;
    Desk& desk = parts.desk;
    const base::Words& words = desk.words();
    const model::Plan& plan = parts.document.plan();
    const std::string said =
        command.ids.size() > 1
            ? words("message.removed-rows", {std::to_string(command.ids.size())})
            : words("message.removed", {words("record." + std::string(model::record(command.record).name)),
                                        model::title_of(plan, command.record, command.ids.front())});
    if (!edit_plan(parts, {edit::RemoveRows{command.record, command.ids}}, "undo.remove")) return;
    if (std::ranges::find(command.ids, desk.view().selection.id) != command.ids.end()) desk.select_nothing();
    desk.say(said);
}

void on(Parts& parts, PlaceRow command) {
    if (!parts.document.is_open()) return;
    Desk& desk = parts.desk;
    if (!command.move) return desk.say(std::string(desk.words()("message.no-place")));
    const edit::MoveRow& move = *command.move;
    if (!edit_plan(parts, {move}, "undo.move")) return;
    desk.fold(move.parent, false);
    desk.announce(desk.words()("message.moved", {model::title_of(parts.document.plan(), move.record, move.id)}));
}

void on(Parts& parts, CopyRows command) {
    if (!parts.document.is_open()) return;
    const CopiedRows copied = copied_rows(parts.desk.words(), parts.document.plan(), command.table);
    if (copied.rows == 0) return;
    parts.requests.send(CopyText{text_of_cells(copied.cells), html_of_cells(copied.cells, copied.head)});
    parts.desk.say(parts.desk.words()("message.copied-rows", {std::to_string(copied.rows)}));
}

void on(Parts& parts, PasteRows command) {
    if (!parts.document.is_open()) return;
    Desk& desk = parts.desk;
    const base::Words& words = desk.words();
    const model::Plan& plan = parts.document.plan();
    if (parts.document.read_only()) return desk.say_error({"read-only", {}, {}});
    const std::optional<Cells> cells = pasted_cells(command.text, command.html);
    if (!cells)
        return desk.say(words("paste.too-large",
                              {std::to_string(pasted_bytes_limit / 1000000), std::to_string(pasted_cells_limit)}),
                        true);
    // One cell over a whole row is hardly meant.
    if (cells->empty() || (cells->size() == 1 && cells->front().size() == 1))
        return desk.say(std::string(words("paste.no-table")), true);
    const WorkdayCount add_workdays = [&](base::Date from, int days) {
        return analysis::calendar_for(plan).add_workdays(from, days);
    };
    Paste paste = plan_paste(plan, command.table, *cells, {words, parts.clock.today.day, add_workdays}, parts.ids);
    if (!paste.refused.empty()) return desk.say(std::string(words(paste.refused)), true);
    if (paste.problems.empty()) return take_paste(parts, std::move(paste));
    parts.pending_paste = std::move(paste);
    desk.open({DialogKind::PasteRest, {command.table.record, {}}, 0, {}});
}

void on(Parts& parts, FinishPaste command) {
    parts.desk.close_dialog();
    Paste paste = std::exchange(parts.pending_paste, {});
    if (command.agreed && parts.document.is_open()) take_paste(parts, std::move(paste));
}

}  // namespace app
