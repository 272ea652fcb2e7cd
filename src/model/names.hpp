// model/names.hpp: the rows of a plan by what they are called, as people write it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "model/plan.hpp"

namespace model {

// Reads each table when its first name is asked for; the plan must outlive it.
class Names {
  public:
    explicit Names(const Plan& plan) : plan_(plan) {}

    // The row of that name, blanks and widths aside (base::name_key). An empty id: two rows are called so. Nothing:
    // none is.
    std::optional<Id> find(RecordType type, std::string_view name);

  private:
    const Plan& plan_;
    std::map<RecordType, std::map<std::string, Id, std::less<>>> names_;
};

}  // namespace model
