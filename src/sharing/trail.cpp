#include "sharing/trail.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "codec/plan_json.hpp"
#include "model/order_key.hpp"
#include "revision/diff.hpp"
#include "sharing/content.hpp"

namespace sharing {
namespace {
using model::Id;
using model::Plan;
using model::RecordInfo;
using model::Revision;
using model::RowPtr;

std::string row_key(const RecordInfo& info, const Id& id) {
    return std::string(info.list) + "/" + id.str();
}
// What leads back to a row as it was; null: that was not there.
std::string entry_of(const RecordInfo& info, const Id& id, const RowPtr& was) {
    return was ? row_key(info, id) + " " + codec::encode_row(info, *was) : row_key(info, id);
}

// What leads from the content `to` back to the content `from`; nothing: more than may be kept.
std::vector<std::string> way_back(const Plan& from, const Plan& to) {
    const revision::Diff diff = revision::diff(to, from);
    if (diff.rows.size() > model::list_limit) return {};
    std::vector<std::string> entries;
    for (const revision::RowChange& change : diff.rows)
        entries.push_back(entry_of(model::record(change.record), change.id(), change.after));
    return entries;
}

// False: the entry makes no sense.
bool go_back(Plan& content, std::string_view entry) {
    const std::size_t slash = entry.find('/');
    if (slash == std::string_view::npos) return false;
    const std::size_t blank = entry.find(' ', slash);
    const RecordInfo* info = model::find_record(entry.substr(0, slash));
    const bool removes = blank == std::string_view::npos;
    const auto id = Id::parse(entry.substr(slash + 1, removes ? blank : blank - slash - 1));
    if (!info || !id) return false;
    if (removes) {  // what came and went again since is not there
        if (info->singleton) return false;
        content.table(info->type).erase(*id);
        return true;
    }
    auto row = codec::decode_row(*info, entry.substr(blank + 1));
    if (!row || (*row)->id != *id) return false;
    content.table(info->type).put(std::move(row).value());
    return true;
}

// More than may be kept: nothing, so that the version is known by its digest alone.
void note_touched(std::vector<std::string>& back, const revision::Diff& diff) {
    for (const revision::RowChange& change : diff.rows) {
        const RecordInfo& info = model::record(change.record);
        const std::string key = row_key(info, change.id());
        const bool noted = std::ranges::any_of(back, [&](const std::string& entry) {
            return entry.starts_with(key) && (entry.size() == key.size() || entry[key.size()] == ' ');
        });
        if (!noted) back.push_back(entry_of(info, change.id(), change.before));
    }
    if (back.size() > model::list_limit) back.clear();
}

std::set<std::string> signed_digests(const Plan& plan) {
    std::set<std::string> digests;
    for (const auto& step : plan.rows<model::ApprovalStep>())
        if (!step.seal.empty()) digests.insert(step.digest);
    return digests;
}

// Versions by id with their contents, as one plan knows them.
using Contents = std::map<Id, Plan>;
void add_contents(Contents& contents, const Plan& plan) {
    for (const Revision& version : plan.rows<Revision>())
        if (!contents.contains(version.id))
            if (auto content = version_content(plan, version)) contents.emplace(version.id, std::move(*content));
}

Plan with_ways_back(Plan plan, const Contents& contents) {
    const Plan content = content_of(plan);
    for (Revision version : plan.rows<Revision>()) {
        const auto known = contents.find(version.id);
        const std::vector<std::string> had = std::move(version.back);
        version.back = known == contents.end() ? std::vector<std::string>() : way_back(known->second, content);
        if (version.back != had) plan.put(std::move(version));
    }
    return plan;
}

const Revision* newest(const Plan& plan) {
    const auto versions = model::in_order<Revision>(plan);
    return versions.empty() ? nullptr : versions.back();
}
}  // namespace

std::optional<Plan> version_content(const Plan& plan, const Revision& version) {
    Plan content = content_of(plan);
    for (const std::string& entry : version.back)
        if (!go_back(content, entry)) return std::nullopt;
    if (content_digest(content) != version.digest) return std::nullopt;
    return content;
}

std::optional<Plan> content_with_digest(const Plan& plan, std::string_view digest) {
    if (content_digest(plan) == digest) return content_of(plan);
    for (const Revision& version : plan.rows<Revision>())
        if (version.digest == digest)
            if (auto content = version_content(plan, version)) return content;
    return std::nullopt;
}

Plan record_version(const Plan& plan, const Recording& recording) {
    Revision version;
    version.digest = content_digest(plan);
    const Revision* last = newest(plan);
    for (const Revision& one : plan.rows<Revision>())
        if (one.digest == version.digest && (one.id == last->id || !one.back.empty())) return plan;
    Plan recorded = plan;
    const std::set<std::string> digests = signed_digests(plan);
    const auto versions = model::in_order<Revision>(plan);
    for (std::size_t i = 0; i + kept_contents <= versions.size(); ++i) {
        if (versions[i]->back.empty() || digests.contains(versions[i]->digest)) continue;
        Revision older = *versions[i];
        older.back.clear();
        recorded.put(std::move(older));
    }
    version.id = recording.id;
    version.order = model::order_between(last ? std::string_view(last->order) : std::string_view(), {});
    version.author = recording.author;
    version.note = recording.note;
    version.saved_at = recording.at;
    recorded.put(std::move(version));
    return recorded;
}

Plan carry(const Plan& before, const Plan& after) {
    Contents contents;
    add_contents(contents, before);
    return with_ways_back(after, contents);
}

Plan follow_edit(const Plan& before, const Plan& after) {
    const auto versions = model::in_order<Revision>(before);
    if (versions.empty() || before.same(after)) return after;
    const revision::Diff diff = revision::diff(content_of(before), content_of(after));
    Plan followed = after;
    for (const Revision* version : versions) {
        // Of the newest one nothing leads back while the plan still is what was passed on.
        const bool has_content = !version->back.empty() || version == versions.back();
        Revision carried = *version;
        if (has_content) note_touched(carried.back, diff);
        const Revision* there = after.rows<Revision>().find(version->id);
        if (!there || (has_content && there->back != carried.back)) followed.put(std::move(carried));
    }
    return followed;
}

std::optional<Plan> common_version(const Plan& ours, const Plan& theirs) {
    const auto versions = model::in_order<Revision>(ours);
    for (auto at = versions.rbegin(); at != versions.rend(); ++at) {
        const Revision* other = theirs.rows<Revision>().find((*at)->id);
        if (!other || other->digest != (*at)->digest) continue;
        if (auto content = version_content(theirs, *other)) return content;
        if (auto content = version_content(ours, **at)) return content;
    }
    return std::nullopt;
}

revision::Merged merge_copies(const Plan* base, const Plan& ours, const Plan& theirs) {
    Contents contents;
    add_contents(contents, ours);
    add_contents(contents, theirs);
    // What leads back differs between copies without anybody having written it: it is no part of the merge.
    const Plan plain_ours = without_contents(ours), plain_theirs = without_contents(theirs);
    revision::Merged merged = base ? revision::merge(without_contents(*base), plain_ours, plain_theirs)
                                   : revision::merge_without_base(plain_ours, plain_theirs);
    merged.plan = with_ways_back(std::move(merged.plan), contents);
    return merged;
}

Plan without_contents(const Plan& plan) {
    Plan changed = plan;
    for (Revision version : plan.rows<Revision>()) {
        if (version.back.empty()) continue;
        version.back.clear();
        changed.put(std::move(version));
    }
    return changed;
}

}  // namespace sharing
