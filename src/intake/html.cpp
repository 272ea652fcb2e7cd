#include "intake/html.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"

namespace intake {
namespace {

struct Tag {
    std::string name;  // in small letters
    bool closes = false;
};

bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// The tag that begins at html[at] = '<'; moves at behind it. An empty name: none, '<' is text.
Tag read_tag(std::string_view html, std::size_t& at) {
    Tag tag;
    std::size_t here = at + 1;
    if (here < html.size() && html[here] == '/') {
        tag.closes = true;
        ++here;
    }
    const std::size_t start = here;
    while (here < html.size() && is_name(html[here])) ++here;
    if (here == start) return {};
    tag.name = base::to_lower_ascii(html.substr(start, here - start));
    for (char quote = '\0'; here < html.size() && (quote != '\0' || html[here] != '>'); ++here) {
        if (quote != '\0' ? html[here] == quote : html[here] == '"' || html[here] == '\'')
            quote = quote != '\0' ? '\0' : html[here];
    }
    at = std::min(here + 1, html.size());
    return tag;
}

// &amp; &#65; &#x41; at html[at] = '&'; moves at behind it. What is no entity stays as it is.
void append_entity(std::string& out, std::string_view html, std::size_t& at) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> named{{{"amp", "&"},
                                                                                   {"lt", "<"},
                                                                                   {"gt", ">"},
                                                                                   {"quot", "\""},
                                                                                   {"apos", "'"},
                                                                                   {"nbsp", " "},
                                                                                   {"ensp", " "},
                                                                                   {"emsp", " "},
                                                                                   {"ldquo", "“"},
                                                                                   {"rdquo", "”"},
                                                                                   {"mdash", "—"},
                                                                                   {"middot", "·"}}};
    const std::size_t end = html.substr(at, 12).find(';');
    const std::string_view name = end == std::string_view::npos ? std::string_view() : html.substr(at + 1, end - 1);
    const auto known = std::ranges::find(named, name, &std::pair<std::string_view, std::string_view>::first);
    std::string text;
    if (known != named.end()) {
        text = known->second;
    } else if (name.size() > 1 && name[0] == '#') {
        const bool hex = name[1] == 'x' || name[1] == 'X';
        char32_t value = 0;
        bool good = name.size() > (hex ? 2u : 1u);
        for (const char c : name.substr(hex ? 2 : 1)) {
            const int digit = c >= '0' && c <= '9'   ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : 99;
            good = good && digit < (hex ? 16 : 10) && value < 0x110000;
            value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit);
        }
        if (good && value >= 0x20 && value != 0x7F && value < 0x110000 && (value < 0xD800 || value > 0xDFFF))
            base::append_code_point(text, value);
    }
    if (text.empty()) {
        out += html[at++];
        return;
    }
    out += text;
    at += end + 1;
}

bool is_block(std::string_view name) {
    constexpr std::array<std::string_view, 23> blocks{
        {"p",  "div",   "section", "article", "header", "footer", "main", "h1", "h2",     "h3",         "h4",  "h5",
         "h6", "table", "ul",      "ol",      "li",     "dl",     "dt",   "dd", "figure", "blockquote", "body"}};
    return std::ranges::find(blocks, name) != blocks.end();
}
bool is_unseen(std::string_view name) {
    return name == "script" || name == "style" || name == "head" || name == "template" || name == "noscript";
}

class Lines {
  public:
    void text(std::string_view part, bool bold) {
        if (base::is_blank(part)) {
            if (!now_.empty() && !now_.ends_with(' ')) now_ += ' ';
            return;
        }
        (bold ? bold_ : plain_) = true;
        now_ += part;
    }
    void line(std::string_view start = {}) {
        flush();
        start_ = start;
    }
    void begin_row() {
        line();
        row_ = "|";
    }
    void cell() {
        if (row_.empty()) return;
        row_ += ' ' + base::replace_all(std::string(base::trim(now_)), "|", "\\|") + " |";
        clear();
    }
    void end_row() {
        if (row_.size() > 1) out_ += row_ + '\n';
        row_.clear();
        clear();
    }
    [[nodiscard]] bool in_row() const { return !row_.empty(); }
    std::string take() {
        flush();
        return std::move(out_);
    }

