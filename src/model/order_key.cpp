#include "model/order_key.hpp"

#include <algorithm>

namespace model {
namespace {
constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr char lowest = digits.front(), highest = digits.back();

// Keys compare as fractions in base 62. Towards an end they are counted in blocks: behind n highest digits stands a
// number of n + 1 digits, so "y" is followed by "z01" … "zyz", "zz001" …; before the beginning the same with lowest
// digits.
struct Block {
    std::size_t lead = 0;  // how many highest (lowest) digits come first
    std::string number;    // lead + 1 digits
};

Block block_of(std::string_view key, char end) {
    const std::size_t lead = std::min(key.find_first_not_of(end), key.size());
    Block block{lead, std::string(key.substr(lead, lead + 1))};
    block.number.resize(lead + 1, lowest);
    return block;
}

// Adds one; false if the number was the largest of its length.
bool increment(std::string& number) {
    for (std::size_t at = number.size(); at-- > 0;) {
        if (number[at] != highest) {
            number[at] = digits[digits.find(number[at]) + 1];
            return true;
        }
        number[at] = lowest;
    }
    return false;
}

bool decrement(std::string& number) {
    for (std::size_t at = number.size(); at-- > 0;) {
        if (number[at] != lowest) {
            number[at] = digits[digits.find(number[at]) - 1];
            return true;
        }
        number[at] = highest;
    }
    return false;
}

std::string key_after(std::string_view low) {
    if (low.empty()) return std::string(1, digits[digits.size() / 2]);
    Block block = block_of(low, highest);
    const bool more = increment(block.number) && (block.number.back() != lowest || increment(block.number));
    if (more && block.number[0] != highest) return std::string(block.lead, highest) + block.number;
    return std::string(block.lead + 1, highest) + std::string(block.lead + 1, lowest) + digits[1];
}

std::string key_before(std::string_view high) {
    Block block = block_of(high, lowest);
    const bool more = decrement(block.number) && (block.number.back() != lowest || decrement(block.number));
    if (more && block.number[0] != lowest) return std::string(block.lead, lowest) + block.number;
    return std::string(block.lead + 1, lowest) + std::string(block.lead + 2, highest);
}
}  // namespace

std::string order_between(std::string_view low, std::string_view high) {
    // Nothing fits before a key of lowest digits only, which is none of ours.
    if (high.find_first_not_of(lowest) == std::string_view::npos || low >= high) return key_after(low);
    const auto [in_low, in_high] = std::mismatch(low.begin(), low.end(), high.begin(), high.end());
    const auto shared = static_cast<std::size_t>(in_low - low.begin());
    const std::string prefix(low.substr(0, shared));
    const std::string_view rest = high.substr(shared);
    if (in_low == low.end())
        return rest.find_first_not_of(lowest) == std::string_view::npos ? key_after(low) : prefix + key_before(rest);
    const std::size_t from = digits.find(*in_low), to = digits.find(*in_high);
    if (to > from + 1) return prefix + digits[(from + to) / 2];
    return prefix + *in_low + key_after(low.substr(shared + 1));
}

std::vector<std::string> orders_between(std::string_view low, std::string_view high, std::size_t count) {
    std::vector<std::string> keys;
    keys.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        keys.push_back(order_between(i == 0 ? low : std::string_view(keys.back()), high));
    return keys;
}

bool is_order_key(std::string_view text) {
    if (text.size() > order_key_limit || (!text.empty() && text.back() == lowest)) return false;
    return text.find_first_not_of(digits) == std::string_view::npos;
}

}  // namespace model
