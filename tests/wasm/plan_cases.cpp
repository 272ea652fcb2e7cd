#include "wasm/plan_cases.hpp"

#include <tuple>
#include <vector>

#include "support/content.hpp"
#include "support/random_plan.hpp"

namespace wasm_test {
namespace {
using namespace model;
using support::Random;

enum class Numbers : std::uint8_t { AsTheyAre, Zero, Half, Least, Most };
constexpr std::string_view names[] = {"", ", numbers zero", ", numbers a half", ", numbers least", ", numbers most"};

bool is_bounded(const FieldInfo& field) {
    return field.min != 0 || field.max != 0;
}

std::int64_t whole(const FieldInfo& field, Numbers numbers) {
    const std::int64_t limit = is_bounded(field) ? field.max : base::max_safe_integer;
    const std::int64_t least = is_bounded(field) ? field.min : -base::max_safe_integer;
    switch (numbers) {
        case Numbers::Zero:
            return 0;
        case Numbers::Least:
            return least;
        case Numbers::Most:
            return limit;
        case Numbers::AsTheyAre:
        case Numbers::Half:
            break;
    }
    return 1;
}

Value wanted_value(const FieldInfo& field, Numbers numbers) {
    switch (field.kind) {
        case Kind::Integer:
            return whole(field, numbers);
        case Kind::Money:
            return Money{whole(field, numbers)};
        case Kind::Decimal:
            return Decimal{numbers == Numbers::Half ? Decimal::scale / 2
                                                    : whole(field, numbers) * (is_bounded(field) ? Decimal::scale : 1)};
        case Kind::Date:
            if (numbers == Numbers::Least) return *Date::from_ymd(1900, 1, 1);
            if (numbers == Numbers::Most) return *Date::from_ymd(9999, 12, 31);
            break;
        default:
            break;
    }
    return {};
}

void set_numbers(Plan& plan, const RecordInfo& info, const Row& row, Numbers numbers) {
    const std::shared_ptr<Row> changed = info.copy(row);
    for (const FieldInfo& field : info.fields) {
        const Value value = wanted_value(field, numbers);
        // What the field does not take leaves it as it is.
        if (value != Value{}) std::ignore = set_value(*changed, field, value);
    }
    plan.table(info.type).put(changed);
}

void set_numbers(Plan& plan, Numbers numbers) {
    if (numbers == Numbers::AsTheyAre) return;
    for (const RecordInfo& info : records())
        for (const RowPtr& row : Table(plan.table(info.type))) set_numbers(plan, info, *row, numbers);
}

PlanCase random_case(std::uint64_t number, Random& random) {
    const std::size_t rows = random.one_in(3) ? 1 : random.one_in(8) ? 12 : 3;
    const auto numbers = static_cast<Numbers>(random.below(std::size(names)));
    PlanCase made{"random" + std::string(names[static_cast<std::size_t>(numbers)]),
                  support::random_plan(number, {.rows = rows}),
                  {}};
    set_numbers(made.plan, numbers);
    return made;
}

PlanCase example_case(Random& random) {
    static const std::vector<Plan> examples = [] {
        std::vector<Plan> read;
        for (const std::string& id : support::template_ids()) read.push_back(support::example(id));
        return read;
    }();
    const std::size_t which = random.below(examples.size());
    PlanCase made{support::template_ids()[which], examples[which], {}};
    const RecordInfo& emptied = records()[random.below(record_type_count)];
    if (!random.one_in(4)) {
        made.plan.table(emptied.type) = {};
        made.what += " without " + std::string(emptied.list);
    }
    const RecordInfo& info = records()[random.below(record_type_count)];
    const Table& table = made.plan.table(info.type);
    if (table.empty()) return made;
    std::size_t skip = random.below(table.size());
    auto at = table.begin();
    while (skip-- > 0) ++at;
    const RowPtr row = *at;
    const auto numbers = static_cast<Numbers>(1 + random.below(std::size(names) - 1));
    set_numbers(made.plan, info, *row, numbers);
    made.what.append(", ").append(info.name).append(" ").append(row->id.text());
    made.what += names[static_cast<std::size_t>(numbers)];
    return made;
}
}  // namespace

PlanCase plan_case(std::uint64_t number) {
    Random random(number ^ 0xD1FFu);
    PlanCase made = number % 3 == 2 ? example_case(random) : random_case(number, random);
    made.today.day = random.one_in(16) ? *Date::from_ymd(9999, 12, 31)
                                       : Date::from_days(static_cast<std::int32_t>(random.between(20400, 20900)));
    made.today.now = Moment::at(made.today.day, 10, 0);
    return made;
}

}  // namespace wasm_test
