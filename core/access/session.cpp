#include "core/access/session.hpp"

namespace countersign::access
{
namespace
{

using namespace session;
using Next = Result<Session, AccessError>;

// Why an event has no place in a state.
AccessError objection(const Session &state, const SessionEvent &event)
{
    if (std::holds_alternative<SigningIn>(state))
        return AccessError::Busy;
    if (std::holds_alternative<SignIn>(event) && !std::holds_alternative<SignedOut>(state))
        return AccessError::AlreadySignedIn;
    if (std::holds_alternative<SignedOut>(state))
        return AccessError::NotSignedIn;
    return std::holds_alternative<Locked>(state) ? AccessError::Locked : AccessError::NotLocked;
}

} // namespace

Next step(const Session &state, const SessionEvent &event)
{
    return std::visit(Overload{
                          [](const SignedOut &, const SignIn &asked) -> Next { return SigningIn{asked.user, false}; },
                          [](const Locked &locked, const Unlock &) -> Next { return SigningIn{locked.user, true}; },
                          [](const SigningIn &entering, const Admit &) -> Next { return SignedIn{entering.user}; },
                          [](const SigningIn &entering, const Refuse &) -> Next {
                              return entering.isUnlocking ? Next(Locked{entering.user}) : Next(SignedOut{});
                          },
                          [](const SignedIn &here, const Lock &) -> Next { return Locked{here.user}; },
                          [](const SigningIn &, const SignOut &) -> Next { return SignedOut{}; },
                          [](const SignedIn &, const SignOut &) -> Next { return SignedOut{}; },
                          [](const Locked &, const SignOut &) -> Next { return SignedOut{}; },
                          [&](const auto &, const auto &) -> Next { return failure(objection(state, event)); },
                      },
                      state, event);
}

} // namespace countersign::access
