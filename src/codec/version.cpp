#include "codec/version.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "codec/plan_json.hpp"

namespace codec {
namespace {

// Stops as soon as both members are known, or at the end.
class HeaderReader : public nlohmann::json_sax<nlohmann::json> {
  public:
    std::optional<std::string> format, version;
    bool is_object = false;
    std::optional<std::size_t> error_at;

    bool null() override { return scalar(); }
    bool boolean(bool) override { return scalar(); }
    bool number_integer(number_integer_t) override { return scalar(); }
    bool number_unsigned(number_unsigned_t) override { return scalar(); }
    bool number_float(number_float_t, const string_t&) override { return scalar(); }
    bool binary(binary_t&) override { return scalar(); }
    bool string(string_t& text) override {
        if (depth_ == 1 && key_ == "format" && !format) format = text;
        if (depth_ == 1 && key_ == "version" && !version) version = text;
        return scalar() && !(format && version);
    }
    bool start_object(std::size_t) override {
        if (depth_++ == 0) is_object = true;
        return is_object;
    }
    bool end_object() override {
        --depth_;
        return true;
    }
    bool start_array(std::size_t) override {
        ++depth_;
        return is_object;
    }
    bool end_array() override {
        --depth_;
        return true;
    }
    bool key(string_t& name) override {
        if (depth_ == 1) key_ = name;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        error_at = position;
        return false;
    }

  private:
    [[nodiscard]] bool scalar() const { return is_object; }
    std::size_t depth_ = 0;
    std::string key_;
};

std::optional<int> version_number(std::string_view text) {
    if (text.empty() || text.size() > 4 || (text.size() > 1 && text[0] == '0')) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}
}  // namespace

std::optional<Version> Version::parse(std::string_view text) {
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos) return std::nullopt;
    const auto major = version_number(text.substr(0, point)), minor = version_number(text.substr(point + 1));
    if (!major || !minor) return std::nullopt;
    return Version{*major, *minor};
}

base::Error syntax_error(std::string_view json, std::size_t position) {
    if (base::is_blank(json.substr(0, 1024)) && base::is_blank(json)) return {"file-empty", {}, {}};
    const std::string_view before = json.substr(0, position == 0 ? 0 : position - 1);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    if (base::find_invalid_utf8(json) != std::string_view::npos) return {"json-encoding", {}, std::to_string(line)};
    return {"json-syntax", {}, std::to_string(line)};
}

base::Result<Version> read_version(std::string_view json) {
    HeaderReader reader;
    nlohmann::json::sax_parse(json.begin(), json.end(), &reader);
    if (reader.error_at) return syntax_error(json, *reader.error_at);
    if (reader.format.value_or("") != format_name)
        return base::Error{"format-unknown", "/format", reader.format.value_or("")};
    const auto version = Version::parse(reader.version.value_or(""));
    if (!version) return base::Error{"version-unreadable", "/version", reader.version.value_or("")};
    if (version->major > version_major) return base::Error{"version-newer", "/version", *reader.version};
    return *version;
}

std::string version_of(const model::Plan& plan) {
    if (plan.unknown)
        for (const auto& [name, json] : *plan.unknown)
            if (name == "version") return json;
    return "\"" + std::to_string(version_major) + "." + std::to_string(version_minor) + "\"";
}

}  // namespace codec
