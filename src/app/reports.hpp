// app/reports.hpp: the open plan's reports: the one that the reports page shows, kept up to date while somebody looks
// at it, and those that go out as files. All are made by the second program.
#pragma once

#include <optional>
#include <string>

#include "app/desk.hpp"
#include "app/document.hpp"
#include "app/errands.hpp"

namespace app {

using exchange::Subject;

class Reports {
  public:
    struct Uses {  // all of them outlive the reports
        const Clock& clock;
        const Document& document;
        Requests& requests;
        Errands& errands;
        Desk& desk;
    };
    explicit Reports(const Uses& uses) : with_(uses) {}

    // ---- what the page reads
    // Of the subject that is shown; may be that of a moment ago while a newer one is made. "": none yet.
    [[nodiscard]] const std::string& html() const;
    // Why there is none; null: no reason, it is on its way.
    [[nodiscard]] const base::Error* failure() const;
    [[nodiscard]] bool up_to_date() const;  // html() is that of the plan as it stands

    // ---- what happens
    void frame();  // while the page is looked at
    void try_again() { failed_.reset(); }
    void print();  // what is shown
    void download(const exchange::Format& format);

  private:
    // What a report is made of.
    struct Source {
        model::Plan plan;
        Subject subject = Subject::Plan;
        Id inspection;
        base::Date today;
        Language language = Language::Simplified;
        [[nodiscard]] bool same(const Source& other) const;
    };
    [[nodiscard]] Source source() const;
    [[nodiscard]] exchange::Errand errand(std::string_view format) const;
    [[nodiscard]] std::string name(std::string_view ending) const;
    void made(base::Result<exchange::Files> outcome);

    Uses with_;
    std::optional<Source> making_, made_, failed_;
    std::string html_;   // of made_
    base::Error error_;  // of failed_
};

// The round that is shown, if it is still there; else empty, which is the newest.
Id shown_round(const View& view, const model::Plan& plan);

}  // namespace app
