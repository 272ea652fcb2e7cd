// A Word file of ours that comes back: read through its marks (office/word_reading.hpp).
#include <algorithm>
#include <map>

#include "base/checksum.hpp"
#include "base/text.hpp"
#include "codec/plan_json.hpp"
#include "edit/command.hpp"
#include "intake/into.hpp"
#include "model/integrity.hpp"
#include "model/value.hpp"
#include "office/word_reading.hpp"
#include "reading/typed.hpp"
#include "report/document.hpp"
#include "report/field_text.hpp"

namespace intake {
namespace {
using model::FieldInfo;
using model::Kind;

// Texts are the same whatever breaks their lines and how wide their blanks are.
std::string letters_of(std::string_view text) {
    std::string letters;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = base::next_code_point(text, at);
        if (c > U' ' && c != U'\u00A0' && c != U'\u3000') letters.append(text, start, at - start);
    }
    return letters;
}

struct Found {
    const model::RecordInfo* info = nullptr;
    const model::Row* row = nullptr;
    const FieldInfo* field = nullptr;
};

class Returned {
  public:
    Returned(const model::Plan& plan, const office::WordContent& content, const base::Words& words, base::IdSource& ids,
             base::Date today)
        : into_{plan, {}},
          before_(plan),
          content_(content),
          words_(words),
          ids_(ids),
          typing_{words, {today, {}, {}, {}}} {
        const auto digest = content.properties.find("FanglueDigest");
        is_same_plan_ = digest != content.properties.end() &&
                        digest->second == std::to_string(base::crc64(codec::canonical_plan(plan)));
    }

    base::Result<Into> read() {
        for (std::size_t i = 0; i < content_.fields.size(); ++i) gather(content_.fields[i]);
        for (const auto& [row, field] : order_) settle(row, field);
        for (const office::WordComment& one : content_.comments) comment(one);
        if (const auto whole = model::check_plan(into_.plan); !whole) return whole.error();
        return std::move(into_);
    }

  private:
    using Key = std::pair<std::string, std::string>;
    struct Part {
        const office::WordField* chosen = nullptr;
        bool differs = false, conflicts = false;
    };

    [[nodiscard]] Found find(const std::string& row, const std::string& field) const {
        const auto id = base::Id::parse(row);
        if (!id) return {};
        for (const model::RecordInfo& info : model::records()) {
            const model::Row* found = before_.table(info.type).find(*id);
            if (found) return {&info, found, info.find(field)};
        }
        return {};
    }

    // What the part said when the file was made: an entry of a list, a line of a text.
    [[nodiscard]] std::string part_before(const Found& at, int part) const {
        const std::string whole = report::field_text(before_, words_, *at.info, *at.row, *at.field);
        if (part == 0) return whole;
        if (at.field->kind == Kind::Texts) {
            const auto& list = model::get<std::vector<std::string>>(*at.row, *at.field);
            const auto index = static_cast<std::size_t>(part) - 1;
            return index < list.size() ? report::printable(list[index]) : std::string();
        }
        int number = 0;
        for (const std::string_view line : base::split(whole, '\n'))
            if (!base::is_blank(line) && ++number == part) return std::string(line);
        return {};
    }

    [[nodiscard]] bool is_as_before(const Found& at, const office::WordField& field) const {
        if (letters_of(field.text) == letters_of(part_before(at, field.mark.part))) return true;
        if (field.mark.part > 0 || at.field->kind == Kind::Text || at.field->kind == Kind::Texts) return false;
        const auto value = reading::parse_value(*at.field, field.text, typing_);
        return value && *value == model::value_of(*at.row, *at.field);
    }

    // A field may stand several times in a file; who changed one of them meant the field.
    void gather(const office::WordField& field) {
        const Found at = find(field.mark.row, field.mark.field);
        if (!at.field) return;
        const Key key{field.mark.row, field.mark.field};
        if (!parts_.contains(key)) order_.push_back(key);
        Part& part = parts_[key][field.mark.part];
        const bool differs = !is_as_before(at, field);
        if (differs && part.differs && letters_of(part.chosen->text) != letters_of(field.text)) part.conflicts = true;
        if (!part.chosen || (differs && !part.differs)) part.chosen = &field;
        part.differs = part.differs || differs;
    }

    void settle(const std::string& row, const std::string& field_name) {
        const Found at = find(row, field_name);
        const auto& parts = parts_[{row, field_name}];
        const office::WordField* last = nullptr;
        bool conflicts = false, is_tracked = true;
        for (const auto& [number, part] : parts) {
            if (!part.differs) continue;
            last = part.chosen;
            conflicts = conflicts || part.conflicts;
            is_tracked = is_tracked && part.chosen->is_tracked;
        }
        if (!last) return;
        Taking step{Step::Changed,
                    std::string(at.info->name),
                    row,
                    field_name,
                    report::field_text(before_, words_, *at.info, *at.row, *at.field),
                    {},
                    last->hand.author,
                    last->hand.time};
        const auto value = value_of(at, parts, step.after);
        if (conflicts || (!is_same_plan_ && !is_tracked)) {
            step.step = Step::Unsure;
        } else {
            const auto changed = at.info->copy(*into_.plan.table(at.info->type).find(at.row->id));
            if (value && model::set_value(*changed, *at.field, *value))
                into_.plan.table(at.info->type).put(changed);
            else
                step.step = Step::Unread;
        }
        into_.steps.push_back(std::move(step));
    }

