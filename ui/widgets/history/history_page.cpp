#include "ui/widgets/history/history_page.hpp"

#include "ui/style/dress.hpp"
#include "ui/style/focus_ring.hpp"
#include "ui/text/times.hpp"
#include "ui/text/words.hpp"
#include "ui/widgets/history/history_delegate.hpp"
#include "ui/widgets/history/statement_pane.hpp"
#include "ui/widgets/shell/chip.hpp"
#include "ui/widgets/shell/divider.hpp"
#include "ui/widgets/shell/flow_layout.hpp"
#include "ui/widgets/shell/key_bindings.hpp"
#include "ui/widgets/shell/search_field.hpp"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace countersign::widgets
{
namespace
{

// As wide as the longest of these words is in the language of the window.
int widthOf(const style::Theme &theme, const QStringList &words)
{
    const QFontMetrics metrics(theme.font(style::Type::Small));
    int most = 0;
    for (const QString &word : words)
        most = std::max(most, metrics.horizontalAdvance(word));
    return most + theme.px(24);
}

} // namespace

using models::HistoryModel;
using style::Tone;
using style::Type;
using style::Weight;

HistoryPage::HistoryPage(presenters::DeskFeed &feed, QWidget *parent)
    : QWidget(parent), feed_(feed), model_(new HistoryModel(this)), table_(new QTableView), body_(new QStackedWidget),
      split_(new QSplitter), statement_(new StatementPane), count_(style::label({}, Type::Body, Tone::Ink3)),
      emptyTitle_(style::label({}, Type::Title, Tone::Ink1, Weight::Strong)),
      emptyWhy_(style::label({}, Type::Body, Tone::Ink2)), search_(new QLineEdit), verdict_(new Chip(tr("Verdict"))),
      reason_(new Chip(tr("Reason"))), person_(new Chip(tr("Person")))
{
    build();
    connectParts();
    take();
}

void HistoryPage::build()
{
    const style::Theme &theme = style::themeOf(this);
    style::setGround(*this, Tone::Surface0);
    buildTable();
    search_->setPlaceholderText(tr("Search patient, item or person   /"));
    dressAsSearch(*search_, tr("Search the history"));
    search_->installEventFilter(this);

    search_->setFixedWidth(theme.px(360));
    auto *head = new FlowLayout(theme.px(12), theme.px(8));
    head->addWidget(style::label(tr("History"), Type::Display, Tone::Ink1, Weight::Strong));
    head->addWidget(count_);
    head->addWidget(search_);
    head->pushLastRight();
    auto *filters = new FlowLayout(theme.px(6), theme.px(6));
    for (Chip *chip : {verdict_, reason_, person_})
        filters->addWidget(chip);
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
    emptyColumn->addStretch(2);
    split_->addWidget(table_);
    split_->addWidget(statement_);
    split_->setChildrenCollapsible(false);
    split_->setStretchFactor(0, 1);
    body_->addWidget(split_);
    body_->addWidget(empty);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(style::hairline());
    column->addWidget(body_, 1);
}

void HistoryPage::buildTable()
{
    const style::Theme &theme = style::themeOf(this);
    table_->setModel(model_);
    table_->setItemDelegate(new HistoryDelegate(table_));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table_->setAccessibleName(tr("Signed decisions"));
    table_->setObjectName(QStringLiteral("historyRows"));
    table_->setMinimumWidth(theme.px(320));
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->verticalHeader()->setDefaultSectionSize(theme.px(44));
    QHeaderView *header = table_->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setFont(theme.font(Type::Hint, Weight::Strong));
    header->setSectionResizeMode(QHeaderView::Fixed); // the page fits them: nothing that only a hand can drag
    header->setMinimumSectionSize(theme.px(72));
    table_->installEventFilter(this);
    style::drawsOwnFocus(*table_);
}

void HistoryPage::connectParts()
{
    connect(&feed_, &presenters::DeskFeed::changed, this, &HistoryPage::take);
    connect(split_, &QSplitter::splitterMoved, this, [this] { wasDragged_ = true; });
    connect(model_, &QAbstractItemModel::modelReset, this, &HistoryPage::showSurroundings);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryPage::showStatement);
    // That somebody searched, never for what.
    connect(search_, &QLineEdit::editingFinished, this, [this] {
        if (!search_->text().isEmpty())
            feed_.submit(desk::Note{domain::AuditKind::Searched, {}, "history"});
    });
    connect(search_, &QLineEdit::textChanged, this, [this](const QString &words) {
        presenters::HistoryFilter next = filter();
        next.search = words;
        arrange(next);
    });
}

