#include "analysis/limits.hpp"

#include <algorithm>
#include <span>

#include "base/text.hpp"

namespace analysis {
namespace {
using model::RuleKind;

constexpr std::int64_t kilobytes_per_megabyte = 1024;

// Whole units; sizes in kB.
std::int64_t limit_of(const model::PublishingRule& rule) {
    std::int64_t units = rule.limit->units;
    const std::string unit = base::to_lower_ascii(rule.unit);
    if (rule.kind == RuleKind::PictureSize && !base::contains(unit, "k")) units *= kilobytes_per_megabyte;
    return units / base::Decimal::scale;
}

struct Default {
    RuleKind kind;
    std::int64_t limit;
};
constexpr Default everywhere[] = {{RuleKind::SimpleReply, 5}, {RuleKind::HardReply, 10}, {RuleKind::RumourReply, 24}};
constexpr Default microblog[] = {{RuleKind::PostLength, 140}, {RuleKind::FocusPictures, 5},
                                 {RuleKind::FocusVideos, 1},  {RuleKind::PictureSize, 5 * kilobytes_per_megabyte},
                                 {RuleKind::LinkEntries, 39}, {RuleKind::MenuItems, 3},
                                 {RuleKind::SubmenuItems, 5}};
constexpr Default official_account[] = {
    {RuleKind::TitleLength, 20}, {RuleKind::MenuItems, 3}, {RuleKind::SubmenuItems, 5}};

std::optional<std::int64_t> find_in(std::span<const Default> defaults, RuleKind kind) {
    const auto found = std::ranges::find(defaults, kind, &Default::kind);
    return found == defaults.end() ? std::nullopt : std::optional(found->limit);
}

std::optional<std::int64_t> default_of(std::string_view platform, RuleKind kind) {
    if (const auto limit = find_in(everywhere, kind)) return limit;
    const std::string name = base::to_lower_ascii(platform);
    const auto is = [&](std::string_view part) { return base::contains(name, part); };
    if (is("微博") || is("weibo")) return find_in(microblog, kind);
    if (is("微信") || is("公众号") || is("公眾號") || is("wechat")) return find_in(official_account, kind);
    return {};
}
}  // namespace

std::string_view platform_key(std::string_view platform) {
    return base::trim(platform);
}

PlatformLimits::PlatformLimits(const model::Plan& plan) {
    for (const model::PublishingRule* rule : model::in_order<model::PublishingRule>(plan)) {
        Rules& rules = rules_[std::string(platform_key(rule->platform))];
        if (rule->limit) rules.try_emplace(rule->kind, limit_of(*rule));  // of two that contradict, the first
    }
}

std::optional<std::int64_t> PlatformLimits::limit(std::string_view platform, RuleKind kind) const {
    const std::string_view key = platform_key(platform);
    bool governed = false;
    for (const std::string_view name : {key, std::string_view{}}) {
        const auto rules = rules_.find(name);
        if (rules == rules_.end()) continue;
        governed = true;
        if (const auto found = rules->second.find(kind); found != rules->second.end()) return found->second;
        if (name.empty()) break;
    }
    return governed ? std::nullopt : default_of(key, kind);
}

}  // namespace analysis
