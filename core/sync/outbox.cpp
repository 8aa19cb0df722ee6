#include "core/sync/outbox.hpp"

#include "core/base/result.hpp"
#include "core/protocol/limits.hpp"

#include <algorithm>

namespace countersign::sync
{
namespace
{

using protocol::limits::decisionsInFlightMax;

void add(Outbox &outbox, const outbox::Durable &durable)
{
    if (std::ranges::find(outbox.entries, durable.id, &OutboxEntry::id) != outbox.entries.end())
        return;
    const auto place = std::ranges::upper_bound(outbox.entries, durable.seq, {}, &OutboxEntry::seq);
    outbox.entries.insert(place, OutboxEntry{durable.id, durable.seq, false});
}

void link(Outbox &outbox, bool isLinked)
{
    outbox.isLinked = isLinked;
    for (auto &entry : outbox.entries)
        entry.isInFlight = false;
}

std::vector<domain::DecisionId> fillWindow(Outbox &outbox)
{
    std::vector<domain::DecisionId> send;
    if (!outbox.isLinked)
        return send;
    auto inFlight = static_cast<std::size_t>(std::ranges::count(outbox.entries, true, &OutboxEntry::isInFlight));
    for (auto &entry : outbox.entries) {
        if (inFlight >= decisionsInFlightMax)
            break;
        if (entry.isInFlight)
            continue;
        entry.isInFlight = true;
        ++inFlight;
        send.push_back(entry.id);
    }
    return send;
}

} // namespace

OutboxStep step(Outbox outbox, const OutboxEvent &event)
{
    std::visit(Overload{
                   [&](const outbox::Durable &durable) { add(outbox, durable); },
                   [&](const outbox::Settled &settled) {
                       std::erase_if(outbox.entries, [&](const auto &entry) { return entry.id == settled.id; });
                   },
                   [&](const outbox::Linked &) { link(outbox, true); },
                   [&](const outbox::Unlinked &) { link(outbox, false); },
               },
               event);
    auto send = fillWindow(outbox);
    return {std::move(outbox), std::move(send)};
}

} // namespace countersign::sync
