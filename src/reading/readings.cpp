#include "reading/readings.hpp"

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "base/words.hpp"

namespace reading {

std::vector<std::string> readings_of(std::string_view key) {
    static const base::Words words = [] {
        std::string text;
        for (const base::EmbeddedFile& file : base::embedded_readings()) text += std::string(file.bytes) + "\n";
        return base::Words::parse(text);
    }();
    std::vector<std::string> keys;
    if (words.has(key))
        for (const std::string_view word : base::split(words(key), '|'))
            keys.push_back(base::to_lower_ascii(base::name_key(word)));
    return keys;
}

}  // namespace reading
