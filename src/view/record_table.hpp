// view/record_table.hpp: any record as a table, from its description.
#pragma once

#include "view/table.hpp"

namespace view {

// Between frames: the record's rows in the order shown, as long as its table stays the same.
struct RecordTableState {
    std::optional<RecordType> record;
    model::Table content;
    std::vector<Id> rows;
    std::vector<int> depths;
    std::vector<const model::FieldInfo*> fields;  // of the columns
};

// The rows of a tree (units, sections) after their parents.
Table record_table(const app::Workspace& work, RecordTableState& kept, const model::RecordInfo& info);

}  // namespace view
