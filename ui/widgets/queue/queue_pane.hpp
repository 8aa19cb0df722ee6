// The queue: search, filters, order and rows. It never reorders by itself: what arrives waits behind a bar. gui thread.
#pragma once

#include "ui/models/queue_model.hpp"
#include "ui/presenters/desk_feed.hpp"
#include "ui/presenters/key_book.hpp"
#include "ui/presenters/preferences.hpp"
#include "ui/presenters/saved_views.hpp"
#include "ui/widgets/shell/chip.hpp"

#include <QWidget>

#include <set>

class QKeyEvent;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace countersign::widgets
{

class QueuePane : public QWidget
{
    Q_OBJECT

public:
    // The feed outlives the pane.
    QueuePane(presenters::DeskFeed &feed, const presenters::Clock &clock, presenters::Preferences preferences = {},
              QWidget *parent = nullptr);

    // Whose keys it listens to; unset: the shipped ones.
    void setKeys(std::shared_ptr<presenters::KeyBook> keys) { keys_ = std::move(keys); }
    // A gesture of lists.
    void perform(presenters::Gesture gesture);
    void takeFocus();
    void focusSearch();
    // Shows which item is open; does not move the list.
    void select(const QString &item);
    // The item to open after that one: the next open row below, then from the top; empty: none is left.
    [[nodiscard]] QString nextAfter(const QString &item) const;
    void refresh();
    void arrange(const presenters::QueueArrangement &arrangement);
    // The item lies open before the person: a later change of it is told, and the next three are fetched, unopened.
    void look(const domain::ItemId &item);
    // Beside the review the queue is for finding one's place: fewer controls.
    void setBeside(bool isBeside);

    [[nodiscard]] models::QueueModel &model() { return *model_; }

Q_SIGNALS:
    void openAsked(const QString &item);
    void roomAsked(int by); // beside the review: more of it, or less

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectParts();
    void arrange(const presenters::QueueFilter &filter);
    void groupBy(presenters::QueueGrouping grouping);
    // The keyboard is back where it was, or on the first item.
    void keepPlace(const QString &item);
    void selectRow(int row);
    void showSurroundings();
    void showEmptyState();
    [[nodiscard]] bool takeKey(const QKeyEvent &event);
    void move(int rows);
    void activate();
    void fold(int row, bool isFolded);
    void fillChips();
    void fillViews();
    void fillGrouping();
    [[nodiscard]] std::vector<Chip::Choice> viewChoices();
    void recallViews();
    void rememberViews();
    void showChips();
    void fillScope();
    void fillTier();
    void fillWorkflow();
    void fillOrder();
    [[nodiscard]] QString currentItem() const;
    [[nodiscard]] const presenters::QueueFilter &filter() const { return model_->list().filter(); }

    presenters::DeskFeed &feed_;
    presenters::Preferences preferences_;
    std::shared_ptr<presenters::KeyBook> keys_ = std::make_shared<presenters::KeyBook>();
    presenters::SavedViews savedViews_;
    models::QueueModel *model_;
    QListView *rows_;
    QStackedWidget *body_;
    QLabel *title_, *count_, *emptyTitle_, *emptyWhy_;
    QPushButton *emptyAction_, *newBar_, *hidden_;
    QLineEdit *search_;
    Chip *views_, *scope_, *tier_, *workflow_, *grouping_, *order_;
    std::set<domain::ItemId> fetched_; // asked for ahead, each once
    bool isBeside_ = false;
};

} // namespace countersign::widgets
