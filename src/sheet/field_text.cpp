#include "sheet/field_text.hpp"

#include "base/text.hpp"
#include "model/integrity.hpp"

namespace sheet {

using model::FieldInfo;
using model::Kind;
using model::RecordInfo;
using model::Row;

namespace {
std::string with_unit(const base::Words& words, const FieldInfo& field, std::string number) {
    if (field.has(model::kPercent)) return number + "%";
    return field.unit.empty() ? number : number + " " + std::string(words("unit." + std::string(field.unit)));
}

std::string name_of(const model::Plan& plan, model::RecordType type, const model::Id& id) {
    return id.empty() ? std::string() : model::title_of(plan, type, id);
}
}  // namespace

std::string field_text(const base::Words& words, const model::Plan& plan, const RecordInfo& info, const Row& row,
                       const FieldInfo& field) {
    if (field.kind != Kind::Choice && field.kind != Kind::Flag && model::is_empty(row, field)) return {};
    switch (field.kind) {
        case Kind::Text:
            return model::get<std::string>(row, field);
        case Kind::Texts:
            return base::join(model::get<std::vector<std::string>>(row, field), "；");
        case Kind::Date:
            return model::get<model::Date>(row, field).iso();
        case Kind::Moment:
            return base::replace_all(model::get<model::Moment>(row, field).iso(), "T", " ");
        case Kind::Integer:
            return with_unit(words, field, std::to_string(*model::get<std::optional<std::int64_t>>(row, field)));
        case Kind::Decimal:
            return with_unit(words, field, model::get<std::optional<model::Decimal>>(row, field)->text());
        case Kind::Money:
            return model::get<std::optional<model::Money>>(row, field)->yuan();
        case Kind::Flag:
            return std::string(words(model::get<bool>(row, field) ? "flag.yes" : "flag.no"));
        case Kind::Choice:
            return std::string(words("choice." + std::string(field.choices->name) + "." +
                                     std::string(field.choices->values[model::get_choice(row, field)])));
        case Kind::Ref: {
            const RecordInfo* target = field.has(model::kAnyRecord) ? model::any_record_target(info, row, field)
                                                                    : &model::record(field.target);
            return target ? name_of(plan, target->type, model::get_ref(row, field)) : std::string();
        }
        case Kind::Refs: {
            std::vector<std::string> names;
            for (const model::Id& id : model::get_refs(row, field)) names.push_back(name_of(plan, field.target, id));
            return base::join(names, "、");
        }
    }
    return {};
}

}  // namespace sheet
