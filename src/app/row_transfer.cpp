#include "app/row_transfer.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "edit/owned.hpp"
#include "edit/transfer.hpp"

namespace app {
namespace {
using model::Id;
using model::Plan;
using model::RecordInfo;

// Only ids: what is not shown does not leave the program unseen.
std::string mark_of(const Plan& plan, const RecordInfo& info, const std::vector<Id>& rows) {
    std::string mark = plan.id.str() + " " + std::string(info.name);
    for (const Id& id : rows) mark += " " + id.str();
    return mark;
}

struct Mark {
    Id plan;
    const RecordInfo* info = nullptr;
    std::vector<Id> rows;
};
Mark read_mark(std::string_view text) {
    Mark mark;
    const std::vector<std::string_view> words = base::split(text, ' ');
    if (words.size() < 3) return mark;
    mark.plan = Id::parse(words[0]).value_or(Id{});
    mark.info = model::find_record(words[1]);
    for (std::size_t i = 2; i < words.size(); ++i)
        if (const auto id = Id::parse(words[i])) mark.rows.push_back(*id);
    return mark;
}

std::string plain_lines(std::string_view text) {
    return base::replace_all(std::string(base::trim(text)), "\r\n", "\n");
}

Transfer only_said(std::string text, bool error) {
    Transfer transfer;
    transfer.said = std::move(text);
    transfer.error = error;
    return transfer;
}
}  // namespace

std::optional<RowTransfer::Copy> RowTransfer::copy(const base::Words& words, const Plan& plan,
                                                   const sheet::TableView& table, sheet::Cut cut) {
    const sheet::CopiedRows copied = sheet::copied_rows(words, plan, table);
    if (copied.rows == 0) return std::nullopt;
    const RecordInfo& info = model::record(table.record);
    std::vector<Id> rows = sheet::chosen_rows(plan, table);
    std::string mark = mark_of(plan, info, rows);
    Copy content{sheet::text_of_cells(copied.cells), sheet::html_of_cells(copied.cells, copied.head, mark),
                 copied.rows};
    cut_.clear();
    if (cut == sheet::Cut::Yes) {
        edit::RowSets all;
        std::set<Id>& of_table = all[static_cast<std::size_t>(table.record)];
        of_table.insert(rows.begin(), rows.end());
        edit::add_tied(plan, all, edit::Tie::Owned);
        cut_ = std::move(of_table);
    }
    held_ = Held{plan, table.record, std::move(rows), std::move(mark), plain_lines(content.text)};
    return content;
}

// By the mark in the HTML; by the text, where the clipboard keeps nothing else.
std::optional<RowTransfer::Held> RowTransfer::rows_of(const Plan& plan, const std::string& text,
                                                      const std::string& html) const {
    const std::string found = sheet::mark_of_html(html);
    if (held_ && (found.empty() ? plain_lines(text) == held_->text : found == held_->mark)) return held_;
    const Mark mark = read_mark(found);
    if (mark.plan != plan.id || !mark.info || mark.rows.empty()) return std::nullopt;
    return Held{plan, mark.info->type, mark.rows, {}, {}};
}

Transfer RowTransfer::move(const TransferContext& context, const sheet::TableView& table) {
    const base::Words& words = context.typing.words;
    std::optional<edit::Batch> batch =
        edit::move_behind(context.plan, table.record, held_->rows, sheet::row_before_new(context.plan, table));
    if (!batch) return only_said(std::string(words("paste.cut-nowhere")), false);
    cut_.clear();
    Transfer transfer{.batch = std::move(*batch), .label = "undo.move", .record = table.record};
    const std::vector<Id> rows = edit::top_rows(context.plan, table.record, held_->rows);
    transfer.first = rows.front();
    transfer.last = rows.back();
    transfer.said = words("message.moved-rows", {std::to_string(rows.size())});
    return transfer;
}

Transfer RowTransfer::copy_whole(const TransferContext& context, const sheet::TableView& table, const Held& rows) {
    const base::Words& words = context.typing.words;
    std::optional<edit::Copied> copied = edit::copy_behind(rows.plan, rows.record, rows.rows, context.plan,
                                                           sheet::row_before_new(context.plan, table), context.ids);
    if (!copied) return only_said(std::string(words("paste.choose-row")), true);
    if (copied->rows.empty()) return only_said(std::string(words("paste.no-table")), true);
    pending_ = {.table = table};
    sheet::Paste& paste = pending_.paste;
    paste.first = copied->rows.front();
    paste.last = copied->rows.back();
    paste.batch = std::move(copied->batch);
    for (const edit::Command& each : paste.batch) paste.added += std::get<edit::PutRow>(each).record == table.record;
    for (const edit::LostReference& lost : copied->lost)
        paste.problems.push_back({0, sheet::column_name(words, model::record(lost.record), *lost.field), lost.name,
                                  words("paste.lost", {lost.row})});
    if (paste.problems.empty()) return settle(words);
    Transfer transfer;
    transfer.asks = true;
    return transfer;
}

Transfer RowTransfer::paste(const TransferContext& context, const sheet::TableView& table, const std::string& text,
                            const std::string& html) {
    const base::Words& words = context.typing.words;
    if (const std::optional<Held> rows = rows_of(context.plan, text, html); rows && rows->record == table.record) {
        const bool moves = !cut_.empty() && held_ && rows->mark == held_->mark && held_->plan.id == context.plan.id;
        return moves ? move(context, table) : copy_whole(context, table, *rows);
    }
    std::optional<sheet::Cells> cells = sheet::pasted_cells(text, html);
    if (!cells)
        return only_said(words("paste.too-large", {std::to_string(sheet::pasted_bytes_limit / 1000000),
                                                   std::to_string(sheet::pasted_cells_limit)}),
                         true);
    // One cell over a whole row is hardly meant.
    if (cells->empty() || (cells->size() == 1 && cells->front().size() == 1))
        return only_said(std::string(words("paste.no-table")), true);
    const Mark mark = read_mark(sheet::mark_of_html(html));
    const bool same_columns = mark.info && mark.info->type == table.record;
    pending_ = {.table = table, .cells = std::move(*cells)};
    pending_.head = sheet::read_head(words, table, pending_.cells,
                                     same_columns ? sheet::Columns::AsInTable : sheet::Columns::Unknown);
    pending_.may_overwrite = table.last > table.first && pending_.head.columns.size() <= table.columns.size() &&
                             sheet::is_same_shape(table, pending_.cells, pending_.head);
    plan_pending(context);
    const sheet::Paste& paste = pending_.paste;
    if (!paste.refused.empty()) return only_said(std::string(words(paste.refused)), true);
    if (paste.problems.empty() && paste.readings.empty() && !pending_.head.asks() && !pending_.may_overwrite)
        return settle(words);
    Transfer transfer;
    transfer.asks = true;
    return transfer;
}

void RowTransfer::plan_pending(const TransferContext& context) {
    pending_.paste = sheet::plan_paste(context.plan, pending_.table, pending_.cells, pending_.head, pending_.into,
                                       context.typing, context.ids);
}

void RowTransfer::read_column(const TransferContext& context, std::size_t column, sheet::PasteColumn::Use use,
                              const model::FieldInfo* field) {
    sheet::PasteColumn& as = pending_.head.columns[column];
    as.use = use;
    as.field = field;
    plan_pending(context);
}

void RowTransfer::paste_into(const TransferContext& context, sheet::PasteInto into) {
    pending_.into = into;
    plan_pending(context);
}

Transfer RowTransfer::settle(const base::Words& words) {
    const PendingPaste done = std::exchange(pending_, {});
    if (done.paste.batch.empty()) return only_said(std::string(words("paste.nothing-new")), false);
    Transfer transfer{.batch = done.paste.batch, .label = "undo.paste", .record = done.table.record};
    transfer.first = done.paste.first;
    transfer.last = done.paste.last;
    transfer.said =
        words("message.pasted-rows", {std::to_string(done.paste.changed), std::to_string(done.paste.added)});
    if (done.head.rows_above > 0)
        transfer.said += words("message.pasted-below-title", {std::to_string(done.head.rows_above)});
    return transfer;
}

}  // namespace app
