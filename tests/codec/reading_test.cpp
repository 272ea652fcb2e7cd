// Reading is strict where doubt would lose or invent something, and forgiving where nothing can go wrong.
#include <doctest/doctest.h>

#include "codec/plan_json.hpp"

namespace {
using namespace model;
const std::string head = R"({"format":"fanglue-plan","version":"1.0","id":"p1")";

std::string code_of(std::string_view json) {
    const auto decoded = codec::decode_plan(json);
    return decoded ? "" : decoded.error().code;
}
}  // namespace

TEST_CASE("reading: the outermost form") {
    CHECK(code_of(head + "}") == "");
    CHECK(code_of("\xEF\xBB\xBF" + head + "}\r\n") == "");  // a byte order mark, as Windows' editor writes it
    CHECK(code_of("") == "file-empty");
    CHECK(code_of("hello") == "json-syntax");
    CHECK(code_of("[]") == "format-unknown");
    CHECK(code_of("\"fanglue-plan\"") == "format-unknown");
    CHECK(code_of("{}") == "format-unknown");
    CHECK(code_of(head + "} {}") == "json-syntax");
    CHECK(code_of(head + "}x") == "json-syntax");
    CHECK(code_of(head + ",}") == "json-syntax");
    CHECK(code_of(head + "/**/}") == "json-syntax");
    CHECK(code_of(head + ",'a':1}") == "json-syntax");
    CHECK(code_of(head + ",\"a\":NaN}") == "json-syntax");
    CHECK(code_of(head + ",\"a\":1e999}") == "json-syntax");
    CHECK(code_of(head + ",\"a\":01}") == "json-syntax");
    CHECK(code_of(head + ",\"a\":\"\\ud800\"}") == "json-syntax");  // half of a surrogate pair
    CHECK(code_of(head + std::string("}\0{", 3)) == "json-encoding");
    CHECK(code_of(head + std::string(",\"a\":\"\0\"}", 9)) == "json-encoding");
    CHECK(code_of(head + ",\"a\":\"\xC0\x80\"}") == "json-encoding");      // overlong
    CHECK(code_of(head + ",\"a\":\"\xED\xA0\x80\"}") == "json-encoding");  // surrogate
    CHECK(code_of(std::string("\xFF\xFE{\0}\0", 6)) == "json-encoding");   // UTF-16
    CHECK(code_of(R"({"format":"fanglue-plan","version":"1.0"})") == "id-missing");
    CHECK(code_of(R"({"format":"fanglue-plan","version":1.0,"id":"p1"})") == "version-unreadable");
    CHECK(code_of(R"({"version":"1.0","id":"p1","format":["fanglue-plan"]})") == "format-unknown");
    CHECK(code_of(head + R"(,"format":"fanglue-plan"})") == "json-duplicate-key");
}

TEST_CASE("reading: header members may stand anywhere") {
    CHECK(
        code_of(
            R"({"tasks":[{"id":"t1","version":"9.9","format":"x"}],"version":"1.0","id":"p1","format":"fanglue-plan"})") ==
        "");
    CHECK(code_of(R"({"tasks":[],"version":"3.0","format":"fanglue-plan"})") == "version-newer");
}

TEST_CASE("reading: kinds are not mixed up") {
    const auto task = [](const std::string& member) {
        return code_of(head + R"(,"tasks":[{"id":"t1",)" + member + "}]}");
    };
    CHECK(task(R"("title":"")") == "");
    CHECK(task(R"("title":null)") == "wrong-type");
    CHECK(task(R"("title":1)") == "wrong-type");
    CHECK(task(R"("title":["a"])") == "wrong-type");
    CHECK(task(R"("progress":"40")") == "wrong-type");
    CHECK(task(R"("progress":40.0)") == "bad-number");
    CHECK(task(R"("progress":4e1)") == "bad-number");
    CHECK(task(R"("progress":99999999999999999999)") == "bad-number");
    CHECK(task(R"("progress":18446744073709551615)") == "bad-number");
    CHECK(task(R"("progress":-1)") == "number-range");
    CHECK(task(R"("progress":true)") == "wrong-type");
    CHECK(task(R"("resources":"手机")") == "wrong-type");
    CHECK(task(R"("resources":[1])") == "wrong-type");
    CHECK(task(R"("resources":[["手机"]])") == "wrong-type");
    CHECK(task(R"("participants":["Zhang"])") == "bad-id");
    CHECK(task(R"("owner":"")") == "bad-id");
    CHECK(task(R"("start":"")") == "bad-date");
    CHECK(task(R"("start":20260305)") == "wrong-type");
    CHECK(task(R"("start":"2026-3-5")") == "bad-date");
    CHECK(task(R"("start":"1899-12-31")") == "bad-date");
    CHECK(task(R"("status":1)") == "wrong-type");
    CHECK(task(R"("title":"a\u0000b")") == "text-control");
    CHECK(task(R"("title":"a\rb")") == "text-control");
    CHECK(task(R"("parent":"t1")") == "parent-cycle");
    CHECK(task(R"("order":5)") == "wrong-type");
    CHECK(task(R"("id":"t2")") == "json-duplicate-key");
    CHECK(code_of(head + R"(,"indicators":[{"id":"i1","target":1.5}]})") == "wrong-type");
    CHECK(code_of(head + R"(,"indicators":[{"id":"i1","target":"1.5","weight":"100.0001"}]})") == "number-range");
    CHECK(code_of(head + R"(,"indicators":[{"id":"i1","target":"1.23456"}]})") == "bad-number");
    CHECK(code_of(head + R"(,"people":[{"id":"a","left":"yes"}]})") == "wrong-type");
    CHECK(code_of(head + R"(,"people":{"id":"a"}})") == "wrong-type");
    CHECK(code_of(head + R"(,"people":["a"]})") == "wrong-type");
    CHECK(code_of(head + R"(,"cover":[]})") == "wrong-type");
    CHECK(code_of(head + R"(,"cover":"x"})") == "wrong-type");
    CHECK(code_of(head + R"(,"cover":{"id":"cover"}})") == "");
    CHECK(code_of(head + R"(,"cover":{"id":"other"}})") == "bad-id");
    CHECK(code_of(head + R"(,"budget":{"total":100.5}})") == "bad-number");
    CHECK(code_of(head + R"(,"budget":{"total":9007199254740992}})") == "number-range");
}

