#include "store/step_back.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/text.hpp"
#include "revision/diff.hpp"
#include "store/plan_store.hpp"

namespace store {
namespace {

std::vector<State> states_below(const Opened& now, const std::vector<Backup>& backups, std::uint64_t below) {
    std::vector<State> states;
    for (const HeldFile& file : now.held) states.push_back(file.state);
    for (const Backup& backup : backups) states.push_back(backup.state);
    std::erase_if(states, [&](const State& state) { return state.revision >= below; });
    std::sort(states.begin(), states.end(), std::greater<>());
    states.erase(std::unique(states.begin(), states.end()), states.end());
    return states;
}

base::Moment saved_at(const std::vector<FileImage>& files, const State& state) {
    for (const FileImage& file : files)
        if (const auto frame = decode_frame(file.bytes); frame && frame->state == state) return frame->saved;
    return {};
}

}  // namespace

model::Plan as_copy(model::Plan plan, const base::Id& id, std::string_view title_suffix) {
    plan.id = id;
    model::Cover cover = plan.cover();
    const std::string title = cover.title + std::string(title_suffix);
    if (base::count_code_points(title) <= model::short_text_limit) cover.title = title;
    plan.put(cover);
    return plan;
}

std::optional<Earlier> earlier_version(const Files& files, const Opened& now, std::uint64_t below) {
    const base::Id& plan = now.plan.id;
    std::vector<FileImage> all = read_all(files, plan_folder(plan));
    for (FileImage& file : read_all(files, std::string(backup_root) + '/' + plan.str())) all.push_back(std::move(file));
    for (const State& state : states_below(now, list_backups(files, plan), below)) {
        auto earlier = open_state(plan, all, state);
        if (earlier && !revision::diff(now.plan, *earlier).empty())
            return Earlier{state, saved_at(all, state), std::move(earlier).value()};
    }
    return std::nullopt;
}

Commit step_back(const Files& files, const Opened& now, const Earlier& earlier, const KeptAs& kept, base::Moment at) {
    PlanStore plan(now, list_backups(files, now.plan.id), kept.writer_of_plan);
    Commit commit = plan.begin(earlier.plan, at);
    commit.append(PlanStore(kept.id, kept.writer).begin(as_copy(now.plan, kept.id, kept.title_suffix), at));
    return commit;
}

}  // namespace store
