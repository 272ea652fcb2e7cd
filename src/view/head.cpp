#include "view/head.hpp"

#include <algorithm>

#include "app/actions.hpp"
#include "view/ledger.hpp"
#include "view/task_table.hpp"
#include "view/words.hpp"

namespace view {
namespace {
using app::Page;

std::string add_word(const base::Words& words, RecordType record) {
    return words("action.add-record", {record_word(words, model::record(record))});
}

// There before a task is chosen, too: the page must not jump when one is.
void task_tools(const app::Workspace& work, PageHead& head) {
    const base::Words& words = work.words();
    head.note = words("tasks.rows", {std::to_string(work.derived().outline().rows.size())});
    if (work.read_only()) return;
    const app::Selection& selection = work.view().selection;
    const bool chosen = selection.record == RecordType::Task && selection.id;
    head.tools.push_back({.id = "add-below",
                          .label = std::string(words("action.add-subtask")),
                          .command = add_task(work, NewTask::Below),
                          .enabled = chosen});
    head.tools.push_back({.id = "add",
                          .label = add_word(words, RecordType::Task),
                          .command = add_task(work, NewTask::Beside),
                          .primary = true});
}

void inspection_tools(const app::Workspace& work, PageHead& head) {
    const base::Words& words = work.words();
    const bool enabled = !work.read_only();
    if (const model::Inspection* round = shown_round(work)) {
        head.note = round->title + " · " + round->date.iso();
        head.tools.push_back({.id = "add",
                              .label = add_word(words, RecordType::Finding),
                              .command = app::AddRow{RecordType::Finding, round->id},
                              .enabled = enabled});
        head.tools.push_back({.id = "report",
                              .label = std::string(words("action.make-report")),
                              .command = app::ShowReport{app::Subject::Inspection}});
    }
    head.tools.push_back({.id = "inspect",
                          .label = std::string(words("action.inspect")),
                          .command = new_round(work),
                          .primary = true,
                          .enabled = enabled});
}

// Passing on and signing, on the page of signatures.
void review_tools(const app::Workspace& work, PageHead& head) {
    for (const app::Action* action : app::actions_with(app::kOfApproval)) {
        app::Commands wanted;
        action->run(work, wanted);
        head.tools.push_back({.id = action->id,
                              .label = std::string(work.words()("action." + std::string(action->id))),
                              .command = wanted.take().front(),
                              .primary = action->id == "sign",
                              .enabled = action->enabled(work)});
    }
}

void vault_tools(const app::Workspace& work, PageHead& head) {
    if (work.vault().state() != app::VaultState::Open) return;
    const base::Words& words = work.words();
    const auto dialog = [](app::DialogKind kind) { return app::OpenDialog{{kind, {}, 0, {}}}; };
    head.tools = {
        {.id = "add", .label = std::string(words("vault.add")), .command = app::AddApplication{}, .primary = true},
        {.id = "lock", .label = std::string(words("vault.lock")), .command = app::LockVault{}},
        {.id = "change",
         .label = std::string(words("vault.change")),
         .command = dialog(app::DialogKind::ChangePassphrase),
         .icon_only = true},
        {.id = "destroy",
         .label = std::string(words("vault.destroy")),
         .command = dialog(app::DialogKind::DestroyVault),
         .icon_only = true}};
}

// A record that another one owns is added in that one's form, unless it is of a tree.
void record_tools(const app::Workspace& work, PageHead& head, const model::RecordInfo& record) {
    const model::FieldInfo* parent = record.parent();
    if (record.singleton || work.read_only() || (parent && !parent->has(model::kTree))) return;
    head.tools.push_back({.id = "add",
                          .label = add_word(work.words(), record.type),
                          .command = app::AddRow{record.type},
                          .primary = true});
}
}  // namespace

PageHead page_head(const app::Workspace& work) {
    const app::PageInfo& page = app::page_info(work.view().page);
    PageHead head{.title = std::string(work.words()("page." + std::string(page.name)))};
    const std::size_t tab = work.view().tab_of(page.page);
    if (page.page == Page::Verification) {
        vault_tools(work, head);
    } else if (page.page == Page::Tasks && tab == 0) {
        task_tools(work, head);
    } else if (page.page == Page::Inspection && tab == 0) {
        inspection_tools(work, head);
    } else if (page.page == Page::Review && tab == 0) {
        review_tools(work, head);
    } else if (page.page == Page::Risks && tab == 0) {
        head.tools.push_back({.id = "add",
                              .label = add_word(work.words(), RecordType::Risk),
                              .command = app::AddRow{RecordType::Risk},
                              .primary = true,
                              .enabled = !work.read_only()});
    } else if (tab < page.records.size()) {
        record_tools(work, head, model::record(page.records[tab]));
    }
    return head;
}

std::vector<std::string> tab_names(const base::Words& words, Page page) {
    // Tabs that show more than the table of a record.
    struct OwnWord {
        Page page;
        RecordType record;
        std::string_view key;
    };
    constexpr OwnWord own_words[] = {{Page::Tasks, RecordType::Task, "tasks.outline"},
                                     {Page::Risks, RecordType::Risk, "risks.register"},
                                     {Page::Inspection, RecordType::Finding, "inspection.ledger"},
                                     {Page::Inspection, RecordType::Inspection, "inspection.rounds"}};
    std::vector<std::string> names;
    for (const RecordType type : app::page_info(page).records) {
        const auto own = std::ranges::find_if(
            own_words, [&](const OwnWord& each) { return each.page == page && each.record == type; });
        names.emplace_back(own == std::end(own_words) ? record_word(words, model::record(type)) : words(own->key));
    }
    return names;
}

}  // namespace view
