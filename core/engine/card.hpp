// What the gateway said of the person and of itself, kept by the vault, so that work goes on without a link.
#pragma once

#include "core/domain/decision.hpp"
#include "core/domain/reviewer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace countersign::engine
{

struct Card {
    domain::Reviewer reviewer;
    domain::PolicyRef policy;
    std::string gatewayId, organisation;
    std::string gatewayKey; // base64url; pinned: receipts are checked against it
    bool operator==(const Card &) const = default;
};

[[nodiscard]] std::string cardBytes(const Card &card);
// Nothing for what is no card: the gateway is asked again.
[[nodiscard]] std::optional<Card> readCard(std::string_view bytes);

} // namespace countersign::engine
