#include "ui/widgets/review/key_up_watch.hpp"

#include <QCoreApplication>
#include <QKeyEvent>

namespace countersign::widgets
{

KeyUpWatch::KeyUpWatch(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool KeyUpWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride: // of a shortcut there is no other press
        down_.insert(static_cast<QKeyEvent *>(event)->key());
        break;
    case QEvent::KeyRelease:
        if (const auto *key = static_cast<QKeyEvent *>(event); !key->isAutoRepeat()) {
            down_.erase(key->key());
            heldOver_.erase(key->key());
        }
        break;
    case QEvent::ApplicationStateChange: // what is let go of elsewhere is not heard here
        down_.clear();
        heldOver_.clear();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace countersign::widgets
