// What is not about a place in a plan is called as people call it, too: every such error as its producers give it.
#include <doctest/doctest.h>

#include "codec/error_text.hpp"
#include "exchange/convert.hpp"
#include "office/style.hpp"
#include "support/content.hpp"
#include "support/languages.hpp"
#include "support/sentences.hpp"

namespace {
using base::Error;
using support::Names;

struct Told {
    Error error;
    const char* written = "";  // what of it people wrote themselves, or read in the help of the command line
};

// Errors that can be brought about here.
std::vector<Told> brought_about(const base::Words& words) {
    using namespace exchange;
    const model::Plan plan = support::example("emergency-social-media"),
                      bare = model::empty_plan(*base::Id::parse("bare"));
    const WriteOptions usual{words, *base::Date::parse("2026-07-15")};
    std::vector<Told> all;
    for (const char* format : {"csv", "tsv", "xlsx"}) {
        WriteOptions options = usual;
        all.push_back({write(*find_format(format), bare, options).error()});
        for (const char* table : {"calendarDay", "nothing", "没有的表"}) {
            options.table = table;
            const auto bytes = write(*find_format(format), table == std::string("nothing") ? plan : bare, options);
            all.push_back({bytes.error(), table == std::string("nothing") ? table : ""});
        }
        options.table = "nothing";
        options.subject = Subject::Inspection;
        all.push_back({write(*find_format(format), plan, options).error(), "nothing"});
    }
    WriteOptions round = usual;
    round.subject = Subject::Inspection;
    all.push_back({write(*find_format("md"), bare, round).error()});
    all.push_back({write(*find_format("txt"), plan, usual).error()});
    for (const char* format : {"docx", "xlsx", "html", "md", "csv", "tsv"})
        all.push_back({read(*find_format(format), "").error()});
    all.push_back({recognise({"照片.heic", "\x01"}).error()});
    all.push_back({recognise({"照片.zip", *base::write_zip({{"a.jpg", "x"}}, {})}).error()});
    for (const char* style : {"# 版式\nmargin", "\n\nmarginLeft = 3", "margin.left = wide"})
        all.push_back({office::parse_style(style, office::default_style("zh-CN")).error(), style});
    return all;
}

// Errors of the command line, of files, of the browser: subject and detail as there.
const std::vector<Told>& reported() {
    static const std::vector<Told> all{
        {{"file-empty", {}, {}}},
        {{"file-too-large", "a.json", "64"}},
        {{"file-missing", "/tmp/a.json", {}}, "/tmp/a.json"},
        {{"file-unreadable", "/tmp/a.json", "Permission denied"}, "/tmp/a.json Permission denied"},
        {{"file-unwritable", "/tmp/a.json", "Permission denied"}, "/tmp/a.json Permission denied"},
        {{"file-exists", "/tmp/a.json", {}}, "/tmp/a.json"},
        {{"file-write-failed", {}, {}}},
        {{"format-unknown", "/format", "other"}},
        {{"format-not-written", "txt", {}}},
        {{"usage-missing-command", {}, {}}},
        {{"usage-unknown-command", "exprot", {}}, "exprot"},
        {{"usage-unknown-option", "--tabel", {}}, "--tabel"},
        {{"usage-repeated-option", "--table", {}}, "--table"},
        {{"usage-missing-value", "--table", "RECORD"}, "--table RECORD"},
        {{"usage-unexpected-value", "--json", {}}, "--json"},
        {{"usage-missing-option", "--passphrase-file", "FILE"}, "--passphrase-file FILE"},
        {{"usage-missing-operand", "FILE", {}}, "FILE"},
        {{"usage-extra-operand", "b.json", {}}, "b.json"},
        {{"usage-repeated-operand", "-", {}}},
        {{"usage-unknown-template", "nothing", {}}, "nothing"},
        {{"usage-unknown-kind", "memo", "plan, inspection"}, "memo plan inspection"},
        {{"usage-unknown-format", "memo", "docx, xlsx"}, "memo docx xlsx"},
        {{"usage-unknown-language", "fr", "zh-Hans, zh-Hant, en"}, "fr zh-Hans zh-Hant en"},
        {{"usage-date", "--on", "soon"}, "--on soon"},
        {{"usage-moment", "--at", "soon"}, "--at soon"},
        {{"usage-role", "boss", "prepare, review, approve"}, "boss prepare review approve"},
        {{"usage-decision", "maybe", "passed, returned"}, "maybe passed returned"},
        {{"import-many", {}, "plan-a, plan-b"}, "plan-a plan-b"},
        {{"import-missing", "plan-c", "plan-a, plan-b"}, "plan-a plan-b plan-c"},
        {{"git-failed", "/srv/plans", "config merge.fanglue.driver"}, "config merge.fanglue.driver"},
        {{"git-pattern", "*.plan .json", {}}, "*.plan .json"},
        {{"merge-other-plan", "plan-a", "plan-b"}, "plan-a plan-b"},
        {{"history-missing", "1.2", {}}},
        {{"sign-turn-prepare", {}, {}}},
        {{"sign-turn-review", {}, {}}},
        {{"sign-turn-approve", {}, {}}},
        {{"sign-name", {}, {}}},
        {{"sign-reason", {}, {}}},
        {{"sign-same-person", "张敏", {}}},
        {{"sign-clock", {}, "2026-03-05T08:30"}},
        {{"sign-broken", {}, {}}},
        {{"protect-short", {}, "12"}},
        {{"protect-format", {}, {}}},
        {{"protect-version", {}, "2"}},
        {{"protect-damaged", {}, {}}},
        {{"protect-passphrase", {}, {}}},
        {{"protect-forged", {}, {}}},
        {{"key-format", {}, {}}},
        {{"key-name", "张敏", "李娜"}},
        {{"zip-syntax", {}, {}}},
        {{"zip-cut", {}, {}}},
        {{"zip-checksum", "甲/乙.plan.json", {}}, "plan.json"},
        {{"zip-encrypted", "甲.json", {}}},
        {{"zip-method", "甲.json", {}}},
        {{"zip-name", "../甲.json", {}}, "json"},
        {{"zip-too-large", {}, "70000"}},
        {{"intake-encoding", {}, {}}},
        {{"intake-binary", {}, {}}},
        {{"intake-empty", "甲.txt", {}}},
        {{"intake-too-large", "甲.txt", "4"}},
        {{"agenda-empty", {}, {}}},
        {{"errand-missing", {}, {}}},
        {{"errand-failed", {}, {}}},
        {{"plan-missing", "plan-a", {}}},
        {{"plan-newer", "plan-a", "2.0"}},
        {{"plan-unreadable", "plan-a", {}}},
        {{"storage-full", {}, {}}},
        {{"storage-blocked", {}, {}}},
        {{"storage-cleared", {}, {}}},
        {{"storage-timeout", {}, {}}},
        {{"storage-not-writer", {}, {}}},
        {{"storage-mismatch", {}, {}}},
        {{"storage-path", "/elsewhere", {}}},
        {{"storage-failed", {}, {}}},
        {{"store-damaged", {}, {}}},
        {{"store-cut", {}, {}}},
        {{"store-foreign", {}, {}}},
        {{"format-old-word", {}, {}}},
        {{"format-old-excel", {}, {}}},
        {{"format-has-password", {}, {}}},
        {{"format-pdf", {}, {}}},
        {{"format-rtf", {}, {}}},
        {{"usage-unknown-profile", "secret", "working, approval, progress, public"},
         "secret working approval progress public"},
        {{"usage-range", "2026-03-02", "2026-03-01"}},
        {{"private-unsupported", {}, {}}},
        {{"private-wrong", {}, {}}},
        {{"private-locked", {}, {}}},
        {{"private-absent", {}, {}}},
        {{"private-exists", {}, {}}},
        {{"private-damaged", {}, {}}},
        {{"private-changed", {}, {}}},
    };
    return all;
}

// A place in the sentence for which there was nothing to say.
bool has_gap(std::string_view text) {
    for (const std::string_view gap : {"“”", "\"\"", "：。", "：；", ": .", "（）", "()", "«", "{0}", "{1}", "{2}"})
        if (text.find(gap) != std::string_view::npos) return true;
    return false;
}
}  // namespace

