#include "app/requests.hpp"

#include <algorithm>

namespace app {

bool Requests::take(const Answer& answer) {
    const auto entry = std::ranges::find(open_, answer.request, &Entry::id);
    if (entry == open_.end()) return false;
    const Then then = entry->then;
    open_.erase(entry);  // first: what follows may send further requests
    then(answer);
    return true;
}

}  // namespace app
