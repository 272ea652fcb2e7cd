// tests/gallery/stage.hpp: the interface with a platform in memory: frames are built and drawn, requests answered, and
// what a person does comes as the same events that the page sends.
#pragma once

#include <imgui.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/mirror_diff.hpp"
#include "platform/renderer.hpp"
#include "ui/frame.hpp"

namespace gallery {

struct Setting {
    std::string language;  // "", "zh-Hant", "en"
    bool dark = false;
    int width = 1440, height = 900;  // CSS pixels
    float density = 1;
    [[nodiscard]] bool touch() const { return width < 800; }
    [[nodiscard]] std::string name() const;  // "en-dark-390x844@2"
};

struct Picture {
    const std::uint32_t* pixels;  // bytes R, G, B, A
    int width, height;
};

class Stage {
  public:
    // The page just opened, in setting's language.
    explicit Stage(const Setting& setting);
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    void change(const Setting& setting);  // all but the language
    void send(app::PlatformEvent event);
    void point(float x, float y);  // the pointer goes there; negative: it leaves
    void press(bool down);
    void wheel(float steps);
    void frame();
    // Frames until nothing moves any more.
    void settle();
    // The node of this role and name; null: there is none.
    [[nodiscard]] const app::MirrorNode* find(app::Role role, std::string_view name) const;
    bool activate(app::Role role, std::string_view name);  // as a click by assistive technology; settles

    void hold_errands(bool hold) {
        holds_errands_ = hold;
    }  // true: what the second program is asked for takes for ever
    [[nodiscard]] std::uint32_t held_errand() const { return held_errand_; }  // the last one

    [[nodiscard]] const std::vector<app::MirrorNode>& nodes() const { return nodes_; }
    std::vector<app::MirrorNode>& spoil_nodes() {
        return nodes_;
    }  // to see that a check finds it; until the next frame
    [[nodiscard]] const platform::MirrorDiff& mirror() const { return mirror_; }
    [[nodiscard]] const base::Words& words() const { return words_; }
    [[nodiscard]] const Setting& setting() const { return setting_; }
    [[nodiscard]] ui::Interface& interface() { return interface_; }
    [[nodiscard]] Picture picture();
    [[nodiscard]] std::uint32_t clear_rgba() const { return clear_rgba_; }

  private:
    void answer(const app::Request& request);

    Setting setting_;
    base::Words words_;
    app::FrameInput input_;
    ImGuiContext* context_;
    ui::Interface interface_;
    std::unique_ptr<platform::Renderer> renderer_;
    platform::MirrorDiff mirror_;
    std::vector<app::MirrorNode> nodes_;
    std::vector<app::PlatformEvent> coming_;
    bool holds_errands_ = false;
    std::uint32_t held_errand_ = 0;
    double due_ = 0;
    std::uint32_t clear_rgba_ = 0;
};

}  // namespace gallery
