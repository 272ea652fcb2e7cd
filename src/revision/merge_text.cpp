#include "revision/merge_text.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"
#include "revision/sequence_diff.hpp"

namespace revision {
namespace {
using Passages = std::vector<std::string_view>;

bool ends_passage(char32_t c) {
    static constexpr std::u32string_view marks = U"。！？；，：、…\n";
    return marks.find(c) != std::u32string_view::npos;
}

// A Western mark ends a passage only before a blank or at the end: 1.5, 1,000 and 8:30 are not torn.
bool may_end_passage(char32_t c) {
    static constexpr std::u32string_view marks = U".!?;,:";
    return marks.find(c) != std::u32string_view::npos;
}

// The passages of base that a side changed. Where as many were put as were taken, each stands for itself.
std::vector<Replaced> changed_passages(const std::vector<std::uint32_t>& before,
                                       const std::vector<std::uint32_t>& after) {
    std::vector<Replaced> changes;
    for (const Replaced& change : sequence_diff(before, after)) {
        if (change.size != change.new_size) {
            changes.push_back(change);
            continue;
        }
        for (std::size_t i = 0; i < change.size; ++i)
            if (before[change.at + i] != after[change.new_at + i])
                changes.push_back({change.at + i, 1, change.new_at + i, 1});
    }
    return changes;
}

// Whether changes of the two sides cannot be told to be one before the other.
bool meet(const Replaced& a, const Replaced& b) {
    const bool touching = a.at <= b.at + b.size && b.at <= a.at + a.size;
    if (a.size == 0 || b.size == 0) return touching;
    return a.at < b.at + b.size && b.at < a.at + a.size;
}

// One side's changes, taken in order.
class SideOfText {
  public:
    SideOfText(Passages passages, std::vector<Replaced> changes)
        : passages_(std::move(passages)), changes_(std::move(changes)) {}
    [[nodiscard]] const Replaced* next() const { return at_ < changes_.size() ? &changes_[at_] : nullptr; }
    void take() { ++at_; }
    // What base [from, to) has become here; the changes taken since the last call lie within.
    std::string text(const Passages& base, std::size_t from, std::size_t to) {
        std::string text;
        for (; done_ < at_; ++done_) {
            const Replaced& change = changes_[done_];
            for (; from < change.at; ++from) text += base[from];
            for (std::size_t i = 0; i < change.new_size; ++i) text += passages_[change.new_at + i];
            from = change.at + change.size;
        }
        for (; from < to; ++from) text += base[from];
        return text;
    }

  private:
    Passages passages_;
    std::vector<Replaced> changes_;
    std::size_t at_ = 0, done_ = 0;
};

// Takes from both sides, beginning with the one that changes first, all changes that hang together. Returns where they
// begin and end in base, and which sides are concerned.
struct Stretch {
    std::size_t from = 0, to = 0;
    bool by_ours = false, by_theirs = false;
};

Stretch take_stretch(SideOfText& ours, SideOfText& theirs) {
    Stretch stretch;
    const Replaced *last_ours = nullptr, *last_theirs = nullptr;
    const auto take = [&](SideOfText& side, const Replaced*& last, bool& concerned) {
        last = side.next();
        if (!stretch.by_ours && !stretch.by_theirs) stretch.from = last->at;
        stretch.from = std::min(stretch.from, last->at);
        stretch.to = std::max(stretch.to, last->at + last->size);
        concerned = true;
        side.take();
    };
    const Replaced *a = ours.next(), *b = theirs.next();
    if (a && (!b || a->at < b->at || (a->at == b->at && a->size <= b->size)))
        take(ours, last_ours, stretch.by_ours);
    else
        take(theirs, last_theirs, stretch.by_theirs);
    for (bool more = true; more;) {
        more = false;
        if (const Replaced* next = ours.next(); next && last_theirs && meet(*next, *last_theirs))
            take(ours, last_ours, stretch.by_ours), more = true;
        if (const Replaced* next = theirs.next(); next && last_ours && meet(*next, *last_ours))
            take(theirs, last_theirs, stretch.by_theirs), more = true;
    }
    return stretch;
}
}  // namespace

std::vector<std::string_view> passages(std::string_view text) {
    Passages found;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        const bool ends = ends_passage(c) || (may_end_passage(c) && (at == text.size() || text[at] == ' '));
        if (!ends && at < text.size()) continue;
        found.push_back(text.substr(begin, at - begin));
        begin = at;
    }
    return found;
}

MergedText merge_text(std::string_view base, std::string_view ours, std::string_view theirs) {
    const Passages before = passages(base), left = passages(ours), right = passages(theirs);
    std::unordered_map<std::string_view, std::uint32_t> known;  // only looked up, so its order does not matter
    const auto numbers = [&](const Passages& all) {
        std::vector<std::uint32_t> own;
        for (const std::string_view one : all)
            own.push_back(known.emplace(one, static_cast<std::uint32_t>(known.size())).first->second);
        return own;
    };
    const std::vector<std::uint32_t> old = numbers(before);
    SideOfText a(left, changed_passages(old, numbers(left))), b(right, changed_passages(old, numbers(right)));
    MergedText merged;
    std::size_t done = 0;
    while (a.next() || b.next()) {
        const Stretch stretch = take_stretch(a, b);
        for (; done < stretch.from; ++done) merged.text += before[done];
        const std::string of_ours = a.text(before, stretch.from, stretch.to);
        const std::string of_theirs = b.text(before, stretch.from, stretch.to);
        if (stretch.by_ours && stretch.by_theirs && of_ours != of_theirs) merged.in_doubt = true;
        merged.text += stretch.by_ours ? of_ours : of_theirs;
        done = stretch.to;
    }
    for (; done < before.size(); ++done) merged.text += before[done];
    return merged;
}

}  // namespace revision
