#include "model/table.hpp"

#include <algorithm>

namespace model {
namespace {
const Id& id_of(const RowPtr& row) {
    return row->id;
}
}  // namespace

std::size_t Table::chunk_for(const Id& id) const {
    const auto after = std::upper_bound(spine_->begin(), spine_->end(), id, [](const Id& wanted, const auto& chunk) {
        return wanted < chunk->front()->id;
    });
    return after == spine_->begin() ? 0 : static_cast<std::size_t>(after - spine_->begin()) - 1;
}

const Row* Table::find(const Id& id) const {
    if (!spine_ || spine_->empty()) return nullptr;
    const Chunk& chunk = *(*spine_)[chunk_for(id)];
    const auto at = std::ranges::lower_bound(chunk, id, {}, id_of);
    return at != chunk.end() && (*at)->id == id ? at->get() : nullptr;
}

RowPtr Table::get(const Id& id) const {
    if (!spine_ || spine_->empty()) return nullptr;
    const Chunk& chunk = *(*spine_)[chunk_for(id)];
    const auto at = std::ranges::lower_bound(chunk, id, {}, id_of);
    return at != chunk.end() && (*at)->id == id ? *at : nullptr;
}

Table::Spine& Table::own_spine() {
    if (!spine_) spine_ = std::make_shared<Spine>();
    if (spine_.use_count() > 1) spine_ = std::make_shared<Spine>(*spine_);
    return *spine_;
}

Table::Chunk& Table::own_chunk(std::size_t index) {
    std::shared_ptr<Chunk>& chunk = own_spine()[index];
    if (chunk.use_count() > 1) chunk = std::make_shared<Chunk>(*chunk);
    return *chunk;
}

void Table::put(RowPtr row) {
    if (own_spine().empty()) {
        spine_->push_back(std::make_shared<Chunk>(1, std::move(row)));
        size_ = 1;
        return;
    }
    const std::size_t index = chunk_for(row->id);
    Chunk& chunk = own_chunk(index);
    const auto at = std::ranges::lower_bound(chunk, row->id, {}, id_of);
    if (at != chunk.end() && (*at)->id == row->id) {
        *at = std::move(row);
        return;
    }
    chunk.insert(at, std::move(row));
    ++size_;
    if (chunk.size() <= chunk_limit) return;
    const auto middle = chunk.begin() + static_cast<std::ptrdiff_t>(chunk.size() / 2);
    auto upper = std::make_shared<Chunk>(middle, chunk.end());
    chunk.erase(middle, chunk.end());
    spine_->insert(spine_->begin() + static_cast<std::ptrdiff_t>(index) + 1, std::move(upper));
}

bool Table::erase(const Id& id) {
    if (!find(id)) return false;
    const std::size_t index = chunk_for(id);
    Chunk& chunk = own_chunk(index);
    chunk.erase(std::ranges::lower_bound(chunk, id, {}, id_of));
    if (chunk.empty()) spine_->erase(spine_->begin() + static_cast<std::ptrdiff_t>(index));
    --size_;
    return true;
}

const RowPtr& Table::Iterator::operator*() const {
    return (*(*table_->spine_)[chunk_])[at_];
}

Table::Iterator& Table::Iterator::operator++() {
    if (++at_ == (*table_->spine_)[chunk_]->size()) {
        ++chunk_;
        at_ = 0;
    }
    return *this;
}

void Table::compare(const Table& before, const Table& after,
                    const base::Callback<void(const RowPtr&, const RowPtr&)>& changed) {
    if (before.spine_ == after.spine_) return;
    Iterator a = before.begin(), b = after.begin();
    const Iterator a_end = before.end(), b_end = after.end();
    const RowPtr none;
    while (a != a_end || b != b_end) {
        const bool both = a != a_end && b != b_end;
        if (both && a.at_ == 0 && b.at_ == 0 && (*before.spine_)[a.chunk_] == (*after.spine_)[b.chunk_]) {
            ++a.chunk_;
            ++b.chunk_;
        } else if (b == b_end || (both && (*a)->id < (*b)->id)) {
            changed(*a, none);
            ++a;
        } else if (a == a_end || (*b)->id < (*a)->id) {
            changed(none, *b);
            ++b;
        } else {
            if (*a != *b) changed(*a, *b);
            ++a;
            ++b;
        }
    }
}

}  // namespace model
