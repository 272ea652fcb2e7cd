#include "view/overview.hpp"

namespace view {
namespace {
std::string severity_word(const base::Words& words, analysis::Severity severity) {
    return std::string(words("severity." + std::string(analysis::name_of(severity))));
}
}  // namespace

KeyFigures overview_figures(const app::Workspace& work) {
    const base::Words& words = work.words();
    const app::Derived& derived = work.derived();
    const analysis::LedgerNumbers& ledger = derived.ledger();
    const app::CheckResult& check = derived.check();
    const int progress = derived.outline().progress;
    return {
        {std::string(words("overview.tasks")), std::to_string(derived.outline().rows.size()), Tone::Neutral},
        {std::string(words("overview.progress")), progress >= 0 ? std::to_string(progress) + "%" : "—", Tone::Blue},
        {std::string(words("overview.errors")), check.finished ? std::to_string(check.errors) : "…",
         check.errors > 0 ? Tone::Red : Tone::Green},
        {std::string(words("overview.risks")), std::to_string(work.plan().table(RecordType::Risk).size()),
         Tone::Neutral},
        {std::string(words("overview.findings")),
         std::to_string(ledger.total - ledger.closed) + " / " + std::to_string(ledger.total),
         ledger.overdue > 0 ? Tone::Red : Tone::Neutral},
    };
}

std::optional<std::size_t> issue_count(const app::Workspace& work) {
    const app::CheckResult& check = work.derived().check();
    return check.finished ? std::optional(check.issues.size()) : std::nullopt;
}

std::vector<std::string> severity_words(const base::Words& words) {
    std::vector<std::string> all;
    for (const auto each : {analysis::Severity::Info, analysis::Severity::Warning, analysis::Severity::Error})
        all.push_back(severity_word(words, each));
    return all;
}

IssueLine issue_line(const app::Workspace& work, std::size_t place) {
    const base::Words& words = work.words();
    const analysis::Issue& issue = work.derived().check().issues[place];
    return {
        tone_of(issue.severity), severity_word(words, issue.severity), analysis::sentence(words, work.plan(), issue),
        std::string(words("section." + std::string(analysis::section_of(issue)))), app::Reveal{issue.record, issue.id}};
}

}  // namespace view
