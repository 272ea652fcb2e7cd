#include "app/reports.hpp"

#include "app/file_name.hpp"
#include "codec/plan_json.hpp"

namespace app {

Id shown_round(const View& view, const model::Plan& plan) {
    return view.inspection && plan.rows<model::Inspection>().find(view.inspection) ? view.inspection : Id{};
}

bool Reports::Source::same(const Source& other) const {
    return plan.same(other.plan) && subject == other.subject && inspection == other.inspection &&
           today == other.today && language == other.language;
}

Reports::Source Reports::source() const {
    const model::Plan& plan = with_.document.plan();
    const View& view = with_.desk.view();
    return {plan, view.report, shown_round(view, plan), with_.clock.today.day, with_.desk.language()};
}

const std::string& Reports::html() const {
    static const std::string none;
    // Another plan or another kind of report is not that of a moment ago.
    const bool fits = made_ && with_.document.shows(made_->plan.id) && made_->subject == with_.desk.view().report;
    return fits ? html_ : none;
}

const base::Error* Reports::failure() const {
    return failed_ && failed_->same(source()) ? &error_ : nullptr;
}

bool Reports::up_to_date() const {
    return made_ && made_->same(source());
}

exchange::Errand Reports::errand(std::string_view format) const {
    const Source from = source();
    return {.format = std::string(format),
            .bytes = codec::encode_plan(from.plan),
            .now = base::Moment::at(from.today, 0, 0),
            .subject = from.subject,
            .inspection = from.inspection};
}

std::string Reports::name(std::string_view ending) const {
    const base::Words& words = with_.desk.words();
    const std::string_view what =
        words(with_.desk.view().report == Subject::Plan ? "report.plan" : "report.inspection");
    return file_name(with_.document.plan().cover().title, words("app.name"),
                     "-" + std::string(what) + std::string(ending));
}

void Reports::frame() {
    // One at a time: what has changed meanwhile is made next.
    if (making_ || up_to_date() || failure()) return;
    if (with_.desk.view().report == Subject::Inspection && with_.document.plan().rows<model::Inspection>().empty())
        return;
    making_ = source();
    with_.errands.send(errand("html"), name(""), file_of(with_.desk.language()),
                       [this](const Underway&, base::Result<exchange::Files> outcome) { made(std::move(outcome)); });
}

void Reports::made(base::Result<exchange::Files> outcome) {
    if (outcome) {
        html_ = std::move(std::move(outcome).value().front());
        made_ = std::exchange(making_, std::nullopt);
        failed_.reset();
    } else {
        error_ = outcome.error();
        failed_ = std::exchange(making_, std::nullopt);
    }
}

void Reports::print() {
    if (!html().empty()) with_.requests.send(PrintHtml{name(""), html()});
}

void Reports::download(const exchange::Format& format) {
    with_.errands.send(
        errand(format.id), name(format.extension), file_of(with_.desk.language()),
        [this, &format](const Underway& errand, base::Result<exchange::Files> outcome) {
            if (!outcome) {
                if (outcome.error().code != "cancelled") with_.desk.say_error(outcome.error());
                return;
            }
            const bool is_text = format.mime.starts_with("text/");
            with_.requests.send(DownloadFile{errand.name, std::string(format.mime) + (is_text ? ";charset=utf-8" : ""),
                                             std::move(std::move(outcome).value().front())});
            with_.desk.say(with_.desk.words()("message.exported", {errand.name}));
        });
}

}  // namespace app