    // The field's value with the parts that were changed; its text goes to `text`.
    std::optional<model::Value> value_of(const Found& at, const std::map<int, Part>& parts, std::string& text) const {
        const auto changed = [&](int number) -> const std::string* {
            const auto part = parts.find(number);
            return part == parts.end() || !part->second.differs ? nullptr : &part->second.chosen->text;
        };
        if (const std::string* whole = changed(0)) {
            text = *whole;
            if (at.field->kind == Kind::Text) {
                if (!at.field->has(model::kLong)) text = base::replace_all(text, "\n", "");
                return text.empty() ? model::Value() : model::Value(text);
            }
            if (at.field->kind == Kind::Ref || at.field->kind == Kind::Refs) return references(*at.field, text);
            return reading::parse_value(*at.field, text, typing_);
        }
        std::vector<std::string> lines;
        int number = 0;
        if (at.field->kind == Kind::Texts) {
            for (const std::string& entry : model::get<std::vector<std::string>>(*at.row, *at.field)) {
                const std::string* now = changed(++number);
                if (!now || !now->empty()) lines.push_back(now ? *now : entry);
            }
            text = base::join(lines, "\n");
            return lines.empty() ? model::Value() : model::Value(lines);
        }
        if (at.field->kind != Kind::Text) return std::nullopt;
        for (const std::string_view line : base::split(model::get<std::string>(*at.row, *at.field), '\n')) {
            const std::string* now = base::is_blank(line) ? nullptr : changed(++number);
            if (!now || !now->empty()) lines.push_back(now ? *now : std::string(line));
        }
        text = base::join(lines, "\n");
        return text.empty() ? model::Value() : model::Value(text);
    }

    // Names that the plan has, each once.
    [[nodiscard]] std::optional<model::Value> references(const FieldInfo& field, std::string_view text) const {
        if (field.has(model::kAnyRecord)) return std::nullopt;
        std::vector<base::Id> ids;
        for (const std::string& name : reading::list_entries(text)) {
            base::Id found;
            for (const auto& row : before_.table(field.target))
                if (base::name_key(model::title_of(model::record(field.target), *row)) == base::name_key(name)) {
                    if (!found.empty()) return std::nullopt;  // two of one name
                    found = row->id;
                }
            if (found.empty()) return std::nullopt;
            ids.push_back(found);
        }
        if (field.kind == Kind::Refs) return ids.empty() ? model::Value() : model::Value(ids);
        if (ids.size() > 1) return std::nullopt;
        return ids.empty() ? model::Value() : model::Value(ids[0]);
    }

    void comment(const office::WordComment& given) {
        const Found at = find(given.mark.row, given.mark.field);
        model::Comment made;
        made.subject_type = at.info ? std::string(at.info->name) : "cover";
        made.subject =
            model::Ref<model::Row>(at.row ? at.row->id : model::singleton_id(model::record(model::RecordType::Cover)));
        made.field = at.field ? std::string(at.field->name) : std::string();
        made.author = given.hand.author;
        if (const auto moment = base::Moment::parse(std::string_view(given.hand.time).substr(0, 16)))
            made.written_at = *moment;
        made.text = given.text;
        for (const model::Comment& one : into_.plan.rows<model::Comment>())
            if (one.text == made.text && one.author == made.author && one.subject.id() == made.subject.id()) return;
        made.id = ids_.next();
        made.order = edit::order_at_end(into_.plan, model::RecordType::Comment, {});
        for (const FieldInfo& field : model::record(model::RecordType::Comment).fields)
            if (!model::check_field(made, field)) {
                into_.steps.push_back({Step::Unread,
                                       made.subject_type,
                                       made.subject.str(),
                                       made.field,
                                       {},
                                       given.text,
                                       given.hand.author,
                                       given.hand.time});
                return;
            }
        into_.steps.push_back({Step::Commented,
                               made.subject_type,
                               made.subject.str(),
                               made.field,
                               {},
                               made.text,
                               given.hand.author,
                               given.hand.time});
        into_.plan.put(std::move(made));
    }

    Into into_;
    const model::Plan& before_;
    const office::WordContent& content_;
    const base::Words& words_;
    base::IdSource& ids_;
    reading::Typing typing_;
    bool is_same_plan_ = false;
    std::map<Key, std::map<int, Part>> parts_;
    std::vector<Key> order_;
};

}  // namespace

base::Result<std::optional<Into>> take_back(const model::Plan& plan, std::string_view docx, const base::Words& words,
                                            base::IdSource& ids, base::Date today) {
    const auto content = office::read_word(docx);
    if (!content) return content.error();
    const auto id = content->properties.find("FanglueId");
    if (id == content->properties.end() || id->second != plan.id.str() || content->fields.empty())
        return std::optional<Into>();
    auto into = Returned(plan, *content, words, ids, today).read();
    if (!into) return into.error();
    return std::optional<Into>(std::move(into).value());
}

}  // namespace intake
