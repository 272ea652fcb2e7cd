// store/whole_number.hpp: whole numbers in the heads of stored files.
#pragma once

#include <charconv>
#include <string_view>

namespace store {

// False unless the whole text is a number that is not negative and fits.
template <class T> bool parse_number(std::string_view text, T& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && !text.starts_with('-');
}

}  // namespace store
