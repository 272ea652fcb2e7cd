// A plan with which the program broke down goes back to the version before; what it was is kept as a plan of its own.
#include <utility>

#include "app/storage_client.hpp"

namespace app {

std::optional<store::Earlier> StorageClient::earlier_version(const base::Id& plan, const Stop& stop) const {
    const auto now = read(plan);
    if (!now) return std::nullopt;
    const std::uint64_t newest = now->state.revision + (now->unsaved ? 1 : 0);
    return store::earlier_version(files_, *now, stop.below(newest));
}

void StorageClient::step_back(const base::Id& plan, const Stop& stop, const base::Id& kept) {
    if (open_ == plan) close();
    Operation operation{"step-back", plan, {}};
    operation.stop = stop;
    operation.kept = kept;
    operations_.push_back(std::move(operation));
}

store::Commit StorageClient::make_step_back(const Operation& operation) {
    const auto now = read(operation.plan);
    if (!now) return {};
    const std::uint64_t newest = now->state.revision + (now->unsaved ? 1 : 0);
    const auto earlier = store::earlier_version(files_, *now, operation.stop.below(newest));
    if (!earlier) return {};
    const store::KeptAs kept{operation.kept, ids_.next(), ids_.next(), setup_.stopped_suffix};
    return store::step_back(files_, *now, *earlier, kept, now_);
}

void StorageClient::forget_found_tail(const base::Id& plan) {
    const std::string folder = store::plan_folder(plan) + "/";
    std::erase_if(found_tail_, [&](const store::FileImage& file) { return file.path.starts_with(folder); });
    tail_stale_ = true;
}

}  // namespace app
