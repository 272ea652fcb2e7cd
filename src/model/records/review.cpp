// Descriptions of comments and approval: the only list of their fields.
#include "model/plan.hpp"
#include "model/records/records.hpp"

namespace model {
namespace {

constexpr FieldInfo comment_fields[] = {
    field<&Comment::subject_type>("subjectType", {.flags = kSystem}),
    field<&Comment::subject>("subject", {.flags = kAnyRecord | kSystem | kWithPrevious}),
    field<&Comment::field>("field", {.flags = kSystem | kWithPrevious}),
    field<&Comment::parent>("parent", {.flags = kTree}),
    field<&Comment::author>("author"),
    field<&Comment::written_at>("writtenAt"),
    field<&Comment::text>("text", {.flags = kTitle | kRequired | kLong | kColumn}),
    field<&Comment::resolved>("resolved", {.flags = kColumn}),
};

constexpr FieldInfo approvalStep_fields[] = {
    field<&ApprovalStep::role>("role", {.flags = kColumn}),
    field<&ApprovalStep::person>("person", {.flags = kColumn}),
    field<&ApprovalStep::decision>("decision", {.flags = kColumn}),
    field<&ApprovalStep::opinion>("opinion", {.flags = kTitle | kLong | kColumn}),
    field<&ApprovalStep::date>("date", {.flags = kColumn}),
    field<&ApprovalStep::digest>("digest", {.flags = kSystem}),
    field<&ApprovalStep::parent_digest>("parentDigest", {.flags = kSystem | kWithPrevious}),
    field<&ApprovalStep::name>("name", {.flags = kSystem}),
    field<&ApprovalStep::signed_at>("signedAt", {.flags = kSystem}),
    field<&ApprovalStep::seal>("seal", {.flags = kSystem}),
    field<&ApprovalStep::key>("key", {.flags = kSystem}),
    field<&ApprovalStep::signature>("signature", {.flags = kSystem | kWithPrevious}),
};

constexpr FieldInfo revision_fields[] = {
    field<&Revision::note>("note", {.flags = kTitle | kColumn}),
    field<&Revision::author>("author", {.flags = kColumn}),
    field<&Revision::saved_at>("savedAt", {.flags = kColumn}),
    field<&Revision::digest>("digest", {.flags = kSystem}),
    // An entry is at most a row of long texts.
    field<&Revision::back>("back", {.flags = kSystem | kWithPrevious, .max = 1000000}),
};

constexpr FieldInfo setAside_fields[] = {
    field<&SetAside::rule>("rule", {.flags = kSystem}),
    field<&SetAside::subject_type>("subjectType", {.flags = kSystem}),
    field<&SetAside::subject>("subject", {.flags = kAnyRecord | kSystem | kWithPrevious}),
    field<&SetAside::seen>("seen", {.flags = kSystem | kWithPrevious}),
    field<&SetAside::reason>("reason", {.flags = kTitle | kRequired | kLong | kColumn}),
    field<&SetAside::by>("by", {.flags = kColumn}),
    field<&SetAside::date>("date", {.flags = kColumn}),
};

}  // namespace

constexpr RecordInfo setAside_record = record_of<SetAside>("setAside", "setAsides", setAside_fields);
constexpr RecordInfo comment_record = record_of<Comment>("comment", "comments", comment_fields);
constexpr RecordInfo approvalStep_record =
    record_of<ApprovalStep>("approvalStep", "approvalSteps", approvalStep_fields);
constexpr RecordInfo revision_record = record_of<Revision>("revision", "revisions", revision_fields);

}  // namespace model
