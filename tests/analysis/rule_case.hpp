// tests/analysis/rule_case.hpp: one small plan per rule, which it must find fault with, and which it must not after the
// smallest change.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "analysis/check.hpp"
#include "model/order_key.hpp"

namespace analysis_test {

inline model::Date day(std::string_view iso) {
    return model::Date::parse(iso).value();
}
inline model::Moment moment(std::string_view iso) {
    return model::Moment::parse(iso).value();
}
inline model::Decimal number(std::string_view text) {
    return model::Decimal::parse(text).value();
}
inline model::Money yuan(std::string_view text) {
    return model::Money::parse_yuan(text).value();
}

// A plan under construction. Rows may be changed through the returned references until the plan is used.
class Build {
  public:
    model::Plan plan = model::empty_plan(*model::Id::parse("plan"));
    analysis::Today today{day("2026-03-20"), moment("2026-03-20T10:00")};  // a Friday

    template <class T> T& add() {
        auto row = std::make_shared<T>();
        row->id = *model::Id::parse("r" + std::to_string(++count_));
        row->order = order_ = model::order_between(order_, {});
        T& reference = *row;
        plan.table(T::type).put(std::move(row));
        return reference;
    }
    template <class T> T& single() {
        auto row = std::make_shared<T>(plan.single<T>());
        T& reference = *row;
        plan.table(T::type).put(std::move(row));
        return reference;
    }
    model::Cover& cover() { return single<model::Cover>(); }
    model::Person& person(std::string_view name = "护士长") {
        auto& row = add<model::Person>();
        row.name = name;
        return row;
    }
    // A task under way, with owner and dates around today.
    model::Task& task(std::string_view title = "选择平台") {
        auto& row = add<model::Task>();
        row.title = title;
        row.owner = someone();
        row.start = day("2026-03-02");
        row.finish = day("2026-03-27");
        row.status = model::TaskStatus::Running;
        return row;
    }
    model::Task& part_of(const model::Task& parent, std::string_view title = "整理资料") {
        auto& row = task(title);
        row.parent = model::Ref(parent);
        return row;
    }
    model::Dependency& link(const model::Task& predecessor, const model::Task& successor,
                            model::DependencyType kind = {}) {
        auto& row = add<model::Dependency>();
        row.predecessor = model::Ref(predecessor);
        row.successor = model::Ref(successor);
        row.kind = kind;
        return row;
    }

  private:
    model::Ref<model::Person> someone() {
        if (plan.rows<model::Person>().empty()) person("值班医生");
        return model::Ref(*plan.rows<model::Person>().begin());
    }
    int count_ = 0;
    std::string order_;
};

struct RuleCase {
    std::string_view code;
    void (*make)(Build& build, bool hit);  // hit: with the fault; else the near miss
};

std::span<const RuleCase> plan_cases();        // cover, goals, indicators, review
std::span<const RuleCase> task_cases();        // tasks, milestones, dependencies
std::span<const RuleCase> management_cases();  // resources, risks, monitoring, communication
std::span<const RuleCase> account_cases();     // accounts, publications, inquiries, incidents
std::span<const RuleCase> ledger_cases();      // consortium, inspection
std::span<const RuleCase> text_cases();        // any record

}  // namespace analysis_test
