#include "base/words.hpp"

#include <doctest/doctest.h>

#include "base/embedded.hpp"

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
    const auto titled = [](std::string_view file) {
        for (const base::EmbeddedFile& embedded : base::embedded_words())
            if (embedded.name == file) return std::string(base::Words::parse(embedded.bytes)("field.task.owner"));
        return std::string();
    };
    CHECK(titled("zh-Hans.lang") == "责任人");
    CHECK(titled("zh-Hant.lang") == "責任人");
    CHECK(titled("en.lang") == "Responsible");
}
