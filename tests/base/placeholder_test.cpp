#include "base/placeholder.hpp"

#include <doctest/doctest.h>

#include <string>

using base::find_example_name;
using base::find_placeholder;

TEST_CASE("placeholder: the forms of the source documents are found") {
    struct Form {
        const char *text, *found;
    };
    for (const Form& form : {Form{"[你的名字]", "[你的名字]"},
                             {"由[责任人姓名]负责", "[责任人姓名]"},
                             {"[开始时间]-[时间]", "[开始时间]"},
                             {"［日期］", "［日期］"},
                             {"【请填写科室】", "【请填写科室】"},
                             {"XXX医院", "XXX"},
                             {"XXXX年XX月XX日", "XXXX年"},
                             {"2025年X月X日", "X月"},
                             {"提高XX%以上", "XX%"},
                             {"共XX人参加", "XX人"},
                             {"粉丝××万", "××万"},
                             {"xxx", "xxx"},
                             {"ＸＸＸ", "ＸＸＸ"},
                             {"...", "..."},
                             {"……", "……"},
                             {" ____ ", "____"},
                             {"待定", "待定"},
                             {" TBD ", "TBD"},
                             {"地点（待定）", "（待定）"},
                             {"由<责任人>负责", "<责任人>"},
                             {"提高X%", "X%"},
                             {"增长____%", "____%"},
                             {"增长__%", "__%"},
                             {"20XX年工作计划", "XX年"},
                             {"于 年 月 日印发", "年 月 日"},
                             {"由某某医院牵头", "某某"},
                             {"邮箱地址：，电话见上", "：，"},
                             {"【請填寫】", "【請填寫】"},
                             {"【待補充】", "【待補充】"},
                             {"【時間】", "【時間】"},
                             {"新增XX個", "XX個"},
                             {"共XX條", "XX條"},
                             {"先看 XML，再填 [科室名称]", "[科室名称]"}}) {
        CAPTURE(std::string(form.text));
        CHECK(find_placeholder(form.text) == form.found);
    }
}

TEST_CASE("placeholder: what means something is left alone") {
    for (const char* text : {"",
                             "胸部X线检查",
                             "XX染色体",
                             "X光",
                             "XML 和 XLSX 文件",
                             "尺码 XXL",
                             "见参考文献[1]",
                             "国办发〔2024〕12号",
                             "[官网](https://example.org)",
                             "【科普】夏季防中暑",
                             "等等……还有很多",
                             "2026年3月5日",
                             "提高20%",
                             "4×4 方阵",
                             "1920×1080",
                             "3×5=15",
                             "exxon",
                             "数组[0]",
                             "未闭合的[括号",
                             "一二三",
                             "。",
                             "iPhone XX",
                             "560×260 px",
                             "时间待定岗后再说",
                             "（见附件三之说明）",
                             "若 3<5 且 7>2",
                             "<b>粗体</b>",
                             "snake__case 与 a_b",
                             "今年 5月 3日",
                             "全年 月均 日报",
                             "包括：门诊、住院",
                             "某医联体",
                             "【時令】秋冬养生"}) {
        CAPTURE(std::string(text));
        CHECK(find_placeholder(text) == "");
    }
}

TEST_CASE("placeholder: damaged or endless text does no harm") {
    CHECK(find_placeholder("\xE3\x80") == "");
    CHECK(find_placeholder(std::string(100000, '[')) == "");
    CHECK(find_placeholder(std::string(100000, 'X')).size() == 100000);
    CHECK(find_placeholder("[\xFF]") == "");
}

TEST_CASE("placeholder: names that stand for nobody") {
    CHECK(find_example_name("由张三负责") == "张三");
    CHECK(find_example_name("李四、王五") == "李四");
    CHECK(find_example_name("张三丰") == "");
    CHECK(find_example_name("李四光奖") == "");
    CHECK(find_example_name("张三丰和李四") == "李四");
    CHECK(find_example_name("张珊") == "");
    CHECK(find_example_name("由張三負責") == "張三");
}

TEST_CASE("placeholder: a text that is nothing else counts as empty, a name may stand for nobody") {
    for (const char* text : {"[责任人姓名]", " 待定 ", "XXX", "（待定）", "____"})
        CHECK_MESSAGE(base::is_placeholder(text), text);
    for (const char* text : {"", "由[责任人姓名]负责", "护士长", "略有提高"})
        CHECK_MESSAGE(!base::is_placeholder(text), text);
    for (const char* name : {"", "[责任人姓名]", "张三", "張三", "相关人员", "待定", "无", "某某", "李某某"})
        CHECK_MESSAGE(base::names_nobody(name), name);
    for (const char* name : {"张三丰", "护士长", "周敏", "无锡办事处", "宣传科"})
        CHECK_MESSAGE(!base::names_nobody(name), name);
}
