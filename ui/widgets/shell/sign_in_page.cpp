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

SignInPage::SignInPage(const QString &gateway, bool byIssuer, QWidget *parent)
    : QWidget(parent), title_(style::label({}, Type::Display, Tone::Ink1, Weight::Strong)),
      place_(style::label({}, Type::Small, Tone::Ink2)), userLabel_(style::label(tr("User"), Type::Small, Tone::Ink2)),
      hint_(style::label(tr("Caps Lock seems to be on."), Type::Small, Tone::Warn)),
      refusal_(style::label({}, Type::Small, Tone::Stop)),
      codeLabel_(style::label(tr("Recovery code"), Type::Small, Tone::Ink2)), user_(new QLineEdit),
      password_(new SecretEdit), code_(new SecretEdit), go_(style::button({}, style::ButtonKind::Primary)),
      other_(style::button(tr("Sign in as somebody else"), style::ButtonKind::Quiet)),
      lost_(style::button({}, style::ButtonKind::Quiet)), issuer_(style::button({}, style::ButtonKind::Quiet)),
      isByIssuer_(byIssuer)
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
    connect(code_, &SecretEdit::changed, this, &SignInPage::refreshButton);
    connect(code_, &SecretEdit::submitted, password_, [this] { password_->setFocus(); });
    connect(lost_, &QPushButton::clicked, this, [this] {
        if (view_.isLocked)
            Q_EMIT otherPersonAsked(); // whoever locked it is the one who types a code
        setRecovering(!isRecovering_);
    });
    connect(issuer_, &QPushButton::clicked, this, [this] {
        isByIssuer_ = !isByIssuer_;
        isRecovering_ = false;
        show(view_);
        takeFocus();
    });
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
    password_->setObjectName(QStringLiteral("password"));
    password_->setAccessibleName(tr("Password"));
    code_->setAccessibleName(tr("Recovery code"));
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
    column->addWidget(codeLabel_);
    column->addWidget(code_);
    column->addWidget(passwordLabel);
    column->addWidget(password_);
    column->addWidget(hint_);
    column->addSpacing(theme.px(8));
    column->addWidget(refusal_);
    column->addSpacing(theme.px(8));
    column->addWidget(go_);
    column->addWidget(other_);
    column->addWidget(issuer_);
    column->addWidget(lost_);
    column->addSpacing(theme.px(8));
    column->addWidget(where);
    return card;
}

void SignInPage::show(const presenters::SignInView &view)
{
    view_ = view;
    const bool isRecovering = isRecovering_ && !view.isLocked;
    title_->setText(view.isLocked ? tr("Locked") : tr("Countersign"));
    codeLabel_->setVisible(isRecovering);
    code_->setVisible(isRecovering);
    code_->setEnabled(!view.isBusy);
    lost_->setText(isRecovering ? tr("Sign in with the password") : tr("Use a recovery code"));
    QString place = view.organisation;
    if (view.isLocked)
        place = QStringList{view.lockedBy, tr("%1 is signed in. Your work is kept.").arg(view.reviewer)}
                    .join(QLatin1Char(' '))
                    .trimmed();
    else if (isRecovering)
        place = tr("The code opens your work; the password of your account makes it yours again. This needs the "
                   "gateway, and gives this machine a new signing key.");
    else if (isByIssuer_)
        place =
            tr("Your browser asks who you are. The password here guards your work on this machine, and never leaves "
               "it: choose it the first time, and keep it.");
    else if (place.isEmpty())
        place = tr("Read, correct and sign what agents have prepared.");
    place_->setText(place);
    userLabel_->setVisible(!view.isLocked);
    user_->setVisible(!view.isLocked);
    other_->setVisible(view.isLocked);
    issuer_->setVisible(!view.isLocked && !isRecovering);
    issuer_->setEnabled(!view.isBusy);
    issuer_->setText(isByIssuer_ ? tr("Sign in with a password of the gateway") : tr("Sign in with your organization"));
    user_->setEnabled(!view.isBusy);
    password_->setEnabled(!view.isBusy);
    if (view.isBusy)
        refusal_->hide();
    const bool isInBrowser = isByIssuer() && !view.isLocked;
    go_->setText(view.isBusy     ? (isInBrowser ? tr("Look at your browser…") : tr("Signing in…"))
                 : view.isLocked ? tr("Unlock")
                 : isRecovering  ? tr("Recover")
                                 : tr("Sign in"));
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

SecretBytes SignInPage::takeCode()
{
    return code_->take();
}

void SignInPage::setRecovering(bool isRecovering)
{
    isRecovering_ = isRecovering;
    code_->clear();
    show(view_);
    isRecovering && !user().isEmpty() ? code_->setFocus(Qt::OtherFocusReason) : takeFocus();
}

void SignInPage::refreshButton()
{
    const bool hasUser = view_.isLocked || !user().isEmpty();
    const bool hasCode = !isRecovering_ || view_.isLocked || !code_->isEmpty();
    go_->setEnabled(!view_.isBusy && hasUser && hasCode && !password_->isEmpty());
}

void SignInPage::ask()
{
    if (!go_->isEnabled())
        return;
    refusal_->hide();
    if (view_.isLocked)
        Q_EMIT unlockAsked();
    else if (isRecovering_)
        Q_EMIT recoveryAsked();
    else
        Q_EMIT signInAsked();
}

} // namespace countersign::widgets
