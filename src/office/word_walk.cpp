#include "office/word_walk.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace office {
namespace {

constexpr std::size_t text_mebibytes = 16;
constexpr int deepest_heading = 5;

// All text in it, its paragraphs as lines.
std::string text_in(pugi::xml_node root) {
    std::string text;
    for (pugi::xml_node node = root.first_child(); node;) {
        if (is(node, "t")) text += node.child_value();
        if (is(node, "p") && !text.empty()) text += '\n';
        if (node.first_child()) {
            node = node.first_child();
            continue;
        }
        while (node && node != root && !node.next_sibling()) node = node.parent();
        if (!node || node == root) break;
        node = node.next_sibling();
    }
    return std::string(base::trim(clean_text(text)));
}

bool is_contents_table(pugi::xml_node control) {
    return value_of(below(control, {"sdtPr", "docPartObj", "docPartGallery"})) == "Table of Contents";
}

// What was pasted a second time is called NAME_Copy_1 by LibreOffice.
std::string_view without_copy(std::string_view name) {
    const std::size_t at = name.find("_Copy_");
    return at == std::string_view::npos ? name : name.substr(0, at);
}

}  // namespace

base::Result<WordContent> WordWalk::read() {
    main_ = file_.related("", "officeDocument");
    if (main_.empty()) main_ = "word/document.xml";
    pugi::xml_document document;
    if (const auto done = file_.read(main_, document); !done) return done.error();
    const pugi::xml_node body = child_of(document.document_element(), "body");
    if (!body) return base::Error{"office-part-missing", "word/document.xml", {}};
    read_styles();
    pugi::xml_document numbering;
    if (const std::string part = file_.related(main_, "numbering"); !part.empty() && file_.read(part, numbering))
        numbering_.read(numbering.document_element());
    read_notes("footnote");
    read_notes("endnote");
    read_comments();
    content_.properties = file_.properties();
    std::vector<std::string> lines;
    blocks(body, lines);
    if (joined_) finish(*joined_, lines);
    if (is_too_large_) return base::Error{"office-too-large", {}, std::to_string(text_mebibytes)};
    for (const std::string& line : lines) content_.lines += line + '\n';
    settle_bookmarks();
    std::erase_if(content_.comments, [](const WordComment& one) { return one.text.empty(); });
    return std::move(content_);
}

void WordWalk::read_styles() {
    pugi::xml_document xml;
    const std::string part = file_.related(main_, "styles");
    if (part.empty() || !file_.read(part, xml)) return;
    std::map<std::string, pugi::xml_node> nodes;
    for (const pugi::xml_node node : xml.document_element().children())
        if (is(node, "style")) nodes[attribute_of(node, "styleId")] = node;
    for (const auto& [id, node] : nodes) {
        WordStyle style;
        bool has_list = false;
        pugi::xml_node one = node;
        for (int steps = 0; one && steps < 20; ++steps) {  // they may be based on each other in a circle
            const std::string name = base::name_key(base::to_lower_ascii(value_of(child_of(one, "name"))));
            for (const std::string_view word : {"heading ", "heading", "标题"})
                if (name.starts_with(word) && style.heading == 0)
                    style.heading = std::max(0, number_of(std::string_view(name).substr(word.size()), 0));
            const auto outline = below(one, {"pPr", "outlineLvl"});
            if (outline && style.heading == 0) {
                const int level = number_of(value_of(outline), 9);
                if (level >= 0 && level < 9) style.heading = level + 1;
            }
            style.is_title = style.is_title || name == "title" || name == "标题";
            style.is_contents = style.is_contents || name.starts_with("toc ") || name.starts_with("目录");
            const auto numbers = below(one, {"pPr", "numPr"});
            if (numbers && !has_list && child_of(numbers, "numId")) {
                has_list = true;
                style.list = value_of(child_of(numbers, "numId"));
                style.level = number_of(value_of(child_of(numbers, "ilvl")), 0);
            }
            const auto base_style = nodes.find(value_of(child_of(one, "basedOn")));
            one = base_style == nodes.end() ? pugi::xml_node() : base_style->second;
        }
        styles_[id] = style;
    }
}

