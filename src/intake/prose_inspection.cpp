// Self-inspection reports: purpose, scope, work, effects, problems by category, measures by horizon.
#include <algorithm>

#include "base/text.hpp"
#include "intake/pieces.hpp"
#include "intake/prose.hpp"
#include "intake/vocabulary.hpp"

namespace intake {
namespace {

std::string_view without_order(std::string_view text) {  // 首先，
    const std::string plain = folded(text);
    for (const std::string_view word : {"首先，", "其次，", "再次，", "最后，", "此外，", "同时，", "另外，", "一是",
                                        "二是", "三是", "四是", "五是", "第一，", "第二，", "第三，", "第四，"})
        if (plain.starts_with(word)) return text.substr(word.size());
    return text;
}

// 信息传播效率 of 信息传播效率有待提高，…
std::string category_of(std::string_view clause) {
    const std::string plain = folded(clause);
    for (const std::string_view word : {"有待提高", "有待加强", "有待提升", "低下", "不足", "不畅", "不够", "不高",
                                        "不到位", "不及时", "缺乏", "薄弱", "滞后"}) {
        const std::size_t at = plain.find(word);
        if (at != std::string::npos && at > 0) return std::string(clause.substr(0, at));
    }
    return {};
}

// The findings in the order in which they were named; kept in the draft by name.
Handle finding_of(Reader& reader, std::string_view category, bool add) {
    if (category.empty()) return no_row;
    Draft& draft = reader.draft();
    const std::string key = "finding " + folded(category);
    Handle found = reader.known(key);
    if (found == no_row && add) {
        found = draft.add("finding");
        draft.link(found, "inspection", reader.only("inspection"));
        draft.set(found, "category", category);
        reader.know(key, found);
    }
    return found;
}

// The finding whose category this sentence names.
Handle mentioned(Reader& reader, std::string_view plain) {
    std::size_t longest = 0;
    Handle best = no_row;
    for (const auto& [key, row] : reader.known_below("finding ")) {
        const std::string category = key.substr(8);
        // 内容创新 is meant by 内容创新水平, too.
        if (category.size() > longest && base::contains(plain, category)) {
            longest = category.size();
            best = row;
        }
    }
    return best;
}

void read_effects(Reader& reader, std::string_view text) {
    Draft& draft = reader.draft();
    for (const std::string& clause : split_at(text, U"，；。")) {
        const std::string plain = folded(clause);
        const std::size_t from = plain.find("从"), to = plain.find("到", from == std::string::npos ? 0 : from);
        std::string metric, before, after;
        std::string percent;
        if (from != std::string::npos && to != std::string::npos) {
            metric = clause.substr(0, from);
            before = clause.substr(from + 3, to - from - 3);
            after = clause.substr(to + 3);
            if (after.starts_with("了")) after.erase(0, 3);
            for (const std::string_view word : {"增长", "提升", "提高", "下降", "增加", "降低", "上升", "减少"})
                if (folded(before).ends_with(word)) before = before.substr(0, before.size() - word.size());
        } else {
            for (const std::string_view word : {"增加了", "增长了", "提升了", "下降了", "提高了", "减少了", "降低了"}) {
                const std::size_t at = plain.find(word);
                if (at == std::string::npos || at == 0) continue;
                metric = clause.substr(0, at);
                percent = clause.substr(at + word.size());
            }
            if (percent.find('%') == std::string::npos) continue;
        }
        const bool numbers =
            first_count(before) || first_count(after) || first_count(percent) || is_open(before) || is_open(percent);
        if (metric.empty() || !numbers || base::count_code_points(metric) > 40) continue;
        if (metric.ends_with("也")) metric = metric.substr(0, metric.size() - 3);
        const Handle effect = draft.add("effect");
        draft.link(effect, "inspection", reader.only("inspection"));
        draft.set(effect, "metric", metric);
        if (const auto first = first_count(before)) {
            draft.set_number(effect, "before", first->number);
            draft.set(effect, "unit", first->unit);
        }
        if (const auto last = first_count(after)) {
            draft.set_number(effect, "after", last->number);
            draft.set(effect, "unit", last->unit);
        }
        if (!percent.empty()) {
            if (draft.has_field("effect", "change"))
                draft.set(effect, "change", percent);
            else if (!is_open(percent))
                draft.set(effect, "note", clause);
        }
    }
}

void read_problem(Reader& reader, std::string_view sentence, Handle& finding) {
    Draft& draft = reader.draft();
    const std::string plain = folded(sentence);
    const std::string first = split_at(sentence, U"，").empty() ? std::string() : split_at(sentence, U"，")[0];
    // 关于…的问题，至于…的问题，…的问题同样…: a new one is spoken of.
    if (base::contains(plain, "问题") || finding == no_row) {
        Handle named = mentioned(reader, plain);
        if (named == no_row && !category_of(without_order(first)).empty()) {
            std::string category = category_of(without_order(first));
            for (const std::string_view start : {"关于", "至于", "针对", "对于"})
                if (folded(category).starts_with(start)) category.erase(0, start.size());
            named = finding_of(reader, category, true);
        }
        if (named != no_row) finding = named;
    }
    if (finding == no_row) return reader.keep(sentence);
    if (plain.starts_with("例如") || plain.starts_with("比如")) {
        draft.append(finding, "example", sentence);
    } else if (!base::contains(plain, "问题") &&
               contains_any(plain, {"导致", "削弱", "影响了", "局限性", "造成", "无法"})) {
        draft.append(finding, "effect", sentence);
    } else {
        draft.append(finding, "description", sentence);
    }
}

void read_measures(Reader& reader, const Line& line, std::string_view horizon) {
    Draft& draft = reader.draft();
    const std::size_t colon = line.text.find("：");
    const Handle finding =
        mentioned(reader, std::string_view(line.plain).substr(0, std::min<std::size_t>(line.plain.size(), 150)));
    if (finding == no_row) return reader.keep(line.text);
    std::string text = line.text;
    if (colon != std::string::npos && base::contains(folded(line.text.substr(0, colon)), "措施"))
        text.erase(0, colon + 3);
    for (const std::string& sentence : sentences_of(text)) {
        const Handle measure = draft.add("measure");
        draft.link(measure, "finding", finding);
        draft.choose(measure, "horizon", horizon);
        draft.set(measure, "action", without_order(sentence));
        const std::string plain = folded(sentence);
        std::string tool = between(sentence, "工具，如", "，");
        if (tool.empty() && base::contains(plain, "工具")) {
            const std::size_t end = plain.find("工具") + 6;
            std::size_t start = plain.rfind("利用", end);
            if (start == std::string::npos) start = plain.rfind("引入", end);
            if (start != std::string::npos && end - start < 60) tool = sentence.substr(start + 6, end - start - 6);
        }
        if (!tool.empty() && base::count_code_points(tool) <= 40) draft.set(measure, "tool", tool);
        if (!sentence.ends_with("。") && !sentence.ends_with("；") && !sentence.ends_with("！"))
            draft.doubt(measure, "action", sentence, "cut-off");
    }
}

}  // namespace

bool read_inspection(Reader& reader, const Line& line) {
    Draft& draft = reader.draft();
    const std::string_view now = reader.topic();
    const Handle inspection = reader.only("inspection");
    if (draft.empty(inspection, "title")) draft.set(inspection, "title", reader.title());
    if (now == "purpose") return draft.append(inspection, "purpose", line.text), true;
    if (now == "inspectionFunctions") return draft.append(inspection, "functions", line.text), true;
    if (now == "recentWork") return draft.append(inspection, "recentWork", line.text), true;
    if (now == "scope") {
        draft.append(inspection, "scope", line.text);
        std::string methods = between(line.text, "包括但不限于", "。");
        if (methods.empty()) methods = between(line.text, "采用", "等方法");
        methods =
            base::replace_all(base::replace_all(base::replace_all(methods, "以及", "、"), "和", "、"), "、、", "、");
        for (const std::string& method : list_of(methods)) draft.append(inspection, "methods", method);
        return true;
    }
    if (now == "effects") {
        read_effects(reader, line.text);
        return false;
    }
    if (now == "problemOverview") {
        draft.append(inspection, "problemOverview", line.text);
        for (const std::string& sentence : sentences_of(line.text)) {
            const std::string_view rest = without_order(sentence);
            const auto clauses = split_at(rest, U"，。");
            if (rest.size() == sentence.size() || clauses.empty()) continue;
            finding_of(reader, category_of(clauses[0]), true);
        }
        return true;
    }
    if (now == "findings") {
        Handle finding = no_row;
        for (const std::string& sentence : sentences_of(line.text)) read_problem(reader, sentence, finding);
        return true;
    }
    const std::string_view horizon = now == "measuresShort"    ? "short"
                                     : now == "measuresMiddle" ? "middle"
                                     : now == "measuresLong"   ? "long"
                                                               : "none";
    read_measures(reader, line, horizon);
    return true;
}

}  // namespace intake
