#include "exchange/errand.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <span>

#include "codec/plan_json.hpp"
#include "exchange/circulation.hpp"

namespace exchange {
namespace {
using base::Error;
using base::Result;

// ---------------------------------------------------------------- packing: each text behind its length, "5:hello"

void put_text(std::string& out, std::string_view text) {
    out.append(std::to_string(text.size())).append(":").append(text);
}

std::optional<std::vector<std::string_view>> texts_in(std::string_view bytes) {
    std::vector<std::string_view> texts;
    while (!bytes.empty()) {
        std::size_t size = 0;
        const auto [end, problem] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), size);
        const auto start = static_cast<std::size_t>(end - bytes.data()) + 1;
        if (problem != std::errc{} || start > bytes.size() || *end != ':' || bytes.size() - start < size)
            return std::nullopt;
        texts.push_back(bytes.substr(start, size));
        bytes.remove_prefix(start + size);
    }
    return texts;
}

// ---------------------------------------------------------------- the operations

Result<Files> export_plan(const Format& format, const Errand& errand, const base::Words& words,
                          const Progress& progress) {
    const auto plan = codec::decode_plan(errand.bytes);
    if (!plan) return plan.error();
    progress(25);  // of the time for 10,000 tasks; writing takes the rest
    auto bytes = write(format, *plan,
                       {words, errand.now.date(), errand.subject, errand.inspection, errand.table, errand.style,
                        errand.unit, errand.profile});
    if (!bytes) return bytes.error();
    return Files{std::move(bytes).value()};
}

Result<Files> import_file(const Format& format, const Errand& errand, const base::Words&, const Progress& progress) {
    const auto plans = read(format, errand.bytes);
    if (!plans) return plans.error();
    progress(80);
    Files files;
    for (const model::Plan& plan : *plans) files.push_back(codec::encode_plan(plan));
    return files;
}

Error not_packed() {
    return Error{"errand-failed", {}, {}};
}

Result<Files> pack_archive(const Format&, const Errand& errand, const base::Words&, const Progress&) {
    const auto texts = texts_in(errand.bytes);
    if (!texts || texts->size() % 2 != 0) return not_packed();
    auto archive = base::write_zip(entries_of(Files(texts->begin(), texts->end())), errand.now);
    if (!archive) return archive.error();
    return Files{std::move(archive).value()};
}

Result<Files> unpack_archive(const Format&, const Errand& errand, const base::Words&, const Progress&) {
    auto entries = base::read_zip(errand.bytes);
    if (!entries) return entries.error();
    Files files;
    for (base::ZipEntry& entry : entries.value()) {
        files.push_back(std::move(entry.name));
        files.push_back(std::move(entry.bytes));
    }
    return files;
}

// What passes between people: the first `plans` of so many texts are plans.
using Circulate = Result<Files> (*)(const std::vector<model::Plan>& plans, std::span<const std::string_view> texts,
                                    base::Moment now, const base::Words& words);
template <Circulate circulate, std::size_t plans, std::size_t others>
Result<Files> circulated(const Format&, const Errand& errand, const base::Words& words, const Progress& progress) {
    const auto texts = texts_in(errand.bytes);
    if (!texts || texts->size() != plans + others) return not_packed();
    std::vector<model::Plan> read;
    for (std::size_t i = 0; i < plans; ++i) {
        auto plan = codec::decode_plan((*texts)[i]);
        if (!plan) return plan.error();
        read.push_back(std::move(plan).value());
        progress(static_cast<int>(50 * (i + 1) / plans));
    }
    return circulate(read, std::span(*texts).subspan(plans), errand.now, words);
}

// By Operation.
constexpr std::array operations{export_plan,
                                import_file,
                                pack_archive,
                                unpack_archive,
                                circulated<record_copy, 1, 4>,
                                circulated<merge_copy, 2, 0>,
                                circulated<sign_copy, 1, 6>,
                                circulated<verify_copy, 1, 0>};

