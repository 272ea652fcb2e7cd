// What can be wrong with the budget and the team.
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using base::Money;
using model::Budget;
using model::BudgetLine;
using model::TeamRole;

constexpr std::int64_t most_fen = base::max_safe_integer;

// Sum of the lines, capped: more than any budget may hold.
Money sum_of_lines(const model::Plan& plan) {
    std::int64_t sum = 0;
    for (const BudgetLine& line : plan.rows<BudgetLine>())
        if (line.amount) sum = std::min(sum + std::clamp<std::int64_t>(line.amount->fen, 0, most_fen), most_fen);
    return {sum};
}

// Quantity × unit price in fen, rounded half up; nothing if one is missing or the product is out of bounds.
std::optional<Money> product(const BudgetLine& line) {
    if (!line.quantity || !line.unit_price) return {};
    const std::int64_t units = line.quantity->units, price = line.unit_price->fen;
    const std::int64_t whole = units / base::Decimal::scale, part = units % base::Decimal::scale;
    if (units < 0 || price < 0 || (whole > 0 && price > most_fen / whole) || price > most_fen / 10) return {};
    return Money{whole * price + (part * price + base::Decimal::scale / 2) / base::Decimal::scale};
}

void total_not_sum(const CheckContext& context, Issues& issues) {
    const Budget& budget = context.plan.single<Budget>();
    if (!budget.total || context.plan.rows<BudgetLine>().empty()) return;
    const Money sum = sum_of_lines(context.plan);
    if (sum == *budget.total) return;
    const Money gap{std::abs(sum.fen - budget.total->fen)};
    issues.add<&Budget::total>(budget, {budget.total->yuan(), sum.yuan(), gap.yuan()});
}

void no_total(const CheckContext& context, Issues& issues) {
    const Budget& budget = context.plan.single<Budget>();
    if (!budget.total && !context.plan.rows<BudgetLine>().empty())
        issues.add<&Budget::total>(budget, {sum_of_lines(context.plan).yuan()});
}

std::optional<Fix> total_from_lines(const CheckContext& context, const Issue& issue) {
    return fix<&Budget::total>(issue.id, sum_of_lines(context.plan));
}

void amount_not_product(const CheckContext& context, Issues& issues) {
    for (const BudgetLine& line : context.plan.rows<BudgetLine>()) {
        const std::optional<Money> wanted = product(line);
        if (wanted && line.amount && *wanted != *line.amount)
            issues.add<&BudgetLine::amount>(line, {line.amount->yuan(), wanted->yuan()});
    }
}

void no_amount(const CheckContext& context, Issues& issues) {
    for (const BudgetLine& line : context.plan.rows<BudgetLine>())
        if (!line.amount) issues.add<&BudgetLine::amount>(line);
}

std::optional<Fix> amount_from_product(const CheckContext& context, const Issue& issue) {
    const BudgetLine* line = context.plan.rows<BudgetLine>().find(issue.id);
    const std::optional<Money> wanted = line ? product(*line) : std::nullopt;
    if (!wanted) return {};
    return fix<&BudgetLine::amount>(issue.id, *wanted);
}

void no_lines(const CheckContext& context, Issues& issues) {
    const Budget& budget = context.plan.single<Budget>();
    if (budget.total && budget.total->fen > 0 && context.plan.rows<BudgetLine>().empty())
        issues.add<&Budget::total>(budget, {budget.total->yuan()});
}

void headcount_reversed(const CheckContext& context, Issues& issues) {
    for (const TeamRole& role : context.plan.rows<TeamRole>())
        if (role.headcount_min && role.headcount_max && *role.headcount_max < *role.headcount_min)
            issues.add<&TeamRole::headcount_max>(
                role, {std::to_string(*role.headcount_min), std::to_string(*role.headcount_max)});
}

void too_few_people(const CheckContext& context, Issues& issues) {
    for (const TeamRole& role : context.plan.rows<TeamRole>())
        if (role.headcount_min && static_cast<std::int64_t>(role.people.size()) < *role.headcount_min)
            issues.add<&TeamRole::people>(role,
                                          {std::to_string(*role.headcount_min), std::to_string(role.people.size())});
}

constexpr Rule table[] = {
    {"BUDG-001", Severity::Warning, "resources", total_not_sum, total_from_lines},
    {"BUDG-002", Severity::Info, "resources", no_total, total_from_lines},
    {"BUDG-003", Severity::Warning, "resources", amount_not_product, amount_from_product},
    {"BUDG-004", Severity::Warning, "resources", no_amount, amount_from_product},
    {"BUDG-005", Severity::Info, "resources", no_lines},
    {"ROLE-001", Severity::Error, "resources", headcount_reversed},
    {"ROLE-002", Severity::Info, "resources", too_few_people},
};
}  // namespace

std::span<const Rule> resource_rules() {
    return table;
}

}  // namespace analysis
