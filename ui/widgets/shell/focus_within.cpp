#include "ui/widgets/shell/focus_within.hpp"

#include <QApplication>
#include <QWidget>

namespace countersign::widgets
{

void moveFocusWithin(QWidget &panel, bool next)
{
    QWidget *at = QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &panel;
    QWidget *to = at;
    do {
        to = next ? to->nextInFocusChain() : to->previousInFocusChain();
        if (to != nullptr && panel.isAncestorOf(to) && to->isVisible() && to->isEnabled()
            && (to->focusPolicy() & Qt::TabFocus) != 0) {
            to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    } while (to != nullptr && to != at);
}

} // namespace countersign::widgets
