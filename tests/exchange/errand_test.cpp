// What the second program does, and the way there and back.
#include "exchange/errand.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "codec/plan_json.hpp"
#include "support/content.hpp"
#include "support/random_plan.hpp"

using namespace exchange;

namespace {
const base::Date errand_day = *base::Date::parse("2026-07-15");
const base::Moment errand_time = base::Moment::at(errand_day, 9, 30);
const base::Words& errand_words() {
    return base::Words::simplified_chinese();
}
base::Result<Files> there_and_back(const Errand& errand) {
    return unpack_outcome(carry_out_packed(pack(errand), errand_words(), [](int) {}));
}
}  // namespace

TEST_CASE("errands: a plan in each format, as exchange::write makes it") {
    const model::Plan plan = support::example("emergency-social-media");
    for (const Format& format : formats())
        for (const Subject subject : {Subject::Plan, Subject::Inspection}) {
            CAPTURE(format.id);
            const Errand errand{.format = std::string(format.id),
                                .bytes = codec::encode_plan(plan),
                                .now = errand_time,
                                .subject = subject};
            const auto made = there_and_back(errand);
            const auto wanted = write(format, plan, {errand_words(), errand_day, subject});
            REQUIRE(made.ok() == wanted.ok());
            if (made)
                CHECK(*made == Files{*wanted});
            else
                CHECK(made.error() == wanted.error());
        }
}

TEST_CASE("errands: what is asked of a report goes along") {
    const model::Plan plan = support::example("emergency-social-media");
    Errand errand{.format = "csv", .bytes = codec::encode_plan(plan), .now = errand_time, .table = "risk"};
    const auto risks = there_and_back(errand);
    REQUIRE(risks);
    CHECK(risks->front().find("风险") != std::string::npos);
    errand.table = "nothing";
    CHECK(there_and_back(errand).error().code == "table-missing");
    CHECK(there_and_back(errand).error().subject == "nothing");
    errand.subject = Subject::Inspection;
    errand.inspection = *model::Id::parse("nowhere");
    CHECK(there_and_back(errand).error() == base::Error{"inspection-missing", "nowhere", {}});
}

TEST_CASE("errands: a file gives its plans as JSON") {
    const model::Plan plan = support::example("emergency-social-media");
    for (const Format& format : formats()) {
        CAPTURE(format.id);
        const auto bytes = write(format, plan, {errand_words(), errand_day});
        const Errand errand{
            .operation = Operation::Import, .format = std::string(format.id), .bytes = bytes ? *bytes : std::string()};
        const auto read = there_and_back(errand);
        REQUIRE(read.ok() == format.reads);
        if (read)
            CHECK(*read == Files{codec::encode_plan(plan)});
        else
            CHECK(read.error() == base::Error{"format-not-read", std::string(format.id), {}});
    }
    const auto damaged = there_and_back({.operation = Operation::Import, .format = "plan", .bytes = "{"});
    CHECK(damaged.error().code == "json-syntax");
}

TEST_CASE("errands: an archive is packed, and unpacked again") {
    const std::vector<base::ZipEntry> entries{
        {"a.plan.json", "{}"}, {"store/p/s-1", std::string(5000, 'x')}, {"leer", ""}};
    const auto archive =
        there_and_back({.operation = Operation::Pack, .format = "archive", .bytes = pack(entries), .now = errand_time});
    REQUIRE(archive);
    CHECK(archive->front() == *base::write_zip(entries, errand_time));
    Errand back{.operation = Operation::Unpack, .format = "archive", .bytes = archive->front()};
    const auto files = there_and_back(back);
    REQUIRE(files);
    const auto unpacked = entries_of(*files);
    REQUIRE(unpacked.size() == entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        CHECK(unpacked[i].name == entries[i].name);
        CHECK(unpacked[i].bytes == entries[i].bytes);
    }
    back.bytes.resize(back.bytes.size() / 2);
    CHECK(there_and_back(back).error().code == "zip-cut");
    back.operation = Operation::Pack;
    CHECK(there_and_back(back).error().code == "errand-failed");
}

TEST_CASE("errands: an errand that is no plan or of no format says so") {
    CHECK(there_and_back({.format = "html", .bytes = "no plan"}).error().code == "json-syntax");
    CHECK(there_and_back({.format = "pdf", .bytes = {}}).error().code == "errand-failed");
}

TEST_CASE("errands: how far it is grows from 0 to 100") {
    std::vector<int> told;
    const Errand errand{.format = "md", .bytes = codec::encode_plan(support::example("emergency-social-media"))};
    REQUIRE(carry_out(errand, errand_words(), [&](int percent) { told.push_back(percent); }));
    REQUIRE(told.size() >= 3);
    CHECK(told.front() == 0);
    CHECK(told.back() == 100);
    CHECK(std::is_sorted(told.begin(), told.end()));
}

TEST_CASE("errands: every packed one is the same when it is unpacked") {
    support::Random random(7);
    for (int i = 0; i < 200; ++i) {
        std::string bytes;
        for (std::size_t size = random.below(300); size-- > 0;) bytes += static_cast<char>(random.below(256));
        const Errand errand{.operation = static_cast<Operation>(random.below(4)),
                            .format = std::string(formats()[random.below(formats().size())].id),
                            .bytes = bytes,
                            .now = random.one_in(3) ? base::Moment{} : errand_time,
                            .subject = static_cast<Subject>(random.below(report::document_kinds().size())),
                            .inspection = random.one_in(2) ? model::Id{} : *model::Id::parse("i1"),
                            .table = random.one_in(2) ? "" : "task",
                            .style = random.one_in(2) ? "" : "margin-left = 30",
                            .unit = random.one_in(2) ? "" : "急诊科",
                            .profile = static_cast<report::Profile>(random.below(4))};
        const auto back = unpack_errand(pack(errand));
        REQUIRE(back);
        CHECK(back->operation == errand.operation);
        CHECK(back->format == errand.format);
        CHECK(back->bytes == errand.bytes);
        CHECK(back->now == errand.now);
        CHECK(back->subject == errand.subject);
        CHECK(back->inspection == errand.inspection);
        CHECK(back->table == errand.table);
        CHECK(back->style == errand.style);
        CHECK(back->unit == errand.unit);
        CHECK(back->profile == errand.profile);
        const Files files{bytes, {}, bytes};
        CHECK(*unpack_outcome(pack(base::Result<Files>(files))) == files);
    }
}

TEST_CASE("errands: what is not packed, or cut, is refused") {
    const std::string whole = pack(Errand{.format = "md", .bytes = "12345"});
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        CHECK(!unpack_errand(whole.substr(0, size)));
    }
    for (const char* bad : {"", "x", ":", "1", "1:", "99999999999999999999:a", "-1:a", "2:ok3:ab", "2:no1:a", "1:a"}) {
        CAPTURE(bad);
        CHECK(unpack_outcome(bad).error().code == "errand-failed");
    }
    CHECK(unpack_outcome("2:ok").value().empty());
}
