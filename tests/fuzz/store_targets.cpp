// What the store reads: whatever lies in its folder, a plan that opens can go on being saved, and what was saved is
// found again.
#include <algorithm>
#include <cstdio>
#include <vector>

#include "base/checksum.hpp"
#include "base/zip.hpp"
#include "fuzz/targets.hpp"
#include "model/integrity.hpp"
#include "store/archive.hpp"
#include "store/plan_store.hpp"

namespace fuzz {
namespace {

using ::store::Evidence;
using ::store::MemoryFiles;

constexpr std::string_view magic = "fanglue-store ";
const base::Moment now = base::Moment::at(base::Date::from_days(20640), 9, 0);

// Random changes hardly ever come with the right checksum; so it is put right, and what lies behind it is tried, too.
std::string with_right_sum(std::string_view file) {
    const std::size_t at = file.find("\nsum ");
    const std::size_t end = at == std::string_view::npos ? at : file.find('\n', at + 1);
    if (end == std::string_view::npos) return std::string(file);
    const std::string_view header = file.substr(0, at + 1), body = file.substr(end + 1);
    char sum[32];
    std::snprintf(sum, sizeof sum, "sum %016llx\n",
                  static_cast<unsigned long long>(base::crc64(body, base::crc64(header))));
    return std::string(header) + sum + std::string(body);
}

// The input cut before each file's first line.
std::vector<std::string_view> pieces_of(std::string_view bytes) {
    std::vector<std::string_view> pieces;
    while (!bytes.empty() && pieces.size() < 64) {
        const std::size_t next = std::min(bytes.find(magic, 1), bytes.size());
        pieces.push_back(bytes.substr(0, next));
        bytes.remove_prefix(next);
    }
    return pieces;
}

model::Plan changed(const model::Plan& plan) {
    model::Plan result = plan;
    model::Cover cover = plan.cover();
    cover.title = cover.title == "改过" ? "又改过" : "改过";
    result.put(cover);
    return result;
}

// Opens the plan, if it opens, saves a change and finds it again.
void go_on_with(MemoryFiles& files, const base::Id& id) {
    (void)::store::list_plan(files, id);
    const auto opened = ::store::open_stored(files, id);
    if (!opened) return law(!opened.error().code.empty(), "store: a refusal has a code");
    law(model::check_plan(opened->plan).ok(), "store: what opens is whole");
    ::store::PlanStore writer(*opened, ::store::list_backups(files, id), *base::Id::parse("fuzz-writer"));
    const model::Plan next = changed(opened->plan);
    files.apply(writer.begin(next, now));
    writer.confirmed();
    const auto again = ::store::open_stored(files, id);
    law(again.ok(), "store: a plan that was saved opens");
    law(model::equal(again->plan, next), "store: what was saved is found again");
}

}  // namespace

void store(std::string_view bytes) {
    MemoryFiles files;
    base::Id id;
    for (const std::string_view piece : pieces_of(bytes)) {
        (void)::store::decode_frame(piece);
        std::string mended = with_right_sum(piece);
        const auto frame = ::store::decode_frame(mended);
        if (!frame) {
            if (!id.empty()) files.files[::store::plan_folder(id) + "/j-0000000009-00000000000000aa"] = mended;
            continue;
        }
        // Beyond what saving can reach; an archive that brings such a file is refused it.
        if (frame->state.revision > std::uint64_t{1} << 48) continue;
        if (id.empty()) id = frame->plan;
        const std::string path = ::store::plan_folder(id) + '/' + ::store::file_name(*frame);
        files.files[path] = std::move(mended);
    }
    if (!id.empty()) go_on_with(files, id);
}

void tail(std::string_view bytes) {
    const auto files = ::store::decode_tail(bytes);
    law(::store::decode_tail(::store::encode_tail(files)) == files, "tail: decode(encode(t)) == t");
    const auto witnesses = ::store::decode_witnesses(bytes);
    law(::store::decode_witnesses(::store::encode_witnesses(witnesses)) == witnesses, "tail: decode(encode(w)) == w");
    Evidence evidence;
    evidence.tail = files;
    for (const auto& file : files)
        if (const auto parts = ::store::split_path(file.path))
            if (const auto id = base::Id::parse(parts->plan)) (void)::store::open_plan(*id, {}, evidence);
}

namespace {
void import(std::string_view bytes) {
    base::IdSource ids(1);
    MemoryFiles files;
    auto entries = base::read_zip(bytes);
    if (!entries) return law(!entries.error().code.empty(), "archive: a refusal has a code");
    const auto import =
        ::store::import_entries(files, std::move(entries).value(), ids, *base::Id::parse("fuzz-import"), now);
    if (!import) return law(!import.error().code.empty(), "archive: a refusal has a code");
    law(import->commit.remove.empty(), "archive: an import removes nothing");
    for (const auto& file : import->commit.put)
        law(::store::split_path(file.path).has_value(), "archive: files go only where the store keeps files");
    files.apply(import->commit);
    for (const ::store::ImportedPlan& plan : import->plans) {
        if (plan.outcome == ::store::Outcome::Added)
            law(::store::open_stored(files, plan.id).ok(), "archive: an added plan opens");
        if (!plan.id.empty()) go_on_with(files, plan.id);
    }
}
}  // namespace

void archive(std::string_view bytes) {
    const auto entries = base::read_zip(bytes, {.entries = 100, .bytes = 1 << 22});
    if (!entries) return law(!entries.error().code.empty(), "zip: a refusal has a code");
    const auto written = base::write_zip(*entries, now);
    law(written.ok(), "zip: what was read can be written");
    const auto again = base::read_zip(*written);
    law(again.ok() && again->size() == entries->size(), "zip: what was written can be read");
    for (std::size_t i = 0; i < entries->size(); ++i)
        law((*again)[i].name == (*entries)[i].name && (*again)[i].bytes == (*entries)[i].bytes,
            "zip: read(write(entries)) == entries");
    import(bytes);
}

void contents(std::string_view bytes) {
    std::vector<base::ZipEntry> entries;
    while (!bytes.empty() && entries.size() < 64) {
        const std::size_t line = std::min(bytes.find('\n'), bytes.size());
        const std::string_view head = bytes.substr(0, line);
        bytes.remove_prefix(std::min(line + 1, bytes.size()));
        const std::size_t blank = std::min(head.find(' '), head.size());
        std::size_t size = 0;
        for (const char c : head.substr(blank))
            if (c >= '0' && c <= '9')
                size = std::min<std::size_t>(size * 10 + static_cast<std::size_t>(c - '0'), 1 << 20);
        const std::string_view content = bytes.substr(0, size);
        entries.push_back({std::string(head.substr(0, blank)), with_right_sum(content)});
        bytes.remove_prefix(content.size());
    }
    if (const auto packed = base::write_zip(entries, now)) import(*packed);
}

void inflate(std::string_view bytes) {
    for (const std::size_t size : {std::size_t{0}, std::size_t{100}, std::size_t{70000}})
        if (const auto unpacked = base::inflate(bytes, size))
            law(unpacked->size() == size, "inflate: gives what was promised");
    const auto again = base::inflate(base::deflate(bytes), bytes.size());
    law(again && *again == bytes, "inflate: inflate(deflate(b)) == b");
}

}  // namespace fuzz
