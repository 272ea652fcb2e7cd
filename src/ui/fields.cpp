#include "ui/fields.hpp"

#include <imgui_internal.h>

#include <algorithm>

#include "base/text.hpp"
#include "ui/icons.hpp"

namespace ui {
namespace {
constexpr float padding_x = 10, padding_y = 5;

FieldEvent events_of(const Ui& ui, NodeKey key) {
    FieldEvent result;
    result.key = key;
    result.editing = ui.input.editing == key;
    for (const app::PlatformEvent& event : ui.input.events) {
        if (const auto* changed = std::get_if<app::TextChanged>(&event); changed && changed->key == key) {
            result.changed = true;
            result.text = changed->text;
        } else if (const auto* committed = std::get_if<app::TextCommitted>(&event);
                   committed && committed->key == key) {
            result.committed = true;
            result.entered = committed->cause == app::TextCommitted::Cause::Enter;
            result.text = committed->text;
        } else if (const auto* cancelled = std::get_if<app::TextCancelled>(&event);
                   cancelled && cancelled->key == key) {
            result.cancelled = true;
        }
    }
    return result;
}

void draw_resting_text(Ui& ui, std::string_view value, ImVec2 min, ImVec2 max, const FieldOptions& options) {
    const bool empty = value.empty();
    const TextStyle style = colored(body(ui), empty ? ui.theme.secondary : ui.theme.text);
    const std::string dots =
        options.secret && !empty ? base::replace_all(std::string(base::count_code_points(value), '.'), ".", "•") : "";
    const std::string_view text = empty ? options.placeholder : options.secret ? std::string_view(dots) : value;
    const ImVec2 low(min.x + padding_x, min.y), high(max.x - padding_x, max.y);
    if (!options.multiline) {
        text_in(ui, style, text, low, high, options.align_right ? 1.f : 0.f, false);
        return;
    }
    ImDrawList* draw = ImGui::GetWindowDrawList();
    ImVec2 pen(low.x, min.y + padding_y);
    for (const std::string_view line : break_lines(style, text, high.x - low.x)) {
        if (pen.y + style.line > max.y + 1) break;
        draw_text(draw, style, pen, line);
        pen.y += style.line;
    }
}
}  // namespace

float text_field_height(const Ui& ui, std::string_view value, float width, const FieldOptions& options) {
    if (options.height > 0) return options.height;
    if (!options.multiline) return ui.control_height();
    // One more line than the text has while it ends with a line break is what the browser shows, too.
    const float text = paragraph_height(body(ui), value.empty() ? options.placeholder : value, width - 2 * padding_x);
    return std::max({text, options.min_lines * size::line, size::line}) + 2 * padding_y;
}

FieldEvent text_field(Ui& ui, std::string_view id, std::string_view name, std::string_view value, float width,
                      const FieldOptions& options) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    const ImVec2 min = window->DC.CursorPos, max(min.x + width, min.y + text_field_height(ui, value, width, options));
    const NodeKey key = key_of(id);
    const ImRect box(min, max);
    ImGui::ItemSize(box);
    const bool visible = ImGui::ItemAdd(box, key, nullptr, ImGuiItemFlags_NoNav);
    FieldEvent event = events_of(ui, key);
    if (ui.scroll_to == key) ImGui::ScrollToRect(window, box, ImGuiScrollFlags_KeepVisibleEdgeY);

    std::uint32_t flags = app::kTabStop | (options.multiline ? app::kMultiline : 0u) |
                          (options.read_only ? app::kReadOnly : 0u) | (options.required ? app::kRequired : 0u) |
                          (options.error.empty() ? 0u : app::kInvalid) | (options.align_right ? app::kAlignRight : 0u) |
                          (options.bare ? app::kBareEditor : 0u) | (options.secret ? app::kSecret : 0u);
    app::MirrorNode& node = add_node(ui, key, options.role, name, min, max, flags);
    node.value = value;
    node.placeholder = options.placeholder;
    node.description = options.error;
    node.font_px = size::body;
    node.padding_x = padding_x;
    node.padding_y = options.multiline ? padding_y : 0;
    node.line_px = size::line;
    node.text_rgba = rgba(ui.theme.text);
    node.fill_rgba = rgba(ui.theme.surface);