// What nobody looks at is brought up to date when somebody comes; what must be forgotten is forgotten at once.
void HistoryPage::take()
{
    const bool isSignedIn = feed_.snapshot().session.state == desk::SessionState::SignedIn;
    isStale_ = !isVisible() && isSignedIn;
    if (isStale_)
        return;
    const int row = table_->currentIndex().row();
    model_->take(feed_.snapshot());
    if (row >= 0 && row < model_->rowCount())
        chooseRow(row);
    showSurroundings();
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (isStale_)
        take();
}

void HistoryPage::arrange(const presenters::HistoryFilter &filter)
{
    model_->arrange(filter);
    showSurroundings();
}

void HistoryPage::showSurroundings()
{
    const presenters::HistoryList &list = model_->list();
    count_->setText(tr("%n decision(s)", nullptr, list.total()));
    fillVerdict();
    fillReason();
    fillPerson();
    const bool isEmpty = list.count() == 0;
    body_->setCurrentIndex(isEmpty ? 1 : 0);
    emptyTitle_->setText(list.total() == 0 ? tr("Nothing is signed yet") : tr("Nothing fits this filter"));
    emptyWhy_->setText(list.total() == 0 ? tr("Each decision that you sign appears here at once, as it was signed.")
                                         : tr("%n decision(s) hidden by search or filters.", nullptr, list.total()));
    if (!isEmpty && !table_->currentIndex().isValid())
        chooseRow(0);
    showStatement();
}

// By its index: QTableView::selectRow looks for a column at the window's edge, and finds none where the window is
// mirrored.
void HistoryPage::chooseRow(int row)
{
    table_->setCurrentIndex(model_->index(row, HistoryModel::ItemColumn));
}

void HistoryPage::showStatement()
{
    const int row = table_->currentIndex().row();
    if (row >= 0 && row < model_->list().count())
        statement_->show(model_->list().line(row), model_->list().statement(row));
    else
        statement_->clear();
}

void HistoryPage::takeFocus()
{
    table_->setFocus(Qt::OtherFocusReason);
}

bool HistoryPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == table_ && event->type() == QEvent::Resize)
        fitColumns();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == search_ && (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Down)) {
        if (key->key() == Qt::Key_Escape)
            search_->clear();
        takeFocus();
        return true;
    }
    const auto gesture = watched == table_ ? keys_->find(presenters::KeyPlace::List, keysOf(*key)) : std::nullopt;
    if (!gesture || presenters::rowOf(*gesture).place != presenters::KeyPlace::List
        || *gesture == presenters::Gesture::OpenRow)
        return QWidget::eventFilter(watched, event);
    perform(*gesture);
    return true;
}

void HistoryPage::perform(presenters::Gesture gesture)
{
    using enum presenters::Gesture;
    if (gesture == RowDown || gesture == RowUp)
        chooseRow(std::clamp(table_->currentIndex().row() + (gesture == RowDown ? 1 : -1), 0,
                             std::max(0, model_->rowCount() - 1)));
    else if (gesture == SearchList)
        search_->setFocus(Qt::ShortcutFocusReason);
    else if (gesture == WidenList || gesture == NarrowList)
        moveDivider(gesture == WidenList ? 1 : -1);
}

void HistoryPage::moveDivider(int by)
{
    wasDragged_ = widgets::moveDivider(*split_, by) || wasDragged_;
}

void HistoryPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const style::Theme &theme = style::themeOf(this);
    const bool isNarrow = width() < theme.px(860); // then the statement lies below the table
    const int share = isNarrow ? 0 : std::clamp(width() * 30 / 100, theme.px(280), theme.px(440));
    const auto orientation = isNarrow ? Qt::Vertical : Qt::Horizontal;
    wasDragged_ = wasDragged_ && split_->orientation() == orientation;
    split_->setOrientation(orientation);
    if (!wasDragged_)
        split_->setSizes(isNarrow ? QList<int>{height() / 2, height() / 2} : QList<int>{width() - share, share});
    search_->setFixedWidth(std::min(theme.px(360), width() - theme.px(48)));
}

