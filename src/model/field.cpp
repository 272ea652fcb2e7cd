#include "model/field.hpp"

#include "base/text.hpp"

namespace model {

const FieldInfo* RecordInfo::find(std::string_view field_name) const {
    for (const FieldInfo& info : fields)
        if (info.name == field_name) return &info;
    return nullptr;
}

const FieldInfo* RecordInfo::title() const {
    for (const FieldInfo& info : fields)
        if (info.has(kTitle)) return &info;
    return nullptr;
}

const FieldInfo* RecordInfo::parent() const {
    for (const FieldInfo& info : fields)
        if (info.has(kOwner) || info.has(kTree)) return &info;
    return nullptr;
}

const FieldInfo* RecordInfo::tree() const {
    for (const FieldInfo& info : fields)
        if (info.has(kTree)) return &info;
    return nullptr;
}

const RecordInfo* find_record(std::string_view name) {
    for (const RecordInfo& info : records())
        if (info.name == name || info.list == name) return &info;
    return nullptr;
}

const FieldInfo& field_at(RecordType type, const void* (*member)(const Row&)) {
    const RecordInfo& info = record(type);
    const std::shared_ptr<Row> probe = info.make();
    for (const FieldInfo& each : info.fields)
        if (each.member(*probe) == member(*probe)) return each;
    std::abort();  // a member without description: a bug that the model's test finds
}

namespace {
// Calls work with a null pointer to the type that a kind's member has.
template <class Work> void with_member_type(Kind kind, Work work) {
    switch (kind) {
        case Kind::Text:
            return work(static_cast<std::string*>(nullptr));
        case Kind::Texts:
            return work(static_cast<std::vector<std::string>*>(nullptr));
        case Kind::Date:
            return work(static_cast<Date*>(nullptr));
        case Kind::Moment:
            return work(static_cast<Moment*>(nullptr));
        case Kind::Integer:
            return work(static_cast<std::optional<std::int64_t>*>(nullptr));
        case Kind::Decimal:
            return work(static_cast<std::optional<Decimal>*>(nullptr));
        case Kind::Money:
            return work(static_cast<std::optional<Money>*>(nullptr));
        case Kind::Flag:
            return work(static_cast<bool*>(nullptr));
        case Kind::Choice:
            return work(static_cast<std::uint8_t*>(nullptr));
        case Kind::Ref:
            return work(static_cast<Id*>(nullptr));
        case Kind::Refs:
            return work(static_cast<std::vector<Id>*>(nullptr));
    }
}
}  // namespace

std::shared_ptr<Row> RecordInfo::copy(const Row& row) const {
    std::shared_ptr<Row> copied = make();
    copied->id = row.id;
    copied->order = row.order;
    copied->unknown = row.unknown;
    for (const FieldInfo& info : fields)
        with_member_type(info.kind, [&]<class T>(const T*) { edit<T>(*copied, info) = get<T>(row, info); });
    return copied;
}

bool is_empty(const Row& row, const FieldInfo& info) {
    switch (info.kind) {
        case Kind::Text:
            return get<std::string>(row, info).empty();
        case Kind::Texts:
            return get<std::vector<std::string>>(row, info).empty();
        case Kind::Date:
            return get<Date>(row, info).empty();
        case Kind::Moment:
            return get<Moment>(row, info).empty();
        case Kind::Integer:
            return !get<std::optional<std::int64_t>>(row, info);
        case Kind::Decimal:
            return !get<std::optional<Decimal>>(row, info);
        case Kind::Money:
            return !get<std::optional<Money>>(row, info);
        case Kind::Flag:
            return !get<bool>(row, info);
        case Kind::Choice:
            return get_choice(row, info) == 0;
        case Kind::Ref:
            return get_ref(row, info).empty();
        case Kind::Refs:
            return get_refs(row, info).empty();
    }
    return true;
}

bool same_field(const Row& a, const Row& b, const FieldInfo& info) {
    bool same = true;
    with_member_type(info.kind, [&]<class T>(const T*) { same = get<T>(a, info) == get<T>(b, info); });
    return same;
}

bool same_row(const RecordInfo& info, const Row& a, const Row& b) {
    if (&a == &b) return true;
    if (a.id != b.id || a.order != b.order) return false;
    const UnknownMembers none;
    if ((a.unknown ? *a.unknown : none) != (b.unknown ? *b.unknown : none)) return false;
    for (const FieldInfo& field_info : info.fields)
        if (!same_field(a, b, field_info)) return false;
    return true;
}

std::string title_of(const RecordInfo& info, const Row& row) {
    const FieldInfo* title = info.title();
    if (title && title->kind == Kind::Text && !is_empty(row, *title)) return get<std::string>(row, *title);
    for (const FieldInfo& field_info : info.fields) {
        if (field_info.kind != Kind::Text || field_info.has(kPersonal) || is_empty(row, field_info)) continue;
        const std::string& text = get<std::string>(row, field_info);
        std::size_t end = 0;
        for (int n = 0; n < 24 && end < text.size() && text[end] != '\n'; ++n) base::next_code_point(text, end);
        return text.substr(0, end);
    }
    return {};
}

}  // namespace model
