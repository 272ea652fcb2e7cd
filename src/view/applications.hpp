// view/applications.hpp: the applications of the private store as a table. Numbers are masked; what is not to be read
// over a shoulder is not in it.
#pragma once

#include "view/table.hpp"

namespace view {

struct ApplicationsState {
    std::vector<Id> rows;
};
Table applications_table(const app::Workspace& work, ApplicationsState& state);

// Asks whether they shall go.
app::OpenDialog ask_removal(const std::vector<Id>& applications);
// Those that have passed their last day, by what is known without the passphrase.
std::vector<Id> expired_while_locked(const app::Workspace& work);

// What is to be done about rows of the open store, with the rows that it is about.
struct VaultNotice {
    std::string_view id;
    std::string text, help;
    std::vector<Id> rows;
};
std::vector<VaultNotice> vault_notices(const app::Workspace& work);

}  // namespace view
