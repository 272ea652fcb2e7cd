#include "intake/reader.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "intake/composite.hpp"
#include "intake/outline.hpp"
#include "intake/pieces.hpp"
#include "intake/prose.hpp"
#include "intake/vocabulary.hpp"

namespace intake {
namespace {

struct Topic {
    std::string_view topic, record, field;  // what an item without a label becomes
};
constexpr Topic items[] = {{"tasks", "task", "title"},
                           {"risks", "risk", "factor"},
                           {"monitoring", "monitoringMechanism", "name"},
                           {"criteria", "criterion", "name"},
                           {"communication", "communication", "audience"},
                           {"collaboration", "collaboration", "name"}};

struct Prose {
    std::string_view topic;
    bool (*read)(Reader&, const Line&);
};
constexpr Prose prose[] = {{"goals", read_goals},
                           {"roles", read_roles},
                           {"units", read_units},
                           {"design", read_account},
                           {"verification", read_account},
                           {"accountSafety", read_account},
                           {"functions", read_account},
                           {"provision", read_account},
                           {"categories", read_categories},
                           {"contentMatrix", read_categories},
                           {"dataAnalysis", read_oversight},
                           {"supervision", read_oversight},
                           {"assessment", read_oversight},
                           {"review", read_oversight},
                           {"purpose", read_inspection},
                           {"scope", read_inspection},
                           {"inspectionFunctions", read_inspection},
                           {"recentWork", read_inspection},
                           {"effects", read_inspection},
                           {"problemOverview", read_inspection},
                           {"findings", read_inspection},
                           {"measures", read_inspection},
                           {"measuresShort", read_inspection},
                           {"measuresMiddle", read_inspection},
                           {"measuresLong", read_inspection},
                           {"brandValue", read_consortium},
                           {"tiers", read_consortium},
                           {"vi", read_consortium},
                           {"contentCommittee", read_consortium},
                           {"sharedAssets", read_consortium},
                           {"channels", read_consortium},
                           {"activities", read_consortium},
                           {"sharedIndicators", read_consortium},
                           {"incentives", read_consortium},
                           {"fund", read_consortium},
                           {"situation", read_consortium}};

std::string key_for(std::string_view record, const std::vector<int>& number) {
    std::string key(record);
    for (std::size_t i = 0; i < number.size(); ++i) key += (i == 0 ? " " : ".") + std::to_string(number[i]);
    return key;
}

}  // namespace

Reader::Reader(Draft& draft, const Repaired& source) : draft_(draft) {
    collect(source);
}

std::string_view Reader::topic() const {
    for (std::size_t i = heads_.size(); i-- > 0;)
        if (!heads_[i].topic.empty()) return heads_[i].topic;
    return {};
}

std::string Reader::heading() const {
    return heads_.empty() ? std::string() : heads_.back().text;
}

Handle Reader::known(std::string_view key) const {
    const auto found = records_.find(key);
    return found == records_.end() ? no_row : found->second;
}

std::vector<std::pair<std::string, Handle>> Reader::known_below(std::string_view start) const {
    std::vector<std::pair<std::string, Handle>> rows;
    for (auto at = records_.lower_bound(start); at != records_.end() && at->first.starts_with(start); ++at)
        rows.push_back(*at);
    return rows;
}

Handle Reader::only(std::string_view record) {
    const auto found = only_.find(record);
    if (found != only_.end()) return found->second;
    const Handle row = draft_.add(record);
    only_.emplace(std::string(record), row);
    return row;
}

Handle Reader::section_of(std::size_t depth) {
    Head& head = heads_[depth];
    if (head.section != no_row) return head.section;
    const Handle above = depth > 0 ? section_of(depth - 1) : no_row;
    const Handle section = draft_.add("section");
    head.section = section;
    draft_.set(section, "heading", head.text);
    if (above != no_row) draft_.link(section, "parent", above);
    const bool appendix = std::ranges::any_of(heads_, [](const Head& one) { return one.topic == "attachment"; });
    draft_.choose(section, "place",
                  appendix || conclusion_seen_ ? "appendix"
                  : tasks_seen_                ? "afterTasks"
                  : goals_seen_                ? "afterGoals"
                                               : "beforeGoals");
    return section;
}

void Reader::keep(std::string_view text) {
    if (heads_.empty()) return draft_.append(draft_.add("cover"), "introduction", text);
    const Handle section = section_of(heads_.size() - 1);
    draft_.append(section, "body", text);
}

bool Reader::read_cover(const Line& line) {
    if (!line.label) return false;
    const std::string_view key = key_of("label.cover.", folded(line.label->first), Match::Is);
    if (key.empty()) return false;
    const std::string_view field = key.substr(12);
    const Handle cover = draft_.add("cover");
    if (field.starts_with("@")) return read_composite(draft_, cover, field, line.label->second, line.label->first);
    if (draft_.set(cover, field, without_end(line.label->second))) return true;
    if (field == "preparedOn" && draft_.has_field("cover", "preparedWords"))
        return draft_.set(cover, "preparedWords", line.label->second);
    draft_.doubt(cover, field, line.label->second, "date");
    return false;
}

bool Reader::read_record(const Line& line) {
    const std::string plain_label =
        folded(line.label ? std::string_view(line.label->first) : std::string_view(without_end(line.text)));
    const auto begun = record_head(plain_label);
    if (!begun) return false;
    const std::string value = line.label ? line.label->second : std::string();
    const bool task = begun->record == "task" || begun->record == "subtask";
    const std::string_view record = task ? std::string_view("task") : begun->record;
    if (record == "goal" || record == "milestone") return false;  // their topics know more
    const std::string key = key_for(record, begun->number);
    auto found = records_.find(key);
    const bool fresh = found == records_.end();
    if (fresh) {
        found = records_.emplace(key, draft_.add(record)).first;
        if (task && begun->number.size() > 1) {
            const auto parent = records_.find(key_for("task", {begun->number.begin(), begun->number.end() - 1}));
            if (parent != records_.end())
                draft_.link(found->second, "parent", parent->second);
            else
                draft_.doubt(found->second, "parent", line.text, "parent");
        }
    }
    const Handle row = found->second;
    open_ = {row};
    if (task && topic() == "timeline" && !value.empty()) {
        if (!read_composite(draft_, row, "@period", value, {})) keep(line.text);
        return true;
    }
    const std::string_view field = model::find_record(record)->title()->name;
    const std::string_view title = without_end(value);
    const std::string now = draft_.text(row, field);
    if (now.empty())
        draft_.set(row, field, title);
    else if (!title.empty() && folded(title) != folded(now)) {
        // Elsewhere by a shorter name.
        const std::string longer = folded(now), shorter = folded(title);
        const bool same = longer.starts_with(shorter) || shorter.starts_with(longer);
        if (task && draft_.empty(row, "shortTitle")) {
            draft_.set(row, "shortTitle", title);
            if (!same) draft_.doubt(row, "shortTitle", title, "joined");
        } else {
            draft_.doubt(row, field, title, "joined");
            keep(line.text);
        }
    }
    if (record == "monitoringMechanism" && fresh) {
        const std::string plain = folded(title);
        draft_.choose(row, "kind",
                      base::contains(plain, "报告")                                    ? "report"
                      : base::contains(plain, "数据") || base::contains(plain, "分析") ? "dataAnalysis"
                      : base::contains(plain, "检查")                                  ? "inspection"
                                                                                       : "meeting");
    }
    return true;
}

bool Reader::read_label(const Line& line) {
    if (!line.label) return false;
    const std::string plain = folded(line.label->first);
    const std::string& value = line.label->second;
    if (plain == "确保措施" || plain == "保证措施") {
        const Handle row = draft_.add("riskAssurance");
        open_ = {row};
        return draft_.set(row, "action", value);
    }
    for (std::size_t i = open_.size(); i-- > 0;) {
        const Handle row = open_[i];
        const std::string start = "label." + std::string(draft_.record_of(row)) + ".";
        const std::string_view key = key_of(start, plain, Match::Is);
        if (key.empty()) continue;
        open_.resize(i + 1);
        const std::string_view field = key.substr(start.size());
        if (field == "@response") {
            const Handle response = draft_.add("riskResponse");
            draft_.link(response, "risk", row);
            open_.push_back(response);
            return draft_.set(response, "action", value);
        }
        const bool good = field.starts_with("@")
                              ? read_composite(draft_, row, field, value, line.label->first)
                              : draft_.set(row, field,
                                           draft_.has_field(draft_.record_of(row), field) ? std::string_view(value)
                                                                                          : std::string_view());
        if (!good) draft_.doubt(row, field, value, "value");
        return good;
    }
    const std::string_view resource = key_of("label.resources.", plain, Match::Is);
    if (!resource.empty() && !value.empty()) {
        const bool good = read_composite(draft_, no_row, resource.substr(16), value, line.label->first);
        return good;
    }
    if (!open_.empty() && draft_.record_of(open_[0]) == "collaboration" && draft_.empty(open_[0], "benefit"))
        return read_composite(draft_, open_[0], "@benefit", value, line.label->first);
    return heads_.empty() && read_cover(line);
}

bool Reader::read_topic(const Line& line) {
    const std::string_view now = topic();
    const Handle cover = draft_.add("cover");
    if (now == "introduction") return draft_.append(cover, "introduction", line.text), true;
    if (now == "overview") return draft_.append(cover, "taskOverview", line.text), true;
    if (now == "summary" || now == "conclusion") return draft_.append(cover, "summary", line.text), true;
    if (now == "outlook") {
        if (line.mark == Mark::None) return draft_.append(cover, "outlook", line.text), true;
        return draft_.append(cover, "outlookItems", line.text), true;
    }
    const auto reader = std::ranges::find(prose, now, &Prose::topic);
    if (reader != std::end(prose)) return reader->read(*this, line);
    const auto item = std::ranges::find(items, now, &Topic::topic);
    if (item == std::end(items) || line.mark == Mark::None) return false;
    const Handle row = draft_.add(item->record);
    draft_.set(row, item->field, line.label ? line.label->first : std::string(without_end(line.text)));
    open_ = {row};
    if (line.label && !line.label->second.empty()) {
        // What the name is followed by says more of it.
        constexpr std::pair<std::string_view, std::string_view> more[] = {
            {"task", "description"},   {"risk", "impactText"},       {"monitoringMechanism", "content"},
            {"criterion", "measures"}, {"communication", "content"}, {"collaboration", "way"}};
        for (const auto& [record, field] : more)
            if (record == item->record) draft_.set(row, field, line.label->second);
    }
    return true;
}

void Reader::read_line(const Line& line) {
    draft_.at_line(line.at);
    read_rules(*this, line);
    if (read_record(line) || read_label(line) || read_topic(line)) return;
    if (line.mark == Mark::Paren || line.mark == Mark::Circle || line.mark == Mark::Dot || line.mark == Mark::Letter) {
        std::string number;
        for (const int part : line.number) number += (number.empty() ? "" : ".") + std::to_string(part);
        return keep(line.mark == Mark::Dot || line.mark == Mark::Letter ? number + "." + line.text
                                                                        : "（" + number + "）" + line.text);
    }
    keep(line.text);
}

void Reader::read() {
    std::size_t index = 0;
    read_title(index);
    for (; index < lines_.size(); ++index) {
        const Line& line = lines_[index];
        draft_.at_line(line.at);
        if (line.text.starts_with("|")) {
            index = read_table(index);
            continue;
        }
        const bool head = is_heading(index);
        siblings_[rank_of(line)] = head;
        // A title that a table of contents or a slide repeats is no heading of its own.
        if (head && folded(line.text) == folded(title_)) continue;
        if (head)
            enter(line);
        else
            read_line(line);
    }
}

}  // namespace intake
