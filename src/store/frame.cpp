#include "store/frame.hpp"

#include <array>

#include "base/checksum.hpp"
#include "base/text.hpp"
#include "codec/plan_json.hpp"
#include "store/one_line.hpp"
#include "store/whole_number.hpp"

namespace store {
namespace {

constexpr std::string_view magic = "fanglue-store ";
constexpr std::array<std::string_view, 3> kind_names{"snapshot", "journal", "trash"};
constexpr std::array<char, 3> kind_letters{'s', 'j', 't'};

std::string hex(std::uint64_t value) {
    std::string text(16, '0');
    for (std::size_t i = 16; i-- > 0; value >>= 4) text[i] = "0123456789abcdef"[value & 15u];
    return text;
}

std::optional<std::uint64_t> parse_hex(std::string_view text) {
    if (text.size() != 16) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit && !(c >= 'a' && c <= 'f')) return std::nullopt;  // no capitals: one text per value
        value = value << 4 | static_cast<std::uint64_t>(digit ? c - '0' : c - 'a' + 10);
    }
    return value;
}

bool parse_state(std::string_view text, State& state) {
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos || !parse_number(text.substr(0, blank), state.revision)) return false;
    const auto digest = parse_hex(text.substr(blank + 1));
    state.digest = digest.value_or(0);
    return digest.has_value();
}

bool parse_schema(std::string_view text, Frame& frame) {
    const std::size_t point = text.find('.');
    return point != std::string_view::npos && parse_number(text.substr(0, point), frame.schema_major) &&
           parse_number(text.substr(point + 1), frame.schema_minor);
}

bool parse_id(std::string_view text, base::Id& id) {
    const auto parsed = base::Id::parse(text);
    id = parsed.value_or(base::Id{});
    return parsed.has_value();
}

void add_line(std::string& header, std::string_view key, std::string_view value) {
    header.append(key).append(1, ' ').append(value).append(1, '\n');
}

std::string state_text(const State& state) {
    return std::to_string(state.revision) + ' ' + hex(state.digest);
}

bool set_field(Frame& frame, std::string_view key, std::string_view value, std::uint64_t& size) {
    if (key == "plan") return parse_id(value, frame.plan);
    if (key == "writer") return parse_id(value, frame.writer);
    if (key == "schema") return parse_schema(value, frame);
    if (key == "revision") return parse_number(value, frame.state.revision);
    if (key == "state") return parse_state(value, frame.state);
    if (key == "after") return parse_state(value, frame.after);
    if (key == "base") return parse_state(value, frame.base);
    if (key == "tasks") return parse_number(value, frame.summary.tasks);
    if (key == "size") return parse_number(value, size);
    if (key == "saved") {
        const auto moment = base::Moment::parse(value);
        if (moment) frame.saved = *moment;
        return moment || value == "-";
    }
    if (key == "title") frame.summary.title = from_line(value);
    if (key == "department") frame.summary.department = from_line(value);
    if (key == "status") frame.summary.status = from_line(value);
    return true;  // a newer format may say more
}

// "fanglue-store 1 journal"; of a newer format the kind may be one that has no name here.
bool parse_first_line(std::string_view line, Frame& frame) {
    line.remove_prefix(magic.size());
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos || !parse_number(line.substr(0, blank), frame.format)) return false;
    for (std::size_t i = 0; i < kind_names.size(); ++i) {
        if (line.substr(blank + 1) != kind_names[i]) continue;
        frame.kind = static_cast<FrameKind>(i);
        return frame.format >= 1;
    }
    return frame.format > frame_format;
}

const base::Error damaged{"store-damaged", {}, {}};

}  // namespace

bool Frame::newer() const {
    return format > frame_format || schema_major > codec::version_major;
}
bool Frame::older() const {
    return !newer() && schema_major < codec::version_major;
}

