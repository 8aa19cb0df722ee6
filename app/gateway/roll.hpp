// Who may come to this gateway: agents by token, people by password, devices by key. Values.
#pragma once

#include "core/audit/key_registry.hpp"
#include "core/authority/intake.hpp"
#include "core/domain/reviewer.hpp"

#include <map>
#include <string>
#include <string_view>

namespace countersign::gateway
{

struct Account {
    domain::Reviewer reviewer;
    std::string passwordHash; // PHC text
    bool isDisabled = false;
};

struct Roll {
    std::map<std::string, authority::AgentGrant, std::less<>> agents; // by the token's digest
    std::map<domain::ReviewerId, Account> accounts;
    audit::KeyRegistry keys;
    std::map<domain::ReviewerId, std::vector<domain::Cover>> covers; // by signer, less those that were ended early

    // Null where nobody bears that token.
    [[nodiscard]] const authority::AgentGrant *agentOf(std::string_view token) const;
    // Null where there is none or it is disabled.
    [[nodiscard]] const domain::Reviewer *reviewer(const domain::ReviewerId &id) const;
    // The newest valid key of that person on that device; null where there is none.
    [[nodiscard]] const audit::RegisteredKey *keyOf(const domain::ReviewerId &person, const domain::DeviceId &device,
                                                    Instant now) const;
    // For whom this person signs or signed: all that were not ended early, those whose time is over too.
    [[nodiscard]] std::vector<domain::Cover> coversOf(const domain::ReviewerId &signer) const;
    // The token that this person carries and has registered, while it counts; null: none.
    [[nodiscard]] const audit::RegisteredKey *tokenOf(const domain::ReviewerId &person, Instant now) const
    {
        return keyOf(person, domain::DeviceId(), now);
    }
};

// What is stored of a token.
[[nodiscard]] Bytes tokenHash(std::string_view token);

} // namespace countersign::gateway
