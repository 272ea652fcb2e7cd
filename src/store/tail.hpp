// store/tail.hpp: two small texts that are kept outside the store (in the page's localStorage): the witness, which
// tells what the store must hold, and the tail, which holds what it does not hold yet.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/frame.hpp"

namespace store {

// The newest state of a plan that the store acknowledged.
struct Witness {
    base::Id plan;
    State state;
    std::string title;
    bool operator==(const Witness&) const = default;
};

std::string encode_witnesses(std::span<const Witness> witnesses);
std::vector<Witness> decode_witnesses(std::string_view text);  // none if the text is not whole

// The frames of PlanStore::tail. What is damaged or cut off is left out.
std::string encode_tail(std::span<const FileImage> files);
std::vector<FileImage> decode_tail(std::string_view text);

}  // namespace store
