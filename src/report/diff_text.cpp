#include "report/diff_text.hpp"

#include <algorithm>

#include "analysis/check.hpp"
#include "analysis/outline.hpp"
#include "base/text.hpp"
#include "report/field_text.hpp"
#include "revision/text_diff.hpp"

namespace report {
namespace {
using base::Words;
using model::FieldInfo;
using model::Plan;
using model::RecordInfo;
using model::Row;
using revision::Diff;
using revision::RowChange;

// In code points: of a value in a label, of one in the list, and around a change in a long text.
constexpr std::size_t label_width = 16, value_width = 80, context_width = 12;

// The first (last) count characters.
std::string_view first_of(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    for (; count > 0 && at < text.size(); --count) base::next_code_point(text, at);
    return text.substr(0, at);
}
std::string_view last_of(std::string_view text, std::size_t count) {
    std::size_t skip = base::count_code_points(text), at = 0;
    for (; skip > count; --skip) base::next_code_point(text, at);
    return text.substr(at);
}

std::string cut(std::string_view text, std::size_t width) {
    const std::string_view kept = first_of(text, width);
    return kept.size() == text.size() ? std::string(text) : std::string(kept) + "…";
}

// On one line; a flag that is not set says so.
std::string value_text(const Words& words, const Plan& plan, const RecordInfo& info, const Row& row,
                       const FieldInfo& field) {
    if (field.kind == model::Kind::Flag)
        return std::string(words(model::get<bool>(row, field) ? "flag.yes" : "flag.no"));
    return base::replace_all(field_text(plan, words, info, row, field), "\n", "↵");
}

std::string or_empty(const Words& words, std::string text, std::size_t width) {
    return text.empty() ? std::string(words("diff.empty")) : cut(text, width);
}

// "…召开[-一次-]{+两次+}例会…"
std::string marked(std::string_view before, std::string_view after) {
    std::string text;
    std::size_t at = 0;
    for (const revision::Replaced& change : revision::text_diff(before, after)) {
        const std::string_view same = before.substr(at, change.at - at);
        const std::string_view head = at == 0 ? std::string_view() : first_of(same, context_width);
        const std::string_view tail = last_of(same.substr(head.size()), context_width);
        text += head;
        if (head.size() + tail.size() < same.size()) text += "…";
        text += tail;
        if (change.size > 0) text.append("[-").append(before.substr(change.at, change.size)).append("-]");
        if (change.new_size > 0) text.append("{+").append(after.substr(change.new_at, change.new_size)).append("+}");
        at = change.at + change.size;
    }
    return text + cut(before.substr(at), context_width);
}

std::string change_of_field(const Words& words, const Plan& before, const Plan& after, const RowChange& change,
                            const FieldInfo& field, std::size_t width) {
    const RecordInfo& info = model::record(change.record);
    const std::string label = field_label(words, info, field);
    const std::string was = change.before ? values_text(words, before, info, *change.before, field) : std::string();
    const std::string is = change.after ? values_text(words, after, info, *change.after, field) : std::string();
    const bool long_text = field.kind == model::Kind::Text && width == value_width && !was.empty() && !is.empty() &&
                           std::max(was.size(), is.size()) > width;
    if (long_text) return words("diff.text", {label, marked(was, is)});
    return words("diff.field", {label, or_empty(words, was, width), or_empty(words, is, width)});
}

std::string_view kind_key(const RowChange& change) {
    if (change.added()) return "diff.added";
    if (change.removed()) return "diff.removed";
    if (!change.moved) return "diff.edited";
    return change.edited() ? "diff.moved-edited" : "diff.moved";
}

// Lists the differences of two plans.
class Lister {
  public:
    Lister(const Words& words, const Plan& before, const Plan& after)
        : words_(words),
          before_(before),
          after_(after),
          rows_before_(analysis::outline(before)),
          rows_after_(analysis::outline(after)),
          index_before_(rows_before_),
          index_after_(rows_after_) {}

