// tests/app/storage_support.hpp: a platform that stores, fails, delays and repeats as a test asks, and tabs on it.
#pragma once

#include "app/storage_client.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "store/store_support.hpp"

using namespace app;
using namespace store_test;

namespace storage_test {

// What the page does with requests: stores as a whole or not at all, answers once, now and then twice; keeps the small
// texts.
struct FakePlatform {
    store::MemoryFiles files, copies;  // copies: kept up by the tests themselves
    std::string tail, witness;
    std::vector<Answer> answers;
    std::size_t operations = 0, failures = 0, copies_read = 0;
    std::function<std::string(std::size_t)> fail = [](std::size_t) { return std::string(); };  // code, or "" to do it
    bool stored_although_failed = false;

    void carry_out(Requests& requests) {
        for (Request& request : requests.take_waiting()) {
            if (const auto* put = std::get_if<StoreFiles>(&request)) store_files(*put);
            if (const auto* keep = std::get_if<KeepTail>(&request)) tail = keep->bytes;
            if (const auto* read = std::get_if<ReadCopies>(&request)) read_copies(*read);
            if (const auto* preference = std::get_if<SetPreference>(&request)) {
                CHECK(preference->name == "witness");
                witness = preference->value;
            }
        }
    }
    void store_files(const StoreFiles& request) {
        const std::string code = fail(operations++);
        failures += !code.empty();
        if (code.empty() || stored_although_failed) {
            for (const StoreFiles::File& file : request.put) files.files[file.path] = file.bytes;
            for (const std::string& path : request.remove) files.files.erase(path);
        }
        answers.push_back({request.id, code.empty(), code, {}});
    }
    void read_copies(const ReadCopies& request) {
        std::vector<store::FileImage> found;
        for (const auto& [path, bytes] : copies.files)
            if (request.plans.empty() || request.plans.find(store::split_path(path)->plan) != std::string::npos)
                found.push_back({path, bytes});
        answers.push_back({request.id, true, {}, store::encode_tail(found)});
        ++copies_read;
    }
    void answer_all(Requests& requests) {
        for (const Answer& answer : std::exchange(answers, {})) CHECK(requests.take(answer));
    }
};

struct Tab {
    FakePlatform& platform;
    Requests requests;
    StorageClient client;
    double seconds = 0;
    base::Moment now;
    Tab(FakePlatform& host, int number, std::string role = "writer", base::Moment clock = noon(),
        std::set<base::Id> left_alone = {})
        : platform(host),
          client(host.files, requests,
                 {static_cast<std::uint64_t>(number), "(另一份)", "(出错)", std::move(left_alone)}),
          now(clock) {
        client.started({{{"theme", "dark"}, {"witness", platform.witness}}, platform.tail, "zh", "", std::move(role)},
                       now);
        platform.carry_out(requests);
        platform.answer_all(requests);  // copies are looked at before anything else
        CHECK(client.ready());
    }
    void frame(double later = 0.1) {
        seconds += later;
        client.frame(seconds, now);
        platform.carry_out(requests);
    }
    void settle() {  // until nothing is under way
        for (int i = 0; i < 200; ++i) {
            frame();
            platform.answer_all(requests);
        }
    }
};

inline Plan small_plan(std::uint64_t seed) {
    return support::random_plan(seed, {.rows = 2, .long_texts = false});
}

inline Plan changed_plan(Random& random, const Plan& plan) {
    for (;;) {
        Plan next = random_edit(random, plan);
        if (!model::equal(plan, next)) return next;
    }
}

inline bool is_stored(const FakePlatform& platform, const Plan& plan) {
    const auto opened = store::open_stored(platform.files, plan.id);
    return opened && model::equal(opened->plan, plan);
}

}  // namespace storage_test
