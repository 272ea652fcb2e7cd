#include "model/names.hpp"

#include "base/text.hpp"

namespace model {

std::optional<Id> Names::find(RecordType type, std::string_view name) {
    const auto [at, fresh] = names_.try_emplace(type);
    if (fresh)
        for (const RowPtr& row : plan_.table(type)) {
            const auto [known, only] = at->second.try_emplace(base::name_key(title_of(record(type), *row)), row->id);
            if (!only) known->second = Id{};
        }
    const auto found = at->second.find(base::name_key(name));
    return found == at->second.end() ? std::nullopt : std::optional<Id>(found->second);
}

}  // namespace model
