#include <doctest/doctest.h>

#include "base/text.hpp"
#include "report/html.hpp"
#include "report/markdown.hpp"
#include "report/separated.hpp"
#include "report/table_layout.hpp"
#include "report/title_lines.hpp"

using namespace report;

namespace {
Document one_block(Block block) {
    Document document;
    document.language = "zh-Hans";
    document.label_end = "：";
    document.sections.push_back({Orientation::Portrait, {std::move(block)}});
    return document;
}

std::string body_of(const std::string& html) {
    const std::size_t from = html.find("<main>");
    return html.substr(from, html.find("</main>") - from);
}

const std::string hostile = "<script>alert(1)</script>\" onload='x' &amp; \xE2\x80\xAE翻转 | `a` *b* \x01";
}  // namespace

TEST_CASE("html: no text becomes markup, whatever block it stands in") {
    const Block blocks[] = {Title{hostile, hostile},
                            Heading{1, hostile, hostile},
                            Paragraph{hostile, hostile, Tone::Note},
                            List{{hostile}},
                            Table{{{hostile, 1, Align::Right}}, {{hostile}}, true},
                            KeyValues{hostile, {{hostile, hostile}}},
                            KeyFigures{{{hostile, hostile, hostile}}},
                            Signature{{{hostile, hostile, hostile, hostile}}}};
    for (const Block& block : blocks) {
        Document document = one_block(block);
        document.title = hostile;
        document.signature_heads = {hostile, hostile, hostile, hostile};
        const std::string html = to_html(document), body = body_of(html);
        CAPTURE(body);
        CHECK(!base::contains(html, "<script"));
        CHECK(!base::contains(body, "'x'"));
        CHECK(!base::contains(body, "\x01"));
        CHECK(!base::contains(body, "\xE2\x80\xAE"));
        CHECK(base::contains(
            body, "&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp;amp; 翻转 | `a` *b* "));
    }
}

TEST_CASE("html: the page loads nothing and runs nothing") {
    const std::string html = to_html(one_block(Paragraph{{}, "x", Tone::Body}));
    CHECK(base::contains(html, "default-src 'none'; style-src 'unsafe-inline'"));
    for (const char* part : {"src=", "href=", "url(", "@import", "<link", "<script", "http:", "https:"})
        CHECK(!base::contains(html, part));
}

TEST_CASE("html: the layout that the standard asks for when printed") {
    const std::string html = to_html(one_block(Paragraph{{}, "x", Tone::Body}));
    for (const char* rule : {"size: A4; margin: 37mm 26mm 35mm 28mm", "16pt/28.95pt", "letter-spacing: -.21pt",
                             "@page wide { size: A4 landscape", "display: table-header-group",
                             "tr { break-inside: avoid; }", "orphans: 1; widows: 1", "text-indent: 2em"})
        CHECK(base::contains(html, rule));
}

TEST_CASE("html: line breaks, alignment, widths and totals") {
    const std::string html = body_of(to_html(
        one_block(Table{{{"甲", 1, Align::Left}, {"乙", 3, Align::Right}}, {{"一\n二", "1"}, {"合计", "1"}}, true})));
    CHECK(base::contains(html, "<td>一<br>二</td><td class=\"right\">1</td>"));
    CHECK(base::contains(html, "<colgroup><col style=\"width:"));
    CHECK(base::contains(html, "<tr class=\"total\"><td>合计</td>"));
}

TEST_CASE("markdown: signs are escaped where they mean something and only there") {
    CHECK(markdown_text("a*b_c`d`[x](y)<b>|~&#$\\") == "a\\*b\\_c\\`d\\`\\[x\\](y)\\<b\\>\\|\\~\\&\\#\\$\\\\");
    CHECK(markdown_text("- x") == "\\- x");
    CHECK(markdown_text("a - x") == "a - x");
    CHECK(markdown_text("12. x") == "12\\. x");
    CHECK(markdown_text("12) x") == "12\\) x");
    CHECK(markdown_text("1.5 x") == "1.5 x");
    CHECK(markdown_text("1.") == "1\\.");
    CHECK(markdown_text("-27 次") == "-27 次");
    CHECK(markdown_text("---") == "\\---");
    CHECK(markdown_text("一\n\n    二\n- 三") == "一<br><br>二<br>\\- 三");
    CHECK(markdown_text("=== ") == "\\===");
    CHECK(markdown_text("2026-03-05，40%") == "2026-03-05，40%");
}

