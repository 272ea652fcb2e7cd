// What the project ships as plans: every template and example is a plan of the current version, written as we write it.
#include <doctest/doctest.h>

#include "base/words.hpp"
#include "codec/plan_json.hpp"
#include "support/content.hpp"

namespace {
void check_file(const std::filesystem::path& file) {
    CAPTURE(file.string());
    const std::string text = support::read_file(file.string());
    const base::Result<model::Plan> plan = codec::decode_plan(text);
    if (!plan) {
        FAIL_CHECK(plan.error().code, " ", plan.error().subject, " ", plan.error().detail);
        return;
    }
    CHECK(codec::encode_plan(*plan) == text);
    CHECK(plan->unknown == nullptr);
}
}  // namespace

TEST_CASE("content: every template and example decodes and is written back byte for byte") {
    CHECK(support::plan_files("templates").size() >= support::template_ids().size());
    CHECK(support::plan_files("examples").size() == support::template_ids().size());
    for (const char* folder : {"templates", "examples"})
        for (const auto& file : support::plan_files(folder)) check_file(file);
}

TEST_CASE("content: every template has a title, a description and an example that names it") {
    for (const std::string& id : support::template_ids()) {
        CAPTURE(id);
        CHECK(std::filesystem::exists("assets/templates/" + id + ".json"));
        CHECK(support::example(id).cover().template_id == id);
        CHECK(base::Words::simplified_chinese().has("template." + id));
        CHECK(base::Words::simplified_chinese().has("template." + id + ".text"));
    }
}

TEST_CASE("content: a template fixes neither days nor who answers for a task") {
    for (const std::string& id : support::template_ids()) {
        CAPTURE(id);
        const auto plan = codec::decode_plan(support::read_file("assets/templates/" + id + ".json"));
        REQUIRE(plan);
        CHECK(plan->cover().prepared_on.empty());
        for (const model::Task& task : plan->rows<model::Task>()) {
            CHECK(task.owner.empty());
            CHECK(task.start.empty());
        }
        CHECK(plan->rows<model::Reading>().empty());
        CHECK(plan->rows<model::Person>().size() > 3);
    }
}
