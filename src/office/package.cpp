#include "office/package.hpp"

namespace office {
namespace {
constexpr std::string_view relations_namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view types_namespace = "http://schemas.openxmlformats.org/package/2006/content-types";

struct StringWriter : pugi::xml_writer {
    std::string out;
    void write(const void* data, std::size_t size) override { out.append(static_cast<const char*>(data), size); }
};

// word/document.xml → word/_rels/document.xml.rels; "" → _rels/.rels
std::string relations_part(const std::string& owner) {
    const std::size_t slash = owner.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : owner.substr(0, slash + 1);
    return folder + "_rels/" + owner.substr(folder.size()) + ".rels";
}

std::string target_of(const std::string& owner, const std::string& name) {
    const std::size_t slash = owner.rfind('/');
    if (slash != std::string::npos && name.starts_with(owner.substr(0, slash + 1))) return name.substr(slash + 1);
    return owner.empty() ? name : "/" + name;
}
}  // namespace

std::string xml_text(const pugi::xml_document& xml) {
    StringWriter writer;
    writer.out = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    xml.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return std::move(writer.out);
}

std::string Package::add(std::string_view owner, std::string name, std::string_view content_type,
                         std::string_view relation, const pugi::xml_document& xml) {
    std::size_t number = 1;
    for (const Relation& one : relations_) number += one.owner == owner ? 1 : 0;
    const std::string id = "rId" + std::to_string(number);
    relations_.push_back({std::string(owner), id, std::string(relation), target_of(std::string(owner), name)});
    types_.push_back({"/" + name, std::string(content_type)});
    parts_.push_back({std::move(name), xml_text(xml)});
    return id;
}

base::Result<std::string> Package::bytes(base::Moment time) const {
    pugi::xml_document types;
    pugi::xml_node root = child(types, "Types", "xmlns", std::string(types_namespace));
    for (const auto& [ending, type] : {std::pair("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                                       std::pair("xml", "application/xml")}) {
        const pugi::xml_node one = child(root, "Default", "Extension", ending);
        set(one, "ContentType", type);
    }
    for (const Type& type : types_) {
        const pugi::xml_node one = child(root, "Override", "PartName", type.part);
        set(one, "ContentType", type.type);
    }
    std::vector<base::ZipEntry> entries{{"[Content_Types].xml", xml_text(types)}};  // first, as readers expect
    std::vector<std::string> owners;
    for (const Relation& one : relations_)
        if (owners.empty() || owners.back() != one.owner) {
            bool is_known = false;
            for (const std::string& owner : owners) is_known = is_known || owner == one.owner;
            if (!is_known) owners.push_back(one.owner);
        }
    for (const std::string& owner : owners) {
        pugi::xml_document relations;
        pugi::xml_node list = child(relations, "Relationships", "xmlns", std::string(relations_namespace));
        for (const Relation& one : relations_) {
            if (one.owner != owner) continue;
            const pugi::xml_node node = child(list, "Relationship", "Id", one.id);
            set(node, "Type", one.type);
            set(node, "Target", one.target);
        }
        entries.push_back({relations_part(owner), xml_text(relations)});
    }
    entries.insert(entries.end(), parts_.begin(), parts_.end());
    return base::write_zip(entries, time);
}

std::string relation(std::string_view name) {
    return "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + std::string(name);
}

pugi::xml_node child(pugi::xml_node parent, const char* name) {
    return parent.append_child(name);
}

pugi::xml_node child(pugi::xml_node parent, const char* name, const char* attribute, const std::string& value) {
    pugi::xml_node node = parent.append_child(name);
    set(node, attribute, value);
    return node;
}

void set(pugi::xml_node node, const char* attribute, const std::string& value) {
    node.append_attribute(attribute).set_value(value.c_str());
}

void set(pugi::xml_node node, const char* attribute, long long value) {
    node.append_attribute(attribute).set_value(value);
}

void text_child(pugi::xml_node parent, const char* name, const std::string& text) {
    pugi::xml_node node = parent.append_child(name);
    const bool is_spaced =
        !text.empty() && (text.front() == ' ' || text.back() == ' ' || text.find("  ") != std::string::npos ||
                          text.find('\n') != std::string::npos);
    if (is_spaced) set(node, "xml:space", std::string("preserve"));
    node.append_child(pugi::node_pcdata).set_value(text.c_str());
}

}  // namespace office
