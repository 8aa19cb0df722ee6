// What is left to look at, and what can be done: always in the same place, never moved or swapped. Says beside the
// verdicts what holds them up.
#pragma once

#include "ui/presenters/key_book.hpp"
#include "ui/presenters/review_view.hpp"

#include <QWidget>

#include <array>
#include <utility>
#include <vector>

class QAction;
class QHBoxLayout;
class QPushButton;

namespace countersign::widgets
{

class BriefLabel;

class DecisionBar : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionBar(QWidget *parent = nullptr);

    void show(const presenters::ReviewView &view);
    // Beside the words of the buttons.
    void showKeys(const presenters::KeyBook &keys);
    using QWidget::show;
    // One line of words beside the buttons and less air, where the page has little height or width.
    void setShort(bool isShort);

Q_SIGNALS:
    void wished(presenters::Wish wish);
    void editAsked();
    void nextAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QPushButton *addWish(presenters::Wish wish);
    struct Place {
        QPushButton *button;
        bool isShown;
        int menuFrom; // the level from which on it is in the menu
    };
    [[nodiscard]] std::array<Place, 5> places() const;
    [[nodiscard]] QWidget *makeState();
    void makeMore();
    void arrange();
    // How much of the bar goes into the menu; 0 nothing, the more the less room there is.
    void give(int level);
    [[nodiscard]] int widthAt(int level) const;
    void dressMargins();
    void keepRoom();

    BriefLabel *toLookAt_ = nullptr;
    BriefLabel *beside_ = nullptr; // the sentence, where the page is short
    QPushButton *next_ = nullptr;
    BriefLabel *sentence_ = nullptr;
    QPushButton *returns_ = nullptr;
    QPushButton *reject_ = nullptr;
    QPushButton *respond_ = nullptr;
    QPushButton *escalate_ = nullptr;
    QPushButton *edit_ = nullptr;
    QPushButton *approve_ = nullptr;
    QPushButton *more_ = nullptr; // where there is no room: those that are asked for least go first
    QWidget *state_ = nullptr;
    QWidget *buttons_ = nullptr;
    QHBoxLayout *row_ = nullptr;
    std::vector<std::pair<QPushButton *, QAction *>> menu_; // the buttons, and each in the menu
    presenters::BarView shown_;
    QString title_;                   // of the item
    std::pair<QString, int> roomFor_; // the title and the width for which room is kept
    int roomForWords_ = 0;
    bool isShort_ = false;
};

} // namespace countersign::widgets
