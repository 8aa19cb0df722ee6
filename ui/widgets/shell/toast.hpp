// What was just done, with one thing that can be done about it: a slim part of the window's last line, so that it
// covers nothing and moves nothing. It never takes the keyboard.
#pragma once

#include <QWidget>

class QPushButton;
class QTimer;

namespace countersign::widgets
{

class BriefLabel;

class Toast : public QWidget
{
    Q_OBJECT

public:
    explicit Toast(QWidget *parent = nullptr);

    // Stays until replaced or ended, with one thing that can be done about it.
    void hold(const QString &text, const QString &action);
    // Goes by itself after a while, and what is held comes back.
    void say(const QString &text);
    void endHold();
    void endSaid();
    void end(); // both

Q_SIGNALS:
    void actionAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void render();

    BriefLabel *text_;
    QPushButton *action_;
    QTimer *timer_;
    QString said_, held_, heldAction_;
};

} // namespace countersign::widgets
