#include "support/random_plan.hpp"

#include <array>
#include <string_view>

#include "base/text.hpp"
#include "codec/plan_json.hpp"
#include "model/order_key.hpp"

namespace support {
namespace {
using namespace model;

constexpr std::array<std::string_view, 40> pieces{"急诊科",
                                                  "宣传",
                                                  "新媒体",
                                                  "张敏",
                                                  "一",
                                                  "的",
                                                  "科普视频",
                                                  "。",
                                                  ",",
                                                  "“引号”",
                                                  "《办法》",
                                                  "2026年",
                                                  "3月",
                                                  "50%",
                                                  "a",
                                                  "Z",
                                                  " ",
                                                  "　",
                                                  "\n",
                                                  "\t",
                                                  "\"",
                                                  "\\",
                                                  "/",
                                                  "</script>",
                                                  "&amp;",
                                                  "=1+1",
                                                  "{0}",
                                                  "é",
                                                  "e\xCC\x81",
                                                  "か\xE3\x82\x99",
                                                  "\xF0\xA0\xAE\xB7",
                                                  "\xF0\xB0\xBB\x9D",
                                                  "😀",
                                                  "👩‍⚕️",
                                                  "🇨🇳",
                                                  "\xEE\x80\x80",
                                                  "\xEF\xBF\xBD",
                                                  "\xF4\x8F\xBF\xBD",
                                                  "\xC2\x85",
                                                  "\xE2\x80\xA8"};

std::int64_t random_integer(Random& random, std::int64_t min, std::int64_t max) {
    switch (random.below(5)) {
        case 0:
            return min;
        case 1:
            return max;
        case 2:
            return std::clamp<std::int64_t>(0, min, max);
        default:
            return random.between(min, max);
    }
}

Date random_date(Random& random) {
    switch (random.below(8)) {
        case 0:
            return *Date::from_ymd(1900, 1, 1);
        case 1:
            return *Date::from_ymd(9999, 12, 31);
        case 2:
            return *Date::from_ymd(2028, 2, 29);
        default:
            return Date::from_days(static_cast<std::int32_t>(random.between(18000, 22000)));
    }
}

std::int64_t low_bound(const FieldInfo& field) {
    return field.min == 0 && field.max == 0 ? -base::max_safe_integer : field.min;
}
std::int64_t high_bound(const FieldInfo& field) {
    return field.min == 0 && field.max == 0 ? base::max_safe_integer : field.max;
}

Decimal random_decimal(Random& random, const FieldInfo& field) {
    const bool bounded = field.min != 0 || field.max != 0;
    const std::int64_t scale = bounded ? Decimal::scale : 1;
    return Decimal{random_integer(random, low_bound(field) * scale, high_bound(field) * scale)};
}

Id random_row_id(Random& random, const Table& table) {
    if (table.empty()) return {};
    std::size_t skip = random.below(table.size());
    auto at = table.begin();
    while (skip-- > 0) ++at;
    return (*at)->id;
}

template <class T> std::vector<T> several(Random& random, auto make) {
    std::vector<T> entries(random.below(4));
    for (T& entry : entries) entry = make();
    return entries;
}

std::shared_ptr<const UnknownMembers> random_unknown(Random& random) {
    if (!random.one_in(4)) return nullptr;
    auto members = std::make_shared<UnknownMembers>();
    const std::size_t count = 1 + random.below(3);
    for (std::size_t i = 0; i < count; ++i) {
        // One after the other: in which order arguments are computed is the compiler's choice.
        std::string json = random_json(random, 3);
        members->emplace_back("x" + std::to_string(i) + random_text(random, 8), std::move(json));
    }
    return members;
}

std::string random_order(Random& random) {
    if (random.one_in(4)) return {};
    std::string key;
    for (std::size_t i = 0; i < 1 + random.below(3); ++i) key = order_between(key, {});
    return key;
}

// Points a row's "subject" at some row, its type beside it; or leaves both empty.
void set_subject(Random& random, const Plan& plan, const RecordInfo& info, Row& row) {
    for (const FieldInfo& field : info.fields) {
        if (!field.has(kAnyRecord)) continue;
        const RecordInfo& target = records()[random.below(record_type_count)];
        const Id id = random_row_id(random, plan.table(target.type));
        edit<std::string>(row, *info.find("subjectType")) = id.empty() ? std::string{} : std::string(target.name);
        edit<Id>(row, field) = id;
    }
}

// A parent that stands before the row in its table, so that no circle arises.
Id random_parent(Random& random, const Table& table, const Id& child) {
    if (random.one_in(3)) return {};
    const Id id = random_row_id(random, table);
    return id < child ? id : Id{};
}

std::shared_ptr<Row> random_row(Random& random, const Plan& plan, const RecordInfo& info, const Row& blank) {
    std::shared_ptr<Row> row = info.copy(blank);
    for (const FieldInfo& field : info.fields) {
        if (field.has(kAnyRecord)) continue;
        if (field.has(kTree)) {
            edit<Id>(*row, field) = random_parent(random, plan.table(info.type), row->id);
        } else if (field.has(kOwner)) {
            edit<Id>(*row, field) = random_row_id(random, plan.table(field.target));
        } else if (!set_value(*row, field, random_value(random, plan, field))) {
            std::abort();  // random_value and check_field disagree
        }
    }
    set_subject(random, plan, info, *row);
    return row;
}
}  // namespace

std::int64_t Random::between(std::int64_t low, std::int64_t high) {
    const auto span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    const std::uint64_t step = span == UINT64_MAX ? bits() : bits() % (span + 1);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + step);
}

