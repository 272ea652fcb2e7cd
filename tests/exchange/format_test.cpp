// The table of formats: each row keeps what it promises.
#include "exchange/format.hpp"

#include <doctest/doctest.h>

#include <set>

#include "base/zip.hpp"
#include "exchange/convert.hpp"
#include "support/content.hpp"

using namespace exchange;

namespace {
const base::Date today = *base::Date::parse("2026-07-15");
const base::Words& words() {
    return base::Words::simplified_chinese();
}
WriteOptions options(Subject subject = Subject::Plan) {
    return {words(), today, subject};
}
std::string code_of(const Sample& sample) {
    const auto format = readable(sample);
    return format ? std::string((*format)->id) : format.error().code + " " + format.error().subject;
}
std::string office_file(const char* part) {
    return *base::write_zip({{"[Content_Types].xml", "<Types/>"}, {part, "<x/>"}}, {});
}
}  // namespace

TEST_CASE("formats: ids, endings and MIME types are unique, and each has its words in every language") {
    std::set<std::string_view> ids, endings, types;
    for (const Format& format : formats()) {
        CAPTURE(format.id);
        CHECK(ids.insert(format.id).second);
        CHECK(endings.insert(format.extension).second);
        CHECK(types.insert(format.mime).second);
        CHECK(find_format(format.id) == &format);
        CHECK(format.extension.starts_with('.'));
        for (const char* language : {"zh-Hans", "zh-Hant", "en"}) {
            const base::Words in =
                base::Words::parse(support::read_file("assets/lang/" + std::string(language) + ".lang"));
            CHECK(in.has("format." + std::string(format.id)));
            CHECK(in.has("format." + std::string(format.id) + ".lacks"));
        }
    }
    CHECK(find_format("pdf") == nullptr);
}

TEST_CASE("formats: what is written is recognised again, whatever the file is called if its bytes tell") {
    for (const std::string& id : support::template_ids())
        for (const Subject subject : {Subject::Plan, Subject::Inspection})
            for (const Format& format : formats()) {
                CAPTURE(id);
                CAPTURE(format.id);
                const auto bytes = write(format, support::example(id), options(subject));
                CHECK(bytes.ok() == format.writes);
                if (!bytes) {
                    CHECK(bytes.error().code == "format-not-written");
                    continue;
                }
                const std::string name = "a" + std::string(format.extension);
                REQUIRE(recognise({name, *bytes}));
                CHECK(*recognise({name, *bytes}) == &format);
                if (format.content == Content::Plan || format.content == Content::Store || format.id == "html")
                    CHECK(*recognise({"", *bytes}) == &format);
            }
}

TEST_CASE("formats: what is read gives the plan that was written") {
    const model::Plan plan = support::example("emergency-social-media");
    for (const Format& format : formats()) {
        CAPTURE(format.id);
        const auto bytes = write(format, plan, options());
        const auto plans = read(format, bytes ? *bytes : std::string());
        CHECK(plans.ok() == format.reads);
        if (!plans) {
            CHECK(plans.error().code == "format-not-read");
            continue;
        }
        REQUIRE(plans->size() == 1);
        CHECK(model::equal(plans->front(), plan));
    }
}

TEST_CASE("formats: a ZIP is told apart by what is in it") {
    CHECK(code_of({"a.zip", *base::write_zip({{"x.plan.json", "{}"}}, {})}) == "archive");
    CHECK(code_of({"a.zip", *base::write_zip({{"store/p/s-1", "x"}}, {})}) == "archive");
    CHECK(code_of({"a.zip", *base::write_zip({{"browser/x", "x"}, {"plans/p/s-1", "x"}}, {})}) == "archive");
    CHECK(code_of({"a.zip", office_file("word/document.xml")}) == "format-not-read docx");
    CHECK(code_of({"a", office_file("xl/workbook.xml")}) == "format-not-read xlsx");
    CHECK(code_of({"a.zip", *base::write_zip({{"photo.jpg", "x"}}, {})}) == "archive-empty ");
    CHECK(code_of({"a.zip", office_file("word/document.xml").substr(0, 60)}) == "zip-cut ");
}

TEST_CASE("formats: others are told by their bytes, then by their names") {
    CHECK(code_of({"a.txt", "\xEF\xBB\xBF \n{\"format\""}) == "plan");
    CHECK(code_of({"A.PLAN.JSON", "damaged"}) == "plan");
    CHECK(code_of({"a.htm", "<!DOCTYPE html>"}) == "format-not-read html");
    CHECK(code_of({"a.csv", "甲,乙"}) == "format-not-read csv");
    CHECK(code_of({"a.csv", std::string_view("a\0b", 3)}) == "format-not-read csv");  // perhaps UTF-16
    CHECK(code_of({"a.doc", "\xD0\xCF\x11\xE0"}) == "format-old-word ");
    CHECK(code_of({"", ""}) == "format-unrecognised ");
    CHECK(accepted() == ".zip,application/zip,.json,application/json");
}

TEST_CASE("formats: one table of a report, by the name of its records") {
    const model::Plan plan = support::example("emergency-social-media");
    const Format& csv = *find_format("csv");
    WriteOptions wanted = options();
    CHECK(write(csv, plan, wanted)->find("任务名称") != std::string::npos);
    wanted.table = "risk";
    CHECK(write(csv, plan, wanted)->find("风险") != std::string::npos);
    wanted.table = "nothing";
    CHECK(write(csv, plan, wanted).error().code == "table-missing");
    WriteOptions round = options(Subject::Inspection);
    CHECK(write(csv, plan, round)->find("整改") != std::string::npos);
    round.inspection = *base::Id::parse("nowhere");
    CHECK(write(csv, plan, round).error().code == "inspection-missing");
    CHECK(write(*find_format("md"), model::empty_plan(*base::Id::parse("p")), options(Subject::Inspection))
              .error()
              .code == "inspection-missing");
}
