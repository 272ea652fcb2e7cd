// base/embedded.hpp: asset files that are there from the start: compiled into the program, by list (see
// src/embed.cmake).
#pragma once

#include <span>
#include <string_view>

namespace base {

struct EmbeddedFile {
    std::string_view name;   // without folders, e.g. "zh-Hans.lang"
    std::string_view bytes;  // as on disk
};

// The language file in simplified Chinese, which stands in where another lacks a word, and the style sheet of HTML
// reports, assets/report/report.css. The page's programs get what they need of it loaded beside them.
std::span<const EmbeddedFile> embedded_words();
std::span<const EmbeddedFile> embedded_styles();

// The calendars of days off, assets/calendar/*.txt; analysis links them.
std::span<const EmbeddedFile> embedded_calendars();

// What people write in the tables they paste, assets/reading/*.words; reading links them.
std::span<const EmbeddedFile> embedded_readings();

// What existing documents call things, and the noise in them, assets/intake/*.words; intake links them.
std::span<const EmbeddedFile> embedded_intake();

// The plan templates, assets/templates/*.json. Only the command-line tool links them; the page fetches its own copies.
std::span<const EmbeddedFile> embedded_templates();

// The language files, assets/lang/*.lang. Only the command-line tool links them; the page fetches the one that is
// chosen.
std::span<const EmbeddedFile> embedded_languages();

}  // namespace base
