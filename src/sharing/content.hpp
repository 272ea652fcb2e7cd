// sharing/content.hpp: what of a plan is content: that which people sign, and by which versions are told apart.
#pragma once

#include <string>

#include "model/plan.hpp"

namespace sharing {

// The plan without signatures, recorded versions, status and number of revision, all of which follow from signing.
model::Plan content_of(const model::Plan& plan);

// SHA-256 of the content's RFC 8785 form, as 64 digits.
std::string content_digest(const model::Plan& plan);

}  // namespace sharing
