#include "cli/json_text.hpp"

#include "base/text.hpp"
#include "codec/plan_json.hpp"

namespace cli {
namespace {
std::string members_of(std::initializer_list<std::pair<std::string_view, std::string>> members,
                       std::string_view between) {
    std::vector<std::string> all;
    for (const auto& [name, value] : members) all.push_back(codec::json_string(name) + ": " + value);
    return base::join(all, between);
}
}  // namespace

std::string json_object(std::initializer_list<std::pair<std::string_view, std::string>> members) {
    return "{" + members_of(members, ", ") + "}";
}
std::string json_list(const std::vector<std::string>& items) {
    return items.empty() ? "[]" : "[\n    " + base::join(items, ",\n    ") + "\n  ]";
}
std::string json_inline(const std::vector<std::string>& items) {
    return "[" + base::join(items, ", ") + "]";
}
std::string json_report(std::initializer_list<std::pair<std::string_view, std::string>> members) {
    return "{\n  " + members_of(members, ",\n  ") + "\n}\n";
}

std::string json_of(bool value) {
    return value ? "true" : "false";
}
std::string json_of(base::Date day) {
    return day ? codec::json_string(day.iso()) : "null";
}
std::string json_of(const base::Id& id) {
    return id.empty() ? "null" : codec::json_string(id.text());
}
std::string json_of(const std::optional<std::int64_t>& number) {
    return number ? std::to_string(*number) : "null";
}
std::string json_of(const std::optional<int>& number) {
    return number ? std::to_string(*number) : "null";
}
std::string json_ratio(const std::optional<std::int64_t>& number) {
    return number ? base::Decimal{*number}.text() : "null";
}

std::string json_title(const model::Plan& plan, model::RecordType record, const model::Row& row) {
    return codec::json_string(model::title_of(plan, record, row.id));
}

}  // namespace cli
