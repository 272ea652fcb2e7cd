#include "app/errands.hpp"

#include <algorithm>

namespace app {

std::vector<Errands::Entry>::iterator Errands::find(std::uint32_t request) {
    return std::ranges::find_if(underway_, [&](const Entry& entry) { return entry.errand.request == request; });
}

std::uint32_t Errands::send(const exchange::Errand& errand, std::string name, std::string_view language, Then then) {
    const std::uint32_t request = requests_.send(
        DoErrand{.language = std::string(language), .bytes = exchange::pack(errand)}, [this](const Answer& answer) {
            const auto found = find(answer.request);
            const Entry done = std::move(*found);
            underway_.erase(found);  // first: what follows may send further ones
            done.then(done.errand,
                      answer.ok ? exchange::unpack_outcome(answer.bytes) : base::Error{answer.code, {}, {}});
        });
    underway_.push_back({{request, errand.operation, std::move(name), clock_.seconds, 0}, then});
    return request;
}

void Errands::cancel(std::uint32_t request) {
    if (find(request) != underway_.end()) requests_.send(CancelErrand{request});
}

void Errands::progress(std::uint32_t request, int percent) {
    const auto found = find(request);
    if (found != underway_.end()) found->errand.percent = std::clamp(percent, found->errand.percent, 100);
}

const Underway* Errands::waited_for() const {
    if (underway_.empty() || clock_.seconds < underway_.front().errand.since + shown_after) return nullptr;
    return &underway_.front().errand;
}

double Errands::due_in() const {
    if (underway_.empty() || waited_for()) return -1;
    return underway_.front().errand.since + shown_after - clock_.seconds + 0.01;
}

}  // namespace app