// As many columns as the table has room for; what is left is the item's.
void HistoryPage::fitColumns()
{
    const style::Theme &theme = style::themeOf(this);
    const int room = table_->width() - theme.px(16);
    table_->setColumnHidden(HistoryModel::PersonColumn, room < theme.px(1120));
    table_->setColumnHidden(HistoryModel::ReasonsColumn, room < theme.px(960));
    table_->setColumnHidden(HistoryModel::TimeColumn, room < theme.px(720));
    table_->setColumnHidden(HistoryModel::VerdictColumn, room < theme.px(480));
    // "Approved with edits" and a time are not cut where there is room, in whatever language.
    const int verdict = widthOf(theme, {text::phrase(domain::Verdict::ApproveEdited)});
    QStringList times;
    for (int month = 0; month < 12; ++month)
        times << text::dateTime(Instant(std::chrono::hours(20 + 24 * (365 * 57 + 30 * month))));
    const int time = widthOf(theme, times) + theme.px(16); // beside the edge
    const int wanted[HistoryModel::ColumnCount] = {std::max(theme.px(156), time),
                                                   theme.px(160),
                                                   0,
                                                   room < theme.px(790) ? theme.px(132) : verdict,
                                                   theme.px(180),
                                                   theme.px(140),
                                                   theme.px(124)};
    int left = room;
    for (int column = 0; column < HistoryModel::ColumnCount; ++column) {
        table_->setColumnWidth(column, wanted[column]);
        left -= table_->isColumnHidden(column) ? 0 : wanted[column];
    }
    table_->setColumnWidth(HistoryModel::ItemColumn, std::max(theme.px(120), left));
}

void HistoryPage::fillVerdict()
{
    const auto chosen = filter().verdict;
    verdict_->setText(chosen ? text::phrase(*chosen) : tr("Every verdict"));
    verdict_->setNarrowing(chosen.has_value());
    verdict_->setChoices([this] {
        const auto choose = [this](auto verdict) {
            return [this, verdict] {
                presenters::HistoryFilter next = filter();
                next.verdict = verdict;
                arrange(next);
            };
        };
        std::vector<Chip::Choice> choices{
            {tr("Every verdict"), !filter().verdict, false, choose(decltype(presenters::HistoryFilter::verdict){})}};
        for (const auto verdict : model_->list().verdicts())
            choices.push_back({text::phrase(verdict), filter().verdict == verdict, choices.size() == 1,
                               choose(std::optional(verdict))});
        return choices;
    });
}

void HistoryPage::fillReason()
{
    const std::string chosen = filter().reason;
    reason_->setText(chosen.empty() ? tr("Every reason") : text::reasonChip(chosen));
    reason_->setNarrowing(!chosen.empty());
    reason_->setChoices([this] {
        const auto choose = [this](const std::string &reason) {
            return [this, reason] {
                presenters::HistoryFilter next = filter();
                next.reason = reason;
                arrange(next);
            };
        };
        std::vector<Chip::Choice> choices{{tr("Every reason"), filter().reason.empty(), false, choose({})}};
        for (const std::string &reason : model_->list().reasons())
            choices.push_back(
                {text::reasonChip(reason), filter().reason == reason, choices.size() == 1, choose(reason)});
        return choices;
    });
}

void HistoryPage::fillPerson()
{
    const QString chosen = filter().person;
    person_->setText(chosen.isEmpty() ? tr("Everybody") : chosen);
    person_->setNarrowing(!chosen.isEmpty());
    person_->setChoices([this] {
        const auto choose = [this](const QString &person) {
            return [this, person] {
                presenters::HistoryFilter next = filter();
                next.person = person;
                arrange(next);
            };
        };
        std::vector<Chip::Choice> choices{{tr("Everybody"), filter().person.isEmpty(), false, choose({})}};
        for (const QString &person : model_->list().persons())
            choices.push_back({person, filter().person == person, choices.size() == 1, choose(person)});
        return choices;
    });
}

} // namespace countersign::widgets
