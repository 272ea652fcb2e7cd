// office/style.hpp: how a document looks on paper: fonts, sizes, margins, the forms of headings. By default GB/T
// 9704-2012; a hospital's own is a small file.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace office {

struct Face {
    std::string font;    // asked for by name, never embedded
    double points = 16;  // its size
    bool operator==(const Face&) const = default;
};

// Lengths in mm, sizes in points. The defaults: A4 with a type area of 156 mm × 225 mm, 22 lines of 28 characters of
// size 3 (16 pt). 225 mm / 22 is 28.95 pt; 28 characters fit into 156 mm with a quarter of a point less between them.
struct Style {
    double top = 37, bottom = 35, left = 28, right = 26;
    double line = 28.95;    // pitch of lines
    double spacing = -.25;  // between characters
    double indent = 2;      // of a paragraph's first line, in characters
    Face body{"仿宋_GB2312", 16};
    Face title{"方正小标宋简体", 22};
    std::array<Face, 5> headings{Face{"黑体", 16}, Face{"楷体_GB2312", 16}, Face{"仿宋_GB2312", 16},
                                 Face{"仿宋_GB2312", 16}, Face{"仿宋_GB2312", 16}};
    Face table{"仿宋_GB2312", 10.5};
    Face table_head{"黑体", 10.5};
    Face page_number{"宋体", 14};
    Face small{"仿宋_GB2312", 14};  // what stands at the very end
    bool operator==(const Style&) const = default;
};

// The standard's for Chinese (fonts of each script's systems), a plain one for other languages.
Style default_style(std::string_view language);

// A style file: lines "name = value"; # begins a comment. What it does not name stays as in `base`. Errors (subject:
// the number of the line): "style-syntax", "style-unknown" (detail: the name), "style-value" (detail: the value; a
// length beyond 0..100 mm, a size beyond 5..72 points).
base::Result<Style> parse_style(std::string_view file, const Style& base);

}  // namespace office
