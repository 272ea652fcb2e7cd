#include "intake/draft.hpp"

#include <algorithm>

#include "base/date_reading.hpp"
#include "base/number_reading.hpp"
#include "base/placeholder.hpp"
#include "base/text.hpp"
#include "intake/pieces.hpp"
#include "model/order_key.hpp"
#include "model/value.hpp"
#include "reading/typed.hpp"

namespace intake {
namespace {
using model::FieldInfo;
using model::Kind;

// Cut to what the field holds, on a character.
std::string within(std::string_view text, const FieldInfo& field) {
    std::size_t at = 0;
    for (std::int64_t i = 0; i < field.max && at < text.size(); ++i) base::next_code_point(text, at);
    return std::string(text.substr(0, at));
}
bool fits(std::string_view text, const FieldInfo& field) {
    return static_cast<std::int64_t>(base::count_code_points(text)) <= field.max;
}

// Control characters and such are not let in by the model.
std::string clean(std::string_view text) {
    std::string result;
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n') result += c;
    return std::string(base::trim(result));
}
}  // namespace

bool is_open(std::string_view text) {
    const std::string_view trimmed = base::trim(text);
    if (trimmed.empty()) return true;
    const std::string_view found = base::find_placeholder(trimmed);
    if (found.empty()) return false;
    if (found.size() == trimmed.size()) return true;
    // [开始时间]-[时间], [甲]、[乙], ...
    std::string rest(trimmed);
    for (std::string_view one = found; !one.empty();) {
        const std::string word(one);
        rest = base::replace_all(rest, word, "");
        one = base::find_placeholder(rest);
    }
    for (const std::string_view joint :
         {"-", "—", "至", "、", "，", ",", "～", "~", "。", "；", ".", "…", " ", "日", "人", "%"})
        rest = base::replace_all(rest, joint, "");
    return rest.empty();
}

Draft::Draft(base::IdSource& ids, base::Date today) : ids_(ids), today_(today) {}

const FieldInfo* Draft::field(Handle row, std::string_view name) const {
    return row < items_.size() ? items_[row].info->find(name) : nullptr;
}

Handle Draft::add(std::string_view record) {
    const model::RecordInfo* info = model::find_record(record);
    if (!info) return no_row;
    if (info->singleton)
        for (Handle i = 0; i < items_.size(); ++i)
            if (items_[i].info == info) return i;
    auto row = info->make();
    row->id = info->singleton ? model::singleton_id(*info) : ids_.next();
    items_.push_back({info, std::move(row)});
    return items_.size() - 1;
}

void Draft::trace(Verdict verdict, Handle row, std::string_view field_name, std::string_view text,
                  std::string_view reason) {
    Trace trace;
    trace.verdict = verdict;
    if (row < items_.size()) {
        trace.record = items_[row].info->name;
        trace.row = items_[row].row->id.str();
    }
    trace.field = field_name;
    trace.line = line_;
    trace.text = text;
    trace.reason = reason;
    traces_.push_back(std::move(trace));
}

void Draft::doubt(Handle row, std::string_view field_name, std::string_view text, std::string_view reason) {
    trace(Verdict::Doubtful, row, field_name, text, reason);
}
void Draft::left(std::string_view text, std::string_view reason) {
    trace(Verdict::Left, no_row, {}, text, reason);
}

bool Draft::set(Handle row, std::string_view name, std::string_view given) {
    const FieldInfo* info = field(row, name);
    if (!info) return false;
    const std::string text = clean(given);
    model::Row& into = *items_[row].row;
    if (is_open(text)) {
        if (!text.empty()) trace(Verdict::Left, row, name, text, "placeholder");
        return true;
    }
    const base::DateContext days{today_, {}, {}, {}};
    bool good = false;
    switch (info->kind) {
        case Kind::Text: {
            std::string value = info->has(model::kLong) ? text : base::replace_all(text, "\n", " ");
            if (!fits(value, *info)) {
                doubt(row, name, value, "cut");
                value = within(value, *info);
            }
            model::edit<std::string>(into, *info) = std::move(value);
            good = true;
            break;
        }
        case Kind::Texts: {
            auto& list = model::edit<std::vector<std::string>>(into, *info);
            for (const std::string& entry : list_of(text))
                if (!is_open(entry) && list.size() < model::list_limit) list.push_back(within(entry, *info));
            good = true;
            break;
        }
        case Kind::Date: {
            const base::DateReading reading = base::read_date(text, days);
            if (!reading.date || reading.year_added || reading.date->empty()) break;  // no year is invented
            model::edit<model::Date>(into, *info) = *reading.date;
            good = true;
            break;
        }
        case Kind::Integer:
        case Kind::Decimal:
        case Kind::Money: {
            const auto number = number_in(text);
            if (!number) break;
            set_number(row, name, *number);
            return !empty(row, name);
        }
        case Kind::Ref: {
            if (info->has(model::kAnyRecord)) break;
            const Handle found = referred(*info, text);
            if (found == no_row) break;
            if (!base::find_example_name(text).empty()) doubt(row, name, text, "example-name");
            model::edit<base::Id>(into, *info) = items_[found].row->id;
            good = true;
            break;
        }
        case Kind::Refs: {
            std::vector<base::Id> ids;
            good = true;
            for (const std::string& entry : list_of(text)) {
                if (is_open(entry)) continue;
                const Handle found = referred(*info, entry);
                good = good && found != no_row;
                if (found != no_row && std::ranges::find(ids, items_[found].row->id) == ids.end())
                    ids.push_back(items_[found].row->id);
            }
            if (good) model::edit<std::vector<base::Id>>(into, *info) = std::move(ids);
            break;
        }
        case Kind::Moment:
        case Kind::Flag:
        case Kind::Choice: {
            const auto value = reading::parse_value(*info, text, {base::Words::simplified_chinese(), days});
            good = value && model::set_value(into, *info, *value).ok();
            break;
        }
    }
    if (good) trace(Verdict::Understood, row, name, text, {});
    return good;
}

void Draft::append(Handle row, std::string_view name, std::string_view given) {
    const FieldInfo* info = field(row, name);
    if (!info) return;
    const std::string text = clean(given);
    if (info->kind == Kind::Texts) {
        if (is_open(text)) return;
        auto& list = model::edit<std::vector<std::string>>(*items_[row].row, *info);
        if (list.size() >= model::list_limit) return left(text, "too-much");
        list.push_back(within(text, *info));
    } else {
        auto& whole = model::edit<std::string>(*items_[row].row, *info);
        std::string longer = whole.empty() ? text : whole + (info->has(model::kLong) ? "\n" : "；") + text;
        if (!fits(longer, *info)) return left(text, "too-much");
        whole = std::move(longer);
    }
    trace(Verdict::Understood, row, name, text, {});
}

void Draft::link(Handle row, std::string_view name, Handle target) {
    const FieldInfo* info = field(row, name);
    if (!info || target >= items_.size()) return;
    const base::Id id = items_[target].row->id;
    if (info->kind == Kind::Ref) model::edit<base::Id>(*items_[row].row, *info) = id;
    if (info->kind == Kind::Refs) {
        auto& list = model::edit<std::vector<base::Id>>(*items_[row].row, *info);
        if (std::ranges::find(list, id) == list.end()) list.push_back(id);
    }
}

void Draft::choose(Handle row, std::string_view name, std::string_view choice) {
    const FieldInfo* info = field(row, name);
    if (!info || !info->choices) return;
    for (std::size_t i = 0; i < info->choices->values.size(); ++i)
        if (info->choices->values[i] == choice)
            model::edit<std::uint8_t>(*items_[row].row, *info) = static_cast<std::uint8_t>(i);
}

void Draft::set_number(Handle row, std::string_view name, std::string_view number) {
    const FieldInfo* info = field(row, name);
    if (!info) return;
    const auto decimal = base::Decimal::parse(number);
    model::Value value;
    if (info->kind == Kind::Money) {
        const auto money = base::Money::parse_yuan(number);
        if (money) value = *money;
    } else if (decimal && info->kind == Kind::Decimal) {
        value = *decimal;
    } else if (decimal && info->kind == Kind::Integer && decimal->units % base::Decimal::scale == 0) {
        value = decimal->units / base::Decimal::scale;
    }
    if (value.index() == 0) return;
    const auto before = items_[row].info->copy(*items_[row].row);
    if (model::set_value(*items_[row].row, *info, value) && model::check_field(*items_[row].row, *info))
        trace(Verdict::Understood, row, name, number, {});
    else
        items_[row].row = before;
}

void Draft::set_flag(Handle row, std::string_view name) {
    if (const FieldInfo* info = field(row, name); info && info->kind == Kind::Flag)
        model::edit<bool>(*items_[row].row, *info) = true;
}

bool Draft::has_field(std::string_view record, std::string_view name) const {
    const model::RecordInfo* info = model::find_record(record);
    return info && info->find(name);
}

bool Draft::empty(Handle row, std::string_view name) const {
    const FieldInfo* info = field(row, name);
    return !info || model::is_empty(*items_[row].row, *info);
}

std::string Draft::text(Handle row, std::string_view name) const {
    const FieldInfo* info = field(row, name);
    return info && info->kind == Kind::Text ? model::get<std::string>(*items_[row].row, *info) : std::string();
}

std::string_view Draft::record_of(Handle row) const {
    return row < items_.size() ? items_[row].info->name : std::string_view();
}

std::size_t Draft::count(std::string_view record) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(items_, [&](const Item& item) { return item.info->name == record; }));
}

