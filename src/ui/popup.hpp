// ui/popup.hpp: menus, choice lists and dialogs that lie over the page.
#pragma once

#include "ui/controls.hpp"

namespace ui {

enum class PopupKind : std::uint8_t { Menu, ListBox, Dialog };

// A popup under (or above, where there is no room) its anchor. Use:
//   if (clicked) open_popup("id");
//   if (Popup popup(ui, "id", anchor_min, anchor_max, width, height, kind, name); popup.open()) { … widgets … }
// Closes on a click elsewhere and on Escape; the focus goes back to where it was.
class Popup {
  public:
    Popup(Ui& ui, std::string_view id, ImVec2 anchor_min, ImVec2 anchor_max, ImVec2 extent, PopupKind kind,
          std::string_view name);
    ~Popup();
    Popup(const Popup&) = delete;
    Popup& operator=(const Popup&) = delete;
    [[nodiscard]] bool open() const { return open_; }
    void close();

  private:
    Ui& ui_;
    bool open_ = false;
    NodeKey parent_before_ = 0;
    std::size_t overlay_ = 0;
};
void open_popup(Ui& ui, std::string_view id);
float menu_height(const Ui& ui, std::size_t entries);

// A dialog in the middle of the page, modal; as high as its content, and never higher than the page. Call every frame
// while it is wanted.
class Dialog {
  public:
    Dialog(Ui& ui, std::string_view id, std::string_view title, float width, float height = 0);  // 0: its content's
    ~Dialog();
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;
    [[nodiscard]] bool dismissed() const { return dismissed_; }  // with Escape
    [[nodiscard]] float width() const { return width_; }

  private:
    Ui& ui_;
    bool dismissed_ = false;
    float width_ = 0;
    NodeKey parent_before_ = 0;
    std::size_t overlay_ = 0;
};

// After all dialogs of a frame: one that is drawn no longer gives the focus back.
void return_focus(Ui& ui);

// One entry of a menu or list; arrow keys move between entries. True when chosen.
bool popup_entry(Ui& ui, std::string_view id, std::string_view label, Role role, bool selected,
                 const char* icon = nullptr, std::string_view shortcut = {}, Enabled enabled = Enabled::Yes,
                 std::string_view note = {});  // note: a second line

}  // namespace ui
