// codec/capture.hpp: what this version does not know, rebuilt as compact JSON text while the reader passes over it.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace codec {

// One value of the input that is not a container.
struct Token {
    enum class Type : std::uint8_t { Null, Flag, Integer, Number, Text };
    Type type = Type::Null;
    bool flag = false;
    std::int64_t integer = 0;
    const std::string* text = nullptr;  // of Text; of Number (fractions, and integers beyond 64 bits) as written
};

std::string token_json(const Token& token);

class Capture {
  public:
    [[nodiscard]] bool active() const { return active_; }
    void begin() { active_ = true; }
    void scalar(const Token& token);
    void open(char bracket);                          // '{' or '['
    void close(char bracket);                         // '}' or ']'
    [[nodiscard]] bool key(const std::string& name);  // false if the object has it already
    [[nodiscard]] bool complete() const { return active_ && levels_.empty() && !out_.empty(); }
    [[nodiscard]] std::string take();           // ends the capture
    [[nodiscard]] std::string pointer() const;  // where inside the value: "/a/3", or ""

  private:
    struct Level {
        bool object = false;
        std::size_t count = 0;
        std::string name;             // of the current member
        std::set<std::string> names;  // all members so far
    };
    void before_value();

    bool active_ = false;
    std::string out_;
    std::vector<Level> levels_;
};

// One step of a JSON pointer (RFC 6901): "/" and the name, escaped.
std::string pointer_step(std::string_view name);

}  // namespace codec
