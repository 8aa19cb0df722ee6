#include "core/sync/trail.hpp"

#include "core/base/result.hpp"

namespace countersign::sync
{
namespace
{

using Stage = Trail::Stage;
using Wanted = TrailStep::Wanted;

TrailStep received(Trail trail, std::int64_t nextSeq)
{
    if (trail.stage != Stage::InFlight)
        return {trail, Wanted::Nothing, 0};
    if (nextSeq > trail.acknowledged && nextSeq <= trail.recorded) {
        trail.stage = Stage::Acknowledging;
        return {trail, Wanted::Acknowledge, nextSeq};
    }
    // It lost what it had, or has what this console never had: from where it stands once, and no further if that is
    // no help.
    trail.stage = Stage::Idle;
    trail.isStalled = nextSeq >= trail.acknowledged;
    trail.acknowledged = nextSeq < trail.acknowledged ? nextSeq : trail.acknowledged;
    return {trail, Wanted::Nothing, 0};
}

TrailStep next(TrailStep step)
{
    Trail &trail = step.next;
    if (step.wanted != Wanted::Nothing || trail.stage != Stage::Idle || !trail.isLinked || trail.isStalled
        || trail.acknowledged >= trail.recorded)
        return step;
    trail.stage = Stage::Loading;
    return {trail, Wanted::Load, trail.acknowledged};
}

} // namespace

TrailStep step(Trail trail, const TrailEvent &event)
{
    TrailStep stepped = std::visit(
        Overload{
            [&](const trail::Recorded &recorded) {
                trail.recorded = recorded.nextSeq;
                return TrailStep{trail};
            },
            [&](const trail::Linked &) {
                trail.isLinked = true;
                trail.isStalled = false;
                return TrailStep{trail};
            },
            [&](const trail::Unlinked &) {
                trail.isLinked = false;
                if (trail.stage != Stage::Acknowledging)
                    trail.stage = Stage::Idle;
                return TrailStep{trail};
            },
            [&](const trail::Loaded &loaded) {
                if (trail.stage != Stage::Loading)
                    return TrailStep{trail};
                trail.stage = loaded.count > 0 ? Stage::InFlight : Stage::Idle;
                trail.isStalled = loaded.count == 0;
                return TrailStep{trail, loaded.count > 0 ? Wanted::Send : Wanted::Nothing, 0};
            },
            [&](const trail::Received &answer) { return received(trail, answer.nextSeq); },
            [&](const trail::Acknowledged &done) {
                trail.acknowledged = done.upTo > trail.acknowledged ? done.upTo : trail.acknowledged;
                if (trail.stage == Stage::Acknowledging)
                    trail.stage = Stage::Idle;
                return TrailStep{trail};
            },
        },
        event);
    return next(stepped);
}

} // namespace countersign::sync
