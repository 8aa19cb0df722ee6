// The ring around whatever has the keyboard: one drawing for the whole window, outside the control so that nothing is
// covered, and only for those who came there by key.
#pragma once

#include <QPointer>
#include <QWidget>

namespace countersign::style
{

class FocusRing : public QWidget
{
    Q_OBJECT

public:
    // Lives in `window` and dies with it.
    explicit FocusRing(QWidget &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow(QWidget *target);
    void place();

    QPointer<QWidget> target_;
    bool byKey_ = false;
};

// Widgets that draw their own sign of focus (lists, pages, editors) say so.
void drawsOwnFocus(QWidget &widget);

} // namespace countersign::style
