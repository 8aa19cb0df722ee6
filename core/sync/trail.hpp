// Delivery of the audit trail: everything that the ledger holds and the gateway has not receipted is sent in order, one
// batch at a time, and again after every reconnect. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <variant>

namespace countersign::sync
{

struct Trail {
    enum class Stage {
        Idle,
        Loading,      // the ledger is asked for the next batch
        InFlight,     // it was sent
        Acknowledging // the ledger is told of the receipt
    };
    Stage stage = Stage::Idle;
    std::int64_t recorded = 0;     // the ledger has everything before
    std::int64_t acknowledged = 0; // the gateway has everything before
    bool isLinked = false;
    bool isStalled = false; // the gateway took nothing: not asked again on this link
    bool operator==(const Trail &) const = default;
};

namespace trail
{

struct Recorded {
    std::int64_t nextSeq = 0;
};
struct Linked {
};
struct Unlinked {
};
struct Loaded {
    std::int64_t count = 0;
};
struct Received { // the gateway has everything before
    std::int64_t nextSeq = 0;
};
struct Acknowledged {
    std::int64_t upTo = 0;
};

} // namespace trail

using TrailEvent = std::variant<trail::Recorded, trail::Linked, trail::Unlinked, trail::Loaded, trail::Received,
                                trail::Acknowledged>;

struct TrailStep {
    Trail next;
    enum class Wanted { Nothing, Load, Send, Acknowledge } wanted = Wanted::Nothing;
    std::int64_t seq = 0; // to load from; to acknowledge up to
    bool operator==(const TrailStep &) const = default;
};

[[nodiscard]] TrailStep step(Trail trail, const TrailEvent &event);

} // namespace countersign::sync
