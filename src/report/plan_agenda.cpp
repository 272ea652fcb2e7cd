#include <algorithm>

#include "base/text.hpp"
#include "report/agenda.hpp"
#include "report/chapters.hpp"
#include "report/field_text.hpp"

namespace report {
namespace {
using base::Date;
using model::field_of;
using model::FieldInfo;
using model::Row;

constexpr std::size_t longest_summary = 100;  // characters; the whole text stands in the description then

enum class Standing : std::uint8_t { Due, Done, Cancelled };

std::string shortened(std::string_view text) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && count < longest_summary; ++count) base::next_code_point(text, at);
    return at == text.size() ? std::string(text) : std::string(text.substr(0, at)) + "…";
}

class AgendaBuilder {
  public:
    AgendaBuilder(const model::Plan& plan, const base::Words& words, Date today)
        : plan_(plan), words_(words), today_(today), calendar_(analysis::calendar_for(plan)) {
        agenda_.language = words("report.language");
        agenda_.made_on = today;
        agenda_.title = plan.cover().title.empty() ? std::string(words("report.untitled"))
                                                   : base::replace_all(plain_text(plan.cover().title), "\n", " ");
    }

    using Fields = std::initializer_list<const FieldInfo*>;

    // What the event is called: the row's title in the words of `key`, unless that is "". part: tells apart the events
    // of one row.
    template <class T>
    void add(const T& row, std::string_view key, Date first, Date last, Standing standing, const Fields& fields,
             std::string_view part = {}) {
        if (first.empty() && last.empty()) return;
        Event event = started(model::record(T::type), row, key, standing, fields, part);
        event.first = first.empty() ? last : first;
        event.last = std::max(event.first, last);
        agenda_.events.push_back(std::move(event));
    }
    template <class T>
    void add_recurring(const T& row, std::string_view key, std::string_view frequency, const Fields& fields,
                       std::string_view part = {}) {
        const auto read = base::read_frequency(frequency);
        if (!read) return;
        const Date from = plan_.cover().start.empty() ? today_ : plan_.cover().start;
        auto recurring = recurring_from(from, plan_.cover().finish, *read, calendar_);
        if (!recurring) return;
        Event event = started(model::record(T::type), row, key, Standing::Due, fields, part);
        event.first = event.last = recurring->first;
        event.recurrence = std::move(recurring->recurrence);
        agenda_.events.push_back(std::move(event));
    }
    Agenda finish() { return std::move(agenda_); }

  private:
    Event started(const model::RecordInfo& info, const Row& row, std::string_view key, Standing standing,
                  const Fields& fields, std::string_view part) {
        Event event;
        event.uid = std::string(part) + (part.empty() ? "" : "-") + std::string(info.name) + "-" + row.id.str() + "@" +
                    plan_.id.str() + ".fanglue";
        const std::string record(words_("record." + std::string(info.name)));
        std::string title = plain_text(model::title_of(info, row));
        if (title.empty()) title = record;
        const std::string one_line = shortened(base::replace_all(title, "\n", " "));
        event.summary = key.empty() ? one_line : words_(key, {one_line});
        if (standing == Standing::Done) event.summary = words_("agenda.done", {event.summary});
        event.category = record;
        event.is_cancelled = standing == Standing::Cancelled;
        if (one_line != title) event.description = title;
        for (const FieldInfo* field : fields) {
            const std::string text = field_text(plan_, words_, info, row, *field);
            if (text.empty()) continue;
            if (!event.description.empty()) event.description += '\n';
            event.description += field_label(words_, info, *field);
            event.description += words_("report.label-end");
            event.description += text;
        }
        return event;
    }

    const model::Plan& plan_;
    const base::Words& words_;
    Date today_;
    analysis::Calendar calendar_;
    Agenda agenda_;
};

Standing done_if(bool is_done) {
    return is_done ? Standing::Done : Standing::Due;
}

