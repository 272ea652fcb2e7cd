#include "ui/panels/panels.hpp"
namespace ui {
void storage_panel(Screen& screen) {
    page_head(screen, screen.words("page.storage"), {}, 0);
}
}  // namespace ui
