#include "core/engine/steps.hpp"

#include <algorithm>

namespace countersign::engine
{

void noticesCame(Turn &turn, const protocol::Notices &told)
{
    auto &world = turn.world;
    if (!std::holds_alternative<access::session::SignedIn>(world.session))
        return; // they are told again after the next sign-in
    world.notices = told.notices;
    turn.changed.any = true;
}

void seeNotice(Turn &turn, std::uint64_t command, const desk::SeeNotice &request)
{
    auto &world = turn.world;
    if (!std::holds_alternative<access::session::SignedIn>(world.session))
        return refuse(turn, command, domain::RefusalCode::NotSignedIn);
    if (!sync::isFollowing(world.link))
        return refuse(turn, command, domain::RefusalCode::Offline);
    if (std::erase_if(world.notices, [&](const auto &notice) { return notice.number == request.number; }) > 0) {
        turn.changed.any = true;
        turn.effects.push_back(effect::Send{protocol::SeeNotice{request.number}});
    }
    reply(turn, command);
}

void countFailure(Turn &turn, domain::AuditKind kind, const domain::ReviewerId &who)
{
    auto &attempts = turn.world.attempts;
    attempts = access::afterFailure(attempts, turn.moment.monotonicMs);
    if (attempts.failures == access::freeAttempts)
        note(turn, {.kind = kind, .isDone = false, .who = who, .detail = std::string(domain::tooManyAttempts)});
}

} // namespace countersign::engine
