#include "core/access/attempts.hpp"
#include "core/access/session.hpp"

#include <doctest/doctest.h>

#include <optional>

using namespace countersign;
using namespace countersign::access;
using E = AccessError;

namespace
{

const domain::ReviewerId mara{"mara"};

const Session out = session::SignedOut{};
const Session entering = session::SigningIn{mara, false};
const Session unlocking = session::SigningIn{mara, true};
const Session in = session::SignedIn{mara};
const Session locked = session::Locked{mara};

struct Case {
    Session from;
    SessionEvent event;
    Result<Session, AccessError> to;
};

Result<Session, AccessError> no(AccessError error)
{
    return failure(error);
}

} // namespace

TEST_CASE("every state with every event")
{
    const Case cases[] = {
        {out, session::SignIn{mara}, entering},
        {out, session::Unlock{}, no(E::NotSignedIn)},
        {out, session::Admit{}, no(E::NotSignedIn)},
        {out, session::Refuse{}, no(E::NotSignedIn)},
        {out, session::Lock{}, no(E::NotSignedIn)},
        {out, session::SignOut{}, no(E::NotSignedIn)},

        {entering, session::SignIn{mara}, no(E::Busy)},
        {entering, session::Unlock{}, no(E::Busy)},
        {entering, session::Admit{}, in},
        {entering, session::Refuse{}, out},
        {entering, session::Lock{}, no(E::Busy)},
        {entering, session::SignOut{}, out},

        {unlocking, session::SignIn{mara}, no(E::Busy)},
        {unlocking, session::Unlock{}, no(E::Busy)},
        {unlocking, session::Admit{}, in},
        {unlocking, session::Refuse{}, locked},
        {unlocking, session::Lock{}, no(E::Busy)},
        {unlocking, session::SignOut{}, out},

        {in, session::SignIn{mara}, no(E::AlreadySignedIn)},
        {in, session::Unlock{}, no(E::NotLocked)},
        {in, session::Admit{}, no(E::NotLocked)},
        {in, session::Refuse{}, no(E::NotLocked)},
        {in, session::Lock{}, locked},
        {in, session::SignOut{}, out},

        {locked, session::SignIn{mara}, no(E::AlreadySignedIn)},
        {locked, session::Unlock{}, unlocking},
        {locked, session::Admit{}, no(E::Locked)},
        {locked, session::Refuse{}, no(E::Locked)},
        {locked, session::Lock{}, no(E::Locked)},
        {locked, session::SignOut{}, out},
    };
    for (const auto &c : cases)
        CHECK_MESSAGE(step(c.from, c.event) == c.to, "state " << c.from.index() << ", event " << c.event.index());
}

TEST_CASE("five wrong passwords are free, then each waits twice as long, never more than a quarter of an hour")
{
    constexpr std::int64_t expectedMs[] = {0,      0,      0,       0,       2'000,   4'000,   8'000,  16'000,
                                           32'000, 64'000, 128'000, 256'000, 512'000, 900'000, 900'000};
    Attempts attempts;
    for (const auto expected : expectedMs) {
        attempts = afterFailure(attempts, 7);
        CHECK(waitMs(attempts, 7) == expected);
        CHECK(waitMs(attempts, 7 + expected) == 0);
    }
    for (int i = 0; i < 100; ++i)
        attempts = afterFailure(attempts, 7);
    CHECK(waitMs(attempts, 7) == attemptDelayMaxMs);
}
