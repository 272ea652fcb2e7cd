// model/order_key.hpp: places among siblings as text that can always be divided, so that two people may insert at the
// same time and merging needs no renumbering ("fractional indexing").
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace model {

// A key strictly between the two; "" stands for the beginning (low) and the end (high). If low ≥ high (damaged or
// merged ties), a key just after low. Keys are of [0-9A-Za-z], never end in '0', and grow by about one character per 60
// insertions at one end.
std::string order_between(std::string_view low, std::string_view high);

// count keys in ascending order between the two.
std::vector<std::string> orders_between(std::string_view low, std::string_view high, std::size_t count);

bool is_order_key(std::string_view text);  // also "" (no key); at most 64 characters

}  // namespace model
