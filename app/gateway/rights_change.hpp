// A change of who may come and what they may do, as a value: what a command asks for. It is made on the store where no
// server runs, and where one does by that server, for which the value lies in its folder for a moment
// (rights_requests.hpp).
#pragma once

#include "core/protocol/wire_error.hpp"
#include "core/store/gateway/gateway_store.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace countersign::gateway
{

// An agent's token and a person's password come as what is stored of them.
struct AddAgent {
    store::gateway::AgentRow agent;
};
// Another token; the one of before opens nothing any more.
struct ReplaceToken {
    domain::AgentId agent;
    Bytes tokenHash;
};
struct AddUser {
    domain::Reviewer reviewer;
    std::string passwordHash; // PHC text
};
// With every key of theirs.
struct DisableUser {
    domain::ReviewerId user;
};
// The token that this person carries.
struct RevokeTokens {
    domain::ReviewerId user;
};
struct AddCover {
    domain::ReviewerId signer;
    domain::Cover cover; // less the name, which the store knows
};
struct EndCovers {
    domain::ReviewerId signer, absent;
};
// A policy that was read and found sound.
struct ApplyPolicy {
    store::gateway::PolicyRow policy;
};
using RightsChange =
    std::variant<AddAgent, AddUser, DisableUser, RevokeTokens, AddCover, EndCovers, ApplyPolicy, ReplaceToken>;

// Within the caller's transaction. False: there was nothing of it to change; Constraint: an id is taken or unknown.
[[nodiscard]] Result<bool, store::StoreError> makeChange(store::gateway::GatewayStore &store,
                                                         const RightsChange &change, Instant now);

// Whose streams end with it, because they were let in with what was true before; empty: nobody's. A policy is
// everybody's.
[[nodiscard]] domain::ReviewerId whoseRights(const RightsChange &change);
[[nodiscard]] bool isEverybodys(const RightsChange &change);

// Compact JSON, and back.
[[nodiscard]] std::string changeText(const RightsChange &change);
[[nodiscard]] Result<RightsChange, protocol::WireError> readChange(std::string_view text);

} // namespace countersign::gateway
