// Who sits at the desk, and whether the desk is locked: one state, one step. Pure; any thread.
#pragma once

#include "core/access/access_error.hpp"
#include "core/base/result.hpp"
#include "core/domain/ids.hpp"

#include <variant>

namespace countersign::access
{

namespace session
{

struct SignedOut {
    bool operator==(const SignedOut &) const = default;
};
struct SigningIn { // the password is being checked
    domain::ReviewerId user;
    bool isUnlocking = false;
    bool operator==(const SigningIn &) const = default;
};
struct SignedIn {
    domain::ReviewerId user;
    bool operator==(const SignedIn &) const = default;
};
struct Locked { // keys are wiped, the person stays named
    domain::ReviewerId user;
    bool operator==(const Locked &) const = default;
};

struct SignIn {
    domain::ReviewerId user;
};
struct Unlock {
};
struct Admit { // the password was right and the store is open
};
struct Refuse {
};
struct Lock {
};
struct SignOut { // also gives up signing in
};

} // namespace session

using Session = std::variant<session::SignedOut, session::SigningIn, session::SignedIn, session::Locked>;
using SessionEvent =
    std::variant<session::SignIn, session::Unlock, session::Admit, session::Refuse, session::Lock, session::SignOut>;

[[nodiscard]] Result<Session, AccessError> step(const Session &state, const SessionEvent &event);

} // namespace countersign::access
