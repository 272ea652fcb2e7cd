// base/wipe.hpp: overwriting what must not stay in memory longer than it is needed.
#pragma once

#include <string>

namespace base {

// Zeros over the text's whole room, then empty. Copies made elsewhere are not reached.
inline void wipe(std::string& text) {
    text.resize(text.capacity());
    for (volatile char* at = text.data(); at != text.data() + text.size(); ++at) *at = '\0';
    text.clear();
}

}  // namespace base
