// platform/page.hpp: the state behind the page: the program, what has happened since its last frame, and the frame
// itself.
#pragma once

#include <memory>
#include <vector>

#include "app/frame_io.hpp"
#include "platform/mirror_diff.hpp"
#include "platform/program.hpp"
#include "platform/renderer.hpp"

namespace platform {

struct Viewport {
    float width = 0, height = 0;              // CSS pixels
    int device_width = 0, device_height = 0;  // of the canvas
    float density = 1;
};

class Page {
  public:
    explicit Page(Program& program) : program_(program) {}
    void open();
    // The stored files can be read: the program begins.
    void start(app::Started started);

    void push(app::PlatformEvent event);
    // A lost context did not come back.
    void give_up_webgl();
    // Something changed that is no event: a pointer moved, the window was resized, fonts arrived.
    void wake() { settle_frames_ = kSettleFrames; }
    // Builds a frame and, if `draw`, shows it. Returns in how many seconds the next one is due; negative: not by
    // itself.
    double frame(double milliseconds, bool draw);
    [[nodiscard]] bool key_used() const { return key_used_; }

    app::FrameInput input;  // all but time and events is kept up to date by the entry points
    Viewport viewport;
    MirrorDiff mirror;
    std::unique_ptr<Renderer> renderer;
    double build_milliseconds = 0, draw_milliseconds = 0,
           mirror_milliseconds = 0;  // of the last frame, for the developer overlay

  private:
    // Dear ImGui shows a new window in its second frame and settles hovering in its third.
    static constexpr int kSettleFrames = 3;
    void publish(app::FrameOutput& output);
    [[nodiscard]] double next_frame(double wanted);

    Program& program_;
    int settle_frames_ = kSettleFrames;
    double last_milliseconds_ = 0;
    bool key_used_ = false;
    int cursor_ = 0;
    std::string title_, language_;
};

// The page that run() opened.
[[nodiscard]] Page& page();

}  // namespace platform
