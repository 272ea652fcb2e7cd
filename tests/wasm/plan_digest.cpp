// What the program makes of a plan: its checks, numbers, reports and JSON. Built natively and as WebAssembly;
// differential.test.mjs compares. `plan_digest FIRST COUNT` prints a line of checksums for each plan, `plan_digest show
// NUMBER` all of one.
#include <charconv>
#include <concepts>
#include <iostream>

#include "app/derived.hpp"
#include "base/checksum.hpp"
#include "codec/plan_json.hpp"
#include "report/html.hpp"
#include "report/inspection_document.hpp"
#include "report/markdown.hpp"
#include "report/plan_document.hpp"
#include "wasm/plan_cases.hpp"

namespace {
using wasm_test::PlanCase;

const base::Words& words() {
    return base::Words::simplified_chinese();
}

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

std::string checks(const PlanCase& one) {
    std::string text;
    for (const analysis::Issue& issue : analysis::check(one.plan, one.today)) {
        add(text, issue.rule, issue.id.text(), issue.field ? issue.field->name : "",
            analysis::sentence(words(), one.plan, issue), analysis::help(words(), issue));
        if (const auto fix = analysis::fix_of(one.plan, one.today, issue))
            add(text, "fix", fix->id.text(), fix->field->name, fix->value.index());
    }
    return text;
}

void add_counts(std::string& text, std::string_view name, const analysis::LedgerCounts& counts) {
    add(text, name, counts.total, counts.open, counts.rectifying, counts.awaiting, counts.closed, counts.returned,
        counts.overdue, counts.ongoing, counts.completion().percent(), counts.closing().percent());
}

std::string numbers(const PlanCase& one) {
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

std::string reports(const PlanCase& one) {
    const report::Document plan = report::plan_document(one.plan, words(), one.today.day);
    std::string text = report::to_html(plan) + report::to_markdown(plan);
    const model::Id round = report::latest_inspection(one.plan);
    if (const auto document = report::inspection_document(one.plan, round, words(), one.today.day))
        text += report::to_html(*document) + report::to_markdown(*document);
    return text;
}

std::string json(const PlanCase& one) {
    const std::string written = codec::encode_plan(one.plan);
    const auto read = codec::decode_plan(written);
    return written + codec::canonical_plan(one.plan) + "\n" +
           (read ? codec::canonical_plan(*read) : read.error().code + " " + read.error().subject) + "\n";
}

struct Part {
    const char* name;
    std::string (*text)(const PlanCase&);
};
constexpr Part parts[] = {{"checks", checks}, {"numbers", numbers}, {"reports", reports}, {"json", json}};

std::uint64_t number(std::string_view text) {
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void show(std::uint64_t which) {
    const PlanCase one = wasm_test::plan_case(which);
    std::cout << one.what << ", " << one.today.day.iso() << "\n";
    for (const Part& part : parts) std::cout << "==== " << part.name << "\n" << part.text(one);
}

void print_digests(std::uint64_t first, std::uint64_t count) {
    for (std::uint64_t which = first; which < first + count; ++which) {
        // Before anything is computed, so that the last line names the plan at which a program ended.
        std::cout << which << std::flush;
        const PlanCase one = wasm_test::plan_case(which);
        for (const Part& part : parts)
            std::cout << ' ' << part.name << ':' << base::crc64(part.text(one)) << std::flush;
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
