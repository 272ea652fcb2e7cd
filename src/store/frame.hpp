// store/frame.hpp: the form of every stored file: a few header lines, a checksum over everything, a body.
//
// The header says what the file is without its path: kind, plan, revision, how it joins the others, and what a list of
// plans shows. So there is no index file that could disagree with the plans.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "store/files.hpp"

namespace store {

inline constexpr int frame_format = 1;

enum class FrameKind : std::uint8_t {
    Snapshot,  // body: the whole plan's JSON
    Journal,   // body: the rows changed since revision `base`, as they are at `revision` (see changes.hpp)
    Trash,     // no body: the plan was deleted at `saved`; revision: the newest of the plan then
};

// A state of a plan. The digest tells apart two states that different writers gave the same number.
struct State {
    std::uint64_t revision = 0;
    std::uint64_t digest = 0;
    auto operator<=>(const State&) const = default;
};

// What lists show of a plan without opening it.
struct Summary {
    std::string title, department;
    std::string status;  // name of the choice
    std::uint64_t tasks = 0;
    bool operator==(const Summary&) const = default;
};

struct Frame {
    FrameKind kind = FrameKind::Snapshot;
    int format = frame_format;
    int schema_major = 0, schema_minor = 0;  // of the plan's JSON
    base::Id plan;
    base::Id writer;  // one run of one program: tells a repeated attempt from another writer's work
    State state;  // of a journal the digest is its checksum: it covers the links, so it stands for the whole history
    State after;  // journal: the state before it, and
    State base;   // the one before that. The body turns either into `state`, so one lost journal costs nothing.
    base::Moment saved;
    Summary summary;
    std::string_view body;  // of the bytes it was read from

    [[nodiscard]] bool newer() const;  // in a form or of a schema that this program does not read
    [[nodiscard]] bool older() const;
};

// The file's bytes. Sets the digest: of a journal from the bytes; of a snapshot from the body, unless one is given.
std::string encode_frame(Frame& frame);

// Errors (subject empty): "store-foreign" (not a file of ours), "store-cut" (shorter or longer than it says),
// "store-damaged" (anything else). A frame of a newer format is no error as long as its checksum is right.
base::Result<Frame> decode_frame(std::string_view bytes);

// s-0000000042-0123456789abcdef, j-…, t-…: sorted by age within a kind.
std::string file_name(const Frame& frame);

// What a name promises, even if the content is damaged.
struct NamedFrame {
    FrameKind kind;
    State state;
};
std::optional<NamedFrame> parse_file_name(std::string_view name);

std::string plan_folder(const base::Id& plan);
std::string plan_path(const Frame& frame);

}  // namespace store
