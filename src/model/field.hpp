// model/field.hpp: the one description of a record's fields, from which JSON, schema, diff, merge, search, forms,
// generic checks and report tables derive.
//
// A description is plain data (no templates in its users): kind, constraints, and how to reach the member inside a row.
// So everything generic is an ordinary loop over fields, compiled once.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/number.hpp"

namespace model {

using base::Date;
using base::Decimal;
using base::Id;
using base::Moment;
using base::Money;

enum class RecordType : std::uint8_t {
    Cover,
    Section,
    Goal,
    GoalTarget,
    Task,
    Dependency,
    Milestone,
    Person,
    Unit,
    TeamRole,
    Assignment,
    Equipment,
    Budget,
    BudgetLine,
    Risk,
    RiskResponse,
    RiskAssurance,
    Monitoring,
    Criterion,
    Indicator,
    Reading,
    Communication,
    Collaboration,
    Account,
    Picture,
    LinkBlock,
    MenuItem,
    PublishingRule,
    ContentCategory,
    Publication,
    ReviewStep,
    Inquiry,
    Incident,
    Consortium,
    Member,
    SharedAsset,
    RotaTurn,
    Activity,
    Inspection,
    Effect,
    Finding,
    Measure,
    Evidence,
    StateChange,
    LookBack,
    Comment,
    ApprovalStep,
    Revision,
    CalendarDay,
    Chapter,
    Attachment,
    Clause,
    ProcedureStep,
    ReviewDuty,
    RecurringDuty,
    Assessment,
    Custodian,
    CollaborationDuty,
    TierStrategy,
    Channel,
    CaseEvidence,
    Inspector,
    ChecklistItem,
    Extension,
    DraftedPart,
    SetAside,
    Baseline,
    BaselineTask,
};
inline constexpr std::size_t record_type_count = static_cast<std::size_t>(RecordType::BaselineTask) + 1;

// Members of a JSON object that this version does not know: name and JSON text. They are kept and written back.
using UnknownMembers = std::vector<std::pair<std::string, std::string>>;

// What every record has. Rows are immutable once they are in a table; they are held by shared_ptr and told apart by id.
struct Row {
    Id id;
    std::string order;  // place among siblings: a fractional key, see order_key.hpp; ties break by id
    std::shared_ptr<const UnknownMembers> unknown;
};

// A reference to a row of type T; an empty one refers to nothing.
template <class T> struct Ref : Id {
    constexpr Ref() = default;
    constexpr explicit Ref(const Id& id) : Id(id) {}
    explicit Ref(const T& row) : Id(row.id) {}
    [[nodiscard]] const Id& id() const { return *this; }
};
template <class T> struct Refs : std::vector<Id> { using std::vector<Id>::vector; };

enum class Kind : std::uint8_t {
    Text,     // std::string
    Texts,    // std::vector<std::string>
    Date,     // Date
    Moment,   // Moment
    Integer,  // std::optional<std::int64_t>
    Decimal,  // std::optional<Decimal>
    Money,    // std::optional<Money>
    Flag,     // bool
    Choice,   // an enum of std::uint8_t, values 0..n-1; 0 is the default and means "not said" where the enum has no
              // better default
    Ref,      // Ref<T>
    Refs,     // Refs<T>
};

enum FieldFlag : std::uint16_t {
    kNoFlags = 0,
    kRequired = 1u << 0,   // must not be empty in a finished plan (a draft may leave it empty; `planner check` says so)
    kTitle = 1u << 1,      // what a row is called by in lists and messages; one per record
    kLong = 1u << 2,       // several lines
    kOwner = 1u << 3,      // this Ref is the row's parent: must be set, and the row goes when the parent goes
    kTree = 1u << 4,       // this Ref points to the parent in the same table; may be empty; children go with it
    kPersonal = 1u << 5,   // personal data: masked in reports and shared files
    kPercent = 1u << 6,    // shown with %
    kAnyRecord = 1u << 7,  // this Ref may point to a row of any type (told by the field before it, a RecordType name)
    kSystem = 1u << 8,     // written by commands, not by forms
    kColumn = 1u << 9,     // shown as a column of the record's generic table
    kWithPrevious = 1u << 10,  // means something only together with the field before it: compared and merged as one
};

// Names of an enum's values in JSON, in order of their numbers.
struct Choices {
    std::string_view name;  // key prefix of their words: "choice.NAME.VALUE"
    std::span<const std::string_view> values;
};
template <class E> struct ChoicesOf;  // specialised beside each enum: static constexpr Choices choices

struct FieldInfo {
    std::string_view name;  // in JSON
    Kind kind = Kind::Text;
    std::uint16_t flags = kNoFlags;
    std::int64_t min = 0,
                 max = 0;  // Integer, Decimal (whole units), Money (fen): both 0: no bound; Text: max code points
    RecordType target = RecordType::Cover;  // of Ref and Refs
    const Choices* choices = nullptr;
    std::string_view unit;  // words key "unit.NAME", or empty
    const void* (*member)(const Row&) = nullptr;

