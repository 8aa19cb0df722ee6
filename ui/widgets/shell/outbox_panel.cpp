#include "ui/widgets/shell/outbox_panel.hpp"

#include "ui/style/dress.hpp"
#include "ui/style/focus_ring.hpp"
#include "ui/widgets/shell/focus_within.hpp"
#include "ui/widgets/shell/tones.hpp"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace countersign::widgets
{

using style::Tone;
using style::Type;
using style::Weight;

namespace
{

QWidget *outboxRow(OutboxPanel &panel, const presenters::OutboxLine &line)
{
    const style::Theme &theme = style::themeOf(&panel);
    auto *row = new QWidget;
    row->setAccessibleName(
        QStringList{line.patient, line.title, line.verdict, line.standing, line.meaning}.join(QStringLiteral(", ")));
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8));
    grid->setHorizontalSpacing(theme.px(12));
    grid->setVerticalSpacing(theme.px(2));
    auto *who = style::label(line.patient, Type::Small, Tone::Ink1, Weight::Strong);
    auto *standing = style::label(line.standing, Type::Small, inkOf(line.tone), Weight::Strong);
    auto *what = style::label(QStringLiteral("%1 \u00b7 %2").arg(line.verdict, line.title), Type::Small, Tone::Ink2);
    auto *meaning = style::label(line.meaning, Type::Hint, Tone::Ink3);
    what->setWordWrap(true);
    meaning->setWordWrap(true);
    grid->addWidget(who, 0, 0);
    grid->addWidget(standing, 0, 1, Qt::AlignRight);
    grid->addWidget(what, 1, 0, 1, 2);
    grid->addWidget(meaning, 2, 0);
    if (line.isSettled && line.tone == presenters::StandingTone::Done)
        meaning->hide(); // the word says it all
    grid->setColumnStretch(0, 1);
    if (line.isRetractable) {
        auto *undo = style::button(OutboxPanel::tr("Undo…"), style::ButtonKind::Quiet);
        undo->setProperty("slim", true);
        const QString decision = QString::fromStdString(line.decision.text());
        QObject::connect(undo, &QPushButton::clicked, &panel, [&panel, decision] { Q_EMIT panel.undoAsked(decision); });
        grid->addWidget(undo, 2, 1, Qt::AlignRight);
    }
    return row;
}

} // namespace

OutboxPanel::OutboxPanel(QWidget &host)
    : QFrame(&host), title_(style::label(tr("Outbox"), Type::Title, Tone::Ink1, Weight::Strong)),
      detail_(style::label({}, Type::Small, Tone::Ink2)), toggle_(style::button({})), list_(new QVBoxLayout)
{
    const style::Theme &theme = style::themeOf(this);
    setProperty("floating", true);
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Outbox"));
    style::drawsOwnFocus(*this);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(theme.px(24));
    shadow->setOffset(0, theme.px(4));
    shadow->setColor(QColor(0, 0, 0, 60));
    setGraphicsEffect(shadow);

    auto *shut = style::iconButton(style::Icon::Close, tr("Close the outbox (Esc)"));
    connect(shut, &QToolButton::clicked, this, &OutboxPanel::close);
    connect(toggle_, &QPushButton::clicked, this, &OutboxPanel::linkToggleAsked);
    detail_->setWordWrap(true);
    toggle_->setObjectName(QStringLiteral("linkToggle"));

    auto *head = new QHBoxLayout;
    head->addWidget(title_, 1);
    head->addWidget(shut);
    auto *state = new QHBoxLayout;
    state->setSpacing(theme.px(12));
    state->addWidget(detail_, 1);
    state->addWidget(toggle_, 0, Qt::AlignTop);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(theme.px(16), theme.px(12), theme.px(12), theme.px(12));
    top->addLayout(head);
    top->addLayout(state);
    list_->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, theme.px(4));
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(style::hairline());
    rows_ = new QWidget;
    rows_->setLayout(list_);
    list_->setContentsMargins(0, 0, 0, 0);
    room_ = new QScrollArea;
    room_->setFrameShape(QFrame::NoFrame);
    room_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    room_->setFocusPolicy(Qt::NoFocus);
    room_->setWidget(rows_);
    column->addWidget(room_, 1);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now != nullptr && rows_->isAncestorOf(now))
            room_->ensureWidgetVisible(now);
    });
    hide();
}

void OutboxPanel::show(const presenters::LinkLine &link, const std::vector<presenters::OutboxLine> &lines)
{
    const bool isOffline = link.mark == presenters::LinkMark::Offline;
    detail_->setText(link.detail.isEmpty() ? link.text : QStringLiteral("%1. %2").arg(link.text, link.detail));
    toggle_->setText(isOffline ? tr("Go online") : tr("Work offline"));
    if (lines != shown_ || list_->isEmpty())
        refill(lines);
    if (isVisible())
        place();
}

void OutboxPanel::refill(const std::vector<presenters::OutboxLine> &lines)
{
    shown_ = lines;
    while (QLayoutItem *item = list_->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
    for (const presenters::OutboxLine &line : lines) {
        if (list_->count() > 0)
            list_->addWidget(style::hairline());
        list_->addWidget(outboxRow(*this, line));
    }
    for (int i = 0; i < list_->count(); ++i)
        list_->itemAt(i)->widget()->setVisible(true); // counted in the height from now on
    if (lines.empty()) {
        auto *empty =
            style::label(tr("Nothing signed here yet. What you sign appears here until the gateway has confirmed it."),
                         Type::Small, Tone::Ink2);
        empty->setWordWrap(true);
        empty->setContentsMargins(16, 12, 16, 12);
        list_->addWidget(empty);
    }
}

void OutboxPanel::openAbove(int bottom)
{
    bottom_ = bottom;
    if (!isVisible())
        before_ = QApplication::focusWidget();
    show();
    place();
    raise();
    setFocus(Qt::OtherFocusReason);
}

void OutboxPanel::close()
{
    const bool hadKeyboard =
        hasFocus() || (QApplication::focusWidget() != nullptr && isAncestorOf(QApplication::focusWidget()));
    hide();
    if (hadKeyboard && before_ != nullptr)
        before_->setFocus(Qt::OtherFocusReason);
}

bool OutboxPanel::focusNextPrevChild(bool next)
{
    moveFocusWithin(*this, next);
    return true;
}

void OutboxPanel::place()
{
    const style::Theme &theme = style::themeOf(this);
    const int wide = std::min(theme.px(440), parentWidget()->width() - theme.px(32));
    const auto heightOf = [](QLayout &of, int room) {
        of.activate();
        return of.hasHeightForWidth() ? of.totalHeightForWidth(room) : of.totalSizeHint().height();
    };
    room_->setFixedHeight(0); // the head alone
    const int head = heightOf(*layout(), wide);
    const int room = bottom_ - theme.px(16);
    const int bar = room_->verticalScrollBar()->sizeHint().width();
    const int wanted = heightOf(*list_, wide - 2);
    const bool isScrolled = head + wanted > room;
    const int across = wide - 2 - (isScrolled ? bar : 0);
    const int rows = isScrolled ? std::max(room - head, theme.px(48)) : wanted;
    room_->setFixedHeight(rows);
    rows_->resize(across, heightOf(*list_, across));
    const int tall = std::min(head + rows, room);
    setGeometry(theme.px(16), bottom_ - theme.px(8) - tall, wide, tall);
}

void OutboxPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace countersign::widgets
