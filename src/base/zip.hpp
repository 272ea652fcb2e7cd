// base/zip.hpp: ZIP archives (APPNOTE 6.3.3, without encryption, splitting and ZIP64), so that what the program hands
// out in one piece can be opened with what every computer has.
//
// The container is own code on zlib's deflate: minizip, which comes with it, is written around files, and is longer
// than this without saying what is wrong with an archive or bounding what it unpacks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace base {

struct ZipEntry {
    std::string name;  // UTF-8, parts separated by '/'
    std::string bytes;
};

// Deflated where that makes it smaller. Errors: "zip-too-large" (4 GiB or 65,535 entries reached; subject: the entry).
// The same input gives the same bytes.
Result<std::string> write_zip(const std::vector<ZipEntry>& entries, Moment time);

struct ZipLimits {
    std::size_t entries = 20000;
    std::uint64_t bytes = std::uint64_t{512} << 20;   // of all entries that are wanted, unpacked
    bool (*wanted)(std::string_view name) = nullptr;  // the others are neither unpacked nor counted; null: all are
};

// The files, folders left out, in the order of the central directory. Errors (subject: the entry's name, if known):
// "zip-syntax", "zip-cut", "zip-checksum", "zip-encrypted", "zip-method", "zip-name" (absolute, with "..", or twice),
// "zip-too-large" (beyond the limits, or more than it says).
Result<std::vector<ZipEntry>> read_zip(std::string_view archive, const ZipLimits& limits = {});

// Their names alone, in the same order and with the same errors as far as those do not concern contents.
Result<std::vector<std::string>> zip_names(std::string_view archive, const ZipLimits& limits = {});

bool looks_like_zip(std::string_view bytes);

// Raw deflate data (RFC 1951) of exactly `size` bytes when unpacked. Errors: "deflate-damaged".
Result<std::string> inflate(std::string_view deflated, std::size_t size);
// The bytes as raw deflate data; empty if there is no memory for it or they are more than 2 GiB.
std::string deflate(std::string_view bytes);

}  // namespace base