void WordWalk::read_notes(std::string_view kind) {
    pugi::xml_document xml;
    const std::string part = file_.related(main_, std::string(kind) + "s");
    if (part.empty() || !file_.read(part, xml)) return;
    for (const pugi::xml_node node : xml.document_element().children())
        if (attribute_of(node, "type").empty())  // others are the lines between text and notes
            notes_[std::string(kind) + ' ' + attribute_of(node, "id")] = text_in(node);
}

void WordWalk::read_comments() {
    pugi::xml_document xml;
    const std::string part = file_.related(main_, "comments");
    if (part.empty() || !file_.read(part, xml)) return;
    for (const pugi::xml_node node : xml.document_element().children()) {
        if (!is(node, "comment")) continue;
        comment_at_[attribute_of(node, "id")] = content_.comments.size();
        content_.comments.push_back(
            {text_in(node), {clean_text(attribute_of(node, "author")), attribute_of(node, "date")}, {}, {}});
    }
}

WordStyle WordWalk::style_of(pugi::xml_node paragraph) const {
    const pugi::xml_node form = child_of(paragraph, "pPr");
    const auto found = styles_.find(value_of(child_of(form, "pStyle")));
    WordStyle style = found == styles_.end() ? WordStyle() : found->second;
    if (const auto outline = child_of(form, "outlineLvl")) {
        const int level = number_of(value_of(outline), 9);
        style.heading = level >= 0 && level < 9 ? level + 1 : 0;
    }
    if (const auto numbers = child_of(form, "numPr")) {
        if (const auto list = child_of(numbers, "numId")) style.list = value_of(list);
        if (const auto level = child_of(numbers, "ilvl")) style.level = number_of(value_of(level), 0);
    }
    style.heading = std::min(style.heading, deepest_heading);
    return style;
}

void WordWalk::count(std::size_t bytes) {
    bytes_ += bytes;
    is_too_large_ = is_too_large_ || bytes_ > (text_mebibytes << 20);
}

void WordWalk::add(std::vector<std::string>& lines, std::string line) {
    count(line.size() + 1);
    if (!is_too_large_) lines.push_back(std::move(line));
}

void WordWalk::blocks(pugi::xml_node parent, std::vector<std::string>& lines) {
    for (const pugi::xml_node node : parent.children()) {
        if (is_too_large_) return;
        if (is(node, "p")) {
            paragraph(node, lines);
        } else if (is(node, "tbl")) {
            table(node, lines);
        } else if (is(node, "sdt")) {
            const pugi::xml_node inside = child_of(node, "sdtContent");
            if (is_contents_table(node)) {
                blocks(inside, content_.contents);
                continue;
            }
            std::vector<std::string> own;
            blocks(inside, own);
            const WordMark mark = mark_of_tag(value_of(below(node, {"sdtPr", "tag"})));
            if (!mark.row.empty())
                content_.fields.push_back({mark, base::join(own, "\n"), FoundBy::Control, false, {}});
            for (std::string& line : own) lines.push_back(std::move(line));
        } else if (is(node, "ins") || is(node, "moveTo") || is(node, "customXml") || is(node, "smartTag")) {
            blocks(node, lines);
        } else if (is(node, "AlternateContent")) {
            blocks(node.first_child(), lines);
        }
    }
}

void WordWalk::paragraph(pugi::xml_node node, std::vector<std::string>& lines) {
    Paragraph one = joined_ ? std::move(*joined_) : Paragraph();
    joined_.reset();
    one.style = style_of(node);
    inlines(node, one);
    if (below(node, {"pPr", "rPr", "del"})) {
        joined_ = std::move(one);
        return;
    }
    finish(one, lines);
}

void WordWalk::changed(pugi::xml_node node, Paragraph& into) {
    into.is_tracked = true;
    into.hand = {clean_text(attribute_of(node, "author")), attribute_of(node, "date")};
}

void WordWalk::inlines(pugi::xml_node parent, Paragraph& into) {
    for (const pugi::xml_node node : parent.children()) {
        if (is(node, "r")) {
            run(node, into);
        } else if (is(node, "ins") || is(node, "moveTo")) {
            changed(node, into);
            ++content_.insertions;
            inlines(node, into);
        } else if (is(node, "del") || is(node, "moveFrom")) {
            changed(node, into);
            ++content_.deletions;
        } else if (is(node, "sdt")) {
            control(node, into);
        } else if (is(node, "hyperlink") || is(node, "smartTag") || is(node, "fldSimple") || is(node, "customXml") ||
                   is(node, "dir") || is(node, "bdo")) {
            inlines(node, into);
        } else if (is(node, "AlternateContent")) {
            inlines(node.first_child(), into);
        } else if (is(node, "bookmarkStart")) {
            const std::string name = attribute_of(node, "name");
            const WordMark mark = mark_of_bookmark(without_copy(name));
            if (!mark.row.empty())
                (without_copy(name) == name ? into.bookmarks : into.copies).push_back({mark, into.text.size(), 0});
        } else if (is(node, "commentRangeStart")) {
            comment(attribute_of(node, "id"), into);
        } else if (is(node, "oMath") || is(node, "oMathPara")) {
            into.text += text_in(node);
            into.has_plain = true;
        }
    }
}

