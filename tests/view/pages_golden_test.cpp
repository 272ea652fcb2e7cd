// Every page of every example in three languages as text: what its tables, figures and lists say. How to renew them:
// tests/README.md, Goldens.
#include <doctest/doctest.h>

#include "base/text.hpp"
#include "support/golden.hpp"
#include "view/as_text.hpp"
#include "view/bars.hpp"
#include "view/record_table.hpp"
#include "view/start.hpp"
#include "view/stored.hpp"
#include "view/task_table.hpp"
#include "view/view_support.hpp"

namespace {
using namespace view_test;

using view_test::text_of;

std::string overview_text(const app::Workspace& work) {
    std::string text = text_of(view::overview_figures(work));
    const std::optional<std::size_t> issues = view::issue_count(work);
    REQUIRE(issues);
    text += "issues: " + std::to_string(*issues) + "\n";
    for (std::size_t i = 0; i < std::min<std::size_t>(*issues, 6); ++i) {
        const view::IssueLine line = view::issue_line(work, i);
        text += text_of(view::chip(line.severity, line.tone)) + " " + brief(line.sentence, 60) + " — " + line.section +
                "\n";
    }
    return text;
}

std::string tasks_text(const app::Workspace& work) {
    constexpr float width = 60;
    view::TaskTableState rows;
    view::GanttState gantt;
    const view::Table table = view::task_table(work, rows);
    std::string text = text_of(table, 12);
    view::keep(gantt, work, width);
    for (const view::Tick& tick : view::month_ticks(gantt.fitted, work.words()))
        text += "+" + std::to_string(static_cast<int>(tick.x)) + " " + tick.text + " ";
    text += "\n";
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const view::Bar bar = view::bar_of(gantt, gantt.fitted, view::outline_row(work, rows, row), work.words());
        text += picture_of(bar, width) + " " + brief(bar.spoken, 60) + "\n";
    }
    return text;
}

std::string risks_text(const app::Workspace& work) {
    view::RisksState state;
    std::string text = text_of(view::risk_matrix(work, state)) + text_of(view::risk_levels(work, state));
    text += text_of(view::risk_register(work, state));
    state.residual = true;
    return text + "residual\n" + text_of(view::risk_matrix(work, state)) + text_of(view::risk_levels(work, state));
}

std::string inspection_text(const app::Workspace& work) {
    const model::Inspection* round = view::shown_round(work);
    if (!round) return "no round\n";
    view::LedgerState state;
    std::string text = text_of(view::ledger_figures(work, round->id));
    const view::Table table = view::ledger_table(work, state, *round);
    text += text_of(table);
    for (const model::Id& id : table.rows)
        text += text_of(view::finding_steps(work, *work.plan().rows<model::Finding>().find(id)));
    return text;
}

std::string records_text(const app::Workspace& work, const app::PageInfo& page) {
    std::string text;
    for (const model::RecordType type : page.records) {
        if (model::record(type).singleton) continue;
        view::RecordTableState state;
        text += text_of(view::record_table(work, state, model::record(type)), 4);
    }
    return text;
}

// The form of the first row of each record that the page shows, and of a singleton.
std::string forms_text(Opened& opened, const app::PageInfo& page) {
    std::string text;
    const auto form = [&](model::RecordType type) {
        const auto rows = model::in_order(opened.work.plan().table(type));
        if (rows.empty()) return;
        if (!model::record(type).singleton) {
            opened.want(app::Select{type, rows.front()->id});
            const std::optional<view::Inspector> shown = view::inspector(opened.work);
            REQUIRE(shown);
            text += text_of(*shown);
        }
        text += form_text(opened.work, model::record(type), *rows.front());
    };
    for (const model::RecordType type : page.records) {
        form(type);
        for (const model::RecordType owned : app::owned_records(type)) form(owned);
    }
    return text;
}

std::string all_pages(Opened& opened) {
    const app::Workspace& work = opened.work;
    std::string text = "## start\n";
    for (const view::TemplateCard& card : view::template_cards(work.words()))
        text +=
            "“" + card.title + "” " + brief(card.text, 40) + " ‹" + card.new_hint + "› ‹" + card.example_hint + "›\n";
    view::StoredState stored;
    text += text_of(view::stored_plans(work, stored, view::Room::Wide)) +
            text_of(view::kept_plans(work, stored, view::Room::Wide)) + text_of(view::deleted_plans(work, stored));
    for (const std::string& line : view::storage_facts(work)) text += line + "\n";
    text += "\n## navigation\n";
    for (const view::NavigationEntry& entry : view::navigation(work))
        text += (entry.heading.empty() ? "" : "[" + entry.heading + "] ") + entry.name + " " + entry.spoken + "\n";
    for (const view::StatusText& each : view::status_texts(work)) text += each.text + "\n";
    for (const app::PageInfo& page : app::pages()) {
        if (page.group == app::PageGroup::None) continue;
        opened.show(page.page);
        text += "\n## " + std::string(page.name) + "\n" + text_of(view::page_head(work));
        if (page.records.size() > 1) text += base::join(view::tab_names(work.words(), page.page), " | ") + "\n";
        if (page.page == app::Page::Overview) text += overview_text(work);
        if (page.page == app::Page::Tasks) text += tasks_text(work);
        if (page.page == app::Page::Risks) text += risks_text(work);
        if (page.page == app::Page::Inspection) text += inspection_text(work);
        text += records_text(work, page) + forms_text(opened, page);
    }
    return text;
}
}  // namespace

TEST_CASE("view: every page of every example says what its golden says, in three languages") {
    constexpr std::pair<app::Language, const char*> languages[] = {{app::Language::Simplified, "zh-Hans"},
                                                                   {app::Language::Traditional, "zh-Hant"},
                                                                   {app::Language::English, "en"}};
    for (const std::string& example : support::template_ids())
        for (const auto& [language, name] : languages) {
            Opened opened(example, language);
            const std::string text = "# " + example + ", " + name + "\n" + all_pages(opened);
            CHECK(text.find("«") == std::string::npos);  // a missing word
            support::check_golden("tests/view/golden/" + example + "." + name + ".txt", text);
        }
}
