#include "store/frame.hpp"

#include <doctest/doctest.h>

#include "store/one_line.hpp"
#include "store/store_support.hpp"

using namespace store;

namespace {

Frame sample(FrameKind kind, std::string_view body) {
    Frame frame;
    frame.kind = kind;
    frame.schema_major = 1;
    frame.plan = *base::Id::parse("plan-1");
    frame.writer = *base::Id::parse("w");
    frame.state.revision = 7;
    frame.after = {6, 0xABC};
    frame.base = {5, 0xDEF};
    frame.saved = store_test::noon();
    frame.summary = {"两行\n标题 \\n", "急诊科", "draft", 12};
    frame.body = body;
    return frame;
}

}  // namespace

TEST_CASE("frame: what was written is read") {
    for (const FrameKind kind : {FrameKind::Snapshot, FrameKind::Journal, FrameKind::Trash}) {
        Frame frame = sample(kind, "{\"a\":1}\n");
        const std::string bytes = encode_frame(frame);
        const auto read = decode_frame(bytes);
        REQUIRE(read);
        CHECK(read->kind == kind);
        CHECK(read->plan == frame.plan);
        CHECK(read->writer == frame.writer);
        CHECK(read->state == frame.state);
        CHECK(read->saved == frame.saved);
        CHECK(read->summary == frame.summary);
        CHECK(read->body == frame.body);
        if (kind == FrameKind::Journal) CHECK((read->after == frame.after && read->base == frame.base));
        const auto named = parse_file_name(file_name(frame));
        REQUIRE(named);
        CHECK((named->kind == kind && named->state == frame.state));
    }
}

TEST_CASE("frame: every changed bit, every cut and every addition is noticed") {
    Frame frame = sample(FrameKind::Journal, "+ tasks {\"id\":\"x\"}\n");
    const std::string bytes = encode_frame(frame);
    std::size_t changes = 0, noticed = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = bytes;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            ++changes;
            noticed += !decode_frame(changed);
        }
        ++changes;
        noticed += !decode_frame(bytes.substr(0, at));
        ++changes;
        noticed += !decode_frame(bytes + bytes.substr(0, at + 1));
    }
    MESSAGE("changes noticed: ", noticed, " of ", changes);
    CHECK(noticed == changes);
}

TEST_CASE("frame: a newer format is told from damage") {
    Frame frame = sample(FrameKind::Snapshot, "{}");
    frame.format = frame_format + 1;
    std::string bytes = encode_frame(frame);
    auto read = decode_frame(bytes);
    REQUIRE(read);
    CHECK(read->newer());
    frame = sample(FrameKind::Snapshot, "{}");
    frame.schema_major = 2;
    bytes = encode_frame(frame);
    read = decode_frame(bytes);
    REQUIRE(read);
    CHECK(read->newer());
    frame.schema_major = 0;
    bytes = encode_frame(frame);
    CHECK(decode_frame(bytes)->older());
}

TEST_CASE("frame: errors") {
    CHECK(decode_frame("").error().code == "store-cut");
    CHECK(decode_frame("hello").error().code == "store-foreign");
    CHECK(decode_frame("fanglue-store 1 jour").error().code == "store-cut");
    Frame frame = sample(FrameKind::Journal, "body");
    std::string bytes = encode_frame(frame);
    CHECK(decode_frame(bytes.substr(0, bytes.size() - 1)).error().code == "store-cut");
    bytes.back() = 'Y';
    CHECK(decode_frame(bytes).error().code == "store-damaged");
    frame.after.revision = frame.state.revision;  // would go round in circles
    CHECK(decode_frame(encode_frame(frame)).error().code == "store-damaged");
}

TEST_CASE("frame: names") {
    CHECK(!parse_file_name("j-0000000042-0123456789abcdeF"));
    CHECK(!parse_file_name("x-0000000042-0123456789abcdef"));
    CHECK(!parse_file_name("j-42"));
    CHECK(parse_file_name("j-42-0123456789abcdef"));
    CHECK(split_path("/plans/abc/x")->plan == "abc");
    CHECK(split_path("/plans/.backup/abc/x")->area == backup_root);
    for (const std::string_view path :
         {"/plans/../x", "/plans/a/../b", "/plans/.x/a/b", "/plans/a/.b", "/plans/a", "/other/a/b", "plans/a/b",
          "/plans/a/b/c", "/plans/.backup/../x", "/plans//x", "/plansa/b/c"})
        CHECK_MESSAGE(!split_path(path), path);
    for (const std::string_view text : {"", "a b", "a\\sb", "\\", "\n\n", "a\\nb \\", "方略"}) {
        CHECK(from_line(to_line(text)) == text);
        CHECK(from_line(to_word(text)) == text);
        CHECK(to_word(text).find_first_of(" \n") == std::string::npos);
    }
}
