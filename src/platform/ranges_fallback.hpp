// platform/ranges_fallback.hpp: the algorithms of std::ranges that the libc++ of Emscripten 3.1.6 lacks, so that all
// other code can be plain C++20. The build puts it in front of every source there; it is empty elsewhere.
#pragma once

#include <version>

#if defined(_LIBCPP_VERSION) && _LIBCPP_VERSION < 15000
#include <algorithm>
#include <functional>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>
#include <vector>

// Adding to std is not allowed by the letter; the names are exactly those that the library was going to add itself.
namespace std::ranges {

template <class Range, class Test, class Projection = identity>
constexpr auto find_if(Range&& range, Test test, Projection projection = {}) {
    auto at = begin(range);
    for (; at != end(range); ++at)
        if (invoke(test, invoke(projection, *at))) break;
    return at;
}

template <class Range, class Value, class Projection = identity>
constexpr auto find(Range&& range, const Value& value, Projection projection = {}) {
    return ranges::find_if(
        range, [&value](const auto& each) { return each == value; }, std::ref(projection));
}

template <class Range, class Test, class Projection = identity>
constexpr bool any_of(Range&& range, Test test, Projection projection = {}) {
    return ranges::find_if(range, std::ref(test), std::ref(projection)) != end(range);
}

template <class Range, class Test, class Projection = identity>
constexpr bool all_of(Range&& range, Test test, Projection projection = {}) {
    return !ranges::any_of(
        range, [&test](auto&& each) { return !invoke(test, each); }, std::ref(projection));
}

template <class Range, class Test, class Projection = identity>
constexpr bool none_of(Range&& range, Test test, Projection projection = {}) {
    return !ranges::any_of(range, std::ref(test), std::ref(projection));
}

template <class Range, class Value, class Order = less, class Projection = identity>
constexpr auto lower_bound(Range&& range, const Value& value, Order order = {}, Projection projection = {}) {
    return std::partition_point(begin(range), end(range),
                                [&](auto&& each) { return invoke(order, invoke(projection, each), value); });
}

template <class Range, class Value, class Order = less, class Projection = identity>
constexpr auto upper_bound(Range&& range, const Value& value, Order order = {}, Projection projection = {}) {
    return std::partition_point(begin(range), end(range),
                                [&](auto&& each) { return !invoke(order, value, invoke(projection, each)); });
}

template <class Range, class Value, class Order = less, class Projection = identity>
constexpr bool binary_search(Range&& range, const Value& value, Order order = {}, Projection projection = {}) {
    const auto at = ranges::lower_bound(range, value, order, projection);
    return at != end(range) && !invoke(order, value, invoke(projection, *at));
}

template <class Range, class Test, class Projection = identity>
constexpr auto count_if(Range&& range, Test test, Projection projection = {}) {
    return std::count_if(begin(range), end(range),
                         [&](auto&& each) { return static_cast<bool>(invoke(test, invoke(projection, each))); });
}

template <class Range, class Value, class Projection = identity>
constexpr auto count(Range&& range, const Value& value, Projection projection = {}) {
    return ranges::count_if(
        range, [&value](const auto& each) { return each == value; }, std::ref(projection));
}

namespace fallback {
// The places 0..count-1 in order, equal ones as they were. Compiled once: std::sort makes 2 kB of code for each element
// type and order, 60 kB in all.
using Before = bool (*)(const void* context, std::size_t a, std::size_t b);
std::vector<std::size_t> sorted_places(std::size_t count, Before before, const void* context);
}  // namespace fallback

template <class Range, class Order = less, class Projection = identity>
auto stable_sort(Range&& range, Order order = {}, Projection projection = {}) {
    const auto first = begin(range);
    const auto before = [&](std::size_t a, std::size_t b) -> bool {
        const auto at = [&](std::size_t i) { return first + static_cast<std::ptrdiff_t>(i); };
        return invoke(order, invoke(projection, *at(a)), invoke(projection, *at(b)));
    };
    const auto count = static_cast<std::size_t>(end(range) - first);
    if (count < 2) return end(range);
    const auto places = fallback::sorted_places(
        count,
        [](const void* context, std::size_t a, std::size_t b) {
            return (*static_cast<const decltype(before)*>(context))(a, b);
        },
        &before);
    std::vector<std::remove_cvref_t<decltype(*first)>> moved;
    moved.reserve(places.size());
    for (const std::size_t place : places) moved.push_back(std::move(*(first + static_cast<std::ptrdiff_t>(place))));
    std::move(moved.begin(), moved.end(), first);
    return end(range);
}

template <class Range, class Order = less, class Projection = identity>
auto sort(Range&& range, Order order = {}, Projection projection = {}) {
    return ranges::stable_sort(range, std::ref(order), std::ref(projection));
}

template <class Range, class Order = less, class Projection = identity>
constexpr bool is_sorted(Range&& range, Order order = {}, Projection projection = {}) {
    return std::is_sorted(begin(range), end(range), [&](auto&& a, auto&& b) -> bool {
        return invoke(order, invoke(projection, a), invoke(projection, b));
    });
}

template <class Range, class Order = less, class Projection = identity>
constexpr auto min_element(Range&& range, Order order = {}, Projection projection = {}) {
    return std::min_element(begin(range), end(range), [&](auto&& a, auto&& b) -> bool {
        return invoke(order, invoke(projection, a), invoke(projection, b));
    });
}

template <class Range, class Order = less, class Projection = identity>
constexpr auto max_element(Range&& range, Order order = {}, Projection projection = {}) {
    return std::max_element(begin(range), end(range), [&](auto&& a, auto&& b) -> bool {
        return invoke(order, invoke(projection, a), invoke(projection, b));
    });
}

template <class Range, class Work, class Projection = identity>
constexpr void for_each(Range&& range, Work work, Projection projection = {}) {
    for (auto&& each : range) invoke(work, invoke(projection, each));
}

template <class Range, class Output> constexpr void copy(Range&& range, Output output) {
    std::copy(begin(range), end(range), output);
}

template <class Range, class Output, class Work, class Projection = identity>
constexpr void transform(Range&& range, Output output, Work work, Projection projection = {}) {
    for (auto&& each : range) *output++ = invoke(work, invoke(projection, each));
}

template <class Range> constexpr void reverse(Range&& range) {
    std::reverse(begin(range), end(range));
}

template <class Range, class Value> constexpr void fill(Range&& range, const Value& value) {
    std::fill(begin(range), end(range), value);
}

template <class First, class Second> constexpr bool equal(const First& first, const Second& second) {
    return std::equal(begin(first), end(first), begin(second), end(second));
}

}  // namespace std::ranges
#endif
