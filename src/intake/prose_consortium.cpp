// Consortia: members by tier, shared materials, activities, common indicators, incentives and means.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "intake/pieces.hpp"
#include "intake/prose.hpp"
#include "intake/vocabulary.hpp"

namespace intake {
namespace {

// Without what is told of others: 例如，某…
std::string without_examples(std::string_view text) {
    std::string result;
    for (const std::string& sentence : sentences_of(text)) {
        const std::string plain = folded(sentence);
        if (!plain.starts_with("例如") && !plain.starts_with("比如") && !plain.starts_with("某")) result += sentence;
    }
    return result;
}

std::string first_of_between(std::string_view text, std::initializer_list<std::string_view> from, std::string_view to) {
    for (const std::string_view word : from)
        if (const std::string found = between(text, word, to); !found.empty()) return found;
    return {};
}

bool read_tier(Reader& reader, const Line& line) {
    if (!line.label || line.mark == Mark::None) return false;
    Draft& draft = reader.draft();
    const std::string plain = folded(line.label->first);
    std::string_view tier;
    for (const auto& [word, choice] : {std::pair<std::string_view, std::string_view>{"核心", "coreHospital"},
                                       {"牵头", "coreHospital"},
                                       {"基层", "primary"},
                                       {"社区", "primary"},
                                       {"专科", "specialised"}})
        if (tier.empty() && base::contains(plain, word)) tier = choice;
    if (tier.empty()) return false;
    const std::string& text = line.label->second;
    const Handle member = draft.named("member", line.label->first);
    draft.choose(member, "tier", tier);
    draft.set(member, "positioning", first_of_between(text, {"定位“", "定位为“"}, "”"));
    draft.set(member, "focus", first_of_between(text, {"传播重点为", "传播聚焦", "重点传播", "针对"}, "，通过"));
    const std::string channels = first_of_between(text, {"，通过"}, "等");
    if (base::contains(channels, "、"))
        for (const std::string& channel : list_of(channels)) draft.append(member, "channels", channel);
    // 通过甲、乙等渠道塑造…: the aim stands behind.
    draft.append(member, "duties", text);
    return true;
}

bool read_activity(Reader& reader, const Line& line) {
    if (line.mark == Mark::None) return false;
    Draft& draft = reader.draft();
    const std::string heading = folded(reader.heading());
    const std::string text = line.label ? line.label->second : line.text;
    std::string name = line.label ? line.label->first : split_at(line.text, U"，。")[0];
    const bool by_tier = base::contains(heading, "分层级") || base::contains(heading, "特色");
    const Handle activity = draft.add("activity");
    if (by_tier && line.label) {
        // 举办“甲”“乙”等活动: the names are in quotes.
        const std::string quoted = first_of_between(text, {"举办", "开展"}, "等活动");
        if (!quoted.empty() && base::count_code_points(quoted) < 60) name = quoted;
        if (const Handle host = draft.named("member", line.label->first); host != no_row)
            draft.link(activity, "hosts", host);
    }
    draft.set(activity, "name", name);
    draft.choose(activity, "kind",
                 by_tier                                                              ? "byTier"
                 : base::contains(heading, "数字") || base::contains(heading, "线上") ? "digital"
                                                                                      : "jointTheme");
    draft.set(activity, "description", text);
    const std::size_t at = folded(text).find("覆盖人群");
    if (at != std::string::npos)
        if (const auto count = first_count(std::string_view(text).substr(at))) {
            draft.set_number(activity, "reach", count->number);
            draft.doubt(activity, "reach", text, "example");
        }
    const std::string audience = between(text, "针对", "开展");
    if (!audience.empty() && base::count_code_points(audience) < 30) draft.set(activity, "audience", audience);
    return true;
}

void read_indicators(Reader& reader, std::string_view text) {
    Draft& draft = reader.draft();
    const std::string own = without_examples(text);
    const std::string list = first_of_between(own, {"具体包括：", "具体包括", "包括："}, "等");
    if (!base::contains(list, "、")) return;
    const std::string dimensions = between(own, "从", "三个维度");
    for (const std::string& name : list_of(list)) {
        const Handle indicator = draft.named("indicator", name);
        if (indicator == no_row) continue;
        draft.set_flag(indicator, "shared");
        // 品牌认知率 measures 认知度.
        for (const std::string& dimension : list_of(dimensions)) {
            const std::string stem = folded(dimension).substr(0, 6);
            if (base::contains(folded(name), stem)) draft.set(indicator, "dimension", dimension);
        }
        // 品牌认知率从年初的38%提升至年末的65%, told of another: to be looked at.
        const std::string plain = folded(text);
        const std::size_t at = plain.find(folded(name) + "从");
        if (at == std::string::npos) continue;
        const auto count = first_count(text.substr(at + name.size()));
        if (!count) continue;
        draft.set_number(indicator, "baseline", count->number);
        draft.set(indicator, "unit", count->unit);
        draft.doubt(indicator, "baseline", text.substr(at, 90), "example");
    }
}

}  // namespace

bool read_consortium(Reader& reader, const Line& line) {
    Draft& draft = reader.draft();
    const std::string_view now = reader.topic();
    if (now == "tiers") return read_tier(reader, line);
    if (now == "activities") return read_activity(reader, line);
    const Handle consortium = draft.add("consortium");
    if (now == "situation")
        return draft.append(consortium, "situation",
                            (line.label ? line.label->first + "：" + line.label->second : line.text)),
               true;
    if (now == "incentives") return draft.append(consortium, "incentives", line.text), true;
    if (now == "fund") return draft.append(consortium, "fund", line.text), true;
    if (now == "brandValue") {
        const std::string value = between(line.text, "以“", "”为核心价值");
        if (!value.empty()) {
            draft.set(consortium, "brandValue", value);
            draft.doubt(consortium, "brandValue", value, "example");
        }
        const std::string slogan = between(line.text, "提出“", "”的品牌口号");
        if (!slogan.empty()) {
            draft.set(consortium, "slogan", slogan);
            draft.doubt(consortium, "slogan", slogan, "example");
        }
        return false;
    }
    if (now == "vi") {
        const std::string colours = between(line.text, "以“", "”为主色调");
        if (!colours.empty()) {
            draft.set(consortium, "colours", colours);
            draft.doubt(consortium, "colours", colours, "example");
        }
        const std::string logo = between(line.text, "logo融合", "，");
        if (!logo.empty()) {
            draft.set(consortium, "logo", logo);
            draft.doubt(consortium, "logo", logo, "example");
        }
        return false;
    }
    if (now == "contentCommittee") {
        const std::string who = between(line.text, "成立由", "组成的“");
        const std::string name = between(line.text, "组成的“", "”");
        if (who.empty() || name.empty()) return false;
        const Handle unit = draft.named("unit", name);
        draft.choose(unit, "kind", "committee");
        draft.set(unit, "composition", who);
        draft.append(unit, "duties", line.text);
        return true;
    }
    if (now == "sharedAssets") {
        const std::string kinds = between(line.text, "管理", "等素材");
        if (!base::contains(kinds, "、")) return false;
        for (const std::string& kind : list_of(kinds)) {
            const Handle asset = draft.add("sharedAsset");
            draft.set(asset, "name", kind + "素材");
            draft.set(asset, "kind", kind);
            draft.set(asset, "usage", between(line.text, "等素材，", "。"));
        }
        return false;
    }
    if (now == "sharedIndicators") read_indicators(reader, line.text);
    if (now == "channels" && line.label && line.mark != Mark::None && draft.has_field("channel", "name")) {
        const Handle channel = draft.add("channel");
        draft.set(channel, "name", line.label->first);
        draft.set(channel, "content", line.label->second);
        return true;
    }
    return false;
}

}  // namespace intake
