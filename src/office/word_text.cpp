#include "office/word_text.hpp"

#include "base/text.hpp"
#include "office/docx.hpp"
#include "office/package.hpp"
#include "office/word_parts.hpp"

namespace office {

std::string control_tag(const report::Mark& mark) {
    return "fl:" + mark.row + ":" + mark.field + (mark.part > 0 ? ":" + std::to_string(mark.part) : "");
}

std::string bookmark_name(const report::Mark& mark) {
    const std::string name = "fl_" + base::replace_all(mark.row, "-", "Z") + "_" + mark.field +
                             (mark.part > 0 ? "_" + std::to_string(mark.part) : "");
    return name.size() <= 40 ? name : std::string();
}

pugi::xml_node WordText::paragraph(pugi::xml_node parent, const std::string& style) {
    pugi::xml_node one = child(parent, "w:p");
    if (!style.empty()) child(child(one, "w:pPr"), "w:pStyle", "w:val", style);
    return one;
}

namespace {
pugi::xml_node form_of(pugi::xml_node paragraph) {
    const pugi::xml_node form = paragraph.child("w:pPr");
    return form ? form : paragraph.prepend_child("w:pPr");
}
}  // namespace

void WordText::keep_next(pugi::xml_node paragraph) {
    pugi::xml_node form = form_of(paragraph);
    if (form.child("w:keepNext")) return;
    const pugi::xml_node style = form.child("w:pStyle");
    if (style)
        form.insert_child_after("w:keepNext", style);
    else
        form.prepend_child("w:keepNext");
}

void WordText::indent(pugi::xml_node paragraph, const char* side, int twips) {
    pugi::xml_node form = form_of(paragraph);
    pugi::xml_node one = form.child("w:ind") ? form.child("w:ind") : child(form, "w:ind");
    if (!one.attribute("w:firstLineChars") && std::string_view(side) != "w:hanging")
        set(one, "w:firstLineChars", 0LL), set(one, "w:firstLine", 0LL);
    set(one, side, twips);
}

void WordText::align(pugi::xml_node paragraph, const char* value) {
    child(form_of(paragraph), "w:jc", "w:val", value);
}

void WordText::run(pugi::xml_node paragraph, const std::string& text, const Face* face) {
    const std::string clean = report::printable(text);
    if (clean.empty()) return;
    pugi::xml_node run = child(paragraph, "w:r");
    pugi::xml_node form = child(run, "w:rPr");
    if (face)
        write_face(form, *face);
    else
        child(form, "w:rFonts", "w:hint", "eastAsia");
    bool is_first = true;
    for (const std::string_view line : base::split(clean, '\n')) {
        if (!is_first) child(run, "w:br");
        is_first = false;
        if (!line.empty()) text_child(run, "w:t", std::string(line));
    }
}

void WordText::control(pugi::xml_node paragraph, const std::string& text, const report::Mark& mark) {
    pugi::xml_node control = child(paragraph, "w:sdt");
    pugi::xml_node form = child(control, "w:sdtPr");
    child(form, "w:tag", "w:val", control_tag(mark));
    child(form, "w:id", "w:val", std::to_string(++controls_));
    run(child(control, "w:sdtContent"), text);
}

void WordText::marked(pugi::xml_node paragraph, const std::string& text, const report::Mark& mark) {
    if (mark.empty() || report::printable(text).empty()) return run(paragraph, text);
    const std::string name = bookmark_name(mark);
    // A name stands once in a file; where the field stands a second time, the control alone says so.
    if (name.empty() || !names_.insert(name).second) return control(paragraph, text, mark);
    bookmark(paragraph, name, [&] { control(paragraph, text, mark); });
}

void WordText::open_bookmark(pugi::xml_node paragraph, const std::string& id, const std::string& name) {
    pugi::xml_node start = child(paragraph, "w:bookmarkStart", "w:id", id);
    set(start, "w:name", name);
}

void WordText::close_bookmark(pugi::xml_node paragraph, const std::string& id) {
    child(paragraph, "w:bookmarkEnd", "w:id", id);
}

}  // namespace office
