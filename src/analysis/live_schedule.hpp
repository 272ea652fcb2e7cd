// analysis/live_schedule.hpp: a schedule that follows while tasks are moved: what a move changes is computed again, not
// everything.
#pragma once

#include <memory>

#include "analysis/schedule.hpp"

namespace analysis {

class LiveSchedule {
  public:
    // As schedule(). The network with its rows and the calendar must outlive it.
    LiveSchedule(const Network& network, const Calendar& calendar, const ScheduleOptions& options = {});
    ~LiveSchedule();
    LiveSchedule(LiveSchedule&&) noexcept;
    LiveSchedule& operator=(LiveSchedule&&) noexcept;

    // The network's row names another version of the same task now. Afterwards all is as schedule() would compute it.
    // Moving a task without parts costs what follows from it; another status, what is as late as possible, rings, and a
    // new first day of all cost a whole schedule.
    void update(int row);
    [[nodiscard]] const Schedule& get() const;

  private:
    class Pass;
    const Network* network_;
    const Calendar* calendar_;
    ScheduleOptions options_;
    std::unique_ptr<Pass> pass_;
};

}  // namespace analysis
