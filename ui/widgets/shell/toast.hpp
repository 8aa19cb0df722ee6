// What was just done, with one thing that can be done about it: a slim part of the window's last line, so that it
// covers nothing and moves nothing. It never takes the keyboard.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace countersign::widgets
{

class Toast : public QWidget
{
    Q_OBJECT

public:
    explicit Toast(QWidget *parent = nullptr);

    // Stays until replaced or ended; `action` empty: no button.
    void hold(const QString &text, const QString &action = {});
    // Goes by itself after a while.
    void say(const QString &text);
    void end();

Q_SIGNALS:
    void actionAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *text_;
    QPushButton *action_;
    QTimer *timer_;
};

} // namespace countersign::widgets
