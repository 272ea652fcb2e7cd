// app/clock.hpp: the time of the frame, as every part of the application reads it.
#pragma once

#include "analysis/check.hpp"

namespace app {

struct Clock {
    double seconds = 0;  // monotonic
    analysis::Today today;
};

}  // namespace app
