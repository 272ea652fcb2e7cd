// Plan files and single rows: what is read is whole, and writing it and reading it again gives the same.
#include "analysis/check.hpp"
#include "base/zip.hpp"
#include "codec/plan_json.hpp"
#include "fuzz/targets.hpp"
#include "model/integrity.hpp"
#include "office/docx.hpp"
#include "office/xlsx.hpp"
#include "report/html.hpp"
#include "report/ics.hpp"
#include "report/kinds.hpp"
#include "report/markdown.hpp"
#include "report/plan_document.hpp"

namespace fuzz {
namespace {

const analysis::Today today{base::Date::from_days(20640), base::Moment::at(base::Date::from_days(20640), 9, 0)};

// Tags come from the writer alone: outside them no text of the plan can open one.
void check_tags(std::string_view html) {
    static constexpr std::string_view active[] = {"<script", "<img",  "<iframe", "<object",
                                                  "<svg",    "<form", "<a ",     "<link"};
    for (const std::string_view tag : active)
        law(html.find(tag) == std::string_view::npos, "report: no active element");
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        const char next = at + 1 < html.size() ? html[at + 1] : ' ';
        law(next == '/' || next == '!' || (next >= 'a' && next <= 'z'), "report: < only begins tags");
    }
}

}  // namespace

void plan(std::string_view bytes) {
    const auto decoded = codec::decode_plan(bytes);
    if (!decoded) return law(!decoded.error().code.empty(), "plan: a refusal has a code");
    law(model::check_plan(*decoded).ok(), "plan: what is read is whole");
    const std::string written = codec::encode_plan(*decoded);
    const auto again = codec::decode_plan(written);
    law(again.ok(), "plan: what is written can be read");
    law(model::equal(*again, *decoded), "plan: decode(encode(p)) == p");
    law(codec::encode_plan(*again) == written, "plan: the same plan gives the same text");
    const std::string canonical = codec::canonical_plan(*decoded);
    const auto from_canonical = codec::decode_plan(canonical);
    law(from_canonical.ok(), "plan: the canonical form can be read");
    law(codec::canonical_plan(*from_canonical) == canonical, "plan: the canonical form is canonical");
}

void row(std::string_view bytes) {
    const std::size_t blank = bytes.find(' ');
    const model::RecordInfo* info = model::find_record(bytes.substr(0, blank));
    if (!info || blank == std::string_view::npos) return;
    const auto decoded = codec::decode_row(*info, bytes.substr(blank + 1));
    if (!decoded) return law(!decoded.error().code.empty(), "row: a refusal has a code");
    const std::string written = codec::encode_row(*info, **decoded);
    const auto again = codec::decode_row(*info, written);
    law(again.ok(), "row: what is written can be read");
    law(model::same_row(*info, **decoded, **again), "row: decode(encode(r)) == r");
    law(codec::encode_row(*info, **again) == written, "row: the same row gives the same text");
}

void report(std::string_view bytes) {
    const auto decoded = codec::decode_plan(bytes);
    if (!decoded) return;
    const base::Words& words = base::Words::simplified_chinese();
    for (const analysis::Issue& issue : analysis::check(*decoded, today)) {
        law(!analysis::sentence(words, *decoded, issue).empty(), "report: an issue has a sentence");
        (void)analysis::fix_of(*decoded, today, issue);
    }
    const report::Document whole = report::plan_document(*decoded, words, today.day);
    check_tags(report::to_html(whole));
    const auto word = office::to_docx(whole, office::default_style(whole.language), {});
    law(word.ok() && base::read_zip(*word).ok(), "report: a Word file is a whole ZIP");
    const auto book = office::to_xlsx(whole, {}, {});
    law(book ? base::read_zip(*book).ok() : book.error().code == "table-missing", "report: a workbook is a whole ZIP");
    (void)report::to_markdown(whole);
    const report::Agenda agenda = report::plan_agenda(*decoded, words, today.day);
    const std::string calendar = report::to_ics(agenda);
    law(calendar.empty() == agenda.events.empty(), "report: a calendar holds its events");
    for (std::size_t from = 0, end = 0; from < calendar.size(); from = end + 2) {
        end = calendar.find("\r\n", from);
        law(end != std::string::npos && end - from <= 75, "report: lines of a calendar are short");
    }
    for (std::size_t i = 1; i < report::document_kinds().size(); ++i)
        for (const report::Profile profile : {report::Profile::Working, report::Profile::Public}) {
            const auto kind = static_cast<report::DocumentKind>(i);
            const auto document = report::make_document({*decoded, words, today.day, kind, {}, {}, profile});
            law(document.ok() || !document.error().code.empty(), "report: a refusal has a code");
            if (!document) continue;
            check_tags(report::to_html(*document));
            (void)report::to_markdown(*document);
        }
}

}  // namespace fuzz
