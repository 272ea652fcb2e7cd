#include "app/replacement.hpp"

#include "base/text.hpp"
#include "revision/diff.hpp"

namespace app {
namespace {
using model::Plan;

void take(Trace& newest, base::Moment when, bool has_time, std::string who) {
    if (when && when >= newest.when) newest = {when, has_time, std::move(who)};
}

void take_day(Trace& newest, const Plan& plan, base::Date day, const model::Ref<model::Person>& person) {
    if (day) take(newest, base::Moment::at(day, 0, 0), false, model::title_of(plan, model::RecordType::Person, person));
}

std::string text_of(base::Moment when, bool has_time) {
    return has_time ? base::replace_all(when.iso(), "T", " ") : when.date().iso();
}

std::string trace_text(const base::Words& words, const Trace& trace) {
    if (!trace.when) return std::string(words("dialog.import.no-trace"));
    const std::string when = text_of(trace.when, trace.has_time);
    return trace.who.empty() ? words("dialog.import.trace-of-nobody", {when})
                             : words("dialog.import.trace", {when, trace.who});
}
}  // namespace

Trace last_trace(const Plan& plan) {
    Trace newest;
    const model::Cover& cover = plan.cover();
    take_day(newest, plan, cover.prepared_on, cover.preparer);
    for (const auto& step : plan.rows<model::ApprovalStep>()) take_day(newest, plan, step.date, step.person);
    for (const auto& step : plan.rows<model::ReviewStep>()) take_day(newest, plan, step.date, step.reviewer);
    for (const auto& change : plan.rows<model::StateChange>()) take_day(newest, plan, change.date, change.by);
    for (const auto& comment : plan.rows<model::Comment>()) take(newest, comment.written_at, true, comment.author);
    return newest;
}

Replacement replacement_of(const base::Words& words, const Plan& here, base::Moment saved, const Plan& there) {
    const Trace trace_here = last_trace(here), trace_there = last_trace(there);
    Replacement replacement;
    replacement.here = words("dialog.import.here",
                             {here.cover().title, saved ? text_of(saved, true) : "—", trace_text(words, trace_here)});
    replacement.there = words("dialog.import.there", {there.cover().title, trace_text(words, trace_there)});
    std::size_t changed = 0;
    const revision::Diff diff = revision::diff(here, there);
    for (const revision::RowChange& change : diff.rows) changed += change.before && change.after ? 1 : 0;
    const revision::Counts counts = revision::counts(diff);
    replacement.rows = words("dialog.import.rows",
                             {std::to_string(counts.removed), std::to_string(counts.added), std::to_string(changed)});
    const base::Moment last_here = std::max(saved, trace_here.when);
    if (trace_there.when > last_here)
        replacement.newer = words("dialog.import.newer-there");
    else if (trace_there.when && trace_there.when < last_here)
        replacement.newer = words("dialog.import.newer-here");
    return replacement;
}

}  // namespace app
