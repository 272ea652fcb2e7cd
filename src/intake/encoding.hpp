// intake/encoding.hpp: the bytes of a text file as UTF-8, whatever they were written in.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace intake {

struct Decoded {
    std::string text;           // UTF-8 without mark, lines parted by \n
    std::string_view encoding;  // "utf-8", "utf-16le", "utf-16be", "gb18030", "big5"
};

// By its mark; else UTF-8 where it is valid, UTF-16 where every other byte is often 0; else GB 18030 or Big5, whichever
// gives more of the characters that every text is full of. Errors: "intake-encoding" (none fits), "intake-binary" (it
// holds bytes that no text has).
base::Result<Decoded> decode(std::string_view bytes);

}  // namespace intake
