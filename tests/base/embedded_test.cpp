#include "base/embedded.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

TEST_CASE("embedded: every language file is there, byte for byte") {
    for (const base::EmbeddedFile& file : base::embedded_words()) {
        std::ifstream stream("assets/lang/" + std::string(file.name), std::ios::binary);
        REQUIRE(stream);
        const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        CHECK(file.bytes == bytes);
    }
}