std::string encode_frame(Frame& frame) {
    std::string bytes(magic);
    bytes += std::to_string(frame.format) + ' ';
    bytes += kind_names[static_cast<std::size_t>(frame.kind)];
    bytes += '\n';
    add_line(bytes, "plan", frame.plan.text());
    add_line(bytes, "writer", frame.writer.text());
    add_line(bytes, "schema", std::to_string(frame.schema_major) + '.' + std::to_string(frame.schema_minor));
    if (frame.kind == FrameKind::Journal) {
        add_line(bytes, "revision", std::to_string(frame.state.revision));
        add_line(bytes, "after", state_text(frame.after));
        add_line(bytes, "base", state_text(frame.base));
    } else {
        if (frame.state.digest == 0) frame.state.digest = base::crc64(frame.body, frame.state.revision);
        add_line(bytes, "state", state_text(frame.state));
    }
    add_line(bytes, "saved", frame.saved ? frame.saved.iso() : "-");
    add_line(bytes, "title", to_line(frame.summary.title));
    add_line(bytes, "department", to_line(frame.summary.department));
    add_line(bytes, "status", to_line(frame.summary.status));
    add_line(bytes, "tasks", std::to_string(frame.summary.tasks));
    add_line(bytes, "size", std::to_string(frame.body.size()));
    const std::uint64_t sum = base::crc64(frame.body, base::crc64(bytes));
    if (frame.kind == FrameKind::Journal) frame.state.digest = sum;
    add_line(bytes, "sum", hex(sum));
    return bytes.append(frame.body);
}

base::Result<Frame> decode_frame(std::string_view bytes) {
    if (!bytes.starts_with(magic)) return base::Error{bytes.empty() ? "store-cut" : "store-foreign", {}, {}};
    Frame frame;
    std::uint64_t size = 0;
    std::size_t at = bytes.find('\n');
    if (at == std::string_view::npos) return base::Error{"store-cut", {}, {}};
    if (!parse_first_line(bytes.substr(0, at), frame)) return damaged;
    for (++at;;) {
        const std::size_t end = bytes.find('\n', at);
        if (end == std::string_view::npos) return base::Error{"store-cut", {}, {}};
        const std::string_view line = bytes.substr(at, end - at);
        const std::size_t blank = line.find(' ');
        if (blank == std::string_view::npos) return damaged;
        const std::string_view key = line.substr(0, blank), value = line.substr(blank + 1);
        if (key == "sum") {
            frame.body = bytes.substr(end + 1);
            const auto sum = parse_hex(value);
            if (sum && *sum == base::crc64(frame.body, base::crc64(bytes.substr(0, at)))) {
                if (frame.kind == FrameKind::Journal) frame.state.digest = *sum;
                break;
            }
            return base::Error{size == frame.body.size() ? "store-damaged" : "store-cut", {}, {}};
        }
        if (!set_field(frame, key, value, size)) return damaged;
        at = end + 1;
    }
    // The checksum held, so what is missing or contradicts itself was never written by this program.
    const bool whole = size == frame.body.size() && frame.plan && frame.state.revision > 0;
    const bool linked = frame.kind != FrameKind::Journal ||
                        (frame.after.revision < frame.state.revision && frame.base.revision <= frame.after.revision);
    if (!whole || !linked) return damaged;
    return frame;
}

std::string file_name(const Frame& frame) {
    std::string number = std::to_string(frame.state.revision);
    if (number.size() < 10) number.insert(0, 10 - number.size(), '0');
    return std::string(1, kind_letters[static_cast<std::size_t>(frame.kind)]) + '-' + number + '-' +
           hex(frame.state.digest);
}

std::optional<NamedFrame> parse_file_name(std::string_view name) {
    const auto parts = base::split(name, '-');
    if (parts.size() != 3 || parts[0].size() != 1) return std::nullopt;
    NamedFrame named{};
    const auto digest = parse_hex(parts[2]);
    if (!digest || !parse_number(parts[1], named.state.revision)) return std::nullopt;
    named.state.digest = *digest;
    for (std::size_t i = 0; i < kind_letters.size(); ++i) {
        if (parts[0][0] != kind_letters[i]) continue;
        named.kind = static_cast<FrameKind>(i);
        return named;
    }
    return std::nullopt;
}

std::string plan_folder(const base::Id& plan) {
    return std::string(root) + '/' + plan.str();
}
std::string plan_path(const Frame& frame) {
    return plan_folder(frame.plan) + '/' + file_name(frame);
}

}  // namespace store
