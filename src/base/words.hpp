// base/words.hpp: the texts of one language, by key.
//
// A language file (assets/lang/*.lang) has one `key = text` per line; `#` begins a comment line, `\n` in a text is a
// line break, `\s` a space that counts even at an end, and `{0}`, `{1}` … stand for arguments. Keys of several kinds
// are made from codes: "rule.TASK-001", "error.json-syntax", "record.task", "field.task.owner",
// "choice.findingState.open"; the file's own head lists them.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace base {

class Words {
  public:
    Words() = default;
    // Later lines win over earlier ones; `under` supplies what this language lacks (not owned, may be null).
    static Words parse(std::string_view file, const Words* under = nullptr);

    // The text, or the key itself in double angle quotes so that a missing one is seen.
    [[nodiscard]] std::string_view operator()(std::string_view key) const;
    [[nodiscard]] std::string operator()(std::string_view key, std::initializer_list<std::string_view> arguments) const;
    [[nodiscard]] bool has(std::string_view key) const;

    // The simplified Chinese texts, which are always there (base/embedded.hpp).
    static const Words& simplified_chinese();

  private:
    [[nodiscard]] const std::string* find(std::string_view key) const;
    std::vector<std::pair<std::string, std::string>> entries_;  // sorted by key
    const Words* under_ = nullptr;
    mutable std::vector<std::string> missing_;  // keeps the views of missing texts alive
};

// Puts the arguments into {0}, {1} …; other braces stay.
std::string fill(std::string_view pattern, std::initializer_list<std::string_view> arguments);

}  // namespace base
