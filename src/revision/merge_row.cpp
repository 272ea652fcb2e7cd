#include "revision/merge_row.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "model/integrity.hpp"
#include "model/value.hpp"
#include "revision/diff.hpp"
#include "revision/merge_list.hpp"
#include "revision/merge_text.hpp"

namespace revision {
namespace {
using model::FieldInfo;
using model::Kind;
using model::Row;

using Fields = std::span<const FieldInfo>;  // that are merged as one

bool same_fields(const Row& a, const Row& b, Fields fields) {
    return std::ranges::all_of(fields, [&](const FieldInfo& field) { return model::same_field(a, b, field); });
}

bool all_empty(const Row& row, Fields fields) {
    return std::ranges::all_of(fields, [&](const FieldInfo& field) { return model::is_empty(row, field); });
}

void put_fields(const Row& from, Row& to, Fields fields) {
    for (const FieldInfo& field : fields)
        if (!model::set_value(to, field, model::value_of(from, field))) std::abort();  // it is in a plan
}

// One of the sides removed it: then a reference to it that is empty holds nobody's work. Not only this side's removals
// count, because after an earlier merge both lack what one removed.
bool is_gone(const Versions& versions, const RecordInfo& info, const Row& base, const FieldInfo& field, const Id& id) {
    const RecordInfo* target =
        field.has(model::kAnyRecord) ? model::any_record_target(info, base, field) : &model::record(field.target);
    return target && (!versions.ours.table(target->type).find(id) || !versions.theirs.table(target->type).find(id));
}

// The reference was emptied because what it pointed to was removed.
bool lost_reference(const Versions& versions, const RecordInfo& info, const Row& base, const Row& row,
                    const FieldInfo& field) {
    return field.kind == Kind::Ref && model::get_ref(row, field).empty() && !model::get_ref(base, field).empty() &&
           is_gone(versions, info, base, field, model::get_ref(base, field));
}

// As in base, but for references to what the side removed.
bool kept_field(const Versions& versions, const RecordInfo& info, const Row& base, const Row& row,
                const FieldInfo& field) {
    if (model::same_field(base, row, field) || lost_reference(versions, info, base, row, field)) return true;
    if (field.kind != Kind::Refs) return false;
    std::vector<Id> had = model::get_refs(base, field), has = model::get_refs(row, field);
    for (std::vector<Id>* ids : {&had, &has})
        std::erase_if(*ids, [&](const Id& id) { return is_gone(versions, info, base, field, id); });
    return had == has;
}

bool kept_fields(const Versions& versions, const RecordInfo& info, const Row& base, const Row& row, Fields fields) {
    return std::ranges::all_of(fields,
                               [&](const FieldInfo& field) { return kept_field(versions, info, base, row, field); });
}

// What both changed is joined in `row`, which holds ours; false: that is not possible, or in doubt.
template <class T>
bool join_lists(const Row& base, const Row& ours, const Row& theirs, Row& row, const FieldInfo& field) {
    using List = std::vector<T>;
    auto merged = merge_list(std::span(model::get<List>(base, field)), std::span(model::get<List>(ours, field)),
                             std::span(model::get<List>(theirs, field)));
    if (merged.entries.size() > model::list_limit) return false;
    model::edit<List>(row, field) = std::move(merged.entries);
    return !merged.in_doubt;
}

bool join_texts(const Row& base, const Row& ours, const Row& theirs, Row& row, const FieldInfo& field) {
    const auto text = [&](const Row& version) -> const std::string& { return model::get<std::string>(version, field); };
    MergedText merged = merge_text(text(base), text(ours), text(theirs));
    if (base::count_code_points(merged.text) > static_cast<std::size_t>(field.max)) return false;
    model::edit<std::string>(row, field) = std::move(merged.text);
    return !merged.in_doubt;
}

bool join_field(const Row& base, const Row& ours, const Row& theirs, Row& row, const FieldInfo& field) {
    if (field.kind == Kind::Texts) return join_lists<std::string>(base, ours, theirs, row, field);
    if (field.kind == Kind::Refs) return join_lists<Id>(base, ours, theirs, row, field);
    return field.kind == Kind::Text && field.has(model::kLong) && join_texts(base, ours, theirs, row, field);
}

// Merges the rows' fields into a copy of ours.
class RowMerge {
  public:
    RowMerge(const Versions& versions, const RecordInfo& info, const ThreeRows& rows, const Row& base)
        : versions_(versions), info_(info), rows_(rows), base_(base), row_(info.copy(*rows.ours)) {}

    // False: in doubt.
    bool merge_fields(Fields fields) {
        const Row &ours = *rows_.ours, &theirs = *rows_.theirs;
        if (same_fields(ours, theirs, fields)) return true;
        if (versions_.ancestor == Ancestor::Unknown) {
            if (all_empty(ours, fields)) put_fields(theirs, *row_, fields);
            return false;
        }
        if (same_fields(base_, theirs, fields)) return true;
        if (same_fields(base_, ours, fields)) {
            put_fields(theirs, *row_, fields);
            return true;
        }
        if (fields.size() == 1 && fields[0].kind != Kind::Ref) return join_field(base_, ours, theirs, *row_, fields[0]);
        if (kept_fields(versions_, info_, base_, theirs, fields)) return true;
        if (!kept_fields(versions_, info_, base_, ours, fields)) return false;
        put_fields(theirs, *row_, fields);
        return true;
    }

