// intake/composite.hpp: labels whose text holds several fields or rows: 起止时间, 人力资源, 财力资源, 关键里程碑 …
#pragma once

#include <string_view>

#include "intake/draft.hpp"

namespace intake {

// The text of label "@NAME" at this row (no_row: of the plan). False: nothing could be made of it.
bool read_composite(Draft& draft, Handle row, std::string_view name, std::string_view text, std::string_view label);

}  // namespace intake
