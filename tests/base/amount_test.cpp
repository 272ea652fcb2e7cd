// Amounts with signs, ranges and sizes.
#include "base/amount.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {
std::string read(std::string_view text) {
    static constexpr std::string_view names[] = {"=", ">=", ">", "<=", "<", "~", "..", "x", "several"};
    const auto amount = base::read_amount(text);
    if (!amount) return "?";
    return std::string(names[static_cast<std::size_t>(amount->sign)]) + " " + amount->low +
           (amount->high.empty() ? "" : " " + amount->high) + (amount->unit.empty() ? "" : " [" + amount->unit + "]");
}
}  // namespace

TEST_CASE("amount: signs, before or behind the number") {
    struct Form {
        const char *text, *read;
    };
    for (const Form& form : {Form{"1000", "= 1000"},
                             {"30,000元", "= 30000 [元]"},
                             {"3.5万", "= 35000"},
                             {"≥1000", ">= 1000"},
                             {">=1000", ">= 1000"},
                             {"1000以上", ">= 1000"},
                             {"80%以上", ">= 80 [%]"},
                             {"不少于3篇", ">= 3 [篇]"},
                             {"＞100", "> 100"},
                             {"大于100", "> 100"},
                             {"≤24小时", "<= 24 [小时]"},
                             {"不超过24小时", "<= 24 [小时]"},
                             {"24小时以内", "<= 24 [小时]"},
                             {"低于5%", "< 5 [%]"},
                             {"约2%", "~ 2 [%]"},
                             {"约3万元", "~ 30000 [元]"},
                             {"30人左右", "~ 30 [人]"},
                             {"不低於８０％", ">= 80 [%]"},
                             {"-3", "= -3"}}) {
        CAPTURE(std::string(form.text));
        CHECK(read(form.text) == form.read);
    }
}

TEST_CASE("amount: ranges and sizes") {
    CHECK(read("1-2") == ".. 1 2");
    CHECK(read("1–2款") == ".. 1 2 [款]");
    CHECK(read("5%-8%") == ".. 5 8 [%]");
    CHECK(read("3至5名") == ".. 3 5 [名]");
    CHECK(read("3-5万元") == ".. 30000 50000 [元]");
    CHECK(read("5000-1万") == ".. 5000 10000");
    CHECK(read("3万～5万元") == ".. 30000 50000 [元]");
    CHECK(read("560×260") == "x 560 260");
    CHECK(read("560*260px") == "x 560 260 [px]");
    CHECK(read("若干名") == "several  [名]");
    CHECK(read("数名") == "several  [名]");
}

TEST_CASE("amount: what is none, or more than one, is refused") {
    for (const char* text : {"", "约", "三台", "1-2-3", "≥5-8", "2026-03-05", "1,23", "5%-8元", "12:30", "A4", "数字化",
                             "约3万元以上", "1.2.3", "3个月内完成全部工作任务", "--3", "1×"})
        CHECK_MESSAGE(read(text) == "?", text);
}
