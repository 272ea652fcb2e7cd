// What can be wrong with the communication matrix and collaboration.
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::Communication;

void no_frequency(const CheckContext& context, Issues& issues) {
    for (const Communication& row : context.plan.rows<Communication>())
        if (row.frequency.empty() && !row.on_demand) issues.add<&Communication::frequency>(row);
}

constexpr Rule table[] = {
    {"COMM-001", Severity::Warning, "communication", no_frequency},
};
}  // namespace

std::span<const Rule> communication_rules() {
    return table;
}

}  // namespace analysis
