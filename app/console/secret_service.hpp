// What QtKeychain does not tell apart on a Secret Service (GNOME Keyring, KeePassXC): an entry that is not there, and
// one that is there in a collection which nobody opened, where the prompt was refused or could not come up. Asked for
// its attributes alone, which are readable while it is locked. Where there is no such service: false.
#pragma once

#include <QtCore/QString>

namespace countersign::console
{

// On any thread; waits for the bus, but no longer than a second.
[[nodiscard]] bool isLockedAway(const QString &service, const QString &name);

} // namespace countersign::console
