// What can be wrong with monitoring mechanisms and evaluation criteria.
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::Criterion;
using model::Monitoring;

void no_frequency(const CheckContext& context, Issues& issues) {
    for (const Monitoring& row : context.plan.rows<Monitoring>())
        if (row.frequency.empty()) issues.add<&Monitoring::frequency>(row);
}

void nobody(const CheckContext& context, Issues& issues) {
    for (const Monitoring& row : context.plan.rows<Monitoring>())
        if (row.owner.empty() && row.submitted_by.empty() && row.participants.empty())
            issues.add<&Monitoring::owner>(row);
}

void submitted_to_oneself(const CheckContext& context, Issues& issues) {
    for (const Monitoring& row : context.plan.rows<Monitoring>())
        if (!row.submitted_by.empty() && row.submitted_by == row.submitted_to)
            issues.add<&Monitoring::submitted_to>(row, {context.person(row.submitted_to)});
}

void no_measures(const CheckContext& context, Issues& issues) {
    for (const Criterion& row : context.plan.rows<Criterion>())
        if (row.measures.empty() && row.indicators.empty()) issues.add<&Criterion::indicators>(row);
}

void no_time_or_method(const CheckContext& context, Issues& issues) {
    for (const Criterion& row : context.plan.rows<Criterion>()) {
        if (row.time_points.empty()) issues.add<&Criterion::time_points>(row);
        if (row.methods.empty()) issues.add<&Criterion::methods>(row);
    }
}

constexpr Rule table[] = {
    {"MON-001", Severity::Warning, "monitoring", no_frequency},
    {"MON-002", Severity::Warning, "monitoring", nobody},
    {"MON-003", Severity::Warning, "monitoring", submitted_to_oneself},
    {"CRIT-001", Severity::Warning, "monitoring", no_measures},
    {"CRIT-002", Severity::Info, "monitoring", no_time_or_method},
};
}  // namespace

std::span<const Rule> monitoring_rules() {
    return table;
}

}  // namespace analysis
