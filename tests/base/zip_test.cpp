// ZIP archives and deflate.
#include "base/zip.hpp"

#include <doctest/doctest.h>

#include "base/checksum.hpp"
#include "support/build.hpp"

using namespace base;

namespace {

std::string from_base64(std::string_view text) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    unsigned buffer = 0;
    int bits = 0;
    for (const char c : text) {
        if (c == '=') break;
        buffer = buffer << 6 | static_cast<unsigned>(digits.find(c));
        if ((bits += 6) < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(buffer >> bits & 0xFFu);
    }
    return bytes;
}

std::string powers() {
    std::string text;
    for (int i = 0; i < 200; ++i)
        text +=
            std::to_string(i) + " squared is " + std::to_string(i * i) + ", cubed " + std::to_string(i * i * i) + "\n";
    return text;
}

// powers() as zlib packed it at its highest level: dynamic Huffman codes.
constexpr std::string_view powers_dynamic =
    "XZhLliu5DUTnXEUtwAPiQ4BcTrvtgYf2O71/B9XnCQjOqqRUZjIIROBy/vz6719//O/f//r5z6+f+Y+fP//6J/6eQ/rn8vtzGdo/99+f72H98/"
    "P7c83hdKP4/U34WP0bXd9n6BrRv7Lvj1RiJL3A90nmNnb/Kr4vt0TH6V/t73pSz5BJbzi/IuBP6MBCaElhJkNIDvHvMyV1DzFee8kiJ4ewMqdW"
    "me5DWJ2SxyzXkGDtvr/1eWIIaaT7+1w/YkNIJtPSaZsOOSz9d72x1xlKWnlpta9WSlq5f397NFA5XDq7tJrheyiJtfRUPUjkUFJrZdQ+bPWhJF"
    "e0alr4ZyjpFe3XiVsNJcGyPfvEtqGkWNabYx+XDuXiqmWr2z7DSLNTmmle0YxEOyW4njwyjCts1naZZqDvuMZmbbatYzmMq0yqVOzY9GGL67uU"
    "c92oNAv+vsrUI1YMI+nEqsjXjGXD9tMhVW6+U4eReLKqwfD6coZzd0bJF37lc+7P2K1gj8pw1i/LFtLn3sNZv12OkmdN2NfTpWVGe+Hq4dyns/"
    "Q7cp3MuVOlHPCkWQznXtVZtTdR2TacBFTs2fcCmevocFJQfZZF3eWesSabRXO4+88cizTUaHcwjSVjkYio23oHnzH3WMaO01bhe2eORTLqKRlk"
    "pd8wIB2t6SgR1/IWZ4JY7+FAMKx8fK3eAVt1bCw2PqtSQBtjs8Zi7/OqJZ3L8oyYbI6tl29lzhGkpGVVs2qcLSNISdvVDmqw3z2ClLTTQgN75T"
    "nC2YJbboSiv0aQkt46GsFyzTBISbeyBHS8Iz+CM9abp8yZYSNISdy0TAlvgBQJUtKzXA1rXPOM5CBproggv0omKblmuaot+KKMJCVvL34vSGz+"
    "HsmBYuXqcOUpOZIjxbOl6FKESpKSK7o3yjXHDA6ldgc8A8GSpCS6taJ4wR1tJM8ss1bh6QvhkoeDrXRw+LedsSdPPaUk5p6r5CYl4dnlsHe3ZG"
    "zlcGwTwUKb7bFJydhVDysld45NSuasisKS4RZjLw7YUjLEr01uUjKtqjrQZsiZzRG9qi9ioaIw/HFIZ3UWMsGRNJuUzFO9iTdEn40zeUgsJTER"
    "XCUPKbm1zZELVSnjKE8CLWxyQ7dxSMkd5VF7ohFzHFJy7xY3Nhfy5iyeJkrJvfL65CElscq6w/ZE4hxS8nh59RGNtHE2TyTl9sdFkDiHlDy78u"
    "Lk1HNH6nem5qn6M1hPeSabFjsTpT0xXs9n+vHZp0bUN4bs+UxA0SMU5QcGwQ+fKanlj8AsEEAIU56UegQhpK5z4uZ8jbYUkoMlYfiePBGhxdoo"
    "CxMHqOAF+JpoWaTrJMII787X7Co3jGFrXnR52EU7vYBP/gaYh2CsMwxG4YsxD8fo8p7wfi7MPDSD6bOFPIbFizQP06AWog0Csi7YMNlgwujDOn"
    "b04g3zjZivNi/AJS/kyDt5li0hjCUu6jDriJ3yNgkEzQUeJh7YURkkxsklwB5h7sFym84gvY/OTD+C5q/7ZOK1Ly4+vLgbBUGejdgSBiGBi7dB"
    "BmsHDAnTkGA4KX3ODMQErmGde3xh3rHrusJchBeo+9zswG1xDesc7X10+sbYgmtY57DGSBPljCATxqRb8jUcQS1sH4D5mfY7LYGZPzozMEm2/U"
    "JoY/SEzg81pde+K4oSVIdr7CGDqh+1pRg6cQ3rDCQofTD5wldwDeu8+8DlMT+4/lAUKKPugwpDeeMa1nlnH/0Sj4HOD02d2ebHQB0i5uQhqtP6"
    "XVHPAaiSh6pOn2TTP2AlD1md5j94EtoWOjNdwcHLx3QHZj3ozISFkik/VPSjznsUwngws535nL0Ogk8e0ur+DCjaH39+acvK5w0mh33ANUxc0v"
    "LCUAULzCUPdF2ha4B11AF0frhLW36ZzTwgL3nQq7PXPcf56PzQl7Y4Nfgq0ATXsM5w9nofoMu+OfgwmLVgtwVzAYXJg2GWTR+sXG8OMomhzJvO"
    "CUq59cwwpm61X+AkdDZ0Zh5DK7TDug0YApEJIxmQrerHDkji5iBTma42doF1T4DLJB7EbfV8CemjM7MZUrb6AjuKWoXOjGdoqeovv416c5AJDX"
    "xcfep348FowpCGtmvHJo5kvznInKZ9KEaL6MefGdU0VzvpAzfrzUGmNc02nntcuIbODGwKj+qcgSVBZ2Y23Q0UfGMJoDZhbEPmN52PfMBNmNxu"
    "ixdw4AIFuwnDG2q88mJNhOLNQeY3uHblzkKggjxwjT+nBpVf677yzcF8ThZaDq7PGRl0ZpAzRFbdx+/T7qFqPgcQ7X1wkYLmhHEO7tPWFXby5i"
    "ATnWlDW0zwgELozFAHy2lUt+2DdcJcd08D29GZHmwrruHjBvRTUdG8Wwydme7MGu4j6zGSQGcGPLNddRh6h1HozIxn/eAh8OSPPzPmYaxrnOd4"
    "8s1BJj3z01EPE9y8R9is87JGe+EeNweZ9wBX1e+RmKpAfHKeA502P9/z7o/OTH0W7Vgo4D4b3CcMfhhFG/lNsN/NQWY/WGk7asTLTtCfMP5h/C"
    "pfTQCR3RxkArTd/Bl77h9/ZgjEz8rnUYOY/qAzc6DtdmiX4RgpoTOj4BW/EW2o3RxkGgS5V35h4XOBB/8P";

// "abcabcabcabc…" 300 letters, with the fixed code.
constexpr std::string_view letters_fixed = "S0xKThxFxCEA";

// 方略 uncompressed, in a block of its own, then an empty last block.
constexpr std::string_view stored_block = "AAYA+f/mlrnnlaUBAAD//w==";

std::string letters() {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "abc";
    return text;
}

const std::vector<ZipEntry> sample{{"一/方案.plan.json", "{}\n"}, {"empty", ""}, {"store/a", std::string(70000, 'x')}};

}  // namespace

