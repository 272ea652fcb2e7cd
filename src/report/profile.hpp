// report/profile.hpp: for whom a document is made, and what of the plan therefore stays in the house.
#pragma once

#include <optional>
#include <string_view>

#include "model/plan.hpp"

namespace report {

// Words: "report.profile.NAME".
enum class Profile : std::uint8_t {
    Working,   // everything
    Approval,  // what is to be decided: nothing internal, and no progress in what is not about it
    Progress,  // how things stand: nothing internal
    Public,    // as Approval, and nobody is named
};
inline constexpr std::string_view profile_names[] = {"working", "approval", "progress", "public"};
std::string_view name_of(Profile profile);
std::optional<Profile> find_profile(std::string_view name);

// What a document may say.
struct Release {
    bool internal = true;  // comments, lists of people, notes, versions, what was set aside
    bool progress = true;  // what has been done so far
    bool names = true;     // of people
};
// about_progress: the document is there to say it.
Release release_of(Profile profile, bool about_progress);

// The plan as it may leave: rows are missing, fields are empty, and without names those of people in it are masked
// wherever they stand (张**); posts (科主任) stay. References stay whole. Linear in the plan.
model::Plan released_plan(const model::Plan& plan, const Release& release);

// Records that have no chapter of their own, and fields that no document says, not even that they are unset.
bool is_left_out(const Release& release, model::RecordType type);
bool is_left_out(const Release& release, const model::FieldInfo& field);

}  // namespace report
