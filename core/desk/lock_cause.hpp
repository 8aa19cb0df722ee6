// What makes somebody leave the desk.
#pragma once

#include <string_view>

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

// Its code, as the audit trail has it.
[[nodiscard]] constexpr std::string_view name(LockCause cause)
{
    switch (cause) {
    case LockCause::Asked:
        break;
    case LockCause::Idle:
        return "idle";
    case LockCause::Suspended:
        return "suspended";
    case LockCause::LidClosed:
        return "lid-closed";
    case LockCause::SystemLocked:
        return "system-locked";
    case LockCause::UserSwitched:
        return "user-switched";
    case LockCause::RemoteSessionEnded:
        return "remote-session-ended";
    case LockCause::SmartCardRemoved:
        return "smart-card-removed";
    case LockCause::TooManyAttempts:
        return "too-many-attempts";
    case LockCause::ByGateway:
        return "by-gateway";
    }
    return "asked";
}

} // namespace countersign::desk
