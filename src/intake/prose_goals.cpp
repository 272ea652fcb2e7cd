// Goals with horizon and numbers, and the posts of a team.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "intake/pieces.hpp"
#include "intake/prose.hpp"
#include "intake/vocabulary.hpp"

namespace intake {
namespace {

struct Sign {
    std::string_view word, comparison;
};
constexpr Sign signs[] = {{"突破", "atLeast"},  {"达到", "atLeast"}, {"不低于", "atLeast"}, {"不少于", "atLeast"},
                          {"至少", "atLeast"},  {"≥", "atLeast"},    {"超过", "atLeast"},   {"不超过", "atMost"},
                          {"不高于", "atMost"}, {"以内", "atMost"},  {"≤", "atMost"},       {"约", "about"},
                          {"左右", "about"}};

// 粉丝数突破1千: what is measured, how it is compared, the number.
bool read_target(Draft& draft, Handle goal, std::string_view clause) {
    const auto count = first_count(clause);
    if (!count || count->unit == "月" || count->unit == "年" || first_count(count->after)) return false;
    std::string metric = count->before;
    std::string_view comparison = "equal";
    const std::string plain = folded(metric);
    std::size_t cut = plain.size();
    // The last word before the number says how it is compared.
    for (const Sign& sign : signs) {
        const std::size_t at = plain.rfind(sign.word);
        if (at == std::string::npos || at + sign.word.size() < plain.size()) continue;
        if (at < cut) comparison = sign.comparison;
        cut = std::min(cut, at);
    }
    if (folded(count->after).starts_with("以上")) comparison = "atLeast";
    if (folded(count->after).starts_with("以内") || folded(count->after).starts_with("以下")) comparison = "atMost";
    metric.resize(cut);
    metric = std::string(without_end(metric));
    if (metric.empty() || base::count_code_points(metric) > 40) return false;
    const Handle target = draft.add("goalTarget");
    draft.link(target, "goal", goal);
    draft.set(target, "metric", metric);
    draft.choose(target, "comparison", comparison);
    if (!count->high.empty() && !draft.has_field("goalTarget", "valueTo")) {
        draft.doubt(target, "value", clause, "value");
        return true;
    }
    draft.set_number(target, "value", count->number);
    if (!count->high.empty()) {
        draft.set_number(target, "valueTo", count->high);
        draft.choose(target, "comparison", "between");
    }
    if (!count->unit.empty()) draft.set(target, "unit", count->unit);
    return true;
}

// 主页日浏览量达到，: a measure whose number was lost.
void read_open_target(Draft& draft, Handle goal, std::string_view clause) {
    const std::string plain = folded(clause);
    if (!plain.ends_with("达到") && !plain.ends_with("突破")) return;
    const std::string metric(without_end(clause.substr(0, clause.size() - 6)));
    if (metric.empty() || base::count_code_points(metric) > 40) return;
    const Handle target = draft.add("goalTarget");
    draft.link(target, "goal", goal);
    draft.set(target, "metric", metric);
    draft.doubt(target, "value", clause, "number-missing");
}

}  // namespace

bool read_goals(Reader& reader, const Line& line) {
    Draft& draft = reader.draft();
    const std::string label = line.label ? line.label->first : std::string();
    const std::string plain = folded(label);
    std::string_view horizon;
    for (const auto& [word, choice] : {std::pair<std::string_view, std::string_view>{"短期", "short"},
                                       {"近期", "short"},
                                       {"中期", "middle"},
                                       {"长期", "long"},
                                       {"远期", "long"}})
        if (plain.starts_with(word) || (label.empty() && folded(reader.heading()).starts_with(word))) horizon = choice;
    if (line.mark == Mark::None && horizon.empty()) {  // a lead sentence
        draft.append(draft.add("cover"), "taskOverview", line.text);
        return true;
    }
    const Handle goal = draft.add("goal");
    if (!horizon.empty()) draft.choose(goal, "horizon", horizon);
    if (!label.empty()) draft.set(goal, "name", label);
    const std::string text = line.label ? line.label->second : line.text;
    draft.set(goal, "text", text);
    const std::string whole(without_end(text));
    for (const std::string& clause : split_at(whole, U"，；;,。")) {
        const auto count = first_count(clause);
        if (count && count->unit == "月" && count->before.empty()) {
            if (!draft.set(goal, "due", clause) && draft.has_field("goal", "dueWords"))
                draft.set(goal, "dueWords", clause);
            continue;
        }
        if (base::contains(folded(clause), "服务：") || base::contains(folded(clause), "服务:")) {
            const auto services = label_of(clause);
            if (services) draft.set(goal, "services", services->second);
            continue;
        }
        if (!read_target(draft, goal, clause)) read_open_target(draft, goal, clause);
    }
    const std::string when = between(text, "实现时限：", "。");
    if (!when.empty() && !draft.set(goal, "due", when) && draft.has_field("goal", "dueWords"))
        draft.set(goal, "dueWords", when);
    return true;
}

// 信息管理员 2 名，每天约 15 分钟工作量，负责编辑。
bool read_roles(Reader& reader, const Line& line) {
    Draft& draft = reader.draft();
    const std::string plain = folded(line.text);
    const std::size_t several = plain.find("若干名");
    const auto count = first_count(line.text);
    const bool counted = count && (count->unit == "名" || count->unit == "人" || count->unit == "位") &&
                         base::count_code_points(count->before) <= 30;
    if (!counted && several == std::string::npos) return false;
    const Handle role = draft.add("teamRole");
    std::string name = counted && (several == std::string::npos || plain.find(count->before) < several) &&
                               count->before.size() < several
                           ? count->before
                           : line.text.substr(0, several);
    draft.set(role, "name", without_end(name));
    if (several != std::string::npos && several <= 90)
        draft.set_flag(role, "headcountOpen");
    else {
        draft.set_number(role, "headcountMin", count->number);
        if (!count->high.empty()) draft.set_number(role, "headcountMax", count->high);
    }
    std::string duties, condition;
    bool conditional = false;  // from 如果 on
    const auto add = [](std::string& into, std::string_view text, std::string_view joint) {
        if (text.empty()) return;
        if (!into.empty()) into += joint;
        into += text;
    };
    const auto clauses = split_at(without_end(line.text), U"，,");
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        const std::string& clause = clauses[i];
        const std::string words = folded(clause);
        if (i == 0) {  // what follows the count: （可由…构成）
            const std::size_t some = words.find("若干名");
            const std::string rest = some != std::string::npos ? clause.substr(some + 9)
                                     : count                   ? count->after.substr(0, count->after.find("，"))
                                                               : std::string();
            add(condition, without_end(rest), "；");
            continue;
        }
        const auto daily = first_count(clause);
        if (base::contains(words, "每天") && daily &&
            (daily->unit == "分钟" || daily->unit == "小时" || daily->unit == "小時" || daily->unit == "分鐘")) {
            const auto number = base::Decimal::parse(daily->number);
            const bool hours = daily->unit.starts_with("小");
            if (number)
                draft.set_number(role, "minutesPerDay",
                                 hours ? base::Decimal{number->units * 60}.text() : daily->number);
            continue;
        }
        conditional =
            words.starts_with("如果") || words.starts_with("若") || (conditional && !words.starts_with("负责"));
        const bool when = conditional;
        const std::size_t note = when ? std::string::npos : clause.find("（注");
        add(when ? condition : duties, clause.substr(0, note), "，");
        if (note != std::string::npos) add(condition, clause.substr(note), "；");  // says when it is not set up
    }
    if (!duties.empty()) draft.set(role, "duties", duties);
    if (!condition.empty()) draft.set(role, "condition", condition);
    return true;
}

}  // namespace intake
