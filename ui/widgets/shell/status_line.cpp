#include "ui/widgets/shell/status_line.hpp"

#include "ui/style/dress.hpp"
#include "ui/widgets/shell/signing_chip.hpp"
#include "ui/widgets/shell/toast.hpp"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign::widgets
{

using style::Tone;
using style::Type;

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent), mark_(new QLabel), link_(style::button({}, style::ButtonKind::Quiet)), signing_(new SigningChip),
      person_(style::label({}, Type::Hint, Tone::Ink2)), toast_(new Toast),
      keys_(style::button(tr("Keys  ?"), style::ButtonKind::Quiet))
{
    const style::Theme &theme = style::themeOf(this);
    style::setGround(*this, Tone::Surface1);
    link_->setProperty("slim", true);
    link_->setProperty("plainInk", true);
    link_->setObjectName(QStringLiteral("outboxButton"));
    link_->setFont(theme.font(Type::Hint, style::Weight::Strong));
    keys_->setProperty("slim", true);
    keys_->setProperty("plainInk", true);
    keys_->setFont(theme.font(Type::Hint));
    keys_->setAccessibleName(tr("Keys: show the keyboard map"));

    auto *row = new QHBoxLayout;
    row->setContentsMargins(theme.px(12), theme.px(2), theme.px(12), theme.px(2));
    row->setSpacing(theme.px(4));
    row->addWidget(mark_);
    row->addWidget(link_);
    row->addStretch();
    row->addWidget(toast_, 0, Qt::AlignVCenter);
    row->addStretch();
    row->addWidget(signing_);
    row->addWidget(person_);
    row->addSpacing(theme.px(8));
    row->addWidget(keys_);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(style::hairline());
    column->addLayout(row);

    connect(link_, &QPushButton::clicked, this, &StatusLine::outboxAsked);
    connect(keys_, &QPushButton::clicked, this, &StatusLine::keysAsked);
    connect(signing_, &QPushButton::clicked, this, &StatusLine::signingEndAsked);
}

void StatusLine::show(const presenters::LinkLine &link)
{
    const style::Theme &theme = style::themeOf(this);
    const bool isOnline = link.mark == presenters::LinkMark::Online;
    const bool isOffline = link.mark == presenters::LinkMark::Offline;
    const Tone ink = isOffline ? Tone::Warn : Tone::Ink2;
    style::setGround(*this, isOffline ? Tone::WarnQuiet : Tone::Surface1);
    if (link_->property("warns").toBool() != isOffline) {
        link_->setProperty("warns", isOffline);
        style::dress(*link_, style::ButtonKind::Plain);
        style::dress(*link_, style::ButtonKind::Quiet);
        link_->setFont(theme.font(Type::Hint, style::Weight::Strong));
    }
    mark_->setPixmap(style::pixmap(isOnline    ? style::Icon::Online
                                   : isOffline ? style::Icon::Offline
                                               : style::Icon::Refresh,
                                   ink, theme, theme.px(16), devicePixelRatioF()));
    link_->setText(link.text);
    link_->setAccessibleName(tr("Link and outbox: %1").arg(link.text));
    style::setPlainToolTip(*link_, link.detail);
    if (hasShown_ && link.mark != lastMark_) { // said aloud once, without taking the keyboard
        QAccessibleEvent event(link_, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    lastMark_ = link.mark;
    hasShown_ = true;
}

// What is about the work stays; who one is and where help is step aside on a narrow window.
void StatusLine::makeRoom()
{
    const int margin = style::themeOf(this).px(64);
    int left = width() - margin - mark_->sizeHint().width();
    if (!toast_->isHidden())
        left -= toast_->sizeHint().width();
    // On a very narrow window the link's words make room for what is said, not its mark.
    link_->setVisible(toast_->isHidden() || left >= link_->sizeHint().width());
    left -= link_->sizeHint().width();
    if (!signing_->isHidden())
        left -= signing_->sizeHint().width();
    keys_->setVisible(left >= keys_->sizeHint().width());
    left -= keys_->sizeHint().width();
    person_->setVisible(left >= person_->sizeHint().width());
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

bool StatusLine::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        makeRoom();
    return QWidget::event(event);
}

void StatusLine::showSigning(const presenters::SigningLine &line)
{
    signing_->show(line);
}

void StatusLine::showPerson(const QString &person, const QString &organisation)
{
    QStringList parts{person, organisation};
    parts.removeAll(QString());
    person_->setText(parts.join(QStringLiteral(" \u00b7 ")));
}

} // namespace countersign::widgets
