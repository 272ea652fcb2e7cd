// What can be wrong with the communication matrix and collaboration.
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::Collaboration;
using model::Communication;

void no_frequency(const CheckContext& context, Issues& issues) {
    for (const Communication& row : context.plan.rows<Communication>())
        if (row.frequency.empty() && !row.on_demand) issues.add<&Communication::frequency>(row);
}

void no_way_or_content(const CheckContext& context, Issues& issues) {
    for (const Communication& row : context.plan.rows<Communication>()) {
        if (row.way.empty()) issues.add<&Communication::way>(row);
        if (row.content.empty()) issues.add<&Communication::content>(row);
    }
}

void no_duties(const CheckContext& context, Issues& issues) {
    for (const Collaboration& row : context.plan.rows<Collaboration>())
        if (row.duties.empty()) issues.add<&Collaboration::duties>(row);
}

constexpr Rule table[] = {
    {"COMM-001", Severity::Warning, "communication", no_frequency},
    {"COMM-002", Severity::Info, "communication", no_way_or_content},
    {"COLL-001", Severity::Info, "communication", no_duties},
};
}  // namespace

std::span<const Rule> communication_rules() {
    return table;
}

}  // namespace analysis
