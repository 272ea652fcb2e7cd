// report/kinds.hpp: every kind of document that is made from a plan, and for whom: one row each. Writers, command line
// and page know them by this table only.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/words.hpp"
#include "model/plan.hpp"
#include "report/document.hpp"
#include "report/profile.hpp"

namespace report {

enum class DocumentKind : std::uint8_t {
    Plan,
    Inspection,
    Ledger,         // 整改台账
    Notice,         // 整改通知, to one department
    Circular,       // 整改情况通报
    Risks,          // the register
    Communication,  // the matrix
    Tasks,
    Indicators,
    Progress,  // of the month in which it is made
    Summary,   // one page
};

struct KindInfo {
    std::string_view id;     // words: "report.kind.ID"
    std::string_view table;  // the records that its own table lists
    bool of_round;           // about one round of self-inspection
    bool about_progress;     // says for everybody how far things are
};
std::span<const KindInfo> document_kinds();  // in the order of DocumentKind
const KindInfo& info_of(DocumentKind kind);
const KindInfo* find_kind(std::string_view id, DocumentKind& kind);  // null: no such kind

struct DocumentRequest {
    const model::Plan& plan;
    const base::Words& words;
    base::Date today;
    DocumentKind kind = DocumentKind::Plan;
    model::Id inspection = {};  // empty: the newest round
    std::string unit = {};      // of a notice: name or id; empty: the only one with open findings
    Profile profile = Profile::Working;
    Release release = {};  // what make_document takes the profile for
};

// Errors: "inspection-missing" (there is no such round), "unit-missing" (subject: the unit; detail: those that have
// something to rectify).
base::Result<Document> make_document(const DocumentRequest& request);

}  // namespace report
