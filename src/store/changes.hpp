// store/changes.hpp: what changed between plans, as lines of text: the body of a journal.
//
//   + LIST ROW     the row as it is now (one line of JSON)
//   - LIST ID      the row is gone
//   ~              members of the plan that this version does not know follow, all of them
//   = NAME JSON    one of these, the name as one word (one_line.hpp)
//
// Lines state what is, not what to do to it, so applying them twice, or to a plan that has some of them already, is
// right.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/plan.hpp"

namespace store {

// All that differs between any two of the three, with the content of `now`. Proportional to what differs.
std::string encode_changes(const model::Plan& earlier, const model::Plan& before, const model::Plan& now);

// Errors: "store-change" (a line that is none of the above; subject: its number) and those of codec::decode_row.
base::Result<model::Plan> apply_changes(model::Plan plan, std::string_view lines);

}  // namespace store
