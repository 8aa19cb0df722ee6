// What the gateway said of the person and of itself, kept by the vault, so that work goes on without a link.
#pragma once

#include "core/domain/decision.hpp"
#include "core/domain/reviewer.hpp"
#include "core/policy/policy_document.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace countersign::engine
{

struct Card {
    domain::Reviewer reviewer;
    domain::PolicyRef policy;
    std::string policyText; // the document that this names, as the gateway sent it; empty: it sent none
    std::string gatewayId, organisation;
    std::string gatewayKey;              // base64url; pinned: receipts are checked against it
    std::string stepUp{};                // signatures that take a fresh sign-in at the issuer; empty: there is none
    std::string tokenKey{};              // base64url; of the token that the person has registered; empty: none
    std::vector<domain::Cover> covers{}; // for whom this person may sign
    bool operator==(const Card &) const = default;
};

[[nodiscard]] std::string cardBytes(const Card &card);
// The rules that the card names: its document, if that has the digest, or the starting policy where no other is meant.
// Null: they are not known here.
[[nodiscard]] std::shared_ptr<const policy::PolicyDocument> rulesOf(const Card &card);
// Nothing for what is no card: the gateway is asked again.
[[nodiscard]] std::optional<Card> readCard(std::string_view bytes);

} // namespace countersign::engine
