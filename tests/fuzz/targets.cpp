#include "fuzz/targets.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <set>

#include "model/field.hpp"

namespace fuzz {
namespace {
constexpr std::array<Target, 18> all{{{"plan", plan},
                                      {"row", row},
                                      {"report", report},
                                      {"exchange", exchange},
                                      {"intake", intake},
                                      {"word", word},
                                      {"book", book},
                                      {"project", project},
                                      {"merge", merge},
                                      {"signatures", signatures},
                                      {"store", store},
                                      {"tail", tail},
                                      {"archive", archive},
                                      {"contents", contents},
                                      {"inflate", inflate},
                                      {"calendar", calendar},
                                      {"language", language},
                                      {"text", text}}};

// Of the formats that are not JSON, with the numbers at their ends.
constexpr std::string_view others[] = {"18446744073709551615",
                                       "18446744073709551614",
                                       "9223372036854775807",
                                       "4294967295",
                                       "2147483648",
                                       "fanglue-store 1 journal\\x0a",
                                       "fanglue-store 1 snapshot\\x0a",
                                       "fanglue-store 1 trash\\x0a",
                                       "fanglue-store 2 ",
                                       "\\x0aschema 1.9\\x0a",
                                       "\\x0aschema 2.0\\x0a",
                                       "\\x0arevision ",
                                       "\\x0astate ",
                                       "\\x0aafter ",
                                       "\\x0abase ",
                                       "\\x0atasks ",
                                       "\\x0asize ",
                                       "\\x0asum ",
                                       "\\x0a~\\x0a",
                                       "\\x0a+ tasks {",
                                       "\\x0a- tasks ",
                                       "\\x0a= ",
                                       "store/.backup/",
                                       "store/.damaged/",
                                       ".plan.json ",
                                       "../",
                                       "PK\\x01\\x02",
                                       "PK\\x03\\x04",
                                       "PK\\x05\\x06",
                                       "year 2026 official",
                                       "off 2026-10-01..2026-10-08",
                                       "work 2026-10-10",
                                       "0000-01-01",
                                       "9999-12-31",
                                       "2024-02-29",
                                       "{0}",
                                       "\\x0a# "};
}  // namespace

std::span<const Target> targets() {
    return all;
}

const Target* find_target(std::string_view name) {
    const auto found = std::ranges::find(all, name, &Target::name);
    return found == all.end() ? nullptr : &*found;
}

void law(bool holds, const char* name) {
    if (holds) return;
    std::fprintf(stderr, "law broken: %s\n", name);
    std::abort();
}

std::string dictionary() {
    std::set<std::string_view> words{"format", "fanglue-plan", "version", "1.0", "id", "order", "unreadable", "null"};
    for (const model::RecordInfo& record : model::records()) {
        words.insert(record.list);
        for (const model::FieldInfo& field : record.fields) {
            words.insert(field.name);
            if (field.choices) words.insert(field.choices->values.begin(), field.choices->values.end());
        }
    }
    std::string lines;
    for (const std::string_view word : words)
        if (!word.empty()) lines.append("\"\\\"").append(word).append("\\\"\"\n");
    for (const std::string_view word : others) lines.append("\"").append(word).append("\"\n");
    return lines;
}

}  // namespace fuzz
