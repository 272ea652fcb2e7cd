// revision/merge_text.hpp: two versions of a long text joined passage by passage.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace revision {

struct MergedText {
    std::string text;
    bool in_doubt = false;  // both changed one passage differently; there the text is that of ours
};

// A passage is what stands between two marks (commas, colons, full stops, line ends; Chinese and Western): small enough
// that two people at work in one paragraph do not meet, large enough that what is taken from both still makes sense.
// In doubt, too: one side put something in just where the other changed something, so that either could stand first.
MergedText merge_text(std::string_view base, std::string_view ours, std::string_view theirs);

// They make up the text.
std::vector<std::string_view> passages(std::string_view text);

}  // namespace revision
