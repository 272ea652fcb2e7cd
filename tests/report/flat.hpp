// tests/report/flat.hpp: every text of a document, one a line.
#pragma once

#include <string>

#include "report/document.hpp"

namespace flat {

inline std::vector<std::string> texts(const std::vector<report::Cell>& row) {
    std::vector<std::string> texts;
    for (const report::Cell& cell : row) texts.push_back(report::cell_text(cell, "zh-Hans"));
    return texts;
}

struct Collector {
    std::string text;
    void add(const std::string& one) { text += one + "\n"; }
    void operator()(const report::Title& title) { add(title.text), add(title.subtitle); }
    void operator()(const report::Heading& heading) { add(heading.number + heading.text); }
    void operator()(const report::Paragraph& paragraph) { add(paragraph.label), add(paragraph.text); }
    void operator()(const report::List& list) {
        for (const std::string& item : list.items) add(item);
    }
    void operator()(const report::Table& table) {
        for (const report::Column& column : table.columns) add(column.header);
        for (const auto& row : table.rows)
            for (const std::string& cell : texts(row)) add(cell);
    }
    void operator()(const report::KeyValues& values) {
        add(values.head);
        for (const auto& [label, value] : values.rows) add(label), add(value);
    }
    void operator()(const report::KeyFigures& figures) {
        for (const report::KeyFigure& figure : figures.figures) add(figure.label), add(figure.value), add(figure.note);
    }
    void operator()(const report::Closing& closing) {
        for (const std::string& name : closing.attachments) add(name);
        add(closing.issuer), add(closing.date);
    }
    void operator()(const report::Signature& signature) {
        add(signature.title);
        for (const auto& [label, value] : signature.facts) add(label), add(value);
        for (const auto& line : signature.lines) add(line.role), add(line.name), add(line.opinion), add(line.date);
    }
};

inline std::string text_of(const report::Document& document) {
    Collector collector;
    for (const report::Section& section : document.sections)
        for (const report::Block& block : section.blocks) std::visit(collector, block);
    return collector.text;
}

template <class Block> std::vector<const Block*> blocks_of(const report::Document& document) {
    std::vector<const Block*> blocks;
    for (const report::Section& section : document.sections)
        for (const report::Block& block : section.blocks)
            if (const auto* one = std::get_if<Block>(&block)) blocks.push_back(one);
    return blocks;
}

// The table whose first column has this header; null if there is none.
inline const report::Table* table_with(const report::Document& document, const std::string& header) {
    for (const report::Table* table : blocks_of<report::Table>(document))
        if (table->columns.front().header == header) return table;
    return nullptr;
}

}  // namespace flat
