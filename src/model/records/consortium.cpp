// Descriptions of a medical consortium: the only list of their fields.
#include "model/plan.hpp"
#include "model/records/records.hpp"

namespace model {
namespace {

constexpr FieldInfo consortium_fields[] = {
    field<&Consortium::name>("name", {.flags = kTitle}),
    field<&Consortium::lead_unit>("leadUnit"),
    field<&Consortium::brand_value>("brandValue"),
    field<&Consortium::slogan>("slogan"),
    field<&Consortium::logo>("logo"),
    field<&Consortium::colours>("colours"),
    field<&Consortium::tagline>("tagline"),
    field<&Consortium::situation>("situation", {.flags = kLong}),
    field<&Consortium::incentives>("incentives", {.flags = kLong}),
    field<&Consortium::fund>("fund", {.flags = kLong}),
};

constexpr FieldInfo member_fields[] = {
    field<&Member::name>("name", {.flags = kTitle | kRequired | kColumn}),
    field<&Member::tier>("tier", {.flags = kColumn}),
    field<&Member::positioning>("positioning", {.flags = kColumn}),
    field<&Member::focus>("focus", {.flags = kLong | kColumn}),
    field<&Member::channels>("channels", {.flags = kColumn}),
    field<&Member::duties>("duties", {.flags = kLong}),
    field<&Member::contact>("contact"),
    field<&Member::unit>("unit"),
};

constexpr FieldInfo sharedAsset_fields[] = {
    field<&SharedAsset::name>("name", {.flags = kTitle | kRequired | kColumn}),
    field<&SharedAsset::kind>("kind", {.flags = kColumn}),
    field<&SharedAsset::owner>("owner", {.flags = kColumn}),
    field<&SharedAsset::usage>("usage", {.flags = kColumn}),
};

constexpr FieldInfo rotaTurn_fields[] = {
    field<&RotaTurn::week>("week", {.flags = kRequired | kColumn}),
    field<&RotaTurn::member>("member", {.flags = kRequired | kColumn}),
    field<&RotaTurn::topic>("topic", {.flags = kTitle | kColumn}),
    field<&RotaTurn::state>("state", {.flags = kColumn}),
};

constexpr FieldInfo activity_fields[] = {
    field<&Activity::name>("name", {.flags = kTitle | kRequired | kColumn}),
    field<&Activity::kind>("kind", {.flags = kColumn}),
    field<&Activity::hosts>("hosts", {.flags = kColumn}),
    field<&Activity::audience>("audience", {.flags = kColumn}),
    field<&Activity::start>("start", {.flags = kColumn}),
    field<&Activity::finish>("finish"),
    field<&Activity::period_words>("periodWords", {.flags = kWithPrevious}),
    field<&Activity::reach>("reach", {.min = 0, .max = 1000000000}),
    field<&Activity::reached>("reached", {.min = 0, .max = 1000000000}),
    field<&Activity::description>("description", {.flags = kLong}),
    field<&Activity::owner>("owner"),
    field<&Activity::budget>("budget", {.min = 0, .max = 100000000000}),
    field<&Activity::task>("task"),
};

constexpr FieldInfo tierStrategy_fields[] = {
    field<&TierStrategy::tier>("tier", {.flags = kColumn}),
    field<&TierStrategy::positioning>("positioning", {.flags = kTitle | kRequired | kLong | kColumn}),
    field<&TierStrategy::focus>("focus", {.flags = kLong | kColumn}),
    field<&TierStrategy::channels>("channels", {.flags = kColumn}),
    field<&TierStrategy::actions>("actions", {.flags = kLong}),
};

constexpr FieldInfo channel_fields[] = {
    field<&Channel::name>("name", {.flags = kTitle | kRequired | kColumn}),
    field<&Channel::kind>("kind", {.flags = kColumn}),
    field<&Channel::partner>("partner", {.flags = kColumn}),
    field<&Channel::audience>("audience", {.flags = kColumn}),
    field<&Channel::content>("content", {.flags = kLong}),
    field<&Channel::owner>("owner"),
};

constexpr FieldInfo caseEvidence_fields[] = {
    field<&CaseEvidence::title>("title", {.flags = kTitle | kRequired | kColumn}),
    field<&CaseEvidence::text>("text", {.flags = kLong | kColumn}),
    field<&CaseEvidence::metric>("metric", {.flags = kColumn}),
    field<&CaseEvidence::before>("before", {.flags = kColumn}),
    field<&CaseEvidence::after>("after", {.flags = kColumn}),
    field<&CaseEvidence::unit>("unit"),
    field<&CaseEvidence::source>("source", {.flags = kColumn}),
    field<&CaseEvidence::date>("date"),
};

}  // namespace

constexpr RecordInfo tierStrategy_record =
    record_of<TierStrategy>("tierStrategy", "tierStrategies", tierStrategy_fields);
constexpr RecordInfo channel_record = record_of<Channel>("channel", "channels", channel_fields);
constexpr RecordInfo caseEvidence_record = record_of<CaseEvidence>("caseEvidence", "cases", caseEvidence_fields);
constexpr RecordInfo consortium_record = record_of<Consortium>("consortium", "consortium", consortium_fields);
constexpr RecordInfo member_record = record_of<Member>("member", "members", member_fields);
constexpr RecordInfo sharedAsset_record = record_of<SharedAsset>("sharedAsset", "sharedAssets", sharedAsset_fields);
constexpr RecordInfo rotaTurn_record = record_of<RotaTurn>("rotaTurn", "rota", rotaTurn_fields);
constexpr RecordInfo activity_record = record_of<Activity>("activity", "activities", activity_fields);

}  // namespace model
