#include "codec/error_text.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.hpp"
#include "model/field.hpp"

namespace codec {
namespace {
std::optional<std::size_t> index_of(std::string_view step) {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
    if (error != std::errc{} || end != step.data() + step.size()) return std::nullopt;
    return index;
}

bool is_member(const model::RecordInfo& info, std::string_view name) {
    return name == "id" || name == "order" || info.find(name);
}

std::string_view member_text(const base::Words& words, const model::RecordInfo& info, std::string_view name) {
    if (name == "id") return words("place.id");
    if (name == "order") return words("place.order");
    return info.find(name) ? words("field." + std::string(info.name) + "." + std::string(name)) : name;
}

std::string counted(std::size_t index) {
    return std::to_string(index + 1);
}

// What no record has: members of the whole document.
std::string_view document_member(const base::Words& words, std::string_view name) {
    if (name == "id") return words("place.id");
    if (name == "format") return words("place.format");
    return name == "version" ? words("place.version") : name;
}

// "30012" as "30,012"; what is no number as it is.
std::string grouped(std::string_view number) {
    std::string out(number);
    const std::size_t first = out.starts_with('-') ? 1 : 0;
    std::size_t end = std::min(out.find('.'), out.size());
    if (out.find_first_not_of("0123456789", first) < end) return out;
    while (end > first + 3) out.insert(end -= 3, ",");
    return out;
}
}  // namespace

bool is_about_a_plan(std::string_view code) {
    for (const std::string_view other :
         {"usage-",  "file-",    "zip-",    "storage-", "store-",   "format-",     "table-",  "import-",
          "sign-",   "merge-",   "git-",    "history-", "protect-", "key-",        "review-", "style-",
          "intake-", "archive-", "errand-", "private-", "plan-",    "inspection-", "agenda-"})
        if (code.starts_with(other)) return false;
    return true;
}

std::string place_text(const base::Words& words, std::string_view subject) {
    if (subject.empty()) return std::string(words("place.file"));
    const bool pointer = subject[0] == '/';
    const auto steps = base::split(pointer ? subject.substr(1) : subject, '/');
    const model::RecordInfo* info = model::find_record(steps[0]);
    if (!info) return words("place.name", {document_member(words, steps[0])});
    const std::string_view record = words("record." + std::string(info->name));
    std::string place = words("place.name", {record});
    std::size_t at = 1;
    const bool names_row = !info->singleton || (at < steps.size() && !is_member(*info, steps[at]));
    if (names_row && at < steps.size()) {
        // Only a pointer counts rows; a command's place names them, and an id means nothing to people.
        const auto index = pointer && !info->singleton ? index_of(steps[at]) : std::nullopt;
        if (index) place = words("place.row", {record, counted(*index)});
        ++at;
    }
    if (at < steps.size()) place = words("place.field", {place, member_text(words, *info, steps[at++])});
    if (at < steps.size())
        if (const auto index = index_of(steps[at])) place = words("place.entry", {place, counted(*index)});
    return place;
}

std::string error_text(const base::Words& words, std::string_view place, const base::Error& error) {
    const std::string key = "error." + error.code;
    if (error.code == "text-too-long" || error.code == "list-too-long" || error.code == "number-range") {
        const std::size_t gap = error.detail.find("..");
        return words(key, {place, grouped(std::string_view(error.detail).substr(0, gap)),
                           grouped(gap == std::string::npos ? "" : std::string_view(error.detail).substr(gap + 2))});
    }
    return words(key, {place, error.detail});
}

std::string error_text(const base::Words& words, const base::Error& error) {
    return error_text(words, is_about_a_plan(error.code) ? place_text(words, error.subject) : error.subject, error);
}

}  // namespace codec
