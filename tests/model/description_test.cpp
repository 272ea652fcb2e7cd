// Every member of every record is described once and the descriptions hold together.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "model/integrity.hpp"
#include "model/value.hpp"

namespace {
using namespace model;

std::size_t size_of(const FieldInfo& field) {
    switch (field.kind) {
        case Kind::Text:
            return sizeof(std::string);
        case Kind::Texts:
            return sizeof(std::vector<std::string>);
        case Kind::Date:
            return sizeof(Date);
        case Kind::Moment:
            return sizeof(Moment);
        case Kind::Integer:
            return sizeof(std::optional<std::int64_t>);
        case Kind::Decimal:
            return sizeof(std::optional<Decimal>);
        case Kind::Money:
            return sizeof(std::optional<Money>);
        case Kind::Flag:
        case Kind::Choice:
            return 1;
        case Kind::Ref:
            return sizeof(Id);
        case Kind::Refs:
            return sizeof(std::vector<Id>);
    }
    return 0;
}

std::size_t alignment_of(const FieldInfo& field) {
    switch (field.kind) {
        case Kind::Flag:
        case Kind::Choice:
        case Kind::Ref:
            return 1;
        case Kind::Date:
            return alignof(Date);
        case Kind::Moment:
        case Kind::Integer:
        case Kind::Decimal:
        case Kind::Money:
            return alignof(std::int64_t);
        case Kind::Text:
        case Kind::Texts:
        case Kind::Refs:
            return alignof(std::string);
    }
    return 1;
}

struct Span {
    std::size_t begin, end, alignment;
    const FieldInfo* field;
};

// Where each described member lies in its struct, in order.
std::vector<Span> spans_of(const RecordInfo& info) {
    const std::shared_ptr<Row> row = info.make();
    const auto* start = reinterpret_cast<const char*>(row.get());
    std::vector<Span> spans;
    for (const FieldInfo& field : info.fields) {
        const auto at = static_cast<std::size_t>(static_cast<const char*>(field.member(*row)) - start);
        spans.push_back({at, at + size_of(field), alignment_of(field), &field});
    }
    std::ranges::sort(spans, {}, &Span::begin);
    return spans;
}

template <class T> void check_size(const RecordInfo& info, std::size_t& checked) {
    if (info.type != T::type) return;
    ++checked;
    // The members fill the struct: what lies between two of them, or behind the last, is only padding.
    std::size_t at = sizeof(Row);
    std::size_t alignment = alignof(Row);
    for (const Span& span : spans_of(info)) {
        CAPTURE(info.name);
        CAPTURE(span.field->name);
        // A derived class may use the padding at the end of its base.
        CHECK(span.begin >= sizeof(Row) - alignof(Row));
        const std::size_t expected = (at + span.alignment - 1) / span.alignment * span.alignment;
        CHECK(span.begin <= expected);
        at = span.end;
        alignment = std::max(alignment, span.alignment);
    }
    CHECK_MESSAGE(sizeof(T) == (at + alignment - 1) / alignment * alignment, info.name);
}

template <class... T> std::size_t check_sizes(const RecordInfo& info) {
    std::size_t checked = 0;
    (check_size<T>(info, checked), ...);
    return checked;
}
}  // namespace

