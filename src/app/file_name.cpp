#include "app/file_name.hpp"

#include "base/text.hpp"

namespace app {

std::string file_name(std::string_view title, std::string_view fallback, std::string_view ending) {
    std::string name;
    for (std::size_t at = 0; at < title.size() && name.size() < 120;) {
        const char32_t c = base::next_code_point(title, at);
        const bool refused =
            c < 0x20 || c == 0x7F || std::u32string_view(U"/\\:*?\"<>|").find(c) != std::u32string_view::npos;
        base::append_code_point(name, refused ? U'_' : c);
    }
    std::string_view trimmed = base::trim(name);
    while (!trimmed.empty() && trimmed.back() == '.') trimmed.remove_suffix(1);  // Windows drops them
    return std::string(trimmed.empty() ? fallback : trimmed) + std::string(ending);
}

}  // namespace app
