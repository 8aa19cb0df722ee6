// The keys of one gesture, as a button: pressed, it takes the next keys that are pressed.
#pragma once

#include <QPushButton>

namespace countersign::widgets
{

class KeyField : public QPushButton
{
    Q_OBJECT

public:
    explicit KeyField(const QString &gesture, QWidget *parent = nullptr);

    void showKeys(const QString &cap);

Q_SIGNALS:
    // Qt's portable text of what was pressed.
    void keysPressed(const QString &keys);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void listen(bool isListening);

    QString gesture_, cap_;
    bool isListening_ = false;
};

} // namespace countersign::widgets
