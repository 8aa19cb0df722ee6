// A sheet that rises from the bottom of a window over what it asks about. The window stays readable above it, the
// keyboard stays inside it, and Esc leaves it. Not a dialog: nothing is nested, nothing waits. gui thread.
#pragma once

#include <QPointer>
#include <QWidget>

class QScrollArea;
class QVariantAnimation;

namespace countersign::widgets
{

class Sheet : public QWidget
{
    Q_OBJECT

public:
    // Covers `host` while open; belongs to it.
    explicit Sheet(QWidget &host);

    // What the sheet shows; its layout decides the height, at most what the host leaves. What needs more is scrolled,
    // and whoever has the keyboard is brought into view.
    enum class Shrinks { No, Yes }; // Yes: it scrolls by itself, as far as its smallest size
    void setContent(QWidget *content, Shrinks shrinks = Shrinks::No);
    // At least so tall, where the host has it; 0: what the content wants.
    void setWantedHeight(int pixels) { wanted_ = pixels; }
    // Space at the top of the host that the sheet and its scrim never cover (the patient banner); what lies beside it,
    // so wide at the leading edge, is covered.
    void setClearTop(int pixels, int beside = 0);
    // The content wants another height.
    void fit() { place(); }

    void open(QWidget *firstFocus = nullptr);
    // Without asking; emits closed().
    void close();
    [[nodiscard]] bool isOpen() const { return isOpen_; }

Q_SIGNALS:
    // Esc was pressed. The owner decides whether the sheet closes: what was typed is not lost without a word.
    void leaveAsked();
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();
    void cover(const QRect &host);
    void follow(QWidget *focus);

    QScrollArea *frame_;
    QWidget *content_ = nullptr;
    QVariantAnimation *rise_ = nullptr;
    QPointer<QWidget> before_; // who had the keyboard
    int clearTop_ = 0, clearBeside_ = 0;
    int wanted_ = 0;
    Shrinks shrinks_ = Shrinks::No;
    bool isOpen_ = false;
};

} // namespace countersign::widgets
