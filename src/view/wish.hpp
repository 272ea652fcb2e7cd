// view/wish.hpp: a command that something on the page would want. Copied as a pointer, because whatever is shown is
// copied about, and a command has sixty alternatives.
#pragma once

#include <memory>
#include <utility>

#include "app/commands.hpp"

namespace view {

class Wish {
  public:
    Wish() = default;  // nothing
    template <class Wanted>
    requires(!std::is_same_v<std::remove_cvref_t<Wanted>, Wish>) Wish(Wanted&& wanted)  // implicit: any command
        : command_(std::make_shared<const app::Command>(std::forward<Wanted>(wanted))) {}

    explicit operator bool() const { return command_ != nullptr; }
    [[nodiscard]] const app::Command& command() const { return *command_; }
    void push_to(app::Commands& commands) const;  // nothing: does nothing

  private:
    std::shared_ptr<const app::Command> command_;
};

}  // namespace view
