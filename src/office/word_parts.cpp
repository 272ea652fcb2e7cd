#include "office/word_parts.hpp"

#include <cmath>
#include <set>

#include "office/package.hpp"

namespace office {
namespace {
constexpr const char* word_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

std::string half_points(double points) {
    return std::to_string(std::lround(points * 2));
}

pugi::xml_node root_of(pugi::xml_document& xml, const char* name) {
    pugi::xml_node root = xml.append_child(name);
    set(root, "xmlns:w", std::string(word_namespace));
    return root;
}

struct ParagraphForm {
    double line = 0;  // exact pitch in points; 0: as the style above
    double before = 0, after = 0;
    double indent = -1;      // of the first line in characters; -1: as above
    std::string align = {};  // "center", "both", "left"
    bool keeps_next = false, keeps_lines = false;
    int outline = -1;
    bool leaves_grid = false;  // its lines are its own, not those of the page
};

void write_form(pugi::xml_node properties, const ParagraphForm& form, double character) {
    if (form.keeps_next) child(properties, "w:keepNext");
    if (form.keeps_lines) child(properties, "w:keepLines");
    if (form.leaves_grid) child(properties, "w:snapToGrid", "w:val", "0");
    if (form.line > 0) {
        pugi::xml_node spacing = child(properties, "w:spacing");
        set(spacing, "w:before", twips_of_points(form.before));
        set(spacing, "w:after", twips_of_points(form.after));
        set(spacing, "w:line", twips_of_points(form.line));
        set(spacing, "w:lineRule", std::string("exact"));
    }
    if (form.indent >= 0) {
        pugi::xml_node indent = child(properties, "w:ind");
        set(indent, "w:firstLineChars", static_cast<long long>(form.indent * 100));
        set(indent, "w:firstLine", twips_of_points(form.indent * character));
    }
    if (!form.align.empty()) child(properties, "w:jc", "w:val", form.align);
    if (form.outline >= 0) child(properties, "w:outlineLvl", "w:val", std::to_string(form.outline));
}

class StyleList {
  public:
    StyleList(pugi::xml_node list, const Style& style) : list_(list), style_(style) {}

    void add(const std::string& id, const char* name, const char* based_on, const ParagraphForm& form, const Face* face,
             bool is_tight = true) {
        pugi::xml_node one = child(list_, "w:style", "w:type", "paragraph");
        set(one, "w:styleId", id);
        if (std::string_view(based_on).empty()) set(one, "w:default", std::string("1"));
        child(one, "w:name", "w:val", name);
        if (!std::string_view(based_on).empty()) child(one, "w:basedOn", "w:val", based_on);
        if (id.starts_with(style_heading) || id == style_title) child(one, "w:next", "w:val", "Normal");
        if (id.starts_with(style_contents)) child(one, "w:uiPriority", "w:val", "39");
        child(one, "w:qFormat");
        pugi::xml_node paragraph = child(one, "w:pPr");
        write_form(paragraph, form, style_.body.points);
        if (!face) return;
        pugi::xml_node run = child(one, "w:rPr");
        write_face(run, *face);
        child(run, "w:b", "w:val", "0");
        if (style_.spacing != 0)
            child(run, "w:spacing", "w:val", std::to_string(is_tight ? twips_of_points(style_.spacing) : 0));
        child(run, "w:sz", "w:val", half_points(face->points));
        child(run, "w:szCs", "w:val", half_points(face->points));
    }

