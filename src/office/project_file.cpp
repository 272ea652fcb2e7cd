#include "office/project_file.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.hpp"
#include "office/opened.hpp"
#include "office/package.hpp"

namespace office {
namespace {

constexpr std::string_view project_namespace = "http://schemas.microsoft.com/project";
constexpr const char* id_field = "188743731";  // Text1
constexpr std::size_t project_bytes_limit = std::size_t{48} << 20;

std::string text_below(pugi::xml_node node, std::string_view name) {
    return std::string(base::trim(clean_text(child_of(node, name).child_value())));
}
int number_below(pugi::xml_node node, std::string_view name, int otherwise) {
    return number_of(text_below(node, name), otherwise);
}
bool flag_below(pugi::xml_node node, std::string_view name) {
    const std::string text = text_below(node, name);
    return text == "1" || text == "true";
}

// PT16H30M0S, of work time; days and longer do not occur there.
std::optional<long long> minutes_of(std::string_view text) {
    if (!text.starts_with("PT")) return std::nullopt;
    long long minutes = 0, number = 0;
    bool has_digits = false;
    for (const char c : text.substr(2)) {
        if (c >= '0' && c <= '9') {
            number = number * 10 + (c - '0');
            has_digits = true;
            if (number > 100'000'000) return std::nullopt;
            continue;
        }
        if (!has_digits && c != '.') return std::nullopt;
        if (c == 'H') minutes += number * 60;
        if (c == 'M') minutes += number;
        if (c != 'H' && c != 'M' && c != 'S' && c != '.') return std::nullopt;
        number = 0;
        has_digits = false;
    }
    return minutes;
}
std::string duration_text(long long minutes) {
    return "PT" + std::to_string(minutes / 60) + "H" + std::to_string(minutes % 60) + "M0S";
}

// Elements of a task that are read, or follow from what is read, or say nothing that a plan holds.
bool is_known_of_task(std::string_view name) {
    static constexpr std::array known{"UID",
                                      "ID",
                                      "GUID",
                                      "Name",
                                      "Notes",
                                      "Active",
                                      "Manual",
                                      "ManualStart",
                                      "ManualFinish",
                                      "ManualDuration",
                                      "Type",
                                      "IsNull",
                                      "WBS",
                                      "OutlineNumber",
                                      "OutlineLevel",
                                      "Priority",
                                      "Start",
                                      "Finish",
                                      "Duration",
                                      "DurationFormat",
                                      "Estimated",
                                      "Milestone",
                                      "Summary",
                                      "Critical",
                                      "PercentComplete",
                                      "ActualFinish",
                                      "ConstraintType",
                                      "ConstraintDate",
                                      "CalendarUID",
                                      "PredecessorLink",
                                      "Baseline",
                                      "ExtendedAttribute",
                                      "CreateDate",
                                      "EarlyStart",
                                      "EarlyFinish",
                                      "LateStart",
                                      "LateFinish",
                                      "TotalSlack",
                                      "FreeSlack",
                                      "StartSlack",
                                      "FinishSlack",
                                      "StartVariance",
                                      "FinishVariance",
                                      "RemainingDuration",
                                      "ActualDuration",
                                      "ActualStart",
                                      "Stop",
                                      "Resume",
                                      "DisplayAsSummary",
                                      "PercentWorkComplete",
                                      "EffortDriven",
                                      "LevelAssignments",
                                      "LevelingCanSplit",
                                      "LevelingDelay",
                                      "LevelingDelayFormat",
                                      "IgnoreResourceCalendar",
                                      "EarnedValueMethod",
                                      "IsPublished",
                                      "CommitmentType",
                                      "FixedCostAccrual",
                                      "Rollup",
                                      "HideBar",
                                      "IsSubproject",
                                      "IsSubprojectReadOnly",
                                      "ExternalTask",
                                      "Recurring",
                                      "OverAllocated",
                                      "ResumeValid"};
    return std::ranges::any_of(known, [&](const char* one) { return name == one; });
}
bool says_nothing(std::string_view text) {
    return text.empty() || text == "0" || text == "0.00" || text == "false" || text == "PT0H0M0S" || text == "-1";
}

ProjectTask task_of(pugi::xml_node node, std::set<std::string>& left) {
    ProjectTask task;
    task.uid = number_below(node, "UID", -1);
    task.level = std::clamp(number_below(node, "OutlineLevel", 1), 0, 100);
    task.name = text_below(node, "Name");
    task.notes = text_below(node, "Notes");
    task.start = text_below(node, "Start");
    task.finish = text_below(node, "Finish");
    task.actual_finish = text_below(node, "ActualFinish");
    task.minutes = minutes_of(text_below(node, "Duration"));
    if (child_of(node, "PercentComplete")) task.percent = std::clamp(number_below(node, "PercentComplete", 0), 0, 100);
    task.constraint = std::clamp(number_below(node, "ConstraintType", 0), 0, 7);
    task.constraint_date = text_below(node, "ConstraintDate");
    task.is_milestone = flag_below(node, "Milestone");
    task.is_active = !child_of(node, "Active") || flag_below(node, "Active");
    for (const pugi::xml_node one : node.children()) {
        if (is(one, "PredecessorLink")) {
            const std::string lag = text_below(one, "LinkLag");
            task.links.push_back({number_below(one, "PredecessorUID", -1),
                                  std::clamp(number_below(one, "Type", 1), 0, 3), number_of(lag, 0),
                                  number_below(one, "LagFormat", 7)});
            if (flag_below(one, "CrossProject")) left.insert("CrossProject");
        } else if (is(one, "Baseline")) {
            task.baselines.push_back({std::clamp(number_below(one, "Number", 0), 0, 10), text_below(one, "Start"),
                                      text_below(one, "Finish"), minutes_of(text_below(one, "Duration"))});
        } else if (is(one, "ExtendedAttribute")) {
            if (text_below(one, "FieldID") == id_field && task.id.empty())
                task.id = text_below(one, "Value");
            else
                left.insert("ExtendedAttribute");
        } else if (one.type() == pugi::node_element && !is_known_of_task(local_name(one)) &&
                   !says_nothing(base::trim(one.child_value()))) {
            left.emplace(local_name(one));
        }
    }
    return task;
}

void read_exceptions(pugi::xml_node calendar, std::vector<ProjectException>& all) {
    const auto day_of = [](pugi::xml_node node, std::string_view name) {
        return text_below(child_of(node, "TimePeriod"), name).substr(0, 10);
    };
    for (const pugi::xml_node one : child_of(calendar, "Exceptions").children())
        if (is(one, "Exception"))
            all.push_back({day_of(one, "FromDate"), day_of(one, "ToDate"), text_below(one, "Name"),
                           flag_below(one, "DayWorking")});
    if (!all.empty()) return;  // the old form below repeats them
    for (const pugi::xml_node one : child_of(calendar, "WeekDays").children())
        if (is(one, "WeekDay") && text_below(one, "DayType") == "0")
            all.push_back({day_of(one, "FromDate"), day_of(one, "ToDate"), {}, flag_below(one, "DayWorking")});
}

// ---------------------------------------------------------------- out

void put(pugi::xml_node parent, const char* name, const std::string& text) {
    text_child(parent, name, text);
}
void put_number(pugi::xml_node parent, const char* name, long long number) {
    text_child(parent, name, std::to_string(number));
}
void put_if(pugi::xml_node parent, const char* name, const std::string& text) {
    if (!text.empty()) text_child(parent, name, text);
}

// Children in the order of the schema, which readers rely on.
void write_task(pugi::xml_node list, const ProjectTask& task, std::size_t row, const std::string& number,
                bool is_summary) {
    pugi::xml_node one = child(list, "Task");
    const std::string duration = duration_text(task.minutes.value_or(0));
    put_number(one, "UID", task.uid);
    put_number(one, "ID", static_cast<long long>(row));
    put(one, "Name", task.name);
    put_number(one, "Active", task.is_active ? 1 : 0);
    put_number(one, "Manual", 1);  // the dates are people's
    put_number(one, "Type", 1);
    put_number(one, "IsNull", 0);
    put(one, "WBS", number);
    put(one, "OutlineNumber", number);
    put_number(one, "OutlineLevel", task.level);
    put_number(one, "Priority", 500);
    put_if(one, "Start", task.start);
    put_if(one, "Finish", task.finish);
    if (task.minutes) put(one, "Duration", duration);
    put_if(one, "ManualStart", task.start);
    put_if(one, "ManualFinish", task.finish);
    if (task.minutes) put(one, "ManualDuration", duration);
    put_number(one, "DurationFormat", 7);
    put_number(one, "Milestone", task.is_milestone ? 1 : 0);
    put_number(one, "Summary", is_summary ? 1 : 0);
    if (task.percent) put_number(one, "PercentComplete", *task.percent);
    put_if(one, "ActualFinish", task.actual_finish);
    put_number(one, "ConstraintType", task.constraint);
    put_number(one, "CalendarUID", -1);
    put_if(one, "ConstraintDate", task.constraint_date);
    put_if(one, "Notes", task.notes);
    for (const ProjectLink& link : task.links) {
        pugi::xml_node node = child(one, "PredecessorLink");
        put_number(node, "PredecessorUID", link.predecessor);
        put_number(node, "Type", link.type);
        put_number(node, "CrossProject", 0);
        put_number(node, "LinkLag", link.lag);
        put_number(node, "LagFormat", link.lag_format);
    }
    if (!task.id.empty()) {
        pugi::xml_node node = child(one, "ExtendedAttribute");
        put(node, "FieldID", id_field);
        put(node, "Value", task.id);
    }
    for (const ProjectBaseline& baseline : task.baselines) {
        pugi::xml_node node = child(one, "Baseline");
        put_number(node, "Number", baseline.number);
        put_if(node, "Start", baseline.start);
        put_if(node, "Finish", baseline.finish);
        if (baseline.minutes) put(node, "Duration", duration_text(*baseline.minutes));
        put_number(node, "DurationFormat", 7);
    }
}

void write_calendar(pugi::xml_node list, const ProjectFile& file) {
    pugi::xml_node one = child(list, "Calendar");
    put_number(one, "UID", 1);
    put(one, "Name", "Standard");
    put_number(one, "IsBaseCalendar", 1);
    put_number(one, "BaseCalendarUID", -1);
    const auto hours = [](pugi::xml_node day) {
        pugi::xml_node times = child(day, "WorkingTimes");
        for (const auto& [from, to] : {std::pair("08:00:00", "12:00:00"), std::pair("13:00:00", "17:00:00")}) {
            pugi::xml_node time = child(times, "WorkingTime");
            put(time, "FromTime", from);
            put(time, "ToTime", to);
        }
    };
    pugi::xml_node week = child(one, "WeekDays");
    for (int day = 1; day <= 7; ++day) {  // 1: Sunday
        pugi::xml_node node = child(week, "WeekDay");
        const bool works = day > 1 && day < 7;
        put_number(node, "DayType", day);
        put_number(node, "DayWorking", works ? 1 : 0);
        if (works) hours(node);
    }
    if (file.exceptions.empty()) return;
    pugi::xml_node exceptions = child(one, "Exceptions");
    for (const ProjectException& each : file.exceptions) {
        pugi::xml_node node = child(exceptions, "Exception");
        put_number(node, "EnteredByOccurrences", 0);
        pugi::xml_node period = child(node, "TimePeriod");
        put(period, "FromDate", each.from + "T00:00:00");
        put(period, "ToDate", each.to + "T23:59:00");
        put_number(node, "Occurrences", 1);
        put_if(node, "Name", each.name);
        put_number(node, "Type", 1);
        put_number(node, "DayWorking", each.works ? 1 : 0);
        if (each.works) hours(node);
    }
}

}  // namespace

base::Result<ProjectFile> read_project(std::string_view xml) {
    if (xml.size() > project_bytes_limit)
        return base::Error{"project-too-large", {}, std::to_string(project_bytes_limit >> 20)};
    pugi::xml_document document;
    if (const auto done = parse_xml(document, xml, "Project"); !done) return done.error();
    const pugi::xml_node root = document.document_element();
    if (!is(root, "Project")) return base::Error{"project-not-one", {}, {}};
    ProjectFile file;
    std::set<std::string> left;
    file.title = text_below(root, "Title");
    if (file.title.empty()) file.title = text_below(root, "Name");
    file.author = text_below(root, "Author");
    file.start = text_below(root, "StartDate");
    file.finish = text_below(root, "FinishDate");
    file.minutes_per_day = std::clamp(number_below(root, "MinutesPerDay", 480), 1, 1440);
    const std::string own_calendar = text_below(root, "CalendarUID");
    for (const pugi::xml_node one : child_of(root, "Calendars").children()) {
        if (!is(one, "Calendar")) continue;
        if (text_below(one, "UID") == own_calendar || (own_calendar.empty() && file.exceptions.empty()))
            read_exceptions(one, file.exceptions);
    }
    for (const pugi::xml_node one : child_of(root, "Tasks").children()) {
        if (!is(one, "Task") || flag_below(one, "IsNull")) continue;
        ProjectTask task = task_of(one, left);
        if (task.uid == 0 || task.level == 0) {  // the whole project
            if (file.title.empty()) file.title = task.name;
            continue;
        }
        file.tasks.push_back(std::move(task));
    }
    for (const pugi::xml_node one : child_of(root, "Resources").children()) {
        if (!is(one, "Resource") || flag_below(one, "IsNull")) continue;
        const ProjectResource resource{number_below(one, "UID", -1), text_below(one, "Name"),
                                       text_below(one, "Type") == "0"};
        if (!resource.name.empty()) file.resources.push_back(resource);
        for (const std::string_view name : {"StandardRate", "Cost", "BaseCalendarUID"})
            if (!says_nothing(text_below(one, name))) left.emplace(name);
    }
    for (const pugi::xml_node one : child_of(root, "Assignments").children())
        if (is(one, "Assignment"))
            file.assignments.push_back({number_below(one, "TaskUID", -1), number_below(one, "ResourceUID", -1)});
    file.left.assign(left.begin(), left.end());
    return file;
}

std::string write_project(const ProjectFile& file) {
    pugi::xml_document xml;
    pugi::xml_node root = child(xml, "Project", "xmlns", std::string(project_namespace));
    put_number(root, "SaveVersion", 14);
    put_if(root, "Title", file.title);
    put_if(root, "Author", file.author);
    put_number(root, "ScheduleFromStart", 1);
    put_if(root, "StartDate", file.start);
    put_if(root, "FinishDate", file.finish);
    put(root, "CurrencyCode", "CNY");
    put_number(root, "CalendarUID", 1);
    put(root, "DefaultStartTime", "08:00:00");
    put(root, "DefaultFinishTime", "17:00:00");
    put_number(root, "MinutesPerDay", file.minutes_per_day);
    put_number(root, "MinutesPerWeek", 5LL * file.minutes_per_day);
    put_number(root, "DaysPerMonth", 20);
    put_number(root, "WeekStartDay", 1);
    pugi::xml_node attribute = child(child(root, "ExtendedAttributes"), "ExtendedAttribute");
    put(attribute, "FieldID", id_field);
    put(attribute, "FieldName", "Text1");
    put(attribute, "Alias", "FanglueId");
    write_calendar(child(root, "Calendars"), file);
    pugi::xml_node tasks = child(root, "Tasks");
    std::vector<int> numbers;
    for (std::size_t i = 0; i < file.tasks.size(); ++i) {
        const ProjectTask& task = file.tasks[i];
        numbers.resize(static_cast<std::size_t>(std::max(1, task.level)));
        ++numbers.back();
        std::string number;
        for (const int part : numbers) number += (number.empty() ? "" : ".") + std::to_string(std::max(1, part));
        write_task(tasks, task, i + 1, number, i + 1 < file.tasks.size() && file.tasks[i + 1].level > task.level);
    }
    pugi::xml_node resources = child(root, "Resources");
    for (const ProjectResource& each : file.resources) {
        pugi::xml_node one = child(resources, "Resource");
        put_number(one, "UID", each.uid);
        put_number(one, "ID", each.uid);
        put(one, "Name", each.name);
        put_number(one, "Type", each.is_material ? 0 : 1);
    }
    pugi::xml_node assignments = child(root, "Assignments");
    for (std::size_t i = 0; i < file.assignments.size(); ++i) {
        pugi::xml_node one = child(assignments, "Assignment");
        put_number(one, "UID", static_cast<long long>(i) + 1);
        put_number(one, "TaskUID", file.assignments[i].task);
        put_number(one, "ResourceUID", file.assignments[i].resource);
        put_number(one, "Units", 1);
    }
    return xml_text(xml);
}

}  // namespace office
