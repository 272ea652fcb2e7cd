// codec/field_reader.hpp: one JSON value into one field of a row that is being made.
#pragma once

#include "codec/capture.hpp"
#include "codec/plan_json.hpp"

namespace codec {

// Why a value does not fit, and what was found; no code: it fits.
struct Misfit {
    const char* code = nullptr;
    std::string found;
    explicit operator bool() const { return code != nullptr; }
};

bool is_list(const model::FieldInfo& info);

// A scalar into a field that is not a list.
[[nodiscard]] Misfit assign_field(model::Row& row, const model::FieldInfo& info, const Token& token,
                                  const DecodeOptions& options);

// One more entry of a list.
[[nodiscard]] Misfit append_entry(model::Row& row, const model::FieldInfo& info, const Token& token,
                                  const DecodeOptions& options);

// Gives the field its default again.
void clear_field(model::Row& row, const model::FieldInfo& info);

// What the field holds, as compact JSON text.
std::string field_json(const model::Row& row, const model::FieldInfo& info);

}  // namespace codec
