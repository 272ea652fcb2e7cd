// platform/words.cpp: the words of the source language, which the shell has loaded beside the program.
#include <string>

#include "base/embedded.hpp"
#include "platform/host.hpp"

std::span<const base::EmbeddedFile> base::embedded_words() {
    static const std::string bytes = [] {
        std::string text(host_words(nullptr), '\0');
        host_words(text.data());
        return text;
    }();
    static const EmbeddedFile file{"zh-Hans.lang", bytes};
    return {&file, 1};
}
