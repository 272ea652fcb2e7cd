#include "model/order_key.hpp"

namespace model {
namespace {
constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::size_t base_size = digits.size();

std::size_t digit(std::string_view key, std::size_t at) {
    return at < key.size() ? digits.find(key[at]) : 0;
}
}  // namespace

std::string order_between(std::string_view low, std::string_view high) {
    if (!high.empty() && low >= high) high = {};
    std::string key;
    // A key is a fraction in base 62. Copy the digits that both bounds share, then step into the gap.
    for (std::size_t at = 0;; ++at) {
        const std::size_t from = digit(low, at), to = high.empty() ? base_size : digit(high, at);
        if (to > from + 1) {
            // At the open end step by little, so that appending many rows keeps keys short; between two keys halve.
            const bool open_end = high.empty() && at < low.size();
            key += digits[open_end ? from + 1 : (from + to) / 2];
            return key;
        }
        key += digits[from];
        if (to != from) high = {};  // below high from here on, whatever follows
    }
}

namespace {
void fill_between(std::string_view low, std::string_view high, std::size_t count, std::vector<std::string>& keys) {
    if (count == 0) return;
    const std::string middle = order_between(low, high);
    const std::size_t left = (count - 1) / 2;
    fill_between(low, middle, left, keys);
    keys.push_back(middle);
    fill_between(middle, high, count - 1 - left, keys);
}
}  // namespace

std::vector<std::string> orders_between(std::string_view low, std::string_view high, std::size_t count) {
    std::vector<std::string> keys;
    keys.reserve(count);
    if (high.empty()) {
        for (std::size_t i = 0; i < count; ++i)
            keys.push_back(order_between(i == 0 ? low : std::string_view(keys.back()), {}));
    } else {
        fill_between(low, high, count, keys);
    }
    return keys;
}

bool is_order_key(std::string_view text) {
    if (text.size() > 64 || (!text.empty() && text.back() == '0')) return false;
    return text.find_first_not_of(digits) == std::string_view::npos;
}

}  // namespace model
