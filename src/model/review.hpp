// model/review.hpp: comments and the approval chain 编制 → 审核 → 批准.
#pragma once

#include "model/people.hpp"
#include "model/publishing.hpp"

namespace model {

enum class ApprovalRole : std::uint8_t { Prepare, Review, Approve };

struct Comment : Row {
    static constexpr RecordType type = RecordType::Comment;
    std::string subject_type;  // record name
    Ref<Row> subject;
    std::string field;    // field name, or empty: the whole row
    Ref<Comment> parent;  // answer to
    std::string author;
    Moment written_at;
    std::string text;
    bool resolved = false;
};

struct ApprovalStep : Row {
    static constexpr RecordType type = RecordType::ApprovalStep;
    ApprovalRole role{};
    Ref<Person> person;
    Decision decision{};
    std::string opinion;
    Date date;
    std::string digest;         // SHA-256 of the canonical content that was signed
    std::string parent_digest;  // the seal of the step before
    std::string name;           // of the person, as they signed
    Moment signed_at;
    std::string seal;       // SHA-256 of all that this step says; empty: noted by hand, not signed
    std::string key;        // the public key, if it was signed with one
    std::string signature;  // with that key
};

// A state of the plan that was passed on or signed; versions are merged by the last one that both have.
struct Revision : Row {
    static constexpr RecordType type = RecordType::Revision;
    std::string note;
    std::string author;
    Moment saved_at;
    std::string digest;  // SHA-256 of the canonical content
    // What to change in the plan that holds this to get that content, a row an entry; see sharing/trail.hpp.
    std::vector<std::string> back;
};

// A finding of the checks that people have looked at and leave; it comes back when its subject changes.
struct SetAside : Row {
    static constexpr RecordType type = RecordType::SetAside;
    std::string rule;
    std::string subject_type;
    Ref<Row> subject;
    std::string seen;  // a digest of the subject as it was
    std::string reason;
    Ref<Person> by;
    Date date;
};

template <> struct ChoicesOf<ApprovalRole> { static const Choices choices; };

}  // namespace model
