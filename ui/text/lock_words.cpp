// What locked the desk, and why somebody breaks glass, in words.
#include "ui/text/words.hpp"

#include <QCoreApplication>

namespace countersign::text
{
namespace
{

struct Lock {
    Q_DECLARE_TR_FUNCTIONS(Lock)
};

} // namespace

QString phrase(desk::LockCause cause)
{
    using enum desk::LockCause;
    switch (cause) {
    case Idle:
        return Lock::tr("Locked because nobody touched it for a while.");
    case Suspended:
        return Lock::tr("Locked because the machine was put to sleep.");
    case LidClosed:
        return Lock::tr("Locked because the lid was closed.");
    case SystemLocked:
        return Lock::tr("Locked with this system's session.");
    case UserSwitched:
        return Lock::tr("Locked because somebody else took over this machine.");
    case RemoteSessionEnded:
        return Lock::tr("Locked because the remote session ended.");
    case SmartCardRemoved:
        return Lock::tr("Locked because the smart card was taken out.");
    case TooManyAttempts:
        return Lock::tr("Locked after too many wrong passwords.");
    case ByGateway:
        return Lock::tr("Locked by a supervisor at the gateway.");
    case Asked:
        break;
    }
    return Lock::tr("Locked by you.");
}

QString emergencyReason(std::string_view code)
{
    if (code == "emergency-treatment")
        return Lock::tr("Emergency: a patient is being treated now");
    if (code == "cover-for-colleague")
        return Lock::tr("Cover: a colleague who should see this cannot");
    if (code == "patient-safety")
        return Lock::tr("Safety: something may be wrong with a patient's record");
    return {};
}

} // namespace countersign::text
