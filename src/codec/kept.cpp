#include "codec/kept.hpp"

#include <algorithm>

#include "codec/reader.hpp"

namespace codec {
using model::FieldInfo;
using model::RecordInfo;
using model::Row;

bool is_blank(const RecordInfo& info, const Row& row) {
    if (!row.order.empty() || (row.unknown && !row.unknown->empty())) return false;
    return std::ranges::all_of(info.fields, [&](const FieldInfo& field) { return model::is_empty(row, field); });
}

bool is_kept(const RecordInfo& info, const Row& row, std::string_view member) {
    const FieldInfo* field = info.find(member);
    return !field || model::is_empty(row, *field);
}

bool is_kept(const model::Plan& plan, std::string_view member) {
    if (member == "version") return false;  // stands at the top
    const RecordInfo* info = find_list(member);
    if (!info || plan.table(info->type).empty()) return true;
    return info->singleton && is_blank(*info, **plan.table(info->type).begin());
}

}  // namespace codec
