// ui/context.hpp: what every panel and widget gets for one frame, and how widgets meet the accessibility mirror.
//
// A widget draws itself with Dear ImGui and describes itself with node(); the platform makes a real element of the
// description. Pointers come through Dear ImGui, keys and focus through the real element, so each widget asks both:
// Item::clicked covers the two.
#pragma once

#include <imgui.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/frame_io.hpp"
#include "app/search.hpp"
#include "base/words.hpp"
#include "ui/overlays.hpp"
#include "ui/theme.hpp"

namespace ui {

using app::NodeKey;
using app::Role;

// What widgets remember between frames.
struct Memory {
    NodeKey want_focus = 0;      // takes the focus as soon as its node is drawn
    bool want_selected = false;  // … with its text selected
    int waited_for_focus = 0;    // frames
    NodeKey last_focused = 0;
    std::size_t focus_place = 0;  // of the control with the focus among all nodes
    std::string inspected;        // id of the row that the inspector showed last: another one begins at the top
    struct Scrolled {             // of each grid's body
        float x = 0;              // px, for its header
        bool down = false;        // it has more rows than room
    };
    std::map<NodeKey, Scrolled> scrolled;
    std::map<Role, float> content_heights;  // px, of each part of the frame that scrolls
    std::map<NodeKey, bool> unfolded;       // of each toolbar's "more"
    struct Step {
        NodeKey from = 0;
        int by = 0;
    } step;          // an arrow key in a menu: the focus goes to the next or previous control of the same container
    ImVec2 menu_at;  // where the menu of a row was asked for
    bool finger_rests = false;  // a long press, until it is lifted: shows what a mouse shows by resting there
    struct Drag {               // see ui/drag.hpp
        NodeKey source = 0;
        std::size_t payload = 0;
        std::optional<std::size_t> target;
        ImVec2 from;
        bool moving = false;
    } drag;
    bool focus_popup = false;                        // a popup has opened; its controls come with its second frame
    std::vector<NodeKey> focus_before;               // of each open popup: where the focus goes back to
    NodeKey before_dialog = 0;                       // the same of a dialog
    bool dialog_open = false, dialog_drawn = false;  // in the last frame, in this one
    std::map<NodeKey, std::string>
        drafts;              // text that could not be understood yet (a date, a number): kept and shown until mended
    app::TextSearch search;  // of the search box while it is open
};

struct Ui {
    const app::FrameInput& input;
    app::FrameOutput& output;
    const base::Words& words;
    const Theme& theme;
    const Fonts& fonts;
    Memory& memory;
    std::vector<Overlay> overlays = {};
    NodeKey parent = 0;     // of nodes that are added now
    bool covered = false;   // a dialog lies over what is drawn now
    NodeKey scroll_to = 0;  // the node that took the focus since the last frame

    [[nodiscard]] bool narrow() const { return input.width < size::narrow; }
    [[nodiscard]] bool phone() const { return input.width < size::phone; }
    [[nodiscard]] float control_height() const { return input.coarse_pointer ? size::touch : size::control; }
    [[nodiscard]] float row_height() const { return input.coarse_pointer ? size::touch : size::row; }

    [[nodiscard]] bool activated(NodeKey key) const;                 // Enter, Space, assistive click
    [[nodiscard]] const app::KeyPressed* key_on(NodeKey key) const;  // first key pressed on the node
    bool take_key(NodeKey key, std::string_view name,
                  unsigned modifiers = 0);  // pressed on the node; tells the browser it was used
    void request(app::Request request) { output.requests.push_back(std::move(request)); }
    void announce(std::string text, bool assertive = false) { request(app::Announce{std::move(text), assertive}); }
};

// Opens a container in the mirror for the widgets that follow, until it goes out of scope.
class Region {
  public:
    Region(Ui& ui, std::string_view id, Role role, std::string_view name, const app::Rect& rect,
           std::uint32_t flags = 0);
    ~Region() { ui_.parent = before_; }
    Region(const Region&) = delete;
    Region& operator=(const Region&) = delete;
    [[nodiscard]] NodeKey key() const { return key_; }
    app::MirrorNode& node();  // valid until the next node is added

  private:
    Ui& ui_;
    NodeKey key_, before_;
    std::size_t index_;
};

struct Item {
    NodeKey key = 0;
    ImVec2 min, max;
    bool clicked = false;  // by pointer, Enter, Space or assistive technology
    bool double_clicked = false;
    bool hovered = false, held = false;
    bool focused = false;  // show the ring
    bool visible = false;
};

NodeKey key_of(std::string_view id);  // in the current ImGui id scope
app::Rect rect_of(ImVec2 min, ImVec2 max);
app::Rect window_rect();  // of the current ImGui window

// Adds a description. clip is cut by the current ImGui clip rectangle.
app::MirrorNode& add_node(Ui& ui, NodeKey key, Role role, std::string_view name, ImVec2 min, ImVec2 max,
                          std::uint32_t flags = 0);

// A control at the layout cursor: takes the space, reports pointer and keys, adds the node. Draw afterwards.
Item item(Ui& ui, std::string_view id, ImVec2 extent, Role role, std::string_view name,
          std::uint32_t flags = app::kTabStop);
// The same at a place of its own, without moving the layout cursor.
Item item_at(Ui& ui, std::string_view id, ImVec2 min, ImVec2 extent, Role role, std::string_view name,
             std::uint32_t flags = app::kTabStop);

// The pointer's part of a control that holds others (a table row): submitted after them, because Dear ImGui gives a
// place to whoever claims it first. Its node was added before, with the same key.
Item item_around(Ui& ui, NodeKey key, ImVec2 min, ImVec2 extent);

// The control's own scroll-into-view and focus bookkeeping without a pointer: for real text editors.
void focus_when_wanted(Ui& ui, NodeKey key);
// The first control among the nodes [first, last) takes the focus; false: there is none.
bool focus_first(Ui& ui, std::size_t first, std::size_t last);
// After everything is drawn: marks what lies under popups, so that only the top takes pointers and is read; carries out
// Memory::step; and if the control with the focus has gone, gives it to the one that now stands in its place.
void finish_mirror(Ui& ui);

void focus_ring(const Ui& ui, const Item& item, float radius = size::control_radius);

// Text that is drawn without being a control still has to be found by Ctrl+F and read aloud.
void text_node(Ui& ui, std::string_view text, ImVec2 min, ImVec2 max, Role role = Role::Text, int level = 0);

}  // namespace ui
