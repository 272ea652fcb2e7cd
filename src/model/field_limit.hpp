// model/field_limit.hpp: how many fields a record may have.
#pragma once

#include <cstddef>

namespace model {

// The reader notes in 64 bits which members of a row have come: its fields, and three that every row has.
inline constexpr std::size_t field_limit = 61;

}  // namespace model