// The row that a text in this field speaks of. People, units, members and indicators are collected where they are
// named; what else is named must be there.
Handle Draft::referred(const FieldInfo& field_info, std::string_view name) {
    const model::RecordInfo& target = model::record(field_info.target);
    constexpr model::RecordType collected[] = {model::RecordType::Person, model::RecordType::Unit,
                                               model::RecordType::Member, model::RecordType::Indicator};
    if (std::ranges::find(collected, target.type) != std::end(collected)) return named(target.name, name);
    const std::string key = base::name_key(without_end(name));
    for (Handle i = 0; i < items_.size(); ++i) {
        if (items_[i].info != &target) continue;
        for (const std::string_view calling :
             {target.title()->name, std::string_view("name"), std::string_view("shortTitle")})
            if (const std::string called = text(i, calling);
                !called.empty() && base::name_key(without_end(called)) == key)
                return i;
    }
    return no_row;
}

Handle Draft::named(std::string_view record, std::string_view name) {
    const model::RecordInfo* info = model::find_record(record);
    const FieldInfo* title = info ? info->title() : nullptr;
    if (!title || info->singleton || title->kind != Kind::Text || base::is_blank(name)) return no_row;
    if (!fits(name, *title) || base::count_code_points(name) > 40) return no_row;  // no name, but a sentence
    const std::string key = std::string(record) + ' ' + base::name_key(name);
    if (const auto found = names_.find(key); found != names_.end()) return found->second;
    const Handle row = add(record);
    names_[key] = row;
    model::edit<std::string>(*items_[row].row, *title) = clean(name);
    return row;
}

