#include "codec/json_text.hpp"

#include <cstdio>
#include <cstdlib>

#include "base/text.hpp"

namespace codec {
namespace {

bool is_plain(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

void append_escape(std::string& out, char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\b':
            out += "\\b";
            return;
        case '\f':
            out += "\\f";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            break;
    }
    constexpr std::string_view hex = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    out += "\\u00";
    out += hex[byte >> 4];
    out += hex[byte & 15];
}

// Digits and decimal exponent: value = 0.DIGITS × 10^point.
struct Shortest {
    std::string digits;
    int point = 0;
};

Shortest shortest(double value) {
    char text[40];
    for (int precision = 0; precision < 17; ++precision) {
        std::snprintf(text, sizeof text, "%.*e", precision, value);
        if (std::strtod(text, nullptr) == value) break;
    }
    Shortest result;
    const std::string_view all(text);
    const std::size_t e = all.find('e');
    for (const char c : all.substr(0, e))
        if (c >= '0' && c <= '9') result.digits += c;
    while (result.digits.size() > 1 && result.digits.back() == '0') result.digits.pop_back();
    result.point = std::atoi(text + e + 1) + 1;
    return result;
}
}  // namespace

void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_plain(text[end])) ++end;
        out.append(text, at, end - at);
        if (end < text.size()) append_escape(out, text[end++]);
        at = end;
    }
    out += '"';
}

std::string canonical_number(double value) {
    if (value == 0) return "0";
    if (value < 0) return "-" + canonical_number(-value);
    const Shortest found = shortest(value);
    const std::string& digits = found.digits;
    const int count = static_cast<int>(digits.size()), point = found.point;
    const auto zeros = [](int n) { return std::string(static_cast<std::size_t>(n), '0'); };
    if (count <= point && point <= 21) return digits + zeros(point - count);
    if (0 < point && point <= 21)
        return digits.substr(0, static_cast<std::size_t>(point)) + "." + digits.substr(static_cast<std::size_t>(point));
    if (-6 < point && point <= 0) return "0." + zeros(-point) + digits;
    const std::string exponent = (point > 0 ? "e+" : "e-") + std::to_string(std::abs(point - 1));
    return count == 1 ? digits + exponent : digits.substr(0, 1) + "." + digits.substr(1) + exponent;
}

Pieces pieces(std::string_view compact) {
    Pieces found;
    int depth = 0;
    std::size_t begin = 1;  // of the piece, then of its value
    std::string name;
    const auto end_piece = [&](std::size_t end) {
        if (end > begin) found.push_back({std::move(name), std::string(compact.substr(begin, end - begin))});
        name.clear();
        begin = end + 1;
    };
    for (std::size_t at = 1; at + 1 < compact.size(); ++at) {
        const char c = compact[at];
        if (c == '"') {
            while (compact[++at] != '"')
                if (compact[at] == '\\') ++at;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (depth == 0 && c == ':') {
            name = compact.substr(begin, at - begin);
            begin = at + 1;
        } else if (depth == 0 && c == ',') {
            end_piece(at);
        }
    }
    end_piece(compact.size() - 1);
    return found;
}

std::string joined(const Pieces& pieces, char bracket) {
    std::string text(1, bracket);
    for (const Piece& piece : pieces) {
        if (text.size() > 1) text += ',';
        if (!piece.name.empty()) text += piece.name + ":";
        text += piece.value;
    }
    return text += bracket == '{' ? '}' : ']';
}

void append_line_break(std::string& out, int level) {
    out += '\n';
    out.append(static_cast<std::size_t>(level) * 2, ' ');
}

bool append_indented(std::string& out, std::string_view compact, int level, std::size_t limit) {
    const std::size_t end = out.size() + limit;
    bool quoted = false;
    for (std::size_t at = 0; at < compact.size() && out.size() <= end; ++at) {
        const char c = compact[at];
        if (quoted) {
            out += c;
            if (c == '\\') out += compact[++at];
            quoted = c != '"';
            continue;
        }
        const bool empty = (c == '{' || c == '[') && (compact[at + 1] == '}' || compact[at + 1] == ']');
        if (empty) {
            out += c;
            out += compact[++at];
        } else if (c == '{' || c == '[') {
            out += c;
            append_line_break(out, ++level);
        } else if (c == '}' || c == ']') {
            append_line_break(out, --level);
            out += c;
        } else if (c == ',') {
            out += c;
            append_line_break(out, level);
        } else {
            out += c == ':' ? ": " : std::string_view(&compact[at], 1);
            quoted = c == '"';
        }
    }
    return out.size() <= end;
}

bool utf16_less(std::string_view a, std::string_view b) {
    // Code units order like code points, but that surrogate pairs come before U+E000..U+FFFF.
    const auto rank = [](char32_t c) {
        return c >= 0x10000 ? 0xD800u : c >= 0xE000 ? c + 0x110000 : static_cast<std::uint32_t>(c);
    };
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        const char32_t x = base::next_code_point(a, i), y = base::next_code_point(b, j);
        if (x == y) continue;
        return rank(x) != rank(y) ? rank(x) < rank(y) : x < y;
    }
    return i == a.size() && j < b.size();
}

}  // namespace codec
