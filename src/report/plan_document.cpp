#include "report/plan_document.hpp"

#include <algorithm>

#include "report/chapters.hpp"

namespace report {
namespace {
using model::ApprovalRole;
using model::ApprovalStep;
using model::Cover;
using model::SectionPlace;

void front(Builder& b) {
    const Cover& cover = b.plan().cover();
    const std::string title = b.take<&Cover::title>(cover);
    b.block(Title{title.empty() ? b.word("report.untitled") : title, b.take<&Cover::organizer>(cover)});
    KeyValues facts;
    add_fact(facts, b.label<&Cover::department>(), b.take<&Cover::department>(cover));
    const std::string start = b.take<&Cover::start>(cover), finish = b.take<&Cover::finish>(cover);
    add_fact(facts, b.word("report.period"), range_text(b.words(), start, finish));
    add_fact(facts, b.label<&Cover::preparer>(), b.take<&Cover::preparer>(cover));
    add_fact(facts, b.label<&Cover::reviewer>(), b.take<&Cover::reviewer>(cover));
    add_fact(facts, b.label<&Cover::approver>(), b.take<&Cover::approver>(cover));
    add_fact(facts, b.label<&Cover::prepared_on>(), b.take<&Cover::prepared_on>(cover));
    add_fact(facts, b.label<&Cover::status>(), b.take<&Cover::status>(cover));
    add_fact(facts, b.label<&Cover::revision>(), b.take<&Cover::revision>(cover));
    b.block(std::move(facts));
}

void introduction(Builder& b) {
    b.heading(1, b.word("report.introduction"));
    const std::string text = b.take<&Cover::introduction>(b.plan().cover());
    text.empty() ? b.missing() : b.paragraphs(text);
}

// Free sections with their children; a section stands where its topmost ancestor says.
void sections(Builder& b, SectionPlace place) {
    bool is_here = false;
    for (const auto& [row, depth] : reading_tree(b.plan(), model::RecordType::Section)) {
        const auto& section = static_cast<const model::Section&>(*row);
        if (depth == 0) is_here = section.place == place;
        if (!is_here) continue;
        b.skip<&model::Section::parent>(section);
        b.skip<&model::Section::place>(section);
        const std::string heading = b.take<&model::Section::heading>(section);
        const std::string body = b.take<&model::Section::body>(section);
        if (!heading.empty()) b.heading(std::min(depth, 4) + 1, heading);
        body.empty() ? b.keep_headings() : b.paragraphs(body);
    }
}

void conclusion(Builder& b) {
    const Cover& cover = b.plan().cover();
    b.heading(1, b.word("report.conclusion"));
    b.heading(2, b.label<&Cover::summary>());
    const std::string summary = b.take<&Cover::summary>(cover);
    summary.empty() ? b.missing() : b.paragraphs(summary);
    b.heading(2, b.label<&Cover::outlook>());
    b.paragraphs<&Cover::outlook>(cover);
    b.list<&Cover::outlook_items>(cover);
}

void attachments(Builder& b) {
    const Cover& cover = b.plan().cover();
    if (cover.attachments.empty()) return;
    b.heading(1, b.label<&Cover::attachments>());
    b.list<&Cover::attachments>(cover);
}

void signatures(Builder& b) {
    const Cover& cover = b.plan().cover();
    const auto line = [&](ApprovalRole role, const std::string& label, const std::string& name) {
        Signature::Line result{label, name, {}, {}};
        for (const ApprovalStep* step : model::in_order<ApprovalStep>(b.plan())) {
            if (step->role != role || step->decision == model::Decision::Pending) continue;
            const std::string opinion = b.take<&ApprovalStep::opinion>(*step);
            result.opinion = opinion.empty() ? b.take<&ApprovalStep::decision>(*step) : opinion;
            result.date = b.take<&ApprovalStep::date>(*step);
        }
        return result;
    };
    Signature signature;
    signature.lines.push_back(
        line(ApprovalRole::Prepare, b.label<&Cover::preparer>(), b.take<&Cover::preparer>(cover)));
    signature.lines.push_back(line(ApprovalRole::Review, b.label<&Cover::reviewer>(), b.take<&Cover::reviewer>(cover)));
    signature.lines.push_back(
        line(ApprovalRole::Approve, b.label<&Cover::approver>(), b.take<&Cover::approver>(cover)));
    b.block(std::move(signature));
}
}  // namespace

Document plan_document(const model::Plan& plan, const base::Words& words, base::Date today) {
    Builder b(plan, words);
    front(b);
    introduction(b);
    sections(b, SectionPlace::BeforeGoals);
    goals_chapter(b);
    sections(b, SectionPlace::AfterGoals);
    work_chapter(b);
    sections(b, SectionPlace::AfterTasks);
    risks_chapter(b);
    evaluation_chapter(b);
    communication_chapter(b);
    publishing_chapter(b);
    consortium_chapter(b);
    inspections_chapter(b, today);
    sections(b, SectionPlace::BeforeConclusion);
    conclusion(b);
    sections(b, SectionPlace::Appendix);
    attachments(b);
    records_chapter(b);
    b.heading(1, b.word("report.leftovers"));
    b.leftovers(2);
    b.end_headings();
    signatures(b);
    b.block(Paragraph{{}, words("report.made", {date_text(words, today, DateForm::Long)}), Tone::Note});
    Document document = b.finish();
    document.title = plan.cover().title.empty() ? b.word("report.untitled") : plain_text(plan.cover().title);
    return document;
}

}  // namespace report
