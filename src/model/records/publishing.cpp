// Descriptions of content, publications, review, inquiries, incidents: the only list of their fields.
#include "model/plan.hpp"
#include "model/records/records.hpp"

namespace model {
namespace {

constexpr FieldInfo contentCategory_fields[] = {
    field<&ContentCategory::name>("name", {.flags = kTitle | kRequired | kColumn}),
    field<&ContentCategory::scope>("scope", {.flags = kLong | kColumn}),
    field<&ContentCategory::items>("items", {.flags = kColumn}),
    field<&ContentCategory::hashtags>("hashtags"),
    field<&ContentCategory::supplier>("supplier"),
    field<&ContentCategory::suppliers>("suppliers"),
};

constexpr FieldInfo publication_fields[] = {
    field<&Publication::title>("title", {.flags = kTitle | kRequired | kColumn}),
    field<&Publication::account>("account", {.flags = kColumn}),
    field<&Publication::category>("category", {.flags = kColumn}),
    field<&Publication::body>("body", {.flags = kLong}),
    field<&Publication::author>("author", {.flags = kColumn}),
    field<&Publication::planned_on>("plannedOn", {.flags = kColumn}),
    field<&Publication::published_at>("publishedAt"),
    field<&Publication::sensitivity>("sensitivity", {.flags = kColumn}),
    field<&Publication::review>("review"),
    field<&Publication::state>("state", {.flags = kColumn}),
    field<&Publication::pictures>("pictures", {.min = 0, .max = 1000}),
    field<&Publication::picture_source>("pictureSource"),
    field<&Publication::quotation_source>("quotationSource"),
    field<&Publication::patient_story>("patientStory"),
    field<&Publication::consent>("consent"),
};

constexpr FieldInfo reviewStep_fields[] = {
    field<&ReviewStep::publication>("publication", {.flags = kOwner}),
    field<&ReviewStep::level>("level", {.flags = kColumn}),
    field<&ReviewStep::reviewer>("reviewer", {.flags = kRequired | kColumn}),
    field<&ReviewStep::decision>("decision", {.flags = kColumn}),
    field<&ReviewStep::opinion>("opinion", {.flags = kTitle | kLong | kColumn}),
    field<&ReviewStep::date>("date", {.flags = kColumn}),
};

constexpr FieldInfo inquiry_fields[] = {
    field<&Inquiry::account>("account"),
    field<&Inquiry::received_on>("receivedOn", {.flags = kRequired | kColumn}),
    field<&Inquiry::question>("question", {.flags = kTitle | kRequired | kLong | kColumn}),
    field<&Inquiry::difficulty>("difficulty", {.flags = kColumn}),
    field<&Inquiry::handler>("handler", {.flags = kColumn}),
    field<&Inquiry::answered_on>("answeredOn", {.flags = kColumn}),
    field<&Inquiry::answer>("answer", {.flags = kLong}),
    field<&Inquiry::other_way>("otherWay"),
};

constexpr FieldInfo incident_fields[] = {
    field<&Incident::account>("account"),
    field<&Incident::kind>("kind", {.flags = kColumn}),
    field<&Incident::description>("description", {.flags = kTitle | kRequired | kLong | kColumn}),
    field<&Incident::opened_at>("openedAt", {.flags = kRequired | kColumn}),
    field<&Incident::owner>("owner", {.flags = kColumn}),
    field<&Incident::reported_at>("reportedAt"),
    field<&Incident::countermeasures>("countermeasures", {.flags = kLong}),
    field<&Incident::statement>("statement", {.flags = kLong}),
    field<&Incident::approved_at>("approvedAt"),
    field<&Incident::clarified_at>("clarifiedAt", {.flags = kColumn}),
    field<&Incident::lesson>("lesson", {.flags = kLong}),
};

}  // namespace

constexpr RecordInfo contentCategory_record =
    record_of<ContentCategory>("contentCategory", "contentCategories", contentCategory_fields);
constexpr RecordInfo publication_record = record_of<Publication>("publication", "publications", publication_fields);
constexpr RecordInfo reviewStep_record = record_of<ReviewStep>("reviewStep", "reviewSteps", reviewStep_fields);
constexpr RecordInfo inquiry_record = record_of<Inquiry>("inquiry", "inquiries", inquiry_fields);
constexpr RecordInfo incident_record = record_of<Incident>("incident", "incidents", incident_fields);

}  // namespace model
