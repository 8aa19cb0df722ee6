// Following the queue's stream: every change once, in order, from the position that this console has stored; or a
// snapshot that is collected apart and swapped in whole (contract, stream.md 1). Pure.
#pragma once

#include "core/protocol/messages.hpp"

#include <cstdint>
#include <variant>
#include <vector>

namespace countersign::sync
{

namespace follow
{

struct Unlinked {
};
struct Asked { // changes that begin elsewhere answer an older question
};
struct Streaming {
};
struct Collecting {
    std::int64_t position = 0;
    std::vector<domain::ItemSummary> rows;
};

struct Linked {
};
struct LinkLost {
};
struct RowsStored { // the ledger holds everything up to there
    std::int64_t position = 0;
};

struct Ask {
    std::int64_t position = 0;
    bool operator==(const Ask &) const = default;
};
struct Apply {
    std::vector<domain::ItemSummary> rows;
    std::int64_t position = 0;
    bool operator==(const Apply &) const = default;
};
struct Swap {
    std::vector<domain::ItemSummary> rows;
    std::int64_t position = 0;
    bool operator==(const Swap &) const = default;
};
struct Acknowledge {
    std::int64_t position = 0;
    bool operator==(const Acknowledge &) const = default;
};

} // namespace follow

using FollowState = std::variant<follow::Unlinked, follow::Asked, follow::Streaming, follow::Collecting>;

struct Follow {
    FollowState state;
    std::int64_t stored = 0;  // the ledger said so
    std::int64_t applied = 0; // handed to the ledger
};

using FollowEvent = std::variant<follow::Linked, follow::LinkLost, follow::RowsStored, protocol::Changes,
                                 protocol::SnapshotBegin, protocol::SnapshotRows, protocol::SnapshotEnd>;
using FollowEffect = std::variant<follow::Ask, follow::Apply, follow::Swap, follow::Acknowledge>;

struct FollowStep {
    Follow next;
    std::vector<FollowEffect> effects;
};

[[nodiscard]] FollowStep step(Follow follow, FollowEvent event);

} // namespace countersign::sync
