// analysis/context.hpp: what a rule works with: the plan, the day, values derived once for all rules, and where issues
// go.
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/check.hpp"
#include "analysis/network.hpp"
#include "analysis/personal.hpp"
#include "base/equal_rows.hpp"

namespace analysis {

// The rows of T by the row that one of their reference fields names, e.g. readings by indicator, in display order.
template <class T> class Grouped {
  public:
    template <class P> Grouped(const model::Plan& plan, model::Ref<P> T::*member) {
        rows_.reserve(plan.rows<T>().size());
        for (const T& row : plan.rows<T>())
            if (!(row.*member).empty()) rows_.emplace_back((row.*member).id(), &row);
        std::ranges::sort(rows_, [](const auto& a, const auto& b) {
            if (a.first != b.first) return a.first < b.first;
            return a.second->order != b.second->order ? a.second->order < b.second->order : a.second->id < b.second->id;
        });
    }
    [[nodiscard]] std::span<const std::pair<Id, const T*>> of(const Id& id) const {
        return base::equal_rows(rows_, id, &std::pair<Id, const T*>::first);
    }
    [[nodiscard]] std::span<const std::pair<Id, const T*>> all() const { return rows_; }

  private:
    std::vector<std::pair<Id, const T*>> rows_;
};

// Personal data in a text of the plan: the first hit of each kind in a field.
struct PersonalPlace {
    const model::RecordInfo* record;
    const model::Row* row;
    const model::FieldInfo* field;
    PersonalKind kind;
    std::string shown;  // masked
};

class CheckContext {
  public:
    CheckContext(const model::Plan& its_plan, const Today& its_today) : plan(its_plan), today(its_today) {}

    const model::Plan& plan;
    const Today today;

    // Derived when first asked for.
    [[nodiscard]] const Calendar& calendar() const;
    [[nodiscard]] const std::vector<OutlineRow>& outline() const;
    [[nodiscard]] const OutlineRow* outline_row(const Id& task) const;  // null if there is no such task
    [[nodiscard]] const Network& network() const;
    [[nodiscard]] const std::vector<PersonalPlace>& personal() const;
    // What the row is called; tasks with their number: "2.1 title".
    [[nodiscard]] std::string label(const model::RecordInfo& info, const model::Row& row) const;
    [[nodiscard]] std::string person(const Id& id) const {
        return model::title_of(plan, model::RecordType::Person, id);
    }

  private:
    mutable std::optional<Calendar> calendar_;
    mutable std::optional<std::vector<OutlineRow>> outline_;
    mutable std::optional<OutlineIndex> outline_index_;
    mutable std::optional<Network> network_;
    mutable std::optional<std::vector<PersonalPlace>> personal_;
};

// As fix_of of check.hpp, for several issues of one plan.
std::optional<Fix> fix_of(const CheckContext& context, const Issue& issue);

// Calls found(info, row, field, text) for every text that people write and that is not empty; a list of texts one by
// one.
template <class Found> void for_texts(const model::Plan& plan, Found found) {
    std::vector<const model::FieldInfo*> fields;
    for (const model::RecordInfo& info : model::records()) {
        fields.clear();
        for (const model::FieldInfo& field : info.fields)
            if (!field.has(model::kSystem) && (field.kind == model::Kind::Text || field.kind == model::Kind::Texts))
                fields.push_back(&field);
        for (const model::RowPtr& row : plan.table(info.type)) {
            for (const model::FieldInfo* field : fields) {
                if (field->kind == model::Kind::Text) {
                    const std::string& text = model::get<std::string>(*row, *field);
                    if (!text.empty()) found(info, *row, *field, std::string_view(text));
                } else {
                    for (const std::string& text : model::get<std::vector<std::string>>(*row, *field))
                        found(info, *row, *field, std::string_view(text));
                }
            }
        }
    }
}

// Collects what one check finds.
class Issues {
  public:
    Issues() = default;
    explicit Issues(const Rule& rule) : rule_(&rule) {}  // of this rule alone

    // The row as a whole.
    template <class T> void add(const T& row, std::vector<std::string> arguments = {}) {
        add(model::record(T::type), row, nullptr, std::move(arguments));
    }
    // One field of it: issues.add<&Task::owner>(task).
    template <auto Member, class T> void add(const T& row, std::vector<std::string> arguments = {}) {
        add(model::record(T::type), row, &model::field_of<Member>(), std::move(arguments));
    }
    void add(const model::RecordInfo& info, const model::Row& row, const model::FieldInfo* field,
             std::vector<std::string> arguments);

  private:
    friend class Checker;
    struct Found {
        Issue issue;
        const model::Row* row;
        std::size_t rule;
        const OutlineRow* place = nullptr;  // of tasks
    };
    std::vector<Found> found_;
    const Rule* rule_ = nullptr;
    std::size_t rule_index_ = 0;
};

// A fix that sets Member of the row with this id.
template <auto Member, class V> Fix fix(const Id& id, V&& value) {
    using Record = typename model::detail::MemberTraits<decltype(Member)>::Record;
    return {Record::type, id, &model::field_of<Member>(), model::Value(std::forward<V>(value))};
}

}  // namespace analysis
