// ui/frame.hpp: the whole interface of one frame: bars, navigation, the page's panel, inspector, dialogs, messages.
#pragma once

#include "app/workspace.hpp"
#include "ui/context.hpp"
#include "ui/panels/states.hpp"

namespace ui {

class Interface {
  public:
    void start(const Fonts& fonts);
    // Between ImGui::NewFrame and ImGui::Render.
    void frame(const app::FrameInput& input, app::FrameOutput& output);
    [[nodiscard]] app::Workspace& work() { return work_; }

  private:
    app::Workspace work_;
    Fonts fonts_;
    Memory memory_;
    PanelStates panels_;
};

}  // namespace ui
