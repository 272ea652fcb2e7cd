#include "view/wish.hpp"

namespace view {

void Wish::push_to(app::Commands& commands) const {
    if (command_) commands.push(*command_);
}

}  // namespace view
