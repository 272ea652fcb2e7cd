// Pieces of JSON text.
#include "codec/json_text.hpp"

#include <doctest/doctest.h>

#include "support/random_plan.hpp"

TEST_CASE("json text: the pieces of a compact container join to the same text again") {
    const auto round_trip = [](std::string_view compact) { return codec::joined(codec::pieces(compact), compact[0]); };
    for (const std::string_view compact :
         {"{}", "[]", R"({"a":1})", R"([1,"2",[3,{}],{"a":[]}])", R"({"a":{"b":[1,2],"c":"}],:{"},"d\"e:,":"\\"})",
          R"(["\\\"",",",null,true,-1.50e3])"})
        CHECK(round_trip(compact) == compact);
    const codec::Pieces members = codec::pieces(R"({"a":{"b":[1,2]},"d\"e:,":"\\","f":[]})");
    REQUIRE(members.size() == 3);
    CHECK(members[0].name == "\"a\"");
    CHECK(members[0].value == R"({"b":[1,2]})");
    CHECK(members[1].name == R"("d\"e:,")");
    CHECK(members[1].value == R"("\\")");
    CHECK(members[2].value == "[]");
    CHECK(codec::pieces("[[1],2]")[0].name.empty());
    support::Random random(11);
    for (int i = 0; i < 500; ++i) {
        const std::string compact =
            "[" + support::random_json(random, 4) + ",{\"k\":" + support::random_json(random, 3) + "}]";
        CHECK(round_trip(compact) == compact);
    }
}
