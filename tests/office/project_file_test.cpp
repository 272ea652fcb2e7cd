// Files of Microsoft Project as plain values.
#include "office/project_file.hpp"

#include <doctest/doctest.h>

namespace {
office::ProjectFile read_back(const std::string& xml) {
    const auto file = office::read_project(xml);
    REQUIRE(file.ok());
    return *file;
}
std::string project_refusal(const std::string& xml) {
    const auto file = office::read_project(xml);
    return file ? std::string("read") : file.error().code;
}
}  // namespace

TEST_CASE("project: what is written is read back") {
    office::ProjectFile file;
    file.title = "导诊 <计划>";
    file.start = "2026-03-05T08:00:00";
    file.exceptions = {{"2026-05-01", "2026-05-05", "劳动节", false}, {"2026-05-09", "2026-05-09", {}, true}};
    office::ProjectTask task;
    task.uid = 1;
    task.id = "k3j9";
    task.name = "培训";
    task.notes = "两行\n说明";
    task.start = "2026-03-05T08:00:00";
    task.finish = "2026-03-06T17:00:00";
    task.minutes = 960;
    task.percent = 40;
    task.constraint = 4;
    task.constraint_date = "2026-03-05T08:00:00";
    office::ProjectTask below = task;
    below.uid = 2;
    below.level = 2;
    below.id.clear();
    below.is_active = false;
    below.links = {{1, 3, -4800, 7}};
    below.baselines = {{0, "2026-03-01T08:00:00", "2026-03-02T17:00:00", 480}};
    office::ProjectTask mark;
    mark.uid = 3;
    mark.name = "上线";
    mark.is_milestone = true;
    mark.minutes = 0;
    file.tasks = {task, below, mark};
    file.resources = {{1, "周平", false}, {2, "讲义", true}};
    file.assignments = {{1, 1}, {1, 2}};
    CHECK(read_back(office::write_project(file)) == file);
}

TEST_CASE("project: files of others, with little in them, with much more, in the old form") {
    const auto old = read_back(
        "<Project "
        "xmlns='http://schemas.microsoft.com/project'><Name>旧</Name><MinutesPerDay>420</MinutesPerDay><Calendars>"
        "<Calendar><UID>1</UID><WeekDays><WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod>"
        "<FromDate>2026-01-01T00:00:00</FromDate><ToDate>2026-01-03T23:59:00</ToDate></TimePeriod></WeekDay></WeekDays>"
        "</Calendar></Calendars><Tasks><Task><UID>0</UID><Name>全部</Name></Task><Task><UID>5</UID></Task>"
        "<Task><UID>6</UID><IsNull>1</IsNull></Task><Task><UID>7</UID><Name>甲</Name><Cost>100</Cost><Work>PT8H0M0S</"
        "Work>"
        "<FixedCost>0</FixedCost></Task></Tasks></Project>");
    CHECK(old.title == "旧");
    CHECK(old.minutes_per_day == 420);
    REQUIRE(old.exceptions.size() == 1);
    CHECK(old.exceptions[0].to == "2026-01-03");
    REQUIRE(old.tasks.size() == 2);
    CHECK(old.tasks[1].name == "甲");
    CHECK(old.left == std::vector<std::string>{"Cost", "Work"});
    CHECK(project_refusal("<a/>") == "project-not-one");
    CHECK(project_refusal("<!DOCTYPE Project [<!ENTITY a \"b\">]><Project/>") == "xml-doctype");
    CHECK(project_refusal("<Project>") == "xml-syntax");
}
