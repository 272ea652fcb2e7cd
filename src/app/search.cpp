#include "app/search.hpp"

#include <algorithm>

#include "app/actions.hpp"
#include "base/text.hpp"

namespace app {
namespace {
using model::FieldInfo;
using model::Kind;
using model::RecordInfo;
using model::Row;

constexpr std::size_t before_match = 12, after_match = 36;  // code points of an excerpt: it fits into one line

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// wanted is in lower case.
std::size_t find_folded(std::string_view text, std::string_view wanted) {
    const auto at = std::search(text.begin(), text.end(), wanted.begin(), wanted.end(),
                                [](char a, char b) { return lower(a) == b; });
    return at == text.end() && !wanted.empty() ? std::string_view::npos : static_cast<std::size_t>(at - text.begin());
}

bool is_inside(std::string_view text, std::size_t at) {  // of a code point, not at its beginning
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// In one line, with … where it is cut.
std::string excerpt_of(std::string_view text, std::size_t at, std::size_t length) {
    std::size_t from = at, to = at + length;
    for (std::size_t i = 0; i < before_match && from > 0; ++i) do
            --from;
        while (from > 0 && is_inside(text, from));
    for (std::size_t i = 0; i < after_match && to < text.size(); ++i) do
            ++to;
        while (is_inside(text, to));
    std::string excerpt(base::trim(text.substr(from, to - from)));
    std::replace(excerpt.begin(), excerpt.end(), '\n', ' ');
    return (from > 0 ? "…" : "") + excerpt + (to < text.size() ? "…" : "");
}

struct Finder {
    const model::Plan& plan;
    const base::Words& words;
    const std::string wanted;
    const std::size_t limit;
    std::vector<Found> titles, others;
    std::size_t count = 0;

    void look_at(const RecordInfo& info, const Row& row, const FieldInfo& field, std::string_view text) {
        const std::size_t at = find_folded(text, wanted);
        if (at == std::string_view::npos) return;
        ++count;
        const bool title = field.has(model::kTitle) && !field.has(model::kLong);  // a remark is long
        std::vector<Found>& list = title ? titles : others;
        if (list.size() >= limit) return;
        std::string place(words("record." + std::string(info.name)));
        if (!title)
            place = words("search.place",
                          {place, words("field." + std::string(info.name) + "." + std::string(field.name))});
        list.push_back({model::title_of(info, row), std::move(place),
                        title ? std::string() : excerpt_of(text, at, wanted.size()),
                        TextPlace{info.type, row.id, &field}});
    }

    void look_at(const RecordInfo& info, const Row& row, const FieldInfo& field) {
        if (field.kind == Kind::Text) return look_at(info, row, field, model::get<std::string>(row, field));
        for (const std::string& entry : model::get<std::vector<std::string>>(row, field)) {
            const std::size_t before = count;
            look_at(info, row, field, entry);
            if (count != before) return;  // once a field
        }
    }
};

bool is_searched(const FieldInfo& field) {
    return (field.kind == Kind::Text || field.kind == Kind::Texts) && !field.has(model::kSystem);
}
}  // namespace

TextsFound find_texts(const model::Plan& plan, const base::Words& words, std::string_view wanted, std::size_t limit) {
    Finder finder{plan, words, base::to_lower_ascii(base::trim(wanted)), limit, {}, {}};
    if (finder.wanted.empty()) return {};
    for (const RecordInfo& info : model::records())
        for (const model::RowPtr& row : plan.table(info.type))
            for (const FieldInfo& field : info.fields)
                if (is_searched(field)) finder.look_at(info, *row, field);
    TextsFound found{std::move(finder.titles), 0};
    for (Found& other : finder.others)
        if (found.shown.size() < limit) found.shown.push_back(std::move(other));
    found.more = finder.count - found.shown.size();
    return found;
}

std::vector<Found> find_commands(const Workspace& work, std::string_view wanted) {
    const std::string folded = base::to_lower_ascii(base::trim(wanted));
    std::vector<Found> found;
    for (const PageInfo& info : pages()) {
        if (info.group == PageGroup::None) continue;
        std::string name(work.words()("page." + std::string(info.name)));
        if (find_folded(name, folded) == std::string_view::npos) continue;
        found.push_back({std::move(name), std::string(work.words()("search.page")), {}, info.page});
    }
    for (const Action& action : actions()) {
        if ((action.flags & (kNotSearched | kBesideOther)) != 0 || !action.enabled(work)) continue;
        std::string name(work.words()("action." + std::string(action.id)));
        if (find_folded(name, folded) == std::string_view::npos) continue;
        found.push_back({std::move(name), shortcut_text(action.shortcut), {}, &action});
    }
    return found;
}

const TextsFound& TextSearch::find(const model::Plan& plan, const base::Words& words, std::string_view wanted) {
    if (!plan_ || !plan_->same(plan) || wanted_ != wanted) {
        plan_ = plan;
        wanted_ = wanted;
        found_ = find_texts(plan, words, wanted, limit);
    }
    return found_;
}

}  // namespace app
