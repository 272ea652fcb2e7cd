// platform/requests.hpp: carries out what a frame asked for.
#pragma once

#include <vector>

#include "app/frame_io.hpp"

namespace platform {

void carry_out(const std::vector<app::Request>& requests);

}  // namespace platform
