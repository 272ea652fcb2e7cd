// The form of the private store's applications and its passphrases.
#include "view/vault_form.hpp"

#include <doctest/doctest.h>

#include "view/bars.hpp"
#include "view/view_support.hpp"

namespace {
using namespace view_test;
using view::Numbers;
using view::PassphraseFault;

app::Application some_application() {
    app::Application application;
    application.id = *model::Id::parse("one");
    application.name = "甲";
    application.identity_number = "11010519491231002X";
    return application;
}
}  // namespace

TEST_CASE("applications: numbers are masked until they are asked for, and an empty one can be filled") {
    const Opened opened("account-management");
    const app::Application application = some_application();
    bool identity = false, mobile = false;
    for (const view::ApplicationField& each : view::application_fields(opened.work, application, Numbers::Masked)) {
        const std::string_view name = each.field.field->name;
        if (name == "identityNumber") {
            identity = true;
            CHECK(each.masked.find("1949") == std::string::npos);
            CHECK(each.masked.find('*') != std::string::npos);
        } else {
            CHECK(each.masked.empty());
        }
        mobile = mobile || name == "mobile";
    }
    CHECK(identity);
    CHECK(mobile);
    for (const view::ApplicationField& each : view::application_fields(opened.work, application, Numbers::Shown))
        CHECK(each.masked.empty());
}

TEST_CASE("applications: what is wrong stands at its field") {
    const Opened opened("account-management");
    app::Application application = some_application();
    application.mobile = "123";
    std::size_t found = 0;
    for (const view::ApplicationField& each : view::application_fields(opened.work, application, Numbers::Masked))
        if (each.field.field->name == "mobile") found = each.problems.size();
    CHECK(found == 1);
}

TEST_CASE("applications: what is entered is put, choices at once, texts when the field is left") {
    app::Commands commands;
    const model::RecordInfo& info = model::verification_record();
    view::ApplicationSink sink(commands, some_application());
    sink.set(*info.find("name"), std::string("乙"));
    REQUIRE(commands.all().size() == 1);
    CHECK(std::get<app::PutApplication>(commands.all()[0]).row.name == "乙");
    sink.set(*info.find("state"), std::uint8_t{1});
    REQUIRE(commands.all().size() == 3);
    CHECK(std::holds_alternative<app::SettleApplications>(commands.all()[2]));
    CHECK(std::get<app::PutApplication>(commands.all()[1]).row.name == "乙");  // with what was entered before
    sink.set(*info.find("name"), std::string(5000, 'x'));                      // more than it takes
    CHECK(commands.all().size() == 3);
}

TEST_CASE("passphrases: long enough, and twice the same") {
    CHECK(view::fault_of("short", "short") == PassphraseFault::TooShort);
    CHECK(view::fault_of("一二三四五六七八九十一二", "一二三四五六七八九十一二") == PassphraseFault::None);
    CHECK(view::fault_of("一二三四五六七八九十一二", "一二三四五六七八九十一") == PassphraseFault::Differ);
    const base::Words& words = base::Words::simplified_chinese();
    CHECK(view::fault_text(words, PassphraseFault::None).empty());
    CHECK(view::fault_text(words, PassphraseFault::TooShort) != view::fault_text(words, PassphraseFault::Differ));
}

TEST_CASE("navigation: every page of a group once, the shown one current, with the problems of its section") {
    Opened opened("emergency-social-media");
    opened.show(app::Page::Risks);
    std::size_t current = 0, headings = 0;
    int issues = 0;
    for (const view::NavigationEntry& entry : view::navigation(opened.work)) {
        current += entry.current && entry.page == app::Page::Risks;
        headings += !entry.heading.empty();
        issues += entry.issues;
        CHECK(entry.spoken.empty() == (entry.issues == 0));
    }
    CHECK(current == 1);
    CHECK(headings == 3);
    CHECK(issues == static_cast<int>(opened.work.derived().check().issues.size()));
    CHECK(view::status_texts(opened.work).size() == 3);
}
