// The ledger: each request has one answer, and the answer does what was written beside the request.
#include "app/requests.hpp"

#include <doctest/doctest.h>

using namespace app;

TEST_CASE("requests: each answer runs what its request was sent with, once") {
    Requests requests;
    std::string seen;
    const std::uint32_t one =
        requests.send(FetchAsset{.path = "a"}, [&](const Answer& answer) { seen += "a" + answer.bytes; });
    const std::uint32_t two =
        requests.send(RandomBytes{.count = 4}, [&](const Answer& answer) { seen += "b" + answer.code; });
    CHECK(one != two);
    CHECK(requests.open() == 2);
    const std::vector<Request> out = requests.take_waiting();
    REQUIRE(out.size() == 2);
    CHECK(std::get<FetchAsset>(out[0]).id == one);  // in the order in which they were sent
    CHECK(std::get<RandomBytes>(out[1]).id == two);
    CHECK(requests.take_waiting().empty());
    CHECK(requests.take({two, false, "no", {}}));
    CHECK(requests.take({one, true, {}, "!"}));
    CHECK(seen == "bnoa!");
    CHECK(requests.open() == 0);
    CHECK(!requests.take({one, true, {}, "again"}));  // told twice
    CHECK(!requests.take({99, true, {}, {}}));        // never asked
    CHECK(seen == "bnoa!");
}

TEST_CASE("requests: one that is given up has failed, and what is still said to it is no answer") {
    Requests requests;
    std::vector<std::string> codes;
    const std::uint32_t id =
        requests.send(StoreFiles{.put = {}, .remove = {}}, [&](const Answer& answer) { codes.push_back(answer.code); });
    requests.give_up(id, "storage-timeout");
    CHECK(!requests.take({id, true, {}, {}}));
    CHECK(codes == std::vector<std::string>{"storage-timeout"});
}

TEST_CASE("requests: an answer may send further requests, and those without an id are answered by nobody") {
    Requests requests;
    const std::uint32_t first = requests.send(ReadCopies{.plans = {}}, [&](const Answer&) {
        for (int i = 0; i < 100; ++i) requests.send(ReadFile{.path = "x"}, [](const Answer&) {});
        requests.send(KeepTail{"t"});
    });
    CHECK(requests.take({first, true, {}, {}}));
    CHECK(requests.open() == 100);
    CHECK(requests.take_waiting().size() == 102);
    static_assert(Answered<StoreFiles> && Answered<PrivateStore> && !Answered<Announce> && !Answered<FocusNode>);
}