TEST_CASE("errors: of files, tables, options and stores none says an internal name or leaves a gap, in any language") {
    for (const support::Language& language : support::languages()) {
        CAPTURE(language.name);
        std::vector<Told> all = brought_about(language.words);
        all.insert(all.end(), reported().begin(), reported().end());
        Names codes;
        for (const Told& told : all) {
            CAPTURE(told.error.code);
            CAPTURE(told.error.subject);
            REQUIRE(language.words.has("error." + told.error.code));
            codes.insert(told.error.code);
            const std::string text = exchange::error_text(language.words, told.error);
            CAPTURE(text);
            CHECK(!has_gap(text));
            const Names written = support::ascii_words(told.written);
            for (const std::string& name : support::identifiers(text))
                CHECK(std::string(told.written).find(name) != std::string::npos);
            if (language.name == "en") continue;
            Names known = support::ascii_words(language.words("error." + told.error.code));
            known.insert(written.begin(), written.end());
            for (const char* format : {"docx", "xlsx", "html", "md", "csv", "tsv", "txt"})
                known.merge(support::ascii_words(language.words("format." + std::string(format))));
            for (const std::string& word : support::ascii_words(text)) {
                CAPTURE(word);
                CHECK(known.contains(word));
            }
        }
        for (const std::string& code : support::error_codes())
            CHECK_MESSAGE((codec::is_about_a_plan(code) || codes.contains(code)), code);
    }
}

TEST_CASE("formats: a table is asked for by its records' name, or as people call it") {
    using namespace exchange;
    const model::Plan plan = support::example("emergency-social-media");
    const base::Words& words = base::Words::simplified_chinese();
    WriteOptions options{words, *base::Date::parse("2026-07-15")};
    options.table = "risk";
    const auto by_record = write(*find_format("csv"), plan, options);
    options.table = "风险";
    const auto by_word = write(*find_format("csv"), plan, options);
    REQUIRE(by_record);
    REQUIRE(by_word);
    CHECK(*by_word == *by_record);
    options.table = "没有的表";
    const std::string text = error_text(words, write(*find_format("csv"), plan, options).error());
    CHECK(text.starts_with("报告里没有“没有的表”这张表，可选："));
    CHECK(text.find("预算明细") != std::string::npos);
    CHECK(error_text(
              words,
              write(*find_format("csv"), model::empty_plan(*base::Id::parse("p")), {words, options.today}).error()) ==
          "报告里没有“任务”这张表，也没有别的表：计划里还没有要列入表格的内容。");
}
