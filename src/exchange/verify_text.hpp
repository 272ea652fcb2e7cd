// exchange/verify_text.hpp: what the signatures of a plan still say of it, in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/words.hpp"
#include "revision/diff.hpp"
#include "sharing/chain.hpp"

namespace exchange {

// What changed since the step was signed; nothing if the content of then is not known.
std::optional<revision::Diff> changes_since(const model::Plan& plan, const sharing::CheckedStep& checked);

// A paragraph for each step and a sum at the end.
std::string verify_text(const base::Words& words, const model::Plan& plan, const sharing::CheckedChain& chain,
                        const std::vector<sharing::KnownKey>& keys);

}  // namespace exchange
