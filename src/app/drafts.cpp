#include "app/drafts.hpp"

#include "base/text.hpp"
#include "codec/error_text.hpp"
#include "sheet/typed.hpp"

namespace app {
namespace {
// A draft a line, its steps and its text between tabs; escaped so that a text has neither.
constexpr std::pair<std::string_view, std::string_view> escapes[] = {{"\\", "\\b"}, {"\n", "\\n"}, {"\t", "\\t"}};

std::string on_one_line(std::string text) {
    for (const auto& [plain, code] : escapes) text = base::replace_all(std::move(text), plain, code);
    return text;
}

std::string from_one_line(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\') {
            out += text[at];
            continue;
        }
        for (const auto& [plain, code] : escapes)
            if (text.substr(at, 2) == code) out += plain;
        ++at;
    }
    return out;
}

std::optional<std::pair<DraftPlace, std::string>> read_line(std::string_view line) {
    const auto steps = base::split(line, '\t');
    if (steps.size() != 5) return std::nullopt;
    const auto plan = model::Id::parse(steps[0]), id = model::Id::parse(steps[2]);
    const model::RecordInfo* info = model::find_record(steps[1]);
    const model::FieldInfo* field = info ? info->find(steps[3]) : nullptr;
    if (!plan || !id || !field || base::find_invalid_utf8(steps[4]) != std::string_view::npos) return std::nullopt;
    return std::pair{DraftPlace{*plan, info->type, *id, field}, from_one_line(steps[4])};
}
}  // namespace

std::string refusal(const base::Words& words, const model::RecordInfo& info, const model::FieldInfo& field,
                    const model::Value& value) {
    const std::shared_ptr<model::Row> probe = info.make();
    const base::Status taken = model::set_value(*probe, field, value);
    if (taken) return {};
    return codec::error_text(words, words("field." + std::string(info.name) + "." + std::string(field.name)),
                             taken.error());
}

model::Value typed_value(const model::FieldInfo& field, std::string_view text) {
    if (field.kind != model::Kind::Texts) return std::string(text);
    return sheet::list_entries(text);
}

const std::string* Drafts::find(const DraftPlace& place) const {
    const auto found = drafts_.find(place);
    return found == drafts_.end() ? nullptr : &found->second.text;
}

void Drafts::keep(const DraftPlace& place, std::string text, Typing typing) {
    drafts_.insert_or_assign(place, Draft{std::move(text), typing});
    changed_ = true;
}

void Drafts::drop(const DraftPlace& place) {
    if (drafts_.erase(place) > 0) changed_ = true;
}

std::vector<DraftPlace> Drafts::left_in(const model::Plan& plan) const {
    std::vector<DraftPlace> left;
    for (const auto& [place, draft] : drafts_)
        if (draft.typing == Typing::Over && place.plan == plan.id && plan.table(place.record).find(place.id))
            left.push_back(place);
    return left;
}

LeftTexts left_texts(const base::Words& words, const model::Plan& plan, const Drafts& drafts) {
    const std::vector<DraftPlace> places = drafts.left_in(plan);
    if (places.empty()) return {};
    constexpr std::size_t told = 3;
    LeftTexts left{words("drafts.left", {std::to_string(places.size())}), {}, places[0]};
    for (std::size_t i = 0; i < places.size() && i < told; ++i) {
        const DraftPlace& place = places[i];
        const model::RecordInfo& info = model::record(place.record);
        const std::string title = info.singleton ? std::string() : model::title_of(plan, place.record, place.id);
        left.advice +=
            (i == 0 ? "" : "\n") +
            words("drafts.place", {title.empty() ? words("record." + std::string(info.name)) : title,
                                   refusal(words, info, *place.field, typed_value(*place.field, *drafts.find(place)))});
    }
    return left;
}

std::string Drafts::encode() const {
    std::string out;
    for (const auto& [place, draft] : drafts_)
        out += place.plan.str() + "\t" + std::string(model::record(place.record).name) + "\t" + place.id.str() + "\t" +
               std::string(place.field->name) + "\t" + on_one_line(draft.text) + "\n";
    return out.size() <= encoded_limit ? out : std::string();
}

Drafts Drafts::decode(std::string_view text) {
    Drafts read;
    for (const std::string_view line : base::split(text, '\n'))
        if (auto draft = read_line(line)) read.drafts_.insert_or_assign(draft->first, Draft{std::move(draft->second)});
    return read;
}

std::optional<std::string> Drafts::take_changed() {
    if (!changed_) return std::nullopt;
    changed_ = false;
    return encode();
}

}  // namespace app
