#include "app/gateway/oidc/issuer_keys.hpp"

#include <algorithm>

namespace countersign::gateway::oidc
{

const std::vector<IssuerKey> &IssuerKeys::forKid(std::string_view kid, std::int64_t nowMs)
{
    const bool isKnown = std::ranges::any_of(keys_, [&](const IssuerKey &key) { return key.kid == kid; });
    const bool isFresh = fetchedMs_ && nowMs - *fetchedMs_ < keptMs;
    const bool mayTry = !triedMs_ || nowMs - *triedMs_ >= patienceMs;
    if ((isKnown && isFresh) || !mayTry)
        return keys_;
    triedMs_ = nowMs;
    const auto text = fetch_();
    // An issuer that is away does not make its keys wrong; one that took a key back does.
    if (auto keys = text ? readKeySet(*text) : std::nullopt) {
        keys_ = *std::move(keys);
        fetchedMs_ = nowMs;
    }
    return keys_;
}

} // namespace countersign::gateway::oidc
