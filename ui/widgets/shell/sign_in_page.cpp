#include "ui/widgets/shell/sign_in_page.hpp"

#include "ui/style/dress.hpp"
#include "ui/widgets/shell/secret_edit.hpp"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign::widgets
{

using style::Tone;
using style::Type;
using style::Weight;

SignInPage::SignInPage(const QString &gateway, QWidget *parent)
    : QWidget(parent), title_(style::label({}, Type::Display, Tone::Ink1, Weight::Strong)),
      place_(style::label({}, Type::Small, Tone::Ink2)), userLabel_(style::label(tr("User"), Type::Small, Tone::Ink2)),
      hint_(style::label(tr("Caps Lock seems to be on."), Type::Small, Tone::Warn)),
      refusal_(style::label({}, Type::Small, Tone::Stop)), user_(new QLineEdit), password_(new SecretEdit),
      go_(style::button({}, style::ButtonKind::Primary)),
      other_(style::button(tr("Sign in as somebody else"), style::ButtonKind::Quiet))
{
    style::setGround(*this, Tone::Surface1);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(buildForm(gateway));
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addLayout(row);
    column->addStretch(3);

    connect(user_, &QLineEdit::textChanged, this, &SignInPage::refreshButton);
    connect(user_, &QLineEdit::returnPressed, password_, [this] { password_->setFocus(); });
    connect(password_, &SecretEdit::changed, this, &SignInPage::refreshButton);
    connect(password_, &SecretEdit::submitted, this, &SignInPage::ask);
    connect(password_, &SecretEdit::capsLockChanged, hint_, &QLabel::setVisible);
    connect(go_, &QPushButton::clicked, this, &SignInPage::ask);
    connect(other_, &QPushButton::clicked, this, &SignInPage::otherPersonAsked);
    show(presenters::SignInView{});
}

QWidget *SignInPage::buildForm(const QString &gateway)
{
    const style::Theme &theme = style::themeOf(this);
    auto *card = new QWidget;
    card->setProperty("card", true);
    card->setAttribute(Qt::WA_StyledBackground);
    card->setFixedWidth(theme.px(400));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(theme.px(32), theme.px(32), theme.px(32), theme.px(32));
    column->setSpacing(theme.px(4));

    auto *mark = new QLabel;
    mark->setPixmap(style::pixmap(style::Icon::Sign, Tone::Accent, theme, theme.px(40), devicePixelRatioF()));
    auto *passwordLabel = style::label(tr("Password"), Type::Small, Tone::Ink2);
    auto *where = style::label(tr("Gateway: %1").arg(gateway), Type::Hint, Tone::Ink3);
    user_->setAccessibleName(tr("User"));
    user_->setFont(theme.font(Type::Body));
    password_->setAccessibleName(tr("Password"));
    hint_->hide();
    for (QLabel *label : {title_, place_, refusal_, where})
        label->setWordWrap(true);

    column->addWidget(mark);
    column->addSpacing(theme.px(8));
    column->addWidget(title_);
    column->addWidget(place_);
    column->addSpacing(theme.px(16));
    column->addWidget(userLabel_);
    column->addWidget(user_);
    column->addSpacing(theme.px(8));
    column->addWidget(passwordLabel);
    column->addWidget(password_);
    column->addWidget(hint_);
    column->addSpacing(theme.px(8));
    column->addWidget(refusal_);
    column->addSpacing(theme.px(8));
    column->addWidget(go_);
    column->addWidget(other_);
    column->addSpacing(theme.px(8));
    column->addWidget(where);
    return card;
}

void SignInPage::show(const presenters::SignInView &view)
{
    view_ = view;
    title_->setText(view.isLocked ? tr("Locked") : tr("Countersign"));
    QString place = view.organisation;
    if (view.isLocked)
        place = tr("%1 is signed in. Your work is kept.").arg(view.reviewer);
    else if (place.isEmpty())
        place = tr("Read, correct and sign what agents have prepared.");
    place_->setText(place);
    userLabel_->setVisible(!view.isLocked);
    user_->setVisible(!view.isLocked);
    other_->setVisible(view.isLocked);
    user_->setEnabled(!view.isBusy);
    password_->setEnabled(!view.isBusy);
    if (view.isBusy)
        refusal_->hide();
    go_->setText(view.isBusy ? tr("Signing in…") : view.isLocked ? tr("Unlock") : tr("Sign in"));
    refreshButton();
}

void SignInPage::showRefusal(const QString &sentence)
{
    refusal_->setText(sentence);
    refusal_->setVisible(!sentence.isEmpty());
    password_->clear();
    takeFocus();
    QAccessibleEvent event(refusal_, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void SignInPage::setUser(const QString &user)
{
    user_->setText(user);
    takeFocus(); // so that a password is not typed where it can be read
}

void SignInPage::takeFocus()
{
    const bool needsUser = !view_.isLocked && user_->text().isEmpty();
    needsUser ? user_->setFocus(Qt::OtherFocusReason) : password_->setFocus(Qt::OtherFocusReason);
}

QString SignInPage::user() const
{
    return user_->text().trimmed();
}

SecretBytes SignInPage::takePassword()
{
    return password_->take();
}

void SignInPage::refreshButton()
{
    const bool hasUser = view_.isLocked || !user().isEmpty();
    go_->setEnabled(!view_.isBusy && hasUser && !password_->isEmpty());
}

void SignInPage::ask()
{
    if (!go_->isEnabled())
        return;
    refusal_->hide();
    if (view_.isLocked)
        Q_EMIT unlockAsked();
    else
        Q_EMIT signInAsked();
}

} // namespace countersign::widgets
