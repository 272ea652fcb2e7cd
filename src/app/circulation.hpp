// app/circulation.hpp: a plan that passes between author, reviewer and approver: sent as a version that comes back
// mergeable, merged with what comes back, signed, and what its signatures still say. The second program does the work.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/commands.hpp"
#include "app/desk.hpp"
#include "app/document.hpp"
#include "app/errands.hpp"

namespace app {

// A place of which both sides made something else. Ours was kept.
struct Clash {
    const model::RecordInfo* record = nullptr;  // null: the plan itself
    Id id;
    std::string member;  // a field, "order", or "": the row as a whole
    std::string text;    // in words
    bool choosable = false, theirs_taken = false;
};

// What a copy would bring into the plan that is kept here.
struct Coming {
    model::Plan ours, theirs, merged;
    bool has_ancestor = false;
    std::string changes;  // in words, a line each
    std::vector<Clash> clashes;
};

// What of a plan goes out with its file, in numbers.
struct Contained {
    std::size_t people = 0, reachable = 0, comments = 0, signatures = 0, versions = 0;  // reachable: telephone or mail
};
Contained contained_in(const model::Plan& plan);

class Circulation {
  public:
    struct Uses {
        const Clock& clock;
        base::IdSource& ids;
        const Document& document;
        Requests& requests;
        Errands& errands;
        Commands& commands;
        Desk& desk;
    };
    explicit Circulation(const Uses& uses) : with_(uses) {}

    // ---- what panels read
    [[nodiscard]] const Coming* coming() const { return coming_ ? &*coming_ : nullptr; }
    [[nodiscard]] bool comparing() const { return comparing_; }

    // ---- what commands ask for; with_.commands gets what it comes to
    void share(const SharePlan& wanted, std::string file_name);
    void compare(model::Plan ours, model::Plan theirs);  // a dialog asks meanwhile
    void take_theirs(std::size_t clash);                 // of the merge that was done
    void sign(const SignPlan& wanted);
    void verify();
    void forget() { coming_.reset(); }

  private:
    std::uint32_t send(exchange::Operation operation, std::string bytes, Errands::Then then);
    bool failed(const base::Result<exchange::Files>& outcome);  // says why
    void compared(base::Result<exchange::Files> outcome);

    Uses with_;
    std::optional<Coming> coming_;
    model::Plan sent_;                            // to be recorded or signed
    std::string file_name_;                       // … and handed out
    std::uint32_t last_ = 0, compared_last_ = 0;  // requests; an answer to an earlier one comes too late
    bool comparing_ = false;
};

}  // namespace app
