// tests/bench/timing.hpp: how long something takes: processor time, median of several runs.
#pragma once

#include <algorithm>
#include <ctime>
#include <vector>

namespace bench {

template <class Work> double median_ms(Work work, int runs = 15) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const std::clock_t begin = std::clock();  // processor time: other work on the machine does not count
        work();
        times.push_back(1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return times[static_cast<std::size_t>(runs / 2)];
}

}  // namespace bench
