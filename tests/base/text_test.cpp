// Text as people type it: widths and blanks that mean nothing.
#include "base/text.hpp"

#include <doctest/doctest.h>

TEST_CASE("text: names are the same without blanks between Han characters, whatever the width") {
    for (const char* name : {"周平", "周 平", "周　平", " 周  平　", "周\u00a0平", "周\u2003平"})
        CHECK_MESSAGE(base::name_key(name) == "周平", name);
    CHECK(base::name_key("Ann  Lee") == "Ann Lee");
    CHECK(base::name_key("急诊 ICU 组") == "急诊ICU组");
    CHECK(base::name_key("护士长（急诊）") == base::name_key("护士长(急诊)"));
    CHECK(base::name_key(" 　") == "");
    CHECK(base::name_key("周平") != base::name_key("周萍"));
}

TEST_CASE("text: full-width letters, digits and signs become plain") {
    CHECK(base::half_width("２０２７－１－４　ＡＢ％") == "2027-1-4 AB%");
    CHECK(base::half_width("1，234。急诊") == "1,234。急诊");
}
