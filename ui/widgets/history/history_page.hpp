// Every decision as it was signed, newest first, and the signed statement of the chosen one in plain fields.
#pragma once

#include "ui/models/history_model.hpp"
#include "ui/presenters/desk_feed.hpp"
#include "ui/presenters/key_book.hpp"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace countersign::widgets
{

class Chip;
class StatementPane;

class HistoryPage : public QWidget
{
    Q_OBJECT

public:
    // The feed outlives the page.
    explicit HistoryPage(presenters::DeskFeed &feed, QWidget *parent = nullptr);

    // Whose keys it listens to; unset: the shipped ones.
    void setKeys(std::shared_ptr<presenters::KeyBook> keys) { keys_ = std::move(keys); }
    // A gesture of lists.
    void perform(presenters::Gesture gesture);
    void takeFocus();

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void buildTable();
    void connectParts();
    void take();
    void arrange(const presenters::HistoryFilter &filter);
    void showSurroundings();
    void chooseRow(int row);
    void showStatement();
    void moveDivider(int by);
    void fitColumns();
    void fillVerdict();
    void fillReason();
    void fillPerson();
    [[nodiscard]] const presenters::HistoryFilter &filter() const { return model_->list().filter(); }

    presenters::DeskFeed &feed_;
    std::shared_ptr<presenters::KeyBook> keys_ = std::make_shared<presenters::KeyBook>();
    models::HistoryModel *model_;
    QTableView *table_;
    QStackedWidget *body_;
    QSplitter *split_;
    StatementPane *statement_;
    QLabel *count_, *emptyTitle_, *emptyWhy_;
    QLineEdit *search_;
    Chip *verdict_, *reason_, *person_;
    bool wasDragged_ = false; // the reader chose the widths
    bool isStale_ = false;    // changed while nobody looked
};

} // namespace countersign::widgets
