// tests/report/full_plan.hpp: a plan in which every field of every record holds something that can be told apart.
#pragma once

#include <string>

#include "model/plan.hpp"
#include "model/value.hpp"

namespace full_plan {

// "【task.note】": stands in no other text.
inline std::string mark(const model::RecordInfo& info, const model::FieldInfo& field) {
    return "【" + std::string(info.name) + "." + std::string(field.name) + "】";
}

inline model::Id id_of(const model::RecordInfo& info) {
    std::string name;
    for (const char c : info.name.substr(0, model::Id::max_size))
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return *model::Id::parse(name);
}

// Numbers, days and amounts grow from field to field, so that each has its own.
struct Numbers {
    std::int64_t next = 1000;

    model::Value value(const model::RecordInfo& info, const model::FieldInfo& field) {
        using model::Kind;
        const bool bounded = field.min != 0 || field.max != 0;
        const std::int64_t number = bounded ? std::min(field.max, std::max(field.min, ++next)) : ++next;
        switch (field.kind) {
            case Kind::Text:
                if (field.has(model::kPersonal))
                    return std::string(field.name == "phone" ? "13812345678" : "zhang@example.org");
                if (field.name == "subjectType") return std::string("task");
                return mark(info, field);
            case Kind::Texts:
                return std::vector<std::string>{mark(info, field) + "甲", mark(info, field) + "乙"};
            case Kind::Date:
                return base::Date::from_days(static_cast<std::int32_t>(20000 + ++next));
            case Kind::Moment:
                return base::Moment::at(base::Date::from_days(static_cast<std::int32_t>(20000 + ++next)), 14, 35);
            case Kind::Integer:
                return number;
            case Kind::Decimal:
                return model::Decimal{number * model::Decimal::scale + 2500};
            case Kind::Money:
                return model::Money{++next * 100 + 7};
            case Kind::Flag:
                return true;
            case Kind::Choice:
                return std::uint8_t{1};
            case Kind::Ref:
                return field.has(model::kTree)
                           ? model::Value()
                           : model::Value(id_of(
                                 model::record(field.has(model::kAnyRecord) ? model::RecordType::Task : field.target)));
            case Kind::Refs:
                return std::vector<model::Id>{id_of(model::record(field.target))};
        }
        return {};
    }
};

inline model::Plan make() {
    model::Plan plan = model::empty_plan(*model::Id::parse("full-plan"));
    Numbers numbers;
    for (const model::RecordInfo& info : model::records()) {
        std::shared_ptr<model::Row> row = info.make();
        row->id = id_of(info);
        for (const model::FieldInfo& field : info.fields)
            (void)model::set_value(*row, field, numbers.value(info, field));
        plan.table(info.type).put(std::move(row));
    }
    return plan;
}

}  // namespace full_plan
