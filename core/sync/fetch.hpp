// Whole items on demand: asked for, received in parts, put together. Whether the bytes are the right ones is for the
// caller to say, who knows the digest. Pure.
#pragma once

#include "core/protocol/messages.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace countersign::sync
{

namespace fetch
{

struct Wanted {
};
struct Asked {
};
struct Collecting {
    std::int64_t revision = 1;
    std::int64_t next = 0, count = 1;
    std::string text;
};

struct Want {
    domain::ItemId item;
    bool isUrgent = false; // somebody waits for it: not behind the prefetched ones
};
struct Linked {
};
struct LinkLost {
};

struct Ask {
    domain::ItemId item;
    bool operator==(const Ask &) const = default;
};
struct Arrived {
    domain::ItemId item;
    std::int64_t revision = 1;
    std::string text;
    bool operator==(const Arrived &) const = default;
};
struct Missing { // the gateway does not have it, or not for this person
    domain::ItemId item;
    bool operator==(const Missing &) const = default;
};
struct Garbled { // parts out of order or beyond the limit
    domain::ItemId item;
    bool operator==(const Garbled &) const = default;
};

} // namespace fetch

using FetchState = std::variant<fetch::Wanted, fetch::Asked, fetch::Collecting>;

struct Fetch {
    domain::ItemId item;
    FetchState state;
};

struct Fetches {
    std::vector<Fetch> all; // in the order of asking, the urgent ones first
    bool isLinked = false;
};

using FetchEvent = std::variant<fetch::Want, fetch::Linked, fetch::LinkLost, protocol::ItemPart, protocol::ItemMissing>;
using FetchEffect = std::variant<fetch::Ask, fetch::Arrived, fetch::Missing, fetch::Garbled>;

struct FetchStep {
    Fetches next;
    std::vector<FetchEffect> effects;
};

[[nodiscard]] FetchStep step(Fetches fetches, FetchEvent event);

} // namespace countersign::sync
