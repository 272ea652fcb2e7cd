// model/resource.hpp: material resources and the budget. Money is in fen.
#pragma once

#include "model/task.hpp"

namespace model {

struct Equipment : Row {
    static constexpr RecordType type = RecordType::Equipment;
    std::string name;
    std::optional<std::int64_t> quantity;
    std::string source;
    std::string allocation;
    Ref<Task> task;
};

struct Budget : Row {
    static constexpr RecordType type = RecordType::Budget;
    std::optional<Money> total;
    std::string source;     // 资金来源, e.g. a special fund
    std::string procedure;  // 预算使用流程
};

struct BudgetLine : Row {
    static constexpr RecordType type = RecordType::BudgetLine;
    std::string category;
    std::string item;
    std::optional<Decimal> quantity;
    std::string unit;
    std::optional<Money> unit_price;
    std::optional<Money> amount;
    std::optional<Money> spent;  // so far
    std::string source;
    Ref<Task> task;
};

}  // namespace model
