// The JSON Schema of plans, generated from the descriptions of the records.
#include <cstdlib>

#include "codec/json_text.hpp"
#include "codec/plan_json.hpp"
#include "model/order_key.hpp"

namespace codec {
namespace {
using model::FieldInfo;
using model::Kind;
using model::RecordInfo;

constexpr std::string_view id_pattern = "^[0-9a-z][0-9a-z-]{0,15}$";

std::string member(std::string_view name, std::string_view value) {
    return json_string(name) + ":" + std::string(value);
}
std::string word(std::string_view name, std::string_view value) {
    return member(name, json_string(value));
}
std::string number(std::string_view name, std::int64_t value) {
    return member(name, std::to_string(value));
}

std::string object(std::initializer_list<std::string> members) {
    std::string out = "{";
    for (const std::string& each : members) {
        if (each.empty()) continue;
        if (out.size() > 1) out += ',';
        out += each;
    }
    return out += '}';
}

std::string ref(std::string_view definition) {
    return object({word("$ref", "#/$defs/" + std::string(definition))});
}

std::string integer_schema(std::int64_t min, std::int64_t max) {
    const bool bounded = min != 0 || max != 0;
    return object({word("type", "integer"), number("minimum", bounded ? min : -base::max_safe_integer),
                   number("maximum", bounded ? max : base::max_safe_integer)});
}

std::string pattern(std::string_view regex) {
    return object({word("type", "string"), word("pattern", regex)});
}

// Code points, as JSON Schema counts them. No control characters but tab and line feed.
std::string limited_text(std::int64_t limit) {
    return object({word("type", "string"), number("maxLength", limit),
                   word("pattern", "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$")});
}

std::string text_schema(const FieldInfo& info) {
    if (info.max == model::short_text_limit) return ref("text");
    return info.max == model::long_text_limit ? ref("longText") : limited_text(info.max);
}

std::string list_schema(std::string_view entry) {
    return object({word("type", "array"), number("maxItems", static_cast<std::int64_t>(model::list_limit)),
                   member("items", entry)});
}

std::string choice_schema(const model::Choices& choices) {
    std::string names = "[";
    for (const std::string_view name : choices.values) {
        if (names.size() > 1) names += ',';
        append_quoted(names, name);
    }
    return object({member("enum", names += ']')});
}

std::string field_schema(const FieldInfo& info) {
    switch (info.kind) {
        case Kind::Text:
            return text_schema(info);
        case Kind::Texts:
            return list_schema(text_schema(info));
        case Kind::Date:
            return ref("day");
        case Kind::Moment:
            return ref("moment");
        case Kind::Integer:
        case Kind::Money:
            return integer_schema(info.min, info.max);
        case Kind::Decimal:
            return ref("decimal");
        case Kind::Flag:
            return object({word("type", "boolean")});
        case Kind::Choice:
            return choice_schema(*info.choices);
        case Kind::Ref:
            return ref("id");
        case Kind::Refs:
            return list_schema(ref("id"));
    }
    return "true";
}

std::string row_schema(const RecordInfo& info) {
    std::string properties =
        "{" + member("id", info.singleton ? object({word("const", model::singleton_id(info).text())}) : ref("id"));
    properties += "," + member("order", ref("order"));
    std::string required = info.singleton ? "" : json_string("id");
    for (const FieldInfo& field : info.fields) {
        properties += "," + member(field.name, field_schema(field));
        if (field.has(model::kOwner)) required += (required.empty() ? "" : ",") + json_string(field.name);
    }
    return object({word("type", "object"), required.empty() ? "" : member("required", "[" + required + "]"),
                   member("properties", properties + "}")});
}

std::string definitions() {
    std::string out = "{" + member("id", pattern(id_pattern));
    out += "," + member("order", object({word("type", "string"), number("maxLength", model::order_key_limit),
                                         word("pattern", "^([0-9A-Za-z]*[1-9A-Za-z])?$")}));
    out += "," + member("text", limited_text(model::short_text_limit));
    out += "," + member("longText", limited_text(model::long_text_limit));
    const std::string day = "(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    out +=
        "," + member("day", object({word("type", "string"), word("format", "date"), word("pattern", "^" + day + "$")}));
    out += "," + member("moment", pattern("^" + day + "T([01][0-9]|2[0-3]):[0-5][0-9]$"));
    out += "," + member("decimal", pattern("^-?[0-9]+([.][0-9]{1,4})?$"));
    for (const RecordInfo& info : model::records()) out += "," + member(info.name, row_schema(info));
    return out + "}";
}
}  // namespace

std::string schema() {
    const std::string version = std::to_string(version_major) + "." + std::to_string(version_minor);
    std::string properties = "{" + member("format", object({word("const", format_name)}));
    properties += "," + member("version", object({word("const", version)}));
    properties += "," + member("id", ref("id"));
    for (const RecordInfo& info : model::records()) {
        const std::string row = ref(info.name);
        properties +=
            "," + member(info.list, info.singleton ? row : object({word("type", "array"), member("items", row)}));
    }
    const std::string compact = object({word("$schema", "https://json-schema.org/draft/2020-12/schema"),
                                        word("title", "方略 " + std::string(format_name) + " " + version),
                                        word("type", "object"), member("required", R"(["format","version","id"])"),
                                        member("properties", properties + "}"), member("$defs", definitions())});
    std::string out;
    if (!append_indented(out, compact, 0, 100 * compact.size())) std::abort();  // no schema is that deep
    return out + "\n";
}

}  // namespace codec
