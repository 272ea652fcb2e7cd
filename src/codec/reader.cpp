#include "codec/reader.hpp"

#include "model/order_key.hpp"
#include "model/value.hpp"

namespace codec {
using model::FieldInfo;
using model::RecordInfo;

const RecordInfo* find_list(std::string_view name) {
    for (const RecordInfo& info : model::records())
        if (info.list == name) return &info;
    return nullptr;
}

// ---------------------------------------------------------------- places and errors

std::string Reader::row_place() const {
    if (single_row_ || !info_) return {};
    std::string place = "/" + std::string(info_->list);
    if (!info_->singleton) place += "/" + std::to_string(seen_ids[static_cast<std::size_t>(info_->type)].size());
    return place;
}

std::string Reader::place() const {
    switch (state_) {
        case State::Start:
        case State::End:
            return {};
        case State::Top:
            return top_name_.empty() ? std::string{} : pointer_step(top_name_) + capture_.pointer();
        case State::List:
            return row_place() + capture_.pointer();
        case State::Row:
        case State::Apart:
            return row_place() + (member_name_.empty() ? std::string{} : pointer_step(member_name_)) +
                   capture_.pointer();
        case State::Entries:
            return row_place() + pointer_step(member_name_) + "/" + std::to_string(entry_);
    }
    return {};
}

bool Reader::fail(std::string code, std::string pointer, std::string detail) {
    constexpr std::size_t detail_limit = 80;  // bytes of what was found; enough to recognise it
    if (detail.size() > detail_limit) {
        detail.resize(detail_limit);
        while (!detail.empty() && (static_cast<unsigned char>(detail.back()) & 0xC0) == 0x80) detail.pop_back();
        if (!detail.empty() && static_cast<unsigned char>(detail.back()) >= 0xC0) detail.pop_back();
        detail += "…";
    }
    error = base::Error{std::move(code), std::move(pointer), std::move(detail)};
    return false;
}

bool Reader::enter() {
    if (++depth_ <= depth_limit) return true;
    return fail("json-depth", place(), std::to_string(depth_limit));
}

// A value that the current field cannot hold: kept as it is, or an error.
bool Reader::misfit(const Misfit& misfit, const Token& token) {
    if (unreadable_ == Unreadable::Refuse) return fail(misfit.code, place(), misfit.found);
    row_unknown_.emplace_back(member_name_, token_json(token));
    return true;
}

// ---------------------------------------------------------------- scalars

bool Reader::number_unsigned(number_unsigned_t value) {
    if (value <= INT64_MAX) return number_integer(static_cast<number_integer_t>(value));
    const std::string text = std::to_string(value);
    return number_float(0, text);
}

bool Reader::scalar(const Token& token) {
    if (capture_.active()) {
        capture_.scalar(token);
        return capture_.complete() ? end_capture() : true;
    }
    switch (state_) {
        case State::Start:
            return fail(single_row_ ? "wrong-type" : "format-unknown", {});
        case State::Top:
            return top_scalar(token);
        case State::List:
            return fail("wrong-type", row_place(), token_json(token));
        case State::Row:
        case State::Apart:
            return row_scalar(token);
        case State::Entries:
            return entry(token);
        case State::End:
            break;
    }
    return true;
}

bool Reader::top_scalar(const Token& token) {
    const bool text = token.type == Token::Type::Text;
    if (top_name_ == "format" || top_name_ == "version") {
        if (!text) return fail("wrong-type", place(), token_json(token));
        const std::string own = std::to_string(version_major) + "." + std::to_string(version_minor);
        if (top_name_ == "version" && *token.text != own) plan_unknown_.emplace_back("version", token_json(token));
        return true;
    }
    if (top_name_ == "id") {
        if (!text) return fail("wrong-type", place(), token_json(token));
        const auto id = model::Id::parse(*token.text);
        if (!id) return fail("bad-id", place(), *token.text);
        plan.id = *id;
        return true;
    }
    if (info_ && unreadable_ == Unreadable::Refuse) return fail("wrong-type", place(), token_json(token));
    plan_unknown_.emplace_back(top_name_, token_json(token));
    return true;
}

bool Reader::row_scalar(const Token& token) {
    if (member_ == unknown_member) {
        row_unknown_.emplace_back(member_name_, token_json(token));
        return true;
    }
    if (member_ == id_member || member_ == order_member) {
        if (token.type != Token::Type::Text) return fail("wrong-type", place(), token_json(token));
        if (member_ == order_member) {
            row_->order = *token.text;
            return model::is_order_key(row_->order) || fail("order-key", place(), row_->order);
        }
        const auto id = model::Id::parse(*token.text);
        if (!id || (info_->singleton && *id != row_->id)) return fail("bad-id", place(), *token.text);
        row_->id = *id;
        return true;
    }
    const Misfit found = !is_field() || is_list(field()) ? Misfit{"wrong-type", token_json(token)}
                                                         : assign_field(*row_, field(), token, options_);
    return !found || misfit(found, token);
}

bool Reader::entry(const Token& token) {
    if (const Misfit found = append_entry(*row_, field(), token, options_)) {
        if (unreadable_ == Unreadable::Refuse) return fail(found.code, place(), found.found);
        rescue_entries();
        capture_.scalar(token);
    }
    ++entry_;
    return true;
}

// The entries read so far become the beginning of text that is kept as it is; the field stays empty.
void Reader::rescue_entries() {
    capture_.begin();
    capture_.open('[');
    if (field().kind == model::Kind::Texts) {
        for (const std::string& text : model::get<std::vector<std::string>>(*row_, field()))
            capture_.scalar({.type = Token::Type::Text, .text = &text});
    } else {
        for (const model::Id& id : model::get_refs(*row_, field())) {
            const std::string text = id.str();
            capture_.scalar({.type = Token::Type::Text, .text = &text});
        }
    }
    clear_field(*row_, field());
    state_ = State::Row;
}

// ---------------------------------------------------------------- members

bool Reader::key(string_t& name) {
    if (capture_.active()) return capture_.key(name) || fail("json-duplicate-key", place(), name);
    return state_ == State::Top ? top_key(name) : row_key(name);
}

bool Reader::top_key(const std::string& name) {
    top_name_ = name;
    info_ = find_list(name);
    return top_names_.insert(name).second || fail("json-duplicate-key", place(), name);
}

bool Reader::row_key(const std::string& name) {
    member_name_ = name;
    if (state_ == State::Apart) {
        member_ = unknown_member;
        return unknown_names_.insert(name).second || fail("json-duplicate-key", place(), name);
    }
    const auto fields = info_->fields;
    // Files are mostly written in the order of the descriptions.
    std::size_t at = next_member_;
    while (at < fields.size() && fields[at].name != name) ++at;
    if (at == fields.size()) {
        at = 0;
        while (at < next_member_ && fields[at].name != name) ++at;
        if (at == next_member_) at = fields.size();
    }
    if (at < fields.size()) {
        member_ = at;
        next_member_ = at + 1;
    } else {
        member_ = name == "id" ? id_member : name == "order" ? order_member : unknown_member;
        if (single_row_ && name == unreadable_member) member_ = apart_member;
    }
    const bool repeated = member_ == unknown_member ? !unknown_names_.insert(name).second : seen_.test(member_);
    if (repeated) return fail("json-duplicate-key", place(), name);
    if (member_ != unknown_member) seen_.set(member_);
    return true;
}

// ---------------------------------------------------------------- containers

// A container where none belongs: begins a capture where it may be kept; otherwise an error.
bool Reader::unexpected(const char* found) {
    const bool keep = unreadable_ == Unreadable::Keep;
    const bool unknown =
        (state_ == State::Top && !info_ && top_name_ != "id" && top_name_ != "format" && top_name_ != "version") ||
        ((state_ == State::Row || state_ == State::Apart) && member_ == unknown_member);
    const bool field_value = state_ == State::Row && is_field();
    if (keep && state_ == State::Entries) {
        rescue_entries();
        capture_.open(*found);
        return enter();
    }
    if (!unknown && !(keep && (field_value || (state_ == State::Top && info_))))
        return fail("wrong-type", place(), found);
    capture_.begin();
    capture_.open(*found);
    return enter();
}

bool Reader::start_object(std::size_t) {
    if (capture_.active()) {
        if (!enter()) return false;
        capture_.open('{');
        return true;
    }
    const bool row_here = state_ == State::List || (state_ == State::Start && single_row_) ||
                          (state_ == State::Top && info_ && info_->singleton);
    if (row_here) return enter() && begin_row();
    if (state_ == State::Row && member_ == apart_member) {
        state_ = State::Apart;
        return enter();
    }
    if (state_ != State::Start) return unexpected("{}");
    state_ = State::Top;
    return enter();
}

bool Reader::start_array(std::size_t) {
    if (capture_.active()) {
        if (!enter()) return false;
        capture_.open('[');
        return true;
    }
    if (state_ == State::Start) return fail(single_row_ ? "wrong-type" : "format-unknown", {});
    if (state_ == State::Top && info_ && !info_->singleton) {
        state_ = State::List;
        return enter();
    }
    if (state_ == State::Row && is_field() && is_list(field())) {
        state_ = State::Entries;
        entry_ = 0;
        return enter();
    }
    return unexpected("[]");
}

bool Reader::end_array() {
    --depth_;
    if (capture_.active()) {
        capture_.close(']');
        return capture_.complete() ? end_capture() : true;
    }
    state_ = state_ == State::Entries ? State::Row : State::Top;
    return true;
}

bool Reader::end_object() {
    --depth_;
    if (capture_.active()) {
        capture_.close('}');
        return capture_.complete() ? end_capture() : true;
    }
    if (state_ == State::Row) return end_row();
    if (state_ == State::Apart) {
        state_ = State::Row;
        return true;
    }
    state_ = State::End;
    if (plan.id.empty()) return fail("id-missing", "/id");
    if (!plan_unknown_.empty()) plan.unknown = std::make_shared<const model::UnknownMembers>(std::move(plan_unknown_));
    return true;
}

bool Reader::end_capture() {
    auto& kept = state_ == State::Top ? plan_unknown_ : row_unknown_;
    kept.emplace_back(state_ == State::Top ? top_name_ : member_name_, capture_.take());
    return true;
}

// ---------------------------------------------------------------- rows

bool Reader::begin_row() {
    if (++row_count_ > row_limit) return fail("too-many-rows", row_place(), std::to_string(row_limit));
    row_ = info_->make();
    if (info_->singleton) row_->id = model::singleton_id(*info_);
    state_ = State::Row;
    next_member_ = 0;
    member_ = unknown_member;
    member_name_.clear();
    seen_.reset();
    unknown_names_.clear();
    return true;
}

// Values that a field may not hold are kept as text, or are errors.
bool Reader::keep_misfits() {
    for (const FieldInfo& each : info_->fields) {
        const base::Status checked = model::check_field(*row_, each);
        if (checked) continue;
        if (unreadable_ == Unreadable::Refuse)
            return fail(checked.error().code, row_place() + pointer_step(each.name), checked.error().detail);
        row_unknown_.emplace_back(each.name, field_json(*row_, each));
        clear_field(*row_, each);
    }
    return true;
}

bool Reader::end_row() {
    if (row_->id.empty()) return fail("id-missing", row_place() + "/id");
    if (!keep_misfits()) return false;
    if (!row_unknown_.empty()) row_->unknown = std::make_shared<const model::UnknownMembers>(std::move(row_unknown_));
    row_unknown_ = {};
    if (single_row_) {
        row = std::move(row_);
        state_ = State::End;
        return true;
    }
    const model::Id id = row_->id;
    model::Table& table = plan.table(info_->type);
    const std::size_t size = table.size();
    table.put(std::move(row_));
    if (!info_->singleton && table.size() == size) return fail("duplicate-id", row_place() + "/id", id.str());
    seen_ids[static_cast<std::size_t>(info_->type)].push_back(id);
    state_ = info_->singleton ? State::Top : State::List;
    return true;
}

}  // namespace codec
