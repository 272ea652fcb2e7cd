#include "intake/into.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "codec/json_text.hpp"
#include "edit/command.hpp"
#include "model/integrity.hpp"
#include "model/value.hpp"
#include "report/field_text.hpp"

namespace intake {
namespace {
using model::FieldInfo;
using model::Kind;
using model::Plan;
using model::RecordInfo;
using model::Row;

std::string said_by(const Plan& plan, const RecordInfo& info, const Row& row, const FieldInfo& field) {
    return report::field_text(plan, base::Words::simplified_chinese(), info, row, field);
}

class Joiner {
  public:
    Joiner(const Plan& plan, const Plan& incoming, base::IdSource& ids)
        : into_{plan, {}}, incoming_(incoming), ids_(ids) {}

    base::Result<Into> join() {
        match();
        for (const RecordInfo& info : model::records())
            for (const Row* row : model::in_order(incoming_.table(info.type))) take(info, *row);
        if (const auto whole = model::check_plan(into_.plan); !whole) return whole.error();
        return std::move(into_);
    }

  private:
    // Rows below an owner wait until it has its place.
    void match() {
        for (bool again = true; again;) {
            again = false;
            for (const RecordInfo& info : model::records())
                for (const Row* row : model::in_order(incoming_.table(info.type))) again = match(info, *row) || again;
            if (!again && !waits_no_longer_) again = waits_no_longer_ = true;
        }
    }

    // What rows without a title are told apart by: what they refer to, choose, say in a line, and their days.
    [[nodiscard]] std::string identity(const RecordInfo& info, const Row& row, bool is_incoming) const {
        std::string key;
        for (const FieldInfo& field : info.fields) {
            const model::Value own = model::value_of(row, field), value = is_incoming ? placed(own) : own;
            key += '\n';
            if (const auto* id = std::get_if<base::Id>(&value)) key += id->text();
            if (const auto* day = std::get_if<base::Date>(&value)) key += day->iso();
            if (const auto* choice = std::get_if<std::uint8_t>(&value)) key += std::to_string(*choice);
            if (const auto* text = std::get_if<std::string>(&value); text && !field.has(model::kLong))
                key += base::name_key(*text);
        }
        return key;
    }
    [[nodiscard]] std::string key_of(const RecordInfo& info, const Row& row, bool is_incoming) const {
        return info.title() ? base::name_key(model::title_of(info, row)) : identity(info, row, is_incoming);
    }
    // It is told apart by rows that have no place yet.
    [[nodiscard]] bool waits(const RecordInfo& info, const Row& row) const {
        if (info.title() || waits_no_longer_) return false;
        return std::ranges::any_of(info.fields, [&](const FieldInfo& field) {
            return field.kind == Kind::Ref && !model::get_ref(row, field).empty() &&
                   !place_.contains(model::get_ref(row, field));
        });
    }

    bool match(const RecordInfo& info, const Row& row) {
        if (place_.contains(row.id) || waits(info, row)) return false;
        const FieldInfo* above = info.parent();
        base::Id owner;
        if (above && above->has(model::kOwner)) {
            const auto found = place_.find(model::get_ref(row, *above));
            if (found == place_.end()) return false;
            owner = found->second;
        }
        const model::Table& table = into_.plan.table(info.type);
        base::Id id = row.id;
        const bool same_id = info.singleton || table.find(row.id);
        if (!same_id) {
            const std::string key = key_of(info, row, true);
            const auto& list = titled(info)[{owner, key}];
            const auto next = std::ranges::find_if(list, [&](const base::Id& one) { return !used_.contains(one); });
            const bool is_known = !key.empty() && next != list.end();
            if (is_known)
                id = *next;
            else if (is_taken(id))
                id = ids_.next();
            if (!is_known) added_.insert(row.id);
        }
        used_.insert(id);
        place_.emplace(row.id, id);
        return true;
    }

    [[nodiscard]] bool is_taken(const base::Id& id) const {
        return std::ranges::any_of(model::records(),
                                   [&](const RecordInfo& info) { return into_.plan.table(info.type).find(id); });
    }

    using ByTitle = std::map<std::pair<base::Id, std::string>, std::vector<base::Id>>;
    ByTitle& titled(const RecordInfo& info) {
        const auto [found, is_new] = titles_.try_emplace(info.type);
        if (!is_new) return found->second;
        const FieldInfo* above = info.parent();
        for (const Row* row : model::in_order(into_.plan.table(info.type)))
            found
                ->second[{above && above->has(model::kOwner) ? model::get_ref(*row, *above) : base::Id(),
                          key_of(info, *row, false)}]
                .push_back(row->id);
        return found->second;
    }

    // References lead to the rows' places in the plan.
    [[nodiscard]] model::Value placed(const model::Value& value) const {
        const auto of = [&](const base::Id& id) {
            const auto found = place_.find(id);
            return found == place_.end() ? id : found->second;
        };
        if (const auto* one = std::get_if<base::Id>(&value)) return of(*one);
        if (const auto* many = std::get_if<std::vector<base::Id>>(&value)) {
            std::vector<base::Id> list;
            for (const base::Id& id : *many)
                if (std::ranges::find(list, of(id)) == list.end()) list.push_back(of(id));
            return list;
        }
        return value;
    }

