#include "core/engine/steps.hpp"

#include "core/base/result.hpp"

#include <algorithm>

namespace countersign::engine
{
namespace
{

constexpr std::size_t othersMax = 2000;

StoredRows toStore(const std::vector<domain::ItemSummary> &rows)
{
    StoredRows stored;
    stored.reserve(rows.size());
    for (const auto &row : rows)
        stored.emplace_back(row.id, protocol::summaryBytes(row));
    return stored;
}

bool isDecidedHereNow(const World &world, const domain::ItemSummary &row)
{
    return std::ranges::any_of(world.own.on(row.id), &OwnDecision::isOfThisSession);
}

void rememberOther(World &world, desk::QueueRow row)
{
    const auto sameItem = [&](const desk::QueueRow &other) { return other->id == row->id; };
    if (const auto known = std::ranges::find_if(world.others, sameItem); known != world.others.end()) {
        *known = std::move(row);
        return;
    }
    world.others.push_back(std::move(row));
    if (world.others.size() > othersMax)
        world.others.pop_front();
}

void closeRow(Turn &turn, const desk::QueueRow &row)
{
    auto &world = turn.world;
    if (isDecidedHereNow(world, *row))
        world.rows.put(row);
    else
        world.rows.remove(row->id);
    const bool isSomebodyElses = row->decision && world.identity && row->decision->signerId != world.identity->user;
    if (isSomebodyElses) {
        rememberOther(world, row);
        turn.changed.history = true;
    }
}

void putRows(Turn &turn, std::vector<domain::ItemSummary> rows)
{
    for (auto &row : rows)
        rowChanged(turn, row);
    turn.changed.any = turn.changed.queue = true;
}

} // namespace

void rowChanged(Turn &turn, const domain::ItemSummary &row)
{
    auto &world = turn.world;
    const auto shared = std::make_shared<const domain::ItemSummary>(row);
    if (domain::isOpen(row.state))
        world.rows.put(shared);
    else {
        closeRow(turn, shared);
        forgetDrafts(turn, row.id);
    }
    confirmReleased(turn, row);
    if (world.open && world.open->id == row.id)
        turn.changed.open = true;
}

void followEvent(Turn &turn, sync::FollowEvent event)
{
    auto &world = turn.world;
    auto [next, effects] = sync::step(std::move(world.follow), std::move(event));
    world.follow = std::move(next);
    for (auto &wanted : effects)
        std::visit(Overload{
                       [&](const sync::follow::Ask &ask) {
                           turn.effects.push_back(effect::Send{protocol::Follow{ask.position}});
                       },
                       [&](sync::follow::Apply &apply) {
                           turn.effects.push_back(effect::StoreChanges{toStore(apply.rows), apply.position});
                           putRows(turn, std::move(apply.rows));
                       },
                       [&](sync::follow::Swap &swap) {
                           turn.effects.push_back(effect::ReplaceQueue{toStore(swap.rows), swap.position});
                           world.rows = {};
                           putRows(turn, std::move(swap.rows));
                       },
                       [&](const sync::follow::Acknowledge &acknowledge) {
                           turn.effects.push_back(effect::Send{protocol::Stored{acknowledge.position}});
                       },
                   },
                   wanted);
}

} // namespace countersign::engine
