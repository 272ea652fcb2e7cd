// Deflate by zlib, whole strings at a time.
#include <zlib.h>

#include <limits>

#include "base/zip.hpp"

namespace base {
namespace {

constexpr int raw_window_bits = -MAX_WBITS;  // negative: without zlib's own header and checksum
constexpr std::size_t most = std::numeric_limits<uInt>::max();

void point(z_stream& stream, std::string_view in, std::string& out) {
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));  // only read
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
}

}  // namespace

Result<std::string> inflate(std::string_view deflated, std::size_t size) {
    const Error damaged{"deflate-damaged", {}, {}};
    if (deflated.size() > most || size > most) return damaged;
    std::string bytes(size, '\0');
    z_stream stream{};
    point(stream, deflated, bytes);
    if (inflateInit2(&stream, raw_window_bits) != Z_OK) return damaged;
    const int ended = ::inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    if (ended != Z_STREAM_END || stream.avail_out != 0) return damaged;
    return bytes;
}

std::string deflate(std::string_view bytes) {
    z_stream stream{};
    if (bytes.size() > most / 2) return {};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, raw_window_bits, MAX_MEM_LEVEL - 1,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string deflated(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    point(stream, bytes, deflated);
    const int ended = ::deflate(&stream, Z_FINISH);
    deflated.resize(ended == Z_STREAM_END ? stream.total_out : 0);
    deflateEnd(&stream);
    return deflated;
}

}  // namespace base
