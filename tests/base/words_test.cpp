#include "base/words.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

TEST_CASE("words: a language file is keys and texts, with line breaks, spaces and arguments") {
    const base::Words under = base::Words::parse("only.below = 下\nboth = 下\n");
    const base::Words words =
        base::Words::parse("# comment = no\na.b =  x\\ny \nend = :\\s\nboth = 上\nsaid = {1}{0}{9}\n", &under);
    CHECK(words("a.b") == "x\ny");
    CHECK(words("end") == ": ");
    CHECK(words("both") == "上");
    CHECK(words("only.below") == "下");
    CHECK(words("said", {"1", "2"}) == "21{9}");
    CHECK_FALSE(words.has("# comment"));
    CHECK(words("missing") == "«missing»");
}

TEST_CASE("words: the languages that ship say something of their own") {
    const auto titled = [](const std::string& file) {
        std::ifstream stream("assets/lang/" + file, std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
        return std::string(base::Words::parse(text)("field.task.owner"));
    };
    CHECK(titled("zh-Hans.lang") == "责任人");
    CHECK(titled("zh-Hant.lang") == "責任人");
    CHECK(titled("en.lang") == "Responsible");
}
