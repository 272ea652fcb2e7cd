#include "codec/capture.hpp"

#include "codec/json_text.hpp"

namespace codec {

std::string token_json(const Token& token) {
    switch (token.type) {
        case Token::Type::Null:
            return "null";
        case Token::Type::Flag:
            return token.flag ? "true" : "false";
        case Token::Type::Integer:
            return std::to_string(token.integer);
        case Token::Type::Number:
            return *token.text;
        case Token::Type::Text:
            break;
    }
    std::string quoted;
    append_quoted(quoted, *token.text);
    return quoted;
}

void Capture::before_value() {
    if (levels_.empty() || levels_.back().object) return;
    if (levels_.back().count++ > 0) out_ += ',';
}

void Capture::scalar(const Token& token) {
    before_value();
    out_ += token_json(token);
}

void Capture::open(char bracket) {
    before_value();
    out_ += bracket;
    levels_.emplace_back().object = bracket == '{';
}

void Capture::close(char bracket) {
    out_ += bracket;
    levels_.pop_back();
}

bool Capture::key(const std::string& name) {
    Level& level = levels_.back();
    level.name = name;
    if (!level.names.insert(name).second) return false;
    if (level.count++ > 0) out_ += ',';
    append_quoted(out_, name);
    out_ += ':';
    return true;
}

std::string Capture::take() {
    active_ = false;
    levels_.clear();
    std::string taken = std::move(out_);
    out_.clear();
    return taken;
}

std::string Capture::pointer() const {
    std::string pointer;
    for (const Level& level : levels_)
        pointer +=
            level.object ? pointer_step(level.name) : "/" + std::to_string(level.count == 0 ? 0 : level.count - 1);
    return pointer;
}

std::string pointer_step(std::string_view name) {
    std::string step = "/";
    for (const char c : name) step += c == '~' ? "~0" : c == '/' ? "~1" : std::string_view(&c, 1);
    return step;
}

}  // namespace codec