std::string digit(auto value) {
    return std::to_string(static_cast<int>(value));
}

// Of an enumeration with so many values, from 0.
template <class Enum> std::optional<Enum> choice_in(std::string_view text, std::size_t count) {
    if (text.size() != 1 || text[0] < '0' || static_cast<std::size_t>(text[0] - '0') >= count) return std::nullopt;
    return static_cast<Enum>(text[0] - '0');
}

}  // namespace

Result<Files> carry_out(const Errand& errand, const base::Words& words, const Progress& progress) {
    const Format* format = find_format(errand.format);
    if (!format) return not_packed();
    progress(0);
    auto files = operations[static_cast<std::size_t>(errand.operation)](*format, errand, words, progress);
    progress(100);
    return files;
}

std::string pack_texts(std::initializer_list<std::string_view> texts) {
    std::string out;
    for (const std::string_view text : texts) put_text(out, text);
    return out;
}

std::string pack(const Errand& errand) {
    std::string out;
    out.reserve(errand.bytes.size() + 200);
    put_text(out, digit(errand.operation));
    put_text(out, errand.format);
    put_text(out, errand.now.iso());
    put_text(out, report::info_of(errand.subject).id);
    put_text(out, errand.inspection.text());
    put_text(out, errand.table);
    put_text(out, errand.style);
    put_text(out, errand.unit);
    put_text(out, report::name_of(errand.profile));
    put_text(out, errand.bytes);
    return out;
}

Result<Errand> unpack_errand(std::string_view bytes) {
    const auto texts = texts_in(bytes);
    if (!texts || texts->size() != 10) return not_packed();
    const auto& all = *texts;
    const auto operation = choice_in<Operation>(all[0], operations.size());
    Subject subject{};
    const auto profile = report::find_profile(all[8]);
    const auto now = all[2].empty() ? base::Moment{} : base::Moment::parse(all[2]);
    const auto inspection = all[4].empty() ? model::Id{} : model::Id::parse(all[4]);
    if (!operation || !report::find_kind(all[3], subject) || !profile || !now || !inspection) return not_packed();
    return Errand{*operation,          std::string(all[1]), std::string(all[9]), *now,    subject, *inspection,
                  std::string(all[5]), std::string(all[6]), std::string(all[7]), *profile};
}

// Files begin with "ok", errors with "no".
std::string pack(const Result<Files>& outcome) {
    std::string out;
    if (outcome) {
        put_text(out, "ok");
        for (const std::string& file : *outcome) put_text(out, file);
    } else {
        put_text(out, "no");
        put_text(out, outcome.error().code);
        put_text(out, outcome.error().subject);
        put_text(out, outcome.error().detail);
    }
    return out;
}

Result<Files> unpack_outcome(std::string_view bytes) {
    const auto texts = texts_in(bytes);
    if (!texts || texts->empty()) return not_packed();
    const auto& all = *texts;
    if (all[0] == "ok") return Files(all.begin() + 1, all.end());
    if (all[0] != "no" || all.size() != 4) return not_packed();
    return Error{std::string(all[1]), std::string(all[2]), std::string(all[3])};
}

std::string pack(const std::vector<base::ZipEntry>& entries) {
    std::string out;
    for (const base::ZipEntry& entry : entries) {
        put_text(out, entry.name);
        put_text(out, entry.bytes);
    }
    return out;
}

std::vector<base::ZipEntry> entries_of(Files files) {
    std::vector<base::ZipEntry> entries;
    for (std::size_t i = 0; i + 1 < files.size(); i += 2)
        entries.push_back({std::move(files[i]), std::move(files[i + 1])});
    return entries;
}

std::string carry_out_packed(std::string_view errand, const base::Words& words, const Progress& progress) {
    const auto unpacked = unpack_errand(errand);
    return pack(unpacked ? carry_out(*unpacked, words, progress) : unpacked.error());
}

}  // namespace exchange
