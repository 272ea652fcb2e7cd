// report/chapters.hpp: the chapters of a plan document, one function each; they share the builder.
#pragma once

#include "report/builder.hpp"

namespace report {

void goals_chapter(Builder& builder);          // goals by horizon with their targets, then the key tasks
void work_chapter(Builder& builder);           // breakdown, milestones, people, equipment, budget
void risks_chapter(Builder& builder);          // register, responses, assurance
void evaluation_chapter(Builder& builder);     // monitoring, criteria, indicators with readings
void communication_chapter(Builder& builder);  // communication and collaboration
void publishing_chapter(Builder& builder);     // accounts, rules, publications, inquiries, incidents
void consortium_chapter(Builder& builder);
void inspections_chapter(Builder& builder, base::Date today);
void records_chapter(Builder& builder);  // people, approval, comments, calendar

// "2026-01-01 至 2026-03-31"; one end alone if the other is open.
enum class Lines : std::uint8_t { One, Two };
std::string range_text(const base::Words& words, const std::string& from, const std::string& until,
                       Lines lines = Lines::One);
// A day and what is said beside it or instead of it: "2026-06-30（6月底）", "6月底".
std::string day_and_words(const base::Words& words, const std::string& day, const std::string& in_words);
template <auto Day, auto Text, class Record> std::string when_text(Builder& b, const Record& record) {
    const std::string day = b.take<Day>(record);
    return day_and_words(b.words(), day, b.take<Text>(record));
}
// The same in a table: a day that needs no words is a day, so that a workbook can compute with it.
template <auto Day, auto Text, class Record> Cell when_cell(Builder& b, const Record& record) {
    const std::string in_words = b.take<Text>(record);
    if (in_words.empty()) return b.take_cell(model::record(Record::type), record, model::field_of<Day>());
    return day_and_words(b.words(), b.take<Day>(record), in_words);
}
// "63 次/日", "92%".
std::string measured(const std::string& value, const std::string& unit);
// Adds a last row to the table that sums one column of amounts; other cells stay blank.
void add_total(const base::Words& words, Table& table, const std::string& header, const Cell& total);

}  // namespace report