    void add(const RowChange& change) {
        const RecordInfo& info = model::record(change.record);
        text_ += "  " + words_(kind_key(change), {row_text(words_, info, change.row(), code_of(change))}) + "\n";
        if (change.edited()) {
            for (const FieldInfo* field : change.fields) add_field(change, *field);
            if (change.unknown) text_ += "      " + std::string(words_("diff.unknown")) + "\n";
            return;
        }
        if (!change.added() && !change.removed()) return;
        for (const FieldInfo& field : info.fields) {
            const bool told = field.has(model::kTitle) || field.has(model::kSystem) || field.has(model::kWithPrevious);
            if (!told && revision::says_something(info, field, change.row())) add_value(change, field);
        }
    }
    [[nodiscard]] std::string& text() { return text_; }

  private:
    void add_field(const RowChange& change, const FieldInfo& field) {
        text_ += "      " + change_of_field(words_, before_, after_, change, field, value_width) + "\n";
    }
    void add_value(const RowChange& change, const FieldInfo& field) {
        const RecordInfo& info = model::record(change.record);
        const std::string value = values_text(words_, change.added() ? after_ : before_, info, change.row(), field);
        if (!value.empty())
            text_ += "      " + words_("diff.text", {field_label(words_, info, field), cut(value, value_width)}) + "\n";
    }
    [[nodiscard]] std::string_view code_of(const RowChange& change) const {
        if (change.record != model::RecordType::Task) return {};
        const int place = (change.after ? index_after_ : index_before_).find(change.id());
        const auto& rows = change.after ? rows_after_ : rows_before_;
        return place < 0 ? std::string_view() : rows[static_cast<std::size_t>(place)].code;
    }

    std::string text_;
    const Words& words_;
    const Plan &before_, &after_;
    const std::vector<analysis::OutlineRow> rows_before_, rows_after_;
    const analysis::OutlineIndex index_before_, index_after_;
};
}  // namespace

std::string values_text(const Words& words, const Plan& plan, const RecordInfo& info, const Row& row,
                        const FieldInfo& first) {
    std::vector<std::string> texts;
    for (const FieldInfo& field : revision::together(info, first))
        if (std::string text = value_text(words, plan, info, row, field); !text.empty())
            texts.push_back(std::move(text));
    return base::join(texts, " ");
}

std::string row_text(const Words& words, const RecordInfo& info, const Row& row, std::string_view code) {
    const std::string record(words("record." + std::string(info.name)));
    std::string title = info.singleton ? std::string() : cut(plain_text(model::title_of(info, row)), label_width * 2);
    if (!code.empty()) title = title.empty() ? std::string(code) : std::string(code) + " " + title;
    return title.empty() ? record : words("diff.row", {record, base::replace_all(std::move(title), "\n", " ")});
}

std::string change_label(const Words& words, std::string_view gesture, const Plan& before, const Plan& after) {
    Diff diff = revision::diff(before, after);
    // What leads back to passed-on versions follows from every edit.
    std::erase_if(diff.rows, [](const RowChange& one) { return one.record == model::RecordType::Revision; });
    if (diff.rows.empty()) return std::string(gesture);
    if (diff.rows.size() > 1) return words("diff.several", {gesture, std::to_string(diff.rows.size())});
    const RowChange& change = diff.rows.front();
    if (change.edited() && !change.moved && change.fields.size() == 1)
        return change_of_field(words, before, after, change, *change.fields.front(), label_width);
    return words(kind_key(change), {row_text(words, model::record(change.record), change.row(), {})});
}

std::string diff_text(const Words& words, const Plan& before, const Plan& after, const Diff& diff) {
    if (diff.empty()) return std::string(words("diff.same")) + "\n";
    Lister lister(words, before, after);
    if (diff.id) lister.text() += words("diff.plan-id", {before.id.text(), after.id.text()}) + "\n";
    if (diff.unknown) lister.text() += std::string(words("diff.unknown")) + "\n";
    for (const std::string_view section : analysis::sections()) {
        const auto here = [&](const RowChange& change) { return analysis::section_of(change.record) == section; };
        const auto count = std::ranges::count_if(diff.rows, here);
        if (count == 0) continue;
        lister.text() +=
            words("diff.chapter", {words("section." + std::string(section)), std::to_string(count)}) + "\n";
        for (const RowChange& change : diff.rows)
            if (here(change)) lister.add(change);
    }
    const revision::Counts sum = revision::counts(diff);
    const auto number = [](std::size_t count) { return std::to_string(count); };
    return lister.text() +
           words("diff.sum", {number(diff.rows.size()), number(sum.added), number(sum.removed), number(sum.moved),
                              number(sum.edited)}) +
           "\n";
}

}  // namespace report
