// What can be wrong with accounts, their pages, and the rules of their platforms.
#include <map>

#include "analysis/limits.hpp"
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::Account;
using model::LinkBlock;
using model::MenuItem;
using model::Picture;
using model::PictureKind;
using model::PublishingRule;
using model::RuleKind;

void too_many_menus(const CheckContext& context, Issues& issues) {
    const PlatformLimits limits(context.plan);
    const Grouped<MenuItem> items(context.plan, &MenuItem::account);
    for (const Account& account : context.plan.rows<Account>()) {
        const auto of_account = items.of(account.id);
        const auto top =
            std::ranges::count_if(of_account, [](const auto& item) { return item.second->parent.empty(); });
        const auto limit = limits.limit(account.platform, RuleKind::MenuItems);
        if (limit && top > *limit) issues.add(account, {std::to_string(top), std::to_string(*limit)});
    }
}

void too_many_submenus(const CheckContext& context, Issues& issues) {
    const PlatformLimits limits(context.plan);
    const Grouped<MenuItem> children(context.plan, &MenuItem::parent);
    for (const MenuItem& item : context.plan.rows<MenuItem>()) {
        const Account* account = context.plan.find(item.account);
        const auto limit = account ? limits.limit(account->platform, RuleKind::SubmenuItems) : std::nullopt;
        const auto count = static_cast<std::int64_t>(children.of(item.id).size());
        if (limit && count > *limit) issues.add(item, {std::to_string(count), std::to_string(*limit)});
    }
}

void too_deep_menu(const CheckContext& context, Issues& issues) {
    for (const MenuItem& item : context.plan.rows<MenuItem>()) {
        const MenuItem* parent = context.plan.find(item.parent);
        if (parent && !parent->parent.empty()) issues.add<&MenuItem::parent>(item);
    }
}

void too_many_of(PictureKind picture_kind, RuleKind rule_kind, const CheckContext& context, Issues& issues) {
    const PlatformLimits limits(context.plan);
    const Grouped<Picture> pictures(context.plan, &Picture::account);
    for (const Account& account : context.plan.rows<Account>()) {
        const auto count = std::ranges::count_if(
            pictures.of(account.id), [&](const auto& picture) { return picture.second->kind == picture_kind; });
        const auto limit = limits.limit(account.platform, rule_kind);
        if (limit && count > *limit) issues.add(account, {std::to_string(count), std::to_string(*limit)});
    }
}

void too_many_pictures(const CheckContext& context, Issues& issues) {
    too_many_of(PictureKind::FocusPicture, RuleKind::FocusPictures, context, issues);
}

void too_many_videos(const CheckContext& context, Issues& issues) {
    too_many_of(PictureKind::FocusVideo, RuleKind::FocusVideos, context, issues);
}

void picture_too_large(const CheckContext& context, Issues& issues) {
    const PlatformLimits limits(context.plan);
    for (const Picture& picture : context.plan.rows<Picture>()) {
        const Account* account = context.plan.find(picture.account);
        const auto limit = account ? limits.limit(account->platform, RuleKind::PictureSize) : std::nullopt;
        if (limit && picture.kind != PictureKind::FocusVideo && picture.size_kb.value_or(0) > *limit)
            issues.add<&Picture::size_kb>(picture, {std::to_string(*picture.size_kb), std::to_string(*limit)});
    }
}

void too_many_links(const CheckContext& context, Issues& issues) {
    const PlatformLimits limits(context.plan);
    for (const LinkBlock& block : context.plan.rows<LinkBlock>()) {
        const Account* account = context.plan.find(block.account);
        const auto limit = account ? limits.limit(account->platform, RuleKind::LinkEntries) : std::nullopt;
        if (limit && static_cast<std::int64_t>(block.entries.size()) > *limit)
            issues.add<&LinkBlock::entries>(block, {std::to_string(block.entries.size()), std::to_string(*limit)});
    }
}

void password_too_old(const CheckContext& context, Issues& issues) {
    for (const Account& account : context.plan.rows<Account>()) {
        if (!account.password_rotation_days || account.password_changed_on.empty()) continue;
        const Date due = account.password_changed_on.plus(static_cast<std::int32_t>(*account.password_rotation_days));
        if (before(due, context.today.day))
            issues.add<&Account::password_changed_on>(
                account, {account.password_changed_on.iso(), due.iso(), days_text(due, context.today.day)});
    }
}

void no_rotation(const CheckContext& context, Issues& issues) {
    for (const Account& account : context.plan.rows<Account>())
        if (!account.password_rotation_days) issues.add<&Account::password_rotation_days>(account);
}

