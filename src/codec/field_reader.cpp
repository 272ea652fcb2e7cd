#include "codec/field_reader.hpp"

#include "codec/normal_form.hpp"
#include "model/value.hpp"

namespace codec {
namespace {
using model::FieldInfo;
using model::Kind;
using model::Row;

const Misfit fits;

Misfit wrong_type(const Token& token) {
    switch (token.type) {
        case Token::Type::Null:
            return {"wrong-type", "null"};
        case Token::Type::Flag:
            return {"wrong-type", token.flag ? "true" : "false"};
        case Token::Type::Integer:
            return {"wrong-type", std::to_string(token.integer)};
        case Token::Type::Number:
        case Token::Type::Text:
            return {"wrong-type", *token.text};
    }
    return {"wrong-type", {}};
}

std::string normal_text(const std::string& text, const DecodeOptions& options) {
    return !options.normalize_nfc || is_surely_nfc(text) ? text : options.normalize_nfc(text);
}

template <class T, class Held = T>
Misfit parsed(Row& row, const FieldInfo& info, const std::optional<T>& value, const char* code,
              const std::string& text) {
    if (!value) return {code, text};
    model::edit<Held>(row, info) = *value;
    return fits;
}

Misfit assign_text(Row& row, const FieldInfo& info, const std::string& text, const DecodeOptions& options) {
    switch (info.kind) {
        case Kind::Text:
            model::edit<std::string>(row, info) = normal_text(text, options);
            return fits;
        case Kind::Date:
            return parsed(row, info, model::Date::parse(text), "bad-date", text);
        case Kind::Moment:
            return parsed(row, info, model::Moment::parse(text), "bad-moment", text);
        case Kind::Decimal:
            return parsed<model::Decimal, std::optional<model::Decimal>>(row, info, model::Decimal::parse(text),
                                                                         "bad-number", text);
        case Kind::Ref:
            return parsed(row, info, model::Id::parse(text), "bad-id", text);
        case Kind::Choice: {
            const auto& names = info.choices->values;
            for (std::size_t i = 0; i < names.size(); ++i) {
                if (names[i] != text) continue;
                model::edit<std::uint8_t>(row, info) = static_cast<std::uint8_t>(i);
                return fits;
            }
            return {"unknown-choice", text};
        }
        case Kind::Texts:
        case Kind::Integer:
        case Kind::Money:
        case Kind::Flag:
        case Kind::Refs:
            break;
    }
    return {"wrong-type", text};
}
}  // namespace

bool is_list(const FieldInfo& info) {
    return info.kind == Kind::Texts || info.kind == Kind::Refs;
}

Misfit assign_field(Row& row, const FieldInfo& info, const Token& token, const DecodeOptions& options) {
    switch (token.type) {
        case Token::Type::Text:
            return assign_text(row, info, *token.text, options);
        case Token::Type::Flag:
            if (info.kind != Kind::Flag) break;
            model::edit<bool>(row, info) = token.flag;
            return fits;
        case Token::Type::Integer:
            if (info.kind == Kind::Integer)
                model::edit<std::optional<std::int64_t>>(row, info) = token.integer;
            else if (info.kind == Kind::Money)
                model::edit<std::optional<model::Money>>(row, info) = model::Money{token.integer};
            else
                break;
            return fits;
        case Token::Type::Number:  // a fraction, an exponent, or beyond 64 bits
            if (info.kind == Kind::Integer || info.kind == Kind::Money) return {"bad-number", *token.text};
            break;
        case Token::Type::Null:
            break;
    }
    return wrong_type(token);
}

Misfit append_entry(Row& row, const FieldInfo& info, const Token& token, const DecodeOptions& options) {
    if (token.type != Token::Type::Text) return wrong_type(token);
    if (info.kind == Kind::Texts) {
        model::edit<std::vector<std::string>>(row, info).push_back(normal_text(*token.text, options));
        return fits;
    }
    const auto id = model::Id::parse(*token.text);
    if (!id) return {"bad-id", *token.text};
    model::edit<std::vector<model::Id>>(row, info).push_back(*id);
    return fits;
}

void clear_field(Row& row, const FieldInfo& info) {
    if (model::set_value(row, info, model::Value{})) return;
}

std::string field_json(const Row& row, const FieldInfo& info) {
    const auto all = [&](const auto& entries, auto text_of) {
        Capture list;
        list.open('[');
        for (const auto& entry : entries) {
            const std::string text(text_of(entry));
            list.scalar({.type = Token::Type::Text, .text = &text});
        }
        list.close(']');
        return list.take();
    };
    const auto quoted = [](std::string_view text) { return json_string(text); };
    switch (info.kind) {
        case Kind::Text:
            return quoted(model::get<std::string>(row, info));
        case Kind::Texts:
            return all(model::get<std::vector<std::string>>(row, info), [](const std::string& text) { return text; });
        case Kind::Date:
            return quoted(model::get<model::Date>(row, info).iso());
        case Kind::Moment:
            return quoted(model::get<model::Moment>(row, info).iso());
        case Kind::Integer:
            return std::to_string(*model::get<std::optional<std::int64_t>>(row, info));
        case Kind::Decimal:
            return quoted(model::get<std::optional<model::Decimal>>(row, info)->text());
        case Kind::Money:
            return std::to_string(model::get<std::optional<model::Money>>(row, info)->fen);
        case Kind::Flag:
            return model::get<bool>(row, info) ? "true" : "false";
        case Kind::Choice:
            return quoted(info.choices->values[model::get_choice(row, info)]);
        case Kind::Ref:
            return quoted(model::get_ref(row, info).text());
        case Kind::Refs:
            return all(model::get_refs(row, info), [](const model::Id& id) { return id.text(); });
    }
    return {};
}

}  // namespace codec
