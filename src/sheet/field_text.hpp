// sheet/field_text.hpp: a field's content as one text for tables and lists: names for references, words for choices,
// units for numbers. Nothing is masked: it is what the plan's author sees.
#pragma once

#include "base/words.hpp"
#include "model/plan.hpp"

namespace sheet {

std::string field_text(const base::Words& words, const model::Plan& plan, const model::RecordInfo& info,
                       const model::Row& row, const model::FieldInfo& field);

}  // namespace sheet