std::optional<Fix> rotation_of_platform(const CheckContext& context, const Issue& issue) {
    const Account* account = context.plan.rows<Account>().find(issue.id);
    if (!account) return {};
    const auto limit = PlatformLimits(context.plan).limit(account->platform, RuleKind::PasswordRotation);
    if (!limit || *limit < 1) return {};
    return fix<&Account::password_rotation_days>(issue.id, *limit);
}

void rotation_too_slow(const CheckContext& context, Issues& issues) {
    const PlatformLimits limits(context.plan);
    for (const Account& account : context.plan.rows<Account>()) {
        const auto limit = limits.limit(account.platform, RuleKind::PasswordRotation);
        if (limit && account.password_rotation_days.value_or(0) > *limit)
            issues.add<&Account::password_rotation_days>(
                account, {std::to_string(*account.password_rotation_days), std::to_string(*limit)});
    }
}

void no_custodian(const CheckContext& context, Issues& issues) {
    for (const Account& account : context.plan.rows<Account>())
        if (account.custodians.empty()) issues.add<&Account::custodians>(account);
}

void no_complaint_channel(const CheckContext& context, Issues& issues) {
    for (const Account& account : context.plan.rows<Account>())
        if (account.complaint_channel.empty()) issues.add<&Account::complaint_channel>(account);
}

// Two rows of one platform and kind with different numbers, as in the seeds (粉丝 >100 and 100 以上).
void rules_contradict(const CheckContext& context, Issues& issues) {
    std::map<std::pair<std::string, RuleKind>, const PublishingRule*> first;
    for (const PublishingRule* rule : model::in_order<PublishingRule>(context.plan)) {
        if (rule->kind == RuleKind::Text || !rule->limit) continue;
        const auto [known, added] = first.try_emplace({std::string(platform_key(rule->platform)), rule->kind}, rule);
        if (!added && *known->second->limit != *rule->limit)
            issues.add<&PublishingRule::limit>(
                *rule, {rule->limit->text(), known->second->name, known->second->limit->text()});
    }
}

void rule_without_number(const CheckContext& context, Issues& issues) {
    for (const PublishingRule& rule : context.plan.rows<PublishingRule>())
        if (rule.kind != RuleKind::Text && !rule.limit) issues.add<&PublishingRule::limit>(rule);
}

// Where the plan rules verification at all, who may apply must be said: followers and followed accounts.
void verification_thresholds(const CheckContext& context, Issues& issues) {
    std::map<std::string, std::vector<const PublishingRule*>> platforms;
    for (const PublishingRule* rule : model::in_order<PublishingRule>(context.plan))
        if (rule->kind >= RuleKind::Verification && rule->kind <= RuleKind::VerificationYears)
            platforms[std::string(platform_key(rule->platform))].push_back(rule);
    for (const auto& each : platforms) {
        const auto& rules = each.second;  // not a structured binding: clang 14 cannot capture those
        const auto has = [&](RuleKind kind) {
            return std::ranges::any_of(rules,
                                       [&](const PublishingRule* rule) { return rule->kind == kind && rule->limit; });
        };
        if (!has(RuleKind::VerificationFollowers) || !has(RuleKind::VerificationFollowing)) issues.add(*rules.front());
    }
}

constexpr Rule table[] = {
    {"ACC-001", Severity::Warning, "accounts", too_many_menus},
    {"ACC-002", Severity::Warning, "accounts", too_many_submenus},
    {"ACC-003", Severity::Warning, "accounts", too_deep_menu},
    {"ACC-004", Severity::Warning, "accounts", too_many_pictures},
    {"ACC-005", Severity::Warning, "accounts", too_many_videos},
    {"ACC-006", Severity::Warning, "accounts", picture_too_large},
    {"ACC-007", Severity::Warning, "accounts", too_many_links},
    {"ACC-008", Severity::Error, "accounts", password_too_old},
    {"ACC-009", Severity::Info, "accounts", no_rotation, rotation_of_platform},
    {"ACC-010", Severity::Warning, "accounts", rotation_too_slow, rotation_of_platform},
    {"ACC-011", Severity::Warning, "accounts", no_custodian},
    {"ACC-012", Severity::Info, "accounts", no_complaint_channel},
    {"PRULE-001", Severity::Warning, "accounts", rules_contradict},
    {"PRULE-002", Severity::Warning, "accounts", rule_without_number},
    {"PRULE-003", Severity::Warning, "accounts", verification_thresholds},
};
}  // namespace

std::span<const Rule> account_rules() {
    return table;
}

}  // namespace analysis
