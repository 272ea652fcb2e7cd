#include "ui/layout.hpp"

#include <algorithm>
#include <cmath>

#include "ui/fields.hpp"
#include "ui/icons.hpp"

namespace ui {
namespace {
constexpr float space = 8;
}  // namespace

void put_cursor(ImVec2 at) {
    ImGui::SetCursorScreenPos(at);
}

void take_room(ImVec2 at, ImVec2 extent) {
    put_cursor(at);
    ImGui::Dummy(extent);
}

float room_width() {
    return ImGui::GetContentRegionAvail().x;
}

float room_below(float least, float margin) {
    return std::max(least, ImGui::GetContentRegionAvail().y - margin);
}

Flow::Flow(const Ui& ui, float width) : ui_(ui), at_(ImGui::GetCursorScreenPos()), width_(width) {}

void Flow::place(float width) {
    if (used_ > 0 && used_ + width > width_) {
        at_.y += ui_.control_height() + space;
        used_ = 0;
    }
    put_cursor(ImVec2(at_.x + used_, at_.y));
    used_ += width + space;
}

namespace {
bool is_primary(const Tool& tool) {
    return tool.options.style == ButtonStyle::Primary;
}
float width_of(const Ui& ui, const Tool& tool) {
    return button_width(ui, tool.label, tool.options);
}

// Which tools stand in a row of this width; the rest is folded away.
struct ToolRow {
    std::vector<bool> shown;
    std::size_t folded = 0;
    float width = 0;  // of what is shown
    bool with_primary = true;
};

std::string more_label(const Ui& ui, std::size_t count) {
    return ui.words("action.more", {std::to_string(count)});
}

ToolRow fit_tools(const Ui& ui, std::span<const Tool> tools, float width) {
    ToolRow row{std::vector<bool>(tools.size(), true)};
    for (const Tool& tool : tools) row.width += width_of(ui, tool) + space;
    row.width -= space;
    if (row.width <= width) return row;
    row = {std::vector<bool>(tools.size(), false), tools.size()};
    row.width = button_width(ui, more_label(ui, tools.size()), {.icon = icon::chevron_down});
    for (const bool primary : {true, false})
        for (std::size_t i = 0; i < tools.size(); ++i) {
            const float more = width_of(ui, tools[i]) + space;
            if (is_primary(tools[i]) != primary || row.width + more > width) continue;
            row.shown[i] = true;
            row.width += more;
            --row.folded;
        }
    for (std::size_t i = 0; i < tools.size(); ++i)
        row.with_primary = row.with_primary && (row.shown[i] || !is_primary(tools[i]));
    return row;
}

void use(Ui& ui, const Tool& tool, std::string_view& chosen) {
    if (button(ui, tool.id, tool.label, tool.options)) chosen = tool.id;
}

// The row at `at`; what is unfolded lies under it and not above `below`.
std::string_view draw_tools(Ui& ui, std::span<const Tool> tools, const ToolRow& row, ImVec2 at, ImVec2 below,
                            float width) {
    std::string_view chosen;
    put_cursor(at);
    bool first = true;
    for (std::size_t i = 0; i < tools.size(); ++i) {
        if (!row.shown[i]) continue;
        if (!std::exchange(first, false)) same_line(space);
        use(ui, tools[i], chosen);
    }
    if (row.folded == 0) return chosen;
    bool& unfolded = ui.memory.unfolded[key_of("tools")];
    if (!first) same_line(space);
    if (button(ui, "more", more_label(ui, row.folded), {.icon = unfolded ? icon::chevron_up : icon::chevron_down}))
        unfolded = !unfolded;
    ui.output.mirror.nodes.back().flags |= unfolded ? app::kExpanded : app::kCollapsed;
    if (!unfolded) return chosen;
    put_cursor(ImVec2(below.x, std::max(below.y, ImGui::GetCursorScreenPos().y) + space));
    Flow flow(ui, width);
    for (std::size_t i = 0; i < tools.size(); ++i) {
        if (row.shown[i]) continue;
        flow.place(width_of(ui, tools[i]));
        use(ui, tools[i], chosen);
    }
    return chosen;
}
}  // namespace

std::string_view page_head(Ui& ui, std::string_view title, std::string_view note, std::span<const Tool> tools) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = ui.control_height();
    const TextStyle style = section_title(ui);
    const float title_width = std::min(text_width(style, title) + 1, width);
    text_in(ui, style, title, at, ImVec2(at.x + title_width, at.y + height), 0, false);
    text_node(ui, title, at, ImVec2(at.x + title_width, at.y + height), Role::Heading, 2);
    ToolRow row = fit_tools(ui, tools, width - title_width - 24);
    const bool below = !tools.empty() && (!row.with_primary || row.folded == tools.size());
    const float note_end = below || tools.empty() ? at.x + width : at.x + width - row.width - 12;
    const float note_start = at.x + title_width + 16;
    const bool note_fits = note_start + std::min(120.f, text_width(secondary(ui), note)) <= note_end;
    if (!note.empty() && note_fits)
        text_in(ui, secondary(ui), note, ImVec2(note_start, at.y + 2), ImVec2(note_end, at.y + height + 2));
    take_room(at, ImVec2(width, height));
    if (!note.empty() && !note_fits) paragraph(ui, secondary(ui), note, width);
    if (tools.empty()) return {};
    std::string_view chosen;
    if (below) {
        gap(space);
        row = fit_tools(ui, tools, width);
        chosen = draw_tools(ui, tools, row, ImGui::GetCursorScreenPos(), ImGui::GetCursorScreenPos(), width);
    } else {
        const ImVec2 after = ImGui::GetCursorScreenPos();
        chosen = draw_tools(ui, tools, row, ImVec2(at.x + width - row.width, at.y), after, width);
        if (ImGui::GetCursorScreenPos().y < after.y) put_cursor(after);
    }
    return chosen;
}

