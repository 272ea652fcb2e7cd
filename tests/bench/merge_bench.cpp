// How long comparing and merging take: 100 changes by each of two people in a plan of 10,000 tasks, in a program that
// holds all versions (their rows shared) and between three files; processor time, median of several runs.
#include <cstdio>

#include "bench/timing.hpp"
#include "codec/plan_json.hpp"
#include "revision/diff.hpp"
#include "revision/merge.hpp"
#include "sharing/chain.hpp"
#include "sharing/content.hpp"
#include "sharing/trail.hpp"
#include "support/large_plan.hpp"
#include "support/random_edit.hpp"

namespace {
// One of a hundred tasks each: dates, progress, notes, a few moved, one in ten removed or new.
model::Plan changed(const model::Plan& plan, std::uint64_t seed) {
    support::Random random(seed);
    model::Plan after = plan;
    for (int i = 0; i < 100; ++i) {
        const model::Id id = support::some_row(random, after.table(model::RecordType::Task));
        model::Task task = *after.rows<model::Task>().find(id);
        switch (i % 10) {
            case 0:
                task.id = random.id();
                break;
            case 1:
                task.order += "V";
                break;
            case 2:
                task.note = "每月第一周召开例会，由科主任主持。";
                break;
            default:
                task.progress = static_cast<std::int64_t>(random.below(101));
        }
        after.put(task);
    }
    return after;
}

void measure(const char* what, const model::Plan& base, const model::Plan& ours, const model::Plan& theirs) {
    std::size_t rows = 0, conflicts = 0;
    const double diff = bench::median_ms([&] { rows = revision::diff(base, theirs).rows.size(); });
    const double merge = bench::median_ms([&] { conflicts = revision::merge(base, ours, theirs).conflicts.size(); });
    std::printf("%-32s diff %7.3f ms (%zu rows), merge %7.3f ms (%zu conflicts)\n", what, diff, rows, merge, conflicts);
}

// Digest, signing and verifying, and what a recorded version adds to the file after 100 changes.
void measure_signing(const model::Plan& base) {
    support::Random random(3);
    const base::Moment now = *base::Moment::parse("2026-03-01T09:00");
    std::size_t bytes = 0;
    const double digest = bench::median_ms([&] { bytes += sharing::content_digest(base).size(); }, 5);
    const sharing::SignRequest request{random.id(), random.id(), {}, "甲", {}, model::Decision::Passed, {}, now};
    const model::Plan prepared = *sharing::sign(base, request);
    const double verify = bench::median_ms([&] { bytes += sharing::check_chain(prepared).steps.size(); }, 5);
    std::printf("digest of the content %7.3f ms, verifying a signature %7.3f ms\n", digest, verify);
    const model::Plan after = sharing::carry(prepared, changed(prepared, 1));
    const std::size_t with = codec::encode_plan(after).size();
    const std::size_t without = codec::encode_plan(sharing::without_contents(after)).size();
    std::printf("the way back over 100 changes adds %zu bytes to a file of %zu\n", with - without, without);
}
}  // namespace

int main() {
    const model::Plan base = support::large_plan(10000);
    const model::Plan ours = changed(base, 1), theirs = changed(base, 2);
    measure("rows shared in memory", base, ours, theirs);
    const auto apart = [](const model::Plan& plan) { return *codec::decode_plan(codec::encode_plan(plan)); };
    measure("three plans read from files", apart(base), apart(ours), apart(theirs));
    measure_signing(base);
}
