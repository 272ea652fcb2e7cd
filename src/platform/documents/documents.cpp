// The page's second program: carries out errands in a worker (exchange/errand.hpp). web/documents_worker.js calls these
// functions; texts come through numbered slots as in platform/entry.cpp.
#include <emscripten/emscripten.h>

#include <array>
#include <string>

#include "base/embedded.hpp"
#include "exchange/errand.hpp"

extern "C" void host_progress(int percent);

namespace {

enum Slot : std::size_t { kErrand, kSourceWords, kStyle, kChosenWords };
std::array<std::string, 4> slots;
std::string outcome;

// Files that the page has sent along.
std::span<const base::EmbeddedFile> file_in(Slot slot, std::string_view name) {
    static std::array<base::EmbeddedFile, 4> files;
    files[slot] = {name, slots[slot]};
    return {&files[slot], 1};
}

}  // namespace

std::span<const base::EmbeddedFile> base::embedded_words() {
    return file_in(kSourceWords, "zh-Hans.lang");
}

std::span<const base::EmbeddedFile> base::embedded_styles() {
    return file_in(kStyle, "report.css");
}

extern "C" {

EMSCRIPTEN_KEEPALIVE char* documents_text(std::size_t slot, std::size_t size) {
    slots[slot].resize(size);
    return slots[slot].data();
}

// What lies in the slot of the errand; the size of its outcome in bytes.
EMSCRIPTEN_KEEPALIVE std::size_t documents_run() {
    const base::Words& source = base::Words::simplified_chinese();
    const base::Words chosen = base::Words::parse(slots[kChosenWords], &source);
    outcome = exchange::carry_out_packed(slots[kErrand], chosen, [](int percent) { host_progress(percent); });
    slots[kErrand] = {};
    return outcome.size();
}

// Where the outcome lies, until the next errand.
EMSCRIPTEN_KEEPALIVE const char* documents_outcome() {
    return outcome.data();
}

}  // extern "C"
