#include "ui/widgets/queue/queue_pane.hpp"

#include "ui/style/dress.hpp"
#include "ui/style/focus_ring.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/widgets/queue/queue_delegate.hpp"
#include "ui/widgets/shell/chip.hpp"
#include "ui/widgets/shell/flow_layout.hpp"
#include "ui/widgets/shell/key_bindings.hpp"
#include "ui/widgets/shell/search_field.hpp"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace countersign::widgets
{

using style::Tone;
using style::Type;
using style::Weight;

namespace
{
constexpr int tickMs = 30'000; // words of time are minutes
}

QueuePane::QueuePane(presenters::DeskFeed &feed, const presenters::Clock &clock, presenters::Preferences preferences,
                     QWidget *parent)
    : QWidget(parent), feed_(feed), preferences_(std::move(preferences)), model_(new models::QueueModel(clock, this)),
      rows_(new QListView), body_(new QStackedWidget),
      title_(style::label(tr("Queue"), Type::Display, Tone::Ink1, Weight::Strong)),
      count_(style::label({}, Type::Body, Tone::Ink3)),
      emptyTitle_(style::label({}, Type::Title, Tone::Ink1, Weight::Strong)),
      emptyWhy_(style::label({}, Type::Body, Tone::Ink2)), emptyAction_(style::button({})),
      newBar_(style::button({}, style::ButtonKind::Quiet)), hidden_(style::button({}, style::ButtonKind::Quiet)),
      search_(new QLineEdit), views_(new Chip(tr("View"))), scope_(new Chip(tr("Scope"))), tier_(new Chip(tr("Tier"))),
      workflow_(new Chip(tr("Workflow"))), grouping_(new Chip(tr("Grouping"))), order_(new Chip(tr("Order")))
{
    recallViews();
    build();
    connectParts();
    fillChips();
    model_->take(feed_.snapshot());
}

void QueuePane::build()
{
    const style::Theme &theme = style::themeOf(this);
    style::setGround(*this, Tone::Surface0);
    rows_->setModel(model_);
    rows_->setModelColumn(models::QueueModel::PatientColumn);
    rows_->setItemDelegate(new QueueDelegate(rows_));
    rows_->setUniformItemSizes(true);
    rows_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    rows_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    rows_->setMouseTracking(true);
    rows_->setAccessibleName(tr("Items in the queue"));
    rows_->setObjectName(QStringLiteral("queueRows"));
    rows_->installEventFilter(this);
    style::drawsOwnFocus(*rows_);

    search_->setPlaceholderText(tr("Search patient, MRN or title   /"));
    dressAsSearch(*search_, tr("Search the queue"));
    search_->setClearButtonEnabled(false);
    search_->installEventFilter(this);

    auto *head = new FlowLayout(theme.px(12), theme.px(8));
    for (QWidget *part : std::initializer_list<QWidget *>{title_, count_, hidden_, search_})
        head->addWidget(part);
    head->pushLastRight();
    auto *filters = new FlowLayout(theme.px(6), theme.px(6));
    for (Chip *chip : {views_, scope_, tier_, workflow_, grouping_, order_})
        filters->addWidget(chip);
    filters->pushLastRight();
    auto *top = new QVBoxLayout;
    top->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(12));
    top->setSpacing(theme.px(12));
    top->addLayout(head);
    top->addLayout(filters);

    auto *empty = new QWidget;
    auto *emptyColumn = new QVBoxLayout(empty);
    emptyColumn->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24));
    emptyColumn->addStretch(1);
    for (QLabel *label : {emptyTitle_, emptyWhy_}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        emptyColumn->addWidget(label);
    }
    emptyColumn->addSpacing(theme.px(8));
    emptyColumn->addWidget(emptyAction_, 0, Qt::AlignCenter);
    emptyColumn->addStretch(2);
    body_->addWidget(rows_);
    body_->addWidget(empty);

    newBar_->setProperty("bar", true);
    newBar_->hide();
    hidden_->setProperty("slim", true);
    hidden_->setObjectName(QStringLiteral("hiddenByFilter"));
    hidden_->hide();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(style::hairline());
    column->addWidget(newBar_);
    column->addWidget(body_, 1);
}

