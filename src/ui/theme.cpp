#include "ui/theme.hpp"

namespace ui {
namespace {
constexpr ImU32 hex(unsigned rgb, unsigned alpha = 255) {
    return IM_COL32(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, alpha);
}
}  // namespace

// The contrast of every text colour on what it is drawn on is at least 4.5:1 (tests/lint/contrast.test.mjs).
const Theme& light_theme() {
    static const Theme theme{.dark = false,
                             .background = hex(0xF5F6F8),
                             .surface = hex(0xFFFFFF),
                             .surface_2 = hex(0xFAFBFC),
                             .border = hex(0xE3E6EB),
                             .text = hex(0x1B2430),
                             .secondary = hex(0x5C6675),
                             .faint = hex(0x8A94A3),
                             .accent = hex(0x0F766E),
                             .accent_soft = hex(0xE2F3F0),
                             .on_accent = hex(0xFFFFFF),
                             .red = hex(0xC03C31),
                             .red_soft = hex(0xFBE9E7),
                             .amber = hex(0x9B620A),
                             .amber_soft = hex(0xFCF1DC),
                             .green = hex(0x2B7A4B),
                             .green_soft = hex(0xE5F4EA),
                             .blue = hex(0x2F6BB3),
                             .blue_soft = hex(0xE7F0FA),
                             .hover = hex(0x1B2430, 12),
                             .shade = hex(0x1B2430, 90),
                             .bar = hex(0x0F766E),
                             .bar_rest = hex(0x9ED3CA),
                             .bar_late = hex(0xC03C31),
                             .bar_late_rest = hex(0xF0B2AC),
                             .bar_summary = hex(0x5C6675)};
    return theme;
}

const Theme& dark_theme() {
    static const Theme theme{.dark = true,
                             .background = hex(0x14181D),
                             .surface = hex(0x1C2127),
                             .surface_2 = hex(0x20262D),
                             .border = hex(0x2E353E),
                             .text = hex(0xE6EAF0),
                             .secondary = hex(0xA3ADBA),
                             .faint = hex(0x727D8B),
                             .accent = hex(0x3CB8A6),
                             .accent_soft = hex(0x143A37),
                             .on_accent = hex(0x0B1F1C),
                             .red = hex(0xF0796D),
                             .red_soft = hex(0x43221F),
                             .amber = hex(0xE0A94A),
                             .amber_soft = hex(0x3C2F17),
                             .green = hex(0x62C088),
                             .green_soft = hex(0x183524),
                             .blue = hex(0x7AB0EE),
                             .blue_soft = hex(0x1B2F47),
                             .hover = hex(0xFFFFFF, 14),
                             .shade = hex(0x000000, 140),
                             .bar = hex(0x3CB8A6),
                             .bar_rest = hex(0x24635B),
                             .bar_late = hex(0xF0796D),
                             .bar_late_rest = hex(0x7A403A),
                             .bar_summary = hex(0x8A94A3)};
    return theme;
}

Theme forced_theme(std::uint32_t background, std::uint32_t text, std::uint32_t gray, std::uint32_t link) {
    const auto mix = [&](std::uint32_t part) {  // of 256
        const auto channel = [&](int shift) {
            return (((background >> shift & 255) * (256 - part) + (text >> shift & 255) * part) >> 8) << shift;
        };
        return hex(channel(16) | channel(8) | channel(0));
    };
    const auto light = [](std::uint32_t rgb) { return (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255); };
    const ImU32 page = hex(background), ink = hex(text), soft = mix(32);
    return {.dark = light(background) < light(text),
            .background = page,
            .surface = page,
            .surface_2 = page,
            .border = ink,
            .text = ink,
            .secondary = ink,
            .faint = hex(gray),
            .accent = hex(link),
            .accent_soft = mix(48),
            .on_accent = page,
            .red = ink,
            .red_soft = soft,
            .amber = ink,
            .amber_soft = soft,
            .green = ink,
            .green_soft = soft,
            .blue = ink,
            .blue_soft = soft,
            .hover = hex(text, 24),
            .shade = hex(background, 160),
            .bar = hex(link),
            .bar_rest = hex(gray),
            .bar_late = ink,
            .bar_late_rest = hex(gray),
            .bar_summary = ink};
}

}  // namespace ui
