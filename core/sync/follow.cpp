#include "core/sync/follow.hpp"

#include "core/base/result.hpp"
#include "core/protocol/limits.hpp"

#include <iterator>
#include <string_view>
#include <unordered_set>

namespace countersign::sync
{
namespace
{

using namespace follow;
using protocol::limits::snapshotRowsMax;

template <class State>
bool is(const Follow &follow)
{
    return std::holds_alternative<State>(follow.state);
}

FollowStep stay(Follow follow)
{
    return {std::move(follow), {}};
}

// From what is stored, not from what is on its way to the ledger: rows are whole, so a repeat does no harm.
FollowStep ask(Follow follow)
{
    follow.state = Asked{};
    follow.applied = follow.stored;
    const auto position = follow.stored;
    return {std::move(follow), {Ask{position}}};
}

// Rows of one batch by item: the newest stands for the others.
std::vector<domain::ItemSummary> rowsOf(protocol::Changes &changes)
{
    std::vector<domain::ItemSummary> rows;
    rows.reserve(changes.entries.size());
    for (auto &entry : changes.entries)
        rows.push_back(std::move(entry.row));
    return rows;
}

bool isInOrder(const protocol::Changes &changes)
{
    auto last = changes.from;
    for (const auto &entry : changes.entries) {
        if (entry.seq <= last || entry.seq > changes.to)
            return false;
        last = entry.seq;
    }
    return changes.to >= changes.from;
}

FollowStep changed(Follow follow, protocol::Changes changes)
{
    if (is<Unlinked>(follow))
        return stay(std::move(follow));
    const bool fits = changes.from == follow.applied && isInOrder(changes) && !is<Collecting>(follow);
    if (!fits)
        return is<Asked>(follow) ? stay(std::move(follow)) : ask(std::move(follow));
    follow.state = Streaming{};
    follow.applied = changes.to;
    const auto position = changes.to;
    return {std::move(follow), {Apply{rowsOf(changes), position}}};
}

FollowStep collected(Follow follow, protocol::SnapshotRows more)
{
    auto *collecting = std::get_if<Collecting>(&follow.state);
    if (collecting == nullptr)
        return stay(std::move(follow));
    if (collecting->rows.size() + more.rows.size() > snapshotRowsMax)
        return ask(std::move(follow));
    std::move(more.rows.begin(), more.rows.end(), std::back_inserter(collecting->rows));
    return stay(std::move(follow));
}

// As many items as were promised, each once.
bool isWhole(const Collecting &collecting, const protocol::SnapshotEnd &end)
{
    if (end.position != collecting.position || end.count != std::ssize(collecting.rows))
        return false;
    std::unordered_set<std::string_view> items;
    for (const auto &row : collecting.rows)
        items.insert(row.id.text());
    return items.size() == collecting.rows.size();
}

FollowStep ended(Follow follow, const protocol::SnapshotEnd &end)
{
    auto *collecting = std::get_if<Collecting>(&follow.state);
    if (collecting == nullptr)
        return stay(std::move(follow));
    if (!isWhole(*collecting, end))
        return ask(std::move(follow));
    Swap swap{std::move(collecting->rows), end.position};
    follow.state = Streaming{};
    follow.applied = end.position;
    return {std::move(follow), {std::move(swap)}};
}

FollowStep stored(Follow follow, std::int64_t position)
{
    follow.stored = position;
    // What the ledger finished of an earlier link is not this one's to acknowledge.
    if (is<Unlinked>(follow) || position > follow.applied)
        return stay(std::move(follow));
    return {std::move(follow), {Acknowledge{position}}};
}

} // namespace

FollowStep step(Follow follow, FollowEvent event)
{
    return std::visit(Overload{
                          [&](const Linked &) { return ask(std::move(follow)); },
                          [&](const LinkLost &) {
                              follow.state = Unlinked{};
                              return stay(std::move(follow));
                          },
                          [&](const RowsStored &done) { return stored(std::move(follow), done.position); },
                          [&](protocol::Changes &changes) { return changed(std::move(follow), std::move(changes)); },
                          [&](const protocol::SnapshotBegin &begin) {
                              if (!is<Unlinked>(follow))
                                  follow.state = Collecting{begin.position, {}};
                              return stay(std::move(follow));
                          },
                          [&](protocol::SnapshotRows &more) { return collected(std::move(follow), std::move(more)); },
                          [&](const protocol::SnapshotEnd &end) { return ended(std::move(follow), end); },
                      },
                      event);
}

} // namespace countersign::sync
