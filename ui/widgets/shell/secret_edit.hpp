// A field for a password. What is typed goes into memory that is wiped, a character at a time; no QString of it is
// kept. Shows dots. Paste is allowed (WCAG 3.3.8). gui thread.
#pragma once

#include "core/base/secret.hpp"

#include <QWidget>

namespace countersign::widgets
{

class SecretEdit : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t bytesMax = 512; // of UTF-8; further characters are not taken

    explicit SecretEdit(QWidget *parent = nullptr);

    [[nodiscard]] bool isEmpty() const { return used_ == 0; }
    [[nodiscard]] int characterCount() const { return characters_; }
    // What was typed; the field is empty afterwards.
    [[nodiscard]] SecretBytes take();
    void clear();
    // Typed capitals without Shift tell that Caps Lock is on; Qt 6.4 cannot be asked.
    [[nodiscard]] bool looksLikeCapsLock() const { return capsLock_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

Q_SIGNALS:
    void changed();
    void submitted();
    void capsLockChanged(bool isOn);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void insert(QStringView typed);
    void removeLast();
    void noteCase(const QKeyEvent &event);

    SecretBytes bytes_;
    std::size_t used_ = 0;
    int characters_ = 0;
    bool capsLock_ = false;
    bool caretOn_ = false;
    int blinkTimer_ = 0;
};

} // namespace countersign::widgets
