#include "analysis/personal.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "base/text.hpp"
#include "support/build.hpp"
#include "support/random_plan.hpp"

using analysis::find_personal;
using analysis::PersonalHit;
using analysis::PersonalKind;
using support::Random;

namespace {
std::string digits(Random& random, std::size_t count) {
    std::string text;
    while (text.size() < count) text += static_cast<char>('0' + random.below(10));
    return text;
}

std::string two(std::int64_t value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

// The check character by its definition: the sum of a(i) × 2^(i-1) mod 11, from the right, is 1 (GB 11643, ISO 7064).
char check_of(const std::string& first17) {
    static constexpr std::string_view values = "0123456789X";
    for (std::size_t candidate = 0; candidate < values.size(); ++candidate) {
        std::size_t sum = candidate, weight = 2;
        for (std::size_t i = 17; i-- > 0; weight = weight * 2 % 11)
            sum += static_cast<std::size_t>(first17[i] - '0') * weight;
        if (sum % 11 == 1) return values[candidate];
    }
    return '?';
}

std::string identity_number(Random& random) {
    std::string text = static_cast<char>('1' + random.below(9)) + digits(random, 5);
    text += std::to_string(random.between(1920, 2025)) + two(random.between(1, 12)) + two(random.between(1, 28)) +
            digits(random, 3);
    return text + check_of(text);
}

std::string mobile_number(Random& random) {
    return "1" + std::to_string(random.between(3, 9)) + digits(random, 9);
}

// What may stand around a number in a sentence.
std::string around(Random& random, const std::string& text) {
    static const std::array<const char*, 6> before{"", "联系电话：", "证件（", "号码 ", "\n", "，"};
    static const std::array<const char*, 6> after{"", "。", "）", " 备注", "\n", "，请核对"};
    return before[random.below(before.size())] + text + after[random.below(after.size())];
}

std::string full_width(const std::string& text) {
    std::string result;
    for (const char c : text)
        base::append_code_point(
            result, c >= '0' && c <= '9' ? U'０' + static_cast<char32_t>(c - '0') : static_cast<char32_t>(c));
    return result;
}

std::string only_hit(const std::string& text, PersonalKind kind) {
    const std::vector<PersonalHit> hits = find_personal(text);
    return hits.size() == 1 && hits[0].kind == kind ? text.substr(hits[0].at, hits[0].size) : std::string{};
}

std::string name_in(const std::string& text) {
    return only_hit(text, PersonalKind::PatientName);
}
std::string record_in(const std::string& text) {
    return only_hit(text, PersonalKind::RecordNumber);
}
}  // namespace

TEST_CASE("personal: identity numbers are found, one wrong digit or date is not") {
    Random random(11643);
    for (std::uint64_t i = support::seeds(3000, 300); i-- > 0;) {
        const std::string number = identity_number(random);
        const std::string text = around(random, number);
        CAPTURE(text);
        CHECK(only_hit(text, PersonalKind::IdentityNumber) == number);
        CHECK(only_hit(full_width(number), PersonalKind::IdentityNumber) == full_width(number));

        std::string wrong = number;  // any single wrong digit changes the check digit
        char& digit = wrong[random.below(17)];
        digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
        CHECK(find_personal(around(random, wrong)).empty());
        std::string month = number.substr(0, 10) + "13" + number.substr(12, 5);
        CHECK(find_personal(month + check_of(month)).empty());
        CHECK(find_personal("1" + number).empty());  // 19 digits
        CHECK(find_personal(number + "7").empty());
    }
    CHECK(only_hit("11010519491231002x", PersonalKind::IdentityNumber) == "11010519491231002x");
}

TEST_CASE("personal: mobile numbers are found, other long numbers are not") {
    Random random(138);
    for (std::uint64_t i = support::seeds(3000, 300); i-- > 0;) {
        const std::string number = mobile_number(random);
        const std::string text = around(random, number);
        CAPTURE(text);
        CHECK(only_hit(text, PersonalKind::MobileNumber) == number);
        CHECK(only_hit("+86" + number, PersonalKind::MobileNumber) == number);
        const std::string grouped = number.substr(0, 3) + "-" + number.substr(3, 4) + "-" + number.substr(7);
        CHECK(only_hit(around(random, grouped), PersonalKind::MobileNumber) == grouped);

        std::string other = number;
        other[1] = static_cast<char>('0' + random.below(3));  // 10, 11, 12: no mobile network
        CHECK(find_personal(around(random, other)).empty());
        CHECK(find_personal(number + "0").empty());
        CHECK(find_personal("0" + number).empty());
        CHECK(find_personal(number.substr(0, 10)).empty());
        CHECK(find_personal("No" + number).empty());  // part of a code
    }
    CHECK(find_personal("0754-88259850").empty());
    CHECK(find_personal("国办发明电〔2024〕12号，2024-11-12").empty());
}

TEST_CASE("personal: numbers behind 住院号 and its kin are found, the words alone are not") {
    CHECK(record_in("住院号：0012345") == "0012345");
    CHECK(record_in("病历号为A20260001，已归档") == "A20260001");
    CHECK(record_in("住院號 12345678") == "12345678");
    CHECK(record_in("门诊号: ２０２６０１") == "２０２６０１");
    CHECK(find_personal("台账中不得填写住院号、病历号").empty());
    CHECK(find_personal("住院号共 8 位").empty());
    CHECK(find_personal("住院号2026").size() == 1);
    CHECK(find_personal("就诊卡号怎么查询？2026年起可在公众号查询").empty());
}

TEST_CASE("personal: full names beside 患者 and 病人 are found") {
    CHECK(name_in("患者王建国反映等候时间长") == "王建国");
    CHECK(name_in("患者高晓明的建议") == "高晓明");
    CHECK(name_in("患者李梅，女，56岁") == "李梅");
    CHECK(name_in("病人姓名：张秀英") == "张秀英");
    CHECK(name_in("患者：陳志強") == "陳志強");
    CHECK(name_in("回访病人赵敏。") == "赵敏");
    CHECK(name_in("张秀英患者的投诉") == "张秀英");
    CHECK(name_in("昨日，刘志刚病人家属来电") == "刘志刚");
}

TEST_CASE("personal: what is often said of patients is no name") {
    for (const char* text :
         {"患者安全",           "患者满意度达到90%", "患者及家属",         "患者关注的问题", "患者王某",
          "患者王某某反映",     "高血压患者",        "白内障患者健康教育", "老年患者",       "严重患者优先",
          "患者方便就医",       "患者全程陪护",      "患者高度评价",       "患者教育",       "患者应急预案",
          "患者和医护人员",     "向患者说明",        "患者时间有限",       "患者就诊流程",   "患者时常咨询",
          "危重病人",           "病人安全目标",      "患者家属",           "患者隐私",       "患者信任度",
          "患者管理",           "患者服务中心",      "患者体验",           "患者江苏省医保", "糖尿病患者",
          "住院患者",           "患者平均住院日",    "患者金额",           "患者代表",       "患者姓名、住院号不得写入",
          "服务患者，温暖人心", "患者于3月10日入院"}) {
        CAPTURE(std::string(text));
        CHECK(find_personal(text).empty());
    }
}

TEST_CASE("personal: masking hides what was found and nothing else") {
    CHECK(analysis::mask_personal("电话 13812345678，证件 11010519491231002X") ==
          "电话 138****5678，证件 **************002X");
    CHECK(analysis::mask_personal("患者王建国，住院号 0012345") == "患者王**，住院号 *******");
    CHECK(analysis::mask_personal("138-1234-5678") == "138-****-5678");
    CHECK(analysis::mask_personal("急诊科 2026 年计划") == "急诊科 2026 年计划");
    CHECK(analysis::mask_personal("") == "");
    Random random(7);
    for (int i = 0; i < 500; ++i) {
        const std::string text = around(random, mobile_number(random)) + around(random, identity_number(random));
        const std::string masked = analysis::mask_personal(text);
        CAPTURE(text);
        CHECK(find_personal(masked).empty());
        CHECK(analysis::mask_personal(masked) == masked);
    }
}

TEST_CASE("personal: any text gives hits in order, within bounds, on whole characters") {
    Random random(99);
    for (std::uint64_t i = support::seeds(2000, 300); i-- > 0;) {
        const std::string text =
            support::random_text(random, 60) + "患者" + support::random_text(random, 10) + mobile_number(random);
        std::size_t end = 0;
        for (const PersonalHit& hit : find_personal(text)) {
            CHECK(hit.at >= end);
            CHECK(hit.size > 0);
            end = hit.at + hit.size;
            REQUIRE(end <= text.size());
            CHECK(base::find_invalid_utf8(text.substr(hit.at, hit.size)) == std::string_view::npos);
        }
    }
    CHECK(find_personal("\xE6\x82\xA3\xE8 1381234567\xFF").empty());  // damaged UTF-8
}
