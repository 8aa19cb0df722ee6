// What a person set up for themselves on this device: views, keys, a look. Small texts under short keys; never a word
// of a patient, because it is kept in the clear. gui thread.
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace countersign::presenters
{

// Unset functions: nothing is remembered.
struct Preferences {
    std::function<QByteArray(const QString &key)> read;
    std::function<void(const QString &key, const QByteArray &value)> write;
};

} // namespace countersign::presenters
