// One thing that has to be seen on every page while it is so: an alarm, or a state that is not the usual one. Above the
// work, never over it.
#pragma once

#include "ui/style/dress.hpp"

#include <QWidget>

class QLabel;
class QPushButton;

namespace countersign::widgets
{

class NoticeBar : public QWidget
{
    Q_OBJECT

public:
    // `action` is the button's word; empty: nothing can be done about it here.
    NoticeBar(style::Tone ground, style::Tone ink, const QString &action, QWidget *parent = nullptr);

    // Empty: it is over. Said aloud when it comes up.
    void show(const QString &sentence);
    using QWidget::show;

Q_SIGNALS:
    void actionAsked();

private:
    QLabel *words_;
};

} // namespace countersign::widgets