std::size_t tabs(Ui& ui, std::string_view id, std::string_view name, std::span<const std::string> labels,
                 std::size_t on, float width) {
    if (segmented_width(ui, labels) <= width) return segmented(ui, id, name, labels, on);
    const ChoiceEvent event = choice_field(ui, id, name, labels[on], std::min(width, 320.f), [&] {
        std::vector<Option> options;
        for (std::size_t i = 0; i < labels.size(); ++i) options.push_back({labels[i], i == on});
        return options;
    });
    return event.chosen.value_or(on);
}

void card(Ui& ui, float width, const base::Callback<void(float width)>& draw) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    // The background comes first, and its height is known last.
    ImDrawList* list = ImGui::GetWindowDrawList();
    ImDrawListSplitter layers;
    layers.Split(list, 2);
    layers.SetCurrentChannel(list, 1);
    put_cursor(ImVec2(at.x + card_padding, at.y + card_padding - 2));
    ImGui::BeginGroup();
    draw(width - 2 * card_padding);
    ImGui::EndGroup();
    const float bottom = ImGui::GetItemRectMax().y + card_padding - 2;
    layers.SetCurrentChannel(list, 0);
    card_background(ui, at, ImVec2(at.x + width, bottom));
    layers.Merge(list);
    take_room(at, ImVec2(width, bottom - at.y));
}

bool empty_card(Ui& ui, std::string_view id, const char* icon, std::string_view text, std::string_view action,
                float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const TextStyle style = colored(body(ui), ui.theme.secondary);
    const float inner = std::min(width - 32, 460.f), left = at.x + (width - inner) / 2;
    const auto lines = break_lines(style, text, inner);
    const float below = at.y + 72 + static_cast<float>(lines.size()) * style.line;
    const float bottom = below + (action.empty() ? 32 : ui.control_height() + 44);
    card_background(ui, at, ImVec2(at.x + width, bottom));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw_icon(draw, ui, icon, ImVec2(at.x + width / 2, at.y + 44), 28, ui.theme.faint);
    ImVec2 pen(left, at.y + 72);
    for (const std::string_view line : lines) {
        draw_text(draw, style, ImVec2(left + (inner - text_width(style, line)) / 2, pen.y), line);
        pen.y += style.line;
    }
    text_node(ui, text, ImVec2(left, at.y + 72), ImVec2(left + inner, below));
    bool chosen = false;
    if (!action.empty()) {
        const ButtonOptions options{.style = ButtonStyle::Primary};
        put_cursor(ImVec2(at.x + (width - button_width(ui, action, options)) / 2, below + 12));
        chosen = button(ui, id, action, options);
    }
    take_room(at, ImVec2(width, bottom - at.y));
    return chosen;
}