TEST_CASE("checksum: the check values of the standards") {
    CHECK(crc32("123456789") == 0xCBF43926u);
    CHECK(crc64("123456789") == 0x995DC9BBDF1939FAull);
    CHECK(crc32("") == 0);
    for (std::size_t cut = 0; cut <= 40; ++cut) {
        const std::string text = powers().substr(0, 40);
        CHECK(crc64(text.substr(cut), crc64(text.substr(0, cut))) == crc64(text));
        CHECK(crc32(text.substr(cut), crc32(text.substr(0, cut))) == crc32(text));
    }
}

TEST_CASE("inflate: what zlib packed") {
    CHECK(*inflate(from_base64(powers_dynamic), powers().size()) == powers());
    CHECK(*inflate(from_base64(letters_fixed), 300) == letters());
    CHECK(*inflate(from_base64(stored_block), 6) == "方略");
    CHECK(!inflate(from_base64(letters_fixed), 299));
    CHECK(!inflate(from_base64(letters_fixed), 301));
    CHECK(!inflate("", 0));
}

TEST_CASE("deflate: what is deflated is inflated to the same, and repetition gets small") {
    for (const std::string& text : {std::string(), std::string("方略"), powers(), std::string(300000, 'x')})
        CHECK(*inflate(deflate(text), text.size()) == text);
    CHECK(deflate(powers()).size() < powers().size() / 3);
    CHECK(deflate(powers()) == deflate(powers()));
}

