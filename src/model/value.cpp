#include "model/value.hpp"

#include "base/text.hpp"

namespace model {
namespace {

template <class T> Value optional_value(const Row& row, const FieldInfo& info) {
    const auto& held = get<std::optional<T>>(row, info);
    return held ? Value(*held) : Value();
}

template <class T, class M = T> base::Status assign(Row& row, const FieldInfo& info, const Value& value) {
    if (std::holds_alternative<std::monostate>(value)) {
        edit<M>(row, info) = M{};
        return base::Done{};
    }
    const T* held = std::get_if<T>(&value);
    if (!held) return base::Error{"value-kind", std::string(info.name), {}};
    edit<M>(row, info) = *held;
    return base::Done{};
}

base::Status assign_any(Row& row, const FieldInfo& info, const Value& value) {
    switch (info.kind) {
        case Kind::Text:
            return assign<std::string>(row, info, value);
        case Kind::Texts:
            return assign<std::vector<std::string>>(row, info, value);
        case Kind::Date:
            return assign<Date>(row, info, value);
        case Kind::Moment:
            return assign<Moment>(row, info, value);
        case Kind::Integer:
            return assign<std::int64_t, std::optional<std::int64_t>>(row, info, value);
        case Kind::Decimal:
            return assign<Decimal, std::optional<Decimal>>(row, info, value);
        case Kind::Money:
            return assign<Money, std::optional<Money>>(row, info, value);
        case Kind::Flag:
            return assign<bool>(row, info, value);
        case Kind::Choice:
            return assign<std::uint8_t>(row, info, value);
        case Kind::Ref:
            return assign<Id>(row, info, value);
        case Kind::Refs:
            return assign<std::vector<Id>>(row, info, value);
    }
    return base::Done{};
}

base::Error beyond(const char* code, const FieldInfo& info, std::size_t count, std::size_t limit) {
    return {code, std::string(info.name), std::to_string(count) + ".." + std::to_string(limit)};
}

base::Status check_text(const std::string& text, const FieldInfo& info) {
    const auto limit = static_cast<std::size_t>(info.max);
    if (text.size() > limit) {
        const std::size_t length = base::count_code_points(text);
        if (length > limit) return beyond("text-too-long", info, length, limit);
    }
    if (base::find_invalid_utf8(text) != std::string_view::npos)
        return base::Error{"text-encoding", std::string(info.name), {}};
    bool control = false;  // looked at once behind the loop, which has no branches then
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        control |= (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
    }
    if (control) return base::Error{"text-control", std::string(info.name), {}};
    return base::Done{};
}

// The number as people see it, of a field that holds it scaled.
std::string shown(std::int64_t value, Kind kind) {
    if (kind == Kind::Money) return Money{value}.yuan();
    return kind == Kind::Decimal ? Decimal{value}.text() : std::to_string(value);
}

base::Status check_range(std::int64_t value, std::int64_t scale, const FieldInfo& info) {
    const bool bounded = info.min != 0 || info.max != 0;
    const std::int64_t low = bounded ? info.min * scale : -base::max_safe_integer;
    const std::int64_t high = bounded ? info.max * scale : base::max_safe_integer;
    if (value >= low && value <= high) return base::Done{};
    return base::Error{"number-range", std::string(info.name), shown(low, info.kind) + ".." + shown(high, info.kind)};
}
}  // namespace

Value value_of(const Row& row, const FieldInfo& info) {
    if (is_empty(row, info)) return {};
    switch (info.kind) {
        case Kind::Text:
            return get<std::string>(row, info);
        case Kind::Texts:
            return get<std::vector<std::string>>(row, info);
        case Kind::Date:
            return get<Date>(row, info);
        case Kind::Moment:
            return get<Moment>(row, info);
        case Kind::Integer:
            return optional_value<std::int64_t>(row, info);
        case Kind::Decimal:
            return optional_value<Decimal>(row, info);
        case Kind::Money:
            return optional_value<Money>(row, info);
        case Kind::Flag:
            return get<bool>(row, info);
        case Kind::Choice:
            return get_choice(row, info);
        case Kind::Ref:
            return get_ref(row, info);
        case Kind::Refs:
            return get_refs(row, info);
    }
    return {};
}

base::Status set_value(Row& row, const FieldInfo& info, const Value& value) {
    if (base::Status assigned = assign_any(row, info, value); !assigned) return assigned;
    return check_field(row, info);
}

base::Status check_field(const Row& row, const FieldInfo& info) {
    switch (info.kind) {
        case Kind::Text:
            return check_text(get<std::string>(row, info), info);
        case Kind::Texts: {
            const auto& texts = get<std::vector<std::string>>(row, info);
            if (texts.size() > list_limit) return beyond("list-too-long", info, texts.size(), list_limit);
            for (const std::string& text : texts)
                if (base::Status checked = check_text(text, info); !checked) return checked;
            return base::Done{};
        }
        case Kind::Integer: {
            const auto& number = get<std::optional<std::int64_t>>(row, info);
            return number ? check_range(*number, 1, info) : base::Status(base::Done{});
        }
        case Kind::Decimal: {
            const auto& number = get<std::optional<Decimal>>(row, info);
            return number ? check_range(number->units, Decimal::scale, info) : base::Status(base::Done{});
        }
        case Kind::Money: {
            const auto& money = get<std::optional<Money>>(row, info);
            return money ? check_range(money->fen, 1, info) : base::Status(base::Done{});
        }
        case Kind::Choice:
            if (get_choice(row, info) >= info.choices->values.size())
                return base::Error{"choice-range", std::string(info.name), {}};
            return base::Done{};
        case Kind::Refs:
            if (const auto& refs = get_refs(row, info); refs.size() > list_limit)
                return beyond("list-too-long", info, refs.size(), list_limit);
            return base::Done{};
        case Kind::Date:
        case Kind::Moment:
        case Kind::Flag:
        case Kind::Ref:
            return base::Done{};
    }
    return base::Done{};
}

}  // namespace model