    [[nodiscard]] bool has(FieldFlag flag) const { return (flags & flag) != 0; }
};

inline constexpr std::int64_t short_text_limit = 500, long_text_limit = 20000;  // code points
inline constexpr std::size_t list_limit = 1000;                                 // entries of a Texts or Refs field

struct FieldOptions {
    std::uint16_t flags = kNoFlags;
    std::int64_t min = 0, max = 0;
    std::string_view unit = {};
};

namespace detail {
template <class M> struct MemberTraits;
template <class R, class T> struct MemberTraits<T R::*> {
    using Record = R;
    using Type = T;
};
template <class T> struct KindOf;
template <Kind K> struct Is {
    static constexpr Kind kind = K;
    static constexpr RecordType target = RecordType::Cover;
    static constexpr const Choices* choices = nullptr;
};
template <> struct KindOf<std::string> : Is<Kind::Text> {};
template <> struct KindOf<std::vector<std::string>> : Is<Kind::Texts> {};
template <> struct KindOf<Date> : Is<Kind::Date> {};
template <> struct KindOf<Moment> : Is<Kind::Moment> {};
template <> struct KindOf<std::optional<std::int64_t>> : Is<Kind::Integer> {};
template <> struct KindOf<std::optional<Decimal>> : Is<Kind::Decimal> {};
template <> struct KindOf<std::optional<Money>> : Is<Kind::Money> {};
template <> struct KindOf<bool> : Is<Kind::Flag> {};
template <class T> struct KindOf<Ref<T>> : Is<Kind::Ref> { static constexpr RecordType target = T::type; };
template <> struct KindOf<Ref<Row>> : Is<Kind::Ref> {};  // any record: the field carries kAnyRecord
template <class T> struct KindOf<Refs<T>> : Is<Kind::Refs> { static constexpr RecordType target = T::type; };
template <class E>
requires std::is_enum_v<E>
struct KindOf<E> : Is<Kind::Choice> {
    static_assert(sizeof(E) == 1);
    static constexpr const Choices* choices = &ChoicesOf<E>::choices;
};
}  // namespace detail

namespace detail {
// The address at which typed access (see get) finds a member.
template <auto Member> const void* member_of(const Row& row) {
    using Traits = MemberTraits<decltype(Member)>;
    const auto& member = static_cast<const typename Traits::Record&>(row).*Member;
    constexpr Kind kind = KindOf<typename Traits::Type>::kind;
    if constexpr (kind == Kind::Ref)
        return static_cast<const Id*>(&member);
    else if constexpr (kind == Kind::Refs)
        return static_cast<const std::vector<Id>*>(&member);
    else
        return &member;
}
}  // namespace detail

template <auto Member> constexpr FieldInfo field(std::string_view name, FieldOptions options = {}) {
    using Traits = detail::MemberTraits<decltype(Member)>;
    using Type = typename Traits::Type;
    using Of = detail::KindOf<Type>;
    FieldInfo info;
    info.name = name;
    info.kind = Of::kind;
    info.flags = options.flags;
    info.min = options.min;
    info.max = options.max;
    if (info.max == 0 && (info.kind == Kind::Text || info.kind == Kind::Texts))
        info.max = (options.flags & kLong) != 0 ? long_text_limit : short_text_limit;
    info.target = Of::target;
    info.choices = Of::choices;
    info.unit = options.unit;
    info.member = &detail::member_of<Member>;
    return info;
}

struct RecordInfo {
    RecordType type;
    std::string_view name;  // in words and commands: "riskResponse"
    std::string_view list;  // member of the plan's JSON: "riskResponses"; of a singleton the same as name
    std::span<const FieldInfo> fields;
    bool singleton = false;  // exactly one row per plan, a JSON object instead of an array
    std::shared_ptr<Row> (*make)() = nullptr;

    [[nodiscard]] std::shared_ptr<Row> copy(const Row& row) const;  // with its id, order and unknown members
    [[nodiscard]] const FieldInfo* find(std::string_view field_name) const;
    [[nodiscard]] const FieldInfo* title() const;   // the kTitle field
    [[nodiscard]] const FieldInfo* parent() const;  // the kOwner or kTree field, or null
    [[nodiscard]] const FieldInfo* tree() const;    // the kTree field, or null
};

template <class T>
constexpr RecordInfo record_info(std::string_view name, std::string_view list, std::span<const FieldInfo> fields) {
    return {T::type, name, list, fields, name == list, []() -> std::shared_ptr<Row> { return std::make_shared<T>(); }};
}

// All records, in the order of their JSON members, which is the order of RecordType.
std::span<const RecordInfo> records();
const RecordInfo& record(RecordType type);
const RecordInfo* find_record(std::string_view name);  // by name or list name

// The field that a member pointer names; the two must belong together.
const FieldInfo& field_at(RecordType type, const void* (*member)(const Row&));
template <auto Member> const FieldInfo& field_of() {
    static const FieldInfo& found =
        field_at(detail::MemberTraits<decltype(Member)>::Record::type, &detail::member_of<Member>);
    return found;
}

// Typed access through a description. The kind must fit.
template <class T> const T& get(const Row& row, const FieldInfo& info) {
    return *static_cast<const T*>(info.member(row));
}
template <class T> T& edit(Row& row, const FieldInfo& info) {  // row must not be in a table yet
    return *static_cast<T*>(const_cast<void*>(info.member(row)));
}
inline std::uint8_t get_choice(const Row& row, const FieldInfo& info) {
    return *static_cast<const std::uint8_t*>(info.member(row));
}
inline const Id& get_ref(const Row& row, const FieldInfo& info) {
    return get<Id>(row, info);
}
inline const std::vector<Id>& get_refs(const Row& row, const FieldInfo& info) {
    return get<std::vector<Id>>(row, info);
}

bool is_empty(const Row& row, const FieldInfo& info);                // holds its default
bool same_field(const Row& a, const Row& b, const FieldInfo& info);  // rows of the same record
bool same_row(const RecordInfo& info, const Row& a, const Row& b);   // id, order, fields and unknown members

// What row is called: its title field, else the first words of its first non-empty text, else "".
std::string title_of(const RecordInfo& info, const Row& row);

}  // namespace model
