// intake/into.hpp: what comes in, taken into a plan that is there: rows matched with those it has, fields that say
// something else taken as edits, each told of; nothing that the plan has is lost.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"
#include "intake/draft.hpp"

namespace intake {

enum class Step : std::uint8_t {
    Added,      // a row
    Changed,    // a field
    Commented,  // a comment on a row or field
    Unsure,     // not taken: two texts differ, or the plan has changed since the file was made
    Unread,     // not taken: the field cannot hold it
};

struct Taking {
    Step step = Step::Added;
    std::string record, row, field;
    std::string before, after;  // as texts
    std::string author, time;   // of a tracked change or comment; may be empty
};

struct Into {
    model::Plan plan;
    std::vector<Taking> steps;  // in the order of the records, of a Word file in that of its text
    [[nodiscard]] std::size_t count(Step step) const;
};

// The rows of `incoming` that the plan has, by their id, else by their title under the same owner (several of one title
// in their order; rows without a title by what they refer to, choose and say in a line), change its fields where they
// say something; lists and lists of references grow. The others are added behind their siblings. What incoming leaves
// empty stays. Errors: those of model::check_plan.
base::Result<Into> merge_into(const model::Plan& plan, const model::Plan& incoming, base::IdSource& ids);

// A Word file that was made of this plan and edited by people: what its marks say, tracked changes counted as made, and
// its comments at their fields. Nothing: the file has no marks of this plan. If the plan has changed since the file was
// made, only tracked changes are taken. words: of the file's language. Errors: those of office::read_word,
// model::check_plan.
base::Result<std::optional<Into>> take_back(const model::Plan& plan, std::string_view docx, const base::Words& words,
                                            base::IdSource& ids, base::Date today);

// For programs: counts, then each step.
std::string into_json(const Into& into);

}  // namespace intake
