#include "office/docx.hpp"

#include <array>
#include <cmath>

#include "base/words.hpp"
#include "office/package.hpp"
#include "office/word_parts.hpp"
#include "office/word_tables.hpp"
#include "office/word_text.hpp"
#include "report/table_layout.hpp"
#include "report/title_lines.hpp"

namespace office {
namespace {
using report::Document;
using report::Orientation;
using report::Section;

constexpr int contents_levels = 2;

class DocxWriter {
  public:
    DocxWriter(const Document& document, const Style& style) : document_(document), style_(style) {
        pugi::xml_node root = xml.append_child("w:document");
        set(root, "xmlns:w", std::string("http://schemas.openxmlformats.org/wordprocessingml/2006/main"));
        set(root, "xmlns:r", std::string("http://schemas.openxmlformats.org/officeDocument/2006/relationships"));
        body_ = child(root, "w:body");
    }

    void write(const std::array<std::string, 2>& footers) {
        if (!document_.contents.empty()) contents();
        for (std::size_t i = 0; i < document_.sections.size(); ++i) {
            section_ = &document_.sections[i];
            if (!section_->attachment.empty()) text_.run(WordText::paragraph(body_, style_mark), section_->attachment);
            for (const report::Block& block : section_->blocks) std::visit([&](const auto& one) { write(one); }, block);
            const bool is_last = i + 1 == document_.sections.size();
            if (is_last) imprint();
            end_section(*section_, is_last, footers);
        }
        if (document_.sections.empty()) end_section({}, true, footers);
    }

    pugi::xml_document xml;

  private:
    [[nodiscard]] double width_mm() const {
        const bool is_wide = section_ && section_->orientation == Orientation::Landscape;
        return is_wide ? 297 - style_.top - style_.bottom : 210 - style_.left - style_.right;
    }
    [[nodiscard]] int width() const { return twips_of_mm(width_mm()); }
    // One character of running text with its share of the line.
    [[nodiscard]] int character() const { return twips_of_points(style_.body.points + style_.spacing); }
    pugi::xml_node blank() { return WordText::paragraph(body_, style_plain); }
    pugi::xml_node paragraph(const char* style = "") { return WordText::paragraph(body_, style); }

    // ---- sections

    void end_section(const Section& section, bool is_last, const std::array<std::string, 2>& footers) {
        pugi::xml_node holder = body_;
        if (!is_last) {
            // In the last paragraph, because one of its own could come to stand on a page of its own.
            pugi::xml_node last = body_.last_child();
            if (std::string_view(last.name()) != "w:p") last = blank_of_one_point();
            holder = last.child("w:pPr") ? last.child("w:pPr") : last.prepend_child("w:pPr");
        }
        pugi::xml_node one = child(holder, "w:sectPr");
        for (std::size_t side = 0; side < 2; ++side) {
            pugi::xml_node footer = child(one, "w:footerReference", "w:type", side == 0 ? "default" : "even");
            set(footer, "r:id", footers[side]);
        }
        const bool is_wide = section.orientation == Orientation::Landscape;
        pugi::xml_node size = child(one, "w:pgSz", "w:w", is_wide ? "16838" : "11906");
        set(size, "w:h", std::string(is_wide ? "11906" : "16838"));
        if (is_wide) set(size, "w:orient", std::string("landscape"));
        // A landscape page is the portrait one turned: what was at the left is at the top.
        pugi::xml_node margins = child(one, "w:pgMar");
        set(margins, "w:top", twips_of_mm(is_wide ? style_.left : style_.top));
        set(margins, "w:right", twips_of_mm(is_wide ? style_.top : style_.right));
        set(margins, "w:bottom", twips_of_mm(is_wide ? style_.right : style_.bottom));
        set(margins, "w:left", twips_of_mm(is_wide ? style_.bottom : style_.left));
        set(margins, "w:header", 851LL);
        // The dashes of the page number begin 7 mm below the type area.
        const double below = (is_wide ? style_.right : style_.bottom) - 7;
        set(margins, "w:footer", std::max(284, twips_of_mm(below) - twips_of_points(style_.page_number.points / 2)));
        set(margins, "w:gutter", 0LL);
        pugi::xml_node grid = child(one, "w:docGrid", "w:type", "lines");
        set(grid, "w:linePitch", twips_of_points(style_.line));
    }

