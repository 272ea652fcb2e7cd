// app/row_transfer.hpp: rows on their way over the clipboard: what was copied or cut here, and what a paste comes to.
// Of a plan it changes nothing itself: it says which commands would.
#pragma once

#include <set>

#include "sheet/table_paste.hpp"

namespace app {

struct TransferContext {
    const model::Plan& plan;
    const sheet::Typing& typing;
    base::IdSource& ids;
};

// What a paste comes to: a batch to carry out as one undo step and then select and say; or nothing but what to say; or
// a question to the person about RowTransfer::pending().
struct Transfer {
    edit::Batch batch = {};
    std::string label = {};  // words key
    model::RecordType record{};
    model::Id first = {}, last = {};  // rows to select
    std::string said = {};
    bool error = false;
    bool asks = false;
};

// A paste that waits for the person's word.
struct PendingPaste {
    sheet::TableView table = {};
    sheet::Cells cells = {};
    sheet::PasteHead head = {};  // without columns: whole rows of another plan
    sheet::PasteInto into = sheet::PasteInto::NewRows;
    bool may_overwrite = false;  // cells of the same shape as the chosen rows
    sheet::Paste paste = {};
};

class RowTransfer {
  public:
    struct Copy {
        std::string text, html;
        std::size_t rows = 0;
    };
    // The chosen rows for the clipboard. Cut ones are only marked: pasting in the same plan moves them, and what is
    // never pasted stays where it is. Null: there are none.
    std::optional<Copy> copy(const base::Words& words, const model::Plan& plan, const sheet::TableView& table,
                             sheet::Cut cut);
    [[nodiscard]] const std::set<model::Id>& cut_rows() const { return cut_; }  // with all below them
    void forget_cut() { cut_.clear(); }

    // Rows that were cut or copied here, or in this plan elsewhere, go behind the chosen ones as they are; cells of any
    // other origin become new rows there.
    Transfer paste(const TransferContext& context, const sheet::TableView& table, const std::string& text,
                   const std::string& html);

    [[nodiscard]] const PendingPaste& pending() const { return pending_; }
    void read_column(const TransferContext& context, std::size_t column, sheet::PasteColumn::Use use,
                     const model::FieldInfo* field);
    void paste_into(const TransferContext& context, sheet::PasteInto into);
    Transfer settle(const base::Words& words);  // the pending paste as it is now

  private:
    struct Held {
        model::Plan plan;  // as it was
        model::RecordType record{};
        std::vector<model::Id> rows;
        std::string mark, text;
    };
    [[nodiscard]] std::optional<Held> rows_of(const model::Plan& plan, const std::string& text,
                                              const std::string& html) const;
    Transfer move(const TransferContext& context, const sheet::TableView& table);
    Transfer copy_whole(const TransferContext& context, const sheet::TableView& table, const Held& rows);
    void plan_pending(const TransferContext& context);

    std::optional<Held> held_;
    std::set<model::Id> cut_;
    PendingPaste pending_;
};

}  // namespace app