Handle Draft::place_of(std::string_view text) const {
    const std::string key = base::name_key(text);
    if (key.empty()) return no_row;
    // The longest text that both have: a paragraph may hold several fields, a field several paragraphs.
    std::size_t most = 0;
    Handle best = no_row;
    for (Handle i = 0; i < items_.size(); ++i)
        for (const FieldInfo& info : items_[i].info->fields) {
            if (info.kind != Kind::Text || info.has(model::kSystem)) continue;
            const std::string held = base::name_key(model::get<std::string>(*items_[i].row, info));
            const std::size_t common = std::min(held.size(), key.size());
            if (common > most && (base::contains(held, key) || base::contains(key, held))) {
                most = common;
                best = i;
            }
        }
    return best;
}

void Draft::comment(Handle row, std::string_view field_name, std::string_view given, std::string_view author,
                    std::string_view time) {
    if (row >= items_.size() || clean(given).empty()) return;
    const Handle made = add("comment");
    auto& one = static_cast<model::Comment&>(*items_[made].row);
    one.subject_type = items_[row].info->name;
    one.subject = model::Ref<model::Row>(items_[row].row->id);
    one.field = field_name;
    one.text = within(clean(given), *items_[made].info->find("text"));
    one.author = within(clean(author), *items_[made].info->find("author"));
    // Word writes 2026-11-28T09:30:00Z, which is the local time all the same.
    if (const auto moment = base::Moment::parse(time.substr(0, 16))) one.written_at = *moment;
    trace(Verdict::Understood, made, "text", one.text, {});
}

// A row that belongs to another, which was not found, cannot stand in a plan: it is told of.
void Draft::drop_ownerless() {
    for (bool again = true; again;) {
        again = false;
        for (Handle i = 0; i < items_.size(); ++i) {
            const FieldInfo* owner = items_[i].info->parent();
            if (!owner || !owner->has(model::kOwner) || items_[i].row->id.empty()) continue;
            const base::Id of = model::get_ref(*items_[i].row, *owner);
            const bool there = std::ranges::any_of(items_, [&](const Item& item) {
                return !of.empty() && item.info->type == owner->target && item.row->id == of;
            });
            if (there) continue;
            left(model::title_of(*items_[i].info, *items_[i].row), "owner");
            items_[i].row->id = {};
            again = true;
        }
    }
    std::erase_if(items_, [](const Item& item) { return item.row->id.empty(); });
}

model::Plan Draft::plan() {
    model::Plan plan = model::empty_plan(ids_.next());
    drop_ownerless();
    std::map<const model::RecordInfo*, std::vector<std::shared_ptr<model::Row>>> by_record;
    for (const Item& item : items_) by_record[item.info].push_back(item.row);
    for (auto& [info, rows] : by_record) {
        if (!info->singleton) {
            const auto orders = model::orders_between({}, {}, rows.size());
            for (std::size_t i = 0; i < rows.size(); ++i) rows[i]->order = orders[i];
        }
        for (const auto& row : rows) plan.table(info->type).put(row);
    }
    return plan;
}

}  // namespace intake
