// model/value.hpp: one field's content on its own, as commands, differences and forms carry it.
#pragma once

#include <variant>

#include "base/result.hpp"
#include "model/field.hpp"

namespace model {

// The alternative that a kind uses: Text string; Texts vector<string>; Date; Moment; Integer int64; Decimal; Money;
// Flag bool; Choice uint8_t; Ref Id; Refs vector<Id>. monostate: empty, for any kind.
using Value = std::variant<std::monostate, std::string, std::vector<std::string>, Date, Moment, std::int64_t, Decimal,
                           Money, bool, std::uint8_t, Id, std::vector<Id>>;

Value value_of(const Row& row, const FieldInfo& info);  // monostate if the field is empty

// Writes into a row that is not in a table yet. Fails with "value-kind" if the alternative does not fit the kind and as
// check_value does.
base::Status set_value(Row& row, const FieldInfo& info, const Value& value);

// The constraints of one field without looking at other rows: "text-too-long", "text-control", "list-too-long",
// "number-range", "choice-range". Emptiness is always allowed: a draft may be incomplete.
base::Status check_field(const Row& row, const FieldInfo& info);

}  // namespace model
