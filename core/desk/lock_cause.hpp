// What makes somebody leave the desk.
#pragma once

namespace countersign::desk
{

enum class LockCause {
    Asked,
    Idle,
    Suspended,
    LidClosed,
    SystemLocked,
    UserSwitched,
    RemoteSessionEnded,
    SmartCardRemoved,
    TooManyAttempts,
    ByGateway
};

} // namespace countersign::desk
