// Documents of others as plans. The documents under tests/intake/documents have the structure, the numbering and the
// noise of real ones, with text of their own; beside each lies what it is (NAME.truth), which was read through by a
// person.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/words.hpp"
#include "codec/plan_json.hpp"
#include "intake/encoding.hpp"
#include "intake/marks.hpp"
#include "intake/take_in.hpp"
#include "intake/vocabulary.hpp"
#include "model/integrity.hpp"
#include "report/markdown.hpp"
#include "report/plan_document.hpp"
#include "support/files.hpp"
#include "support/golden.hpp"

namespace {

const base::Date day = *base::Date::parse("2026-11-28");

intake::Taken taken(std::string_view bytes, std::string_view name = "a.txt") {
    base::IdSource ids(7);
    auto result = intake::take_in({name, bytes}, ids, day);
    REQUIRE(result.ok());
    return std::move(result).value();
}

std::string said(const model::Plan& plan, const model::Row& row, const model::FieldInfo& field) {
    using model::Kind;
    const auto titled = [&](const base::Id& id) {
        return field.target == model::RecordType::Cover ? id.str() : model::title_of(plan, field.target, id);
    };
    switch (field.kind) {
        case Kind::Text:
            return base::replace_all(model::get<std::string>(row, field), "\n", " / ");
        case Kind::Texts:
            return base::join(model::get<std::vector<std::string>>(row, field), " | ");
        case Kind::Date:
            return model::get<base::Date>(row, field).iso();
        case Kind::Moment:
            return model::get<base::Moment>(row, field).iso();
        case Kind::Integer:
            return std::to_string(*model::get<std::optional<std::int64_t>>(row, field));
        case Kind::Decimal:
            return model::get<std::optional<base::Decimal>>(row, field)->text();
        case Kind::Money:
            return model::get<std::optional<base::Money>>(row, field)->yuan();
        case Kind::Flag:
            return "yes";
        case Kind::Choice:
            return std::string(field.choices->values[model::get_choice(row, field)]);
        case Kind::Ref:
            return titled(model::get_ref(row, field));
        case Kind::Refs: {
            std::vector<std::string> names;
            for (const base::Id& id : model::get_refs(row, field)) names.push_back(titled(id));
            return base::join(names, " | ");
        }
    }
    return {};
}

// Every filled field, a line each: "tasks 2 title: …".
std::string told(const model::Plan& plan) {
    std::string text;
    for (const model::RecordInfo& info : model::records()) {
        std::size_t number = 0;
        for (const model::Row* row : model::in_order(plan.table(info.type))) {
            ++number;
            for (const model::FieldInfo& field : info.fields)
                if (!model::is_empty(*row, field))
                    text += std::string(info.list) + ' ' + std::to_string(number) + ' ' + std::string(field.name) +
                            ": " + said(plan, *row, field) + '\n';
        }
    }
    return text;
}

constexpr std::array documents{"work-plan", "account-plan", "inspection", "rules", "consortium"};

std::string document(const std::string& name) {
    return support::read_file("tests/intake/documents/" + name + ".txt");
}

// What two texts have in common whatever their blanks, widths and script.
std::string letters(std::string_view text) {
    std::string result;
    const std::string plain = intake::folded(base::half_width(text));
    for (std::size_t at = 0; at < plain.size();) {
        const std::size_t start = at;
        const char32_t c = base::next_code_point(plain, at);
        if (base::is_han(c) || (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z'))
            result.append(plain, start, at - start);
    }
    return result;
}

}  // namespace

TEST_CASE("intake: five documents arrive as the plans that they are") {
    for (const char* name : documents) {
        CAPTURE(name);
        const intake::Taken result = taken(document(name));
        support::check_golden(std::string("tests/intake/documents/") + name + ".truth", told(result.plan));
        CHECK(model::check_plan(result.plan).ok());
        const auto again = codec::decode_plan(codec::encode_plan(result.plan));
        REQUIRE(again.ok());
        CHECK(model::equal(*again, result.plan));
    }
}

TEST_CASE("intake: nothing of a document's text is lost") {
    for (const char* name : documents) {
        CAPTURE(name);
        const intake::Taken result = taken(document(name));
        std::string held = letters(told(result.plan));
        for (const intake::Trace& trace : result.traces)
            if (trace.verdict != intake::Verdict::Understood) held += letters(trace.text);
        for (const std::string_view line : base::split(result.source.text, '\n')) {
            const intake::Marked marked = intake::mark_of(line);
            const std::string_view rest = line.substr(marked.size);
            // The headings of chapters that have become records go without saying.
            const bool numbered = marked.mark != intake::Mark::None && marked.mark != intake::Mark::Bullet;
            if (numbered && !base::contains(line, "，") && !base::contains(line, "。") && !base::contains(line, "；"))
                continue;
            // What stands before a colon may be a label: it names the field that holds the rest.
            const std::string wide = base::replace_all(std::string(rest), ":", "：");
            for (const std::string& part : [&] {
                     std::vector<std::string> parts;
                     std::string now;
                     for (std::size_t at = 0; at < wide.size();) {
                         const std::size_t start = at;
                         const char32_t c = base::next_code_point(wide, at);
                         if (std::u32string_view(U"，。；：、！？（）“”[]-至").find(c) == std::u32string_view::npos) {
                             now.append(wide, start, at - start);
                             continue;
                         }
                         if (c != U'：') parts.push_back(now);
                         now.clear();
                     }
                     parts.push_back(now);
                     return parts;
                 }()) {
                const std::string wanted = letters(part);
                // Dates, amounts of time and words of order are held in other forms.
                const bool form = base::contains(wanted, "每天约") || base::contains(wanted, "年") ||
                                  base::contains(wanted, "负责汇总") || wanted == "首先" || wanted == "其次" ||
                                  wanted == "同时" || wanted == "此外" || base::contains(wanted, "措施") ||
                                  base::contains(wanted, "若干名") || wanted.ends_with("名") ||
                                  wanted.ends_with("日") || base::contains(wanted, "问题");
                if (wanted.size() < 9 || form) continue;
                CAPTURE(part);
                CHECK(base::contains(held, wanted));
            }
        }
    }
}

TEST_CASE("intake: the noise of a document is told by its kind and number") {
    const auto count = [](const intake::Taken& result, intake::Noise noise) {
        return result.source.counts[static_cast<std::size_t>(noise)];
    };
    const auto work = taken(document("work-plan"));
    CHECK(count(work, intake::Noise::Chrome) == 12);
    CHECK(count(work, intake::Noise::Pinyin) == 0);
    CHECK(count(work, intake::Noise::Glyphs) == 0);
    const auto account = taken(document("account-plan"));
    CHECK(count(account, intake::Noise::Chunks) == 6);
    CHECK(count(account, intake::Noise::Glyphs) > 60);
    CHECK(count(account, intake::Noise::Contents) > 10);
    CHECK(count(account, intake::Noise::Doubled) == 5);
    const auto consortium = taken(document("consortium"));
    CHECK(count(consortium, intake::Noise::Pinyin) > 50);
    CHECK(count(consortium, intake::Noise::Slides) > 8);
    // What is taken out is kept for whoever wants to see it.
    CHECK(work.source.dropped.size() == 12);
}

TEST_CASE("intake: clean text is left alone") {
    for (const char* name : {"account-management", "consortium-brand", "emergency-social-media", "microblog-operation",
                             "self-inspection"}) {
        CAPTURE(name);
        const auto plan = codec::decode_plan(support::read_file(std::string("assets/examples/") + name + ".json"));
        REQUIRE(plan.ok());
        const std::string text =
            report::to_markdown(report::plan_document(*plan, base::Words::simplified_chinese(), day));
        const intake::Repaired repaired = intake::repair(text);
        CHECK(repaired.text == text);
        CHECK(repaired.dropped.empty());
        for (const std::size_t count : repaired.counts) CHECK(count == 0);
    }
    for (const std::string text :
         {"多学科会诊(MDT)每周三举行,地点:三楼。",  // half-width by its writer's choice
          "1、先开会\n2、再分工\n3、后总结", "文件简介：本科室现有医师 12 人。\n会员制度另行说明。",
          "第1页说明封面，第2页说明目录。", "他不与人争；教师节；从事教学；规定如下", "(quan)、(zhi) 是拼音。",
          "天天向上，欢欢喜喜，高高兴兴。", "版本 1.2；比例 3:2；时间 8:30", "VIP 病房的会员服务：不得转让",
          "The plan: a, b; c (d)."}) {
        CAPTURE(text);
        CHECK(intake::repair(text).text == text);
    }
}

TEST_CASE("intake: pinyin goes, what stands in brackets otherwise stays") {
    const std::string text = "權(quán)限由科室(MDT)管理(如值班)，賬(zhàng)號(hào)(VI)與(yǔ)密碼(a)";
    CHECK(intake::repair(text).text == "權限由科室(MDT)管理(如值班)，賬號(VI)與密碼(a)");
}

TEST_CASE("intake: glyphs are put right all at once, and only where a scan is recognised") {
    CHECK(intake::repair("収布旳觃定丌変，方斱面面不事").text == "发布的规定不変，方方面面与二");
    CHECK(intake::repair("规定与事实不符").text == "规定与事实不符");
    CHECK(intake::repair("収据不与").text == "収据不与");  // one sign is none
}

TEST_CASE("intake: marks of lines") {
    using intake::Mark;
    const auto mark = [](std::string_view text) { return intake::mark_of(text); };
    CHECK(mark("一、引言").number == std::vector{1});
    CHECK(mark("十二、附则").number == std::vector{12});
    CHECK(mark("第三章 审核").mark == Mark::Chapter);
    CHECK(mark("（二）分工").mark == Mark::SubChapter);
    CHECK(mark("1.目的").mark == Mark::Dot);
    CHECK(mark("3、目的").mark == Mark::Dot);
    CHECK(mark("1.1目的").number == std::vector{1, 1});
    CHECK(mark("2.1.3 目的").number == std::vector{2, 1, 3});
    CHECK(mark("(1)甲").mark == Mark::Paren);
    CHECK(mark("②乙").number == std::vector{2});
    CHECK(mark("a.甲").mark == Mark::Letter);
    CHECK(mark("- 甲").mark == Mark::Bullet);
    CHECK(mark("## 甲").level == 2);
    for (const std::string_view none : {"1.5万元", "2026年", "3.5%", "A组", "-5", "一般", "第一", "(MDT)", ""}) {
        CAPTURE(none);
        CHECK(mark(none).mark == Mark::None);
    }
}

TEST_CASE("intake: encodings") {
    const std::string_view simplified =
        "\xc3\xc5\xd5\xef\xb1\xe3\xc3\xf1\xb7\xfe\xce\xf1\xbc\xc6\xbb\xae\xa3\xac\xc9\xf3"
        "\xba\xcb\xc8\xcb\xca\xc7\xc9\xf2\xd6\xf7\xc8\xce";
    const std::string_view traditional =
        "\xaa\xf9\xb6\x45\xab\x4b\xa5\xc1\xaa\x41\xb0\xc8\xad\x70\xb5\x65\xa1\x41\xbc\x66"
        "\xae\xd6\xa4\x48\xac\x4f\xa8\x48\xa5\x44\xa5\xf4";
    const auto decoded = [](std::string_view bytes) {
        const auto result = intake::decode(bytes);
        return result ? std::string(result->encoding) + ' ' + result->text : result.error().code;
    };
    CHECK(decoded(simplified) == "gb18030 门诊便民服务计划，审核人是沈主任");
    CHECK(decoded(traditional) == "big5 門診便民服務計畫，審核人是沈主任");
    CHECK(decoded("\xEF\xBB\xBF一\r\n二\r三") == "utf-8 一\n二\n三");
    CHECK(decoded(std::string_view("\xFF\xFE\x00\x4E\x0A\x00", 6)) == "utf-16le 一\n");
    CHECK(decoded(std::string_view("\xFE\xFF\x4E\x00\x00\x0A", 6)) == "utf-16be 一\n");
    CHECK(decoded("一\x7F二") == "utf-8 一二");  // nobody sees it, and no plan may hold it
    CHECK(decoded(std::string_view("a\x00", 2)) == "intake-binary");
    CHECK(decoded(std::string_view("\xFF\xFE\x00", 3)) == "intake-encoding");
    CHECK(decoded("\xFF\x80\xFF") == "intake-encoding");
}

TEST_CASE("intake: a table's head is matched with a record, whatever its order") {
    const auto result = taken(
        "# 秋季义诊计划\n\n## 二、关键任务\n\n| 序号 | 责任人 | 任务名称 | 完成时间 | 天气 |\n| --- | --- | --- | --- "
        "| --- |\n"
        "| 1 | 林知夏 | 联系社区 | 2026年9月1日至2026年9月5日 | 晴 |\n| 2 | [姓名] | 准备设备 | 2026-09-10 | |\n",
        "a.md");
    const std::string text = told(result.plan);
    CHECK(base::contains(
        text,
        "tasks 1 title: 联系社区\ntasks 1 owner: 林知夏\ntasks 1 start: 2026-09-01\ntasks 1 finish: 2026-09-05\n"));
    CHECK(base::contains(text, "tasks 1 note: 天气：晴\n"));
    CHECK(base::contains(text, "tasks 2 title: 准备设备\ntasks 2 finish: 2026-09-10\n"));
    CHECK(base::contains(text, "cover 1 title: 秋季义诊计划\n"));
}

TEST_CASE("intake: rows that belong to another are taken only where it is found") {
    const std::string goals = "# 计划\n\n## 主要目标\n\n- 少排队\n\n";
    const auto found = taken(
        goals +
            "| 所属目标 | 衡量项 | 目标值 |\n| --- | --- | --- |\n| 少排队 | 等候时间 | 20 |\n| 别的 | 投诉 | 3 |\n",
        "a.md");
    const std::string text = told(found.plan);
    CHECK(
        base::contains(text, "goalTargets 1 goal: 少排队\ngoalTargets 1 metric: 等候时间\ngoalTargets 1 value: 20\n"));
    CHECK_FALSE(base::contains(text, "goalTargets 2"));
    CHECK(std::ranges::any_of(found.traces, [](const intake::Trace& trace) { return trace.reason == "owner"; }));
    // Without a column that says whose it is, it stays text.
    const auto kept = taken("# 计划\n\n## 说明\n\n| 菜单名称 | 指向 |\n| --- | --- |\n| 挂号 | 小程序 |\n", "a.md");
    CHECK(base::contains(told(kept.plan), "挂号　小程序"));
}

TEST_CASE("intake: a web page is read as a reader sees it") {
    const std::string page =
        "<!DOCTYPE "
        "html><html><head><title>别的</title><style>p{}</style></head><body><h1>秋季义诊计划</h1><script>x('<p>坏</"
        "p>')</script>"
        "<!-- 批注 --><p>编制人：林&#30693;夏</p><h2>主要目标</h2><ul><li>少排队 &amp; "
        "少跑路</li><li>多问候</li></ul><h2>关键任务</h2>"
        "<table><tr><th>任务名称</th><th>责任人</th></tr><tr><td>联系<br>社区</td><td>周平</td></tr></table><p>a < "
        "b</p></body></html>";
    const auto result = taken(page, "a.html");
    const std::string text = told(result.plan);
    CHECK(base::contains(text, "cover 1 title: 秋季义诊计划\ncover 1 preparer: 林知夏\n"));
    CHECK(base::contains(text, "goals 1 text: 少排队 & 少跑路\n"));
    CHECK(base::contains(text, "tasks 1 title: 联系 社区\ntasks 1 owner: 周平\n"));
    CHECK_FALSE(base::contains(text, "坏"));
    CHECK_FALSE(base::contains(text, "批注"));
    CHECK_FALSE(base::contains(text, "别的"));
    // Deep nesting and tags that never end are no danger.
    std::string deep = "<h1>计划</h1>";
    for (int i = 0; i < 20000; ++i) deep += "<div><ul><li>";
    CHECK(base::contains(told(taken(deep + "<p>完</p><td", "a.html").plan), "title: 计划"));
}

TEST_CASE("intake: no value is invented") {
    // No year is said: the day is not filled in, its words are.
    const auto dated = taken("秋季义诊计划\n编制日期：11月3日\n一、引言\n开头。\n");
    CHECK(dated.plan.cover().prepared_on.empty());
    CHECK(dated.plan.cover().prepared_words == "11月3日");
    // Example names are taken, and doubted.
    const auto named = taken("秋季义诊计划\n编制人：张三\n一、引言\n开头。\n");
    CHECK(base::contains(told(named.plan), "preparer: 张三"));
    CHECK(named.count(intake::Verdict::Doubtful) == 1);
    for (const std::string_view open : {"[你的名字]", "XXX", "____", "..."}) {
        const auto result = taken("秋季义诊计划\n编制人：" + std::string(open) + "\n一、引言\n开头。\n");
        CAPTURE(open);
        CHECK(result.plan.cover().preparer.empty());
        CHECK(result.count(intake::Verdict::Left) == 1);
    }
}

TEST_CASE("intake: tasks of the same number are one, a different name is doubted") {
    const auto result = taken(
        "计划\n一、关键任务\n-任务一：整理库房\n-描述：逐架清点。\n二、任务分解\n-任务一：购买货架\n-子任务1.1：询价\n-"
        "子任务9.1：无主\n");
    const std::string text = told(result.plan);
    CHECK(base::contains(text, "tasks 1 title: 整理库房\n"));
    CHECK(base::contains(text, "tasks 1 shortTitle: 购买货架\n"));
    CHECK(base::contains(text, "tasks 2 parent: 整理库房\ntasks 2 title: 询价\n"));
    CHECK(result.count(intake::Verdict::Doubtful) == 2);
}

TEST_CASE("intake: what is no text or too much of it is refused by name") {
    base::IdSource ids(1);
    const auto code = [&](std::string_view bytes) {
        const auto result = intake::take_in({"a.txt", bytes}, ids, day);
        return result ? std::string() : result.error().code;
    };
    CHECK(code("") == "intake-empty");
    CHECK(code(" \n　\n") == "intake-empty");
    CHECK(code(std::string_view("\x7f"
                                "ELF\x01\x00\x02",
                                7)) == "intake-binary");
    CHECK(code(std::string(intake::text_limit + 1, 'a')) == "intake-too-large");
}

TEST_CASE("intake: texts over a field's limit are cut only where somebody is told") {
    std::string text = "计划\n一、关键任务\n-任务一：";
    for (int i = 0; i < 600; ++i) text += "长";
    const auto result = taken(text + "\n");
    CHECK(model::check_plan(result.plan).ok());
    CHECK(result.count(intake::Verdict::Doubtful) == 1);
    const auto cut = std::ranges::find(result.traces, "cut", &intake::Trace::reason);
    REQUIRE(cut != result.traces.end());
    CHECK(base::count_code_points(cut->text) == 600);
}

TEST_CASE("intake: a long document in one line takes time in proportion") {
    // 300 kB; were each character to look at all that follows, this would take minutes.
    std::string line = "制度";
    for (int i = 0; i < 900; ++i)
        line +=
            "一、总则1.目的为管好账号，制定本制度。2."
            "基本原则合法性原则：遵守法律。真实性原则：内容有出处（见附表），数据核对过。"
            "二、内容管理1.内容分类医院动态：包括会议、招聘等。2.内容审核信息管理人员负责初步审核。";
    CHECK(taken(line).count(intake::Verdict::Understood) > 900);
}

TEST_CASE("intake: the words name fields that there are") {
    for (const std::string_view key : intake::keys_below("label.")) {
        const auto parts = base::split(key, '.');
        REQUIRE(parts.size() == 3);
        CAPTURE(key);
        if (parts[1] == "resources" || parts[2].starts_with("@")) continue;
        const model::RecordInfo* info = model::find_record(parts[1]);
        REQUIRE(info);
        CHECK(info->find(parts[2]));
    }
    for (const std::string_view key : intake::keys_below("record."))
        CHECK((key == "record.subtask" || model::find_record(key.substr(7))));
}