void QueuePane::connectParts()
{
    connect(&feed_, &presenters::DeskFeed::changed, this, [this] { model_->take(feed_.snapshot()); });
    connect(model_, &models::QueueModel::surroundingsChanged, this, &QueuePane::showSurroundings);
    connect(rows_, &QListView::clicked, this, &QueuePane::activate);
    connect(newBar_, &QPushButton::clicked, this, [this] {
        refresh();
        takeFocus();
    });
    connect(search_, &QLineEdit::textChanged, this, [this](const QString &words) {
        presenters::QueueFilter next = filter();
        next.search = words;
        arrange(next);
    });
    // That somebody searched, never for what.
    connect(search_, &QLineEdit::editingFinished, this, [this] {
        if (!search_->text().isEmpty())
            feed_.submit(desk::Note{domain::AuditKind::Searched, {}, "queue"});
    });
    const auto showEverything = [this] {
        search_->clear();
        arrange(presenters::QueueFilter{});
    };
    connect(emptyAction_, &QPushButton::clicked, this, showEverything);
    connect(hidden_, &QPushButton::clicked, this, showEverything);
    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, model_, &models::QueueModel::tick);
    clock->start(tickMs);
}

void QueuePane::arrange(const presenters::QueueFilter &filter)
{
    presenters::QueueArrangement next = model_->list().arrangement();
    next.filter = filter;
    arrange(next);
}

void QueuePane::arrange(const presenters::QueueArrangement &arrangement)
{
    const QString item = currentItem();
    model_->arrange(arrangement);
    fillChips();
    keepPlace(item);
}

void QueuePane::refresh()
{
    arrange(presenters::QueueArrangement(model_->list().arrangement()));
}

void QueuePane::keepPlace(const QString &item)
{
    select(item);
    if (rows_->currentIndex().isValid() || model_->rowCount() == 0)
        return;
    const bool isGroupFirst = model_->list().isGroup(0) && model_->rowCount() > 1;
    selectRow(isGroupFirst ? 1 : 0);
}

void QueuePane::selectRow(int row)
{
    rows_->setCurrentIndex(model_->index(row, models::QueueModel::PatientColumn));
}

void QueuePane::fold(int row, bool isFolded)
{
    model_->fold(row, isFolded);
    selectRow(row); // a group's own line stays where it is
}

void QueuePane::look(const domain::ItemId &item)
{
    constexpr std::size_t ahead = 3;
    model_->look(item);
    if (feed_.snapshot().link.state != desk::LinkState::Online)
        return;
    const presenters::QueueList &list = model_->list();
    for (const domain::ItemId &next : list.openAfter(list.placeOf(item), ahead))
        if (fetched_.insert(next).second)
            feed_.submit(desk::Prefetch{next});
}

void QueuePane::showSurroundings()
{
    const presenters::QueueList &list = model_->list();
    count_->setText(tr("%n open", nullptr, list.openCount()));
    newBar_->setVisible(list.waiting() > 0);
    newBar_->setText(tr("%n new item(s), show", nullptr, list.waiting()));
    hidden_->setVisible(list.hidden() > 0 && list.count() > 0);
    hidden_->setText(tr("%n hidden by filter", nullptr, list.hidden()));
    hidden_->setAccessibleDescription(tr("Shows every open item"));
    body_->setCurrentIndex(list.count() > 0 ? 0 : 1);
    if (list.count() == 0)
        showEmptyState();
    else if (!rows_->currentIndex().isValid())
        keepPlace({});
}

void QueuePane::showEmptyState()
{
    const presenters::QueueList &list = model_->list();
    const bool isNarrowed = filter().narrows() && list.total() > 0;
    emptyAction_->setVisible(isNarrowed);
    emptyAction_->setText(tr("Show every open item"));
    if (isNarrowed) {
        emptyTitle_->setText(tr("Nothing fits this filter"));
        emptyWhy_->setText(tr("%n open item(s) hidden by search or filters.", nullptr, list.openCount()));
    } else if (!list.isComplete()) {
        emptyTitle_->setText(tr("The queue has not arrived yet"));
        emptyWhy_->setText(tr("It comes from the gateway when the link is up, and stays on this machine afterwards."));
    } else {
        emptyTitle_->setText(tr("Nothing waits for you"));
        emptyWhy_->setText(tr("Every item that your role may see is decided. New ones appear here by themselves."));
    }
}

