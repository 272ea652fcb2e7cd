// No message shows an internal name: whatever the error, the field and the language, it says the words of people.
#include "codec/error_text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/value.hpp"
#include "support/languages.hpp"
#include "support/sentences.hpp"

namespace {
using support::ascii_words;
using support::Names;

struct Said {
    const base::Words& words;
    Names usual;  // words that stand in a message whatever it is about

    explicit Said(const base::Words& spoken) : words(spoken) {
        for (const char* key :
             {"place.file", "place.name", "place.row", "place.field", "place.entry", "place.id", "place.order"})
            usual.merge(ascii_words(words(key)));
    }
    // What a message says beyond the words of the language.
    [[nodiscard]] Names strangers(const std::string& code, const std::string& subject, Names known) const {
        const bool limit = code == "text-too-long" || code == "list-too-long" || code == "number-range";
        const std::string text = codec::error_text(words, {code, subject, limit ? "30012..20000" : "3"});
        known.merge(ascii_words(words("error." + code)));
        Names left = ascii_words(text);
        std::erase_if(left, [&](const std::string& each) { return known.contains(each) || usual.contains(each); });
        if (text.find("«") != std::string::npos) left.insert("a missing text");
        return left;
    }
};
}  // namespace

TEST_CASE("errors: no message contains an internal name, for any error, field and language") {
    const std::vector<std::string> all = support::error_codes();
    REQUIRE(all.size() > 80);
    std::size_t messages = 0;
    for (const support::Language& language : support::languages()) {
        CAPTURE(language.name);
        const base::Words& words = language.words;
        const Said said(words);
        for (const model::RecordInfo& info : model::records()) {
            const std::string list(info.list), record = "record." + std::string(info.name);
            std::vector<std::pair<std::string, Names>> places;
            const auto place = [&](const std::string& member, Names known) {
                known.merge(ascii_words(words(record)));
                places.emplace_back("/" + list + (info.singleton ? "/" : "/3/") + member, known);
                places.emplace_back(list + "/8c41t2n0z9x7r5qv/" + member, known);
                places.emplace_back("/" + list + "/8c41t2n0z9x7r5qv/" + member + "/1", std::move(known));
            };
            place("id", {});
            place("order", {});
            for (const model::FieldInfo& field : info.fields)
                place(std::string(field.name),
                      ascii_words(words("field." + std::string(info.name) + "." + std::string(field.name))));
            places.emplace_back(list, ascii_words(words(record)));
            for (const std::string& code : all) {
                if (!codec::is_about_a_plan(code)) continue;
                for (const auto& about : places) {
                    const Names left = said.strangers(code, about.first, about.second);
                    ++messages;
                    if (left.empty()) continue;
                    CAPTURE(code);
                    CAPTURE(about.first);
                    CHECK(*left.begin() == "");
                }
            }
        }
    }
    MESSAGE(messages, " messages");
}

TEST_CASE("errors: sentences of errors name nothing that only the program knows") {
    // What people meet elsewhere, too: kinds of files, and how the command-line tool is called.
    const Names known{"UTF",    "ZIP",      "MB",      "planner",    "new",     "list",  "inspect",
                      "plan",   "json",     "force",   "inspection", "zip",     "PBKDF", "git",
                      "passed", "returned", "prepare", "review",     "approve", "unit",  "Word",
                      "WPS",    "Excel",    "PDF",     "RTF",        "doc",     "docx",  "wps",
                      "xls",    "xlsx",     "et",      "Microsoft",  "Project", "XML"};
    for (const support::Language& language : support::languages())
        for (const std::string& code : support::error_codes()) {
            const std::string_view sentence = language.words("error." + code);
            CAPTURE(language.name);
            CAPTURE(code);
            CHECK(support::identifiers(sentence).empty());
            if (language.name == "en") continue;
            for (const std::string& word : ascii_words(sentence)) {
                CAPTURE(word);
                CHECK(known.contains(word));
            }
        }
}

TEST_CASE("errors: numbers in messages are grouped, and amounts are said as they are shown") {
    const base::Words& words = base::Words::simplified_chinese();
    const auto sentence = [&](const char* code, const char* subject, const char* detail) {
        return codec::error_text(words, {code, subject, detail});
    };
    CHECK(sentence("text-too-long", "cover/cover/introduction", "30012..20000") ==
          "“封面与概述”的“引言”太长（30,012／20,000 字）。");
    CHECK(sentence("number-range", "/tasks/0/progress", "-1234567.5..100") ==
          "“任务”第 1 条的“进度”超出了允许的范围（-1,234,567.5 至 100）。");
    CHECK(sentence("zip-checksum", "甲/乙.plan.json", "") == "压缩包里的文件“甲/乙.plan.json”已损坏，请重新复制一份。");

    const model::RecordInfo& budget = model::record(model::RecordType::Budget);
    const std::shared_ptr<model::Row> row = budget.make();
    const base::Status set = model::set_value(*row, *budget.find("total"), model::Money{base::max_safe_integer + 1});
    REQUIRE(!set);
    CHECK(set.error().detail == "0.00..9000000000000.00");
}
