// Descriptions of accounts, page design, platform rules: the only list of their fields.
#include "model/plan.hpp"
#include "model/records/records.hpp"

namespace model {
namespace {

constexpr FieldInfo account_fields[] = {
    field<&Account::platform>("platform", {.flags = kRequired | kColumn}),
    field<&Account::name>("name", {.flags = kTitle | kRequired | kColumn}),
    field<&Account::verified>("verified", {.flags = kColumn}),
    field<&Account::positioning>("positioning", {.flags = kLong}),
    field<&Account::profile>("profile", {.flags = kLong}),
    field<&Account::custodians>("custodians", {.flags = kColumn}),
    field<&Account::custodian_units>("custodianUnits"),
    field<&Account::password_rotation_days>("passwordRotationDays",
                                            {.flags = kColumn, .min = 1, .max = 3650, .unit = "day"}),
    field<&Account::password_changed_on>("passwordChangedOn"),
    field<&Account::features>("features"),
    field<&Account::hashtags>("hashtags"),
    field<&Account::complaint_channel>("complaintChannel"),
    field<&Account::promotion>("promotion", {.flags = kLong}),
};

constexpr FieldInfo picture_fields[] = {
    field<&Picture::account>("account", {.flags = kOwner}),
    field<&Picture::kind>("kind", {.flags = kColumn}),
    field<&Picture::description>("description", {.flags = kTitle | kRequired | kColumn}),
    field<&Picture::width>("width", {.flags = kColumn, .min = 1, .max = 100000, .unit = "pixel"}),
    field<&Picture::height>("height", {.flags = kColumn, .min = 1, .max = 100000, .unit = "pixel"}),
    field<&Picture::size_kb>("sizeKb", {.flags = kColumn, .min = 0, .max = 10000000, .unit = "kilobyte"}),
    field<&Picture::source>("source"),
};

constexpr FieldInfo linkBlock_fields[] = {
    field<&LinkBlock::account>("account", {.flags = kOwner}),
    field<&LinkBlock::name>("name", {.flags = kTitle | kRequired | kColumn}),
    field<&LinkBlock::entries>("entries", {.flags = kColumn}),
};

constexpr FieldInfo menuItem_fields[] = {
    field<&MenuItem::account>("account", {.flags = kOwner}),
    field<&MenuItem::parent>("parent", {.flags = kTree}),
    field<&MenuItem::title>("title", {.flags = kTitle | kRequired | kColumn}),
    field<&MenuItem::target>("target", {.flags = kColumn}),
};

constexpr FieldInfo publishingRule_fields[] = {
    field<&PublishingRule::platform>("platform", {.flags = kColumn}),
    field<&PublishingRule::name>("name", {.flags = kTitle | kRequired | kColumn}),
    field<&PublishingRule::kind>("kind", {.flags = kColumn}),
    field<&PublishingRule::limit>("limit", {.flags = kColumn | kWithPrevious, .min = 0, .max = 1000000}),
    field<&PublishingRule::limit_high>("limitHigh", {.flags = kWithPrevious, .min = 0, .max = 1000000}),
    field<&PublishingRule::unit>("unit", {.flags = kColumn | kWithPrevious}),
    field<&PublishingRule::text>("text", {.flags = kLong | kColumn}),
};

constexpr FieldInfo custodian_fields[] = {
    field<&Custodian::account>("account", {.flags = kOwner}),
    field<&Custodian::unit>("unit", {.flags = kColumn}),
    field<&Custodian::person>("person", {.flags = kRequired | kColumn}),
    field<&Custodian::duty>("duty", {.flags = kTitle | kColumn}),
};

}  // namespace

constexpr RecordInfo custodian_record = record_of<Custodian>("custodian", "custodians", custodian_fields);
constexpr RecordInfo account_record = record_of<Account>("account", "accounts", account_fields);
constexpr RecordInfo picture_record = record_of<Picture>("picture", "pictures", picture_fields);
constexpr RecordInfo linkBlock_record = record_of<LinkBlock>("linkBlock", "linkBlocks", linkBlock_fields);
constexpr RecordInfo menuItem_record = record_of<MenuItem>("menuItem", "menuItems", menuItem_fields);
constexpr RecordInfo publishingRule_record =
    record_of<PublishingRule>("publishingRule", "publishingRules", publishingRule_fields);

}  // namespace model
