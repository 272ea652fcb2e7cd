// office/project_file.hpp: Microsoft Project's XML (MSPDI, schema mspdi_pj12.xsd) as plain values: what a plan can take
// of it, and the rest by name. Project, ProjectLibre and GanttProject read and write it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace office {

// Moments as in the file, local, without zone: 2026-03-05T08:00:00; "" where there is none.
struct ProjectLink {
    int predecessor = 0;  // UID
    int type = 1;         // 0 finish-finish, 1 finish-start, 2 start-finish, 3 start-start
    long long lag = 0;    // tenths of a minute
    int lag_format = 7;   // as DurationFormat: 7 days, 8 elapsed days, 19 percent …
    bool operator==(const ProjectLink&) const = default;
};
struct ProjectBaseline {
    int number = 0;  // 0..10
    std::string start, finish;
    std::optional<long long> minutes;
    bool operator==(const ProjectBaseline&) const = default;
};
struct ProjectTask {
    int uid = 0, level = 1;  // level: of the outline, from 1; in the order of the file it says who is below whom
    std::string id, name, notes, start, finish, actual_finish, constraint_date;  // id: of our row, from an own field
    std::optional<long long> minutes;                                            // of work time
    std::optional<int> percent;
    int constraint =
        0;  // 0 as soon as possible, 1 as late, 2 must start, 3 must finish, 4-7 start or finish no earlier …
    bool is_milestone = false, is_active = true;
    std::vector<ProjectLink> links;
    std::vector<ProjectBaseline> baselines;
    bool operator==(const ProjectTask&) const = default;
};
struct ProjectResource {
    int uid = 0;
    std::string name;
    bool is_material = false;
    bool operator==(const ProjectResource&) const = default;
};
struct ProjectAssignment {
    int task = 0, resource = 0;  // UIDs
    bool operator==(const ProjectAssignment&) const = default;
};
struct ProjectException {
    std::string from, to;  // days, both included
    std::string name;
    bool works = false;
    bool operator==(const ProjectException&) const = default;
};

struct ProjectFile {
    std::string title, author, start, finish;
    int minutes_per_day = 480;
    std::vector<ProjectException> exceptions;  // of the project's calendar
    std::vector<ProjectTask> tasks;            // without the summary of the whole project and blank rows
    std::vector<ProjectResource> resources;
    std::vector<ProjectAssignment> assignments;
    std::vector<std::string> left;  // elements that hold something and are not read, each name once
    bool operator==(const ProjectFile&) const = default;
};

// Errors: those of parse_xml; "project-not-one" (its root is none of Project's); "project-too-large".
base::Result<ProjectFile> read_project(std::string_view xml);
// `left` is not written.
std::string write_project(const ProjectFile& file);

}  // namespace office
