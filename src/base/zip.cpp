#include "base/zip.hpp"

#include <optional>
#include <set>

#include "base/checksum.hpp"
#include "base/text.hpp"

namespace base {
namespace {

constexpr std::uint32_t local_mark = 0x04034B50, central_mark = 0x02014B50, end_mark = 0x06054B50;
constexpr std::size_t local_size = 30, central_size = 46, end_size = 22;
constexpr unsigned encrypted_flag = 1u, utf8_flag = 1u << 11;
constexpr std::uint32_t method_stored = 0, method_deflated = 8;

void put(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFu);
}

std::uint32_t get(std::string_view bytes, std::size_t at, int count) {
    std::uint32_t value = 0;
    for (int i = count; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

// MS-DOS: two-second steps from 1980.
std::uint32_t dos_time(Moment time) {
    if (!time || time.date().year() < 1980 || time.date().year() > 2107) return 1u << 21 | 1u << 16;
    const Date day = time.date();
    const auto minutes = static_cast<std::uint32_t>(time.minutes() - std::int64_t{day.days()} * 1440);
    const auto date = static_cast<std::uint32_t>((day.year() - 1980) << 9 | day.month() << 5 | day.day());
    return date << 16 | minutes / 60 << 11 | minutes % 60 << 5;
}

// From "version needed" to "extra field length", the same in both headers.
void put_common(std::string& out, const ZipEntry& entry, std::uint32_t time, std::uint32_t sum, std::size_t packed) {
    put(out, 20, 2);
    put(out, utf8_flag, 2);
    put(out, packed < entry.bytes.size() ? method_deflated : method_stored, 2);
    put(out, time, 4);
    put(out, sum, 4);
    put(out, packed, 4);
    put(out, entry.bytes.size(), 4);
    put(out, entry.name.size(), 2);
    put(out, 0, 2);
}

bool good_name(std::string_view name) {
    if (name.empty() || name.front() == '/' || find_invalid_utf8(name) != std::string_view::npos) return false;
    if (name.find('\\') != std::string_view::npos || name.find('\0') != std::string_view::npos) return false;
    for (const std::string_view part : split(name, '/'))
        if (part == ".." || part == ".") return false;
    return true;
}

// Old programs write names in the machine's own code page without saying which: such a name is made plain and unique.
std::string readable_name(std::string_view name, std::size_t number) {
    if (find_invalid_utf8(name) == std::string_view::npos) return std::string(name);
    std::string plain = std::to_string(number) + '-';
    for (const char c : name) plain += static_cast<unsigned char>(c) < 0x80 ? c : '_';
    return plain;
}

struct Central {
    std::string_view name;
    std::uint32_t flags = 0, method = 0, sum = 0, packed = 0, size = 0, offset = 0;
    std::size_t next = 0;
};

std::optional<Central> read_central(std::string_view archive, std::size_t at) {
    if (archive.size() - at < central_size || get(archive, at, 4) != central_mark) return std::nullopt;
    Central entry;
    entry.flags = get(archive, at + 8, 2);
    entry.method = get(archive, at + 10, 2);
    entry.sum = get(archive, at + 16, 4);
    entry.packed = get(archive, at + 20, 4);
    entry.size = get(archive, at + 24, 4);
    const std::size_t name = get(archive, at + 28, 2), extra = get(archive, at + 30, 2),
                      comment = get(archive, at + 32, 2);
    entry.offset = get(archive, at + 42, 4);
    if (archive.size() - at - central_size < name + extra + comment) return std::nullopt;
    entry.name = archive.substr(at + central_size, name);
    entry.next = at + central_size + name + extra + comment;
    return entry;
}

Result<std::string> unpack(std::string_view archive, const Central& entry) {
    const auto error = [&](std::string_view code) { return Error{std::string(code), std::string(entry.name), {}}; };
    if ((entry.flags & encrypted_flag) != 0) return error("zip-encrypted");
    if (entry.method != method_stored && entry.method != method_deflated) return error("zip-method");
    if (entry.offset > archive.size() || archive.size() - entry.offset < local_size) return error("zip-cut");
    if (get(archive, entry.offset, 4) != local_mark) return error("zip-syntax");
    const std::size_t begin =
        entry.offset + local_size + get(archive, entry.offset + 26, 2) + get(archive, entry.offset + 28, 2);
    if (begin > archive.size() || archive.size() - begin < entry.packed) return error("zip-cut");
    const std::string_view packed = archive.substr(begin, entry.packed);
    if (entry.method == method_stored && entry.packed != entry.size) return error("zip-syntax");
    // Deflate cannot shrink below 1/1032, so what claims more is a lie that would only cost memory.
    if (entry.size / 1032 > entry.packed) return error("zip-too-large");
    Result<std::string> bytes =
        entry.method == method_stored ? Result<std::string>(std::string(packed)) : inflate(packed, entry.size);
    if (!bytes) return error("zip-checksum");
    if (crc32(*bytes) != entry.sum) return error("zip-checksum");
    return bytes;
}

// The end record is the last thing but for a comment of up to 65,535 bytes.
std::optional<std::size_t> find_end(std::string_view archive) {
    if (archive.size() < end_size) return std::nullopt;
    const std::size_t least = archive.size() > end_size + 65535 ? archive.size() - end_size - 65535 : 0;
    for (std::size_t at = archive.size() - end_size + 1; at-- > least;)
        if (get(archive, at, 4) == end_mark && at + end_size + get(archive, at + 20, 2) == archive.size()) return at;
    return std::nullopt;
}

struct Listed {
    std::string name;
    Central central;
};

// The files of the central directory, all within the limits.
Result<std::vector<Listed>> list(std::string_view archive, const ZipLimits& limits) {
    const auto end = find_end(archive);
    if (!end) return Error{looks_like_zip(archive) ? "zip-cut" : "zip-syntax", {}, {}};
    const std::size_t count = get(archive, *end + 10, 2);
    if (count > limits.entries) return Error{"zip-too-large", {}, std::to_string(count)};
    std::size_t at = get(archive, *end + 16, 4);
    std::vector<Listed> files;
    std::set<std::string> names;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (at > *end) return Error{"zip-cut", {}, {}};
        const auto entry = read_central(archive, at);
        if (!entry) return Error{"zip-syntax", {}, {}};
        at = entry->next;
        std::string name = readable_name(entry->name, i);
        if (!good_name(name) || !names.insert(name).second) return Error{"zip-name", name, {}};
        if (entry->name.back() == '/' || (limits.wanted && !limits.wanted(name))) continue;
        sum += entry->size;
        if (sum > limits.bytes) return Error{"zip-too-large", std::string(entry->name), {}};
        files.push_back({std::move(name), *entry});
    }
    return files;
}

}  // namespace

Result<std::string> write_zip(const std::vector<ZipEntry>& entries, Moment time) {
    constexpr std::uint64_t limit = 0xFFFFFFFFu;
    std::string out, directory;
    const std::uint32_t stamp = dos_time(time);
    for (const ZipEntry& entry : entries) {
        const std::uint64_t after = out.size() + entry.bytes.size() + directory.size() + 2 * entry.name.size() + 128;
        if (after > limit || entries.size() > 65534 || entry.name.size() > 65535)
            return Error{"zip-too-large", entry.name, {}};
        const std::uint32_t sum = crc32(entry.bytes);
        const std::string small = deflate(entry.bytes);
        const std::string& packed = small.empty() || small.size() >= entry.bytes.size() ? entry.bytes : small;
        put(directory, central_mark, 4);
        put(directory, 20, 2);
        put_common(directory, entry, stamp, sum, packed.size());
        directory.append(2 + 2 + 2 + 4, '\0');  // comment, disk, attributes
        put(directory, out.size(), 4);
        directory += entry.name;
        put(out, local_mark, 4);
        put_common(out, entry, stamp, sum, packed.size());
        out += entry.name;
        out += packed;
    }
    const std::size_t begin = out.size();
    out += directory;
    put(out, end_mark, 4);
    put(out, 0, 4);
    put(out, entries.size(), 2);
    put(out, entries.size(), 2);
    put(out, directory.size(), 4);
    put(out, begin, 4);
    put(out, 0, 2);
    return out;
}

Result<std::vector<ZipEntry>> read_zip(std::string_view archive, const ZipLimits& limits) {
    const auto listed = list(archive, limits);
    if (!listed) return listed.error();
    std::vector<ZipEntry> entries;
    for (const Listed& entry : *listed) {
        auto bytes = unpack(archive, entry.central);
        if (!bytes) return bytes.error();
        entries.push_back({entry.name, std::move(bytes).value()});
    }
    return entries;
}

Result<std::vector<std::string>> zip_names(std::string_view archive, const ZipLimits& limits) {
    auto listed = list(archive, limits);
    if (!listed) return listed.error();
    std::vector<std::string> names;
    for (Listed& entry : listed.value()) names.push_back(std::move(entry.name));
    return names;
}

bool looks_like_zip(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

}  // namespace base