TEST_CASE("reading: unknown members and lists come back where they were, other members untouched") {
    const std::string json = R"({
  "format": "fanglue-plan",
  "version": "1.0",
  "id": "p1",
  "cover": {
    "title": "计划",
    "later": {}
  },
  "tasks": [
    {
      "id": "t1",
      "title": "直播",
      "a/b~c": [
        1,
        -0.10,
        1e400000000000,
        18446744073709551616,
        "\u001f\"\\",
        true,
        null,
        [],
        {}
      ]
    }
  ],
  "task": {
    "": 0
  }
}
)";
    const std::string readable =
        json.substr(0, json.find("        1e4")) + json.substr(json.find("        18446744073709551616"));
    const auto decoded = codec::decode_plan(readable);
    REQUIRE_MESSAGE(decoded, decoded.error().code, " ", decoded.error().subject);
    CHECK(codec::encode_plan(*decoded) == readable);
    const auto twice = codec::decode_plan(head + R"(,"tasks":[{"id":"t1","a/b~c":[0,{"x":[{"y":1,"y":2}]}]}]})");
    REQUIRE(!twice);
    CHECK(twice.error() == base::Error{"json-duplicate-key", "/tasks/0/a~1b~0c/1/x/0/y", "y"});
}

TEST_CASE("reading: what is quoted in an error is short and whole") {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "急";
    const auto decoded = codec::decode_plan(head + R"(,"tasks":[{"id":"t1","status":")" + text + "\"}]}");
    REQUIRE(!decoded);
    CHECK(decoded.error().detail.size() < 100);
    CHECK(decoded.error().detail.find("急急急") == 0);
    CHECK(decoded.error().detail.substr(decoded.error().detail.size() - 6) == "急…");
}

TEST_CASE("reading: text that may not be in form C is put into it, all other text is left alone") {
    codec::DecodeOptions options;
    options.normalize_nfc = [](std::string_view text) { return "N(" + std::string(text) + ")"; };
    const std::string json = head + R"(,"tasks":[{"id":"t1","title":"急诊é😀𠮷","note":")" + "e\xCC\x81" +
                             R"(","resources":["が","か゛","か)" + "\xE3\x82\x99" + R"("]}]})";
    const auto decoded = codec::decode_plan(json, options);
    REQUIRE(decoded);
    const Task& task = *decoded->rows<Task>().begin();
    CHECK(task.title == "急诊é😀𠮷");
    CHECK(task.note == "N(e\xCC\x81)");
    CHECK(task.resources == std::vector<std::string>{"が", "か゛", "N(か\xE3\x82\x99)"});
    CHECK(codec::decode_plan(json)->rows<Task>().begin()->note == "e\xCC\x81");
}

TEST_CASE("reading: a hostile file does not grow when it is written") {
    std::string deep = "\"x\":" + std::string(60, '[') + "1";
    for (int i = 0; i < 20000; ++i) deep += ",1";
    deep += std::string(60, ']');
    const auto decoded = codec::decode_plan(head + "," + deep + "}");
    REQUIRE(decoded);
    const std::string written = codec::encode_plan(*decoded);
    CHECK(written.size() < 2 * deep.size());
    CHECK(codec::encode_plan(*codec::decode_plan(written)) == written);
}