std::string random_text(Random& random, std::size_t max_code_points) {
    std::string text;
    const std::size_t count = random.below(12);
    for (std::size_t i = 0; i < count; ++i) text += pieces[random.below(pieces.size())];
    std::size_t end = 0;
    for (std::size_t n = 0; n < max_code_points && end < text.size(); ++n) base::next_code_point(text, end);
    return text.substr(0, end);
}

std::string random_json(Random& random, int depth) {
    switch (random.below(depth > 0 ? 9 : 7)) {
        case 0:
            return "null";
        case 1:
            return random.one_in(2) ? "true" : "false";
        case 2:
            return std::to_string(random.between(-base::max_safe_integer, base::max_safe_integer));
        case 3:
            return std::array{"1.5", "-0.25", "1e21", "5E-324", "1.7976931348623157e308", "0.1", "333333333.33333329",
                              "4.50"}[random.below(8)];
        case 4:
        case 5:
        case 6:
            return codec::json_string(random_text(random, 20));
        default:
            break;
    }
    const bool list = random.one_in(2);
    std::string out(1, list ? '[' : '{');
    const std::size_t count = random.below(4);
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) out += ',';
        if (!list) out += codec::json_string(std::string(1, static_cast<char>('a' + i)) + random_text(random, 4)) + ":";
        out += random_json(random, depth - 1);
    }
    return out + (list ? ']' : '}');
}

Value random_value(Random& random, const Plan& plan, const FieldInfo& field) {
    if (random.one_in(4)) return {};
    switch (field.kind) {
        case Kind::Text:
            return random_text(random, static_cast<std::size_t>(field.max));
        case Kind::Texts:
            return several<std::string>(random,
                                        [&] { return random_text(random, static_cast<std::size_t>(field.max)); });
        case Kind::Date:
            return random_date(random);
        case Kind::Moment: {
            const int minute = static_cast<int>(random.below(60)), hour = static_cast<int>(random.below(24));
            return Moment::at(random_date(random), hour, minute);
        }
        case Kind::Integer:
            return random_integer(random, low_bound(field), high_bound(field));
        case Kind::Decimal:
            return random_decimal(random, field);
        case Kind::Money:
            return Money{random_integer(random, low_bound(field), high_bound(field))};
        case Kind::Flag:
            return random.one_in(2);
        case Kind::Choice:
            return static_cast<std::uint8_t>(random.below(field.choices->values.size()));
        case Kind::Ref:
            return random_row_id(random, plan.table(field.target));
        case Kind::Refs: {
            std::vector<Id> ids = several<Id>(random, [&] { return random_row_id(random, plan.table(field.target)); });
            std::erase(ids, Id{});
            return ids;
        }
    }
    return {};
}

Plan random_plan(std::uint64_t seed, const RandomPlanOptions& options) {
    Random random(seed);
    Plan plan = empty_plan(random.id());
    // Rows exist before they are filled, so that references may point anywhere. An owner must exist before what it
    // owns.
    for (int pass = 0; pass < 2; ++pass) {
        for (const RecordInfo& info : records()) {
            const bool owned =
                std::ranges::any_of(info.fields, [](const FieldInfo& field) { return field.has(kOwner); });
            if (info.singleton || owned != (pass == 1)) continue;
            const auto has_owner = [&](const FieldInfo& field) {
                return !field.has(kOwner) || !plan.table(field.target).empty();
            };
            if (!std::ranges::all_of(info.fields, has_owner)) continue;
            const std::size_t count = random.below(options.rows + 1);
            for (std::size_t i = 0; i < count; ++i) {
                std::shared_ptr<Row> row = info.make();
                row->id = random.id();
                plan.table(info.type).put(std::move(row));
            }
        }
    }
    for (const RecordInfo& info : records()) {
        for (const RowPtr& blank : Table(plan.table(info.type))) {
            std::shared_ptr<Row> row = random_row(random, plan, info, *blank);
            row->order = random_order(random);
            if (options.unknown_members) row->unknown = random_unknown(random);
            plan.table(info.type).put(std::move(row));
        }
    }
    if (options.unknown_members) plan.unknown = random_unknown(random);
    if (options.long_texts && random.one_in(64)) {
        Cover cover = plan.cover();
        cover.introduction.clear();
        for (std::int64_t i = 0; i < long_text_limit; ++i) cover.introduction += "\xF0\xA0\xAE\xB7";
        cover.title.clear();
        for (std::int64_t i = 0; i < short_text_limit; ++i) cover.title += "方";
        plan.put(cover);
    }
    return plan;
}

}  // namespace support