    pugi::xml_node blank_of_one_point() {
        pugi::xml_node one = blank();
        child(one.child("w:pPr"), "w:snapToGrid", "w:val", "0");
        pugi::xml_node spacing = child(one.child("w:pPr"), "w:spacing", "w:line", "20");
        set(spacing, "w:lineRule", std::string("exact"));
        return one;
    }

    // ---- contents

    // Each line has a field of its own for its page. One field around all of them (TOC) is not worked out by readers
    // before somebody asks for it: until then every line would show a number that we had to guess.
    void contents() {
        pugi::xml_node head = paragraph(style_title);
        text_.run(head, document_.contents);
        pugi::xml_node last;
        int number = 0;
        for (const Section& section : document_.sections)
            for (const report::Block& block : section.blocks) {
                const auto* heading = std::get_if<report::Heading>(&block);
                if (!heading) continue;
                ++number;
                if (heading->level > contents_levels) continue;
                last = paragraph((style_contents + std::to_string(heading->level)).c_str());
                pugi::xml_node form = last.child("w:pPr");
                pugi::xml_node tab = child(child(form, "w:tabs"), "w:tab", "w:val", "right");
                set(tab, "w:leader", std::string("dot"));
                set(tab, "w:pos", width());
                pugi::xml_node indent = child(form, "w:ind", "w:left", std::to_string((heading->level - 1) * 320));
                set(indent, "w:firstLineChars", 0LL), set(indent, "w:firstLine", 0LL);
                contents_line(last, *heading, number);
            }
        starts_page_ = true;
    }

    void contents_line(pugi::xml_node line, const report::Heading& heading, int number) {
        const std::string target = contents_target(number);
        pugi::xml_node link = child(line, "w:hyperlink", "w:anchor", target);
        set(link, "w:history", 1LL);
        text_.run(link, heading.number + heading.text);
        child(child(link, "w:r"), "w:tab");
        set(field_char(link, "begin"), "w:dirty", std::string("1"));
        text_child(child(link, "w:r"), "w:instrText", " PAGEREF " + target + " \\h ");
        field_char(link, "separate");
        text_child(child(link, "w:r"), "w:t", "–");
        field_char(link, "end");
    }

    static std::string contents_target(int number) {
        const std::string digits = std::to_string(number);
        return "_Toc" + std::string(8 - std::min<std::size_t>(8, digits.size()), '0') + digits;
    }

    static pugi::xml_node field_char(pugi::xml_node parent, const char* kind) {
        return child(child(parent, "w:r"), "w:fldChar", "w:fldCharType", kind);
    }

    // ---- blocks

    void write(const report::Title& title) {
        is_first_title_ ? letterhead() : void();
        pugi::xml_node one = paragraph(style_title);
        if (starts_page_) one.child("w:pPr").insert_child_after("w:pageBreakBefore", one.child("w:pPr").first_child());
        starts_page_ = false;
        const int per_line = static_cast<int>(width_mm() / 25.4 * 72 / style_.title.points);
        std::string text;
        for (const std::string& line : report::title_lines(title.text, per_line))
            text += (text.empty() ? "" : "\n") + line;
        text_.marked(one, text, title.mark);
        if (!title.subtitle.empty()) text_.run(paragraph(style_subtitle), title.subtitle);
        blank();
        if (is_first_title_ && !document_.dispatch.addressee.empty())
            text_.run(paragraph(style_plain), document_.dispatch.addressee + document_.label_end);
        is_first_title_ = false;
        follows_title_ = true;
    }

