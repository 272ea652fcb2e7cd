#include "platform/ranges_fallback.hpp"

#if defined(_LIBCPP_VERSION) && _LIBCPP_VERSION < 15000
namespace std::ranges::fallback {

// Merges runs of 1, 2, 4, … places.
std::vector<std::size_t> sorted_places(std::size_t count, Before before, const void* context) {
    std::vector<std::size_t> places(count), merged(count);
    for (std::size_t i = 0; i < count; ++i) places[i] = i;
    for (std::size_t run = 1; run < count; run *= 2) {
        for (std::size_t begin = 0; begin < count; begin += 2 * run) {
            std::size_t left = begin, right = std::min(begin + run, count);
            const std::size_t middle = right, end = std::min(begin + 2 * run, count);
            for (std::size_t out = begin; out < end; ++out) {
                const bool take_right = left == middle || (right < end && before(context, places[right], places[left]));
                merged[out] = places[take_right ? right++ : left++];
            }
        }
        places.swap(merged);
    }
    return places;
}

}  // namespace std::ranges::fallback
#endif
