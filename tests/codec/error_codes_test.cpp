// One fixture per error code, named after it: reading it must fail with just this code, at the right place.
#include "codec/error_codes.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "codec/error_text.hpp"
#include "codec/plan_json.hpp"
#include "support/build.hpp"
#include "support/files.hpp"
#include "support/languages.hpp"
#include "support/sentences.hpp"

namespace {
// Fixtures stay small: "%REPEAT 3 text%" stands for the text three times, a # in it for the count.
std::string expanded(const std::string& recipe) {
    std::string out;
    for (std::size_t at = 0; at < recipe.size();) {
        constexpr std::string_view mark = "%REPEAT ";
        if (recipe.compare(at, mark.size(), mark) != 0) {
            out += recipe[at++];
            continue;
        }
        at += mark.size();
        const std::size_t space = recipe.find(' ', at), end = recipe.find('%', space);
        const std::string text = recipe.substr(space + 1, end - space - 1);
        const std::size_t number_at = text.find('#');
        const long count = std::stol(recipe.substr(at, space - at));
        at = end + 1;
        if (text.size() == 1 && number_at == std::string::npos) {
            out.append(static_cast<std::size_t>(count), text[0]);
            continue;
        }
        for (long i = 1; i <= count; ++i) {
            out += number_at == std::string::npos
                       ? text
                       : text.substr(0, number_at) + std::to_string(i) + text.substr(number_at + 1);
        }
    }
    return out;
}

struct Expected {
    std::string_view subject, detail, sentence;
};
const std::map<std::string_view, Expected> expected{
    {"file-empty", {"", "", ""}},
    {"file-too-large", {"", "64", ""}},
    {"json-encoding", {"", "3", ""}},
    {"json-syntax", {"", "3", ""}},
    {"json-depth", {"/later%REPEAT 63 /0%", "64", ""}},
    {"json-duplicate-key", {"/people/0/name", "name", "“人员”第 1 条的“姓名或岗位”出现了两次"}},
    {"format-unknown", {"/format", "something-else", ""}},
    {"version-unreadable", {"/version", "one", ""}},
    {"version-newer", {"/version", "2.0", ""}},
    {"too-many-rows", {"/people/200000", "200000", ""}},
    {"wrong-type", {"/tasks/1/title", "{}", ""}},
    {"unknown-choice", {"/tasks/0/status", "finished", ""}},
    {"bad-date", {"/tasks/0/start", "2026-02-30", "“任务”第 1 条的“开始时间”的日期“2026-02-30”无效"}},
    {"bad-moment", {"/incidents/0/openedAt", "2026-03-05 08:30", ""}},
    {"bad-number", {"/tasks/0/progress", "12.5", ""}},
    {"bad-id", {"/people/0/id", "张敏", ""}},
    {"id-missing", {"/people/1/id", "", "“人员”第 2 条的“编号”缺失"}},
    {"duplicate-id", {"/people/2/id", "a", ""}},
    {"order-key", {"/people/0/order", "V0", ""}},
    {"text-too-long", {"/people/0/name", "501..500", "“人员”第 1 条的“姓名或岗位”太长（501／500 字）"}},
    {"text-control", {"/people/0/name", "", ""}},
    {"list-too-long", {"/tasks/0/resources", "1001..1000", "“任务”第 1 条的“所需资源”条目太多（1,001／1,000 条）"}},
    {"number-range", {"/tasks/0/progress", "0..100", "“任务”第 1 条的“进度”超出了允许的范围（0 至 100）"}},
    {"reference-missing", {"/tasks/1/owner", "nobody", "“任务”第 2 条的“责任人”指向的记录“nobody”不存在"}},
    {"parent-missing", {"/goalTargets/0/goal", "", ""}},
    {"parent-cycle", {"/tasks/0/parent", "t1", ""}},
    {"any-record-type", {"/comments/0/subject", "t1", ""}},
};
}  // namespace

TEST_CASE("errors: a fixture brings about each code, at its place") {
    for (const std::string_view code : codec::error_codes) {
        CAPTURE(code);
        if (code == "too-many-rows" && !support::does_everything()) continue;  // 200,000 of them
        const std::string recipe = support::read_file("tests/codec/fixtures/" + std::string(code) + ".json");
        REQUIRE(!recipe.empty());
        const auto decoded = codec::decode_plan(expanded(recipe));
        REQUIRE(!decoded);
        REQUIRE(expected.contains(code));
        const Expected& want = expected.at(code);
        CHECK(decoded.error().code == code);
        CHECK(decoded.error().subject == expanded(std::string(want.subject)));
        CHECK(decoded.error().detail == want.detail);
    }
    CHECK(expected.size() == std::size(codec::error_codes));
}

TEST_CASE("errors: each code has a sentence that names place and detail in words") {
    const base::Words& words = base::Words::simplified_chinese();
    for (const std::string_view code : codec::error_codes) {
        CAPTURE(code);
        REQUIRE(words.has("error." + std::string(code)));
        const Expected& want = expected.at(code);
        const std::string sentence =
            codec::error_text(words, {std::string(code), std::string(want.subject), std::string(want.detail)});
        CHECK(sentence.find("«") == std::string::npos);
        CHECK(sentence.find(want.sentence) == 0);
    }
}

// With what really stands in files, not only where (error_text_test.cpp has every field).
TEST_CASE("errors: beyond what the file itself says, no refusal contains an internal name, in any language") {
    for (const support::Language& language : support::languages())
        for (const std::string_view code : codec::error_codes) {
            CAPTURE(language.name);
            CAPTURE(code);
            const Expected& want = expected.at(code);
            const std::string sentence = codec::error_text(
                language.words, {std::string(code), std::string(want.subject), std::string(want.detail)});
            CHECK(support::identifiers(sentence).empty());
            CHECK(sentence.find("«") == std::string::npos);
            if (language.name == "en") continue;
            support::Names known = support::ascii_words(language.words("error." + std::string(code)));
            known.merge(support::ascii_words(want.detail));
            for (const std::string& word : support::ascii_words(sentence)) CHECK_MESSAGE(known.contains(word), word);
        }
}

TEST_CASE("errors: places in words") {
    const base::Words& words = base::Words::simplified_chinese();
    CHECK(codec::place_text(words, "/tasks/3/resources/1") == "“任务”第 4 条的“所需资源”第 2 项");
    CHECK(codec::place_text(words, "/cover/preparer") == "“封面与概述”的“编制人”");
    CHECK(codec::place_text(words, "tasks/8c41t2n0z9x7r5qv/owner") == "“任务”的“责任人”");
    CHECK(codec::place_text(words, "cover/cover/introduction") == "“封面与概述”的“引言”");
    CHECK(codec::place_text(words, "/cover/cover/introduction") == "“封面与概述”的“引言”");
    CHECK(codec::place_text(words, "/tasks/8c41t2n0z9x7r5qv/owner") == "“任务”的“责任人”");
    CHECK(codec::place_text(words, "/id") == "“编号”");
    CHECK(codec::place_text(words, "/format") == "“格式标记”");
    CHECK(codec::place_text(words, "/later/0") == "“later”");
    CHECK(codec::place_text(words, "") == "文件");
}
