// Who is who, and how the work is watched: units with leaders and duties, supervision, analysis of figures, assessment.
#include <algorithm>

#include "base/text.hpp"
#include "intake/pieces.hpp"
#include "intake/prose.hpp"
#include "intake/vocabulary.hpp"

namespace intake {
namespace {

bool is_unit_name(std::string_view name) {
    const std::string plain = folded(name);
    if (base::count_code_points(plain) > 24 || base::contains(plain, "各")) return false;
    return ends_with_any(plain, {"小组", "部门", "科室", "办公室", "委员会", "科", "部", "中心", "专班"});
}

void choose_kind(Draft& draft, Handle unit, std::string_view name) {
    const std::string plain = folded(name);
    if (plain.ends_with("领导小组"))
        draft.choose(unit, "kind", "leadingGroup");
    else if (plain.ends_with("委员会"))
        draft.choose(unit, "kind", "committee");
    else if (plain.ends_with("办公室"))
        draft.choose(unit, "kind", "office");
    else if (plain.ends_with("小组"))
        draft.choose(unit, "kind", "team");
}

// 由院长担任组长，分管副院长担任副组长，各科室负责人为成员
void read_leaders(Draft& draft, Handle unit, std::string_view text) {
    for (const std::string& clause : split_at(without_end(text), U"，；。")) {
        std::string_view who = clause;
        if (who.starts_with("由")) who.remove_prefix(3);
        const std::string plain = folded(who);
        const auto before = [&](std::string_view word) {
            return std::string(who.substr(0, std::min(plain.find(word), who.size())));
        };
        const bool deputy = base::contains(plain, "副组长") || base::contains(plain, "副主任委员");
        if (deputy && base::contains(plain, "担任")) {
            for (const std::string& one : list_of(before("担任")))
                if (const Handle person = draft.named("person", one); person != no_row)
                    draft.link(unit, "deputies", person);
        } else if (base::contains(plain, "担任组长") || base::contains(plain, "任组长") ||
                   base::contains(plain, "担任主任")) {
            if (const Handle person = draft.named("person", before(base::contains(plain, "担任") ? "担任" : "任组长"));
                person != no_row)
                draft.link(unit, "leader", person);
        } else if (plain.ends_with("为成员") || plain.ends_with("为组员")) {
            draft.append(unit, "composition", who);
        }
    }
}

Handle indicator_named(Draft& draft, std::string_view name) {
    return draft.named("indicator", name);
}

}  // namespace

bool read_units(Reader& reader, const Line& line) {
    Draft& draft = reader.draft();
    if (line.label && is_unit_name(line.label->first)) {  // 临床科室：负责…
        const Handle unit = draft.named("unit", line.label->first);
        choose_kind(draft, unit, line.label->first);
        draft.append(unit, "duties", line.label->second);
        return true;
    }
    Handle unit = no_row;
    const std::string founded = std::string(between(line.text, "成立", "，"));
    if (!founded.empty() && is_unit_name(founded)) {
        unit = draft.named("unit", founded);
        choose_kind(draft, unit, founded);
        read_leaders(draft, unit, line.text);
    } else if (is_unit_name(reader.heading())) {
        unit = draft.named("unit", reader.heading());
        choose_kind(draft, unit, reader.heading());
    }
    if (unit == no_row) return false;
    if (const std::string below = between(line.text, "下设", "，"); is_unit_name(below)) {
        const Handle office = draft.named("unit", below);
        choose_kind(draft, office, below);
        draft.link(office, "parent", unit);
        draft.append(office, "duties", between(line.text, "下设" + folded(below) + "，", "。"));
    }
    draft.append(unit, "duties", line.text);
    return true;
}

bool read_oversight(Reader& reader, const Line& line) {
    Draft& draft = reader.draft();
    const std::string_view now = reader.topic();
    if (now == "review") {
        if (!draft.has_field("reviewDuty", "level")) return false;
        for (const std::string& sentence : sentences_of(line.text)) {
            const std::string plain = folded(sentence);
            std::string_view level;
            std::string reviewer;
            if (base::contains(plain, "初步审核") || base::contains(plain, "初审")) {
                level = "初审";
                reviewer = sentence.substr(0, std::min(plain.find("负责"), sentence.size()));
            } else if (base::contains(plain, "再次审核") || base::contains(plain, "复审") ||
                       base::contains(plain, "再审")) {
                level = "再审";
                reviewer = between(sentence, "提交至", "进行");
            } else if (base::contains(plain, "审核批准") || base::contains(plain, "终审")) {
                level = "终审";
                reviewer = between(sentence, "经", "审核");
            } else {
                continue;
            }
            const Handle duty = draft.add("reviewDuty");
            draft.set(duty, "level", level);
            if (base::count_code_points(reviewer) <= 30) draft.set(duty, "reviewer", reviewer);
            const std::string condition = between(sentence, "对于", "，");
            draft.set(duty, "condition", condition.empty() ? between(sentence, "确保", "。") : condition);
        }
        return false;
    }
    if (now == "assessment") {
        const std::string list = between(line.text, "包括", "等");
        if (!list.empty())
            for (const std::string& name : list_of(list)) indicator_named(draft, name);
        return false;
    }
    if (now == "supervision" && base::contains(line.plain, "举报")) {
        const std::string channel = between(line.text, "设立", "，");
        if (base::contains(folded(channel), "举报") && base::count_code_points(channel) < 30)
            draft.set(reader.only("account"), "complaintChannel", channel);
    }
    if (now == "supervision" && !draft.has_field("assessment", "object"))
        return false;  // 检查 is no kind of monitoring yet
    const Handle mechanism = draft.named("monitoringMechanism", reader.heading());
    if (mechanism == no_row) return false;
    draft.choose(mechanism, "kind", now == "dataAnalysis" ? "dataAnalysis" : "inspection");
    if (draft.empty(mechanism, "frequency"))
        for (const std::string_view often : {"每日", "每天", "每周", "每月", "每季度", "每年", "定期"})
            if (base::contains(line.plain, often)) {
                draft.set(mechanism, "frequency", often);
                break;
            }
    draft.append(mechanism, "content", line.text);
    if (now == "dataAnalysis") {
        const std::string tool = between(line.text, "通过", "，");
        if (draft.empty(mechanism, "tool") && !tool.empty() && base::count_code_points(tool) < 30)
            draft.set(mechanism, "tool", tool);
        const std::string list = between(line.text, "如", "等");
        if (base::contains(list, "、"))
            for (const std::string& name : list_of(list)) indicator_named(draft, name);
    }
    return true;
}

}  // namespace intake
