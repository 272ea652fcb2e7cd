#include "intake/take_in.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "codec/json_text.hpp"
#include "intake/encoding.hpp"
#include "intake/html.hpp"
#include "intake/project.hpp"
#include "intake/reader.hpp"
#include "intake/tables.hpp"
#include "model/integrity.hpp"
#include "office/word_reading.hpp"

namespace intake {
namespace {

std::string_view verdict_name(Verdict verdict) {
    switch (verdict) {
        case Verdict::Understood:
            return "understood";
        case Verdict::Doubtful:
            return "doubtful";
        case Verdict::Left:
            return "left";
    }
    return {};
}

std::string_view format_by_name(std::string_view name) {
    if (name.ends_with(".md")) return "md";
    for (const std::string_view ending : {"docx", "xlsx", "csv", "tsv"})
        if (name.ends_with(ending)) return ending;
    return name.ends_with(".html") || name.ends_with(".htm") ? "html" : "txt";
}

void member(std::string& out, std::string_view name, std::string_view text) {
    codec::append_quoted(out, name);
    out += ':';
    codec::append_quoted(out, text);
}
void member(std::string& out, std::string_view name, std::size_t number) {
    codec::append_quoted(out, name);
    out += ':' + std::to_string(number);
}

}  // namespace

std::size_t Taken::count(Verdict verdict) const {
    return static_cast<std::size_t>(std::ranges::count(traces, verdict, &Trace::verdict));
}

namespace {

base::Result<Taken> take_project(const Source& source, base::IdSource& ids) {
    const auto file = office::read_project(source.bytes);
    if (!file) return file.error();
    TakenProject project = plan_of(*file, ids);
    Taken taken;
    taken.format = "mspdi";
    taken.encoding = "utf-8";
    taken.plan = std::move(project.plan);
    taken.traces = std::move(project.traces);
    if (const auto whole = model::check_plan(taken.plan); !whole) return whole.error();
    return taken;
}

// Tables are not repaired: a cell is what somebody put into it.
base::Status take_tables(const std::vector<office::BookSheet>& sheets, const Source& source, Taken& taken) {
    TableLines tables = table_lines(sheets, source.name);
    if (std::ranges::all_of(sheets, [](const office::BookSheet& sheet) { return sheet.rows.empty(); }))
        return base::Error{"intake-empty", std::string(source.name), {}};
    if (tables.lines.size() > text_limit)
        return base::Error{"intake-too-large", std::string(source.name), std::to_string(text_limit >> 20)};
    taken.source.text = std::move(tables.lines);
    taken.source.dropped = std::move(tables.totals);
    return base::Done{};
}

base::Status read_tables(const Source& source, Taken& taken) {
    const auto sheets = office::read_book(source.bytes);
    if (!sheets) return sheets.error();
    taken.encoding = "utf-8";
    return take_tables(*sheets, source, taken);
}

// The text of a file of text, ready to be read.
base::Status read_text(const Source& source, Taken& taken) {
    if (source.bytes.size() > text_limit)
        return base::Error{"intake-too-large", std::string(source.name), std::to_string(text_limit >> 20)};
    auto decoded = decode(source.bytes);
    if (!decoded) return decoded.error();
    if (base::is_blank(decoded->text)) return base::Error{"intake-empty", std::string(source.name), {}};
    taken.encoding = decoded->encoding;
    if (taken.format == "csv" || taken.format == "tsv") {
        auto sheet = separated_cells(decoded->text);
        if (!sheet) return sheet.error();
        return take_tables({std::move(sheet).value()}, source, taken);
    }
    taken.source = repair(taken.format == "html" ? html_lines(decoded->text) : std::move(decoded).value().text);
    return base::Done{};
}

// Comments stay with what they are about: the row whose text holds the paragraph, else the whole plan.
void keep_comments(Draft& draft, const std::vector<office::WordComment>& comments) {
    for (const office::WordComment& one : comments) {
        const Handle about = draft.place_of(one.about);
        draft.comment(about == no_row ? draft.add("cover") : about, {}, one.text, one.hand.author, one.hand.time);
    }
}

base::Status read_word(const Source& source, Taken& taken, std::vector<office::WordComment>& comments) {
    auto read = office::read_word(source.bytes);
    if (!read) return read.error();
    office::WordContent& content = read.value();
    if (base::is_blank(content.lines)) return base::Error{"intake-empty", std::string(source.name), {}};
    if (content.lines.size() > text_limit)
        return base::Error{"intake-too-large", std::string(source.name), std::to_string(text_limit >> 20)};
    taken.encoding = "utf-8";
    taken.source = repair(std::move(content.lines));
    taken.source.counts[static_cast<std::size_t>(Noise::Contents)] += content.contents.size();
    for (std::string& line : content.contents) taken.source.dropped.push_back(std::move(line));
    taken.insertions = content.insertions;
    taken.deletions = content.deletions;
    comments = std::move(content.comments);
    return base::Done{};
}

}  // namespace

base::Result<Taken> take_in(const Source& source, base::IdSource& ids, base::Date today) {
    Taken taken;
    taken.format = source.format.empty() ? format_by_name(source.name) : source.format;
    std::vector<office::WordComment> comments;
    if (taken.format == "mspdi") return take_project(source, ids);
    const auto read = taken.format == "docx"   ? read_word(source, taken, comments)
                      : taken.format == "xlsx" ? read_tables(source, taken)
                                               : read_text(source, taken);
    if (!read) return read.error();
    Draft draft(ids, today);
    Reader(draft, taken.source).read();
    keep_comments(draft, comments);
    taken.plan = draft.plan();
    taken.traces = draft.traces();
    if (const auto whole = model::check_plan(taken.plan); !whole) return whole.error();
    return taken;
}

std::string report_json(const Taken& taken) {
    std::string out = "{";
    member(out, "format", taken.format);
    out += ',';
    member(out, "encoding", taken.encoding);
    out += ",\"repairs\":{";
    bool first = true;
    for (std::size_t i = 0; i < noise_count; ++i) {
        if (taken.source.counts[i] == 0) continue;
        if (!first) out += ',';
        first = false;
        member(out, name_of(static_cast<Noise>(i)), taken.source.counts[i]);
    }
    out += "},";
    for (const Verdict verdict : {Verdict::Understood, Verdict::Doubtful, Verdict::Left}) {
        member(out, verdict_name(verdict), taken.count(verdict));
        out += ',';
    }
    if (taken.format == "docx") {
        member(out, "insertions", taken.insertions);
        out += ',';
        member(out, "deletions", taken.deletions);
        out += ',';
    }
    out += "\"dropped\":[";
    for (std::size_t i = 0; i < taken.source.dropped.size(); ++i) {
        if (i > 0) out += ',';
        codec::append_quoted(out, taken.source.dropped[i]);
    }
    out += "],\"notes\":[";
    first = true;
    for (const Trace& trace : taken.traces) {
        if (trace.verdict == Verdict::Understood) continue;
        out += first ? "{" : ",{";
        first = false;
        member(out, "verdict", verdict_name(trace.verdict));
        out += ',';
        member(out, "line", trace.line);
        for (const auto& [name, text] : {std::pair<std::string_view, std::string_view>{"record", trace.record},
                                         {"row", trace.row},
                                         {"field", trace.field},
                                         {"text", trace.text},
                                         {"reason", trace.reason}})
            if (!text.empty()) {
                out += ',';
                member(out, name, text);
            }
        out += '}';
    }
    return out + "]}\n";
}

}  // namespace intake
