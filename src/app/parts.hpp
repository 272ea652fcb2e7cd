// app/parts.hpp: the parts of the running application, each of which guards one thing, put together.
#pragma once

#include "app/circulation.hpp"
#include "app/desk.hpp"
#include "app/document.hpp"
#include "app/library.hpp"
#include "app/reports.hpp"
#include "app/row_transfer.hpp"
#include "app/vault.hpp"

namespace app {

struct Parts {
    explicit Parts(const store::Files& files)
        : document(clock),
          desk(requests, clock),
          errands(requests, clock),
          library({files, clock, ids, requests, errands, commands, document, desk}),
          circulation({clock, ids, document, requests, errands, commands, desk}),
          reports({clock, document, requests, errands, desk}),
          vault(requests) {}
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    Clock clock;
    base::IdSource ids{0};  // seeded by the platform's random bytes before anything is made
    Requests requests;
    Commands commands;  // what the parts themselves want, when an answer has come
    Document document;
    Desk desk;
    Errands errands;  // of the second program
    Library library;
    Circulation circulation;
    Reports reports;
    Vault vault;  // the private store; no plan, report or export reads it

    RowTransfer transfer;  // rows on their way over the clipboard
    bool update_ready = false, updating = false;
};

}  // namespace app
