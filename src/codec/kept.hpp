// codec/kept.hpp: which of the members that could not be read are still to be written.
#pragma once

#include <string_view>

#include "model/plan.hpp"

namespace codec {

// A singleton of which nothing would be written.
bool is_blank(const model::RecordInfo& info, const model::Row& row);

// Whether an unknown member goes back into the file: not if it was the unreadable value of a field, or of a list, that
// has been filled since.
bool is_kept(const model::RecordInfo& info, const model::Row& row, std::string_view member);
bool is_kept(const model::Plan& plan, std::string_view member);

}  // namespace codec
