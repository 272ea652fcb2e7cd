#include "office/word_reading.hpp"

#include "base/text.hpp"
#include "office/opened.hpp"
#include "office/word_walk.hpp"

namespace office {
namespace {

WordMark mark_of_parts(const std::vector<std::string_view>& parts) {
    if (parts.size() < 3 || parts.size() > 4 || parts[0] != "fl" || parts[1].empty() || parts[2].empty()) return {};
    const int part = parts.size() == 4 ? number_of(parts[3], -1) : 0;
    if (part < 0) return {};
    return {std::string(parts[1]), std::string(parts[2]), part};
}

}  // namespace

WordMark mark_of_tag(std::string_view tag) {
    return mark_of_parts(base::split(tag, ':'));
}

WordMark mark_of_bookmark(std::string_view name) {
    WordMark mark = mark_of_parts(base::split(name, '_'));
    mark.row = base::replace_all(mark.row, "Z", "-");
    return mark;
}

base::Result<WordContent> read_word(std::string_view file) {
    const auto opened = Opened::open(file);
    if (!opened) return opened.error();
    return WordWalk(*opened).read();
}

}  // namespace office
