// Time and memory of reading, writing, copying and editing a plan of 10,000 tasks. Writes the plan to the file named by
// the first argument, so that other programs may be measured with the same one (tests/bench/json_bench.mjs). Prints
// numbers, asserts nothing.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <new>
#include <vector>

#include "codec/plan_json.hpp"
#include "edit/command.hpp"
#include "model/integrity.hpp"
#include "support/large_plan.hpp"

namespace {
std::size_t live_bytes = 0;
}

// Every allocation remembers its size, so that the bytes that are in use can be told. Without the allocator's own
// overhead.
void* operator new(std::size_t size) {
    constexpr std::size_t head = alignof(std::max_align_t);
    auto* block = static_cast<char*>(std::malloc(size + head));
    if (!block) std::abort();
    *reinterpret_cast<std::size_t*>(block) = size;
    live_bytes += size;
    return block + head;
}
void operator delete(void* pointer) noexcept {
    if (!pointer) return;
    char* block = static_cast<char*>(pointer) - alignof(std::max_align_t);
    live_bytes -= *reinterpret_cast<std::size_t*>(block);
    std::free(block);
}
void operator delete(void* pointer, std::size_t) noexcept {
    operator delete(pointer);
}

namespace {
// Median of the rounds, in milliseconds.
double median_ms(int rounds, const std::function<void()>& work) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

void print(const char* what, double value, const char* unit) {
    std::printf("%-44s %10.3f %s\n", what, value, unit);
}
}  // namespace

int main(int count, char** arguments) {
    constexpr std::size_t tasks = 10000;
    const std::string json = codec::encode_plan(support::large_plan(tasks));
    if (count > 1) std::ofstream(arguments[1], std::ios::binary) << json;
    print("file of 10,000 tasks", static_cast<double>(json.size()) / 1e6, "MB");

    std::size_t read_rows = 0;
    print("decode_plan", median_ms(15, [&] { read_rows = codec::decode_plan(json)->row_count(); }), "ms");
    print("rows", static_cast<double>(read_rows), "");

    const std::size_t before = live_bytes;
    const auto decoded = codec::decode_plan(json);
    const model::Plan& plan = *decoded;
    print("memory of the plan", static_cast<double>(live_bytes - before) / 1e6, "MB");

    std::size_t written = 0;
    print("encode_plan", median_ms(15, [&] { written += codec::encode_plan(plan).size(); }), "ms");
    print("canonical_plan", median_ms(9, [&] { written += codec::canonical_plan(plan).size(); }), "ms");
    print("check_plan", median_ms(15, [&] { written += model::check_plan(plan).ok(); }), "ms");

    const auto copy_1000 = [&] { written += std::vector<model::Plan>(1000, plan).size(); };
    print("copy of the plan", median_ms(9, copy_1000), "µs");

    const model::Id id = plan.rows<model::Task>().begin()->id;
    std::vector<model::Plan> steps;
    steps.reserve(1000);
    const std::size_t before_steps = live_bytes;
    const double edit_ms = median_ms(1, [&] {
        for (int i = 0; i < 1000; ++i)
            steps.push_back(
                *edit::apply_command(plan, edit::set_field<&model::Task::title>(id, "直播 " + std::to_string(i))));
    });
    print("apply_command, one field of one task", edit_ms, "µs");
    print("memory of one undo step", static_cast<double>(live_bytes - before_steps) / 1e6, "kB");
    std::printf("(%zu bytes written)\n", written);
}
