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
    field<&Activity::reach>("reach", {.min = 0, .max = 1000000000}),
    field<&Activity::description>("description", {.flags = kLong}),
};

}  // namespace

constexpr RecordInfo consortium_record = record_of<Consortium>("consortium", "consortium", consortium_fields);
constexpr RecordInfo member_record = record_of<Member>("member", "members", member_fields);
constexpr RecordInfo sharedAsset_record = record_of<SharedAsset>("sharedAsset", "sharedAssets", sharedAsset_fields);
constexpr RecordInfo rotaTurn_record = record_of<RotaTurn>("rotaTurn", "rota", rotaTurn_fields);
constexpr RecordInfo activity_record = record_of<Activity>("activity", "activities", activity_fields);

}  // namespace model
