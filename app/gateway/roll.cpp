#include "app/gateway/roll.hpp"

#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"

namespace countersign::gateway
{

Bytes tokenHash(std::string_view token)
{
    const crypto::Digest digest = crypto::sha256(asBytes(token));
    return {digest.begin(), digest.end()};
}

const authority::AgentGrant *Roll::agentOf(std::string_view token) const
{
    const auto found = agents.find(hexEncode(tokenHash(token)));
    return found == agents.end() ? nullptr : &found->second;
}

const domain::Reviewer *Roll::reviewer(const domain::ReviewerId &id) const
{
    const auto found = accounts.find(id);
    return found == accounts.end() || found->second.isDisabled ? nullptr : &found->second.reviewer;
}

const audit::RegisteredKey *Roll::keyOf(const domain::ReviewerId &person, const domain::DeviceId &device,
                                        Instant now) const
{
    const audit::RegisteredKey *newest = nullptr;
    for (const audit::RegisteredKey &key : keys.keys()) {
        const bool fits = key.role == audit::KeyRole::Reviewer && key.owner == person.text() && key.device == device
                          && audit::isValidAt(key, now);
        if (fits && (!newest || newest->validFrom < key.validFrom))
            newest = keys.find(key.kid);
    }
    return newest;
}

std::vector<domain::Cover> Roll::coversOf(const domain::ReviewerId &signer) const
{
    const auto found = covers.find(signer);
    return found == covers.end() ? std::vector<domain::Cover>() : found->second;
}

} // namespace countersign::gateway
