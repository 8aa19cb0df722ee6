// Tells that the desk is about to lock, over the work and in its middle: how long still, and that any key puts it off
// (R-206, WCAG 2.2.1). Said aloud once, takes no keyboard. gui thread.
#pragma once

#include <QWidget>

class QLabel;

namespace countersign::widgets
{

class LockWarning : public QWidget
{
    Q_OBJECT

public:
    // Lies over `place`, which it is a child of.
    explicit LockWarning(QWidget &place);

    // The whole seconds that are left; counts itself down no further than it is told.
    void show(int seconds);
    using QWidget::show;
    void end() { hide(); }

private:
    QLabel *title_, *hint_;
};

} // namespace countersign::widgets
