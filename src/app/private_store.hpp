// app/private_store.hpp: what the application asks of the private store: rows encrypted under a passphrase, apart from
// everything that StoreFiles keeps; never mirrored, backed up or exported. web/private.js carries it out.
#pragma once

#include <cstdint>
#include <string>

namespace app {

// Carried out in order, each answered once. Codes when it failed: private-unsupported, private-wrong (passphrase),
// private-locked, private-absent, private-exists, private-damaged, private-changed (by another tab), and those of
// StoreFiles.
struct PrivateStore {
    std::uint32_t id = 0;
    enum class Act : std::uint8_t {
        Look,     // Answer.code "absent", "locked" or "open"; bytes: a line "ID DATE" for each row
        Sweep,    // removes rows whose last day lies before `first`; needs no passphrase; bytes: how many
        Create,   // first: the passphrase; open afterwards
        Unlock,   // first: the passphrase; bytes: a line "ID CONTENT" for each row, "!ID DATE" for a damaged one
        Change,   // first: the passphrase, second: the next one
        Put,      // first: the row's id, second: its last day or nothing, content: without line breaks
        Remove,   // first: ids, one a line; needs no passphrase
        Lock,     // forgets the key
        Destroy,  // deletes everything; needs no passphrase
    } act = Act::Look;
    std::string first = {};
    std::string second = {};
    std::string content = {};
};

}  // namespace app
