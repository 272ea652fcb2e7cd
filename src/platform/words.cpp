// platform/words.cpp: the words of the source language, which the shell has loaded beside the program. The style sheet
// of reports is the second program's alone.
#include <string>

#include "base/embedded.hpp"
#include "platform/host.hpp"

std::span<const base::EmbeddedFile> base::embedded_words() {
    static const std::string bytes = [] {
        std::string loaded(host_words(nullptr), '\0');
        host_words(loaded.data());
        return loaded;
    }();
    static const base::EmbeddedFile file{"zh-Hans.lang", bytes};
    return {&file, 1};
}
