// tests/fuzz/targets.hpp: everything that takes in bytes from outside, each as a function of one input and the laws
// that must hold whatever the bytes are.
//
// libFuzzer drives them under ASan and UBSan (libfuzzer.cpp, `./dev fuzz`); replay.cpp runs what is kept under corpus/
// and crashers/ in every other build. A new importer gets a function here and a row in targets.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace fuzz {

void plan(std::string_view bytes);    // a plan file
void row(std::string_view bytes);     // LIST and a row's JSON, separated by a blank: a line of a journal, the clipboard
void report(std::string_view bytes);  // a plan file, through the checks into a report
void exchange(std::string_view bytes);    // a file of any format: "NAME\nBYTES"
void intake(std::string_view bytes);      // a document, a text of any encoding
void word(std::string_view bytes);        // a Word file, or the XML of its text alone
void book(std::string_view bytes);        // a workbook, or the XML of one sheet; a file of separated values
void project(std::string_view bytes);     // a file of Microsoft Project
void merge(std::string_view bytes);       // three plan files, separated by the byte 1E: base, ours, theirs
void signatures(std::string_view bytes);  // a plan file with signatures and recorded versions
void store(std::string_view bytes);       // the stored files of a plan, one after the other
void tail(std::string_view bytes);        // what the page kept in localStorage
void archive(std::string_view bytes);     // a ZIP archive
void contents(std::string_view bytes);    // the files in an archive: "NAME SIZE\nBYTES" one after the other
void inflate(std::string_view bytes);     // compressed data
void calendar(std::string_view bytes);    // a file of holidays
void language(std::string_view bytes);    // a file of words
void text(std::string_view bytes);        // what somebody typed or pasted

struct Target {
    std::string_view name;  // of its folders, too
    void (*run)(std::string_view bytes);
};
std::span<const Target> targets();
const Target* find_target(std::string_view name);

// Ends the program with the law's name if it does not hold: what every fuzzer counts as a find.
void law(bool holds, const char* name);

// Words of the formats, one a line, quoted as libFuzzer wants a dictionary.
std::string dictionary();

// Starting points: FOLDER/TARGET/NAME, made from random plans of the present schema.
void write_seeds(const std::string& folder);

}  // namespace fuzz
