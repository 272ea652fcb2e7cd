#include "cli/passphrase.hpp"

#include <unistd.h>

#include <cstdlib>

#include "cli/files.hpp"

namespace cli {

base::Result<std::string> passphrase_of(const Arguments& arguments) {
    if (!arguments.has("--passphrase-file")) return base::Error{"usage-missing-option", "--passphrase-file", "FILE"};
    const std::string path = arguments.get("--passphrase-file");
    if (path == "-" && !arguments.operands.empty() && arguments.operands[0] == "-")
        return base::Error{"usage-repeated-operand", "-", {}};
    base::Result<std::string> bytes = read_input(path, std::size_t{1} << 16);
    if (!bytes) return bytes.error();
    std::string line = bytes->substr(0, bytes->find('\n'));
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return line;
}

std::string random_bytes(std::size_t size) {
    std::string bytes(size, '\0');
    if (::getentropy(bytes.data(), size) != 0) std::abort();  // only for more than 256 bytes, or without a kernel
    return bytes;
}

}  // namespace cli
