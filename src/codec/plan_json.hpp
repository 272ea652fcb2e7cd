// codec/plan_json.hpp: plans as JSON: reading, writing, the canonical form for digests, and the schema.
//
// The form: one object with "format", "version" and "id", then one member per record: a singleton is an object, any
// other record a list of objects with "id", "order" and its fields. Days are "YYYY-MM-DD", moments "YYYY-MM-DDThh:mm",
// decimals strings ("1.4"), money an integer number of fen, choices their names, references ids. Members that hold
// their default are left out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/plan.hpp"

namespace codec {

inline constexpr std::string_view format_name = "fanglue-plan";
inline constexpr int version_major = 1, version_minor = 0;

inline constexpr std::size_t byte_limit = std::size_t{64} << 20;
inline constexpr std::size_t depth_limit = 64;  // containers within containers, the outermost counted
inline constexpr std::size_t row_limit = 200000;

struct DecodeOptions {
    // Asked only for texts that are not surely in normalization form C; null: such a text is kept as it is.
    std::string (*normalize_nfc)(std::string_view) = nullptr;
};

// A plan in which model::check_plan finds nothing, or the first error: code, the place as a JSON pointer
// ("/tasks/3/owner"), and what was found there. The codes are listed in codec/error_codes.hpp. Never recurses on the
// input's depth.
//
// Nothing is lost: members that this version does not know are kept with their rows or the plan and written back. If
// the file comes from a newer minor version, so are values of known fields that this version cannot represent, as long
// as the field stays empty.
base::Result<model::Plan> decode_plan(std::string_view json, const DecodeOptions& options = {});

// For people and mail: two-space indentation as JSON.stringify does it, members in the order of the descriptions, rows
// in display order (order key, then id), a line feed at the end.
std::string encode_plan(const model::Plan& plan);

// The same object in the canonical form of RFC 8785: what digests and signatures are made of.
std::string canonical_plan(const model::Plan& plan);
// One row in that form, as it stands in it.
std::string canonical_row(const model::RecordInfo& info, const model::Row& row);

// One row as one line without blanks, for the journal and the clipboard; decode_row(info, encode_row(info, row)) is the
// same row, always: what could not be read stands apart under "unreadable". A singleton's id is implied, not written.
// References are not checked.
std::string encode_row(const model::RecordInfo& info, const model::Row& row);
base::Result<model::RowPtr> decode_row(const model::RecordInfo& info, std::string_view json);

// One field as one line, "null" if it is empty.
std::string encode_field(const model::Row& row, const model::FieldInfo& field);

// Text as a JSON string with its quotation marks.
std::string json_string(std::string_view text);

// JSON Schema 2020-12 of this version's plans, generated from model::records(); assets/schema/plan.schema.json is a
// copy.
std::string schema();

}  // namespace codec