QString QueuePane::currentItem() const
{
    const int row = rows_->currentIndex().row();
    const presenters::QueueList &list = model_->list();
    return row >= 0 && row < list.count() && !list.isGroup(row) ? text::toQt(list.item(row).id.text()) : QString();
}

void QueuePane::select(const QString &item)
{
    if (item.isEmpty())
        return;
    const int row = model_->rowOf(domain::ItemId(text::toUtf8(item)));
    if (row >= 0)
        selectRow(row);
}

QString QueuePane::nextAfter(const QString &item) const
{
    const presenters::QueueList &list = model_->list();
    const auto next = list.openAfter(list.placeOf(domain::ItemId(text::toUtf8(item))), 1);
    return next.empty() ? QString() : text::toQt(next.front().text());
}

void QueuePane::setBeside(bool isBeside)
{
    isBeside_ = isBeside;
    showChips();
}

// A filter that hides something is never out of sight.
void QueuePane::showChips()
{
    for (Chip *chip : {scope_, tier_, workflow_})
        chip->setVisible(!isBeside_ || chip->isNarrowing());
    for (Chip *chip : {views_, grouping_, order_})
        chip->setVisible(!isBeside_);
}

void QueuePane::takeFocus()
{
    rows_->setFocus(Qt::OtherFocusReason);
}

void QueuePane::focusSearch()
{
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void QueuePane::activate()
{
    const int row = rows_->currentIndex().row();
    const presenters::QueueList &list = model_->list();
    if (row >= 0 && row < list.count() && list.isGroup(row))
        fold(row,
             !model_->index(row, 0).data(models::QueueModel::GroupRole).value<presenters::QueueGroupLine>().isFolded);
    else if (const QString item = currentItem(); !item.isEmpty())
        Q_EMIT openAsked(item);
}

void QueuePane::move(int rows)
{
    const int at = rows_->currentIndex().row();
    const int to = std::clamp(at + rows, 0, std::max(0, model_->rowCount() - 1));
    selectRow(to);
}

bool QueuePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == rows_ && event->type() == QEvent::Resize) // who has the keyboard stays in sight (WCAG 2.4.11)
        QTimer::singleShot(0, rows_, [this] { rows_->scrollTo(rows_->currentIndex()); });
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == search_
        && (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Down || key->key() == Qt::Key_Return)) {
        if (key->key() == Qt::Key_Escape)
            search_->clear();
        takeFocus();
        return true;
    }
    return (watched == rows_ && takeKey(*key)) || QWidget::eventFilter(watched, event);
}

bool QueuePane::takeKey(const QKeyEvent &event)
{
    const int key = event.key();
    if (event.modifiers() == Qt::NoModifier && (key == Qt::Key_Left || key == Qt::Key_Right)) {
        const int row = rows_->currentIndex().row();
        const bool isGroup = row >= 0 && model_->list().isGroup(row);
        if (isGroup)
            fold(row, (key == Qt::Key_Left) != isRightToLeft());
        return isGroup;
    }
    const auto gesture = keys_->find(presenters::KeyPlace::List, keysOf(event));
    if (!gesture || presenters::rowOf(*gesture).place != presenters::KeyPlace::List)
        return false;
    perform(*gesture);
    return true;
}

void QueuePane::perform(presenters::Gesture gesture)
{
    using enum presenters::Gesture;
    switch (gesture) {
    case RowDown:
        return move(1);
    case RowUp:
        return move(-1);
    case OpenRow:
        return activate();
    case SearchList:
        return focusSearch();
    case ShowNew:
        return newBar_->click();
    case WidenList:
    case NarrowList:
        Q_EMIT roomAsked(gesture == WidenList ? 1 : -1);
        return;
    default:
        break;
    }
}

void QueuePane::resizeEvent(QResizeEvent *event)
{
    const style::Theme &theme = style::themeOf(this);
    const bool isWide = width() >= theme.px(QueueDelegate::wideFrom);
    title_->setFont(theme.font(isWide ? Type::Display : Type::Title, Weight::Strong));
    const int side = theme.px(isWide ? 24 : 16);
    layout()->itemAt(0)->layout()->setContentsMargins(side, theme.px(16), side, theme.px(12));
    search_->setFixedWidth(isWide ? theme.px(360) : std::max(theme.px(120), width() - 2 * side));
    showChips();
    QWidget::resizeEvent(event);
}

} // namespace countersign::widgets