TEST_CASE("inflate: damaged data ends, whatever it holds") {
    const std::string packed = from_base64(powers_dynamic);
    std::size_t refused = 0, tried = 0;
    for (std::size_t at = 0; at < packed.size(); at += support::stride(5, 101))
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = packed;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            ++tried;
            refused += !inflate(changed, powers().size());
        }
    for (std::size_t at = 0; at < packed.size(); at += support::stride(1, 13))
        CHECK(!inflate(packed.substr(0, at), powers().size()));
    MESSAGE(refused, " of ", tried, " flipped bits refused by inflate alone");
    CHECK(refused > 0);
}

TEST_CASE("zip: what was written is read") {
    const auto archive = write_zip(sample, Moment::at(*Date::from_ymd(2026, 3, 5), 10, 11));
    REQUIRE(archive);
    CHECK(looks_like_zip(*archive));
    const auto entries = read_zip(*archive);
    REQUIRE(entries);
    REQUIRE(entries->size() == 3);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(((*entries)[i].name == sample[i].name && (*entries)[i].bytes == sample[i].bytes));
    CHECK(*write_zip(sample, Moment::at(*Date::from_ymd(2026, 3, 5), 10, 11)) == *archive);
    CHECK(archive->size() < 1000);  // 70,000 times the same letter
    CHECK(*zip_names(*archive) == std::vector<std::string>{"一/方案.plan.json", "empty", "store/a"});
    CHECK(read_zip(*write_zip({}, {}))->empty());
    CHECK(read_zip(*archive + std::string(40, 'c')).error().code == "zip-cut");  // neither comment nor end
}

TEST_CASE("zip: a deflated entry, as other programs write it") {
    const std::string packed = from_base64(powers_dynamic), text = powers();
    std::string archive = *write_zip({{"a", packed}}, {});
    const auto patch = [&](std::size_t at, std::uint32_t value, int bytes) {
        for (int i = 0; i < bytes; ++i)
            archive[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (8 * i) & 0xFFu);
    };
    const std::size_t directory = 30 + 1 + packed.size();
    patch(directory + 10, 8, 2);
    patch(directory + 16, crc32(text), 4);
    patch(directory + 24, static_cast<std::uint32_t>(text.size()), 4);
    REQUIRE(read_zip(archive));
    CHECK(read_zip(archive)->front().bytes == text);
    patch(directory + 16, 1, 4);
    CHECK(read_zip(archive).error().code == "zip-checksum");
    patch(directory + 24, 0x0FFFFFFF, 4);
    CHECK(read_zip(archive).error().code == "zip-too-large");
    patch(directory + 10, 12, 2);
    CHECK(read_zip(archive).error().code == "zip-method");
    patch(directory + 8, 1, 2);
    CHECK(read_zip(archive).error().code == "zip-encrypted");
}

TEST_CASE("zip: errors") {
    CHECK(read_zip("").error().code == "zip-syntax");
    CHECK(read_zip("no archive at all, but long enough to be one").error().code == "zip-syntax");
    const std::string archive = *write_zip(sample, {});
    CHECK(read_zip(archive, {2, 1000000}).error().code == "zip-too-large");
    CHECK(read_zip(archive, {10, 1000}).error().code == "zip-too-large");
    for (const char* name : {"/a", "../a", "a/../b", "a\\b", ".", ""})
        CHECK(read_zip(*write_zip({{name, "x"}}, {})).error().code == "zip-name");
    CHECK(read_zip(*write_zip({{"a", "x"}, {"a", "y"}}, {})).error().code == "zip-name");
    CHECK(read_zip(*write_zip({{"\xB7\xBD.json", "x"}}, {}))->front().name == "0-__.json");  // GBK
}

TEST_CASE("zip: cut anywhere it is refused; no flipped bit changes a content unnoticed") {
    const std::vector<ZipEntry> small{{"a.json", "{\"a\":1}"}, {"b", "text"}};
    const std::string archive = *write_zip(small, {});
    for (std::size_t at = 0; at < archive.size(); ++at) {
        CHECK(!read_zip(archive.substr(0, at)));
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = archive;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            const auto entries = read_zip(changed);
            if (!entries) continue;
            for (const ZipEntry& entry : *entries)
                CHECK((entry.bytes == small[0].bytes || entry.bytes == small[1].bytes));
        }
    }
}
