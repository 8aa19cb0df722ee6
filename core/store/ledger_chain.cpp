#include "core/store/ledger_chain.hpp"

#include "core/crypto/digest.hpp"

namespace countersign::store
{

domain::Digest digestOf(const SealedDecision &decision)
{
    return domain::Digest(crypto::digestText(asBytes(decision.jws)));
}

audit::ChainHead headBefore(const SealedDecision &decision)
{
    return {.nextSeq = decision.seq, .newest = decision.prev};
}

audit::ChainHead headAfter(const SealedDecision &decision)
{
    return {.nextSeq = decision.seq + 1, .newest = digestOf(decision)};
}

} // namespace countersign::store