void work_days(AgendaBuilder& agenda, const model::Plan& plan) {
    using model::Task;
    for (const Row* row : reading_order(plan, Task::type)) {
        const auto& task = static_cast<const Task&>(*row);
        const bool is_cancelled = task.status == model::TaskStatus::Cancelled;
        agenda.add(task, {}, task.start, task.finish,
                   is_cancelled ? Standing::Cancelled : done_if(task.status == model::TaskStatus::Done),
                   {&field_of<&Task::owner>(), &field_of<&Task::participants>(), &field_of<&Task::status>(),
                    &field_of<&Task::progress>(), &field_of<&Task::description>()});
    }
    using model::Milestone;
    for (const Milestone* one : model::in_order<Milestone>(plan))
        agenda.add(*one, "agenda.milestone", one->date, {}, done_if(!one->reached_on.empty()),
                   {&field_of<&Milestone::task>(), &field_of<&Milestone::note>()});
    using model::Goal;
    for (const Goal* one : model::in_order<Goal>(plan))
        agenda.add(*one, "agenda.goal", one->due, {}, Standing::Due, {&field_of<&Goal::services>()});
    using model::Indicator;
    for (const Indicator* one : model::in_order<Indicator>(plan))
        agenda.add(*one, "agenda.indicator", one->target_on, {}, Standing::Due,
                   {&field_of<&Indicator::target>(), &field_of<&Indicator::unit>(), &field_of<&Indicator::owner>()});
    using model::RiskResponse;
    for (const RiskResponse* one : model::in_order<RiskResponse>(plan)) {
        const bool is_dropped = one->state == model::ResponseState::Dropped;
        agenda.add(*one, "agenda.response", one->due, {},
                   is_dropped ? Standing::Cancelled : done_if(one->state == model::ResponseState::Effective),
                   {&field_of<&RiskResponse::risk>(), &field_of<&RiskResponse::owner>()});
        if (one->due.empty() && !is_dropped)
            agenda.add_recurring(*one, "agenda.response", one->timing,
                                 {&field_of<&RiskResponse::risk>(), &field_of<&RiskResponse::owner>()});
    }
    using model::RiskAssurance;
    const auto& assurance = plan.single<RiskAssurance>();
    agenda.add(assurance, {}, assurance.due, {}, Standing::Due,
               {&field_of<&RiskAssurance::action>(), &field_of<&RiskAssurance::owner>()});
    using model::Publication;
    for (const Publication* one : model::in_order<Publication>(plan)) {
        const bool is_withdrawn = one->state == model::PublicationState::Withdrawn;
        agenda.add(*one, "agenda.publication", one->planned_on, {},
                   is_withdrawn ? Standing::Cancelled : done_if(one->state == model::PublicationState::Published),
                   {&field_of<&Publication::account>(), &field_of<&Publication::author>()});
    }
}

void rectification_days(AgendaBuilder& agenda, const model::Plan& plan) {
    using model::Finding, model::Inspection, model::Measure;
    for (const Inspection* one : model::in_order<Inspection>(plan))
        agenda.add(*one, {}, one->date, {}, Standing::Due,
                   {&field_of<&Inspection::inspectors>(), &field_of<&Inspection::scope>()});
    for (const Finding* one : model::in_order<Finding>(plan)) {
        const bool is_closed = one->state == model::FindingState::Closed;
        const bool is_done = is_closed || one->state == model::FindingState::AwaitingAcceptance;
        agenda.add(*one, "agenda.finding", one->deadline, {}, done_if(is_done),
                   {&field_of<&Finding::unit>(), &field_of<&Finding::owner>(), &field_of<&Finding::verifier>(),
                    &field_of<&Finding::state>()});
        agenda.add_recurring(*one, "agenda.review", one->review_frequency,
                             {&field_of<&Finding::owner>(), &field_of<&Finding::verifier>()}, "review");
    }
    for (const Measure* one : model::in_order<Measure>(plan)) {
        agenda.add(*one, "agenda.measure", one->deadline, {}, done_if(!one->done_on.empty()),
                   {&field_of<&Measure::finding>(), &field_of<&Measure::owner>()});
        agenda.add_recurring(*one, "agenda.review", one->review_frequency,
                             {&field_of<&Measure::finding>(), &field_of<&Measure::owner>()}, "review");
    }
}

void standing_duties(AgendaBuilder& agenda, const model::Plan& plan) {
    using model::Communication, model::Monitoring, model::RecurringDuty;
    for (const Monitoring* one : model::in_order<Monitoring>(plan))
        agenda.add_recurring(*one, {}, one->frequency,
                             {&field_of<&Monitoring::kind>(), &field_of<&Monitoring::frequency>(),
                              &field_of<&Monitoring::participants>(), &field_of<&Monitoring::people>(),
                              &field_of<&Monitoring::owner>(), &field_of<&Monitoring::content>()});
    for (const RecurringDuty* one : model::in_order<RecurringDuty>(plan))
        agenda.add_recurring(*one, {}, one->frequency,
                             {&field_of<&RecurringDuty::frequency>(), &field_of<&RecurringDuty::owner>(),
                              &field_of<&RecurringDuty::unit>(), &field_of<&RecurringDuty::content>()});
    for (const Communication* one : model::in_order<Communication>(plan))
        agenda.add_recurring(*one, "agenda.communication", one->frequency,
                             {&field_of<&Communication::frequency>(), &field_of<&Communication::way>(),
                              &field_of<&Communication::owner>(), &field_of<&Communication::content>()});
}
}  // namespace

Agenda plan_agenda(const model::Plan& plan, const base::Words& words, Date today) {
    AgendaBuilder agenda(plan, words, today);
    work_days(agenda, plan);
    rectification_days(agenda, plan);
    standing_duties(agenda, plan);
    return agenda.finish();
}

}  // namespace report