namespace {
// How many stand side by side.
std::size_t cards_across(const Cards& what, float width) {
    const auto fit = static_cast<std::size_t>(std::max(1.f, (width + card_space) / (what.min_width + card_space)));
    return std::clamp<std::size_t>(fit, 1, std::min(what.most_across, what.count));
}
}  // namespace

void cards(Ui& ui, const Cards& what, float width, const base::Callback<float(std::size_t card, float width)>& height,
           const base::Callback<void(std::size_t card, const Box& inner)>& draw) {
    if (what.count == 0) return;
    const std::size_t across = cards_across(what, width);
    const float step = (width + card_space) / static_cast<float>(across);
    const float inner = std::floor(step) - card_space - 2 * card_padding;
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    float y = origin.y;
    for (std::size_t first = 0; first < what.count; first += across) {
        const std::size_t end = std::min(first + across, what.count);
        float highest = 0;
        for (std::size_t i = first; i < end; ++i) highest = std::max(highest, height(i, inner));
        for (std::size_t i = first; i < end; ++i) {
            const auto place = static_cast<float>(i - first);
            const ImVec2 at(origin.x + std::floor(step * place), y);
            const ImVec2 max(origin.x + std::floor(step * (place + 1)) - card_space,
                             at.y + highest + 2 * card_padding - 4);
            card_background(ui, at, max);
            const ImVec2 corner(at.x + card_padding, at.y + card_padding - 2);
            put_cursor(corner);
            ImGui::BeginGroup();
            ImGui::PushID(static_cast<int>(i));
            draw(i, {corner, ImVec2(corner.x + inner, corner.y + highest)});
            ImGui::PopID();
            ImGui::EndGroup();
        }
        y += highest + 2 * card_padding - 4 + card_space;
    }
    take_room(origin, ImVec2(width, y - card_space - origin.y));
}

void stand_at_bottom(const Ui& ui, const Box& box) {
    put_cursor(ImVec2(box.min.x, box.max.y - ui.control_height()));
}

void key_figures(Ui& ui, const view::KeyFigures& figures, float width) {
    float widest = 0;  // three beside each other on a phone: longer labels go on
    for (const view::KeyFigure& each : figures) widest = std::max(widest, text_width(secondary(ui), each.label));
    const float least = std::clamp(widest, 60.f, 76.f) + 2 * card_padding;
    cards(
        ui, {.count = figures.size(), .min_width = least}, width,
        [&](std::size_t i, float inner) {
            return paragraph_height(secondary(ui), figures[i].label, inner) + figure(ui).line;
        },
        [&](std::size_t i, const Box& inner) {
            const view::KeyFigure& each = figures[i];
            Region group(ui, "figure", Role::Group, each.label, rect_of(inner.min, inner.max));
            paragraph(ui, secondary(ui), each.label, inner.width());
            const ImU32 color = each.tone == Tone::Neutral ? ui.theme.text : ink(ui.theme, each.tone);
            label(ui, colored(figure(ui), color), each.value);
        });
}

void text_cell(Ui& ui, const TextStyle& style, std::string_view text, ImVec2 min, ImVec2 max, bool with_node) {
    const auto lines = break_lines(style, text, max.x - min.x);
    const std::size_t room = std::min(cell_lines, static_cast<std::size_t>((max.y - min.y - 6) / style.line));
    if (lines.size() <= 1 || room <= 1) return text_in(ui, style, text, min, max, 0, with_node);
    const std::size_t shown = std::min(lines.size(), room);
    ImVec2 pen(min.x, min.y + (max.y - min.y - static_cast<float>(shown) * style.line) / 2);
    for (std::size_t i = 0; i < shown; ++i, pen.y += style.line) {
        const bool cut = i + 1 == room && lines.size() > room;
        draw_text(ImGui::GetWindowDrawList(), style, pen,
                  cut ? elide(style, std::string(lines[i]) + "……", max.x - min.x) : std::string(lines[i]));
    }
    if (with_node) text_node(ui, text, min, max);
    if (lines.size() > room && ImGui::IsMouseHoveringRect(min, max)) tooltip(ui, text);
}

std::size_t text_cell_lines(const TextStyle& style, std::string_view text, float width) {
    return std::min(cell_lines, break_lines(style, text, width).size());
}

float row_height_of(const Ui& ui, std::size_t lines) {
    return std::max(ui.row_height(), static_cast<float>(lines) * size::line + 14);
}

}  // namespace ui
