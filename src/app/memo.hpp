// app/memo.hpp: a value computed from a plan, kept until one of the things that it was declared to need has changed.
#pragma once

#include <initializer_list>
#include <optional>
#include <vector>

#include "model/plan.hpp"

namespace app {

enum class Uses : std::uint8_t { TablesOnly, TablesAndDay };

// What a memo was last computed from.
class MemoInputs {
  public:
    MemoInputs(std::initializer_list<model::RecordType> tables, Uses uses) : tables_(tables), uses_(uses) {}
    [[nodiscard]] bool same(const model::Plan& plan, base::Date today) const;
    void take(const model::Plan& plan, base::Date today);
    // A plan of nothing but the declared tables. Keeping it is what makes comparing tables by identity sound, and
    // computing from it is what makes the declaration complete: what is not declared cannot be read.
    [[nodiscard]] const model::Plan& plan() const { return plan_; }

  private:
    std::vector<model::RecordType> tables_;
    Uses uses_;
    model::Plan plan_;
    base::Date today_;
};

template <class T> class Memo {
  public:
    using Compute = T (*)(const model::Plan& inputs, base::Date today);

    Memo(std::initializer_list<model::RecordType> tables, Uses uses, Compute compute)
        : inputs_(tables, uses), compute_(compute) {}

    // Const: computing it early or late changes nothing that anybody can see.
    const T& get(const model::Plan& plan, base::Date today) const {
        if (value_ && inputs_.same(plan, today)) return *value_;
        inputs_.take(plan, today);
        value_.emplace(compute_(inputs_.plan(), today));
        ++computed_;
        return *value_;
    }
    // How often it was computed: another number, another value.
    [[nodiscard]] std::size_t computed() const { return computed_; }

  private:
    mutable MemoInputs inputs_;
    Compute compute_;
    mutable std::optional<T> value_;
    mutable std::size_t computed_ = 0;
};

}  // namespace app
