// office/opened.hpp: an Office file of whomever, opened within bounds: its parts of XML, their relations, their
// elements by what they are called without prefix. Nothing else in it is unpacked: no pictures, macros, embedded files.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace office {

inline constexpr std::size_t opened_mebibytes = 48;  // of XML in one file; 300 pages have a tenth of it
inline constexpr int opened_depth = 200;             // of elements in each other

// A document of XML. Errors (subject: the name): "xml-syntax" (also what is not UTF-8 or UTF-16), "xml-doctype" (what
// declares entities or calls other files is not read at all), "xml-nested" (deeper than opened_depth).
base::Status parse_xml(pugi::xml_document& into, std::string_view bytes, std::string_view name);

// The name without its prefix: "p" of "w:p".
std::string_view local_name(pugi::xml_node node);
bool is(pugi::xml_node node, std::string_view local);
pugi::xml_node child_of(pugi::xml_node node, std::string_view local);  // the first
// Down several levels: {"pPr", "numPr", "ilvl"}.
pugi::xml_node below(pugi::xml_node node, std::initializer_list<std::string_view> path);
std::string attribute_of(pugi::xml_node node, std::string_view local);  // "" if there is none
std::string value_of(pugi::xml_node node);                              // its attribute "val"
// <b/>, <b val="1"/> and "true" switch on, no element and "0", "false", "off" do not.
bool is_on(pugi::xml_node node);
// Valid UTF-8 without control characters but line ends; XML may name others by their numbers.
std::string clean_text(std::string_view text);
int number_of(std::string_view text, int otherwise);  // -?[0-9]{1,9}

class Opened {
  public:
    // Errors: those of base::read_zip.
    static base::Result<Opened> open(std::string_view file);

    [[nodiscard]] bool has(std::string_view part) const { return parts_.find(part) != parts_.end(); }
    // Errors: "office-part-missing" (subject: the part), those of parse_xml.
    base::Status read(std::string_view part, pugi::xml_document& into) const;

    struct Relation {
        std::string id, kind, target;  // kind: the last part of its type, "styles"; target: a part's name
    };
    // Of a part; "" of the file. What leads out of the file is left out, what cannot be read has none.
    [[nodiscard]] std::vector<Relation> relations(std::string_view owner) const;
    // The target of its first relation of this kind; "" if it has none.
    [[nodiscard]] std::string related(std::string_view owner, std::string_view kind) const;
    // docProps/custom.xml.
    [[nodiscard]] std::map<std::string, std::string> properties() const;

  private:
    std::map<std::string, std::string, std::less<>> parts_;
};

}  // namespace office
