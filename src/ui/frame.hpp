// ui/frame.hpp: the whole interface of one frame: bars, navigation, the page's panel, inspector, dialogs, messages.
#pragma once

#include "app/workspace.hpp"
#include "store/disk.hpp"
#include "ui/context.hpp"
#include "ui/panels/states.hpp"

namespace ui {

class Interface {
  public:
    void start(const Fonts& fonts);
    // Between ImGui::NewFrame and ImGui::Render.
    void frame(const app::FrameInput& input, app::FrameOutput& output);
    [[nodiscard]] const app::Workspace& work() const { return work_; }

  private:
    store::DiskFiles files_{"/plans"};  // the platform keeps this folder equal to what is stored
    app::Workspace work_{files_};
    Fonts fonts_;
    Memory memory_;
    PanelStates panels_;
};

}  // namespace ui
