#include "view/bars.hpp"

namespace view {
namespace {
std::string_view group_key(app::PageGroup group) {
    switch (group) {
        case app::PageGroup::None:
            return {};
        case app::PageGroup::Draft:
            return "group.draft";
        case app::PageGroup::Run:
            return "group.run";
        case app::PageGroup::Check:
            return "group.check";
    }
    return {};
}
}  // namespace

std::vector<NavigationEntry> navigation(const app::Workspace& work) {
    const base::Words& words = work.words();
    const auto& counts = work.derived().check().by_section;
    std::vector<NavigationEntry> entries;
    app::PageGroup group = app::PageGroup::None;
    for (const app::PageInfo& info : app::pages()) {
        if (info.group == app::PageGroup::None) continue;
        NavigationEntry& entry = entries.emplace_back();
        if (info.group != group) entry.heading = words(group_key(info.group));
        group = info.group;
        entry.id = info.name;
        entry.name = words("page." + std::string(info.name));
        entry.page = info.page;
        entry.current = work.view().page == info.page;
        const auto found = info.section.empty() ? counts.end() : counts.find(info.section);
        if (found == counts.end() || found->second == 0) continue;
        entry.issues = found->second;
        entry.spoken = words("navigation.issues", {std::to_string(entry.issues)});
    }
    return entries;
}

std::vector<StatusText> status_texts(const app::Workspace& work) {
    const base::Words& words = work.words();
    const app::Outline& outline = work.derived().outline();
    const app::CheckResult& check = work.derived().check();
    std::vector<StatusText> texts;
    texts.push_back({words(
        "status.tasks", {std::to_string(outline.top_level), std::to_string(outline.rows.size() - outline.top_level)})});
    if (!check.issues.empty()) texts.push_back({words("status.issues", {std::to_string(check.issues.size())})});
    if (check.overdue > 0) texts.push_back({words("status.overdue", {std::to_string(check.overdue)}), Tone::Red});
    return texts;
}

}  // namespace view