    // 版头: the issuer in red, the number of the document, a red line.
    void letterhead() {
        const report::Dispatch& dispatch = document_.dispatch;
        if (dispatch.sign.empty() && dispatch.number.empty()) return;
        const auto in_red = [&](pugi::xml_node line) {
            for (pugi::xml_node run : line.children("w:r")) child(run.child("w:rPr"), "w:color", "w:val", "FF0000");
        };
        if (!dispatch.sign.empty()) {
            pugi::xml_node sign = paragraph(style_title);
            const Face face{style_.title.font, 0};
            text_.run(sign, dispatch.sign, &face);
            in_red(sign);
        }
        blank();
        pugi::xml_node number = paragraph(style_plain);
        text_.run(number, dispatch.number);
        pugi::xml_node line = child(child(number.child("w:pPr"), "w:pBdr"), "w:bottom", "w:val", "single");
        set(line, "w:sz", 8LL), set(line, "w:space", 6LL), set(line, "w:color", std::string("FF0000"));
        WordText::align(number, "center");
        blank(), blank();
    }

    void write(const report::Heading& heading) {
        follows_title_ = false;
        pugi::xml_node one = paragraph((style_heading + std::to_string(heading.level)).c_str());
        text_.bookmark(one, contents_target(++headings_), [&] {
            text_.run(one, heading.number);
            text_.marked(one, heading.text, heading.mark);
        });
    }

    void write(const report::Paragraph& one) {
        pugi::xml_node line = paragraph(one.tone == report::Tone::Note ? style_note : "");
        const Face label{style_.headings[0].font, 0};
        if (!one.label.empty()) text_.run(line, one.label + document_.label_end, &label);
        text_.marked(line, one.text, one.mark);
    }

    void write(const report::List& list) {
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            pugi::xml_node line = paragraph();
            text_.run(line, report::ordinal(list.level, static_cast<int>(i) + 1, document_.language));
            text_.marked(line, list.items[i], i < list.marks.size() ? list.marks[i] : report::Mark{});
        }
    }

    void write(const report::Table& table) { tables().write(table); }
    void write(const report::KeyFigures& figures) { tables().write(figures); }
    void write(const report::KeyValues& values) {
        if (!follows_title_) return tables().write(values);
        // What belongs to the whole document are lines under its title.
        for (std::size_t i = 0; i < values.rows.size(); ++i) {
            pugi::xml_node line = paragraph();
            text_.run(line, values.rows[i].first + document_.label_end);
            text_.marked(line, values.rows[i].second, i < values.marks.size() ? values.marks[i] : report::Mark{});
        }
    }

    // Who signs, on a page of its own with what it is about.
    void write(const report::Signature& signature) {
        if (!signature.title.empty()) {
            pugi::xml_node one = paragraph(style_title);
            one.child("w:pPr").insert_child_after("w:pageBreakBefore", one.child("w:pPr").first_child());
            text_.run(one, signature.title);
            blank();
        }
        tables().write(signature);
    }

    void write(const report::Closing& closing) {
        stay_with_text();
        const auto kept = [&](pugi::xml_node line) {
            WordText::keep_next(line);
            return line;
        };
        const std::string label = document_.label_attachments + document_.label_end;
        const int label_width = report::display_width(label) * character() / 2;
        if (!closing.attachments.empty()) kept(blank());
        for (std::size_t i = 0; i < closing.attachments.size(); ++i) {
            pugi::xml_node line = kept(paragraph(style_plain));
            const std::string number = closing.attachments.size() > 1 ? std::to_string(i + 1) + "." : std::string();
            const int hanging = report::display_width(number) * character() / 2 + (i == 0 ? label_width : 0);
            WordText::indent(line, "w:left",
                             2 * character() + label_width + report::display_width(number) * character() / 2);
            set(line.child("w:pPr").child("w:ind"), "w:hanging", hanging);
            text_.run(line, (i == 0 ? label : "") + number + closing.attachments[i]);
        }
        if (closing.issuer.empty() && closing.date.empty()) return;
        kept(blank()), kept(blank());
        // The date begins two characters right of the issuer, which ends two characters before the margin; the longer
        // of the two decides (7.3.5.1).
        const int issuer = report::display_width(closing.issuer), date = report::display_width(closing.date);
        const bool is_date_longer = date > issuer;
        const int issuer_right =
            is_date_longer ? date + 8 - issuer - (report::is_chinese(document_.language) ? 0 : 4) : 4;
        const int date_right = is_date_longer ? 4 : issuer - date;
        if (!closing.issuer.empty()) signed_line(kept(paragraph(style_plain)), closing.issuer, issuer_right);
        signed_line(paragraph(style_plain), closing.date, date_right);
    }

