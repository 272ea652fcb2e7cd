#include "view/table.hpp"

#include <algorithm>
#include <cmath>

#include "view/words.hpp"

namespace view {

std::vector<std::size_t> fitting(std::span<const Column> columns, float width) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (width >= columns[i].from) places.push_back(i);
    return places;
}

std::vector<float> share_out(std::span<const Width> wanted, float total) {
    std::vector<float> widths;
    for (const Width& each : wanted) widths.push_back(std::floor(each.least));
    // Whose least is more than an equal part keeps it, which makes the part of the others smaller.
    std::vector<bool> keeps;
    for (const Width& each : wanted) keeps.push_back(!each.grows);
    for (bool settled = false; !settled;) {
        settled = true;
        float left = total;
        std::size_t growing = 0;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            growing += !keeps[i];
            left -= keeps[i] ? widths[i] : 0;
        }
        if (growing == 0) break;
        const float part = std::floor(left / static_cast<float>(growing));
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (keeps[i]) continue;
            if (wanted[i].least > part) {
                keeps[i] = true;
                settled = false;
            }
            widths[i] = std::floor(std::max(wanted[i].least, part));
        }
    }
    float used = 0;
    for (const float each : widths) used += each;
    if (!widths.empty() && used < total) widths.back() += total - used;  // no gap at the right edge
    return widths;
}

Cell chip(std::string_view text, Tone tone) {
    return {.text = std::string(text), .chip = tone};
}

namespace {
std::optional<std::size_t> place_of(std::span<const Id> rows, const Id& id) {
    const auto found = std::ranges::find(rows, id);
    return id.empty() || found == rows.end() ? std::nullopt
                                             : std::optional(static_cast<std::size_t>(found - rows.begin()));
}
}  // namespace

Empty without_rows(const app::Workspace& work, RecordType record) {
    const base::Words& words = work.words();
    const model::RecordInfo& info = model::record(record);
    const std::string key = "record." + std::string(info.name) + ".empty";
    const std::string_view name = record_word(words, info);
    Empty empty{words.has(key) ? std::string(words(key)) : words("record.empty", {name})};
    if (work.read_only()) return empty;
    empty.action = words("action.add-record", {name});
    empty.command = app::AddRow{record};
    return empty;
}

void take_selection(const app::Workspace& work, Table& table) {
    const app::View& view = work.view();
    if (view.selection.record != table.record) return;
    table.chosen = view.selection.id;
    if (table.can(kChoosesMany)) table.chosen_end = view.range_end;
}

Chosen chosen_in(const app::Workspace& work, const Table& table) {
    Chosen chosen{place_of(table.rows, table.chosen), place_of(table.rows, table.chosen_end), {}};
    if (!chosen.row) chosen.end.reset();
    if (const std::set<Id>& cut = work.transfer().cut_rows(); !cut.empty() && table.can(kCopies))
        for (std::size_t i = 0; i < table.rows.size(); ++i)
            if (cut.contains(table.rows[i])) chosen.cut.push_back(i);
    return chosen;
}

sheet::TableView clipboard_view(const Table& table) {
    sheet::TableView copied{.record = table.record, .columns = table.fields};
    copied.rows.assign(table.rows.begin(), table.rows.end());
    const auto at = place_of(table.rows, table.chosen);
    const auto end = table.chosen_end.empty() ? at : place_of(table.rows, table.chosen_end);
    copied.chosen = at && end;
    if (copied.chosen) {
        copied.first = std::min(*at, *end);
        copied.last = std::max(*at, *end);
    }
    return copied;
}

}  // namespace view
