#include "report/markdown.hpp"

#include <array>

#include "base/text.hpp"

namespace report {
namespace {
// Signs anywhere in a line. "&" begins a character reference, "~" a strike-through, "$" a formula with some readers.
constexpr std::string_view signs_anywhere = "\\`*_[]<>|~&$#";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Signs only at the beginning of a line, before a blank or its end: "- ", "+ ", "1. ", "1) "; and a line that
// underlines.
std::size_t sign_at_start(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && is_digit(text[at])) ++at;
    const std::string_view marks = at > 0 ? ".)" : "-+";
    const bool is_mark = at < text.size() && marks.find(text[at]) != std::string_view::npos;
    if (is_mark && (at + 1 == text.size() || text[at + 1] == ' ')) return at;
    const bool is_line = !text.empty() && text.find_first_not_of("-= ") == std::string_view::npos;
    return is_line ? 0 : std::string_view::npos;
}

class MarkdownWriter {
  public:
    explicit MarkdownWriter(const Document& document) : document_(document) {}

    std::string page() {
        for (const Section& section : document_.sections)
            for (const Block& block : section.blocks) std::visit([&](const auto& one) { write(one); }, block);
        if (!out_.empty()) out_.pop_back();  // blocks end in a blank line, the file in a line feed
        return std::move(out_);
    }

  private:
    void block(const std::string& text) { out_ += text + "\n\n"; }

    void write(const Title& title) {
        block("# " + markdown_text(title.text));
        if (!title.subtitle.empty()) block(markdown_text(title.subtitle));
        if (!document_.dispatch.addressee.empty())
            block(markdown_text(document_.dispatch.addressee) + document_.label_end);
    }
    void write(const Heading& heading) {
        block(std::string(static_cast<std::size_t>(heading.level + 1), '#') + " " +
              markdown_text(heading.number + heading.text));
    }
    void write(const Paragraph& paragraph) {
        if (paragraph.label.empty())
            block(markdown_text(paragraph.text));
        else
            block("**" + markdown_text(paragraph.label) + "**" + document_.label_end + markdown_text(paragraph.text));
    }
    void write(const List& list) {
        int number = 0;
        // Written out, because readers number their own lists in one way only.
        for (const std::string& item : list.items)
            block(markdown_text(ordinal(list.level, ++number, document_.language) + item));
    }
    void row(const std::vector<std::string>& cells) {
        for (const std::string& cell : cells) out_ += "| " + markdown_text(cell) + (cell.empty() ? "" : " ");
        out_ += "|\n";
    }
    void write(const Table& table) {
        std::vector<std::string> heads;
        for (const Column& column : table.columns) heads.push_back(column.header);
        row(heads);
        for (const Column& column : table.columns)
            out_ += column.align == Align::Right ? "| ---: " : column.align == Align::Centre ? "| :---: " : "| --- ";
        out_ += "|\n";
        for (const auto& cells : table.rows) {
            std::vector<std::string> texts;
            for (const Cell& cell : cells) texts.push_back(cell_text(cell, document_.language));
            row(texts);
        }
        out_ += "\n";
    }
    void write(const KeyValues& values) {
        if (!values.head.empty()) block("**" + markdown_text(values.head) + "**");
        for (const auto& [label, text] : values.rows)
            out_ += "- " + markdown_text(label) + document_.label_end + markdown_text(text) + "\n";
        if (!values.rows.empty()) out_ += "\n";
    }
    void write(const KeyFigures& figures) {
        for (const KeyFigure& figure : figures.figures)
            out_ += "- " + markdown_text(figure.label) + document_.label_end + "**" + markdown_text(figure.value) +
                    "**" + (figure.note.empty() ? "" : " " + markdown_text(figure.note)) + "\n";
        out_ += "\n";
    }
    void write(const Closing& closing) {
        for (std::size_t i = 0; i < closing.attachments.size(); ++i)
            block(markdown_text((i == 0 ? document_.label_attachments + document_.label_end : std::string()) +
                                (closing.attachments.size() > 1 ? std::to_string(i + 1) + "." : std::string()) +
                                closing.attachments[i]));
        if (!closing.issuer.empty()) block(markdown_text(closing.issuer));
        if (!closing.date.empty()) block(markdown_text(closing.date));
    }
    void write(const Signature& signature) {
        if (!signature.title.empty()) {
            block("## " + markdown_text(signature.title));
            if (!signature.facts.empty()) write(KeyValues{{}, signature.facts});
        }
        row(document_.signature_heads);
        for (std::size_t i = 0; i < document_.signature_heads.size(); ++i) out_ += "| --- ";
        out_ += "|\n";
        for (const Signature::Line& line : signature.lines) row({line.role, line.name, line.opinion, line.date});
        out_ += "\n";
    }

    const Document& document_;
    std::string out_;
};
}  // namespace

std::string markdown_text(std::string_view text) {
    const std::string clean = printable(base::trim(text));
    std::string result;
    for (std::string_view line : base::split(clean, '\n')) {
        line = base::trim(line);
        if (!result.empty()) result += "<br>";
        const std::size_t start = sign_at_start(line);
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (i == start || signs_anywhere.find(line[i]) != std::string_view::npos) result += '\\';
            result += line[i];
        }
    }
    return result;
}

std::string to_markdown(const Document& document) {
    return MarkdownWriter(document).page();
}

}  // namespace report
