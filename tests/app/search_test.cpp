// The search box finds every text that people entered, and says where it stands.
#include "app/search.hpp"

#include <doctest/doctest.h>

#include "app/actions.hpp"
#include "app/app_support.hpp"
#include "base/text.hpp"
#include "codec/plan_json.hpp"
#include "report/full_plan.hpp"
#include "support/languages.hpp"
#include "support/large_plan.hpp"

namespace {
const base::Words& words() {
    return base::Words::simplified_chinese();
}

std::string line_of(const app::Found& found) {
    return found.title + " | " + found.place + " | " + found.excerpt;
}

std::string lines_of(const model::Plan& plan, std::string_view wanted) {
    std::string lines;
    for (const app::Found& found : app::find_texts(plan, words(), wanted, 60).shown) lines += line_of(found) + "\n";
    return lines;
}

model::Plan small_plan() {
    return *codec::decode_plan(R"({"format": "fanglue-plan", "version": "1.0", "id": "search",
        "cover": {"title": "急诊科改善计划", "introduction": "第一段。\n绿色通道自下月起试运行，由急诊科与影像科共同值守，每周复盘一次；遇有节假日顺延，不另行通知。"},
        "people": [{"id": "p1", "order": "1", "name": "周平", "email": "Ping@Example.org"}],
        "tasks": [{"id": "t1", "order": "1", "title": "布置诊区", "resources": ["移动推车", "便携打印机一台"]},
                  {"id": "t2", "order": "2", "title": "试用便携打印机", "description": "便携打印机放在分诊台。"},
                  {"id": "t3", "order": "3", "description": "没有名称的任务"}],
        "comments": [{"id": "c1", "order": "1", "subjectType": "task", "subject": "t1", "text": "推车何时到？"}]})");
}
}  // namespace

TEST_CASE("search: every text that people enter is found in its row and field, in every language") {
    const model::Plan plan = full_plan::make();
    std::size_t fields = 0;
    for (const support::Language& language : support::languages())
        for (const model::RecordInfo& info : model::records())
            for (const model::FieldInfo& field : info.fields) {
                if (field.kind != model::Kind::Text && field.kind != model::Kind::Texts) continue;
                if (field.has(model::kSystem)) continue;
                CAPTURE(info.name);
                CAPTURE(field.name);
                const model::Row& row = **plan.table(info.type).begin();
                const std::string text = field.kind == model::Kind::Text
                                             ? model::get<std::string>(row, field)
                                             : model::get<std::vector<std::string>>(row, field)[1];
                const app::TextsFound found = app::find_texts(plan, language.words, text, 200);
                const auto hit = std::ranges::find_if(found.shown, [&](const app::Found& each) {
                    return std::get<app::TextPlace>(each.target) == app::TextPlace{info.type, row.id, &field};
                });
                REQUIRE(hit != found.shown.end());
                CHECK(base::contains(hit->place, language.words("record." + std::string(info.name))));
                const bool title = field.has(model::kTitle) && !field.has(model::kLong);
                CHECK(hit->excerpt == (title ? "" : text));
                if (!title)
                    CHECK(base::contains(
                        hit->place, language.words("field." + std::string(info.name) + "." + std::string(field.name))));
                ++fields;
            }
    CHECK(fields / support::languages().size() > 150);
}

TEST_CASE("search: texts of the cover, entries of lists and remarks are told with their place and the words around") {
    const model::Plan plan = small_plan();
    CHECK(lines_of(plan, "绿色通道") ==
          "急诊科改善计划 | 封面与概述 › 引言 | "
          "第一段。 绿色通道自下月起试运行，由急诊科与影像科共同值守，每周复盘一次；遇有节假日顺延，…\n");
    CHECK(lines_of(plan, "便携打印机") ==
          "试用便携打印机 | 任务 | \n"
          "布置诊区 | 任务 › 所需资源 | 便携打印机一台\n"
          "试用便携打印机 | 任务 › 任务描述 | 便携打印机放在分诊台。\n");
    CHECK(lines_of(plan, "推车") ==
          "布置诊区 | 任务 › 所需资源 | 移动推车\n"
          "推车何时到？ | 批注 › 内容 | 推车何时到？\n");
    CHECK(lines_of(plan, "没有名称") == "没有名称的任务 | 任务 › 任务描述 | 没有名称的任务\n");
    CHECK(lines_of(plan, " PING@example ") == "周平 | 人员 › 电子邮箱 | Ping@Example.org\n");
    CHECK(lines_of(plan, "影像科共同") ==
          "急诊科改善计划 | 封面与概述 › 引言 | "
          "…下月起试运行，由急诊科与影像科共同值守，每周复盘一次；遇有节假日顺延，不另行通知。\n");
    CHECK(lines_of(plan, "t1").empty());    // ids are no texts
    CHECK(lines_of(plan, "task").empty());  // nor are names of records
    CHECK(lines_of(plan, " ").empty());
}

TEST_CASE("search: what is not listed is counted, and titles come first") {
    const model::Plan plan = support::large_plan(1000);
    const app::TextsFound all = app::find_texts(plan, words(), "1", 100000);
    const app::TextsFound few = app::find_texts(plan, words(), "1", 10);
    CHECK(all.more == 0);
    CHECK(few.shown.size() == 10);
    CHECK(few.shown.size() + few.more == all.shown.size());
    bool titles_over = false;
    for (const app::Found& found : all.shown) {
        if (!found.excerpt.empty()) titles_over = true;
        CHECK((!titles_over || !found.excerpt.empty()));
    }
}

TEST_CASE("search: what is remembered is of the plan as it is") {
    app::TextSearch search;
    const model::Plan plan = small_plan();
    CHECK(search.find(plan, words(), "诊区").shown.size() == 1);
    model::Plan changed = plan;
    changed.table(model::RecordType::Task).erase(*model::Id::parse("t1"));
    CHECK(search.find(changed, words(), "诊区").shown.empty());
    CHECK(search.find(plan, words(), "诊区").shown.size() == 1);
    CHECK(search.find(plan, words(), "推车").shown.size() == 2);
}

TEST_CASE("search: pages and what can be done now are found by their names") {
    const app_test::App app;
    const auto names = [&](std::string_view wanted) {
        std::string all;
        for (const app::Found& found : app::find_commands(app.work, wanted)) all += line_of(found) + "\n";
        return all;
    };
    CHECK(names("任务与") == "任务与进度 | 页面 | \n");
    CHECK(names("撤销").empty());  // there is nothing to undo
    const auto everything = app::find_commands(app.work, "");
    CHECK(everything.size() > app::pages().size());
    for (const app::Found& found : everything)
        if (const auto* action = std::get_if<const app::Action*>(&found.target)) CHECK((*action)->enabled(app.work));
}
