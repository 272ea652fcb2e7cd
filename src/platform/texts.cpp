// platform/texts.cpp: the words of the source language and the style sheet of reports, which the shell has loaded
// beside the program.
#include <string>

#include "base/embedded.hpp"
#include "platform/host.hpp"

namespace {

struct Loaded {
    std::string bytes;
    base::EmbeddedFile file;

    Loaded(int which, std::string_view name) : bytes(host_text(which, nullptr), '\0') {
        host_text(which, bytes.data());
        file = {name, bytes};
    }
};

}  // namespace

std::span<const base::EmbeddedFile> base::embedded_words() {
    static const Loaded words(0, "zh-Hans.lang");
    return {&words.file, 1};
}

std::span<const base::EmbeddedFile> base::embedded_styles() {
    static const Loaded style(1, "report.css");
    return {&style.file, 1};
}