  private:
    pugi::xml_node list_;
    const Style& style_;
};

std::string language_tag(std::string_view language) {
    return language == "zh-Hans" ? "zh-CN" : language == "zh-Hant" ? "zh-TW" : "en-US";
}

// What stands in for the standard's fonts where they are not installed; the reader chooses among them.
const char* alternative(std::string_view font) {
    if (font == "仿宋_GB2312") return "FangSong";
    if (font == "楷体_GB2312") return "KaiTi";
    if (font == "黑体") return "SimHei";
    if (font == "宋体") return "SimSun";
    if (font == "方正小标宋简体") return "STZhongsong";
    if (font == "DFKai-SB") return "KaiTi";
    return "";
}

void field(pugi::xml_node paragraph, const char* code, const char* shown) {
    for (const char* kind : {"begin", "", "separate", "shown", "end"}) {
        pugi::xml_node run = child(paragraph, "w:r");
        if (std::string_view(kind).empty())
            text_child(run, "w:instrText", code);
        else if (std::string_view(kind) == "shown")
            text_child(run, "w:t", shown);
        else
            child(run, "w:fldChar", "w:fldCharType", kind);
    }
}
}  // namespace

int twips_of_mm(double mm) {
    return static_cast<int>(std::lround(mm * 1440 / 25.4));
}

int twips_of_points(double points) {
    return static_cast<int>(std::lround(points * 20));
}

void write_face(pugi::xml_node run_properties, const Face& face) {
    pugi::xml_node fonts = child(run_properties, "w:rFonts");
    for (const char* script : {"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"}) set(fonts, script, face.font);
    set(fonts, "w:hint", std::string("eastAsia"));
}

void write_styles(pugi::xml_document& xml, const Style& style, std::string_view language) {
    pugi::xml_node root = root_of(xml, "w:styles");
    pugi::xml_node run = child(child(child(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr");
    write_face(run, style.body);
    child(run, "w:kern", "w:val", "0");
    child(run, "w:sz", "w:val", half_points(style.body.points));
    child(run, "w:szCs", "w:val", half_points(style.body.points));
    pugi::xml_node lang =
        child(run, "w:lang", "w:val", report::is_chinese(language) ? "en-US" : language_tag(language));
    set(lang, "w:eastAsia", report::is_chinese(language) ? language_tag(language) : "zh-CN");
    child(child(child(root.child("w:docDefaults"), "w:pPrDefault"), "w:pPr"), "w:widowControl", "w:val", "0");

    StyleList list(root, style);
    const std::string sides = report::is_chinese(language) ? "both" : "left";
    const double title_line = std::max(style.line, style.title.points * 1.3);
    list.add("Normal", "Normal", "", {style.line, 0, 0, style.indent, sides}, &style.body);
    list.add(style_title, "Title", "Normal", {title_line, 0, 0, 0, "center", true, true}, &style.title, false);
    const Face subtitle{style.headings[1].font, style.body.points};
    list.add(style_subtitle, "Subtitle", "Normal", {style.line, 0, 0, 0, "center", true, true}, &subtitle);
    for (std::size_t i = 0; i < style.headings.size(); ++i) {
        const std::string level = std::to_string(i + 1), name = "heading " + level;
        list.add(style_heading + level, name.c_str(), "Normal",
                 {style.line, 0, 0, -1, "", true, true, static_cast<int>(i)}, &style.headings[i]);
    }
    for (int level = 1; level <= 3; ++level) {
        const std::string number = std::to_string(level), name = "toc " + number;
        const Face face{level == 1 ? style.headings[0].font : style.body.font, style.small.points};
        list.add(style_contents + number, name.c_str(), "Normal", {style.line, 0, 0, 0., "left"}, &face);
    }
    list.add(style_plain, "Body without indent", "Normal", {style.line, 0, 0, 0, ""}, nullptr);
    list.add(style_mark, "Attachment mark", style_plain, {style.line, 0, 0, 0, "left", true}, &style.headings[0]);
    const Face note{style.body.font, std::min(12., style.body.points)};
    list.add(style_note, "Note", "Normal", {std::min(20., style.line), 0, 0, -1, "", false, false, -1, true}, &note);
    const double cell_line = style.table.points * 1.45;
    list.add(style_cell, "Table text", "Normal", {cell_line, 0, 0, 0, "left", false, false, -1, true}, &style.table,
             false);
    list.add(style_cell_head, "Table head", "Normal", {cell_line, 0, 0, 0, "center", false, false, -1, true},
             &style.table_head, false);
    list.add("Footer", "footer", style_plain, {style.page_number.points, 0, 0, 0, "left", false, false, -1, true},
             &style.page_number, false);
}

void write_fonts(pugi::xml_document& xml, const Style& style) {
    pugi::xml_node root = root_of(xml, "w:fonts");
    std::set<std::string> names{style.body.font,       style.title.font,       style.table.font,
                                style.table_head.font, style.page_number.font, style.small.font};
    for (const Face& face : style.headings) names.insert(face.font);
    for (const std::string& name : names) {
        pugi::xml_node font = child(root, "w:font", "w:name", name);
        if (const char* other = alternative(name); *other) child(font, "w:altName", "w:val", other);
        child(font, "w:family", "w:val", "auto");
    }
}

void write_settings(pugi::xml_document& xml, std::string_view language) {
    pugi::xml_node root = root_of(xml, "w:settings");
    child(root, "w:zoom", "w:percent", "100");
    child(root, "w:defaultTabStop", "w:val", "420");
    child(root, "w:evenAndOddHeaders");
    child(root, "w:characterSpacingControl", "w:val", "compressPunctuation");
    pugi::xml_node mode = child(child(root, "w:compat"), "w:compatSetting", "w:name", "compatibilityMode");
    set(mode, "w:uri", std::string("http://schemas.microsoft.com/office/word"));
    set(mode, "w:val", std::string("15"));
    pugi::xml_node lang = child(root, "w:themeFontLang", "w:val", "en-US");
    set(lang, "w:eastAsia", report::is_chinese(language) ? language_tag(language) : "zh-CN");
}

void write_footer(pugi::xml_document& xml, Side side) {
    pugi::xml_node paragraph = child(root_of(xml, "w:ftr"), "w:p");
    pugi::xml_node form = child(paragraph, "w:pPr");
    child(form, "w:pStyle", "w:val", "Footer");
    set(child(form, "w:ind", side == Side::Odd ? "w:right" : "w:left", "280"), "w:firstLine", std::string("0"));
    child(form, "w:jc", "w:val", side == Side::Odd ? "right" : "left");
    text_child(child(paragraph, "w:r"), "w:t", "— ");
    field(paragraph, " PAGE ", "1");
    text_child(child(paragraph, "w:r"), "w:t", " —");
}

void write_core_properties(pugi::xml_document& xml, const report::Document& document, base::Moment time) {
    pugi::xml_node root = xml.append_child("cp:coreProperties");
    set(root, "xmlns:cp", std::string("http://schemas.openxmlformats.org/package/2006/metadata/core-properties"));
    set(root, "xmlns:dc", std::string("http://purl.org/dc/elements/1.1/"));
    set(root, "xmlns:dcterms", std::string("http://purl.org/dc/terms/"));
    set(root, "xmlns:xsi", std::string("http://www.w3.org/2001/XMLSchema-instance"));
    text_child(root, "dc:title", report::printable(document.title));
    text_child(root, "dc:subject", report::printable(document.subject));
    text_child(root, "dc:creator", report::printable(document.author));
    std::string identifier;
    for (const auto& [name, value] : document.properties) identifier += (identifier.empty() ? "" : " ") + value;
    text_child(root, "dc:identifier", report::printable(identifier));
    text_child(root, "dc:language", language_tag(document.language));
    if (time.empty()) return;
    for (const char* name : {"dcterms:created", "dcterms:modified"}) {
        pugi::xml_node one = child(root, name, "xsi:type", "dcterms:W3CDTF");
        one.append_child(pugi::node_pcdata).set_value((time.iso() + ":00Z").c_str());
    }
}

void write_custom_properties(pugi::xml_document& xml, const report::Document& document) {
    pugi::xml_node root = xml.append_child("Properties");
    set(root, "xmlns", std::string("http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"));
    set(root, "xmlns:vt", std::string("http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"));
    int number = 2;  // the first that is free
    for (const auto& [name, value] : document.properties) {
        pugi::xml_node one = child(root, "property", "fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}");
        set(one, "pid", number++);
        set(one, "name", name);
        text_child(one, "vt:lpwstr", report::printable(value));
    }
}

}  // namespace office
