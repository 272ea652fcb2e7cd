// model/integrity.hpp: what must hold in every plan, finished or not. A plan that breaks it is refused by the reader
// and cannot be made by commands; everything softer is a check (analysis/rules).
#pragma once

#include "model/plan.hpp"

namespace model {

// Of one row, present or about to be put, against the plan it belongs to. Errors (subject: field name): those of
// check_field, "id-missing", "order-key", "reference-missing" (detail: the id), "parent-missing", "parent-cycle",
// "any-record-type".
base::Status check_row(const Plan& plan, const RecordInfo& info, const Row& row);

// Of the whole plan; subject is "/LIST/ID/field". Also "singleton-count". Linear in the size of the plan.
base::Status check_plan(const Plan& plan);

// The part of it that concerns rows together: references, owners, trees, singletons. For a plan whose rows have each
// been found sound.
base::Status check_links(const Plan& plan);

// The record type that a kAnyRecord field of this row points into; nothing if the field before it names none.
const RecordInfo* any_record_target(const RecordInfo& info, const Row& row, const FieldInfo& field_info);

}  // namespace model
