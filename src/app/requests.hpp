// app/requests.hpp: the ledger of what is asked of the platform. A request is sent together with what shall happen with
// its answer, so whoever asks writes both in one place, and nobody else need know that the request exists.
#pragma once

#include <concepts>
#include <utility>
#include <vector>

#include "app/frame_io.hpp"
#include "base/callback.hpp"

namespace app {

// One that the platform answers: it carries an id.
template <class T>
concept Answered = requires(T request) {
    { request.id } -> std::same_as<std::uint32_t&>;
};

class Requests {
  public:
    // What holds references to a part of the application, which must outlive the ledger's entry.
    using Then = base::Callback<void(const Answer&)>;

    template <class T>
    requires(!Answered<T>) void send(T request) { waiting_.emplace_back(std::move(request)); }
    // The id that it went out with, for give_up().
    template <Answered T> std::uint32_t send(T request, Then then) {
        request.id = ++last_id_;
        open_.push_back({request.id, then});
        waiting_.emplace_back(std::move(request));
        return last_id_;
    }

    // Runs what the request of this answer was sent with. False: answered or given up before, or never asked.
    bool take(const Answer& answer);
    // As if the platform had answered that it failed; what it still says is no answer any more.
    void give_up(std::uint32_t id, std::string code) { take({id, false, std::move(code), {}}); }

    [[nodiscard]] std::size_t open() const { return open_.size(); }  // sent and not answered yet
    [[nodiscard]] std::vector<Request> take_waiting() { return std::exchange(waiting_, {}); }

  private:
    struct Entry {
        std::uint32_t id;
        Then then;
    };
    std::uint32_t last_id_ = 0;
    std::vector<Entry> open_;
    std::vector<Request> waiting_;  // to go out with the frame
};

}  // namespace app