void WordWalk::comment(const std::string& id, Paragraph& into) {
    const auto found = comment_at_.find(id);
    if (found == comment_at_.end()) return;
    into.comments.emplace_back(into.text.size(), found->second);
    comment_at_.erase(found);
}

void WordWalk::control(pugi::xml_node node, Paragraph& into) {
    const pugi::xml_node form = child_of(node, "sdtPr");
    const WordMark mark = mark_of_tag(value_of(child_of(form, "tag")));
    const bool was_tracked = into.is_tracked;
    const WordHand hand = into.hand;
    Place place{mark, into.text.size(), 0};
    into.is_tracked = false;
    if (!child_of(form, "showingPlcHdr")) inlines(child_of(node, "sdtContent"), into);
    if (!mark.row.empty()) {
        place.end = into.text.size();
        count(place.end - place.start);
        into.controls.push_back(place);
        content_.fields.push_back({mark, std::string(base::trim(std::string_view(into.text).substr(place.start))),
                                   FoundBy::Control, into.is_tracked, into.is_tracked ? into.hand : WordHand()});
    }
    if (!into.is_tracked) into.hand = hand;
    into.is_tracked = into.is_tracked || was_tracked;
}

void WordWalk::run(pugi::xml_node node, Paragraph& into) {
    const pugi::xml_node form = child_of(node, "rPr");
    if (is_on(child_of(form, "vanish"))) return;
    std::string text;
    for (const pugi::xml_node part : node.children()) {
        if (is(part, "t"))
            text += clean_text(part.child_value());
        else if (is(part, "tab") || is(part, "ptab"))
            text += ' ';
        else if (is(part, "br") || is(part, "cr"))
            text += attribute_of(part, "type").empty() || attribute_of(part, "type") == "textWrapping" ? "\n" : "";
        else if (is(part, "noBreakHyphen"))
            text += '-';
        else if (is(part, "sym"))  // boxes of forms, in Wingdings
            text += attribute_of(part, "char") == "F0FE" || attribute_of(part, "char") == "F052"   ? "☑"
                    : attribute_of(part, "char") == "F0A8" || attribute_of(part, "char") == "F06F" ? "□"
                                                                                                   : "";
        else if (is(part, "ruby"))
            text += text_in(child_of(part, "rubyBase"));
        else if (is(part, "footnoteReference") || is(part, "endnoteReference")) {
            const auto note =
                notes_.find((is(part, "footnoteReference") ? "footnote " : "endnote ") + attribute_of(part, "id"));
            if (note != notes_.end() && !note->second.empty()) into.notes.push_back(note->second);
        } else if (is(part, "commentReference"))
            comment(attribute_of(part, "id"), into);
        else if (is(part, "AlternateContent"))
            (void)(drawing(child_of(part, "Choice"), into) || drawing(child_of(part, "Fallback"), into));
        else if (is(part, "drawing") || is(part, "pict") || is(part, "object"))
            drawing(part, into);
    }
    if (text.empty()) return;
    if (!base::is_blank(text)) (is_on(child_of(form, "b")) ? into.has_bold : into.has_plain) = true;
    into.text += text;
}

bool WordWalk::drawing(pugi::xml_node node, Paragraph& into) {
    bool has_text = false;
    for (const pugi::xml_node one : node.children()) {
        if (is(one, "txbxContent")) {
            has_text = true;
            std::optional<Paragraph> outside;
            std::swap(outside, joined_);
            blocks(one, into.boxes);
            if (joined_) finish(*joined_, into.boxes);
            joined_ = std::move(outside);
        } else {
            has_text = drawing(one, into) || has_text;
        }
    }
    return has_text;
}

}  // namespace office
