// The queue: search, filters, order and rows. It never reorders by itself: what arrives waits behind a bar. gui thread.
#pragma once

#include "ui/models/queue_model.hpp"
#include "ui/presenters/desk_feed.hpp"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace countersign::widgets
{

class Chip;

class QueuePane : public QWidget
{
    Q_OBJECT

public:
    // The feed outlives the pane.
    QueuePane(presenters::DeskFeed &feed, const presenters::Clock &clock, QWidget *parent = nullptr);

    void takeFocus();
    void focusSearch();
    // Shows which item is open; does not move the list.
    void select(const QString &item);
    // The item to open after that one: the next open row below, then from the top; empty: none is left.
    [[nodiscard]] QString nextAfter(const QString &item) const;
    void refresh() { model_->refresh(); }
    // Beside the review the queue is for finding one's place: fewer controls.
    void setBeside(bool isBeside);

    [[nodiscard]] models::QueueModel &model() { return *model_; }

Q_SIGNALS:
    void openAsked(const QString &item);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectParts();
    void arrange(const presenters::QueueFilter &filter);
    void showSurroundings();
    void showEmptyState();
    void move(int rows);
    void openCurrent();
    void fillChips();
    void showChips();
    void fillScope();
    void fillTier();
    void fillWorkflow();
    void fillOrder();
    [[nodiscard]] QString currentItem() const;
    [[nodiscard]] const presenters::QueueFilter &filter() const { return model_->list().filter(); }

    presenters::DeskFeed &feed_;
    models::QueueModel *model_;
    QListView *rows_;
    QStackedWidget *body_;
    QLabel *title_, *count_, *emptyTitle_, *emptyWhy_;
    QPushButton *emptyAction_, *newBar_;
    QLineEdit *search_;
    Chip *scope_, *tier_, *workflow_, *order_;
    bool isBeside_ = false;
};

} // namespace countersign::widgets