    void signed_line(pugi::xml_node line, const std::string& text, int half_characters_right) {
        WordText::indent(line, "w:right", std::max(0, half_characters_right) * character() / 2);
        WordText::align(line, "right");
        text_.run(line, text);
    }

    // What stands before the issuer goes with it: the last lines of a paragraph, or the last row of a table.
    void stay_with_text() {
        pugi::xml_node last = body_.last_child();
        if (std::string_view(last.name()) == "w:p") WordText::keep_next(last);
        if (last.previous_sibling() && std::string_view(last.previous_sibling().name()) == "w:tbl")
            last = last.previous_sibling();
        if (std::string_view(last.name()) != "w:tbl") return;
        for (pugi::xml_node cell : last.last_child().children("w:tc"))
            for (pugi::xml_node line : cell.children("w:p")) WordText::keep_next(line);
    }

    // 版记, at the end of the last page: who else gets it, who printed it and when.
    void imprint() {
        const report::Dispatch& dispatch = document_.dispatch;
        if (dispatch.copies.empty() && dispatch.printed_by.empty()) return;
        blank();
        tables().imprint(
            dispatch.copies.empty() ? std::string() : document_.label_copies + document_.label_end + dispatch.copies,
            dispatch.printed_by,
            dispatch.printed_on.empty() ? std::string() : base::fill(document_.label_printed, {dispatch.printed_on}));
    }

    WordTables tables() {
        follows_title_ = false;
        return {body_, text_, document_, style_, width()};
    }

    const Document& document_;
    const Style& style_;
    const Section* section_ = nullptr;
    pugi::xml_node body_;
    WordText text_;
    int headings_ = 0;
    bool starts_page_ = false, is_first_title_ = true, follows_title_ = false;
};
}  // namespace

base::Result<std::string> to_docx(const Document& document, const Style& style, base::Moment time) {
    constexpr std::string_view type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    constexpr std::string_view main = "word/document.xml";
    Package package;
    const auto add = [&](std::string_view owner, const std::string& name, const std::string& content,
                         const std::string& kind, const pugi::xml_document& xml) {
        return package.add(owner, name, content, relation(kind), xml);
    };
    std::array<std::string, 2> footers;
    for (std::size_t side = 0; side < 2; ++side) {
        pugi::xml_document footer;
        write_footer(footer, side == 0 ? Side::Odd : Side::Even);
        footers[side] = add(main, "word/footer" + std::to_string(side + 1) + ".xml", std::string(type) + "footer+xml",
                            "footer", footer);
    }
    pugi::xml_document styles, fonts, settings, core, custom;
    write_styles(styles, style, document.language);
    add(main, "word/styles.xml", std::string(type) + "styles+xml", "styles", styles);
    write_fonts(fonts, style);
    add(main, "word/fontTable.xml", std::string(type) + "fontTable+xml", "fontTable", fonts);
    write_settings(settings, document.language);
    add(main, "word/settings.xml", std::string(type) + "settings+xml", "settings", settings);

    DocxWriter writer(document, style);
    writer.write(footers);
    add("", std::string(main), std::string(type) + "document.main+xml", "officeDocument", writer.xml);
    write_core_properties(core, document, time);
    package.add("", "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", core);
    write_custom_properties(custom, document);
    add("", "docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        "custom-properties", custom);
    return package.bytes(time);
}

}  // namespace office
