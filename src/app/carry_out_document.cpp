// Commands that change the open plan as a whole or a value in it, and go back and forth in its history.
#include "analysis/inspection.hpp"
#include "app/carry_out.hpp"
#include "edit/rectification.hpp"
#include "model/order_key.hpp"

namespace app {
namespace {
std::string gesture_of(const Id& id, const model::FieldInfo& field) {
    return id.str() + "/" + std::string(field.name);
}
}  // namespace

Edit set_value(RecordType record, const Id& id, const model::FieldInfo& field, model::Value value, Gesture gesture) {
    std::string merge = gesture == Gesture::Continuing ? gesture_of(id, field) : std::string();
    return {{edit::SetField{record, id, &field, std::move(value)}}, "undo.set", std::move(merge)};
}

void carry_out(Parts& parts, Command command) {
    std::visit([&](auto& each) { on(parts, std::move(each)); }, command);
}

bool edit_plan(Parts& parts, const edit::Batch& batch, std::string label, std::string merge) {
    if (!parts.document.is_open()) return false;
    const base::Status done = parts.document.edit(batch, std::move(label), std::move(merge));
    if (!done) parts.desk.say_error(done.error());
    return done.ok();
}

void on(Parts& parts, Edit command) {
    edit_plan(parts, command.batch, std::move(command.label), std::move(command.merge));
}

void on(Parts& parts, Seal) {
    if (!parts.document.is_open()) return;
    parts.document.seal();
    parts.library.save_now();
}

void on(Parts& parts, TakeBack command) {
    if (!parts.document.is_open()) return;
    parts.document.take_back(gesture_of(command.id, *command.field));
    parts.library.save_now();
}

void on(Parts& parts, Undo) {
    const base::Words& words = parts.desk.words();
    const std::string text = parts.document.undo_text(words);
    if (parts.document.undo()) parts.desk.announce(words("message.undone", {text}));
}

void on(Parts& parts, Redo) {
    const base::Words& words = parts.desk.words();
    const std::string text = parts.document.redo_text(words);
    if (parts.document.redo()) parts.desk.announce(words("message.redone", {text}));
}

void on(Parts& parts, Inspect command) {
    if (!parts.document.is_open()) return;
    const model::Plan& plan = parts.document.plan();
    model::Inspection round;
    round.id = parts.ids.next();
    round.order = edit::order_at_end(plan, RecordType::Inspection, {});
    round.title = std::move(command.title);
    round.date = command.on;
    edit::Batch batch{edit::put_row(round)};
    const std::vector<analysis::Issue> issues = analysis::check(plan, {command.on, base::Moment::at(command.on, 0, 0)});
    std::string order;
    std::size_t count = 0;
    for (model::Finding& finding :
         analysis::propose_findings(plan, issues, round.id, command.on, parts.ids, parts.desk.words())) {
        finding.order = order = model::order_between(order, {});
        batch.push_back(edit::put_row(std::move(finding)));
        ++count;
    }
    if (!edit_plan(parts, batch, "undo.inspect")) return;
    parts.desk.show_round(round.id);
    parts.desk.show(Page::Inspection);
    parts.desk.say(parts.desk.words()("message.inspected", {std::to_string(count)}));
}

void on(Parts& parts, StepFinding command) {
    if (!parts.document.is_open()) return;
    const base::Result<edit::Batch> batch = edit::step_state(
        parts.document.plan(),
        {command.finding, command.to, command.by, parts.clock.today.day, std::move(command.note)}, parts.ids.next());
    if (!batch) return parts.desk.say_error(batch.error());
    edit_plan(parts, *batch, "undo.step-finding");
}

}  // namespace app
