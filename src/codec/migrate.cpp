#include "codec/migrate.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/number.hpp"
#include "codec/capture.hpp"
#include "codec/json_text.hpp"
#include "codec/plan_json.hpp"

namespace codec {
namespace {
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

// Migrations work on compact JSON text, as a capture leaves it, one level at a time: so everything that they do not
// touch stays as it was written, to the last digit.
Piece* find(Pieces& object, std::string_view name) {
    const auto at = std::ranges::find(object, json_string(name), &Piece::name);
    return at == object.end() ? nullptr : &*at;
}

void rename(Pieces& object, std::string_view from, std::string_view to) {
    Piece* member = find(object, from);
    if (member && !find(object, to)) member->name = json_string(to);
}

// "8000.00" yuan as the integer number of fen.
void yuan_to_fen(Pieces& object, std::string_view name) {
    Piece* member = find(object, name);
    if (!member || member->value.size() < 2 || member->value[0] != '"') return;
    const std::string_view yuan = std::string_view(member->value).substr(1, member->value.size() - 2);
    if (const auto money = base::Money::parse_yuan(yuan)) member->value = std::to_string(money->fen);
}

// Calls edit with the members of an object.
template <class Edit> void inside(std::string& value, Edit edit) {
    if (value[0] != '{') return;
    Pieces object = pieces(value);
    edit(object);
    value = joined(object, '{');
}

// Calls edit with the members of each row of a list.
template <class Edit> void each_row(Pieces& plan, std::string_view list, Edit edit) {
    Piece* member = find(plan, list);
    if (!member || member->value[0] != '[') return;
    Pieces rows = pieces(member->value);
    for (Piece& row : rows) inside(row.value, edit);
    member->value = joined(rows, '[');
}

// 0.9, the draft format: people were "persons"; a task had "name", "end" and "responsible"; money was text in yuan.
void from_0_9(Pieces& plan) {
    rename(plan, "persons", "people");
    each_row(plan, "tasks", [](Pieces& task) {
        rename(task, "name", "title");
        rename(task, "end", "finish");
        rename(task, "responsible", "owner");
    });
    if (Piece* budget = find(plan, "budget"))
        inside(budget->value, [](Pieces& members) { yuan_to_fen(members, "total"); });
    each_row(plan, "budgetLines", [](Pieces& line) {
        yuan_to_fen(line, "unitPrice");
        yuan_to_fen(line, "amount");
    });
}

struct Step {
    Version from, to;
    void (*run)(Pieces& plan);
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
    Pieces plan = pieces(guard.capture.take());
    Version at = from;
    for (const Step& step : steps) {
        if (step.from != at) continue;
        step.run(plan);
        at = step.to;
    }
    if (Piece* version = find(plan, "version")) version->value = json_string(at.text());
    return joined(plan, '{');
}

}  // namespace codec
