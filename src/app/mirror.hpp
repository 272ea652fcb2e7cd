// app/mirror.hpp: the picture of a frame in roles, names and values: what assistive technology and tests see, and what
// the platform makes real elements of.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace app {

// A widget's identity across frames (its ImGui id). 0 is "none".
using NodeKey = std::uint32_t;

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;  // CSS pixels from the canvas's top left
    bool operator==(const Rect&) const = default;
};

enum class Role : std::uint8_t {
    Generic,
    Banner,
    Navigation,
    Main,
    Complementary,
    ContentInfo,
    Region,
    Form,
    Group,
    Dialog,
    AlertDialog,
    Search,
    Heading,
    Text,
    Link,
    Button,
    ToggleButton,
    Checkbox,
    Radio,
    RadioGroup,
    Switch,
    Tab,
    TabList,
    TabPanel,
    Menu,
    MenuItem,
    MenuItemCheckbox,
    ListBox,
    Option,
    List,
    ListItem,
    Combobox,
    Table,
    Grid,
    TreeGrid,
    RowGroup,
    Row,
    ColumnHeader,
    RowHeader,
    Cell,
    GridCell,
    TextBox,
    SearchBox,
    NumberBox,
    DateBox,
    Slider,
    ProgressBar,
    Image,
    Separator,
    Status,
    Alert,
    Tooltip,
    Document,
};

enum MirrorFlag : std::uint32_t {
    kDisabled = 1u << 0,
    kSelected = 1u << 1,    // aria-selected, aria-pressed or aria-checked, as the role demands
    kUnselected = 1u << 2,  // the state applies and is off (absent both: the state does not apply)
    kMixed = 1u << 3,
    kExpanded = 1u << 4,
    kCollapsed = 1u << 5,
    kRequired = 1u << 6,
    kInvalid = 1u << 7,
    kMultiline = 1u << 8,  // TextBox: a textarea
    kReadOnly = 1u << 9,
    kCurrent = 1u << 10,  // aria-current: the navigation entry of the page shown
    kModal = 1u << 11,
    kHasPopup = 1u << 12,
    kTabStop = 1u << 13,    // reached with Tab; of a composite (grid, tabs, menu) only the current item has it
    kFocusable = 1u << 14,  // may take focus by script or assistive technology, but is no Tab stop
    kCovered = 1u << 15,    // another window lies over it: takes no pointer, is left out for assistive technology
    kSortAscending = 1u << 16,
    kSortDescending = 1u << 17,
    kAlignRight = 1u << 18,  // text of an editor
    kBold = 1u << 19,
    kBareEditor = 1u << 20,   // TextBox drawn without a frame of its own (a table cell being edited)
    kZooms = 1u << 22,        // Ctrl+wheel and pinching over it come as Zoomed instead of zooming the page
    kMultiSelect = 1u << 23,  // of a grid: several rows may be selected
    kSecret = 1u << 24,       // TextBox: a passphrase, shown as dots
};

struct MirrorNode {
    NodeKey key = 0;
    NodeKey parent = 0;  // a node that was added earlier in the same frame, or 0 for the root
    Role role = Role::Generic;
    std::uint32_t flags = 0;
    Rect rect;               // whole rectangle
    Rect clip;               // the part that is on screen; empty: scrolled out of view but still reachable with Tab
    std::vector<Rect> seen;  // where a popup or message lies over some of clip: what is left of it, in parts that do
                             // not overlap; else empty
    std::string name;
    std::string value;  // text of an editor; value text of others
    std::string description;
    std::string placeholder;
    std::int16_t level = 0;                                   // heading and tree level, from 1
    std::int32_t row = 0, rows = 0, column = 0, columns = 0;  // 1-based position and whole size, 0: not said
    float value_now = 0, value_min = 0, value_max = 0;        // Slider, ProgressBar, NumberBox
    float font_px = 15;                                       // of an editor
    float padding_x = 10, padding_y = 6;
    float line_px = 22;                                            // line height of a multi-line editor
    std::uint32_t text_rgba = 0x1B2430FF, fill_rgba = 0xFFFFFFFF;  // of an editor, 0xRRGGBBAA
    NodeKey controls = 0;  // the list, menu or panel that it opens, while that is open
    NodeKey active = 0;    // of a field or list that keeps the focus: the option that the arrow keys have reached
    bool operator==(const MirrorNode&) const = default;
};

// In drawing order, which is also reading order and Tab order.
struct Mirror {
    std::vector<MirrorNode> nodes;
    std::string language = "zh-CN";  // BCP 47, for the page's lang attribute
    std::string title;               // of the page
};

}  // namespace app
