// model/table.hpp: an immutable-by-value table of rows, sorted by id, whose copies share everything that is equal.
//
// Two levels: a spine of chunks of up to 64 rows. Copying a table copies one pointer; putting a row copies one chunk
// and the spine (10,000 rows: about 64 + 160 pointers), so one edit costs the same in a small and in a large plan, and
// undo keeps whole plans. Inner nodes are changed in place while nobody shares them, so loading is linear. A cache that
// compares tables by same() must hold a copy of the table it compares with: that copy is what forces the copy on write.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "base/callback.hpp"
#include "model/field.hpp"

namespace model {

using RowPtr = std::shared_ptr<const Row>;

class Table {
  public:
    static constexpr std::size_t chunk_limit = 64;

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] const Row* find(const Id& id) const;
    [[nodiscard]] RowPtr get(const Id& id) const;  // null if absent
    void put(RowPtr row);                          // inserts, or replaces the row of the same id
    bool erase(const Id& id);                      // false if absent
    // true: shares all; false says nothing
    [[nodiscard]] bool same(const Table& other) const { return spine_ == other.spine_; }

    // Calls changed(before, after) for every id whose row pointers differ; null on the side that lacks it. Skips shared
    // chunks.
    static void compare(const Table& before, const Table& after,
                        const base::Callback<void(const RowPtr&, const RowPtr&)>& changed);

    class Iterator {
      public:
        const RowPtr& operator*() const;
        Iterator& operator++();
        bool operator==(const Iterator&) const = default;

      private:
        friend class Table;
        const Table* table_ = nullptr;
        std::size_t chunk_ = 0, at_ = 0;
        Iterator(const Table* table, std::size_t chunk) : table_(table), chunk_(chunk) {}
    };
    [[nodiscard]] Iterator begin() const { return {this, 0}; }
    [[nodiscard]] Iterator end() const { return {this, spine_ ? spine_->size() : 0}; }

  private:
    using Chunk = std::vector<RowPtr>;  // sorted by id, never empty
    using Spine = std::vector<std::shared_ptr<Chunk>>;

    [[nodiscard]] std::size_t chunk_for(const Id& id) const;  // index of the only chunk that may hold id
    Spine& own_spine();
    Chunk& own_chunk(std::size_t index);

    std::shared_ptr<Spine> spine_;
    std::size_t size_ = 0;
};

}  // namespace model
