#include "ui/style/focus_ring.hpp"

#include "ui/style/paint.hpp"
#include "ui/style/theme.hpp"

#include <QApplication>
#include <QEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>

namespace countersign::style
{
namespace
{

constexpr char ownFocus[] = "drawsOwnFocus";
constexpr int gap = 3;

// Text fields show the keyboard by their border (style sheet), others by what they paint themselves.
bool showsItself(const QWidget &widget)
{
    return widget.property(ownFocus).toBool() || qobject_cast<const QLineEdit *>(&widget) != nullptr
           || qobject_cast<const QPlainTextEdit *>(&widget) != nullptr;
}

} // namespace

void drawsOwnFocus(QWidget &widget)
{
    widget.setProperty(ownFocus, true);
}

FocusRing::FocusRing(QWidget &window) : QWidget(&window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (!byKey_) {
            byKey_ = true;
            place();
        }
        break;
    case QEvent::MouseButtonPress:
        byKey_ = false;
        hide();
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::EnabledChange:
        // Whatever holds the control moves it too: the page under it is scrolled, a pane beside it comes.
        if (const auto *moved = qobject_cast<QWidget *>(watched);
            target_ != nullptr && moved != nullptr && (moved == target_ || moved->isAncestorOf(target_)))
            place();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::follow(QWidget *target)
{
    const bool isOurs = target != nullptr && target->window() == window() && !showsItself(*target);
    target_ = isOurs ? target : nullptr;
    place();
}

void FocusRing::place()
{
    if (target_ == nullptr || !byKey_ || !target_->isVisible() || !target_->isEnabled()) {
        hide();
        return;
    }
    const int outside = themeOf(this).px(gap);
    const QRect there(target_->mapTo(window(), QPoint(0, 0)), target_->size());
    setGeometry(there.adjusted(-outside, -outside, outside, outside));
    show();
    raise();
}

void FocusRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawFocusRing(painter, rect(), themeOf(this));
}

} // namespace countersign::style
