#include "exchange/format.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/zip.hpp"
#include "codec/error_text.hpp"
#include "model/field.hpp"

namespace exchange {
namespace {

std::string_view without_mark(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return base::trim(bytes);
}

bool ends_with(std::string_view name, std::string_view ending) {
    if (name.size() < ending.size()) return false;
    return std::equal(ending.begin(), ending.end(), name.end() - static_cast<std::ptrdiff_t>(ending.size()),
                      [](char a, char b) { return (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b) == a; });
}

bool is_text(std::string_view bytes) {
    return bytes.find('\0') == std::string_view::npos && base::find_invalid_utf8(bytes) == std::string_view::npos;
}

template <class Test> bool holds_file(std::string_view zip, Test test) {
    if (!base::looks_like_zip(zip)) return false;
    const auto names = base::zip_names(zip);
    return names && std::ranges::any_of(*names, test);
}

// "plans/": as the failure page named the store's files at first.
bool is_archive(const Sample& sample) {
    return holds_file(sample.bytes, [](std::string_view name) {
        return name.starts_with("store/") || name.starts_with("plans/") || ends_with(name, ".json");
    });
}
bool is_docx(const Sample& sample) {
    return holds_file(sample.bytes, [](std::string_view name) { return name == "word/document.xml"; });
}
bool is_xlsx(const Sample& sample) {
    return holds_file(sample.bytes, [](std::string_view name) { return name == "xl/workbook.xml"; });
}
bool is_html(const Sample& sample) {
    constexpr std::string_view start = "<!doctype html";
    const std::string_view text = without_mark(sample.bytes);
    return text.size() >= start.size() && ends_with(text.substr(0, start.size()), start);
}
bool is_project(const Sample& sample) {
    return without_mark(sample.bytes).starts_with('<') &&
           base::contains(sample.bytes.substr(0, 2000), "http://schemas.microsoft.com/project");
}
bool is_plan(const Sample& sample) {
    return without_mark(sample.bytes).starts_with('{') || ends_with(sample.name, ".json");
}
// These are told by their names alone.
bool is_markdown(const Sample& sample) {
    return ends_with(sample.name, ".md") && is_text(sample.bytes);
}
bool is_plain(const Sample& sample) {  // in whatever encoding
    return ends_with(sample.name, ".txt");
}
bool is_csv(const Sample& sample) {
    return ends_with(sample.name, ".csv");
}
bool is_ics(const Sample& sample) {
    return without_mark(sample.bytes).starts_with("BEGIN:VCALENDAR") || ends_with(sample.name, ".ics");
}
bool is_svg(const Sample& sample) {
    return without_mark(sample.bytes).starts_with("<svg ") || ends_with(sample.name, ".svg");
}
bool is_tsv(const Sample& sample) {
    return ends_with(sample.name, ".tsv");
}

// Tables are named after their records.
std::string table_word(const base::Words& words, std::string_view table) {
    const model::RecordInfo* info = model::find_record(table);
    return std::string(info ? words("record." + std::string(info->name)) : table);
}

constexpr bool yes = true, no = false;

// Documents that are known and not read, each with a sentence of its own on what to do: the code of the error.
std::string_view foreign_kind(const Sample& sample) {
    const std::string_view bytes = sample.bytes;
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) {  // files of Office before 2007, and of newer ones with a password
        constexpr std::string_view encrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
        if (base::contains(bytes, encrypted)) return "format-has-password";
        return ends_with(sample.name, ".xls") || ends_with(sample.name, ".et") ? "format-old-excel" : "format-old-word";
    }
    if (bytes.starts_with("%PDF-")) return "format-pdf";
    if (bytes.starts_with("{\\rtf")) return "format-rtf";
    return {};
}

constexpr std::array<Format, 12> all{{
    {"docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Content::Report, no,
     yes, is_docx, yes},
    {"xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Content::Table, no, yes,
     is_xlsx, yes},
    {"archive", ".zip", "application/zip", Content::Store, yes, yes, is_archive},
    {"html", ".html", "text/html", Content::Report, no, yes, is_html, yes},
    {"plan", ".plan.json", "application/json", Content::Plan, yes, yes, is_plan},
    {"ics", ".ics", "text/calendar", Content::Calendar, no, yes, is_ics},
    {"svg", ".svg", "image/svg+xml", Content::Picture, no, yes, is_svg},
    {"mspdi", ".xml", "application/xml", Content::Calendar, no, yes, is_project, yes},
    {"md", ".md", "text/markdown", Content::Report, no, yes, is_markdown, yes},
    {"txt", ".txt", "text/plain", Content::Report, no, no, is_plain, yes},
    {"csv", ".csv", "text/csv", Content::Table, no, yes, is_csv, yes},
    {"tsv", ".tsv", "text/tab-separated-values", Content::Table, no, yes, is_tsv, yes},
}};

}  // namespace

std::span<const Format> formats() {
    return all;
}

const Format* find_format(std::string_view id) {
    const auto found = std::ranges::find(all, id, &Format::id);
    return found == all.end() ? nullptr : &*found;
}

base::Result<const Format*> recognise(const Sample& sample) {
    if (const std::string_view foreign = foreign_kind(sample); !foreign.empty())
        return base::Error{std::string(foreign), {}, {}};
    for (const Format& format : all)
        if (format.is(sample)) return &format;
    if (!base::looks_like_zip(sample.bytes)) return base::Error{"format-unrecognised", {}, {}};
    const auto names = base::zip_names(sample.bytes);
    return names ? base::Error{"archive-empty", {}, {}} : names.error();
}

base::Result<const Format*> readable(const Sample& sample) {
    const auto format = recognise(sample);
    if (format && !(*format)->reads) return base::Error{"format-not-read", std::string((*format)->id), {}};
    return format;
}

std::string accepted() {
    std::string accept;
    for (const Format& format : all) {
        if (!format.reads) continue;
        // Browsers know a file by its last ending.
        const std::string_view ending = format.extension.substr(format.extension.rfind('.'));
        accept.append(accept.empty() ? "" : ",").append(ending).append(",").append(format.mime);
    }
    return accept;
}

std::string error_text(const base::Words& words, const base::Error& error) {
    base::Error named = error;
    if (error.code.starts_with("format-") && find_format(error.subject))
        named.subject = words("format." + error.subject);
    if (error.code.starts_with("table-")) {
        named.subject = table_word(words, error.subject);
        std::vector<std::string> tables;
        for (const std::string_view table : base::split(error.detail, ','))
            tables.push_back(table_word(words, base::trim(table)));
        named.detail = base::join(tables, ", ");
    }
    return codec::error_text(words, named);
}

}  // namespace exchange
