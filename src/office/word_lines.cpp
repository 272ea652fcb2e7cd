// What comes of paragraphs and tables of a Word file when they are whole: lines, marks settled.
#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "office/word_walk.hpp"

namespace office {
namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Where a field begins in a paragraph whose bookmark begins at `start`: behind the label or number before it.
std::size_t behind_label(std::string_view text, std::size_t start) {
    const std::string_view before = text.substr(0, start);
    for (const std::string_view end : {"：", ": ", ":", "、", "）", ")", "."}) {
        const std::size_t at = before.rfind(end);
        if (at != std::string_view::npos) return at + end.size();
    }
    return 0;
}

}  // namespace

// Comments go to the field that they begin in or before; bookmarks wait for whether their control is there.
void WordWalk::settle_marks(Paragraph& one) {
    for (const auto& [at, index] : one.comments) {
        WordComment& comment_of = content_.comments[index];
        comment_of.about = base::trim(one.text);
        count(one.text.size());
        for (const auto* places : {&one.controls, &one.bookmarks})
            for (std::size_t i = 0; i < std::min<std::size_t>(places->size(), 100); ++i)
                if (const Place& place = (*places)[i];
                    comment_of.mark.row.empty() || (place.start <= at && at < place.end))
                    comment_of.mark = place.mark;
        if (is_too_large_) return;
    }
    for (const auto& [places, into] : {std::pair(&one.bookmarks, &by_bookmark_), std::pair(&one.copies, &by_copy_)})
        for (const Place& place : *places) {
            count(one.text.size());
            if (is_too_large_) return;
            const std::string_view text = std::string_view(one.text).substr(behind_label(one.text, place.start));
            into->push_back({place.mark, std::string(base::trim(text)), FoundBy::Bookmark, one.is_tracked,
                             one.is_tracked ? one.hand : WordHand()});
        }
}

void WordWalk::settle_bookmarks() {
    std::set<WordMark> known;
    for (const WordField& field : content_.fields) known.insert(field.mark);
    std::map<WordMark, const WordField*> copies;
    for (const WordField& field : by_copy_) copies.emplace(field.mark, &field);
    for (WordField& field : by_bookmark_) {
        if (known.contains(field.mark)) continue;
        // Cut and pasted elsewhere: what is left here is empty.
        if (const auto copy = copies.find(field.mark); field.text.empty() && copy != copies.end())
            field = *copy->second;
        content_.fields.push_back(field);
    }
}

void WordWalk::finish(Paragraph& one, std::vector<std::string>& lines) {
    settle_marks(one);
    if (!base::is_blank(one.text)) {
        std::vector<std::string> parts;
        for (const std::string_view part : base::split(one.text, '\n'))
            if (!base::is_blank(part)) parts.emplace_back(base::trim(part));
        std::string number = one.style.list.empty() ? std::string() : numbering_.next(one.style.list, one.style.level);
        if (!number.empty() && is_letter(number.back())) number += ' ';
        const bool is_heading = one.style.heading > 0 || one.style.is_title;
        if (one.style.is_contents) {
            if (content_.contents.empty() && !lines.empty() && lines.back().starts_with('#')) {  // 目录
                content_.contents.push_back(std::move(lines.back()));
                lines.pop_back();
            }
            for (std::string& part : parts) add(content_.contents, std::move(part));
        } else if (is_heading) {
            if (number == "- ") number.clear();
            const auto marks = static_cast<std::size_t>(one.style.is_title ? 1 : one.style.heading + 1);
            // A title that is broken into lines for its looks is one.
            add(lines,
                std::string(marks, '#') + ' ' + number + base::join(parts, is_letter(parts[0].back()) ? " " : ""));
        } else {
            const bool is_bold = one.has_bold && !one.has_plain && parts.size() == 1;
            for (std::size_t i = 0; i < parts.size(); ++i)
                add(lines, (i == 0 ? number : std::string()) + (is_bold ? "**" + parts[i] + "**" : parts[i]));
        }
    }
    for (std::string& line : one.boxes) lines.push_back(std::move(line));
    for (const std::string& note : one.notes) add(lines, "注：" + base::replace_all(note, "\n", " "));
}

// ---------------------------------------------------------------- tables

WordWalk::Cell WordWalk::cell(pugi::xml_node node) {
    Cell one;
    const pugi::xml_node form = child_of(node, "tcPr");
    one.span = std::clamp(number_of(value_of(child_of(form, "gridSpan")), 1), 1, 64);
    const pugi::xml_node merge = child_of(form, "vMerge");
    one.continues = merge && value_of(merge) != "restart";
    std::optional<Paragraph> outside;
    std::swap(outside, joined_);
    std::vector<std::string> lines;
    blocks(node, lines);
    if (joined_) finish(*joined_, lines);
    joined_ = std::move(outside);
    for (std::string& line : lines) {
        const std::size_t marks = line.find_first_not_of('#');
        if (marks != 0 && marks != std::string::npos && line[marks] == ' ') line.erase(0, marks + 1);
    }
    one.text = base::join(lines, "<br>");
    return one;
}

void WordWalk::rows(pugi::xml_node parent, std::vector<std::vector<Cell>>& all) {
    for (const pugi::xml_node node : parent.children()) {
        if (is(node, "sdt")) {
            rows(child_of(node, "sdtContent"), all);
        } else if (is(node, "ins") || is(node, "customXml")) {
            rows(node, all);
        } else if (is(node, "tr") && !below(node, {"trPr", "del"})) {
            all.emplace_back();
            const int before = number_of(value_of(below(node, {"trPr", "gridBefore"})), 0);
            for (int i = 0; i < std::min(before, 64); ++i) all.back().emplace_back();
            for (const pugi::xml_node inside : node.children()) {
                if (is(inside, "tc")) all.back().push_back(cell(inside));
                if (!is(inside, "sdt")) continue;  // around a cell
                for (const pugi::xml_node wrapped : child_of(inside, "sdtContent").children())
                    if (is(wrapped, "tc")) all.back().push_back(cell(wrapped));
            }
        } else if (is(node, "tr")) {
            ++content_.deletions;
        }
        if (is_too_large_) return;
    }
}

void WordWalk::table(pugi::xml_node node, std::vector<std::string>& lines) {
    std::vector<std::vector<Cell>> all;
    rows(node, all);
    std::size_t widest = 0;
    for (const auto& row : all) widest = std::max(widest, row.size());
    std::vector<std::string> above;
    bool has_begun = false;
    for (const auto& row : all) {
        // A row of one cell over all columns, at the top, is the table's name; a table of one cell is a frame.
        if (row.size() == 1 && (widest == 1 || !has_begun)) {
            const std::string text = base::replace_all(row[0].text, "<br>", "\n");
            for (const std::string_view part : base::split(text, '\n'))
                if (!base::is_blank(part)) add(lines, std::string(part));
            continue;
        }
        has_begun = true;
        std::vector<std::string> texts;
        for (const Cell& one : row) {
            const std::size_t column = texts.size();
            texts.push_back(one.continues && column < above.size() ? above[column] : one.text);
            for (int i = 1; i < one.span && texts.size() < 256; ++i) texts.emplace_back();
        }
        std::string line = "|";
        for (const std::string& text : texts) line += ' ' + base::replace_all(text, "|", "\\|") + " |";
        add(lines, std::move(line));
        if (is_too_large_) return;
        above = std::move(texts);
    }
}

}  // namespace office
