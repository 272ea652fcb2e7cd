// model/order_key.hpp: places among siblings as text that can always be divided, so that two people may insert at the
// same time and merging needs no renumbering ("fractional indexing").
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace model {

inline constexpr std::size_t order_key_limit = 200;  // characters

// A key strictly between the two; "" stands for the beginning (low) and the end (high). If low ≥ high (damaged or
// merged ties), a key just after low. Keys are of [0-9A-Za-z] and never end in '0'. They grow with the logarithm of the
// number of insertions at one place (10,000 at the end, the beginning, or just before or after one row: at most 8
// characters more); only putting each new row between the two rows before it costs a character every other time.
std::string order_between(std::string_view low, std::string_view high);

// count keys in ascending order between the two.
std::vector<std::string> orders_between(std::string_view low, std::string_view high, std::size_t count);

bool is_order_key(std::string_view text);  // also "" (no key)

}  // namespace model
