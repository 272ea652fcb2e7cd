#include "codec/plan_json.hpp"

#include <doctest/doctest.h>

namespace {
using namespace model;

Plan small_plan() {
    Plan plan = empty_plan(*Id::parse("p1"));
    Person person;
    person.id = *Id::parse("zhang");
    person.name = "张敏";
    plan.put(person);
    Task task;
    task.id = *Id::parse("t1");
    task.order = "V";
    task.title = "急诊“一分钟”科普";
    task.owner = Ref<Person>(person);
    task.start = *Date::parse("2026-03-05");
    task.resources = {"手机", "三脚架"};
    task.progress = 40;
    task.status = TaskStatus::Running;
    plan.put(task);
    return plan;
}
}  // namespace

TEST_CASE("codec: a small plan as people see it") {
    CHECK(codec::encode_plan(small_plan()) == R"({
  "format": "fanglue-plan",
  "version": "1.0",
  "id": "p1",
  "tasks": [
    {
      "id": "t1",
      "order": "V",
      "title": "急诊“一分钟”科普",
      "owner": "zhang",
      "start": "2026-03-05",
      "resources": [
        "手机",
        "三脚架"
      ],
      "progress": 40,
      "status": "running"
    }
  ],
  "people": [
    {
      "id": "zhang",
      "name": "张敏"
    }
  ]
}
)");
}

TEST_CASE("codec: a small plan in canonical form") {
    CHECK(
        codec::canonical_plan(small_plan()) ==
        R"({"format":"fanglue-plan","id":"p1","people":[{"id":"zhang","name":"张敏"}],"tasks":[{"id":"t1","order":"V","owner":"zhang",)"
        R"("progress":40,"resources":["手机","三脚架"],"start":"2026-03-05","status":"running","title":"急诊“一分钟”科普"}],"version":"1.0"})");
}

TEST_CASE("codec: reading gives back what was written, in either form") {
    const Plan plan = small_plan();
    for (const std::string& json : {codec::encode_plan(plan), codec::canonical_plan(plan)}) {
        const auto decoded = codec::decode_plan(json);
        REQUIRE_MESSAGE(decoded, decoded.error().code, decoded.error().subject);
        CHECK(equal(*decoded, plan));
    }
}
