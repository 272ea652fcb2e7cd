#include "intake/outline.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "intake/pieces.hpp"
#include "intake/vocabulary.hpp"

namespace intake {
namespace {

std::string_view strip_stars(std::string_view text) {
    text = base::trim(text);
    if (text.size() > 4 && text.starts_with("**") && text.ends_with("**")) return text.substr(2, text.size() - 4);
    return text;
}

}  // namespace

int rank_of(const Line& line) {
    switch (line.mark) {
        case Mark::Title:
            return line.level;
        case Mark::None:
        case Mark::Bullet:
            return 8;
        case Mark::Chapter:
            return 10;
        case Mark::SubChapter:
            return 20;
        case Mark::Dot:
        case Mark::Letter:
            return 30;
        case Mark::Decimal:
            return 31 + static_cast<int>(line.number.size());
        case Mark::Paren:
            return 40;
        case Mark::Circle:
            return 50;
    }
    return 8;
}

bool holds_pause(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (std::u32string_view(U"，。；！？,;!?").find(base::next_code_point(text, at)) != std::u32string_view::npos)
            return true;
    return false;
}

std::optional<Begun> record_head(std::string_view plain_label) {
    const std::size_t end = plain_label.size();
    for (const std::string_view key : keys_below("record.")) {
        const std::size_t word = begins_with(plain_label, key);
        if (word == 0) continue;
        std::size_t at = word;
        while (at < end && plain_label[at] == ' ') ++at;
        Begun begun{key.substr(7), {}};
        while (at < end) {
            const auto number = read_ordinal(plain_label, at);
            if (!number) break;
            begun.number.push_back(*number);
            if (at < end && plain_label[at] == '.') ++at;
        }
        if (!begun.number.empty() && at == end) return begun;
    }
    return std::nullopt;
}

bool is_attachment(const Line& line) {
    if (!line.plain.starts_with("附件") || base::count_code_points(line.text) > 60 || holds_pause(line.text))
        return false;
    std::size_t at = 6;
    return at == line.plain.size() || read_ordinal(line.plain, at) || line.plain.substr(at).starts_with("：");
}

void Reader::collect(const Repaired& source) {
    std::size_t number = 0;
    for (const std::string_view raw : base::split(source.text, '\n')) {
        ++number;
        if (base::is_blank(raw)) continue;
        Line line;
        line.at = number;
        std::string_view text = raw;
        for (int depth = 0; depth < 2; ++depth) {  // - 1. …
            const Marked marked = mark_of(text);
            if (marked.mark == Mark::None || (depth == 1 && line.mark != Mark::Bullet)) break;
            line.mark = depth == 1 && marked.mark != Mark::Bullet ? line.mark : marked.mark;
            line.number = marked.number;
            line.level = marked.level;
            text = base::trim(text.substr(marked.size));
        }
        text = base::trim(text);
        const std::string_view bare = strip_stars(text);
        line.bold = bare.size() != text.size();
        line.text = base::replace_all(std::string(bare), "**", "");
        if (line.text.empty()) continue;
        line.plain = folded(line.text);
        line.label = label_of(line.text);
        lines_.push_back(std::move(line));
    }
}

bool Reader::is_heading(std::size_t index) const {
    const Line& line = lines_[index];
    if (line.mark == Mark::Title)  // of a record: "### 任务一：…"
        return line.level == 1 ||
               !record_head(folded(line.label ? std::string_view(line.label->first) : without_end(line.text)));
    if (line.mark == Mark::Bullet || line.mark == Mark::Letter || line.text.starts_with("|")) return false;
    if (line.mark == Mark::None && is_attachment(line)) return true;
    const bool lead = line.label && line.label->second.empty();
    if (base::count_code_points(line.text) > 40 || holds_pause(line.text)) return false;
    if (line.label && !lead && line.mark != Mark::Chapter) return false;
    if (record_head(folded(without_end(line.text)))) return false;
    const Line* next = index + 1 < lines_.size() ? &lines_[index + 1] : nullptr;
    const bool known = !key_of("chapter.", folded(without_end(line.text)), Match::Holds).empty();
    if (line.mark == Mark::Chapter) return true;
    if (line.mark == Mark::SubChapter || line.mark == Mark::Decimal) return next != nullptr || known;
    if (!next) return false;
    if (line.mark == Mark::None) {
        if (base::count_code_points(line.text) > 24) return false;
        const bool outlined = next->mark == Mark::Decimal && next->number.size() == 2 && next->number[1] == 1;
        return line.bold || outlined ||
               (known && !lead && !line.label && (next->mark != Mark::None || next->text.size() > line.text.size()));
    }
    // 1. and (1): items of a list look the same, but nothing stands below them.
    if (next->mark == line.mark) return false;
    const auto before = siblings_.find(rank_of(line));
    const bool first = line.number.empty() || line.number[0] == 1;
    if (!first && before != siblings_.end()) return before->second && rank_of(*next) != rank_of(line);
    return lead || known || base::count_code_points(line.text) <= 16;
}

void Reader::enter(const Line& line) {
    const int rank = is_attachment(line) ? 1 : rank_of(line);
    if (is_attachment(line)) {
        std::size_t at = 6;
        read_ordinal(line.plain, at);
        const std::string_view name = base::trim(std::string_view(line.text).substr(at));
        draft_.append(draft_.add("cover"), "attachments", name.empty() ? std::string_view(line.text) : name);
    }
    while (!heads_.empty() && heads_.back().rank >= rank) heads_.pop_back();
    const std::string_view key = key_of("chapter.", folded(without_end(line.text)), Match::Holds);
    Head head{rank, std::string(without_end(line.text)), key.empty() ? std::string() : std::string(key.substr(8)),
              no_row};
    heads_.push_back(std::move(head));
    open_.clear();
    const std::string_view now = topic();
    goals_seen_ = goals_seen_ || now == "goals";
    tasks_seen_ = tasks_seen_ || now == "tasks";
    conclusion_seen_ = conclusion_seen_ || now == "summary" || now == "conclusion" || now == "outlook";
}

// The title, and what of the cover has run together with it: …计划编制人：[姓名].
void Reader::read_title(std::size_t& index) {
    while (index < lines_.size() && title_.empty()) {
        Line& line = lines_[index];
        draft_.at_line(line.at);
        if (line.mark == Mark::Chapter || line.mark == Mark::Decimal || line.text.starts_with("|")) return;
        // A heading with a number begins the text; the document has no title.
        if (line.mark == Mark::Title && line.level > 1 && mark_of(line.text).mark != Mark::None) return;
        if (line.label && key_of("label.cover.", folded(line.label->first), Match::Is) != "" && read_cover(line)) {
            title_ = draft_.text(draft_.add("cover"), "title");
            ++index;
            continue;
        }
        // The first cover label inside ends the title; several may follow one another.
        std::vector<std::size_t> starts;
        for (const std::string_view key : keys_below("label.cover."))
            for (const std::string& word : words_of(key)) {
                if (base::count_code_points(word) < 3) continue;
                for (const std::string_view colon : {"：", ":"}) {
                    const std::size_t at = line.plain.find(word + std::string(colon));
                    if (at != std::string::npos && at > 0) starts.push_back(at);
                }
            }
        std::ranges::sort(starts);
        std::string title = line.text.substr(0, starts.empty() ? line.text.size() : starts[0]);
        if (base::count_code_points(title) > 80 || (starts.empty() && line.label && line.mark != Mark::Title)) return;
        std::string spaced;  // 策 划 书
        const std::string trimmed(base::trim(title));
        title_ = base::contains(trimmed, " ") && base::is_han([&] {
                     std::size_t at = 0;
                     return base::next_code_point(trimmed, at);
                 }())
                     ? base::name_key(trimmed)
                     : trimmed;
        draft_.set(draft_.add("cover"), "title", title_);
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : line.text.size();
            Line part;
            part.at = line.at;
            part.text = std::string(base::trim(std::string_view(line.text).substr(starts[i], end - starts[i])));
            part.label = label_of(part.text);
            if (!read_cover(part)) keep(part.text);
        }
        ++index;
    }
}

}  // namespace intake
