#include "sharing/content.hpp"

#include "codec/plan_json.hpp"
#include "sharing/digest.hpp"

namespace sharing {

model::Plan content_of(const model::Plan& plan) {
    model::Plan content = plan;
    content.table(model::RecordType::ApprovalStep) = model::Table();
    content.table(model::RecordType::Revision) = model::Table();
    model::Cover cover = plan.cover();
    cover.status = {};
    cover.revision.reset();
    content.put(std::move(cover));
    return content;
}

std::string content_digest(const model::Plan& plan) {
    return sha256_hex(codec::canonical_plan(content_of(plan)));
}

}  // namespace sharing
