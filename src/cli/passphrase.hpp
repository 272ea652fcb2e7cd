// cli/passphrase.hpp: passphrases and random bytes of commands that encrypt or sign.
#pragma once

#include "base/result.hpp"
#include "cli/arguments.hpp"

namespace cli {

inline constexpr Option passphrase_option{"--passphrase-file", "FILE"};

// The first line of the file of "--passphrase-file", so that the passphrase stands in no list of processes and no
// history of a shell. Errors: those of read_input, "usage-missing-option".
base::Result<std::string> passphrase_of(const Arguments& arguments);

std::string random_bytes(std::size_t size);  // at most 256, of the system

}  // namespace cli
