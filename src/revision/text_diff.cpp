#include "revision/text_diff.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"

namespace revision {
namespace {
using Pieces = std::vector<std::string_view>;

// Written after a character and drawn with it: combining marks, selectors of variants, tones of skin.
bool combines(char32_t c) {
    return (c >= 0x300 && c <= 0x36F) || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x1F3FB && c <= 0x1F3FF);
}

// Letters and digits of alphabets that put blanks between words: Latin, Greek, Cyrillic.
bool is_letter(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x52F);
}

bool ends_sentence(std::string_view piece) {
    static constexpr std::string_view ends[] = {"。", "！", "？", "；", "\n", ".", "!", "?", ";"};
    return std::ranges::find(ends, piece) != std::end(ends);
}

Pieces sentences(const Pieces& pieces) {
    Pieces sentences;
    const char* begin = nullptr;
    for (const std::string_view piece : pieces) {
        if (!begin) begin = piece.data();
        if (!ends_sentence(piece)) continue;
        sentences.emplace_back(begin, static_cast<std::size_t>(piece.data() + piece.size() - begin));
        begin = nullptr;
    }
    if (begin)
        sentences.emplace_back(begin, static_cast<std::size_t>(pieces.back().data() + pieces.back().size() - begin));
    return sentences;
}

// Equal pieces of both get equal numbers.
class Numbers {
  public:
    std::vector<std::uint32_t> of(const Pieces& pieces) {
        std::vector<std::uint32_t> numbers;
        numbers.reserve(pieces.size());
        for (const std::string_view piece : pieces)
            numbers.push_back(numbers_.emplace(piece, static_cast<std::uint32_t>(numbers_.size())).first->second);
        return numbers;
    }

  private:
    std::unordered_map<std::string_view, std::uint32_t> numbers_;  // only looked up, so its order does not matter
};

// Takes equal pieces between two changes as changed if they are no more than what changed on either side.
void join_close(std::vector<Replaced>& changes) {
    std::vector<Replaced> joined;
    for (const Replaced& change : changes) {
        joined.push_back(change);
        while (joined.size() > 1) {
            const Replaced &next = joined.back(), &last = joined[joined.size() - 2];
            const std::size_t between = next.at - last.at - last.size;
            if (between > std::max(last.size, last.new_size) || between > std::max(next.size, next.new_size)) break;
            const Replaced both{last.at, next.at + next.size - last.at, last.new_at,
                                next.new_at + next.new_size - last.new_at};
            joined.pop_back();
            joined.back() = both;
        }
    }
    changes = std::move(joined);
}

std::vector<Replaced> diff_of(const Pieces& before, const Pieces& after) {
    Numbers numbers;
    const std::vector<std::uint32_t> a = numbers.of(before), b = numbers.of(after);
    return sequence_diff(a, b);
}

std::size_t bytes(const Pieces& pieces, std::size_t at, std::size_t count) {
    std::size_t sum = 0;
    for (std::size_t i = at; i < at + count; ++i) sum += pieces[i].size();
    return sum;
}

// From pieces to bytes, beginning at these offsets.
void append_in_bytes(std::vector<Replaced>& out, const std::vector<Replaced>& changes, const Pieces& before,
                     const Pieces& after, std::size_t at, std::size_t new_at) {
    std::size_t piece = 0, new_piece = 0;
    for (const Replaced& change : changes) {
        at += bytes(before, piece, change.at - piece);
        new_at += bytes(after, new_piece, change.new_at - new_piece);
        const Replaced here{at, bytes(before, change.at, change.size), new_at,
                            bytes(after, change.new_at, change.new_size)};
        out.push_back(here);
        at += here.size, new_at += here.new_size;
        piece = change.at + change.size, new_piece = change.new_at + change.new_size;
    }
}
}  // namespace

Pieces text_pieces(std::string_view text) {
    Pieces pieces;
    bool in_word = false, joined = false;  // joined: the character before was a joiner
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = base::next_code_point(text, at);
        const std::string_view piece = text.substr(begin, at - begin);
        const bool goes_on = !pieces.empty() && (combines(c) || joined || (in_word && is_letter(c)));
        if (goes_on)
            pieces.back() = {pieces.back().data(), pieces.back().size() + piece.size()};
        else
            pieces.push_back(piece);
        in_word = is_letter(c) || (in_word && combines(c));
        joined = c == 0x200D;
    }
    return pieces;
}

std::vector<Replaced> text_diff(std::string_view before, std::string_view after) {
    const Pieces a = sentences(text_pieces(before)), b = sentences(text_pieces(after));
    std::vector<Replaced> coarse;
    append_in_bytes(coarse, diff_of(a, b), a, b, 0, 0);
    std::vector<Replaced> fine;
    for (const Replaced& change : coarse) {
        const Pieces old_pieces = text_pieces(before.substr(change.at, change.size));
        const Pieces new_pieces = text_pieces(after.substr(change.new_at, change.new_size));
        std::vector<Replaced> within = diff_of(old_pieces, new_pieces);
        join_close(within);
        append_in_bytes(fine, within, old_pieces, new_pieces, change.at, change.new_at);
    }
    return fine;
}

}  // namespace revision
