// The issuer's keys as they were last fetched: kept for an hour, and asked for again where a token names one that is not
// among them, but not more often than once a minute, so that nobody can make this gateway hammer the issuer. One thread.
#pragma once

#include "app/gateway/oidc/issuer_key.hpp"

#include <functional>

namespace countersign::gateway::oidc
{

class IssuerKeys
{
public:
    // The key set's text; nothing where the issuer does not answer. May block.
    using Fetch = std::function<std::optional<std::string>()>;

    explicit IssuerKeys(Fetch fetch) : fetch_(std::move(fetch)) {}

    // Those that are known, after fetching where that may help with `kid`.
    [[nodiscard]] const std::vector<IssuerKey> &forKid(std::string_view kid, std::int64_t nowMs);

    static constexpr std::int64_t keptMs = 60 * 60 * 1000;
    static constexpr std::int64_t patienceMs = 60 * 1000;

private:
    Fetch fetch_;
    std::vector<IssuerKey> keys_;
    std::optional<std::int64_t> triedMs_, fetchedMs_;
};

} // namespace countersign::gateway::oidc
