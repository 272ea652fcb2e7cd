#include "app/memo.hpp"

#include <algorithm>

namespace app {

bool MemoInputs::same(const model::Plan& plan, base::Date today) const {
    return (uses_ == Uses::TablesOnly || today_ == today) && std::ranges::all_of(tables_, [&](model::RecordType type) {
               return plan_.table(type).same(plan.table(type));
           });
}

void MemoInputs::take(const model::Plan& plan, base::Date today) {
    for (const model::RecordType type : tables_) plan_.table(type) = plan.table(type);
    today_ = today;
}

}  // namespace app
