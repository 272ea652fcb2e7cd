// Gives the scripts in this folder what only the program knows: random plans, the schema, and what the reader says of a
// file.
#include <charconv>
#include <iostream>
#include <iterator>
#include <string>

#include "codec/normal_form.hpp"
#include "codec/plan_json.hpp"
#include "support/random_plan.hpp"

namespace {

std::uint64_t number(std::string_view text) {
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// One line per seed: {"written": text, "canonical": text}.
void print_plans(std::uint64_t first, std::uint64_t count) {
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        const model::Plan plan = support::random_plan(seed, {.unknown_members = seed % 2 == 0});
        std::cout << "{\"written\":" << codec::json_string(codec::encode_plan(plan))
                  << ",\"canonical\":" << codec::json_string(codec::canonical_plan(plan)) << "}\n";
    }
}

// For each line of the input, a plan's JSON: "ok" or "CODE SUBJECT".
void check_lines() {
    for (std::string line; std::getline(std::cin, line);) {
        const auto decoded = codec::decode_plan(line);
        if (decoded)
            std::cout << "ok\n";
        else
            std::cout << decoded.error().code << ' ' << decoded.error().subject << '\n';
    }
}

// For each line of the input, a file's bytes in hexadecimal: its canonical form, or the code of its refusal.
void judge_bytes() {
    for (std::string line; std::getline(std::cin, line);) {
        std::string bytes;
        for (std::size_t at = 0; at + 1 < line.size(); at += 2) {
            unsigned byte = 0;
            std::from_chars(&line[at], &line[at] + 2, byte, 16);
            bytes += static_cast<char>(byte);
        }
        const auto decoded = codec::decode_plan(bytes);
        std::cout << (decoded ? codec::canonical_plan(*decoded) : decoded.error().code) << '\n';
    }
}

void print_canonical() {
    const std::string json(std::istreambuf_iterator<char>(std::cin), {});
    if (const auto decoded = codec::decode_plan(json)) std::cout << codec::canonical_plan(*decoded);
}

void print_ranges() {
    for (const codec::CodePointRange& range : codec::surely_nfc_ranges())
        std::cout << static_cast<std::uint32_t>(range.first) << ' ' << static_cast<std::uint32_t>(range.last) << '\n';
}
}  // namespace

int main(int count, char** arguments) {
    const std::string_view command = count > 1 ? arguments[1] : "";
    if (command == "plans" && count == 4)
        print_plans(number(arguments[2]), number(arguments[3]));
    else if (command == "schema")
        std::cout << codec::schema();
    else if (command == "check")
        check_lines();
    else if (command == "bytes")
        judge_bytes();
    else if (command == "canonical")
        print_canonical();
    else if (command == "ranges")
        print_ranges();
    else
        return 3;
    return 0;
}
