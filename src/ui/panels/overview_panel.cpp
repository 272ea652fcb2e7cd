// The overview: where the plan stands, what is wrong with it, and the way to each.
#include <algorithm>

#include "ui/icons.hpp"
#include "ui/lists.hpp"
#include "ui/panels/panels.hpp"

namespace ui {
namespace {

void issue_list(Screen& screen, float width) {
    Ui& ui = screen.ui;
    const std::optional<std::size_t> count = view::issue_count(screen.work);
    if (!count) return label(ui, secondary(ui), ui.words("overview.checking"));
    label(ui, body_bold(ui), ui.words("overview.issues", {std::to_string(*count)}), Role::Heading, 3);
    gap(8);
    if (*count == 0) {
        empty_card(ui, "none", icon::success, ui.words("overview.no-issues"), {}, width);
        return;
    }
    const std::vector<std::string> severities = view::severity_words(ui.words);
    const auto line = [&](std::size_t place) { return view::issue_line(screen.work, place); };
    const LongList list{.name = ui.words("overview.issue-list"), .count = *count, .chips = severities};
    if (const auto chosen = long_list(ui, list, width, line)) screen.want(line(*chosen).where);
}
}  // namespace

void overview_panel(Screen& screen) {
    Ui& ui = screen.ui;
    const float width = std::min(room_width(), 1040.f);
    shown_head(screen);
    gap(12);
    key_figures(ui, view::overview_figures(screen.work), width);
    gap(20);
    issue_list(screen, width);
    gap(20);
}

}  // namespace ui
