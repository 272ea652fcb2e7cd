// What the program makes of a plan: its checks, numbers, schedule, reports, JSON, differences and merges with the next
// plan, now and then a workbook. Built natively and as WebAssembly; differential.test.mjs compares. `plan_digest FIRST
// COUNT` prints a line of checksums for each plan, `plan_digest show NUMBER` all of one.
#include <charconv>
#include <concepts>
#include <iostream>

#include "analysis/schedule.hpp"
#include "app/derived.hpp"
#include "base/checksum.hpp"
#include "base/zip.hpp"
#include "codec/plan_json.hpp"
#include "model/integrity.hpp"
#include "office/xlsx.hpp"
#include "report/diff_text.hpp"
#include "report/html.hpp"
#include "report/inspection_document.hpp"
#include "report/markdown.hpp"
#include "report/merge_text.hpp"
#include "report/plan_document.hpp"
#include "support/languages.hpp"
#include "support/random_edit.hpp"
#include "wasm/plan_cases.hpp"

namespace {
struct Subject {
    std::uint64_t number;
    wasm_test::PlanCase one, next;

    // Each plan in one language: a third in each.
    [[nodiscard]] const base::Words& words() const { return support::languages()[number % 3].words; }
};

void append(std::string& text, std::string_view cell) {
    text += cell;
}
void append(std::string& text, std::integral auto cell) {
    text += std::to_string(cell);
}
// One line.
void add(std::string& text, const auto&... cells) {
    ((append(text, cells), text += '\t'), ...);
    text += '\n';
}

std::string checks(const Subject& subject) {
    const auto& one = subject.one;
    const base::Words& words = subject.words();
    std::string text;
    for (const analysis::Issue& issue : analysis::check(one.plan, one.today)) {
        add(text, issue.rule, issue.id.text(), issue.field ? issue.field->name : "",
            analysis::sentence(words, one.plan, issue), analysis::help(words, issue));
        if (const auto fix = analysis::fix_of(one.plan, one.today, issue))
            add(text, "fix", fix->id.text(), fix->field->name, fix->value.index());
    }
    return text;
}

void add_counts(std::string& text, std::string_view name, const analysis::LedgerCounts& counts) {
    add(text, name, counts.total, counts.open, counts.rectifying, counts.awaiting, counts.closed, counts.returned,
        counts.overdue, counts.ongoing, counts.completion().percent(), counts.closing().percent());
}

std::string numbers(const Subject& subject) {
    const auto& one = subject.one;
    std::string text;
    app::Derived derived;
    derived.follow(one.plan, one.today);
    for (double seconds = 0; derived.work(seconds, false) >= 0;) ++seconds;
    const app::Outline& outline = derived.outline();
    for (const analysis::OutlineRow& row : outline.rows)
        add(text, row.code, row.task->id.text(), row.start.iso(), row.finish.iso(), row.progress, row.days);
    const app::CheckResult& check = derived.check();
    add(text, "sum", outline.progress, outline.top_level, check.errors, check.overdue);
    for (const auto& [section, count] : check.by_section) add(text, section, count);
    const analysis::LedgerNumbers& ledger = derived.ledger();
    add_counts(text, "ledger", ledger);
    for (const auto& group : ledger.by_category) add_counts(text, group.name, group.counts);
    for (const auto& group : ledger.by_unit) add_counts(text, group.name, group.counts);
    for (const analysis::IndicatorState& state : derived.indicators())
        add(text, state.indicator->id.text(), name_of(state.status), state.way_percent.value_or(-1));
    for (const analysis::RiskState& state : derived.risks())
        add(text, state.risk->id.text(), state.inherent, state.residual, name_of(state.status), state.overdue);
    return text;
}

std::string days(const analysis::ScheduledTask& task) {
    return task.early_start.iso() + " " + task.early_finish.iso() + " " + task.late_start.iso() + " " +
           task.late_finish.iso();
}

std::string schedules(const Subject& subject) {
    const model::Plan& plan = subject.one.plan;
    const analysis::Calendar calendar = analysis::calendar_for(plan);
    const std::vector<analysis::OutlineRow> rows = analysis::outline(plan, calendar);
    const analysis::Network network(plan, rows, analysis::OutlineIndex(rows));
    std::string text;
    for (const bool ignores_dates : {false, true}) {
        analysis::ScheduleOptions how = analysis::schedule_options(plan);
        how.ignore_dates = ignores_dates;
        const analysis::Schedule made = analysis::schedule(network, calendar, how);
        add(text, ignores_dates ? "without own starts" : "with own starts", made.finish.iso(), made.loops.size());
        for (const analysis::ScheduledTask& task : made.tasks)
            add(text, days(task), task.total_float, task.free_float, task.critical, task.slip.value_or(-1),
                task.slip.has_value(), task.driver);
    }
    return text;
}

std::string reports(const Subject& subject) {
    const auto& one = subject.one;
    const report::Document plan = report::plan_document(one.plan, subject.words(), one.today.day);
    std::string text = report::to_html(plan) + report::to_markdown(plan);
    const model::Id round = report::latest_inspection(one.plan);
    if (const auto document = report::inspection_document(one.plan, round, subject.words(), one.today.day))
        text += report::to_html(*document) + report::to_markdown(*document);
    return text;
}

std::string json(const Subject& subject) {
    const std::string written = codec::encode_plan(subject.one.plan);
    const auto read = codec::decode_plan(written);
    return written + codec::canonical_plan(subject.one.plan) + "\n" +
           (read ? codec::canonical_plan(*read) : read.error().code + " " + read.error().subject) + "\n";
}

// What takes long is made of every few plans only; in all languages, because these numbers and 3 have no divisor in
// common.
constexpr std::uint64_t each_diff = 2, each_merge = 4, each_workbook = 20;

std::string differences(const Subject& subject) {
    if (subject.number % each_diff != 0) return "";
    const model::Plan& one = subject.one.plan;
    return report::diff_text(subject.words(), one, subject.next.plan, revision::diff(one, subject.next.plan));
}

// The next plan as what somebody else made of this one, while it was edited here. Only of plans that could be read from
// a file: the examples without one of their tables are not.
std::string merges(const Subject& subject) {
    const model::Plan& base = subject.one.plan;
    if (subject.number % each_merge != 0) return "";
    if (!model::check_links(base) || !model::check_links(subject.next.plan)) return "";
    model::Plan theirs = subject.next.plan;
    theirs.id = base.id;
    support::Random random(subject.number);
    const model::Plan ours = support::random_edits(random, base, 6);
    std::string text;
    for (const bool has_base : {true, false}) {
        const revision::Merged merged =
            has_base ? revision::merge(base, ours, theirs) : revision::merge_without_base(ours, theirs);
        text += report::merge_text(subject.words(), has_base, merged) + codec::canonical_plan(merged.plan) + "\n";
    }
    return text;
}

// The files in it and the bytes that they make.
std::string workbook(const Subject& subject) {
    if (subject.number % each_workbook != 0) return "";
    const auto& one = subject.one;
    const auto book =
        office::to_xlsx(report::plan_document(one.plan, subject.words(), one.today.day), {}, one.today.now);
    if (!book) return book.error().code;
    std::string text;
    if (const auto files = base::read_zip(*book))
        for (const base::ZipEntry& file : *files) add(text, file.name, file.bytes);
    add(text, base::crc64(*book));
    return text;
}

struct Part {
    const char* name;
    std::string (*text)(const Subject&);
};
constexpr Part parts[] = {{"checks", checks}, {"numbers", numbers},  {"schedule", schedules}, {"reports", reports},
                          {"json", json},     {"diff", differences}, {"merge", merges},       {"xlsx", workbook}};

std::uint64_t number(std::string_view text) {
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void show(std::uint64_t which) {
    const Subject subject{which, wasm_test::plan_case(which), wasm_test::plan_case(which + 1)};
    std::cout << subject.one.what << ", " << subject.one.today.day.iso() << "\n";
    for (const Part& part : parts) std::cout << "==== " << part.name << "\n" << part.text(subject);
}

void print_digests(std::uint64_t first, std::uint64_t count) {
    Subject subject{first, {}, {}};
    for (std::uint64_t which = first; which < first + count; ++which) {
        // Before anything is computed, so that the last line names the plan at which a program ended.
        std::cout << which << std::flush;
        subject.number = which;
        subject.one = which == first ? wasm_test::plan_case(which) : std::move(subject.next);
        subject.next = wasm_test::plan_case(which + 1);
        for (const Part& part : parts)
            std::cout << ' ' << part.name << ':' << base::crc64(part.text(subject)) << std::flush;
        std::cout << '\n';
    }
}
}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return 3;
    if (std::string_view(arguments[1]) == "show")
        show(number(arguments[2]));
    else
        print_digests(number(arguments[1]), number(arguments[2]));
    return 0;
}
