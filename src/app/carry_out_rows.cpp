// Commands that add, remove and move rows, and take them to the clipboard and from it.
#include <algorithm>
#include <utility>

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

template <class Use> void with_transfer(Parts& parts, Use use) {
    const model::Plan& plan = parts.document.plan();
    const sheet::Typing typing{parts.desk.words(), sheet::days_of(plan, parts.clock.today.day)};
    use(TransferContext{plan, typing, parts.ids});
}

void finish_transfer(Parts& parts, Transfer transfer) {
    Desk& desk = parts.desk;
    if (!transfer.batch.empty()) {
        if (!edit_plan(parts, transfer.batch, std::move(transfer.label))) return;
        desk.select(transfer.record, transfer.first);
        desk.select_to(transfer.last);
    }
    if (!transfer.said.empty()) desk.say(std::move(transfer.said), transfer.error);
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
    const base::Words& words = parts.desk.words();
    const sheet::Cut cut = parts.document.read_only() ? sheet::Cut::No : command.cut;
    std::optional<RowTransfer::Copy> copied = parts.transfer.copy(words, parts.document.plan(), command.table, cut);
    if (!copied) return;
    const std::string rows = std::to_string(copied->rows);
    parts.requests.send(CopyText{std::move(copied->text), std::move(copied->html)});
    parts.desk.say(words(cut == sheet::Cut::Yes ? "message.cut-rows" : "message.copied-rows", {rows}));
}

void on(Parts& parts, ForgetCut) {
    parts.transfer.forget_cut();
    parts.desk.announce(std::string(parts.desk.words()("message.cut-forgotten")));
}

void on(Parts& parts, PasteRows command) {
    if (!parts.document.is_open()) return;
    if (parts.document.read_only()) return parts.desk.say_error({"read-only", {}, {}});
    Transfer transfer;
    with_transfer(parts, [&](const TransferContext& context) {
        transfer = parts.transfer.paste(context, command.table, command.text, command.html);
    });
    if (transfer.asks) parts.desk.open({DialogKind::PasteRest, {command.table.record, {}}, 0, {}});
    finish_transfer(parts, std::move(transfer));
}

void on(Parts& parts, ReadPastedColumn command) {
    if (!parts.document.is_open()) return;
    with_transfer(parts, [&](const TransferContext& context) {
        parts.transfer.read_column(context, command.column, command.use, command.field);
    });
}

void on(Parts& parts, PasteWhere command) {
    if (!parts.document.is_open()) return;
    with_transfer(parts, [&](const TransferContext& context) { parts.transfer.paste_into(context, command.into); });
}

void on(Parts& parts, FinishPaste command) {
    parts.desk.close_dialog();
    if (command.agreed && parts.document.is_open()) finish_transfer(parts, parts.transfer.settle(parts.desk.words()));
}

}  // namespace app
