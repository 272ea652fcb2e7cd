#include "intake/encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"

namespace intake {
namespace {

std::optional<std::string> converted(std::string_view bytes, const char* from) {
    const iconv_t converter = iconv_open("UTF-8", from);
    if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    std::string source(bytes), result;
    char* in = source.data();
    std::size_t left = source.size();
    std::array<char, 4096> buffer{};
    bool good = true;
    while (left > 0 && good) {
        char* out = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t before = left;
        const std::size_t status = iconv(converter, &in, &left, &out, &room);
        result.append(buffer.data(), buffer.size() - room);
        // Full is no fault; having moved nothing is.
        good = status != static_cast<std::size_t>(-1) || (left < before && buffer.size() - room > 0);
    }
    iconv_close(converter);
    return good && left == 0 ? std::optional<std::string>(std::move(result)) : std::nullopt;
}

// How many of the commonest characters of either script it holds, in thousandths of all.
std::size_t likeness(std::string_view text) {
    static constexpr std::u32string_view common =
        U"的一是在不了有和人这中大为上个国我以要他时来用们这這個為時來們，。、";
    std::size_t hits = 0, all = 0;
    for (std::size_t at = 0; at < text.size(); ++all)
        if (common.find(base::next_code_point(text, at)) != std::u32string_view::npos) ++hits;
    return all == 0 ? 0 : hits * 1000 / all;
}

// One kind of line ends, and no DEL, which nobody sees and no plan may hold.
std::string plain_lines(std::string text) {
    text = base::replace_all(base::replace_all(std::move(text), "\r\n", "\n"), "\r", "\n");
    return base::replace_all(std::move(text), "\x7F", "");
}

// Plain control characters, which no text has.
bool is_binary(std::string_view text) {
    return std::ranges::any_of(text, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r' && c != '\f' && c != '\v';
    });
}

std::string_view wide_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
    if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
    if (bytes.size() < 4 || bytes.size() % 2 != 0) return {};
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
    if (even + odd < 1 || std::min(even, odd) > 0) return {};
    return odd > 0 ? "utf-16le" : "utf-16be";
}

}  // namespace

base::Result<Decoded> decode(std::string_view bytes) {
    Decoded decoded;
    if (const std::string_view wide = wide_encoding(bytes); !wide.empty()) {
        if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) bytes.remove_prefix(2);
        auto text = converted(bytes, wide == "utf-16le" ? "UTF-16LE" : "UTF-16BE");
        if (!text) return base::Error{"intake-encoding", {}, {}};
        decoded = {std::move(*text), wide};
    } else {
        if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
        if (base::find_invalid_utf8(bytes) == std::string_view::npos) {
            decoded = {std::string(bytes), "utf-8"};
        } else {
            auto simplified = converted(bytes, "GB18030");
            auto traditional = converted(bytes, "BIG5");
            if (!simplified && !traditional) return base::Error{"intake-encoding", {}, {}};
            const bool big5 = traditional && (!simplified || likeness(*traditional) > likeness(*simplified));
            decoded = big5 ? Decoded{std::move(*traditional), "big5"} : Decoded{std::move(*simplified), "gb18030"};
        }
    }
    if (is_binary(decoded.text) || base::find_invalid_utf8(decoded.text) != std::string_view::npos)
        return base::Error{"intake-binary", {}, {}};
    decoded.text = base::replace_all(base::replace_all(plain_lines(std::move(decoded.text)), "\f", "\n"), "\v", "\n");
    return decoded;
}

}  // namespace intake
