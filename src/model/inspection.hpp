// model/inspection.hpp: self-inspection rounds, their findings, and the rectification ledger.
//
// Two axes are kept apart (domain practice): a finding's state, moved by people one step at a time, and the timing
// class of what is to be done. "Overdue" is derived from the deadline, never stored. The one who accepts is not the one
// who rectifies.
#pragma once

#include "model/goal.hpp"
#include "model/people.hpp"

namespace model {

enum class FindingState : std::uint8_t {
    Open,
    Rectifying,
    AwaitingAcceptance,
    Closed,
    Returned
};                                                            // 未整改 整改中 待验收 已销号 退回补充
enum class Timing : std::uint8_t { Dated, AtOnce, Ongoing };  // 限期整改 立行立改 长期坚持
enum class FindingSource : std::uint8_t { SelfCheck, SystemCheck, Supervision, Inspection, Complaint, LookBack };
enum class FindingSeverity : std::uint8_t { Ordinary, Serious, Critical };
enum class Effectiveness : std::uint8_t { Unset, Effective, Improved, Ineffective };  // 效果评价
enum class CheckResult : std::uint8_t { Open, Passed, Problem, NotApplicable };
enum class CauseKind : std::uint8_t {
    Unset,
    People,
    Method,
    Equipment,
    Material,
    Environment,
    Management
};  // fishbone

struct Finding;

struct Inspection : Row {
    static constexpr RecordType type = RecordType::Inspection;
    std::string title;  // 2026 年第一季度自查
    Date date;
    std::string purpose;
    std::string scope;
    std::vector<std::string> methods;
    std::string organisation;  // 组织与部署
    std::string functions;     // 部门职能
    std::string recent_work;
    std::string problem_overview;
    Refs<Person> inspectors;
    std::string conclusion;
    std::string next_steps;
    Date start;  // the period that was looked at
    Date finish;
    Refs<Unit> units;  // that were inspected
    Ref<Person> author;
    Ref<Person> approver;
    std::string addressee;
    Date issued_on;
    std::string contact;
};

// Who inspects, in which part.
struct Inspector : Row {
    static constexpr RecordType type = RecordType::Inspector;
    Ref<Inspection> inspection;
    Ref<Person> person;
    std::string role;  // 组长, 成员, 记录人
};

// 检查表: what is looked at, by which standard, with which result.
struct ChecklistItem : Row {
    static constexpr RecordType type = RecordType::ChecklistItem;
    Ref<Inspection> inspection;
    std::string category;
    std::string item;
    std::string basis;   // the rule it is checked by
    std::string method;  // 查看记录, 现场核对
    CheckResult result{};
    std::string note;
    Ref<Finding> found;  // what came of it
};

// A part of the narrative that was drafted from figures: they are kept to tell when they are out of date.
struct DraftedPart : Row {
    static constexpr RecordType type = RecordType::DraftedPart;
    Ref<Inspection> inspection;
    std::string part;  // the field of Inspection
    std::string text;  // as it was drafted
    Date date;
};

// 成效: one figure before and after.
struct Effect : Row {
    static constexpr RecordType type = RecordType::Effect;
    Ref<Inspection> inspection;
    std::string metric;
    std::optional<Decimal> before;
    std::optional<Decimal> after;
    std::string unit;
    std::optional<Decimal> change;  // percent, where only that is known
    std::string text;               // in words, where there is no figure
    std::string note;
};

struct Finding : Row {
    static constexpr RecordType type = RecordType::Finding;
    Ref<Inspection> inspection;
    FindingSource source{};
    std::string category;
    std::string description;
    std::string example;  // facts that show it
    std::string effect;   // what follows from it
    FindingSeverity severity{};
    Date found_on;
    std::string rule;          // code of the rule that found it, or empty
    std::string subject_type;  // record name of what it was found against
    Ref<Row> subject;
    std::string cause;
    CauseKind cause_kind{};
    std::vector<std::string> whys;  // 5-why: each answers the one before
    std::string aim;                // 整改目标
    Ref<Person> leader;             // 责任领导
    Ref<Unit> unit;                 // 责任科室
    Refs<Unit> joint_units;         // 配合科室
    Ref<Person> owner;              // 责任人
    Timing timing{};
    Date deadline;
    std::string deadline_words;    // 年底
    std::string review_frequency;  // of what is ongoing
    std::string progress_note;
    FindingState state{};
    Ref<Person> verifier;    // 验收人, never the owner
    Date completed_on;       // the owner says: done
    Date closed_on;          // the verifier accepted: 销号
    std::string acceptance;  // 验收意见
    Effectiveness effectiveness{};
    Ref<Finding> recurrence_of;  // an earlier one, closed, that has come back
    std::string note;
};

// A deadline that was put off: why, and who allowed it.
struct Extension : Row {
    static constexpr RecordType type = RecordType::Extension;
    Ref<Finding> finding;
    Date from;
    Date to;
    std::string reason;
    Ref<Person> allowed_by;
    Date date;
};

struct Measure : Row {
    static constexpr RecordType type = RecordType::Measure;
    Ref<Finding> finding;
    Horizon horizon{};
    Timing timing{};
    std::string action;
    std::string tool;
    Ref<Person> owner;
    Date deadline;
    std::string deadline_words;
    std::string review_frequency;
    Date done_on;
};

struct Evidence : Row {
    static constexpr RecordType type = RecordType::Evidence;
    Ref<Finding> finding;
    std::string description;
    std::string kind;   // 照片, 记录, 制度文件
    std::string place;  // where it is kept
    Date date;
};

struct StateChange : Row {
    static constexpr RecordType type = RecordType::StateChange;
    Ref<Finding> finding;
    FindingState from{};
    FindingState to{};
    Ref<Person> by;
    Date date;
    std::string note;
};

// 回头看: a later look at a closed finding.
struct LookBack : Row {
    static constexpr RecordType type = RecordType::LookBack;
    Ref<Finding> finding;
    Date date;
    Ref<Person> checker;
    bool recurred = false;
    std::string result;
    std::string new_action;
};

template <> struct ChoicesOf<Effectiveness> { static const Choices choices; };
template <> struct ChoicesOf<CheckResult> { static const Choices choices; };
template <> struct ChoicesOf<CauseKind> { static const Choices choices; };
template <> struct ChoicesOf<FindingState> { static const Choices choices; };
template <> struct ChoicesOf<Timing> { static const Choices choices; };
template <> struct ChoicesOf<FindingSource> { static const Choices choices; };
template <> struct ChoicesOf<FindingSeverity> { static const Choices choices; };

}  // namespace model
