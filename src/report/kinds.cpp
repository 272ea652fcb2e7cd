#include "report/kinds.hpp"

#include <algorithm>
#include <array>

#include "report/inspection_document.hpp"
#include "report/kind_documents.hpp"
#include "report/plan_document.hpp"

namespace report {
namespace {
struct KindRow {
    KindInfo info;
    base::Result<Document> (*make)(const DocumentRequest& request);
};

base::Result<Document> whole_plan(const DocumentRequest& request) {
    return plan_document(request.plan, request.words, request.today, request.release);
}
base::Result<Document> whole_round(const DocumentRequest& request) {
    return inspection_document(request.plan, request.inspection, request.words, request.today, request.release);
}

// In the order of DocumentKind.
constexpr std::array<KindRow, 11> rows{{{{"plan", "task", false, false}, whole_plan},
                                        {{"inspection", "finding", true, true}, whole_round},
                                        {{"ledger", "finding", true, true}, ledger_document},
                                        {{"notice", "finding", true, true}, notice_document},
                                        {{"circular", "finding", true, true}, circular_document},
                                        {{"risks", "risk", false, false}, risks_document},
                                        {{"communication", "communication", false, false}, communication_document},
                                        {{"tasks", "task", false, false}, tasks_document},
                                        {{"indicators", "indicator", false, true}, indicators_document},
                                        {{"progress", "task", false, true}, progress_document},
                                        {{"summary", "milestone", false, true}, summary_document}}};
constexpr std::array<KindInfo, rows.size()> kind_infos = [] {
    std::array<KindInfo, rows.size()> all{};
    for (std::size_t i = 0; i < rows.size(); ++i) all[i] = rows[i].info;
    return all;
}();
}  // namespace

std::span<const KindInfo> document_kinds() {
    return kind_infos;
}

const KindInfo& info_of(DocumentKind kind) {
    return kind_infos[static_cast<std::size_t>(kind)];
}

const KindInfo* find_kind(std::string_view id, DocumentKind& kind) {
    const auto found = std::ranges::find(kind_infos, id, &KindInfo::id);
    if (found == kind_infos.end()) return nullptr;
    kind = static_cast<DocumentKind>(found - kind_infos.begin());
    return &*found;
}

base::Result<Document> make_document(const DocumentRequest& request) {
    const KindRow& row = rows[static_cast<std::size_t>(request.kind)];
    const Release release = release_of(request.profile, row.info.about_progress);
    const model::Plan plan = released_plan(request.plan, release);
    DocumentRequest released{plan,         request.words,   request.today, request.kind, request.inspection,
                             request.unit, request.profile, release};
    if (row.info.of_round) {
        if (released.inspection.empty()) released.inspection = latest_inspection(plan);
        if (!plan.rows<model::Inspection>().find(released.inspection))
            return base::Error{"inspection-missing", released.inspection.str(), {}};
    }
    return row.make(released);
}

}  // namespace report
