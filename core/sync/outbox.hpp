// Delivery of decisions: exactly once, by identity (contract, stream.md 2). An entry comes into being when the ledger
// said that its decision is durable, and goes when its verified receipt is durable too. In between it is sent again
// after every reconnect, in the order of the chain and as the very same bytes. Pure.
#pragma once

#include "core/domain/ids.hpp"

#include <cstdint>
#include <variant>
#include <vector>

namespace countersign::sync
{

struct OutboxEntry {
    domain::DecisionId id;
    std::int64_t seq = 0;
    bool isInFlight = false; // handed to this link
    bool operator==(const OutboxEntry &) const = default;
};

struct Outbox {
    std::vector<OutboxEntry> entries; // by seq
    bool isLinked = false;
    bool operator==(const Outbox &) const = default;
};

namespace outbox
{

struct Durable {
    domain::DecisionId id;
    std::int64_t seq = 0;
};
struct Settled { // the ledger holds the receipt
    domain::DecisionId id;
};
struct Linked {
};
struct Unlinked {
};

} // namespace outbox

using OutboxEvent = std::variant<outbox::Durable, outbox::Settled, outbox::Linked, outbox::Unlinked>;

struct OutboxStep {
    Outbox next;
    std::vector<domain::DecisionId> send; // in this order
    bool operator==(const OutboxStep &) const = default;
};

[[nodiscard]] OutboxStep step(Outbox outbox, const OutboxEvent &event);

} // namespace countersign::sync
