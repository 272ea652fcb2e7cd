// Accounts: page, menus, verification, safety, what they publish, and the limits of a platform.
#include <algorithm>

#include "base/text.hpp"
#include "base/words.hpp"
#include "intake/pieces.hpp"
#include "intake/prose.hpp"
#include "intake/vocabulary.hpp"

namespace intake {
namespace {

bool about_accounts(const Reader& reader) {
    const std::string title = folded(reader.title());
    return contains_any(title, {"微博", "公众号", "账号", "视频号", "新媒体"});
}

std::string_view platform_of(const Reader& reader) {
    const std::string title = folded(reader.title());
    if (base::contains(title, "微博")) return "微博";
    if (base::contains(title, "公众号")) return "微信公众号";
    if (base::contains(title, "视频号")) return "视频号";
    return {};
}

Handle account_of(Reader& reader) {
    const Handle account = reader.only("account");
    if (reader.draft().empty(account, "platform") && !platform_of(reader).empty()) {
        reader.draft().set(account, "platform", platform_of(reader));
        // …官方微博运营策划书: the account is called as far as the word for what it is.
        const std::string title = folded(reader.title());
        for (const std::string_view word : {"微博", "公众号", "视频号"})
            if (const std::size_t at = title.find(word);
                at != std::string::npos && reader.draft().empty(account, "name"))
                reader.draft().set(account, "name", reader.title().substr(0, at + word.size()));
    }
    return account;
}

// A limit: the words that stand before the number, within a few characters, and its unit.
struct Limit {
    std::string_view kind, word, word_too, unit;
    std::size_t reach;  // bytes between word and number
};
constexpr Limit limits[] = {{"postLength", "字数最多", "", "字", 12},
                            {"postLength", "正文", "", "字", 30},
                            {"titleLength", "不超过", "标题", "字", 12},
                            {"focusPictures", "最多", "焦点图", "张", 8},
                            {"pictureSize", "小于", "图", "M", 8},
                            {"linkEntries", "增长", "链接", "位", 8},
                            {"linkEntries", "每个栏目", "链接", "位", 24},
                            {"simpleReply", "简单问题", "", "工作日", 12},
                            {"simpleReply", "简朴问题", "", "工作日", 12},
                            {"hardReply", "疑难问题", "", "工作日", 12},
                            {"rumourReply", "谣", "解决", "小时", 400},
                            {"verification", "信息后", "认证", "工作日", 8},
                            {"verificationFollowers", "粉丝数大于", "", "", 3},
                            {"verificationFollowers", "粉丝数", "认证资格", "", 3},
                            {"verificationFollowing", "关注数大于", "", "", 3},
                            {"verificationMutuals", "好友", "互粉", "个", 8},
                            {"verificationYears", "有效期为", "认证", "年", 8}};

// The number behind a place: digits or 一, 两, 三 …; with its unit right behind it where one is asked for.
std::string number_near(std::string_view plain, std::size_t from, std::size_t reach, std::string_view unit) {
    const std::size_t stop = std::min(plain.size(), from + reach);
    for (std::size_t at = from; at <= stop && at < plain.size();) {
        std::size_t here = at;
        std::string number;
        if (plain.substr(at).starts_with("两")) {
            number = "2";
            here += 3;
        } else if (const auto ordinal = [&] {
                       std::size_t end = at;
                       const auto value = read_ordinal(plain, end);
                       here = end;
                       return value;
                   }()) {
            number = std::to_string(*ordinal);
            while (here < plain.size() && plain[here] >= '0' && plain[here] <= '9') number += plain[here++];
        }
        if (!number.empty()) {
            while (here < plain.size() && plain[here] == ' ') ++here;
            std::string_view rest = plain.substr(here);
            for (const std::string_view filler : {"个", "種", "种"})
                if (unit != filler && rest.starts_with(filler)) rest.remove_prefix(filler.size());
            if (rest.starts_with(folded(unit))) return number;
            at = std::max(here, at + 1);
            continue;
        }
        base::next_code_point(plain, at);
    }
    return {};
}

void add_rule(Reader& reader, std::string_view kind, std::string_view number, std::string_view unit,
              std::string_view text) {
    const std::string key = std::string("publishingRule ") + std::string(kind) + std::string(number);
    Draft& draft = reader.draft();
    const std::size_t before = draft.count("publishingRule");
    const Handle known = draft.named("publishingRule", key);
    if (draft.count("publishingRule") == before) return;
    const base::Words& words = base::Words::simplified_chinese();
    draft.set(known, "name", words("choice.ruleKind." + std::string(kind)));
    draft.choose(known, "kind", kind);
    draft.set_number(known, "limit", number);
    draft.set(known, "unit", unit == "工作日" ? std::string_view("个工作日") : unit);
    if (!platform_of(reader).empty()) draft.set(known, "platform", platform_of(reader));
    draft.set(known, "text", text);
}

void read_pictures(Reader& reader, const Line& line) {
    Draft& draft = reader.draft();
    for (const std::string& part : split_at(without_end(line.text), U"、；")) {
        const std::string plain = folded(part);
        std::string_view kind;
        for (const auto& [word, choice] : {std::pair<std::string_view, std::string_view>{"封面图", "cover"},
                                           {"焦点图", "focusPicture"},
                                           {"焦点视频", "focusVideo"},
                                           {"头像", "avatar"}})
            if (base::contains(plain.substr(0, 40), word)) kind = choice;
        if (kind.empty()) continue;
        const Handle picture = draft.add("picture");
        draft.link(picture, "account", account_of(reader));
        draft.choose(picture, "kind", kind);
        draft.set(picture, "description", part);
        const std::size_t mega = plain.find("m，") != std::string::npos   ? plain.find("m，")
                                 : plain.find("m)") != std::string::npos  ? plain.find("m)")
                                 : plain.find("m）") != std::string::npos ? plain.find("m）")
                                                                          : plain.find("m");
        if (mega != std::string::npos && mega > 0 && plain[mega - 1] >= '0' && plain[mega - 1] <= '9') {
            const int size = plain[mega - 1] - '0';
            draft.set_number(picture, "sizeKb", std::to_string(size * 1024));
        }
        const std::size_t times = plain.find("px*");
        if (times != std::string::npos) {
            std::size_t start = times;
            while (start > 0 && plain[start - 1] >= '0' && plain[start - 1] <= '9') --start;
            draft.set_number(picture, "width", plain.substr(start, times - start));
            const std::size_t end = plain.find("px", times + 3);
            if (end != std::string::npos) draft.set_number(picture, "height", plain.substr(times + 3, end - times - 3));
        }
    }
}

// 医院信息：医院简介、科室导航；名医名项：…
void read_menu(Reader& reader, std::string_view text) {
    Draft& draft = reader.draft();
    if (const std::size_t list = text.find("如下："); list != std::string_view::npos) text.remove_prefix(list + 9);
    for (const std::string& part : split_at(without_end(text), U"；;")) {
        const auto label = label_of(part);
        if (!label) continue;
        const Handle menu = draft.add("menuItem");
        draft.link(menu, "account", account_of(reader));
        draft.set(menu, "title", label->first);
        for (const std::string& entry : list_of(label->second)) {
            const Handle child = draft.add("menuItem");
            draft.link(child, "account", account_of(reader));
            draft.link(child, "parent", menu);
            draft.set(child, "title", entry);
        }
    }
}

}  // namespace

void read_rules(Reader& reader, const Line& line) {
    if (!about_accounts(reader)) return;
    for (const Limit& limit : limits) {
        for (std::size_t at = line.plain.find(limit.word); at != std::string::npos;
             at = line.plain.find(limit.word, at + 1)) {
            // The sentence around it must hold the other word.
            if (!limit.word_too.empty()) {
                const std::size_t from = at > 240 ? at - 240 : 0;
                const std::string_view around = std::string_view(line.plain).substr(from, 720);
                const auto words = base::split(limit.word_too, '|');
                if (std::ranges::none_of(words, [&](std::string_view word) { return base::contains(around, word); }))
                    continue;
            }
            const std::string number = number_near(line.plain, at + limit.word.size(), limit.reach, limit.unit);
            if (number.empty()) continue;
            add_rule(reader, limit.kind, number, limit.unit, line.text);
            break;
        }
    }
    // Where the number stands before the word.
    for (const auto& [word, kind] :
         {std::pair<std::string_view, std::string_view>{"个一级菜单", "menuItems"}, {"个二级菜单", "submenuItems"}})
        if (const std::size_t at = line.plain.find(word); at != std::string::npos && at >= 3) {
            std::size_t from = line.plain[at - 1] == ' ' ? at - 1 : at;
            std::size_t start = from;
            while (start > 0 && line.plain[start - 1] >= '0' && line.plain[start - 1] <= '9') --start;
            if (start == from && from >= 3) start = from - 3;
            if (const auto number = read_ordinal(line.plain, start))
                add_rule(reader, kind, std::to_string(*number), "个", line.text);
        }
    if (const std::size_t at = line.plain.find("焦点视频"); at != std::string::npos)
        if (const std::size_t most = line.plain.find("最多", at); most != std::string::npos && most < at + 24)
            if (const std::string number = number_near(line.plain, most + 6, 3, ""); !number.empty())
                add_rule(reader, "focusVideos", number, "个", line.text);
}

bool read_account(Reader& reader, const Line& line) {
    Draft& draft = reader.draft();
    const std::string_view now = reader.topic();
    if (now == "provision") {
        const std::string things = between(line.text, "提供", "等");
        if (!things.empty() && base::contains(things, "、"))
            for (const std::string& name : list_of(things)) draft.set(draft.add("equipmentItem"), "name", name);
        return false;
    }
    const Handle account = account_of(reader);
    if (now == "design") {
        if (base::contains(line.plain, "封面图") || base::contains(line.plain, "焦点图")) read_pictures(reader, line);
        if (line.mark == Mark::Paren && line.label) {
            if (base::contains(line.plain, "菜单")) {
                read_menu(reader, line.label->second);
            } else if (folded(line.label->first) == "应用" || base::contains(folded(line.label->first), "功能")) {
                draft.append(account, "features", without_end(line.label->second));
            } else if (!base::contains(folded(line.label->first), "文章")) {
                const Handle block = draft.add("linkBlock");
                draft.link(block, "account", account);
                draft.set(block, "name", line.label->first);
                draft.set(block, "entries", without_end(line.label->second));
            }
        }
        return false;
    }
    if (now == "accountSafety") {
        const std::string units = between(line.text, "由", "共同");
        if (!units.empty() && base::contains(units, "、"))
            for (const std::string& unit : list_of(units))
                if (const Handle row = draft.named("unit", unit); row != no_row)
                    draft.link(account, "custodianUnits", row);
        return false;
    }
    if (now == "functions") {
        const std::string features = between(line.text, "如", "等");
        if (!features.empty() && base::contains(features, "、"))
            for (const std::string& feature : list_of(features)) draft.append(account, "features", feature);
    }
    return false;
}

bool read_categories(Reader& reader, const Line& line) {
    Draft& draft = reader.draft();
    std::string name, scope = line.text;
    if (line.label) {
        name = line.label->first;
        scope = line.label->second;
    } else if (line.mark != Mark::None) {
        name = split_at(line.text, U"，；。：")[0];
    }
    if (name.empty() || base::count_code_points(name) > 30) return false;
    const Handle category = draft.add("contentCategory");
    draft.set(category, "name", name);
    draft.set(category, "scope", scope);
    std::string list = line.label ? scope : std::string();
    for (const std::string_view word : {"包括", "涉及", "涵盖"})
        if (const std::string rest = between(scope, word, ""); !rest.empty()) list = rest;
    const std::size_t end = folded(list).find("等");
    list = list.substr(0, std::min({end, list.find("。"), list.find("，")}));
    const auto entries = list_of(list);
    const bool names =
        std::ranges::all_of(entries, [](const std::string& entry) { return base::count_code_points(entry) <= 22; });
    const bool sentence = contains_any(folded(list).substr(0, 6), {"针对", "挖掘", "将"}) || base::contains(list, "“");
    if (entries.size() > 1 && names && !sentence)
        for (const std::string& entry : entries) draft.append(category, "items", entry);
    return true;
}

}  // namespace intake
