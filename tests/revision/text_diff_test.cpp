#include "revision/text_diff.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <string>

#include "base/text.hpp"
#include "support/build.hpp"
#include "support/random_plan.hpp"

namespace {
using revision::Replaced;

// "保留[去掉|加上]保留"
std::string shown(std::string_view before, std::string_view after) {
    std::string text;
    std::size_t at = 0;
    for (const Replaced& change : revision::text_diff(before, after)) {
        text += before.substr(at, change.at - at);
        text += "[" + std::string(before.substr(change.at, change.size)) + "|" +
                std::string(after.substr(change.new_at, change.new_size)) + "]";
        at = change.at + change.size;
    }
    return text + std::string(before.substr(at));
}

template <class T>
std::vector<T> applied(const std::vector<T>& before, const std::vector<T>& after,
                       const std::vector<Replaced>& changes) {
    std::vector<T> result;
    std::size_t at = 0;
    for (const Replaced& change : changes) {
        result.insert(result.end(), before.begin() + static_cast<std::ptrdiff_t>(at),
                      before.begin() + static_cast<std::ptrdiff_t>(change.at));
        result.insert(result.end(), after.begin() + static_cast<std::ptrdiff_t>(change.new_at),
                      after.begin() + static_cast<std::ptrdiff_t>(change.new_at + change.new_size));
        at = change.at + change.size;
    }
    result.insert(result.end(), before.begin() + static_cast<std::ptrdiff_t>(at), before.end());
    return result;
}

std::size_t size_of(const std::vector<Replaced>& changes) {
    return std::accumulate(changes.begin(), changes.end(), std::size_t{0},
                           [](std::size_t sum, const Replaced& one) { return sum + one.size + one.new_size; });
}

// Insertions and removals that are needed, by the table of longest common subsequences.
std::size_t distance(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < b.size(); ++j)
            common[i + 1][j + 1] = a[i] == b[j] ? common[i][j] + 1 : std::max(common[i][j + 1], common[i + 1][j]);
    return a.size() + b.size() - 2 * common[a.size()][b.size()];
}
}  // namespace

TEST_CASE("sequence diff: the shortest there is, and applied it gives the other side") {
    for (std::uint64_t seed = 0; seed < support::seeds(3000, 300); ++seed) {
        CAPTURE(seed);
        support::Random random(seed);
        const auto some = [&] {
            std::vector<std::uint32_t> sequence(random.below(20));
            for (std::uint32_t& one : sequence) one = static_cast<std::uint32_t>(random.below(4));
            return sequence;
        };
        const std::vector<std::uint32_t> a = some(), b = some();
        const std::vector<Replaced> changes = revision::sequence_diff(a, b);
        CHECK(size_of(changes) == distance(a, b));
        CHECK(applied(a, b, changes) == b);
        CHECK(applied(a, b, revision::sequence_diff(a, b, 3)) == b);
        for (std::size_t i = 1; i < changes.size(); ++i) CHECK(changes[i].at > changes[i - 1].at + changes[i - 1].size);
    }
}

TEST_CASE("text diff: Chinese by characters, alphabets by words, punctuation and blanks apart") {
    CHECK(shown("每月第一周召开例会。", "每月第二周召开例会。") == "每月第[一|二]周召开例会。");
    CHECK(shown("完善工作流程", "完善内部工作流程") == "完善[|内部]工作流程");
    CHECK(shown("use WeChat daily", "use Weibo daily") == "use [WeChat|Weibo] daily");
    CHECK(shown("目标 95 %", "目标 98 %") == "目标 [95|98] %");
    CHECK(shown("相同", "相同").find('[') == std::string::npos);
    CHECK(shown("", "新") == "[|新]");
    CHECK(shown("旧", "") == "[旧|]");
}

TEST_CASE("text diff: what combines stays together, and phrases are not torn into single characters") {
    CHECK(shown("咖啡 cafe\u0301", "咖啡 cafe") == "咖啡 [cafe\u0301|cafe]");
    CHECK(shown("👩\u200D⚕值班", "👩\u200D🚒值班") == "[👩\u200D⚕|👩\u200D🚒]值班");
    CHECK(shown("负责内容制作与发布", "负责内容策划与分发") == "负责内容[制作与发布|策划与分发]");
}

TEST_CASE("text diff: sentences that stayed are not searched in") {
    CHECK(shown("一是培训。二是检查。三是考核。", "一是培训。新增演练。三是考核。") ==
          "一是培训。[二是检查|新增演练]。三是考核。");
}

TEST_CASE("text diff: applied it gives the other text, at borders of characters") {
    for (std::uint64_t seed = 0; seed < support::seeds(600, 60); ++seed) {
        CAPTURE(seed);
        support::Random random(seed);
        const std::string before = support::random_text(random, 80);
        std::string after = random.one_in(8) ? support::random_text(random, 80) : before;
        for (std::size_t edits = random.below(4); edits > 0 && !after.empty(); --edits) {
            const auto pieces = revision::text_pieces(after);
            const std::string_view at = pieces[random.below(pieces.size())];
            const auto offset = static_cast<std::size_t>(at.data() - after.data());
            after.replace(offset, random.one_in(2) ? at.size() : 0, support::random_text(random, 6));
        }
        std::string result;
        std::size_t at = 0;
        for (const Replaced& change : revision::text_diff(before, after)) {
            CHECK((change.size > 0 || change.new_size > 0));
            for (const std::string_view piece : {std::string_view(before).substr(change.at, change.size),
                                                 std::string_view(after).substr(change.new_at, change.new_size)})
                CHECK(base::find_invalid_utf8(piece) == std::string_view::npos);
            result += before.substr(at, change.at - at) + after.substr(change.new_at, change.new_size);
            at = change.at + change.size;
        }
        CHECK(result + before.substr(at) == after);
    }
}

TEST_CASE("text diff: two texts of the longest length without anything in common take no long search") {
    std::string before, after;
    for (int i = 0; i < 20000; ++i) {
        base::append_code_point(before, static_cast<char32_t>(0x4E00 + i % 9000));
        base::append_code_point(after, static_cast<char32_t>(0x4E00 + (i * 7 + 3) % 9000));
    }
    CHECK(revision::text_diff(before, after).size() == 1);
}