  private:
    void clear() {
        now_.clear();
        start_.clear();
        plain_ = bold_ = false;
    }
    void flush() {
        if (!row_.empty()) {  // lines inside a cell
            if (!now_.empty() && !now_.ends_with(' ')) now_ += ' ';
            return;
        }
        const std::string_view whole = base::trim(now_);
        if (!whole.empty()) {
            const bool strong = bold_ && !plain_ && start_.empty();
            out_ += start_ + (strong ? "**" : "") + std::string(whole) + (strong ? "**" : "") + '\n';
        }
        clear();
    }
    std::string out_, now_, start_, row_;
    bool plain_ = false, bold_ = false;
};

}  // namespace

std::string html_lines(std::string_view html) {
    Lines lines;
    std::vector<std::size_t> lists;  // of the open lists: 0 without numbers, else the next number
    int bold = 0;
    bool cell = false;
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] == '&') {
            std::string text;
            append_entity(text, html, at);
            lines.text(text, bold > 0);
            continue;
        }
        if (html[at] != '<') {
            std::size_t end = html.find_first_of("<&", at);
            end = std::min(end, html.size());
            std::string text;
            for (const char c : html.substr(at, end - at)) {
                const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
                if (!blank)
                    text += c;
                else if (text.empty() || text.back() != ' ')
                    text += ' ';
            }
            lines.text(text, bold > 0);
            at = end;
            continue;
        }
        if (html.substr(at).starts_with("<!--")) {
            const std::size_t end = html.find("-->", at + 4);
            at = end == std::string_view::npos ? html.size() : end + 3;
            continue;
        }
        if (at + 1 < html.size() && (html[at + 1] == '!' || html[at + 1] == '?')) {
            const std::size_t end = html.find('>', at);
            at = end == std::string_view::npos ? html.size() : end + 1;
            continue;
        }
        const Tag tag = read_tag(html, at);
        if (tag.name.empty()) {
            lines.text(html.substr(at++, 1), bold > 0);
            continue;
        }
        if (is_unseen(tag.name) && !tag.closes) {
            // Up to its end tag, whatever is inside; without one, to the end.
            const std::string closing = "</" + tag.name;
            std::size_t end = at;
            while (end < html.size() && base::to_lower_ascii(html.substr(end, closing.size())) != closing) {
                end = html.find('<', end + 1);
                end = std::min(end, html.size());
            }
            at = end;
            continue;
        }
        if (tag.name == "b" || tag.name == "strong") {
            bold = std::max(0, bold + (tag.closes ? -1 : 1));
        } else if (tag.name == "br") {
            lines.line();
        } else if (tag.name == "ul" || tag.name == "ol") {
            lines.line();
            if (!tag.closes && lists.size() < 64) lists.push_back(tag.name == "ol" ? 1 : 0);
            if (tag.closes && !lists.empty()) lists.pop_back();
        } else if (tag.name == "li") {
            if (tag.closes)
                lines.line();
            else if (lists.empty() || lists.back() == 0)
                lines.line("- ");
            else
                lines.line(std::to_string(lists.back()++) + ".");
        } else if (tag.name == "tr") {
            if (lines.in_row()) {
                if (cell) lines.cell();
                lines.end_row();
            }
            cell = false;
            if (!tag.closes) lines.begin_row();
        } else if (tag.name == "td" || tag.name == "th") {
            if (cell) lines.cell();
            cell = !tag.closes && lines.in_row();
        } else if (tag.name == "table" && tag.closes && lines.in_row()) {
            if (cell) lines.cell();
            cell = false;
            lines.end_row();
        } else if (is_block(tag.name)) {
            const bool heading = tag.name.size() == 2 && tag.name[0] == 'h' && !tag.closes;
            lines.line(heading ? std::string(static_cast<std::size_t>(tag.name[1] - '0'), '#') + ' ' : std::string());
        }
    }
    if (lines.in_row()) {
        if (cell) lines.cell();
        lines.end_row();
    }
    return lines.take();
}

}  // namespace intake
