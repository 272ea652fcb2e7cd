#include "office/opened.hpp"

#include <algorithm>
#include <cstring>

#include "base/text.hpp"
#include "base/zip.hpp"

namespace office {
namespace {

bool is_xml(std::string_view name) {
    return name.ends_with(".xml") || name.ends_with(".rels");
}

// Of an element and all in it, without recursion.
int depth_of(pugi::xml_node root) {
    int depth = 0, deepest = 0;
    for (pugi::xml_node node = root; node;) {
        deepest = std::max(deepest, depth);
        if (node.first_child()) {
            node = node.first_child();
            ++depth;
            continue;
        }
        while (node && node != root && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (!node || node == root) break;
        node = node.next_sibling();
    }
    return deepest;
}

// "../media/a.xml" beside "word/" → "media/a.xml"
std::string resolved(std::string_view folder, std::string_view target) {
    std::vector<std::string_view> steps;
    if (!target.starts_with('/'))
        for (const std::string_view step : base::split(folder, '/'))
            if (!step.empty()) steps.push_back(step);
    for (const std::string_view step : base::split(target, '/')) {
        if (step == ".." && !steps.empty()) steps.pop_back();
        if (step != ".." && step != "." && !step.empty()) steps.push_back(step);
    }
    std::string path;
    for (const std::string_view step : steps) path.append(path.empty() ? "" : "/").append(step);
    return path;
}

}  // namespace

base::Status parse_xml(pugi::xml_document& into, std::string_view bytes, std::string_view name) {
    const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (!wide && base::find_invalid_utf8(bytes) != std::string_view::npos)
        return base::Error{"xml-syntax", std::string(name), {}};
    const auto read =
        into.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype,
                         wide ? pugi::encoding_auto : pugi::encoding_utf8);
    const bool has_doctype = std::ranges::any_of(
        into.children(), [](const pugi::xml_node& node) { return node.type() == pugi::node_doctype; });
    if (has_doctype) return base::Error{"xml-doctype", std::string(name), {}};
    if (!read || !into.document_element()) return base::Error{"xml-syntax", std::string(name), {}};
    if (depth_of(into.document_element()) > opened_depth) return base::Error{"xml-nested", std::string(name), {}};
    return base::Done{};
}

std::string_view local_name(pugi::xml_node node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is(pugi::xml_node node, std::string_view local) {
    return local_name(node) == local;
}

pugi::xml_node child_of(pugi::xml_node node, std::string_view local) {
    for (pugi::xml_node one = node.first_child(); one; one = one.next_sibling())
        if (is(one, local)) return one;
    return {};
}

pugi::xml_node below(pugi::xml_node node, std::initializer_list<std::string_view> path) {
    for (const std::string_view step : path) node = child_of(node, step);
    return node;
}

std::string attribute_of(pugi::xml_node node, std::string_view local) {
    for (pugi::xml_attribute one = node.first_attribute(); one; one = one.next_attribute()) {
        const std::string_view name = one.name();
        const std::size_t colon = name.find(':');
        if ((colon == std::string_view::npos ? name : name.substr(colon + 1)) == local) return one.value();
    }
    return {};
}

std::string value_of(pugi::xml_node node) {
    return attribute_of(node, "val");
}

bool is_on(pugi::xml_node node) {
    if (!node) return false;
    const std::string value = value_of(node);
    return value != "0" && value != "false" && value != "off" && value != "none";
}

std::string clean_text(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = base::next_code_point(text, at);
        if (c == U'\t' || c == U'\r')
            clean += ' ';
        else if ((c >= 0x20 && c != 0x7F && (c != 0xFFFD || at - start == 3) && (c < 0x80 || c > 0x9F)) || c == U'\n')
            clean.append(text, start, at - start);
    }
    return clean;
}

int number_of(std::string_view text, int otherwise) {
    const bool minus = text.starts_with('-');
    if (minus) text.remove_prefix(1);
    if (text.empty() || text.size() > 9) return otherwise;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return otherwise;
        value = value * 10 + (c - '0');
    }
    return minus ? -value : value;
}

base::Result<Opened> Opened::open(std::string_view file) {
    auto entries = base::read_zip(file, {20000, std::uint64_t{opened_mebibytes} << 20, is_xml});
    if (!entries) return entries.error();
    Opened opened;
    for (base::ZipEntry& entry : entries.value()) opened.parts_[entry.name] = std::move(entry.bytes);
    return opened;
}

base::Status Opened::read(std::string_view part, pugi::xml_document& into) const {
    const auto found = parts_.find(part);
    if (found == parts_.end()) return base::Error{"office-part-missing", std::string(part), {}};
    return parse_xml(into, found->second, part);
}

std::vector<Opened::Relation> Opened::relations(std::string_view owner) const {
    const std::size_t slash = owner.rfind('/');
    const std::string folder(slash == std::string_view::npos ? std::string_view() : owner.substr(0, slash + 1));
    pugi::xml_document xml;
    const std::string part = folder + "_rels/" + std::string(owner.substr(folder.size())) + ".rels";
    std::vector<Relation> all;
    if (!has(part) || !read(part, xml)) return all;
    for (const pugi::xml_node node : xml.document_element().children()) {
        if (!is(node, "Relationship") || attribute_of(node, "TargetMode") == "External") continue;
        const std::string type = attribute_of(node, "Type");
        all.push_back({attribute_of(node, "Id"), type.substr(type.rfind('/') + 1),
                       resolved(folder, attribute_of(node, "Target"))});
    }
    return all;
}

std::string Opened::related(std::string_view owner, std::string_view kind) const {
    for (const Relation& one : relations(owner))
        if (one.kind == kind) return one.target;
    return {};
}

std::map<std::string, std::string> Opened::properties() const {
    std::map<std::string, std::string> all;
    pugi::xml_document xml;
    const std::string part = related("", "custom-properties");
    if (!has(part) || !read(part, xml)) return all;
    for (const pugi::xml_node node : xml.document_element().children())
        if (is(node, "property")) all[attribute_of(node, "name")] = node.first_child().child_value();
    return all;
}

}  // namespace office
