// Why a step of the session is not taken.
#pragma once

namespace countersign::access
{

enum class AccessError {
    NotSignedIn,
    AlreadySignedIn,
    Busy, // a password is being checked
    Locked,
    NotLocked
};

} // namespace countersign::access
