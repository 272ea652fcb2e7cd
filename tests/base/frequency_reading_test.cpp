#include "base/frequency_reading.hpp"

#include <doctest/doctest.h>

#include <string>

using base::Frequency;
using base::Period;
using base::read_frequency;

TEST_CASE("frequencies: what comes back regularly, in the words that plans use") {
    const std::pair<const char*, Frequency> cases[] = {
        {"每周一次", {Period::Week, 1}},
        {"每週一次", {Period::Week, 1}},
        {"每周1次", {Period::Week, 1}},
        {"每周", {Period::Week, 1}},
        {"每周推送", {Period::Week, 1}},
        {"例会每周一次，工作群每日", {Period::Week, 1}},
        {"每周一", {Period::Week, 1, {1}}},
        {"每周二、周四", {Period::Week, 1, {2, 4}}},
        {"每周五、一、五", {Period::Week, 1, {1, 5}}},
        {"每星期日", {Period::Week, 1, {7}}},
        {"每周三下午", {Period::Week, 1, {3}}},
        {"双周一次", {Period::Week, 2}},
        {"每两周一次", {Period::Week, 2}},
        {"每月一次", {Period::Month, 1}},
        {"每个月", {Period::Month, 1}},
        {"每月汇报一次，要事随时报告", {Period::Month, 1}},
        {"每月5日", {Period::Month, 1, {}, 5}},
        {"每月２５日前", {Period::Month, 1, {}, 25}},
        {"每月底", {Period::Month, 1, {}, -1}},
        {"每月最后一天", {Period::Month, 1, {}, -1}},
        {"每两个月一次", {Period::Month, 2}},
        {"每季度一次", {Period::Month, 3}},
        {"每季度末", {Period::Month, 3, {}, -1}},
        {"每季度集中一次，平时按需", {Period::Month, 3}},
        {"每半年一次", {Period::Month, 6}},
        {"每年", {Period::Year, 1}},
        {"每日", {Period::Day, 1}},
        {"每天（含节假日）", {Period::Day, 1}},
        {"每3天", {Period::Day, 3}},
        {"每十五天一次", {Period::Day, 15}},
        {"每个工作日", {Period::Workday, 1}},
        {"once a week", {Period::Week, 1}},
        {"Meeting once a week, chat every day", {Period::Week, 1}},
        {"posts every week", {Period::Week, 1}},
        {"every 2 weeks", {Period::Week, 2}},
        {"every Monday", {Period::Week, 1, {1}}},
        {"once in six months", {Period::Month, 6}},
        {"once a quarter", {Period::Month, 3}},
        {"Briefing once a month, important matters at once", {Period::Month, 1}},
        {"Monthly", {Period::Month, 1}},
        {"every working day", {Period::Workday, 1}},
    };
    for (const auto& [text, wanted] : cases) {
        const std::string shown = text;
        CAPTURE(shown);
        const auto read = read_frequency(text);
        const bool is_right = read && *read == wanted;
        CHECK(is_right);
    }
}

TEST_CASE("frequencies: what names no days is not regular") {
    for (const char* text : {"",         "  ",       "按需",          "定期",      "适时",         "每月两次",
                             "每周二次", "每周三次", "每月1-2次",     "每",        "每周一至周五", "每隔一周",
                             "每次会议", "每月32日", "项目结束时",    "as needed", "every",        "twice a week",
                             "once",     "每 周 的", "每月5日和20日", "每半个月"}) {
        const std::string shown = text;
        CAPTURE(shown);
        CHECK(!read_frequency(text));
    }
}
