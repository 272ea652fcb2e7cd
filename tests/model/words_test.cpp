// Every record, field, choice and unit has a word in the source language, so that generic tables and forms never show a
// bare key.
#include "base/words.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "model/field.hpp"
#include "model/verification.hpp"

namespace {
void collect(const model::RecordInfo& info, std::set<std::string>& keys) {
    const std::string name(info.name);
    keys.insert("record." + name);
    keys.insert("record." + name + ".empty");
    for (const model::FieldInfo& field : info.fields) {
        keys.insert("field." + name + "." + std::string(field.name));
        if (!field.unit.empty()) keys.insert("unit." + std::string(field.unit));
        if (!field.choices) continue;
        for (const std::string_view value : field.choices->values)
            keys.insert("choice." + std::string(field.choices->name) + "." + std::string(value));
    }
}
}  // namespace

TEST_CASE("words: everything that the model describes has a word") {
    std::set<std::string> keys;
    for (const model::RecordInfo& info : model::records()) collect(info, keys);
    collect(model::verification_record(), keys);
    REQUIRE(keys.size() > model::record_type_count);
    for (const std::string& key : keys) {
        CAPTURE(key);
        CHECK(base::Words::simplified_chinese().has(key));
    }
}
