// Files of every format of the table, whatever they are called.
#include <string>

#include "base/text.hpp"
#include "base/zip.hpp"
#include "exchange/convert.hpp"
#include "fuzz/targets.hpp"
#include "intake/into.hpp"
#include "intake/project.hpp"
#include "intake/take_in.hpp"
#include "model/integrity.hpp"
#include "office/project_file.hpp"
#include "office/word_reading.hpp"

namespace fuzz {

void exchange(std::string_view bytes) {
    const std::size_t line = std::min(bytes.find('\n'), bytes.size());
    const ::exchange::Sample sample{bytes.substr(0, line), bytes.substr(std::min(line + 1, bytes.size()))};
    const auto recognised = ::exchange::recognise(sample);
    law(recognised ? *recognised != nullptr : !recognised.error().code.empty(), "exchange: a refusal has a code");
    for (const ::exchange::Format& format : ::exchange::formats()) {
        const auto plans = ::exchange::read(format, sample.bytes);
        law(format.reads || !plans, "exchange: what is not read is refused");
        if (!plans) {
            law(!plans.error().code.empty(), "exchange: a refusal has a code");
            continue;
        }
        law(!plans->empty(), "exchange: who reads gets something");
        for (const model::Plan& plan : *plans) law(model::check_plan(plan).ok(), "exchange: what is read is whole");
    }
}

void intake(std::string_view bytes) {
    base::IdSource ids(1), same(1);
    const base::Date today = *base::Date::parse("2026-07-15");
    const auto taken = ::intake::take_in({"a.txt", bytes}, ids, today);
    if (!taken) {
        law(!taken.error().code.empty() && taken.error().code.find('-') != std::string::npos,
            "intake: a refusal has a code");
        law(taken.error().code.starts_with("intake-"), "intake: the plan that it makes is whole");
        return;
    }
    const auto again = ::intake::take_in({"a.txt", bytes}, same, today);
    law(again && model::equal(again->plan, taken->plan), "intake: the same document gives the same plan");
    (void)::intake::report_json(*taken);
    const auto page = ::intake::take_in({"a.html", bytes}, same, today);
    law(page || page.error().code.starts_with("intake-"), "intake: the plan of a page is whole");
}

void word(std::string_view bytes) {
    std::string file(bytes);
    if (!base::looks_like_zip(bytes)) {
        const auto packed = base::write_zip({{"word/document.xml", file}}, {});
        if (!packed) return;
        file = *packed;
    }
    const auto content = office::read_word(file);
    if (!content) return law(!content.error().code.empty(), "word: a refusal has a code");
    law(base::find_invalid_utf8(content->lines) == std::string_view::npos, "word: its text is UTF-8");
    for (const office::WordField& field : content->fields)
        law(!field.mark.row.empty() && base::find_invalid_utf8(field.text) == std::string_view::npos,
            "word: fields have a mark and a text");
    base::IdSource ids(1);
    const auto taken = ::intake::take_in({"a.docx", file, "docx"}, ids, *base::Date::parse("2026-07-15"));
    law(taken || taken.error().code.starts_with("intake-"), "word: the plan that it makes is whole");
}

void book(std::string_view bytes) {
    std::string file(bytes);
    if (!base::looks_like_zip(bytes)) {
        const auto packed = base::write_zip(
            {{"xl/workbook.xml", "<workbook><sheets><sheet name='a' id='1'/></sheets></workbook>"},
             {"xl/_rels/workbook.xml.rels", "<a><Relationship Id='1' Type='/worksheet' Target='s.xml'/></a>"},
             {"xl/s.xml", file}},
            {});
        if (!packed) return;
        file = *packed;
    }
    const base::Date today = *base::Date::parse("2026-07-15");
    for (const std::string_view format : {"xlsx", "csv", "tsv"}) {
        base::IdSource ids(1);
        const auto taken =
            ::intake::take_in({"a", format == "xlsx" ? std::string_view(file) : bytes, format}, ids, today);
        if (!taken) {
            law(taken.error().code.find('-') != std::string::npos, "book: a refusal has a code");
            continue;
        }
        const auto into = ::intake::merge_into(taken->plan, taken->plan, ids);
        law(into && into->steps.empty(), "book: a plan that comes into itself changes nothing");
    }
}

void project(std::string_view bytes) {
    const auto file = office::read_project(bytes);
    if (!file) return law(!file.error().code.empty(), "project: a refusal has a code");
    base::IdSource ids(1);
    const auto taken = ::intake::plan_of(*file, ids);
    law(model::check_plan(taken.plan).ok(), "project: the plan that it makes is whole");
    const auto again = office::read_project(office::write_project(::intake::project_of(taken.plan)));
    law(again && again->tasks.size() == file->tasks.size(), "project: no task is lost on the way out and in");
}

}  // namespace fuzz
