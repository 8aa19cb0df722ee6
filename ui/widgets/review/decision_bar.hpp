// What is left to look at, and what can be done: always in the same place, never moved or swapped. Says beside the
// verdicts what holds them up.
#pragma once

#include "ui/presenters/key_book.hpp"
#include "ui/presenters/review_view.hpp"

#include <QWidget>

class QLabel;
class QPushButton;

namespace countersign::widgets
{

class DecisionBar : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionBar(QWidget *parent = nullptr);

    void show(const presenters::ReviewView &view);
    // Beside the words of the buttons.
    void showKeys(const presenters::KeyBook &keys);
    using QWidget::show;

Q_SIGNALS:
    void wished(presenters::Wish wish);
    void editAsked();
    void nextAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QPushButton *addWish(presenters::Wish wish);
    [[nodiscard]] QWidget *makeState();
    void makeMore();
    void arrange();

    QLabel *toLookAt_ = nullptr;
    QPushButton *next_ = nullptr;
    QLabel *sentence_ = nullptr;
    QPushButton *returns_ = nullptr;
    QPushButton *reject_ = nullptr;
    QPushButton *respond_ = nullptr;
    QPushButton *escalate_ = nullptr;
    QPushButton *edit_ = nullptr;
    QPushButton *approve_ = nullptr;
    QPushButton *more_ = nullptr; // where there is no room: the two that are asked for least
    QWidget *buttons_ = nullptr;
    presenters::BarView shown_;
};

} // namespace countersign::widgets
