// A decision as a link of its device's chain. Pure; any thread.
#pragma once

#include "core/audit/chain.hpp"
#include "core/store/ledger_types.hpp"

namespace countersign::store
{

// Of its compact JWS, as the next entry names it.
[[nodiscard]] domain::Digest digestOf(const SealedDecision &decision);

// Where the chain ends without the decision, by its own word, and with it.
[[nodiscard]] audit::ChainHead headBefore(const SealedDecision &decision);
[[nodiscard]] audit::ChainHead headAfter(const SealedDecision &decision);

} // namespace countersign::store
