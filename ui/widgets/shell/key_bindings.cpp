#include "ui/widgets/shell/key_bindings.hpp"

#include <QKeyEvent>
#include <QKeySequence>
#include <QWidget>

namespace countersign::widgets
{
namespace
{

using presenters::KeyPlace;

bool isFunctionKey(const QString &keys)
{
    return keys.contains(QLatin1Char('F')) && keys.back().isDigit();
}

} // namespace

QString keysOf(const QKeyEvent &event)
{
    constexpr int firstNamed = 0x01000000;
    Qt::KeyboardModifiers held = event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    const int key = event.key();
    const bool isLetterOrDigit = (key >= Qt::Key_A && key <= Qt::Key_Z) || (key >= Qt::Key_0 && key <= Qt::Key_9);
    if (key < firstNamed && !isLetterOrDigit && key != Qt::Key_Space)
        held &= ~Qt::ShiftModifier; // "?" is a key of its own, wherever it lies
    return QKeySequence(QKeyCombination(held, static_cast<Qt::Key>(key))).toString(QKeySequence::PortableText);
}

KeyBindings::KeyBindings(QWidget &owner, std::shared_ptr<presenters::KeyBook> keys, KeyPlace place, Perform perform)
    : QObject(&owner), owner_(owner), keys_(std::move(keys)), place_(place), perform_(std::move(perform))
{
    connect(keys_.get(), &presenters::KeyBook::changed, this, &KeyBindings::bind);
    bind();
}

KeyBindings::~KeyBindings()
{
    unbind();
}

// Two shortcuts on the same keys do nothing at all: none may stay behind.
void KeyBindings::unbind()
{
    for (const QPointer<QShortcut> &shortcut : shortcuts_)
        delete shortcut.data();
    shortcuts_.clear();
}

void KeyBindings::bind()
{
    unbind();
    for (const presenters::GestureRow &row : presenters::gestureRows()) {
        if (row.place != place_)
            continue;
        for (const QString &keys : keys_->keysOf(row.gesture)) {
            if (place_ != KeyPlace::Everywhere && presenters::isUnmodified(keys) && !isFunctionKey(keys))
                continue;
            auto *const shortcut = new QShortcut(QKeySequence(keys, QKeySequence::PortableText), &owner_);
            shortcut->setContext(place_ == KeyPlace::Everywhere ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
            shortcut->setAutoRepeat(!row.isVerdict); // a key held down is one wish
            connect(shortcut, &QShortcut::activated, this, [this, gesture = row.gesture] { perform_(gesture); });
            shortcuts_.push_back(shortcut);
        }
    }
}

} // namespace countersign::widgets
