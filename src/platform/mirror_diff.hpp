// platform/mirror_diff.hpp: what changed between two mirrors, as one compact batch for the page.
//
// The batch is a list of 32-bit words, read by web/mirror.js:
//   1 key                       the node is gone
//   2 key mask groups…          a new or changed node; mask says which groups follow, in the order of Group
//   3 parent count keys…        the children of a node, in order
// Numbers are integers or floats; a string is its length in bytes and then its UTF-8, padded to whole words.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "app/frame_io.hpp"

namespace platform {

enum Group : std::uint32_t {
    kRole = 1u << 0,
    kFlags = 1u << 1,
    kRect = 1u << 2,  // x, y relative to the parent's, width, height
    kClip = 1u << 3,  // x, y relative to the own rectangle, width, height; how many parts are seen, each likewise
    kName = 1u << 4,
    kValue = 1u << 5,
    kDescription = 1u << 6,
    kPlaceholder = 1u << 7,
    kPosition = 1u << 8,  // level, row, rows, column, columns
    kNumbers = 1u << 9,   // now, min, max
    kEditor = 1u << 10,   // font, padding x, padding y, line, text colour, fill colour
    kLinks = 1u << 11,    // controls, active descendant
};

class MirrorDiff {
  public:
    // Takes the mirror of this frame and returns the batch that leads there from the last one; empty if nothing
    // changed. Nodes before the last modal one that do not contain it count as covered. Of nodes with the same key the
    // first wins.
    const std::vector<std::uint32_t>& update(std::vector<app::MirrorNode> nodes);

    // The topmost node under a point that is not covered and has one of `flags`; 0 if there is none.
    [[nodiscard]] app::NodeKey hit(float x, float y, std::uint32_t flags) const;
    // True if a node lies under the point that is covered there.
    [[nodiscard]] bool covered(float x, float y) const;
    [[nodiscard]] std::size_t node_count() const { return nodes_.size(); }
    [[nodiscard]] std::size_t duplicate_count() const { return duplicates_; }

  private:
    struct Place {
        std::uint32_t index = 0;
        float x = 0, y = 0;  // relative to the parent's rectangle
    };
    void cover_behind_modal(std::vector<app::MirrorNode>& nodes) const;
    void write_node(const app::MirrorNode& node, const app::MirrorNode* before, const Place& place, const Place* old);
    void write_orders(const std::vector<app::MirrorNode>& nodes);
    void word(std::uint32_t value) { batch_.push_back(value); }
    void number(float value);
    void rect(const app::Rect& value);
    void text(const std::string& value);

    std::vector<app::MirrorNode> nodes_;
    std::unordered_map<app::NodeKey, Place> places_;
    std::unordered_map<app::NodeKey, std::vector<app::NodeKey>> children_;
    std::vector<std::uint32_t> batch_;
    std::size_t duplicates_ = 0;
};

}  // namespace platform
