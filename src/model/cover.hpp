// model/cover.hpp: what a plan says of itself: cover, introduction, conclusion, free sections and its own calendar.
#pragma once

#include "model/people.hpp"

namespace model {

enum class PlanStatus : std::uint8_t { Draft, InReview, Approved, Running, Closed };
enum class SectionPlace : std::uint8_t { BeforeGoals, AfterGoals, AfterTasks, BeforeConclusion, Appendix };
enum class DayKind : std::uint8_t { Off, Work };

struct Cover : Row {
    static constexpr RecordType type = RecordType::Cover;
    std::string title;
    std::string department;      // 科室
    std::string organizer;       // 主办单位
    Ref<Person> preparer;        // 编制人
    Ref<Person> reviewer;        // 审核人
    Ref<Person> approver;        // 批准人
    Date prepared_on;            // 编制日期, or …
    std::string prepared_words;  // … in words: 2027年春
    Date start;                  // 计划期
    Date finish;
    PlanStatus status{};
    std::optional<std::int64_t> revision;
    std::string template_id;  // which template it began from
    std::string kind;         // of document: the name of one of assets/kinds; "": see analysis/kind.hpp
    std::string number;       // 文号, 制度编号
    std::string version;      // 第二版, V2.0
    Date effective_on;        // 施行日期
    std::string replaces;     // what it takes the place of
    std::string interpreter;  // 解释部门
    std::string author;       // 成文单位, where it is not the department
    std::string addressee;    // 主送
    Date issued_on;           // 成文日期
    std::string contact;      // whom to ask
    std::string introduction;
    std::string task_overview;  // 任务概述
    std::string summary;
    std::string outlook;  // lead sentence of 展望
    std::vector<std::string> outlook_items;
    std::vector<std::string> attachments;  // 附件
};

// Parts of a document that have no structure of their own: 发展现状, 意义与原则, 注意事项 …
struct Section : Row {
    static constexpr RecordType type = RecordType::Section;
    Ref<Section> parent;
    SectionPlace place{};
    std::string heading;
    std::string body;
    std::vector<std::string> table;  // a table below the text: a row each, cells parted by |, the first is the head
};

// A chapter of the document where it departs from its kind's: moved (by its order), renamed, switched off, or added.
struct Chapter : Row {
    static constexpr RecordType type = RecordType::Chapter;
    std::string key;    // of assets/kinds; empty: added
    std::string title;  // empty: as the kind says
    bool off = false;
    std::string text;  // of an added one, or before what the chapter holds
};

// 附件 with what is in it: text, a form or table.
struct Attachment : Row {
    static constexpr RecordType type = RecordType::Attachment;
    std::string title;
    std::string text;
    std::vector<std::string> table;  // as Section::table
};

// A day on which this hospital departs from the official calendar.
struct CalendarDay : Row {
    static constexpr RecordType type = RecordType::CalendarDay;
    Date date;
    DayKind kind{};
    std::string note;
};

template <> struct ChoicesOf<PlanStatus> { static const Choices choices; };
template <> struct ChoicesOf<SectionPlace> { static const Choices choices; };
template <> struct ChoicesOf<DayKind> { static const Choices choices; };

}  // namespace model
