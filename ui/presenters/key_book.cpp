#include "ui/presenters/key_book.hpp"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace countersign::presenters
{
namespace
{

const QString preferenceKey = QStringLiteral("keys");
const QString idOfSingle = QStringLiteral("single-keys");

// Typing and moving: never anybody's.
constexpr std::array reserved{"Esc",    "Tab",    "Shift+Tab", "Up",        "Down",   "PgUp",   "PgDown",
                              "Home",   "End",    "Del",       "Backspace", "Ctrl+C", "Ctrl+V", "Ctrl+X",
                              "Ctrl+A", "Ctrl+Y", "Return",    "Enter",     "Space",  "Left",   "Right"};

bool isReserved(const QString &keys)
{
    const bool isDigit = keys.size() == 1 && keys.front().isDigit();
    return keys.isEmpty() || isDigit || std::any_of(reserved.begin(), reserved.end(), [&](const char *one) {
               return keys == QLatin1String(one);
           });
}

QStringList shipped(Gesture gesture)
{
    return QString::fromLatin1(rowOf(gesture).keys).split(QLatin1Char(' '));
}

QString withAlt(const QString &keys)
{
    return QStringLiteral("Alt+") + keys;
}

bool meet(KeyPlace one, KeyPlace other)
{
    return one == other || one == KeyPlace::Everywhere || other == KeyPlace::Everywhere;
}

} // namespace

bool isSingleKey(const QString &keys)
{
    return keys.size() == 1;
}

bool isUnmodified(const QString &keys)
{
    return !keys.contains(QLatin1String("Ctrl+")) && !keys.contains(QLatin1String("Alt+"))
           && !keys.contains(QLatin1String("Meta+"));
}

KeyBook::KeyBook(Preferences preferences, QObject *parent) : QObject(parent), preferences_(std::move(preferences))
{
    recall();
}

QString KeyBook::asInUse(const QString &keys) const
{
    return isSingleKey(keys) && !hasSingleKeys_ ? withAlt(keys) : keys;
}

QStringList KeyBook::keysOf(Gesture gesture) const
{
    QStringList keys = shipped(gesture);
    if (const auto own = own_.find(gesture); own != own_.end())
        keys.front() = own->second;
    for (QString &each : keys)
        each = asInUse(each);
    return keys;
}

QString KeyBook::capOf(Gesture gesture) const
{
    return keyCap(keysOf(gesture).front());
}

std::optional<Gesture> KeyBook::find(KeyPlace place, const QString &keys) const
{
    for (const KeyPlace where : {place, KeyPlace::Everywhere})
        for (const GestureRow &row : gestureRows())
            if (row.place == where && keysOf(row.gesture).contains(keys))
                return row.gesture;
    return std::nullopt;
}

std::optional<KeyObjection> KeyBook::objectionTo(Gesture gesture, const QString &keys) const
{
    const GestureRow &wanted = rowOf(gesture);
    if (wanted.isVerdict && isUnmodified(keys))
        return KeyObjection{KeyObjection::Kind::VerdictNeedsModifier, gesture};
    if (!shipped(gesture).contains(keys) && isReserved(keys))
        return KeyObjection{KeyObjection::Kind::Reserved, gesture};
    for (const GestureRow &row : gestureRows()) {
        if (row.gesture == gesture || !meet(row.place, wanted.place))
            continue;
        QStringList theirs = shipped(row.gesture);
        if (const auto own = own_.find(row.gesture); own != own_.end())
            theirs.front() = own->second;
        // A letter also stands for Alt and the letter: single keys may be turned off at any time.
        for (const QString &one : theirs)
            if (one == keys || (isSingleKey(one) && withAlt(one) == keys)
                || (isSingleKey(keys) && withAlt(keys) == one))
                return KeyObjection{KeyObjection::Kind::Taken, row.gesture};
    }
    return std::nullopt;
}

std::optional<KeyObjection> KeyBook::assign(Gesture gesture, const QString &keys)
{
    if (auto objection = objectionTo(gesture, keys))
        return objection;
    if (shipped(gesture).front() == keys)
        own_.erase(gesture);
    else
        own_[gesture] = keys;
    keep();
    return std::nullopt;
}

// What it goes back to may have been given to another since: that one goes back too.
void KeyBook::reset(Gesture gesture)
{
    own_.erase(gesture);
    const QString keys = shipped(gesture).front();
    for (auto own = own_.begin(); own != own_.end();)
        own = meet(rowOf(own->first).place, rowOf(gesture).place) && own->second == keys ? own_.erase(own)
                                                                                         : std::next(own);
    keep();
}

void KeyBook::resetAll()
{
    own_.clear();
    hasSingleKeys_ = true;
    keep();
}

void KeyBook::setSingleKeys(bool isOn)
{
    if (hasSingleKeys_ == isOn)
        return;
    hasSingleKeys_ = isOn;
    keep();
}

// What cannot be read, or no longer fits, is left out: the shipped keys always work.
void KeyBook::recall()
{
    if (!preferences_.read)
        return;
    const QJsonObject kept = QJsonDocument::fromJson(preferences_.read(preferenceKey)).object();
    for (const GestureRow &row : gestureRows()) {
        const QString keys = kept.value(QLatin1String(row.id)).toString();
        if (!keys.isEmpty() && !objectionTo(row.gesture, keys))
            own_[row.gesture] = keys;
    }
    hasSingleKeys_ = kept.value(idOfSingle).toBool(true);
}

void KeyBook::keep()
{
    if (preferences_.write) {
        QJsonObject kept;
        for (const auto &[gesture, keys] : own_)
            kept.insert(QLatin1String(rowOf(gesture).id), keys);
        if (!hasSingleKeys_)
            kept.insert(idOfSingle, false);
        preferences_.write(preferenceKey, QJsonDocument(kept).toJson(QJsonDocument::Compact));
    }
    Q_EMIT changed();
}

} // namespace countersign::presenters
