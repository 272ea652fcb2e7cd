// Older files are brought up to date; newer ones open without losing what this version does not know.
#include <doctest/doctest.h>

#include "codec/migrate.hpp"
#include "codec/plan_json.hpp"
#include "support/files.hpp"

namespace {
using namespace model;

Id id(std::string_view text) {
    return *Id::parse(text);
}

Plan read(const std::string& json) {
    auto decoded = codec::decode_plan(json);
    REQUIRE_MESSAGE(decoded, decoded.error().code, " ", decoded.error().subject, " ", decoded.error().detail);
    return std::move(decoded).value();
}

const std::string newer = R"({
  "format": "fanglue-plan",
  "version": "1.7",
  "id": "p1",
  "goals": [
    {
      "id": "g1",
      "text": "提高粉丝活跃度",
      "horizon": "decade"
    }
  ],
  "tasks": [
    {
      "id": "t1",
      "title": "每周直播",
      "progress": 40,
      "status": "delegated",
      "start": "2026-Q2",
      "owner": [
        "zhang",
        {
          "share": 0.50
        }
      ],
      "resources": [
        "手机",
        {
          "name": "相机",
          "count": 2
        },
        []
      ],
      "mood": {
        "😀": null
      },
      "indicators": [
        "elsewhere"
      ]
    }
  ],
  "rota": {
    "weeks": 4
  },
  "mascots": [
    {
      "name": "急急"
    }
  ]
}
)";
}  // namespace

TEST_CASE("versions: a 0.9 draft is brought up to date") {
    const Plan plan = read(support::read_file("tests/codec/fixtures/version-0.9.json"));
    const Task* task = plan.rows<Task>().find(id("t1"));
    REQUIRE(task);
    CHECK(task->title == "拍摄急救科普短视频");
    CHECK(task->finish == *Date::parse("2026-06-30"));
    CHECK(plan.find(task->owner)->name == "张敏");
    CHECK(plan.rows<Task>().find(id("t2"))->parent == id("t1"));
    CHECK(plan.single<Budget>().total->fen == 1200050);
    const BudgetLine* line = plan.rows<BudgetLine>().find(id("b1"));
    CHECK(line->unit_price->fen == 49900);
    CHECK(line->amount->fen == 99800);
    const std::string json = codec::encode_plan(plan);
    CHECK(json.find("\"version\": \"1.0\"") != std::string::npos);
    CHECK(json.find("\"nickname\": \"小张\"") != std::string::npos);
    CHECK(json.find("\"mascots\"") != std::string::npos);
    CHECK(equal(read(json), plan));
}

TEST_CASE("versions: in an old file, too, a name may not stand twice, and the place of an error is told") {
    const std::string start = R"({"format":"fanglue-plan","version":"0.9","id":"p1",)";
    const auto twice = codec::decode_plan(start + R"("tasks":[{"id":"t1","name":"a","name":"b"}]})");
    REQUIRE(!twice);
    CHECK(twice.error() == base::Error{"json-duplicate-key", "/tasks/0/name", "name"});
    const auto wrong = codec::decode_plan(start + R"("budget":{"total":"viel"}})");
    REQUIRE(!wrong);
    CHECK(wrong.error() == base::Error{"wrong-type", "/budget/total", "viel"});
    const auto deep = codec::decode_plan(start + "\"x\":" + std::string(100, '[') + std::string(100, ']') + "}");
    REQUIRE(!deep);
    CHECK(deep.error().code == "json-depth");
    const auto cut = codec::decode_plan(start);
    REQUIRE(!cut);
    CHECK(cut.error().code == "json-syntax");
}

TEST_CASE("versions: a version that never was is refused") {
    for (const char* version : {"0.1", "0.10", "1", "01.0", "1.00", "1.0 ", "99999.0", "-1.0", ""}) {
        CAPTURE(version);
        const auto decoded =
            codec::decode_plan(R"({"format":"fanglue-plan","id":"p1","version":")" + std::string(version) + "\"}");
        REQUIRE(!decoded);
        CHECK(decoded.error().code == "version-unreadable");
    }
}

TEST_CASE("versions: a newer minor version keeps what this one cannot read, byte for byte") {
    const Plan plan = read(newer);
    const Task& task = *plan.rows<Task>().find(id("t1"));
    CHECK(task.title == "每周直播");
    CHECK(task.progress == 40);
    CHECK(task.status == TaskStatus::NotStarted);
    CHECK(task.start.empty());
    CHECK(task.resources.empty());
    CHECK(task.indicators.empty());
    const std::string json = codec::encode_plan(plan);
    for (const char* kept :
         {"\"version\": \"1.7\"", "\"horizon\": \"decade\"", "\"status\": \"delegated\"", "\"start\": \"2026-Q2\"",
          "\"share\": 0.50", "\"count\": 2", "\"😀\": null", "\"elsewhere\"", "\"weeks\": 4", "\"急急\""})
        CHECK_MESSAGE(json.find(kept) != std::string::npos, kept);
    CHECK(equal(read(json), plan));
    CHECK(codec::encode_plan(read(json)) == json);
    CHECK(json.size() == newer.size());  // nothing but the order of members differs
}

TEST_CASE("versions: what is set here replaces what could not be read") {
    Plan plan = read(newer);
    Task task = *plan.rows<Task>().find(id("t1"));
    task.status = TaskStatus::Done;
    plan.put(task);
    RotaTurn turn;
    turn.id = id("r1");
    plan.put(turn);
    const std::string json = codec::encode_plan(plan);
    CHECK(json.find("delegated") == std::string::npos);
    CHECK(json.find("\"status\": \"done\"") != std::string::npos);
    CHECK(json.find("\"weeks\"") == std::string::npos);
    CHECK(json.find("2026-Q2") != std::string::npos);
    CHECK(codec::canonical_plan(plan).find("delegated") == std::string::npos);
    CHECK(read(json).rows<Task>().find(id("t1"))->status == TaskStatus::Done);
}

TEST_CASE("versions: the same content in this version is an error") {
    const std::string same = newer.substr(0, newer.find("1.7")) + "1.0" + newer.substr(newer.find("1.7") + 3);
    const auto decoded = codec::decode_plan(same);
    REQUIRE(!decoded);
    CHECK(decoded.error() == base::Error{"unknown-choice", "/goals/0/horizon", "decade"});
}

TEST_CASE("versions: the journal gives back a row with unreadable values") {
    const Plan plan = read(newer);
    const RowPtr row = plan.table(RecordType::Task).get(id("t1"));
    const RecordInfo& info = record(RecordType::Task);
    const auto decoded = codec::decode_row(info, codec::encode_row(info, *row));
    REQUIRE(decoded);
    CHECK(same_row(info, **decoded, *row));

    Task odd;
    odd.id = id("t2");
    odd.unknown = std::make_shared<const UnknownMembers>(
        UnknownMembers{{"unreadable", "{\"a\":[]}"}, {"b", "1"}, {"title", "2"}});
    const auto again = codec::decode_row(info, codec::encode_row(info, odd));
    REQUIRE(again);
    CHECK(same_row(info, **again, odd));
}
