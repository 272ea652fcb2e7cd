// codec/reader.hpp: the push reader: nlohmann's SAX events become rows as they come, without a tree in between.
#pragma once

#include <array>
#include <bitset>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "codec/field_reader.hpp"
#include "model/field_limit.hpp"

namespace codec {

const model::RecordInfo* find_list(std::string_view name);  // the record whose rows stand under this member

// What to do with a value that a known field cannot represent.
enum class Unreadable : std::uint8_t {
    Refuse,
    Keep,  // among the row's unknown members
};

// The member under which a single row holds all its unknown members if they have names of known fields.
inline constexpr std::string_view unreadable_member = "unreadable";

class Reader final : public nlohmann::json_sax<nlohmann::json> {
  public:
    // Reads a plan; or one row of a record.
    Reader(Unreadable unreadable, const DecodeOptions& options) : options_(options), unreadable_(unreadable) {}
    explicit Reader(const model::RecordInfo& only, const DecodeOptions& options)
        : options_(options), info_(&only), single_row_(true) {}

    model::Plan plan;   // rows unchecked against each other
    model::RowPtr row;  // of a single row
    std::optional<base::Error> error;
    std::optional<std::size_t> syntax_error_at;
    // Ids in the order of the file, to tell where a row stood.
    std::array<std::vector<model::Id>, model::record_type_count> seen_ids;

    bool null() override { return scalar({}); }
    bool boolean(bool value) override { return scalar({.type = Token::Type::Flag, .flag = value}); }
    bool number_integer(number_integer_t value) override {
        return scalar({.type = Token::Type::Integer, .integer = value});
    }
    bool number_unsigned(number_unsigned_t value) override;
    bool number_float(number_float_t, const string_t& text) override {
        return scalar({.type = Token::Type::Number, .text = &text});
    }
    bool string(string_t& text) override { return scalar({.type = Token::Type::Text, .text = &text}); }
    bool binary(binary_t&) override { return false; }
    bool key(string_t& name) override;
    bool start_object(std::size_t) override;
    bool end_object() override;
    bool start_array(std::size_t) override;
    bool end_array() override;
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        syntax_error_at = position;
        return false;
    }

  private:
    enum class State : std::uint8_t { Start, Top, List, Row, Apart, Entries, End };
    // What the current member of a row is.
    static constexpr std::size_t apart_member = model::field_limit, id_member = apart_member + 1,
                                 order_member = apart_member + 2, unknown_member = apart_member + 3;

    bool scalar(const Token& token);
    bool top_scalar(const Token& token);
    bool row_scalar(const Token& token);
    bool entry(const Token& token);
    bool top_key(const std::string& name);
    bool row_key(const std::string& name);
    bool enter();  // one container deeper
    bool unexpected(const char* found);
    bool begin_row();
    bool end_row();
    bool keep_misfits();
    bool end_capture();
    void rescue_entries();
    bool fail(std::string code, std::string pointer, std::string detail = {});
    bool misfit(const Misfit& misfit, const Token& token);

    [[nodiscard]] bool is_field() const { return member_ < info_->fields.size(); }
    [[nodiscard]] const model::FieldInfo& field() const { return info_->fields[member_]; }
    [[nodiscard]] std::string row_place() const;
    [[nodiscard]] std::string place() const;

    const DecodeOptions& options_;
    Unreadable unreadable_ = Unreadable::Refuse;
    State state_ = State::Start;
    std::size_t depth_ = 0, row_count_ = 0;
    Capture capture_;

    std::string top_name_;
    std::set<std::string> top_names_;
    model::UnknownMembers plan_unknown_;

    const model::RecordInfo* info_ = nullptr;  // of the list or row being read
    bool single_row_ = false;
    std::shared_ptr<model::Row> row_;
    std::size_t member_ = unknown_member, next_member_ = 0, entry_ = 0;
    std::string member_name_;
    std::bitset<unknown_member> seen_;
    std::set<std::string> unknown_names_;
    model::UnknownMembers row_unknown_;
};

}  // namespace codec
