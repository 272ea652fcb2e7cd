// office/package.hpp: an Office file as its parts (ISO/IEC 29500-2): XML documents with a type and relations, in a ZIP.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/zip.hpp"

namespace office {

class Package {
  public:
    // Adds a part: its name ("word/styles.xml"), content type, and what it is to the part `owner` ("" for the whole
    // file). Returns the id by which the owner refers to it.
    std::string add(std::string_view owner, std::string name, std::string_view content_type, std::string_view relation,
                    const pugi::xml_document& xml);
    // The file. The same parts and moment give the same bytes. Errors: those of base::write_zip.
    base::Result<std::string> bytes(base::Moment time) const;

  private:
    struct Relation {
        std::string owner, id, type, target;
    };
    struct Type {
        std::string part, type;
    };
    std::vector<base::ZipEntry> parts_;
    std::vector<Type> types_;
    std::vector<Relation> relations_;
};

// Relations of ISO/IEC 29500-1 (transitional), by their last part: "styles".
std::string relation(std::string_view name);

// ---- what writers of XML share

// The bytes of a file, with its declaration.
std::string xml_text(const pugi::xml_document& xml);

// A child element; attributes by name and text. Texts are made fit for XML by report::printable before they come here.
pugi::xml_node child(pugi::xml_node parent, const char* name);
pugi::xml_node child(pugi::xml_node parent, const char* name, const char* attribute, const std::string& value);
void set(pugi::xml_node node, const char* attribute, const std::string& value);
void set(pugi::xml_node node, const char* attribute, long long value);
// <name>text</name>, with its white space kept.
void text_child(pugi::xml_node parent, const char* name, const std::string& text);

}  // namespace office
