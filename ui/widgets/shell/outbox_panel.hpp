// What this person has signed and where each decision stands, in the contract's words. Opens above the last line.
#pragma once

#include "ui/presenters/session_view.hpp"

#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace countersign::widgets
{

class OutboxPanel : public QFrame
{
    Q_OBJECT

public:
    explicit OutboxPanel(QWidget &host);

    void show(const presenters::LinkLine &link, const std::vector<presenters::OutboxLine> &lines);
    void openAbove(int bottom);
    void close();
    using QWidget::show;

Q_SIGNALS:
    void undoAsked(const QString &decision);
    void linkToggleAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void refill(const std::vector<presenters::OutboxLine> &lines);
    void place();

    QLabel *title_, *detail_;
    QPushButton *toggle_;
    QVBoxLayout *list_;
    QWidget *rows_ = nullptr;
    QScrollArea *room_ = nullptr; // more than the window has is scrolled
    std::vector<presenters::OutboxLine> shown_;
    QPointer<QWidget> before_; // who had the keyboard
    int bottom_ = 0;
};

} // namespace countersign::widgets
