#include "codec/migrate.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/number.hpp"
#include "codec/capture.hpp"
#include "codec/plan_json.hpp"

namespace codec {
namespace {
using json = nlohmann::ordered_json;

// The whole text through a capture, which refuses what the reader would refuse in a row: too deep, a name twice.
class Guard final : public nlohmann::json_sax<nlohmann::json> {
  public:
    Capture capture;
    std::optional<base::Error> error;
    std::optional<std::size_t> error_at;
    Guard() { capture.begin(); }

    bool null() override { return scalar({}); }
    bool boolean(bool value) override { return scalar({.type = Token::Type::Flag, .flag = value}); }
    bool number_integer(number_integer_t value) override {
        return scalar({.type = Token::Type::Integer, .integer = value});
    }
    bool number_unsigned(number_unsigned_t value) override {
        const std::string text = std::to_string(value);
        return number_float(0, text);
    }
    bool number_float(number_float_t, const string_t& text) override {
        return scalar({.type = Token::Type::Number, .text = &text});
    }
    bool string(string_t& text) override { return scalar({.type = Token::Type::Text, .text = &text}); }
    bool binary(binary_t&) override { return false; }
    bool key(string_t& name) override { return capture.key(name) || fail("json-duplicate-key", name); }
    bool start_object(std::size_t) override { return open('{'); }
    bool end_object() override { return close('}'); }
    bool start_array(std::size_t) override { return open('['); }
    bool end_array() override { return close(']'); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        error_at = position;
        return false;
    }

  private:
    bool scalar(const Token& token) {
        capture.scalar(token);
        return true;
    }
    bool open(char bracket) {
        capture.open(bracket);
        return ++depth_ <= depth_limit || fail("json-depth", std::to_string(depth_limit));
    }
    bool close(char bracket) {
        --depth_;
        capture.close(bracket);
        return true;
    }
    bool fail(const char* code, std::string detail) {
        error = base::Error{code, capture.pointer(), std::move(detail)};
        return false;
    }
    std::size_t depth_ = 0;
};

void rename(json& object, const char* from, const char* to) {
    if (!object.is_object() || !object.contains(from) || object.contains(to)) return;
    json value = std::move(object[from]);
    object.erase(from);
    object[to] = std::move(value);
}

// "8000.00" yuan as the integer number of fen.
void yuan_to_fen(json& object, const char* name) {
    if (!object.is_object() || !object.contains(name) || !object[name].is_string()) return;
    if (const auto money = base::Money::parse_yuan(object[name].get_ref<const std::string&>()))
        object[name] = money->fen;
}

// Calls edit for each row of a list.
void each_row(json& plan, const char* list, auto edit) {
    if (!plan.contains(list) || !plan[list].is_array()) return;
    for (json& row : plan[list]) edit(row);
}

// 0.9, the draft format: people were "persons"; a task had "name", "end" and "responsible"; money was text in yuan.
void from_0_9(json& plan) {
    rename(plan, "persons", "people");
    each_row(plan, "tasks", [](json& task) {
        rename(task, "name", "title");
        rename(task, "end", "finish");
        rename(task, "responsible", "owner");
    });
    if (plan.contains("budget")) yuan_to_fen(plan["budget"], "total");
    each_row(plan, "budgetLines", [](json& line) {
        yuan_to_fen(line, "unitPrice");
        yuan_to_fen(line, "amount");
    });
}

struct Step {
    Version from, to;
    void (*run)(json& plan);
};
constexpr Step steps[] = {
    {{0, 9}, {1, 0}, from_0_9},
};
}  // namespace

bool can_migrate(Version from) {
    return std::ranges::any_of(steps, [&](const Step& step) { return step.from == from; });
}

base::Result<std::string> migrate(std::string_view text, Version from) {
    Guard guard;
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &guard))
        return guard.error ? *guard.error : syntax_error(text, guard.error_at.value_or(0));
    json plan = json::parse(guard.capture.take(), nullptr, false);
    Version at = from;
    for (const Step& step : steps) {
        if (step.from != at) continue;
        step.run(plan);
        at = step.to;
    }
    plan["version"] = at.text();
    return plan.dump();
}

}  // namespace codec
