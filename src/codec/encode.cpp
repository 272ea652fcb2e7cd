// Writing plans and rows. Nothing is sorted or looked up here but the rows' display order: the descriptions say it all.
#include <algorithm>
#include <charconv>

#include "codec/json_text.hpp"
#include "codec/kept.hpp"
#include "codec/plan_json.hpp"
#include "codec/reader.hpp"
#include "codec/version.hpp"

namespace codec {
namespace {
using model::FieldInfo;
using model::Kind;
using model::RecordInfo;
using model::Row;

// Writes members and items with the right commas, line breaks and blanks for one layout.
class Writer {
  public:
    enum class Layout : std::uint8_t { Indented, Compact };
    explicit Writer(Layout layout) : indented_(layout == Layout::Indented) {}

    void open(char bracket) {
        out_ += bracket;
        ++level_;
        first_ = true;
    }
    void close(char bracket) {
        --level_;
        if (indented_ && !first_) append_line_break(out_, level_);
        out_ += bracket;
        first_ = false;
    }
    void next() {  // before each item
        if (!first_) out_ += ',';
        if (indented_) append_line_break(out_, level_);
        first_ = false;
    }
    void name(std::string_view text) {  // before each member's value
        next();
        append_quoted(out_, text);
        out_ += indented_ ? std::string_view(": ") : std::string_view(":");
    }
    void text(std::string_view value) { append_quoted(out_, value); }
    void number(std::int64_t value) {
        char digits[24];
        out_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    }
    // What is kept verbatim is indented as well, unless that makes it far longer: a hostile file must not grow without
    // bound.
    void raw(std::string_view compact) {
        const std::size_t before = out_.size();
        if (indented_ && append_indented(out_, compact, level_, 64 + 4 * compact.size())) return;
        out_.resize(before);
        out_ += compact;
    }
    void end_line() { out_ += '\n'; }
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    std::string out_;
    int level_ = 0;
    bool indented_, first_ = true;
};

void write_value(Writer& to, const Row& row, const FieldInfo& info) {
    switch (info.kind) {
        case Kind::Text:
            return to.text(model::get<std::string>(row, info));
        case Kind::Texts:
            to.open('[');
            for (const std::string& text : model::get<std::vector<std::string>>(row, info)) to.next(), to.text(text);
            return to.close(']');
        case Kind::Date:
            return to.text(model::get<model::Date>(row, info).iso());
        case Kind::Moment:
            return to.text(model::get<model::Moment>(row, info).iso());
        case Kind::Integer:
            return to.number(*model::get<std::optional<std::int64_t>>(row, info));
        case Kind::Decimal:
            return to.text(model::get<std::optional<model::Decimal>>(row, info)->text());
        case Kind::Money:
            return to.number(model::get<std::optional<model::Money>>(row, info)->fen);
        case Kind::Flag:
            return to.raw(model::get<bool>(row, info) ? "true" : "false");
        case Kind::Choice:
            return to.text(info.choices->values[model::get_choice(row, info)]);
        case Kind::Ref:
            return to.text(model::get_ref(row, info).text());
        case Kind::Refs:
            to.open('[');
            for (const model::Id& id : model::get_refs(row, info)) to.next(), to.text(id.text());
            return to.close(']');
    }
}

void write_known(Writer& to, const RecordInfo& info, const Row& row) {
    if (!info.singleton) to.name("id"), to.text(row.id.text());
    if (!row.order.empty()) to.name("order"), to.text(row.order);
    for (const FieldInfo& field : info.fields) {
        if (model::is_empty(row, field)) continue;
        to.name(field.name);
        write_value(to, row, field);
    }
}

void write_row(Writer& to, const RecordInfo& info, const Row& row) {
    to.open('{');
    write_known(to, info, row);
    if (row.unknown) {
        for (const auto& [name, json] : *row.unknown) {
            if (!is_kept(info, row, name)) continue;
            to.name(name);
            to.raw(json);
        }
    }
    to.close('}');
}

void write_table(Writer& to, const RecordInfo& info, const model::Table& table) {
    if (table.empty()) return;
    if (info.singleton) {
        const Row& row = **table.begin();
        if (is_blank(info, row)) return;
        to.name(info.list);
        return write_row(to, info, row);
    }
    to.name(info.list);
    to.open('[');
    for (const Row* row : model::in_order(table)) to.next(), write_row(to, info, *row);
    to.close(']');
}
}  // namespace

std::string json_string(std::string_view text) {
    std::string out;
    append_quoted(out, text);
    return out;
}

std::string encode_plan(const model::Plan& plan) {
    Writer to(Writer::Layout::Indented);
    to.open('{');
    to.name("format");
    to.text(format_name);
    to.name("version");
    to.raw(version_of(plan));
    to.name("id");
    to.text(plan.id.text());
    for (const RecordInfo& info : model::records()) write_table(to, info, plan.table(info.type));
    if (plan.unknown) {
        for (const auto& [name, json] : *plan.unknown) {
            if (!is_kept(plan, name)) continue;
            to.name(name);
            to.raw(json);
        }
    }
    to.close('}');
    to.end_line();
    return to.take();
}

std::string encode_field(const Row& row, const FieldInfo& field) {
    if (model::is_empty(row, field)) return "null";
    Writer to(Writer::Layout::Compact);
    write_value(to, row, field);
    return to.take();
}

std::string encode_row(const RecordInfo& info, const Row& row) {
    Writer to(Writer::Layout::Compact);
    to.open('{');
    write_known(to, info, row);
    if (row.unknown) {
        // Apart from the rest if a name is a known field's, so that the value is not taken for one that can be read.
        const auto is_known = [&](const auto& member) {
            return member.first == unreadable_member || info.find(member.first);
        };
        const bool apart = std::ranges::any_of(*row.unknown, is_known);
        if (apart) to.name(unreadable_member), to.open('{');
        for (const auto& [name, json] : *row.unknown) to.name(name), to.raw(json);
        if (apart) to.close('}');
    }
    to.close('}');
    return to.take();
}

}  // namespace codec