    if (visible) {
        ImDrawList* draw = ImGui::GetWindowDrawList();
        const bool wrong = !options.error.empty();
        if (!options.bare) {
            draw->AddRectFilled(min, max, options.read_only ? ui.theme.surface_2 : ui.theme.surface,
                                size::control_radius);
            const ImU32 border = wrong ? ui.theme.red : event.editing ? ui.theme.accent : ui.theme.border;
            draw->AddRect(min, max, border, size::control_radius, 0, event.editing ? 2.f : 1.f);
        }
        if (!event.editing) draw_resting_text(ui, value, min, max, options);
    }
    if (!options.error.empty()) {
        ImGui::SetCursorScreenPos(ImVec2(min.x, max.y + 2));
        paragraph(ui, colored(secondary(ui), ui.theme.red), options.error, width);
    }
    return event;
}

ParsedEvent parsed_field(Ui& ui, std::string_view id, std::string_view name, std::string_view value, float width,
                         FieldOptions options, const base::Callback<std::string(std::string_view)>& parse) {
    const NodeKey key = key_of(id);
    std::string message;
    const auto draft = ui.memory.drafts.find(key);
    const bool has_draft = draft != ui.memory.drafts.end();
    if (has_draft) {
        message = parse(draft->second);
        options.error = message;
    }
    const std::string shown = has_draft ? draft->second : std::string(value);
    const FieldEvent event = text_field(ui, id, name, shown, width, options);
    if (event.cancelled) ui.memory.drafts.erase(key);
    if (!event.committed || event.text == value) {
        if (event.committed) ui.memory.drafts.erase(key);
        return {};
    }
    std::string wrong = parse(event.text);
    if (wrong.empty()) {
        ui.memory.drafts.erase(key);
        return {true, event.text};
    }
    ui.memory.drafts[key] = event.text;
    ui.announce(std::move(wrong), true);
    return {};
}

std::optional<base::Date> date_field(Ui& ui, std::string_view id, std::string_view name, base::Date value, float width,
                                     const base::DateContext& days, FieldOptions options) {
    options.role = Role::DateBox;
    if (options.placeholder.empty()) options.placeholder = ui.words("field.date.hint");
    const NodeKey key = key_of(id);
    const float button = ui.control_height();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    std::optional<base::Date> result;
    const ParsedEvent event = parsed_field(
        ui, id, name, value.iso(), width - (options.read_only ? 0 : button + 2), options, [&](std::string_view text) {
            const base::DateReading read = base::read_date(text, days);
            return std::string(read.date ? std::string_view() : ui.words(sheet::invalid_words(read.fault)));
        });
    if (event.committed) {
        const base::DateReading read = base::read_date(event.text, days);
        result = read.date;
        if (read.year_added) ui.announce(ui.words("field.date.read-as", {read.date->iso()}), false);
    }
    if (!options.read_only) {
        const ImVec2 after = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos(ImVec2(at.x + width - button, at.y));
        const std::string pick = ui.words("field.date.pick", {name});
        ImGui::PushID(static_cast<int>(key));
        if (icon_button(ui, "pick", pick, icon::calendar)) ui.request(app::PickDate{key, value.iso()});
        ImGui::PopID();
        ImGui::SetCursorScreenPos(after);
        ImGui::Dummy(ImVec2(0, 0));
    }
    for (const app::PlatformEvent& platform_event : ui.input.events)
        if (const auto* picked = std::get_if<app::ValuePicked>(&platform_event); picked && picked->key == key) {
            result = base::Date::parse(picked->value).value_or(base::Date{});
            ui.memory.drafts.erase(key);
        }
    return result;
}

}  // namespace ui
