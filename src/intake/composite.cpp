#include "intake/composite.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "intake/pieces.hpp"
#include "intake/vocabulary.hpp"

namespace intake {
namespace {

// A day into the field, words into the one beside it where the record has one; what fits neither is told.
bool set_day(Draft& draft, Handle row, std::string_view field, std::string_view words, std::string_view text) {
    if (draft.set(row, field, text)) return true;
    if (!words.empty() && draft.has_field(draft.record_of(row), words)) return draft.set(row, words, text);
    draft.doubt(row, field, text, "date");
    return false;
}

bool read_period(Draft& draft, Handle row, std::string_view text) {
    const bool cover = draft.record_of(row) == "cover";
    const auto range = range_of(text);
    if (!range) return set_day(draft, row, "finish", "finishWords", text);
    // The year of the first is that of the second, unless that says one.
    std::string finish = range->second;
    const std::string year = range->first.substr(0, std::min<std::size_t>(range->first.find("年"), 4));
    if (year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos &&
        !base::contains(finish, "年") && base::contains(finish, "月"))
        finish = year + "年" + finish;
    const bool first = set_day(draft, row, "start", cover ? "" : "startWords", range->first);
    return set_day(draft, row, "finish", cover ? "" : "finishWords", finish) && first;
}

// [甲]-[乙],[丙]-[丁],... : the pairs that say something.
std::vector<std::pair<std::string, std::string>> pairs_of(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const std::string& part : split_at(without_end(text), U"，,；;")) {
        const std::string plain = base::replace_all(base::replace_all(part, "——", "-"), "—", "-");
        std::size_t hyphen = plain.find("]-[");
        hyphen = hyphen == std::string::npos ? plain.rfind('-') : hyphen + 1;
        const auto label = label_of(plain);
        if (hyphen != std::string::npos && hyphen > 0)
            pairs.emplace_back(base::trim(std::string_view(plain).substr(0, hyphen)),
                               base::trim(std::string_view(plain).substr(hyphen + 1)));
        else if (label)
            pairs.push_back(*label);
        else
            pairs.emplace_back(plain, std::string());
    }
    return pairs;
}

bool read_people(Draft& draft, std::string_view text) {
    bool any = false;
    for (const auto& [person, duty] : pairs_of(text)) {
        if (is_open(person) && is_open(duty)) {
            any = true;
            draft.left(person + "-" + duty, "placeholder");
            continue;
        }
        const Handle row = draft.add("assignment");
        any = true;
        if (!draft.set(row, "person", person)) draft.doubt(row, "person", person, "name");
        draft.set(row, "duty", duty);
    }
    return any;
}

bool read_milestones(Draft& draft, std::string_view text) {
    for (const auto& [date, title] : pairs_of(text)) {
        if (is_open(date) && is_open(title)) {
            draft.left(date + "-" + title, "placeholder");
            continue;
        }
        const Handle row = draft.add("milestone");
        draft.set(row, "title", title.empty() ? date : title);
        if (!title.empty()) set_day(draft, row, "date", "dateWords", date);
    }
    return true;
}

bool read_equipment(Draft& draft, std::string_view text, std::string_view field) {
    if (field == "name") {
        for (const std::string& name : list_of(text))
            if (!is_open(name)) draft.set(draft.add("equipmentItem"), "name", name);
        return true;
    }
    return false;
}

// A list, where it comes from, how it is shared out.
bool read_all_equipment(Draft& draft, std::string_view text) {
    const auto parts = split_at(without_end(text), U"，,；;");
    if (parts.size() == 3 && std::ranges::all_of(parts, [](const std::string& part) { return is_open(part); })) {
        for (const std::string& part : parts) draft.left(part, "placeholder");
        return true;
    }
    if (parts.empty()) return false;
    for (const std::string& name : list_of(parts[0])) {
        if (is_open(name)) continue;
        const Handle row = draft.add("equipmentItem");
        draft.set(row, "name", name);
        if (parts.size() > 1) draft.set(row, "source", parts[1]);
        if (parts.size() > 2) draft.set(row, "allocation", parts[2]);
    }
    return parts.size() <= 3;
}

bool read_lines(Draft& draft, std::string_view text) {
    for (const std::string& part : split_at(without_end(text), U"；;、，,")) {
        if (is_open(part)) {
            draft.left(part, "placeholder");
            continue;
        }
        const auto count = first_count(part);
        const Handle row = draft.add("budgetLine");
        if (!count || count->unit != "元") {
            draft.set(row, "item", part);
            continue;
        }
        draft.set(row, "item", without_end(count->before));
        draft.set_number(row, "amount", count->number);
    }
    return true;
}

bool read_budget(Draft& draft, std::string_view text) {
    const auto parts = split_at(without_end(text), U"，,；;。");
    bool all = true;
    const Handle budget = draft.add("budget");
    for (const std::string& part : parts) {
        if (is_open(part)) {
            draft.left(part, "placeholder");
        } else if (const auto count = first_count(part); count && draft.empty(budget, "total")) {
            draft.set_number(budget, "total", count->number);
        } else if (base::contains(folded(part), "流程") || base::contains(folded(part), "审批")) {
            draft.append(budget, "procedure", part);
        } else if (count) {
            read_lines(draft, part);
        } else {
            all = false;
            draft.append(budget, "procedure", part);
        }
    }
    return all;
}

bool read_submission(Draft& draft, Handle row, std::string_view text) {
    const std::string_view whole = without_end(text);
    const std::string plain = folded(whole);
    const std::size_t to = plain.rfind("提交给"), duty = plain.rfind("负责", to);
    const std::size_t other = to == std::string::npos ? plain.rfind("报送") : to;
    if (duty == std::string::npos || other == std::string::npos || other < duty) return false;
    const std::size_t size = to == std::string::npos ? 6 : 9;
    return draft.set(row, "submittedBy", whole.substr(0, duty)) &&
           draft.set(row, "submittedTo", whole.substr(other + size));
}

bool read_frequency(Draft& draft, Handle row, std::string_view text) {
    draft.set(row, "frequency", without_end(text));
    if (holds_any(folded(text), "word.onDemand") && base::contains(folded(text), "灵活"))
        draft.set_flag(row, "onDemand");
    return true;
}

}  // namespace

bool read_composite(Draft& draft, Handle row, std::string_view name, std::string_view text, std::string_view label) {
    if (name == "@period" || name == "@planPeriod") return read_period(draft, row, text);
    if (name == "@when") return draft.set(row, "due", text) || draft.set(row, "timing", without_end(text));
    if (name == "@people") return read_people(draft, text);
    if (name == "@milestones") return read_milestones(draft, text);
    if (name == "@equipment") return read_all_equipment(draft, text);
    if (name == "@equipmentNames") return read_equipment(draft, text, "name");
    if (name == "@budget") return read_budget(draft, text);
    if (name == "@total") return draft.set(draft.add("budget"), "total", text);
    if (name == "@lines") return read_lines(draft, text);
    if (name == "@procedure") return draft.set(draft.add("budget"), "procedure", text);
    if (name == "@submission") return read_submission(draft, row, text);
    if (name == "@frequency") return read_frequency(draft, row, text);
    if (name == "@benefit") {
        draft.set(row, "benefitLabel", label);
        return draft.set(row, "benefit", text);
    }
    return false;
}

}  // namespace intake
