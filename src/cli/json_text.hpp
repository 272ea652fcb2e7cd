// cli/json_text.hpp: the JSON that commands print: objects on a line each, so that a diff of two reports can be read.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/number.hpp"
#include "model/plan.hpp"

namespace cli {

// Values are JSON already.
std::string json_object(std::initializer_list<std::pair<std::string_view, std::string>> members);
std::string json_list(const std::vector<std::string>& items);  // an item a line
std::string json_inline(const std::vector<std::string>& items);
// The whole of what a command prints: a member a line.
std::string json_report(std::initializer_list<std::pair<std::string_view, std::string>> members);

std::string json_of(bool value);
std::string json_of(base::Date day);                             // null if empty
std::string json_of(const base::Id& id);                         // null if empty
std::string json_of(const std::optional<std::int64_t>& number);  // null if there is none
std::string json_of(const std::optional<int>& number);
std::string json_ratio(const std::optional<std::int64_t>& number);  // of ten-thousandths: 0.95

// What a row is called.
std::string json_title(const model::Plan& plan, model::RecordType record, const model::Row& row);

}  // namespace cli
