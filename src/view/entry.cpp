#include "view/entry.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "sheet/field_text.hpp"
#include "sheet/typed.hpp"
#include "view/words.hpp"

namespace view {
namespace {
using model::FieldInfo;
using model::Kind;
using model::RecordInfo;
using model::Value;

std::string refused_because(const Entry& entry, const Value& value) {
    return app::refusal(entry.work.words(), entry.info, entry.field, value);
}

std::vector<Offer> choice_offers(const Entry& entry) {
    const std::uint8_t now = model::get_choice(entry.row, entry.field);
    std::vector<Offer> all;
    for (std::size_t i = 0; i < entry.field.choices->values.size(); ++i) {
        const auto value = static_cast<std::uint8_t>(i);
        all.push_back({std::string(choice_word(entry.work.words(), entry.field, value)), value, value == now});
    }
    return all;
}
}  // namespace

app::DraftPlace Entry::place() const {
    return {sink ? Id() : work.plan().id, info.type, row.id, &field};
}

void Entry::set(Value value, app::Gesture gesture) const {
    if (sink) return sink->set(field, value);
    commands.push(app::set_value(info.type, row.id, field, std::move(value), gesture));
}

void Entry::add_target(const std::string& title) const {
    commands.push(app::AddTarget{info.type, row.id, &field, title});
}

void Entry::take_back() const {
    if (!sink) commands.push(app::TakeBack{row.id, &field});
}

void Entry::seal() const {
    if (sink) return sink->seal();
    commands.push(app::Seal{});
}

std::string take_typed(const Entry& entry, const Typed& typed, std::string_view value) {
    const app::DraftPlace place = entry.place();
    if (typed.cancelled) {  // whatever else came in this frame
        entry.commands.push(app::DropDraft{place});
        entry.take_back();
        return {};
    }
    if (!typed.changed && !typed.committed) return {};
    Value wanted = app::typed_value(entry.field, typed.text);
    std::string refused = refused_because(entry, wanted);
    if (refused.empty()) {
        entry.commands.push(app::DropDraft{place});
        if (typed.text != value) entry.set(std::move(wanted), app::Gesture::Continuing);
    } else if (!entry.sink) {
        const auto typing = typed.committed ? app::Drafts::Typing::Over : app::Drafts::Typing::On;
        entry.commands.push(app::KeepDraft{place, typed.text, typing});
    } else if (typed.committed) {
        entry.commands.push(app::Say{std::move(refused), true});  // the private store's texts are kept nowhere else
        refused.clear();
    }
    if (!typed.committed) return {};
    entry.seal();
    return refused;
}

std::string text_value(const Entry& entry) {
    if (entry.field.kind == Kind::Texts)
        return base::join(model::get<std::vector<std::string>>(entry.row, entry.field), "\n");
    return model::get<std::string>(entry.row, entry.field);
}

Standing standing(const Entry& entry) {
    const std::string* draft = entry.sink ? nullptr : entry.work.desk().drafts().find(entry.place());
    if (!draft) return {text_value(entry), {}};
    return {*draft, refused_because(entry, app::typed_value(entry.field, *draft))};
}

base::DateContext days_for(const app::Workspace& work) {
    const base::Date today = work.today().day;
    return work.has_plan() ? sheet::days_of(work.plan(), today) : base::DateContext{today};
}

std::string number_text(const Entry& entry) {
    const base::Words& words = entry.work.words();
    std::string text = sheet::field_text(words, entry.work.plan(), entry.info, entry.row, entry.field);
    if (entry.field.kind != Kind::Moment) text.resize(std::min(text.find(' '), text.size()));  // without the unit
    return text;
}

std::optional<Value> number_of(const Entry& entry, std::string_view text) {
    return sheet::parse_value(entry.field, text, {entry.work.words(), days_for(entry.work)});
}

std::string refusal_of_number(const Entry& entry, std::string_view text) {
    const sheet::Typing typing{entry.work.words(), days_for(entry.work)};
    const std::optional<Value> value = sheet::parse_value(entry.field, text, typing);
    return value ? refused_because(entry, *value)
                 : std::string(entry.work.words()(sheet::invalid_words(entry.field, text, typing)));
}

std::string shown_choice(const Entry& entry) {
    if (entry.field.kind == Kind::Choice)
        return std::string(choice_word(entry.work.words(), entry.field, model::get_choice(entry.row, entry.field)));
    return sheet::field_text(entry.work.words(), entry.work.plan(), entry.info, entry.row, entry.field);
}

std::vector<Offer> offers(const Entry& entry) {
    if (entry.field.kind == Kind::Choice) return choice_offers(entry);
    const bool several = entry.field.kind == Kind::Refs;
    const std::vector<Id> now =
        several ? model::get_refs(entry.row, entry.field) : std::vector<Id>{model::get_ref(entry.row, entry.field)};
    std::vector<Offer> all;
    if (!several) all.push_back({{}, Value(), now.front().empty()});
    const RecordInfo& target = model::record(entry.field.target);
    for (const model::Row* row : model::in_order(entry.work.plan().table(entry.field.target))) {
        if (entry.field.target == entry.info.type && row->id == entry.row.id) continue;
        const bool selected = std::ranges::find(now, row->id) != now.end();
        if (several && selected) continue;
        std::vector<Id> more = now;
        more.push_back(row->id);
        all.push_back({model::title_of(target, *row), several ? Value(std::move(more)) : Value(row->id), selected});
    }
    return all;
}

bool may_create(const FieldInfo& field) {
    const RecordInfo& target = model::record(field.target);
    return target.title() &&
           std::ranges::none_of(target.fields, [](const FieldInfo& each) { return each.has(model::kOwner); });
}

std::vector<Referred> referred(const Entry& entry) {
    const std::vector<Id> now = model::get_refs(entry.row, entry.field);
    std::vector<Referred> all;
    for (const Id& id : now) {
        std::vector<Id> fewer = now;
        std::erase(fewer, id);
        all.push_back({id, model::title_of(entry.work.plan(), entry.field.target, id), std::move(fewer)});
    }
    return all;
}

}  // namespace view
