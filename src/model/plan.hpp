// model/plan.hpp: one plan: a table per record type. A Plan is a value: copying it shares every row, so undo, caches
// and comparisons may keep whole plans.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/account.hpp"
#include "model/consortium.hpp"
#include "model/cover.hpp"
#include "model/goal.hpp"
#include "model/governance.hpp"
#include "model/inspection.hpp"
#include "model/people.hpp"
#include "model/publishing.hpp"
#include "model/resource.hpp"
#include "model/review.hpp"
#include "model/risk.hpp"
#include "model/table.hpp"
#include "model/task.hpp"

namespace model {

// The rows of one type, in id order, typed.
template <class T> class Rows {
  public:
    explicit Rows(const Table& table) : table_(&table) {}
    class Iterator {
      public:
        explicit Iterator(Table::Iterator at) : at_(at) {}
        const T& operator*() const { return static_cast<const T&>(**at_); }
        const T* operator->() const { return &**this; }
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        bool operator==(const Iterator&) const = default;

      private:
        Table::Iterator at_;
    };
    [[nodiscard]] Iterator begin() const { return Iterator(table_->begin()); }
    [[nodiscard]] Iterator end() const { return Iterator(table_->end()); }
    [[nodiscard]] std::size_t size() const { return table_->size(); }
    [[nodiscard]] bool empty() const { return table_->empty(); }
    [[nodiscard]] const T* find(const Id& id) const { return static_cast<const T*>(table_->find(id)); }

  private:
    const Table* table_;
};

struct Plan {
    Id id;
    std::array<Table, record_type_count> tables;
    std::shared_ptr<const UnknownMembers> unknown;  // of the top level, unknown record types included

    [[nodiscard]] const Table& table(RecordType type) const { return tables[static_cast<std::size_t>(type)]; }
    [[nodiscard]] Table& table(RecordType type) { return tables[static_cast<std::size_t>(type)]; }

    template <class T> [[nodiscard]] Rows<T> rows() const { return Rows<T>(table(T::type)); }
    template <class T> [[nodiscard]] const T* find(const Ref<T>& ref) const {
        return ref.empty() ? nullptr : rows<T>().find(ref);
    }
    // The only row of a singleton record; an empty one if the plan has none yet.
    template <class T> [[nodiscard]] const T& single() const {
        static const T none{};
        const Table& rows_of = table(T::type);
        return rows_of.empty() ? none : static_cast<const T&>(**rows_of.begin());
    }
    [[nodiscard]] const Cover& cover() const { return single<Cover>(); }

    template <class T> void put(T row) { table(T::type).put(std::make_shared<const T>(std::move(row))); }
    // Shares every table with other: surely equal. False says nothing.
    [[nodiscard]] bool same(const Plan& other) const;
    [[nodiscard]] std::size_t row_count() const;
};

// The id that a singleton's row has in every plan: the record's name in lower case, so that two plans' covers merge.
Id singleton_id(const RecordInfo& info);

// A plan with its singletons and nothing else.
Plan empty_plan(const Id& id);

// Field by field; order of ids does not matter, unknown members count.
bool equal(const Plan& a, const Plan& b);

// Rows of T in display order (order key, then id); with a parent field: those of one parent.
template <class T> std::vector<const T*> in_order(const Plan& plan) {
    std::vector<const T*> rows;
    rows.reserve(plan.rows<T>().size());
    for (const T& row : plan.rows<T>()) rows.push_back(&row);
    std::ranges::sort(
        rows, [](const T* a, const T* b) { return a->order != b->order ? a->order < b->order : a->id < b->id; });
    return rows;
}
template <class T, class P> std::vector<const T*> in_order(const Plan& plan, Ref<P> T::*parent, const Id& of) {
    std::vector<const T*> rows;
    for (const T& row : plan.rows<T>())
        if ((row.*parent).id() == of) rows.push_back(&row);
    std::ranges::sort(
        rows, [](const T* a, const T* b) { return a->order != b->order ? a->order < b->order : a->id < b->id; });
    return rows;
}
std::vector<const Row*> in_order(const Table& table);

// What the row with this id is called, whatever its type; "" if there is none.
std::string title_of(const Plan& plan, RecordType type, const Id& id);

}  // namespace model
