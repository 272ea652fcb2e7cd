// Descriptions of cover, free sections, own calendar: the only list of their fields.
#include "model/plan.hpp"
#include "model/records/records.hpp"

namespace model {
namespace {

constexpr FieldInfo cover_fields[] = {
    field<&Cover::title>("title", {.flags = kTitle | kRequired | kColumn}),
    field<&Cover::department>("department", {.flags = kRequired}),
    field<&Cover::organizer>("organizer"),
    field<&Cover::preparer>("preparer", {.flags = kRequired}),
    field<&Cover::reviewer>("reviewer"),
    field<&Cover::approver>("approver"),
    field<&Cover::prepared_on>("preparedOn", {.flags = kRequired}),
    field<&Cover::prepared_words>("preparedWords", {.flags = kWithPrevious}),
    field<&Cover::start>("start"),
    field<&Cover::finish>("finish"),
    field<&Cover::status>("status"),
    field<&Cover::revision>("revision", {.flags = kSystem, .min = 0, .max = 1000000}),
    field<&Cover::template_id>("templateId", {.flags = kSystem}),
    field<&Cover::kind>("kind"),
    field<&Cover::number>("number"),
    field<&Cover::version>("version"),
    field<&Cover::effective_on>("effectiveOn"),
    field<&Cover::replaces>("replaces"),
    field<&Cover::interpreter>("interpreter"),
    field<&Cover::author>("author"),
    field<&Cover::addressee>("addressee"),
    field<&Cover::issued_on>("issuedOn"),
    field<&Cover::contact>("contact"),
    field<&Cover::introduction>("introduction", {.flags = kLong}),
    field<&Cover::task_overview>("taskOverview", {.flags = kLong}),
    field<&Cover::summary>("summary", {.flags = kLong}),
    field<&Cover::outlook>("outlook", {.flags = kLong}),
    field<&Cover::outlook_items>("outlookItems"),
    field<&Cover::attachments>("attachments"),
};

constexpr FieldInfo section_fields[] = {
    field<&Section::parent>("parent", {.flags = kTree}),
    field<&Section::place>("place", {.flags = kColumn}),
    field<&Section::heading>("heading", {.flags = kTitle | kRequired | kColumn}),
    field<&Section::body>("body", {.flags = kLong | kColumn}),
    field<&Section::table>("table"),
};

constexpr FieldInfo chapter_fields[] = {
    field<&Chapter::key>("key", {.flags = kSystem}),
    field<&Chapter::title>("title", {.flags = kTitle | kColumn}),
    field<&Chapter::off>("off", {.flags = kColumn | kSystem}),
    field<&Chapter::text>("text", {.flags = kLong}),
};

constexpr FieldInfo attachment_fields[] = {
    field<&Attachment::title>("title", {.flags = kTitle | kRequired | kColumn}),
    field<&Attachment::text>("text", {.flags = kLong | kColumn}),
    field<&Attachment::table>("table"),
};

constexpr FieldInfo calendarDay_fields[] = {
    field<&CalendarDay::date>("date", {.flags = kRequired | kColumn}),
    field<&CalendarDay::kind>("kind", {.flags = kColumn}),
    field<&CalendarDay::note>("note", {.flags = kTitle | kColumn}),
};

}  // namespace

constexpr RecordInfo cover_record = record_of<Cover>("cover", "cover", cover_fields);
constexpr RecordInfo section_record = record_of<Section>("section", "sections", section_fields);
constexpr RecordInfo chapter_record = record_of<Chapter>("chapter", "chapters", chapter_fields);
constexpr RecordInfo attachment_record = record_of<Attachment>("attachment", "attachmentTexts", attachment_fields);
constexpr RecordInfo calendarDay_record = record_of<CalendarDay>("calendarDay", "calendar", calendarDay_fields);

}  // namespace model
