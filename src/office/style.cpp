#include "office/style.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "report/document.hpp"

namespace office {
namespace {
using base::Error;

// What a line of the file sets: a length, or a face by its two parts.
struct Setting {
    std::string_view name;
    double* number = nullptr;
    std::string* font = nullptr;
    double low = 0, high = 100;
};

template <class Visit> void each_setting(Style& style, Visit visit) {
    const auto face = [&](const std::string& name, Face& one) {
        visit(Setting{name + ".font", nullptr, &one.font});
        visit(Setting{name + ".size", &one.points, nullptr, 5, 72});
    };
    visit(Setting{"margin.top", &style.top});
    visit(Setting{"margin.bottom", &style.bottom});
    visit(Setting{"margin.left", &style.left});
    visit(Setting{"margin.right", &style.right});
    visit(Setting{"line", &style.line, nullptr, 5, 100});
    visit(Setting{"spacing", &style.spacing, nullptr, -5, 5});
    visit(Setting{"indent", &style.indent, nullptr, 0, 10});
    face("body", style.body);
    face("title", style.title);
    for (std::size_t i = 0; i < style.headings.size(); ++i) face("heading" + std::to_string(i + 1), style.headings[i]);
    face("table", style.table);
    face("table-head", style.table_head);
    face("page-number", style.page_number);
    face("small", style.small);
}

void all_faces(Style& style, const std::string& text, const std::string& display) {
    for (Face* face : {&style.body, &style.table, &style.small, &style.page_number}) face->font = text;
    for (Face* face : {&style.title, &style.table_head}) face->font = display;
    for (Face& face : style.headings) face.font = text;
    style.headings[0].font = display;
}
}  // namespace

Style default_style(std::string_view language) {
    Style style;
    if (language == "zh-Hant") {
        all_faces(style, "DFKai-SB", "Microsoft JhengHei");
        style.title.font = "PMingLiU";
        style.page_number.font = "PMingLiU";
    } else if (!report::is_chinese(language)) {
        all_faces(style, "Times New Roman", "Arial");
        style.line = 18, style.spacing = 0, style.indent = 0;
        for (Face* face : {&style.body, &style.small, &style.page_number}) face->points = 12;
        for (Face& face : style.headings) face.points = 12;
        style.headings[0].points = 14;
        style.title.points = 20;
    }
    return style;
}

base::Result<Style> parse_style(std::string_view file, const Style& base) {
    Style style = base;
    int number = 0;
    for (std::string_view line : base::split(file, '\n')) {
        const std::string at = std::to_string(++number);
        line = base::trim(line);
        if (line.empty() || line.starts_with('#')) continue;
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos) return Error{"style-syntax", at, std::string(line)};
        const std::string_view name = base::trim(line.substr(0, equals)), value = base::trim(line.substr(equals + 1));
        bool is_known = false, is_good = false;
        each_setting(style, [&](const Setting& setting) {
            if (setting.name != name) return;
            is_known = true;
            if (setting.font) {
                *setting.font = report::printable(value);
                is_good = !value.empty() && base::count_code_points(value) <= 64;
            } else if (const auto read = base::Decimal::parse(value)) {
                *setting.number = static_cast<double>(read->units) / static_cast<double>(base::Decimal::scale);
                is_good = *setting.number >= setting.low && *setting.number <= setting.high;
            }
        });
        if (!is_known) return Error{"style-unknown", at, std::string(name)};
        if (!is_good) return Error{"style-value", at, std::string(value)};
    }
    return style;
}

}  // namespace office