TEST_CASE("markdown: blocks") {
    CHECK(to_markdown(one_block(Title{"题", "副"})) == "# 题\n\n副\n");
    CHECK(to_markdown(one_block(Heading{2, "目标", "（一）"})) == "### （一）目标\n");
    CHECK(to_markdown(one_block(Heading{3, "目标", "1."})) == "#### 1.目标\n");
    CHECK(to_markdown(one_block(Paragraph{"描述", "文字", Tone::Body})) == "**描述**：文字\n");
    CHECK(to_markdown(one_block(List{{"甲", "乙"}, 3})) == "1.甲\n\n2.乙\n");
    CHECK(to_markdown(one_block(Table{{{"甲", 1, Align::Left}, {"乙", 1, Align::Right}}, {{"a|b", ""}}, false})) ==
          "| 甲 | 乙 |\n| --- | ---: |\n| a\\|b | |\n");
    CHECK(to_markdown(one_block(KeyValues{"头", {{"甲", "一\n二"}}})) == "**头**\n\n- 甲：一<br>二\n");
    CHECK(to_markdown(one_block(KeyFigures{{{"总数", "3", "注"}}})) == "- 总数：**3** 注\n");
}

TEST_CASE("cells: every writer shows them in its own way") {
    const Table table{
        {{"金额", 1, Align::Right}, {"进度", 1, Align::Left}, {"期限", 1, Align::Left}, {"状态", 1, Align::Left}},
        {{Number{"-1234.50", "元", true}, Percent{"40"}, *base::Date::parse("2026-03-05"), State{"未整改", true}}},
        false};
    CHECK(base::contains(body_of(to_html(one_block(table))),
                         "<td class=\"right\">-1,234.50 元</td><td>40%</td><td><span class=\"date\">2026年</span><span "
                         "class=\"date\">3月5日</span></td>"
                         "<td><span class=\"late\">未整改</span></td>"));
    CHECK(base::contains(to_markdown(one_block(table)), "| -1,234.50 元 | 40% | 2026年3月5日 | 未整改 |\n"));
    CHECK(to_csv(table) == "\xEF\xBB\xBF金额/元,进度,期限,状态\r\n-1234.50,40%,2026-03-05,未整改\r\n");
    CHECK(to_tsv(table) == "\xEF\xBB\xBF金额/元\t进度\t期限\t状态\r\n-1234.50\t40%\t2026-03-05\t未整改\r\n");
}

TEST_CASE("csv: quotes, line breaks, texts that a spreadsheet would compute, units that differ") {
    const auto csv = [](std::vector<std::vector<Cell>> rows) {
        return to_csv({{{"甲", 1, Align::Left}}, std::move(rows), false})
            .substr(std::string("\xEF\xBB\xBF甲\r\n").size());
    };
    CHECK(csv({{"a,b"}}) == "\"a,b\"\r\n");
    CHECK(csv({{"说\"好\""}}) == "\"说\"\"好\"\"\"\r\n");
    CHECK(csv({{"一\n二"}}) == "\"一\n二\"\r\n");
    for (const char* formula : {"=1+1", "+86", "-x", "@a", " =1"})
        CHECK(csv({{formula}}) == "'" + std::string(formula) + "\r\n");
    CHECK(csv({{Number{"1", "天"}}, {Number{"2", "周"}}}) == "1 天\r\n2 周\r\n");
    CHECK(to_tsv({{{"甲\t乙", 1, Align::Left}}, {{"一\n二"}}, false}) == "\xEF\xBB\xBF甲 乙\r\n一 二\r\n");
}

TEST_CASE("columns: as wide as what stands in them, together as wide as the table") {
    const std::string long_text = "每周汇总粉丝、互动和咨询数据，每月写一页分析，依据数据调整选题、时段和形式";
    const Table table{{{"序号"}, {"每个链接栏目条数上限"}, {"说明"}},
                      {{Number{"1"}, Number{"39", "条"}, long_text}, {Number{"2"}, Number{"39", "条"}, long_text}}};
    const std::vector<int> widths = column_widths(table, "zh-Hans", 84);
    REQUIRE(widths.size() == 3);
    CHECK(widths[0] + widths[1] + widths[2] == 84);
    CHECK(widths[0] >= 6);  // 序号 and room at its sides
    CHECK(widths[1] >= 8);
    CHECK(widths[2] > widths[1] * 2);
    const std::vector<int> narrow = column_widths(table, "zh-Hans", 12);
    CHECK(narrow[0] >= 1);
    CHECK(column_widths(Table{}, "zh-Hans", 84).empty());
}

TEST_CASE("titles: broken by meaning, never inside a word, as even as can be") {
    const auto lines = [](const char* title, int per_line = 20) {
        std::string joined;
        for (const std::string& line : title_lines(title, per_line)) joined += (joined.empty() ? "" : "／") + line;
        return joined;
    };
    CHECK(lines("急诊科社交媒体互动策略计划") == "急诊科社交媒体互动策略计划");
    CHECK(lines("汕头大学医学院第一附属医院官方微博运营策划书") == "汕头大学医学院第一附属医院／官方微博运营策划书");
    CHECK(lines("关于儿科门诊候诊与科普改进计划的通知", 10) == "关于儿科门诊候诊／与科普改进计划的通知");
    CHECK(lines("") == "");
    for (const std::string& line : title_lines(std::string(3000, 'x'), 20)) CHECK(display_width(line) <= 3000);
}
