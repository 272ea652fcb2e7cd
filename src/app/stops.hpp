// app/stops.hpp: the plans with which the program broke down, as the page around it noted them where no breakdown
// reaches.
//
// Preferences: "stopped.PLAN" is the newest revision that had been stored and drawn (0: none); shell/start.js writes it
// when a frame breaks down, the program for what it keeps of such a plan. "went-back.PLAN" is "REVISION EARLIER": that
// revision of the plan has the content of the earlier one. "go-back" is the plan for whose earlier version the person
// has asked on the page that tells of the breakdown.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/frame_io.hpp"
#include "base/id.hpp"

namespace app {

// What is known of the versions of a plan with which the program broke down.
struct Stop {
    std::uint64_t shown = 0;                      // had been drawn
    std::uint64_t went_back = 0, content_of = 0;  // this revision has the content of an earlier one
    // Only versions below this revision come before the change that broke the program down; newest: the plan's.
    [[nodiscard]] std::uint64_t below(std::uint64_t newest) const;
};

class Stops {
  public:
    void read(const std::vector<std::pair<std::string, std::string>>& preferences);
    [[nodiscard]] bool has(const base::Id& plan) const { return stopped_.contains(plan); }
    [[nodiscard]] std::set<base::Id> all() const;
    [[nodiscard]] Stop of(const base::Id& plan) const;
    base::Id take_wanted();  // the plan of "go-back", once

    void stop(const base::Id& plan);    // is not to be opened by itself
    void forget(const base::Id& plan);  // the person opens it, whatever happens
    void went_back(const base::Id& plan, std::uint64_t revision, std::uint64_t content_of);
    std::vector<SetPreference> take_changes();

  private:
    std::map<base::Id, std::uint64_t> stopped_;
    std::map<base::Id, std::pair<std::uint64_t, std::uint64_t>> went_back_;
    base::Id wanted_;
    std::vector<SetPreference> changes_;
};

}  // namespace app
