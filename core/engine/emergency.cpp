#include "core/engine/steps.hpp"

#include "core/policy/policy_document.hpp"

#include <algorithm>

namespace countersign::engine
{
namespace
{

using domain::RefusalCode;

void answer(Turn &turn, std::optional<domain::Refusal> refusal = {})
{
    if (const auto command = std::exchange(turn.world.emergency->command, 0); command != 0)
        reply(turn, command, std::move(refusal));
}

} // namespace

bool maySeeRow(const World &world, const domain::ItemSummary &row)
{
    if (!world.card || !world.rules || (world.emergency && world.emergency->until))
        return true;
    return policy::maySee(*world.rules, world.card->reviewer.role, row.workflow);
}

void beginEmergency(Turn &turn, std::uint64_t command, const desk::BeginEmergency &request)
{
    auto &world = turn.world;
    if (!std::holds_alternative<access::session::SignedIn>(world.session))
        return refuse(turn, command, RefusalCode::NotSignedIn);
    const bool isReason = std::ranges::find(domain::emergencyReasons, request.reason) != domain::emergencyReasons.end();
    if (!isReason || !sync::isFollowing(world.link) || !world.hello || !world.hello->breaksGlass)
        return refuse(turn, command, RefusalCode::EmergencyRefused);
    if (world.emergency)
        return world.emergency->until ? reply(turn, command) : refuse(turn, command, RefusalCode::Busy);
    world.emergency = Emergency{request.reason, command, std::nullopt};
    turn.effects.push_back(effect::Send{protocol::BeginEmergency{request.reason}});
}

void endEmergencyAsked(Turn &turn, std::uint64_t command)
{
    if (turn.world.emergency && sync::isFollowing(turn.world.link))
        turn.effects.push_back(effect::Send{protocol::EndEmergency{}});
    endEmergency(turn, "asked");
    reply(turn, command);
}

void emergencyAnswered(Turn &turn, const protocol::EmergencyView &view)
{
    auto &world = turn.world;
    if (!view.until)
        return endEmergency(turn, "by-gateway");
    if (!world.emergency)
        return; // ended meanwhile
    world.emergency->until = view.until;
    note(turn, {.kind = domain::AuditKind::EmergencyBegun, .detail = world.emergency->reason});
    answer(turn);
    turn.changed = {true, true, true, turn.changed.history};
}

void endEmergency(Turn &turn, const char *why)
{
    auto &world = turn.world;
    if (!world.emergency)
        return;
    answer(turn, domain::Refusal{RefusalCode::EmergencyRefused, {}});
    const bool wasOpen = world.emergency->until.has_value();
    world.emergency.reset();
    if (!wasOpen)
        return;
    note(turn, {.kind = domain::AuditKind::EmergencyEnded, .detail = why});
    turn.changed = {true, true, true, turn.changed.history};
    if (world.open)
        if (const auto row = world.rows.find(world.open->id); row && !maySeeRow(world, *row)) {
            keepNow(turn);
            world.open.reset();
        }
}

void expireEmergency(Turn &turn)
{
    const auto &emergency = turn.world.emergency;
    if (emergency && emergency->until && *emergency->until <= turn.moment.now)
        endEmergency(turn, "expired");
}

} // namespace countersign::engine
