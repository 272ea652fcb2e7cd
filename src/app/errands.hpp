// app/errands.hpp: what the second program does beside the page: what is under way, how far it has come, and what
// happens with what it gives.
#pragma once

#include <string>
#include <vector>

#include "app/clock.hpp"
#include "app/requests.hpp"
#include "exchange/errand.hpp"

namespace app {

struct Underway {
    std::uint32_t request = 0;
    exchange::Operation operation{};
    std::string name;  // of the file that is made or read
    double since = 0;  // seconds of FrameInput
    int percent = 0;
};

class Errands {
  public:
    static constexpr double shown_after = 0.3;  // seconds: what is done sooner needs no word

    Errands(Requests& requests, const Clock& clock) : requests_(requests), clock_(clock) {}

    // With the errand's own errors, or "errand-missing" (the second program could not be loaded), "errand-failed" (it
    // broke down), "cancelled".
    using Then = base::Callback<void(const Underway& errand, base::Result<exchange::Files> outcome)>;
    // language: in whose words, as file_of() says it.
    std::uint32_t send(const exchange::Errand& errand, std::string name, std::string_view language, Then then);
    void cancel(std::uint32_t request);
    void progress(std::uint32_t request, int percent);

    [[nodiscard]] std::size_t underway() const { return underway_.size(); }
    // The one that is being waited for: it has taken long enough to be told of. Null: none.
    [[nodiscard]] const Underway* waited_for() const;
    [[nodiscard]] double due_in() const;  // until there is one; negative: not by waiting

  private:
    struct Entry {
        Underway errand;
        Then then;
    };
    std::vector<Entry>::iterator find(std::uint32_t request);

    Requests& requests_;
    const Clock& clock_;
    std::vector<Entry> underway_;  // oldest first, which is the order in which they are done
};

}  // namespace app