TEST_CASE("description: every struct member is described, none twice") {
    for (const RecordInfo& info : records()) {
        const std::size_t checked =
            check_sizes<Cover, Section, Goal, GoalTarget, Task, Dependency, Milestone, Person, Unit, TeamRole,
                        Assignment, Equipment, Budget, BudgetLine, Risk, RiskResponse, RiskAssurance, Monitoring,
                        Criterion, Indicator, Reading, Communication, Collaboration, Account, Picture, LinkBlock,
                        MenuItem, PublishingRule, ContentCategory, Publication, ReviewStep, Inquiry, Incident,
                        Consortium, Member, SharedAsset, RotaTurn, Activity, Inspection, Effect, Finding, Measure,
                        Evidence, StateChange, LookBack, Comment, ApprovalStep, Revision, CalendarDay, Chapter,
                        Attachment, Clause, ProcedureStep, ReviewDuty, RecurringDuty, Assessment, Custodian,
                        CollaborationDuty, TierStrategy, Channel, CaseEvidence, Inspector, ChecklistItem, Extension,
                        DraftedPart, SetAside, Baseline, BaselineTask>(info);
        CHECK_MESSAGE(checked == 1, info.name);
        std::set<std::size_t> places;
        for (const Span& span : spans_of(info))
            CHECK_MESSAGE(places.insert(span.begin).second, info.name, ".", span.field->name);
    }
}

TEST_CASE("description: names, types and flags") {
    std::set<std::string_view> names, lists;
    for (std::size_t i = 0; i < record_type_count; ++i) {
        const RecordInfo& info = records()[i];
        CAPTURE(info.name);
        CHECK(static_cast<std::size_t>(info.type) == i);
        CHECK(&record(info.type) == &info);
        CHECK(find_record(info.name) == &info);
        CHECK(find_record(info.list) == &info);
        CHECK(names.insert(info.name).second);
        CHECK(lists.insert(info.list).second);
        CHECK(info.singleton == (info.name == info.list));
        CHECK(info.fields.size() < 60);  // the reader keeps a bit per field
        std::set<std::string_view> fields{"id", "order", "unknown", "unreadable"};
        int titles = 0, trees = 0;
        for (const FieldInfo& field : info.fields) {
            CAPTURE(field.name);
            CHECK(fields.insert(field.name).second);
            CHECK(field.name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") ==
                  std::string_view::npos);
            titles += field.has(kTitle);
            trees += field.has(kTree);
            if (field.has(kTree)) CHECK(field.target == info.type);
            if (field.has(kOwner) || field.has(kTree) || field.has(kAnyRecord)) CHECK(field.kind == Kind::Ref);
            if (field.has(kAnyRecord)) CHECK(info.find("subjectType")->kind == Kind::Text);
            if (field.has(kPercent)) CHECK((field.min == 0 && field.max == 100));
            CHECK(field.min <= field.max);
            CHECK((field.kind == Kind::Choice) == (field.choices != nullptr));
            if (field.choices) CHECK((!field.choices->values.empty() && field.choices->values.size() < 256));
        }
        CHECK(titles <= 1);
        CHECK(trees <= 1);
    }
    for (const std::string_view reserved : {"format", "version", "id", "order"}) CHECK(!find_record(reserved));
}

TEST_CASE("description: a new row holds defaults only, and a copy is the same") {
    for (const RecordInfo& info : records()) {
        const std::shared_ptr<Row> row = info.make();
        for (const FieldInfo& field : info.fields) {
            CHECK_MESSAGE(is_empty(*row, field), info.name, ".", field.name);
            CHECK(value_of(*row, field) == Value{});
        }
        CHECK(same_row(info, *row, *info.copy(*row)));
        CHECK(title_of(info, *row).empty());
    }
}

TEST_CASE("description: no two rows refer to each other as owners") {
    // Otherwise removing one could never end, and neither could exist first.
    for (const RecordInfo& info : records()) {
        std::set<RecordType> above{info.type};
        const RecordInfo* at = &info;
        while (at) {
            const FieldInfo* owner = nullptr;
            for (const FieldInfo& field : at->fields)
                if (field.has(kOwner)) owner = &field;
            at = owner ? &record(owner->target) : nullptr;
            if (at) REQUIRE_MESSAGE(above.insert(at->type).second, info.name);
        }
    }
}

TEST_CASE("description: field_of finds the field of a member") {
    CHECK(field_of<&Task::title>().name == "title");
    CHECK(field_of<&Task::owner>().target == RecordType::Person);
    CHECK(field_of<&Finding::state>().choices->name == "findingState");
}
