// tests/support/content.hpp: the templates and examples that the project ships, read from the checkout.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "codec/plan_json.hpp"
#include "support/files.hpp"

namespace support {

// The JSON files of a folder below assets, by name.
inline std::set<std::filesystem::path> plan_files(const char* folder) {
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path("assets") / folder))
        if (entry.path().extension() == ".json") files.insert(entry.path());
    return files;
}

inline const std::vector<std::string>& template_ids() {
    static const std::vector<std::string> ids{"emergency-social-media", "microblog-operation", "self-inspection",
                                              "account-management", "consortium-brand"};
    return ids;
}

// The filled example of a template; an empty plan if it cannot be read, which another test reports.
inline model::Plan example(const std::string& id) {
    const auto plan = codec::decode_plan(read_file("assets/examples/" + id + ".json"));
    return plan ? *plan : model::Plan{};
}

}  // namespace support
