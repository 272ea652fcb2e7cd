// planner key: a new key to sign with, in a file under a passphrase; its public half is printed, to be given to others.
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/passphrase.hpp"
#include "sharing/keys.hpp"
#include "sharing/protect.hpp"

namespace cli {
namespace {
Exit run(const Context& context, const Arguments& arguments) {
    const std::string name = arguments.get("--name"), path = arguments.get("-o");
    if (name.empty() || name.find('\n') != std::string::npos) return fail(context, {"sign-name", {}, {}});
    if (exists(path)) return fail(context, {"file-exists", path, {}});  // a key that goes cannot be made again
    const auto passphrase = passphrase_of(arguments);
    if (!passphrase) return fail(context, passphrase.error());
    const sharing::KeyPair key = sharing::make_key(random_bytes(64));
    const auto bytes = sharing::protect(sharing::write_key({name, key}), *passphrase,
                                        {random_bytes(sharing::salt_size), random_bytes(sharing::nonce_size)});
    if (!bytes) return fail(context, bytes.error());
    if (const base::Status written = write_output(path, *bytes); !written) return fail(context, written.error());
    return write(context, {}, key.public_key + " " + name + "\n");
}

constexpr Option options[] = {{"--name", "NAME", Need::Required},
                              {"--passphrase-file", "FILE", Need::Required},
                              language_option,
                              {"-o", "FILE", Need::Required}};
}  // namespace

const Command key_command{"key", {}, options, run};

}  // namespace cli