    void take(const RecordInfo& info, const Row& row) {
        const auto place = place_.find(row.id);
        if (place == place_.end()) return;  // below a row that the incoming plan lacks, which check_plan excludes
        if (added_.contains(row.id))
            add(info, row, place->second);
        else
            change(info, row, *into_.plan.table(info.type).find(place->second));
    }

    void add(const RecordInfo& info, const Row& row, const base::Id& id) {
        const auto made = info.copy(row);
        made->id = id;
        base::Id above;
        for (const FieldInfo& field : info.fields) {
            if (field.kind != Kind::Ref && field.kind != Kind::Refs) continue;
            (void)model::set_value(*made, field, placed(model::value_of(row, field)));
            if (&field == info.parent()) above = model::get_ref(*made, field);
        }
        made->order = edit::order_at_end(into_.plan, info.type, above);
        into_.plan.table(info.type).put(made);
        into_.steps.push_back(
            {Step::Added, std::string(info.name), id.str(), {}, {}, model::title_of(info, row), {}, {}});
    }

    template <class T> static model::Value grown(const model::Value& before, const std::vector<T>& more) {
        auto list =
            std::holds_alternative<std::vector<T>>(before) ? std::get<std::vector<T>>(before) : std::vector<T>();
        for (const T& one : more)
            if (std::ranges::find(list, one) == list.end() && list.size() < model::list_limit) list.push_back(one);
        return list;
    }

    void change(const RecordInfo& info, const Row& from, const Row& now) {
        const auto made = info.copy(now);
        bool is_changed = false;
        for (const FieldInfo& field : info.fields) {
            // Where a row stands is the plan's own; what the system writes, too.
            if (field.has(model::kSystem) || &field == info.parent() || model::is_empty(from, field)) continue;
            const model::Value before = model::value_of(now, field);
            model::Value after = placed(model::value_of(from, field));
            if (const auto* texts = std::get_if<std::vector<std::string>>(&after)) after = grown(before, *texts);
            if (const auto* refs = std::get_if<std::vector<base::Id>>(&after)) after = grown(before, *refs);
            if (after == before || !model::set_value(*made, field, after)) continue;
            is_changed = true;
            changes_.push_back(&field);
        }
        if (!is_changed) return;
        const std::size_t first = into_.steps.size();
        for (const FieldInfo* field : changes_)
            into_.steps.push_back({Step::Changed,
                                   std::string(info.name),
                                   now.id.str(),
                                   std::string(field->name),
                                   said_by(into_.plan, info, now, *field),
                                   {},
                                   {},
                                   {}});
        into_.plan.table(info.type).put(made);
        for (std::size_t i = 0; i < changes_.size(); ++i)
            into_.steps[first + i].after = said_by(into_.plan, info, *made, *changes_[i]);
        changes_.clear();
    }

    Into into_;
    const Plan& incoming_;
    base::IdSource& ids_;
    std::map<base::Id, base::Id> place_;  // of incoming rows
    std::set<base::Id> used_, added_;
    std::map<model::RecordType, ByTitle> titles_;
    std::vector<const FieldInfo*> changes_;
    bool waits_no_longer_ = false;
};

std::string_view step_name(Step step) {
    switch (step) {
        case Step::Added:
            return "added";
        case Step::Changed:
            return "changed";
        case Step::Commented:
            return "commented";
        case Step::Unsure:
            return "unsure";
        case Step::Unread:
            return "unread";
    }
    return {};
}

}  // namespace

std::size_t Into::count(Step step) const {
    return static_cast<std::size_t>(std::ranges::count(steps, step, &Taking::step));
}

base::Result<Into> merge_into(const Plan& plan, const Plan& incoming, base::IdSource& ids) {
    return Joiner(plan, incoming, ids).join();
}

std::string into_json(const Into& into) {
    std::string out = "{";
    for (const Step step : {Step::Added, Step::Changed, Step::Commented, Step::Unsure, Step::Unread}) {
        codec::append_quoted(out, step_name(step));
        out += ':' + std::to_string(into.count(step)) + ',';
    }
    out += "\"steps\":[";
    bool is_first = true;
    for (const Taking& one : into.steps) {
        out += is_first ? "{\"step\":" : ",{\"step\":";
        is_first = false;
        codec::append_quoted(out, step_name(one.step));
        for (const auto& [name, text] : {std::pair<std::string_view, std::string_view>{"record", one.record},
                                         {"row", one.row},
                                         {"field", one.field},
                                         {"before", one.before},
                                         {"after", one.after},
                                         {"author", one.author},
                                         {"time", one.time}}) {
            if (text.empty()) continue;
            out += ',';
            codec::append_quoted(out, name);
            out += ':';
            codec::append_quoted(out, text);
        }
        out += '}';
    }
    return out + "]}\n";
}

}  // namespace intake
