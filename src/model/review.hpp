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
    std::string parent_digest;  // of the step before
};

template <> struct ChoicesOf<ApprovalRole> { static const Choices choices; };

}  // namespace model
