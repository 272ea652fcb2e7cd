#include "codec/error_text.hpp"

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

std::string_view member_text(const base::Words& words, const model::RecordInfo& info, std::string_view name) {
    if (name == "id") return words("place.id");
    if (name == "order") return words("place.order");
    return info.find(name) ? words("field." + std::string(info.name) + "." + std::string(name)) : name;
}

std::string counted(std::size_t index) {
    return std::to_string(index + 1);
}
}  // namespace

std::string place_text(const base::Words& words, std::string_view subject) {
    if (subject.empty()) return std::string(words("place.file"));
    const bool pointer = subject[0] == '/';
    const auto steps = base::split(pointer ? subject.substr(1) : subject, '/');
    const model::RecordInfo* info = model::find_record(steps[0]);
    if (!info) return words("place.name", {steps[0] == "id" ? words("place.id") : steps[0]});
    const std::string_view record = words("record." + std::string(info->name));
    std::string place = words("place.name", {record});
    std::size_t at = 1;
    if (!info->singleton && at < steps.size()) {
        // Only a pointer counts rows; a command's place names them, and an id means nothing to people.
        const auto index = pointer ? index_of(steps[at]) : std::nullopt;
        if (index) place = words("place.row", {record, counted(*index)});
        ++at;
    }
    if (at < steps.size()) place = words("place.field", {place, member_text(words, *info, steps[at++])});
    if (at < steps.size())
        if (const auto index = index_of(steps[at])) place = words("place.entry", {place, counted(*index)});
    return place;
}

std::string error_text(const base::Words& words, const base::Error& error) {
    return words("error." + error.code, {place_text(words, error.subject), error.detail});
}

}  // namespace codec
