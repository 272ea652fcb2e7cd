#include "view/form.hpp"

#include "analysis/calendar.hpp"
#include "view/words.hpp"

namespace view {
namespace {
using model::FieldInfo;
using model::RecordInfo;

const FieldInfo* owner_field(const RecordInfo& info) {
    for (const FieldInfo& field : info.fields)
        if (field.has(model::kOwner)) return &field;
    return nullptr;
}

// How many working days a task takes, and whether the calendar of a year in it is not known yet.
std::string days_of_task(const app::Workspace& work, const model::Task& task) {
    if (!task.start || !task.finish || task.finish < task.start) return {};
    const base::Words& words = work.words();
    const analysis::Calendar calendar = analysis::calendar_for(work.plan());
    std::string text = words("task.working-days", {std::to_string(calendar.workdays(task.start, task.finish))});
    if (calendar.provisional(task.start, task.finish)) text += "（" + std::string(words("calendar.provisional")) + "）";
    return text;
}

std::optional<Cell> state_of_indicator(const app::Workspace& work, const Id& id) {
    for (const analysis::IndicatorState& state : work.derived().indicators())
        if (state.indicator->id == id)
            return chip(work.words()("indicator-status." + std::string(analysis::name_of(state.status))),
                        tone_of(state.status));
    return std::nullopt;
}
}  // namespace

FormField form_field(const base::Words& words, const RecordInfo& info, const FieldInfo& field) {
    FormField shown{.field = &field, .name = std::string(field_word(words, info, field))};
    const std::string hint = "field." + std::string(info.name) + "." + std::string(field.name) + ".hint";
    if (words.has(hint))
        shown.hint = words(hint);
    else if (field.kind == model::Kind::Texts)
        shown.hint = words("field.list.hint");
    else if (field.kind == model::Kind::Moment)
        shown.hint = words("field.moment.hint");
    shown.labelled = field.kind != model::Kind::Flag;
    shown.required = field.has(model::kRequired);
    shown.whole_width = field.has(model::kLong) || field.has(model::kTitle) || field.kind == model::Kind::Texts ||
                        field.kind == model::Kind::Refs;
    return shown;
}

std::vector<FormField> form_fields(const app::Workspace& work, const RecordInfo& info, const model::Row& row) {
    std::vector<FormField> fields;
    for (const FieldInfo& field : info.fields) {
        if (field.has(model::kSystem) || field.has(model::kOwner)) continue;
        FormField& shown = fields.emplace_back(form_field(work.words(), info, field));
        for (const analysis::Issue* issue : work.derived().check().of(row.id)) {
            if (issue->field != &field || shown.finding) continue;
            shown.finding = {tone_of(issue->severity), analysis::sentence(work.words(), work.plan(), *issue)};
        }
    }
    return fields;
}

std::vector<OwnedList> owned_lists(const app::Workspace& work, const RecordInfo& info, const model::Row& row) {
    const base::Words& words = work.words();
    std::vector<OwnedList> lists;
    for (const RecordType type : app::owned_records(info.type)) {
        const RecordInfo& owned = model::record(type);
        const FieldInfo* owner = owner_field(owned);
        if (!owner || owned.fields[0].has(model::kSystem)) continue;  // written by commands: shown as history elsewhere
        OwnedList& list = lists.emplace_back();
        list.id = owned.name;
        for (const model::Row* each : model::in_order(work.plan().table(type)))
            if (model::get_ref(*each, *owner) == row.id)
                list.rows.push_back({title_or(words, model::title_of(owned, *each)), {type, each->id}});
        list.heading = std::string(record_word(words, owned)) + " " + std::to_string(list.rows.size());
        if (!work.read_only()) list.add = words("action.add-record", {record_word(words, owned)});
        list.added = {type, row.id};
    }
    return lists;
}

std::vector<IssueNote> issue_notes(const app::Workspace& work, const Id& row) {
    std::vector<IssueNote> notes;
    for (const app::Note& note : work.derived().notes(row)) {
        IssueNote& shown = notes.emplace_back();
        shown.tone = tone_of(note.issue->severity);
        shown.sentence = analysis::sentence(work.words(), work.plan(), *note.issue);
        shown.help = analysis::help(work.words(), *note.issue);
        if (note.fix && !work.read_only())
            shown.mend = app::set_value(note.fix->record, note.fix->id, *note.fix->field, note.fix->value);
    }
    return notes;
}

std::optional<Inspector> inspector(const app::Workspace& work) {
    const base::Words& words = work.words();
    const app::Selection& selection = work.view().selection;
    const RecordInfo& info = model::record(selection.record);
    const model::Row* row = work.plan().table(info.type).find(selection.id);
    if (!row) return std::nullopt;
    Inspector shown{.info = &info, .row = row, .title = model::title_of(info, *row)};
    if (shown.title.empty()) shown.title = words("row.new", {record_word(words, info)});
    if (const FieldInfo* owner = owner_field(info); owner && !model::get_ref(*row, *owner).empty()) {
        const Id& id = model::get_ref(*row, *owner);
        shown.owner = {model::title_of(work.plan(), owner->target, id), {owner->target, id}};
    }
    if (info.type == RecordType::Task) shown.fact = days_of_task(work, static_cast<const model::Task&>(*row));
    if (info.type == RecordType::Indicator) shown.state = state_of_indicator(work, row->id);
    if (!work.read_only()) shown.remove = words("action.remove-record", {record_word(words, info)});
    shown.removed = {info.type, {row->id}};
    return shown;
}

}  // namespace view
