#include "exchange/convert.hpp"

#include <algorithm>
#include <array>

#include "base/checksum.hpp"
#include "base/text.hpp"
#include "base/zip.hpp"
#include "codec/plan_json.hpp"
#include "intake/project.hpp"
#include "office/docx.hpp"
#include "office/project_file.hpp"
#include "office/xlsx.hpp"
#include "report/html.hpp"
#include "report/ics.hpp"
#include "report/markdown.hpp"
#include "report/separated.hpp"
#include "report/svg.hpp"

namespace exchange {
namespace {
using base::Error;
using base::Result;
using Plans = std::vector<model::Plan>;

// What a program needs that reads an edited file back: which plan, which of its states.
void identify(report::Document& document, const model::Plan& plan) {
    const std::string canonical = codec::canonical_plan(plan);
    document.properties = {{"FanglueFormat", std::string(codec::format_name)},
                           {"FanglueId", plan.id.str()},
                           {"FanglueRevision", std::to_string(plan.cover().revision.value_or(0))},
                           {"FanglueDigest", std::to_string(base::crc64(canonical))}};
}

Result<report::Document> document_of(const model::Plan& plan, const WriteOptions& options) {
    return report::make_document(
        {plan, options.words, options.today, options.subject, options.inspection, options.unit, options.profile});
}

Result<report::Table> table_of(const model::Plan& plan, const WriteOptions& options) {
    const auto document = document_of(plan, options);
    if (!document) return document.error();
    const std::string_view own = report::info_of(options.subject).table;
    const std::string wanted = options.table.empty() ? std::string(own) : options.table;
    std::vector<std::string> names;
    for (const report::Section& section : document->sections)
        for (const report::Block& block : section.blocks) {
            const auto* table = std::get_if<report::Table>(&block);
            if (!table || table->name.empty()) continue;
            if (table->name == wanted) return *table;
            if (std::ranges::find(names, table->name) == names.end()) names.push_back(table->name);
        }
    if (names.empty()) return Error{"table-none", wanted, {}};
    return Error{"table-missing", wanted, base::join(names, ", ")};
}

template <std::string (*Write)(const report::Document&)>
Result<std::string> write_report(const model::Plan& plan, const WriteOptions& options) {
    const auto document = document_of(plan, options);
    return document ? Result<std::string>(Write(*document)) : document.error();
}

Result<std::string> write_docx(const model::Plan& plan, const WriteOptions& options) {
    const auto document = document_of(plan, options);
    if (!document) return document.error();
    const auto style = office::parse_style(options.style, office::default_style(document->language));
    if (!style) return style.error();
    report::Document identified = *document;
    if (options.profile != report::Profile::Public) identify(identified, plan);
    return office::to_docx(identified, *style, base::Moment::at(options.today, 0, 0));
}

Result<std::string> write_xlsx(const model::Plan& plan, const WriteOptions& options) {
    const auto document = document_of(plan, options);
    if (!document) return document.error();
    report::Document identified = *document;
    if (options.profile != report::Profile::Public) identify(identified, plan);
    auto book = office::to_xlsx(identified, options.table, base::Moment::at(options.today, 0, 0));
    if (book || book.error().code != "table-missing") return book;
    const auto table = table_of(plan, options);  // says which table was looked for
    return table ? book.error() : table.error();
}

template <std::string (*Write)(const report::Table&)>
Result<std::string> write_table(const model::Plan& plan, const WriteOptions& options) {
    const auto table = table_of(plan, options);
    return table ? Result<std::string>(Write(*table)) : table.error();
}

Result<std::string> write_calendar(const model::Plan& plan, const WriteOptions& options) {
    std::string calendar = report::to_ics(report::plan_agenda(plan, options.words, options.today));
    if (calendar.empty()) return Error{"agenda-empty", {}, {}};
    return calendar;
}

// Of risks their matrix, of everything else the tasks over time.
Result<std::string> write_chart(const model::Plan& plan, const WriteOptions& options) {
    const model::Plan released = report::released_plan(
        plan, report::release_of(options.profile, report::info_of(options.subject).about_progress));
    return options.subject == Subject::Risks
               ? report::to_svg(report::matrix_chart(released, options.words))
               : report::to_svg(report::gantt_chart(released, options.words, options.today));
}

Result<std::string> write_mspdi(const model::Plan& plan, const WriteOptions&) {
    return office::write_project(intake::project_of(plan));
}

Result<std::string> write_plan(const model::Plan& plan, const WriteOptions&) {
    return codec::encode_plan(plan);
}

Result<std::string> write_archive(const model::Plan& plan, const WriteOptions& options) {
    return base::write_zip({{plan.id.str() + ".plan.json", codec::encode_plan(plan)}},
                           base::Moment::at(options.today, 0, 0));
}

Result<Plans> read_plan(std::string_view bytes) {
    auto plan = codec::decode_plan(bytes);
    if (!plan) return plan.error();
    return Plans{std::move(plan).value()};
}

// The plans that lie in it as files of their own; what else a store holds is for store::import_archive.
Result<Plans> read_archive(std::string_view bytes) {
    const auto entries = base::read_zip(bytes);
    if (!entries) return entries.error();
    Plans plans;
    for (const base::ZipEntry& entry : *entries) {
        if (!entry.name.ends_with(".json")) continue;
        auto plan = codec::decode_plan(entry.bytes);
        if (!plan) return plan.error();
        plans.push_back(std::move(plan).value());
    }
    if (plans.empty()) return Error{"archive-empty", {}, {}};
    return plans;
}

// The name of the records that a table is about, also if it is called as people call it: "风险" is "risk".
std::string table_name(const base::Words& words, const std::string& table) {
    if (table.empty() || model::find_record(table)) return table;
    for (const model::RecordInfo& info : model::records())
        if (words("record." + std::string(info.name)) == table) return std::string(info.name);
    return table;
}

struct Writer {
    std::string_view format;
    Result<std::string> (*write)(const model::Plan& plan, const WriteOptions& options);
};
constexpr std::array writers{Writer{"plan", write_plan},
                             Writer{"archive", write_archive},
                             Writer{"mspdi", write_mspdi},
                             Writer{"docx", write_docx},
                             Writer{"xlsx", write_xlsx},
                             Writer{"ics", write_calendar},
                             Writer{"svg", write_chart},
                             Writer{"html", write_report<report::to_html>},
                             Writer{"md", write_report<report::to_markdown>},
                             Writer{"csv", write_table<report::to_csv>},
                             Writer{"tsv", write_table<report::to_tsv>}};

struct Reader {
    std::string_view format;
    Result<Plans> (*read)(std::string_view bytes);
};
constexpr std::array readers{Reader{"plan", read_plan}, Reader{"archive", read_archive}};

}  // namespace

Result<std::string> write(const Format& format, const model::Plan& plan, const WriteOptions& options) {
    const auto writer = std::ranges::find(writers, format.id, &Writer::format);
    if (writer == writers.end()) return Error{"format-not-written", std::string(format.id), {}};
    WriteOptions named = options;
    named.table = table_name(options.words, options.table);
    return writer->write(plan, named);
}

Result<std::vector<model::Plan>> read(const Format& format, std::string_view bytes) {
    const auto reader = std::ranges::find(readers, format.id, &Reader::format);
    if (reader == readers.end()) return Error{"format-not-read", std::string(format.id), {}};
    return reader->read(bytes);
}

}  // namespace exchange
