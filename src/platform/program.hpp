// platform/program.hpp: what the platform runs: a program that builds one frame at a time.
#pragma once

#include "app/frame_io.hpp"

struct ImFont;

namespace platform {

// Drawn by the browser's own text engine at the size that is asked for; `icons` holds the code points of ui/icons.hpp,
// which the other two draw as well.
struct Fonts {
    ImFont* regular = nullptr;
    ImFont* bold = nullptr;
    ImFont* icons = nullptr;
};

class Program {
  public:
    virtual ~Program() = default;
    // Once, after Dear ImGui's context and the fonts exist and the stored files can be read.
    virtual void start(const Fonts& fonts) = 0;
    // Between ImGui::NewFrame and ImGui::Render.
    virtual void frame(const app::FrameInput& input, app::FrameOutput& output) = 0;
};

// Hands the page over to `program`, which must live as long as the page. Returns at once; frames come from the browser.
void run(Program& program);

}  // namespace platform
