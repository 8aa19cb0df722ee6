// The life of one action (contract, README): one table, one step.
#pragma once

#include <optional>

namespace countersign::domain
{

enum class ItemState {
    Received,
    Waiting,
    Claimed,
    Decided,
    Released,
    Completed,
    Failed,
    Expired,
    Withdrawn,
    Superseded,
    Invalidated,
    Escalated,
    AwaitingCosign,
    Retracted,
    RolledBack
};

enum class ItemEvent {
    Queue,      // received → waiting
    Claim,      // a person opened it under a lease
    Unclaim,    // the lease ran out or was given back
    Decide,     // a valid decision that ends the item
    NeedCosign, // a valid decision, another signature is required
    Escalate,   // handed to somebody else
    Release,    // all signatures, hold window over, nothing invalidated
    Complete,   // the agent reported that it did it
    Fail,       // the agent reported that it could not
    Expire,     // nobody decided in time; never an approval
    Withdraw,   // the agent took it back
    Supersede,  // a newer revision replaces it
    Invalidate, // evidence or draft changed after the decision and before release
    Retract,    // undone inside the hold window
    RollBack    // compensated after release
};

// The state after the event, or nothing where the table has no such step.
[[nodiscard]] std::optional<ItemState> step(ItemState state, ItemEvent event);

// Whether a person may still decide it.
[[nodiscard]] bool isOpen(ItemState state);

} // namespace countersign::domain
