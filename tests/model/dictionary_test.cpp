// The tables dictionary.tsv and facts.tsv: every field of the source documents has its place in the model, and the
// examples hold what the documents say.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/value.hpp"
#include "model/verification.hpp"
#include "support/content.hpp"

namespace {
using model::FieldInfo;
using model::Kind;
using model::RecordInfo;
using model::Row;

// The lines of a table that are no comments, cut at tabs.
std::vector<std::vector<std::string>> table(const std::string& name) {
    const std::string text = support::read_file("tests/model/" + name);
    std::vector<std::vector<std::string>> rows;
    for (const std::string_view line : base::split(text, '\n')) {
        if (line.empty() || line[0] == '#') continue;
        std::vector<std::string> cells;
        for (const std::string_view cell : base::split(line, '\t')) cells.emplace_back(cell);
        rows.push_back(cells);
    }
    return rows;
}

struct Place {
    const RecordInfo* record = nullptr;
    std::string field;
};
Place parse_place(const std::string& text) {
    const std::size_t dot = text.find('.');
    return {model::find_record(text.substr(0, dot)), dot == std::string::npos ? "" : text.substr(dot + 1)};
}
bool exists(const Place& place) {
    return place.record && (place.field == "order" || place.record->find(place.field) != nullptr);
}

bool exists_in_private_store(std::string_view place) {
    const RecordInfo& info = model::verification_record();
    const std::string head = std::string(info.name) + ".";
    return place.starts_with(head) && info.find(place.substr(head.size())) != nullptr;
}

bool text_holds(const Row& row, const FieldInfo& field, const std::string& wanted) {
    switch (field.kind) {
        case Kind::Text:
            return base::contains(model::get<std::string>(row, field), wanted);
        case Kind::Texts:
            return std::ranges::any_of(model::get<std::vector<std::string>>(row, field),
                                       [&](const std::string& text) { return base::contains(text, wanted); });
        case Kind::Choice:
            return field.choices->values[model::get_choice(row, field)] == wanted;
        case Kind::Flag:
            return wanted == (model::get<bool>(row, field) ? "true" : "false");
        case Kind::Ref:
            return model::get_ref(row, field).text() == wanted;
        case Kind::Date:
            return model::get<model::Date>(row, field).iso() == wanted;
        case Kind::Integer: {
            const auto& number = model::get<std::optional<std::int64_t>>(row, field);
            return number && std::to_string(*number) == wanted;
        }
        case Kind::Decimal: {
            const auto& number = model::get<std::optional<model::Decimal>>(row, field);
            return number && number->text() == wanted;
        }
        case Kind::Money:
        case Kind::Moment:
        case Kind::Refs:
            return false;  // no fact is told by one
    }
    return false;
}

bool holds(const model::Plan& plan, const Place& place, const std::string& wanted) {
    const model::Table& rows = plan.table(place.record->type);
    if (place.field == "*") return std::to_string(rows.size()) == wanted;
    const FieldInfo* field = place.record->find(place.field);
    if (!field) return false;
    for (const model::RowPtr& row : rows)
        if (text_holds(*row, *field, wanted)) return true;
    return false;
}
}  // namespace

TEST_CASE("dictionary: every field of the documents has a place in the model") {
    std::set<std::string> sections;
    for (const auto& row : table("dictionary.tsv")) {
        CAPTURE(row[1]);
        REQUIRE(row.size() == 3);
        sections.insert(row[0]);
        const bool is_private = row[2].starts_with("private ");
        const std::string places = row[2].substr(is_private ? std::string_view("private ").size() : 0);
        for (const std::string_view place : base::split(places, ' ')) {
            CAPTURE(place);
            CHECK(exists(parse_place(std::string(place))) == !is_private);
            CHECK(exists_in_private_store(place) == is_private);
        }
    }
    for (int section = 1; section <= 21; ++section) {
        CAPTURE(section);
        CHECK(sections.count("1." + std::to_string(section)) == 1);
    }
    CHECK_FALSE(exists(parse_place("goal.colour")));
    CHECK_FALSE(exists(parse_place("wish.text")));
}

TEST_CASE("dictionary: no record can hold what belongs to a verification application") {
    constexpr std::array forbidden{"identityNumber", "mobile", "staffNumber", "education", "nickname"};
    for (const RecordInfo& info : model::records())
        for (const char* name : forbidden) CHECK(info.find(name) == nullptr);
    for (const char* name : forbidden) CHECK(model::verification_record().find(name) != nullptr);
    CHECK(model::find_record(model::verification_record().name) == nullptr);
    CHECK(model::find_record(model::verification_record().list) == nullptr);
}

TEST_CASE("dictionary: each document's facts are in the example built from it") {
    std::map<std::string, model::Plan> examples;
    for (const std::string& id : support::template_ids()) examples[id] = support::example(id);
    std::set<std::string> seen;
    for (const auto& row : table("facts.tsv")) {
        REQUIRE(row.size() == 3);
        CAPTURE(row[0]);
        CAPTURE(row[1]);
        CAPTURE(row[2]);
        const Place place = parse_place(row[1]);
        REQUIRE(place.record);
        CHECK(holds(examples[row[0]], place, row[2]));
        CHECK_FALSE(holds(examples[row[0]], place, row[2] + "§"));
        seen.insert(row[0]);
    }
    CHECK(seen.size() == support::template_ids().size());
}