    // Nothing: no doubt.
    std::optional<ConflictKind> merge_place() {
        const Row &ours = *rows_.ours, &theirs = *rows_.theirs;
        const bool known = versions_.ancestor == Ancestor::Known;
        if (same_place(info_, ours, theirs) || (known && same_place(info_, base_, theirs))) return std::nullopt;
        if (known && same_place(info_, base_, ours)) {
            put_place(info_, theirs, *row_);
            return std::nullopt;
        }
        const FieldInfo* parent = info_.parent();
        return parent && !model::same_field(ours, theirs, *parent) ? ConflictKind::Moved : ConflictKind::Order;
    }

    [[nodiscard]] std::shared_ptr<Row>& row() { return row_; }

  private:
    const Versions& versions_;
    const RecordInfo& info_;
    const ThreeRows& rows_;
    const Row& base_;
    std::shared_ptr<Row> row_;
};

const std::string* find_member(const SharedMembers& members, std::string_view name) {
    if (!members) return nullptr;
    for (const auto& [other, json] : *members)
        if (other == name) return &json;
    return nullptr;
}

bool same_json(const std::string* a, const std::string* b) {
    return a == b || (a && b && *a == *b);
}

bool same_shared(const SharedMembers& a, const SharedMembers& b) {
    static const model::UnknownMembers none;
    return (a ? *a : none) == (b ? *b : none);
}
}  // namespace

bool same_place(const RecordInfo& info, const Row& a, const Row& b) {
    return a.order == b.order && std::ranges::all_of(info.fields, [&](const FieldInfo& field) {
               return !is_place(field) || model::same_field(a, b, field);
           });
}

void put_place(const RecordInfo& info, const Row& from, Row& to) {
    to.order = from.order;
    for (const FieldInfo& field : info.fields)
        if (is_place(field)) model::edit<Id>(to, field) = model::get_ref(from, field);
}

bool only_lost_references(const Versions& versions, const RecordInfo& info, const Row& base, const Row& row) {
    return same_place(info, base, row) && same_shared(base.unknown, row.unknown) &&
           std::ranges::all_of(info.fields,
                               [&](const FieldInfo& field) { return kept_field(versions, info, base, row, field); });
}

SharedMembers merge_members(const ThreeMembers& members, Ancestor ancestor, std::vector<std::string>& in_doubt) {
    const bool known = ancestor == Ancestor::Known;
    if (same_shared(members.ours, members.theirs) || (known && same_shared(members.base, members.theirs)))
        return members.ours;
    if (known && same_shared(members.base, members.ours)) return members.theirs;
    model::UnknownMembers merged;
    std::vector<std::string> names;  // in the order of base; what was added by name
    const auto add_names = [&](const SharedMembers& from) {
        if (!from) return;
        for (const auto& [name, json] : *from)
            if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    };
    add_names(members.base);
    const auto old = static_cast<std::ptrdiff_t>(names.size());
    add_names(members.ours);
    add_names(members.theirs);
    std::sort(names.begin() + old, names.end());
    for (const std::string& name : names) {
        const std::string *base = find_member(members.base, name), *ours = find_member(members.ours, name),
                          *theirs = find_member(members.theirs, name);
        const bool theirs_only = known ? same_json(base, ours) : ours == nullptr;
        const bool doubt = !same_json(ours, theirs) && (!known || (!same_json(base, ours) && !same_json(base, theirs)));
        if (doubt) in_doubt.push_back(name);
        const bool take_theirs = theirs_only || (doubt && !ours);  // removed by us, changed by them
        if (const std::string* taken = take_theirs ? theirs : ours) merged.emplace_back(name, *taken);
    }
    return std::make_shared<const model::UnknownMembers>(std::move(merged));
}

std::shared_ptr<Row> merge_row(const Versions& versions, const RecordInfo& info, const ThreeRows& rows,
                               std::vector<Conflict>& conflicts) {
    std::shared_ptr<Row> blank;
    if (!rows.base) blank = info.make();
    RowMerge merge(versions, info, rows, rows.base ? *rows.base : *blank);
    const auto list = [&](ConflictKind kind, std::string_view member) {
        conflicts.push_back({kind, &info, rows.ours->id, std::string(member), rows.base, rows.ours, rows.theirs, {}});
    };
    if (const auto kind = merge.merge_place()) list(*kind, "order");
    for (const FieldInfo& field : info.fields) {
        if (is_place(field) || field.has(model::kWithPrevious)) continue;
        if (!merge.merge_fields(together(info, field))) list(ConflictKind::Edited, field.name);
    }
    std::vector<std::string> in_doubt;
    const SharedMembers base_members = rows.base ? rows.base->unknown : nullptr;
    merge.row()->unknown =
        merge_members({base_members, rows.ours->unknown, rows.theirs->unknown}, versions.ancestor, in_doubt);
    for (const std::string& name : in_doubt) list(ConflictKind::Edited, name);
    return merge.row();
}

}  // namespace revision
