#include "report/plan_document.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "report/chapters.hpp"

namespace report {
namespace {
using model::ApprovalRole;
using model::ApprovalStep;
using model::Cover;
using model::RecordType;
using model::SectionPlace;

void front(Builder& b) {
    const Cover& cover = b.plan().cover();
    const std::string title = b.take<&Cover::title>(cover);
    b.block(Title{title.empty() ? b.word("report.untitled") : title, b.take<&Cover::organizer>(cover)});
    KeyValues facts;
    const auto fact = [&]<auto Member>() {
        add_fact(facts, b.label<Member>(), b.take<Member>(cover));
    };
    fact.operator()<&Cover::department>();
    fact.operator()<&Cover::number>();
    fact.operator()<&Cover::version>();
    fact.operator()<&Cover::effective_on>();
    fact.operator()<&Cover::replaces>();
    fact.operator()<&Cover::interpreter>();
    fact.operator()<&Cover::addressee>();
    const std::string start = b.take<&Cover::start>(cover), finish = b.take<&Cover::finish>(cover);
    add_fact(facts, b.word("report.period"), range_text(b.words(), start, finish));
    add_fact(facts, b.label<&Cover::preparer>(), b.take<&Cover::preparer>(cover));
    add_fact(facts, b.label<&Cover::reviewer>(), b.take<&Cover::reviewer>(cover));
    add_fact(facts, b.label<&Cover::approver>(), b.take<&Cover::approver>(cover));
    add_fact(facts, b.label<&Cover::prepared_on>(), when_text<&Cover::prepared_on, &Cover::prepared_words>(b, cover));
    fact.operator()<&Cover::author>();
    fact.operator()<&Cover::issued_on>();
    fact.operator()<&Cover::contact>();
    fact.operator()<&Cover::kind>();
    add_fact(facts, b.label<&Cover::status>(), b.take<&Cover::status>(cover));
    add_fact(facts, b.label<&Cover::revision>(), b.take<&Cover::revision>(cover));
    b.block(std::move(facts));
}

void introduction(Builder& b) {
    b.heading(1, b.word("report.introduction"));
    const std::string text = b.take<&Cover::introduction>(b.plan().cover());
    text.empty() ? b.missing() : b.paragraphs(text);
}

// Rows of cells parted by |, the first of which is the head; every row gets as many cells as the longest.
template <auto Rows, class Record> void text_table(Builder& b, const Record& record) {
    b.skip<Rows>(record);
    std::vector<std::vector<std::string>> rows;
    std::size_t width = 0;
    for (const std::string& line : record.*Rows) {
        std::vector<std::string>& cells = rows.emplace_back();
        for (const std::string_view cell : base::split(line, '|')) cells.push_back(plain_text(base::trim(cell)));
        width = std::max(width, cells.size());
    }
    if (width == 0) return;
    Table table;
    table.name = "section";
    for (std::vector<std::string>& cells : rows) cells.resize(width);
    for (std::string& head : rows.front()) table.columns.push_back({std::move(head), 10, Align::Left});
    for (std::size_t row = 1; row < rows.size(); ++row) table.rows.emplace_back(rows[row].begin(), rows[row].end());
    b.block(std::move(table));
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
        b.keep_headings();
        b.paragraphs(body);
        text_table<&model::Section::table>(b, section);
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

// What belongs to the document without being part of its text.
void attached_texts(Builder& b) {
    using model::Attachment;
    for (const Attachment* one : model::in_order<Attachment>(b.plan())) {
        b.heading(1, b.take<&Attachment::title>(*one));
        b.keep_headings();
        b.paragraphs<&Attachment::text>(*one);
        text_table<&Attachment::table>(b, *one);
    }
}

// Chapters that were added.
void own_chapters(Builder& b) {
    using model::Chapter;
    for (const Chapter* one : model::in_order<Chapter>(b.plan())) {
        b.heading(1, b.take<&Chapter::title>(*one));
        if (!one->title.empty()) b.keep_headings();
        b.paragraphs<&Chapter::text>(*one);
    }
}

// 第一章 … with the articles numbered through the whole text.
void clauses(Builder& b) {
    using model::Clause;
    for (const auto& [row, depth] : reading_tree(b.plan(), RecordType::Clause)) {
        const auto& clause = static_cast<const Clause&>(*row);
        b.skip<&Clause::parent>(clause);
        if (const std::string title = b.take<&Clause::title>(clause); !title.empty())
            b.heading(std::min(depth, 3) + 1, title);
        b.keep_headings();
        b.paragraphs<&Clause::text>(clause);
    }
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

std::string cover_author(const model::Plan& plan) {
    const Cover& cover = plan.cover();
    return plain_text(cover.department.empty() ? cover.organizer : cover.department);
}

Document plan_document(const model::Plan& plan, const base::Words& words, base::Date today, const Release& release) {
    Builder b(plan, words, release);
    front(b);
    introduction(b);
    sections(b, SectionPlace::BeforeGoals);
    clauses(b);
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
    own_chapters(b);
    conclusion(b);
    sections(b, SectionPlace::Appendix);
    attachments(b);
    attached_texts(b);
    records_chapter(b);
    b.heading(1, b.word("report.leftovers"));
    b.leftovers(2);
    b.end_headings();
    signatures(b);
    if (release.internal) b.block(Paragraph{{}, words("report.made", {date_text(words, today)}), Tone::Note});
    Document document = b.finish();
    document.contents = b.word("report.contents");
    document.subject = b.word("report.plan");
    document.author = cover_author(plan);
    document.title = plan.cover().title.empty() ? b.word("report.untitled") : plain_text(plan.cover().title);
    return document;
}

}  // namespace report
