// app/replacement.hpp: what a person should know before a file takes the place of a plan that is kept here.
#pragma once

#include <string>

#include "base/words.hpp"
#include "model/plan.hpp"

namespace app {

// The newest thing in a plan that says when and by whom it was done: a comment, a step of approval, review or
// rectification; else when it was drawn up and by whom. Empty where a plan says nothing.
struct Trace {
    base::Moment when;
    bool has_time = false;  // else a day
    std::string who;
};
Trace last_trace(const model::Plan& plan);

// In words: of the one that is kept here and the one in the file what they are called and when and by whom each was
// last changed, as far as is known; how many rows differ each way; which seems newer ("" if nothing says so).
struct Replacement {
    std::string here, there, rows, newer;
};
// saved: when the one here was stored last.
Replacement replacement_of(const base::Words& words, const model::Plan& here, base::Moment saved,
                           const model::Plan& there);

}  // namespace app
