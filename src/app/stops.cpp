#include "app/stops.hpp"

#include <cstdlib>

namespace app {
namespace {

constexpr std::string_view stopped_prefix = "stopped.", went_back_prefix = "went-back.", wanted_name = "go-back";

std::optional<base::Id> plan_after(std::string_view prefix, std::string_view name) {
    return name.starts_with(prefix) ? base::Id::parse(name.substr(prefix.size())) : std::nullopt;
}

}  // namespace

std::uint64_t Stop::below(std::uint64_t newest) const {
    if (shown > 0 && shown < newest) return shown + 1;
    return went_back == newest ? content_of : newest;
}

void Stops::read(const std::vector<std::pair<std::string, std::string>>& preferences) {
    for (const auto& [name, value] : preferences) {
        if (const auto plan = plan_after(stopped_prefix, name))
            stopped_[*plan] = std::strtoull(value.c_str(), nullptr, 10);
        if (const auto plan = plan_after(went_back_prefix, name)) {
            char* rest = nullptr;
            const std::uint64_t revision = std::strtoull(value.c_str(), &rest, 10);
            went_back_[*plan] = {revision, std::strtoull(rest, nullptr, 10)};
        }
        if (name == wanted_name) wanted_ = base::Id::parse(value).value_or(base::Id{});
    }
    if (wanted_) changes_.push_back({std::string(wanted_name), {}});
}

std::set<base::Id> Stops::all() const {
    std::set<base::Id> plans;
    for (const auto& [plan, shown] : stopped_) plans.insert(plan);
    return plans;
}

Stop Stops::of(const base::Id& plan) const {
    Stop stop;
    if (const auto found = stopped_.find(plan); found != stopped_.end()) stop.shown = found->second;
    if (const auto found = went_back_.find(plan); found != went_back_.end())
        stop.went_back = found->second.first, stop.content_of = found->second.second;
    return stop;
}

base::Id Stops::take_wanted() {
    return std::exchange(wanted_, {});
}

void Stops::stop(const base::Id& plan) {
    stopped_[plan] = 0;
    changes_.push_back({std::string(stopped_prefix) + plan.str(), "0"});
}

void Stops::forget(const base::Id& plan) {
    if (stopped_.erase(plan) > 0) changes_.push_back({std::string(stopped_prefix) + plan.str(), {}});
}

void Stops::went_back(const base::Id& plan, std::uint64_t revision, std::uint64_t content_of) {
    went_back_[plan] = {revision, content_of};
    changes_.push_back(
        {std::string(went_back_prefix) + plan.str(), std::to_string(revision) + ' ' + std::to_string(content_of)});
}

std::vector<SetPreference> Stops::take_changes() {
    return std::exchange(changes_, {});
}

}  // namespace app
