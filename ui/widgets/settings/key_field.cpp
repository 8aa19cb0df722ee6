#include "ui/widgets/settings/key_field.hpp"

#include "ui/widgets/shell/key_bindings.hpp"

#include <QKeyEvent>

namespace countersign::widgets
{
namespace
{

bool isModifierAlone(int key)
{
    return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt || key == Qt::Key_Meta
           || key == Qt::Key_AltGr || key == 0 || key == Qt::Key_unknown;
}

} // namespace

KeyField::KeyField(const QString &gesture, QWidget *parent) : QPushButton(parent), gesture_(gesture)
{
    setCheckable(true);
    setAutoDefault(false);
    connect(this, &QPushButton::clicked, this, [this] { listen(isChecked()); });
}

void KeyField::showKeys(const QString &cap)
{
    cap_ = cap;
    listen(false);
}

void KeyField::listen(bool isListening)
{
    isListening_ = isListening;
    setChecked(isListening);
    setText(isListening ? tr("Press the keys…") : cap_);
    setAccessibleName(isListening ? tr("%1: press the new keys, Esc leaves them as they are").arg(gesture_)
                                  : tr("%1: %2").arg(gesture_, cap_));
}

// What is pressed here is not a shortcut.
bool KeyField::event(QEvent *event)
{
    if (isListening_ && event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QPushButton::event(event);
}

void KeyField::keyPressEvent(QKeyEvent *event)
{
    if (!isListening_)
        return QPushButton::keyPressEvent(event);
    event->accept();
    if (isModifierAlone(event->key()))
        return;
    const QString keys = keysOf(*event);
    listen(false);
    if (event->key() != Qt::Key_Escape && event->key() != Qt::Key_Tab && event->key() != Qt::Key_Backtab)
        Q_EMIT keysPressed(keys);
}

void KeyField::focusOutEvent(QFocusEvent *event)
{
    listen(false);
    QPushButton::focusOutEvent(event);
}

} // namespace countersign::widgets
