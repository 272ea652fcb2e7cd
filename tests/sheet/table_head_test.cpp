// Where the head of a pasted table is and what its columns mean: by words that are known, else by asking.
#include "sheet/table_head.hpp"

#include <doctest/doctest.h>

#include "base/embedded.hpp"
#include "base/text.hpp"

namespace heads_of_tables {  // names of its own: the tests of a folder are compiled together
namespace {
using sheet::Cells;
using sheet::PasteHead;
using Use = sheet::PasteColumn::Use;

const base::Words& chinese = base::Words::simplified_chinese();
const sheet::TableView tasks{.record = model::RecordType::Task,
                             .columns = sheet::column_fields(model::record(model::RecordType::Task))};

PasteHead head_of(std::string_view text, std::string_view html = {}) {
    return sheet::read_head(chinese, tasks, *sheet::pasted_cells(text, html));
}

// "title owner - #": the fields' names; "-": left out, "#": numbers of an outline; "?" behind what is not known.
std::string columns_of(const PasteHead& head) {
    std::string text;
    for (const sheet::PasteColumn& column : head.columns) {
        text += text.empty() ? "" : " ";
        text += column.use == Use::Outline ? "#" : column.use == Use::LeftOut ? "-" : std::string(column.field->name);
        if (!column.known && !column.sample.empty()) text += "?";
    }
    return text;
}
}  // namespace

TEST_CASE("head: a title and blank rows above it are passed over") {
    const char* html =
        "<table><tr><td colspan=5>急诊科重点工作计划表</td></tr><tr><td></td></tr>"
        "<tr><td>任务名称</td><td>责任人</td><td>开始时间</td><td>完成时间</td><td>进度</td></tr>"
        "<tr><td>修订流程</td><td>护士长</td><td>2027/1/4</td><td>2027/1/29</td><td>0%</td></tr></table>";
    const PasteHead head = head_of("", html);
    CHECK(head.first_row == 3);
    CHECK(head.rows_above == 1);
    CHECK(columns_of(head) == "title owner start finish progress");
    CHECK(!head.asks());
    CHECK(head_of("急诊科计划\n\n填表日期：\t\t2026年\n任务名称\t责任人\n修订\t护士长\n").first_row == 4);
}

TEST_CASE("head: other words for the same columns, blanks and units in them") {
    CHECK(columns_of(head_of("序号\t工作内容\t负责人\t开始日期\t结束日期\t完成率\n1\t修订\t护士长\t\t\t0%\n")) ==
          "# title owner start finish progress");
    CHECK(columns_of(head_of("工 作 内 容\t负　责　人\t完成时限（年月日）\t进度(%)：\n修订\t护士长\t\t\n")) ==
          "title owner finish progress");
    CHECK(columns_of(head_of("任務名稱\t責任人\n修订\t护士长\n")) == "title owner");
    CHECK(columns_of(head_of("任务名称\t备注\n修订\t急\n")) == "title note");  // not shown in the table
}

TEST_CASE("head: a column whose word is not known is asked about, never filled by its position") {
    const PasteHead head = head_of("任务名称\t颜色\t开始时间\n修订\t红\t2027/1/4\n");
    CHECK(columns_of(head) == "title -? start");
    CHECK(head.asks());
    CHECK(!head_of("任务名称\t颜色\t开始时间\n修订\t\t2027/1/4\n").asks());  // nothing in it
    CHECK(columns_of(head_of("任务名称\t任务名称\n甲\t乙\n")) == "title -?");
}

TEST_CASE("head: without one, positions are only proposed, unless the cells were copied from such a table") {
    const PasteHead head = head_of("修订\t护士长\t2027/1/4\n培训\t护士长\t2027/2/1\n");
    CHECK(head.first_row == 0);
    CHECK(columns_of(head) == "title? owner? start?");
    CHECK(head.asks());
    CHECK(columns_of(head_of("1\t修订\t护士长\n1.1\t培训\t护士长\n")) == "#? title? owner?");
    const Cells own{{"修订", "护士长"}};
    CHECK(!sheet::read_head(chinese, tasks, own, sheet::Columns::AsInTable).asks());
}

TEST_CASE("head: every line of the reading words names a column of a record, with words that differ") {
    for (const base::EmbeddedFile& file : base::embedded_readings())
        for (const std::string_view line : base::split(file.bytes, '\n')) {
            if (line.empty() || line[0] == '#') continue;
            CAPTURE(line);
            const std::string_view key = base::trim(line.substr(0, line.find('=')));
            const auto parts = base::split(key, '.');
            REQUIRE(parts.size() >= 2);
            if (parts[0] != "column" || parts[1] == "outline") continue;
            REQUIRE(parts.size() == 3);
            const bool known = std::ranges::any_of(model::records(), [&](const model::RecordInfo& info) {
                return (parts[1] == "*" || parts[1] == info.name) && info.find(parts[2]);
            });
            CHECK(known);
        }
}

}  // namespace heads_of_tables
