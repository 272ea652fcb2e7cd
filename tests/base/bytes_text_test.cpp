#include "base/bytes_text.hpp"

#include <doctest/doctest.h>

TEST_CASE("text: sizes in bytes as people read them") {
    CHECK(base::bytes_text(0) == "0 B");
    CHECK(base::bytes_text(999) == "999 B");
    CHECK(base::bytes_text(1000) == "1.0 kB");
    CHECK(base::bytes_text(1999) == "1.9 kB");
    CHECK(base::bytes_text(34567) == "34 kB");
    CHECK(base::bytes_text(999999) == "999 kB");
    CHECK(base::bytes_text(5000000) == "5.0 MB");
    CHECK(base::bytes_text(12'345'678'901) == "12 GB");
    CHECK(base::bytes_text(UINT64_MAX) == "18446744 TB");
}
