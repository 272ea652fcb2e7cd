// sharing/trail.hpp: the versions that a plan carries with it: each with its digest, the latest also with what leads
// back to it, so that returned copies can be merged and signatures explained without any other file.
//
// An entry of model::Revision::back is "tasks/ID {row}" for a row as it was, "tasks/ID" for one that was not there. It
// holds only while the content is that of the plan that carries it: whoever changes the plan calls `carry`. Nothing is
// trusted: a version counts as known only if what comes out has its digest.
#pragma once

#include <optional>
#include <string>

#include "model/plan.hpp"
#include "revision/merge.hpp"

namespace sharing {

// So many of the newest versions keep their content: what was sent, what came back, what is sent again.
inline constexpr std::size_t kept_contents = 3;

// The plan with its present content recorded as its newest version, unless a version that it carries is the same. Of
// older ones than kept_contents only what was signed keeps its content.
struct Recording {
    model::Id id;  // new
    std::string author, note;
    base::Moment at;
};
model::Plan record_version(const model::Plan& plan, const Recording& recording);

// `after` with what leads back to the versions brought up to date; `before`: the plan whose entries are right.
model::Plan carry(const model::Plan& before, const model::Plan& after);

// The same for one edit, undone or not, at the cost of what differs, without knowing whether the entries are right:
// rows that are touched for the first time since a version are noted as they were. Versions of `before` stay, as what
// was passed on stays passed on.
model::Plan follow_edit(const model::Plan& before, const model::Plan& after);

// The content of a version, if the plan still has it. What in it refers to signatures or versions refers to nothing.
std::optional<model::Plan> version_content(const model::Plan& plan, const model::Revision& version);
// The content with that digest: the present one, or that of a version.
std::optional<model::Plan> content_with_digest(const model::Plan& plan, std::string_view digest);

// The content of the newest version that both know by the same digest and that one of them still has.
std::optional<model::Plan> common_version(const model::Plan& ours, const model::Plan& theirs);

// revision::merge, after which the versions of both sides lead back from the merged plan. base: null if there is none.
revision::Merged merge_copies(const model::Plan* base, const model::Plan& ours, const model::Plan& theirs);

// Without the content of any version: only what the digests tell.
model::Plan without_contents(const model::Plan& plan);

}  // namespace sharing
