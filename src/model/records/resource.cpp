// Descriptions of equipment and budget: the only list of their fields.
#include "model/plan.hpp"
#include "model/records/records.hpp"

namespace model {
namespace {

constexpr FieldInfo equipmentItem_fields[] = {
    field<&Equipment::name>("name", {.flags = kTitle | kRequired | kColumn}),
    field<&Equipment::quantity>("quantity", {.flags = kColumn, .min = 0, .max = 1000000}),
    field<&Equipment::source>("source", {.flags = kColumn}),
    field<&Equipment::allocation>("allocation", {.flags = kColumn}),
    field<&Equipment::task>("task"),
};

constexpr FieldInfo budget_fields[] = {
    field<&Budget::total>("total", {.min = 0, .max = 900000000000000}),
    field<&Budget::source>("source"),
    field<&Budget::procedure>("procedure", {.flags = kLong}),
};

constexpr FieldInfo budgetLine_fields[] = {
    field<&BudgetLine::category>("category", {.flags = kColumn}),
    field<&BudgetLine::item>("item", {.flags = kTitle | kRequired | kColumn}),
    field<&BudgetLine::quantity>("quantity", {.flags = kColumn, .min = 0, .max = 1000000000}),
    field<&BudgetLine::unit>("unit", {.flags = kColumn}),
    field<&BudgetLine::unit_price>("unitPrice", {.flags = kColumn, .min = 0, .max = 900000000000000}),
    field<&BudgetLine::amount>("amount", {.flags = kRequired | kColumn, .min = 0, .max = 900000000000000}),
    field<&BudgetLine::spent>("spent", {.flags = kColumn, .min = 0, .max = 900000000000000}),
    field<&BudgetLine::source>("source", {.flags = kColumn}),
    field<&BudgetLine::task>("task"),
};

}  // namespace

constexpr RecordInfo equipmentItem_record = record_of<Equipment>("equipmentItem", "equipment", equipmentItem_fields);
constexpr RecordInfo budget_record = record_of<Budget>("budget", "budget", budget_fields);
constexpr RecordInfo budgetLine_record = record_of<BudgetLine>("budgetLine", "budgetLines", budgetLine_fields);

}  // namespace model
