#include "core/sync/link.hpp"

#include "core/base/result.hpp"
#include "core/protocol/limits.hpp"

#include <algorithm>
#include <cmath>

namespace countersign::sync
{
namespace
{

using namespace link;
using protocol::limits::lostAfterSilence;
using protocol::limits::probeAfterSilence;
using protocol::limits::retryDelayMax;
using protocol::limits::retryDelayMin;

constexpr std::int64_t probeMs = std::chrono::milliseconds(probeAfterSilence).count();
constexpr std::int64_t lostMs = std::chrono::milliseconds(lostAfterSilence).count();

std::int64_t retryDelay(int failures, bool isPatient, double random)
{
    const auto max = static_cast<double>(retryDelayMax.count());
    if (isPatient)
        return std::llround(max * (1 + random) / 2);
    const double ceiling =
        std::min(max, std::ldexp(static_cast<double>(retryDelayMin.count()), std::min(failures, 16)));
    return std::llround(ceiling * random);
}

bool usesWire(const LinkState &state)
{
    return !std::holds_alternative<Offline>(state) && !std::holds_alternative<Waiting>(state);
}

LinkStep connect(Link link, const Chance &chance)
{
    link.state = Connecting{};
    link.heardMs = chance.nowMs;
    link.hasProbed = false;
    return {std::move(link), {LinkEffect::Connect}};
}

LinkStep drop(Link link, std::string reason, bool isPatient)
{
    link.state = Closing{.isWanted = true, .isPatient = isPatient};
    link.closingReason = std::move(reason);
    return {std::move(link), {LinkEffect::Close}};
}

LinkStep stay(Link link)
{
    return {std::move(link), {}};
}

LinkStep advance(Link link, LinkState state, LinkEffect effect)
{
    link.state = std::move(state);
    return {std::move(link), {effect}};
}

LinkStep retryLater(Link link, bool isPatient, const Chance &chance)
{
    link.state = Waiting{chance.nowMs + retryDelay(link.failures, isPatient, chance.random)};
    ++link.failures;
    return stay(std::move(link));
}

LinkStep wireEnded(Link link, const std::string &reason, const Chance &chance)
{
    if (!usesWire(link.state))
        return stay(std::move(link));
    if (const auto *closing = std::get_if<Closing>(&link.state)) {
        if (closing->isWanted)
            return retryLater(std::move(link), closing->isPatient, chance);
        link.state = Offline{};
        return stay(std::move(link));
    }
    link.closingReason = reason;
    return retryLater(std::move(link), false, chance);
}

LinkStep tick(Link link, const Chance &chance)
{
    if (const auto *waiting = std::get_if<Waiting>(&link.state))
        return chance.nowMs < waiting->untilMs ? stay(std::move(link)) : connect(std::move(link), chance);
    if (!usesWire(link.state) || std::holds_alternative<Closing>(link.state))
        return stay(std::move(link));
    const auto silence = chance.nowMs - link.heardMs;
    if (silence >= lostMs)
        return drop(std::move(link), "silent", false);
    if (silence < probeMs || link.hasProbed || !isFollowing(link))
        return stay(std::move(link));
    link.hasProbed = true;
    return {std::move(link), {LinkEffect::Probe}};
}

LinkStep unwanted(Link link)
{
    link.failures = 0;
    link.closingReason.clear();
    if (!usesWire(link.state)) {
        link.state = Offline{};
        return stay(std::move(link));
    }
    const bool isTold = std::holds_alternative<Closing>(link.state);
    link.state = Closing{.isWanted = false};
    if (isTold)
        return stay(std::move(link));
    return {std::move(link), {LinkEffect::Close}};
}

LinkStep wanted(Link link, const Chance &chance)
{
    if (std::holds_alternative<Offline>(link.state) || std::holds_alternative<Waiting>(link.state))
        return connect(std::move(link), chance);
    if (auto *closing = std::get_if<Closing>(&link.state))
        closing->isWanted = true;
    return stay(std::move(link));
}

LinkStep following(Link link)
{
    link.failures = 0;
    link.closingReason.clear();
    return advance(std::move(link), Following{}, LinkEffect::Follow);
}

// A handshake answer belongs to one state. While closing, what still comes in is of no interest.
template <class Expected>
bool isExpected(const Link &link)
{
    return std::holds_alternative<Expected>(link.state);
}
LinkStep outOfOrder(Link link)
{
    if (!usesWire(link.state) || std::holds_alternative<Closing>(link.state))
        return stay(std::move(link));
    return drop(std::move(link), "protocol", true);
}

} // namespace

LinkStep step(Link link, const LinkEvent &event, const Chance &chance)
{
    return std::visit(Overload{
                          [&](const Want &) { return wanted(std::move(link), chance); },
                          [&](const Unwant &) { return unwanted(std::move(link)); },
                          [&](const WireOpen &) {
                              if (!isExpected<Connecting>(link))
                                  return stay(std::move(link));
                              link.heardMs = chance.nowMs;
                              return advance(std::move(link), Greeting{}, LinkEffect::SayHello);
                          },
                          [&](const WireEnd &end) { return wireEnded(std::move(link), end.reason, chance); },
                          [&](const Heard &) {
                              link.heardMs = chance.nowMs;
                              link.hasProbed = false;
                              return stay(std::move(link));
                          },
                          [&](const Greeted &) {
                              return isExpected<Greeting>(link)
                                         ? advance(std::move(link), SigningIn{}, LinkEffect::Authenticate)
                                         : outOfOrder(std::move(link));
                          },
                          [&](const Admitted &admitted) {
                              if (!isExpected<SigningIn>(link))
                                  return outOfOrder(std::move(link));
                              return admitted.isEnrolled ? following(std::move(link))
                                                         : advance(std::move(link), Enrolling{}, LinkEffect::Enrol);
                          },
                          [&](const Enrolled &) {
                              return isExpected<Enrolling>(link) ? following(std::move(link))
                                                                 : outOfOrder(std::move(link));
                          },
                          [&](const Drop &dropped) {
                              if (!usesWire(link.state) || std::holds_alternative<Closing>(link.state))
                                  return stay(std::move(link));
                              return drop(std::move(link), dropped.reason, dropped.isPatient);
                          },
                          [&](const Tick &) { return tick(std::move(link), chance); },
                      },
                      event);
}

std::optional<std::int64_t> wakeAtMs(const Link &link)
{
    if (const auto *waiting = std::get_if<Waiting>(&link.state))
        return waiting->untilMs;
    if (!usesWire(link.state) || std::holds_alternative<Closing>(link.state))
        return std::nullopt;
    return link.heardMs + (isFollowing(link) && !link.hasProbed ? probeMs : lostMs);
}

bool isFollowing(const Link &link)
{
    return std::holds_alternative<Following>(link.state);
}

} // namespace countersign::sync
