#include "ui/widgets/review/sign_sheet.hpp"

#include "ui/style/dress.hpp"
#include "ui/widgets/review/safe_text.hpp"
#include "ui/widgets/shell/secret_edit.hpp"
#include "ui/widgets/shell/signer_field.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace countersign::widgets
{

namespace
{

constexpr double narrowBelow = 720; // two columns of words need this much

} // namespace

using style::ButtonKind;
using style::Tone;
using style::Type;
using style::Weight;

SignSheet::SignSheet(QWidget *parent) : QWidget(parent)
{
    const style::Theme &theme = style::themeOf(this);
    sides_ = new QBoxLayout(QBoxLayout::LeftToRight, this);
    sides_->setContentsMargins(0, 0, 0, 0);
    sides_->setSpacing(0);
    sides_->addWidget(makeContent(), 3);
    auto *const right = style::pane(Tone::Surface1);
    right->setAttribute(Qt::WA_StyledBackground);
    rightColumn_ = new QVBoxLayout(right);
    rightColumn_->setSpacing(theme.px(12));
    facts_ = makeFacts();
    rightColumn_->addWidget(facts_);
    summary_ = style::label({}, Type::Small, Tone::Ink1);
    summary_->setWordWrap(true);
    rightColumn_->addWidget(summary_);
    rightColumn_->addStretch();
    rightColumn_->addWidget(makeCredential());
    sides_->addWidget(right, 2);
    arrange();
}

QWidget *SignSheet::makeContent()
{
    const style::Theme &theme = style::themeOf(this);
    auto *const left = new QWidget;
    auto *const column = new QVBoxLayout(left);
    leftColumn_ = column;
    column->setSpacing(theme.px(2));
    const auto add = [&](Type type, Tone tone, Weight weight) {
        auto *const label = style::label({}, type, tone, weight);
        label->setWordWrap(true);
        label->setContentsMargins(theme.px(TextFlow::side), 0, theme.px(TextFlow::side), 0);
        column->addWidget(label);
        return label;
    };
    patient_ = add(Type::Title, Tone::Ink1, Weight::Strong);
    patientFacts_ = add(Type::Small, Tone::Ink2, Weight::Regular);
    item_ = add(Type::Small, Tone::Ink2, Weight::Regular);
    column->addSpacing(theme.px(10));
    column->addWidget(style::hairline());
    column->addSpacing(theme.px(8));
    contentTitle_ = add(Type::Small, Tone::Ink2, Weight::Strong);
    content_ = new SafeText(SafeText::Part::Text);
    content_->setAccessibleName(tr("What you sign"));
    column->addWidget(content_, 1);
    return left;
}

QLabel *SignSheet::addFact(QVBoxLayout &column, const QString &name)
{
    auto *const box = new QWidget;
    auto *const rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, style::themeOf(this).px(8));
    rows->setSpacing(0);
    rows->addWidget(style::label(name, Type::Hint, Tone::Ink3));
    auto *const value = style::label({}, Type::Body, Tone::Ink1);
    value->setWordWrap(true);
    rows->addWidget(value);
    column.addWidget(box);
    return value;
}

QWidget *SignSheet::makeFacts()
{
    auto *const facts = new QWidget;
    auto *const column = new QVBoxLayout(facts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    title_ = style::label({}, Type::Title, Tone::Ink1, Weight::Strong);
    title_->setWordWrap(true);
    column->addWidget(title_);
    column->addSpacing(style::themeOf(this).px(4));
    next_ = style::label({}, Type::Small, Tone::Ink2);
    next_->setWordWrap(true);
    column->addWidget(next_);
    column->addSpacing(style::themeOf(this).px(12));
    verdict_ = addFact(*column, tr("Decision"));
    reasons_ = addFact(*column, tr("Reasons"));
    reasonsBox_ = reasons_->parentWidget();
    suggested_ = addFact(*column, tr("Reasons that your edits suggest"));
    suggestedBox_ = suggested_->parentWidget();
    confirm_ = style::button(tr("&Give these reasons"));
    confirm_->setAccessibleDescription(tr("Alt+G gives the reasons that your edits suggest, or takes them back."));
    confirm_->setCheckable(true);
    connect(confirm_, &QPushButton::toggled, this, &SignSheet::reasonsConfirmed);
    suggestedBox_->layout()->setSpacing(style::themeOf(this).px(4));
    suggestedBox_->layout()->addWidget(confirm_);
    signer_ = addFact(*column, tr("Signed by"));
    time_ = addFact(*column, tr("Time"));
    meaning_ = addFact(*column, tr("Meaning of the signature"));
    return facts;
}

QWidget *SignSheet::makeCredential()
{
    const style::Theme &theme = style::themeOf(this);
    auto *const box = new QWidget;
    auto *const column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    fast_ = style::label({}, Type::Small, Tone::Ink2);
    fast_->setWordWrap(true);
    column->addWidget(fast_);
    identityBox_ = makeIdentity();
    column->addWidget(identityBox_);
    behalfBox_ = makeBehalf();
    column->addWidget(behalfBox_);
    legal_ = style::label({}, Type::Small, Tone::Ink1);
    legal_->setWordWrap(true);
    column->addWidget(legal_);
    ownId_ = new SignerField;
    column->addWidget(ownId_);
    connect(ownId_, &SignerField::changed, this, &SignSheet::update);
    connect(ownId_, &SignerField::submitted, this, [this] { nextToType()->setFocus(Qt::OtherFocusReason); });
    credential_ = new QBoxLayout(QBoxLayout::TopToBottom);
    credential_->setSpacing(theme.px(8));
    tokenNote_ = style::label({}, Type::Small, Tone::Ink2);
    tokenNote_->setWordWrap(true);
    column->addWidget(tokenNote_);
    passwordName_ = style::label(tr("Password"), Type::Small, Tone::Ink2);
    password_ = new SecretEdit;
    password_->setAccessibleName(tr("Password"));
    passwordName_->setBuddy(password_);
    credential_->addWidget(passwordName_);
    credential_->addWidget(password_, 1);
    trouble_ = style::label({}, Type::Small, Tone::Stop, Weight::Strong);
    trouble_->setWordWrap(true);
    auto *const row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    auto *const leave = style::button(tr("Back to the draft"));
    connect(leave, &QPushButton::clicked, this, &SignSheet::leaveAsked);
    sign_ = style::button({}, ButtonKind::Primary);
    connect(sign_, &QPushButton::clicked, this, &SignSheet::signAsked);
    row->addWidget(leave);
    row->addWidget(sign_, 1);
    column->addWidget(trouble_);
    credential_->addLayout(row);
    column->addLayout(credential_);
    connect(password_, &SecretEdit::changed, this, &SignSheet::update);
    connect(password_, &SecretEdit::submitted, this, [this] {
        if (sign_->isEnabled())
            Q_EMIT signAsked();
    });
    return box;
}

// Initials and birth year, before the password.
QWidget *SignSheet::makeIdentity()
{
    const style::Theme &theme = style::themeOf(this);
    auto *const box = new QWidget;
    auto *const column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(4));
    identityAsked_ = style::label({}, Type::Small, Tone::Ink2);
    identity_ = new QLineEdit;
    identity_->setObjectName(QStringLiteral("identity"));
    identityAsked_->setBuddy(identity_);
    identityWrong_ = style::label({}, Type::Small, Tone::Stop, Weight::Strong);
    identityWrong_->setWordWrap(true);
    column->addWidget(identityAsked_);
    column->addWidget(identity_);
    column->addWidget(identityWrong_);
    connect(identity_, &QLineEdit::textEdited, this, &SignSheet::identityTyped);
    connect(identity_, &QLineEdit::returnPressed, this, [this] {
        if (isIdentified_)
            nextToType()->setFocus(Qt::OtherFocusReason);
    });
    return box;
}

// Only for whoever stands in for somebody: never chosen by itself.
QWidget *SignSheet::makeBehalf()
{
    auto *const box = new QWidget;
    auto *const row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(style::themeOf(this).px(8));
    auto *const name = style::label(tr("&For"), Type::Small, Tone::Ink2);
    behalf_ = new QComboBox;
    behalf_->setObjectName(QStringLiteral("onBehalfOf"));
    behalf_->setAccessibleName(tr("For whom you sign"));
    name->setBuddy(behalf_);
    row->addWidget(name);
    row->addWidget(behalf_, 1);
    connect(behalf_, &QComboBox::activated, this,
            [this](int index) { Q_EMIT behalfChosen(behalf_->itemData(index).toString()); });
    return box;
}

void SignSheet::showBehalf(const presenters::SignView &view)
{
    const QSignalBlocker quiet(behalf_);
    behalf_->clear();
    for (const presenters::CoverChoice &choice : view.covers)
        behalf_->addItem(choice.label, choice.id);
    behalf_->setCurrentIndex(std::max(0, behalf_->findData(view.onBehalfOf)));
    behalf_->setEnabled(!view.isBusy);
    behalfBox_->setVisible(!view.covers.empty());
}

void SignSheet::showIdentity(const presenters::SignView &view)
{
    isIdentified_ = view.isIdentified;
    identityBox_->setVisible(!view.identityAsked.isEmpty());
    identityAsked_->setText(view.identityAsked);
    identity_->setAccessibleName(view.identityAsked);
    identity_->setEnabled(!view.isBusy);
    identityWrong_->setText(view.identityWrong);
    identityWrong_->setVisible(!view.identityWrong.isEmpty());
}

// What was typed for the one is never taken for the other.
void SignSheet::showCredential(const presenters::CredentialView &credential)
{
    if (std::exchange(isPin_, credential.isPin) != credential.isPin)
        password_->clear();
    isPossible_ = credential.isPossible;
    const QString name = credential.label.isEmpty() ? tr("Password") : credential.label;
    passwordName_->setText(name);
    password_->setAccessibleName(name);
    tokenNote_->setText(credential.note);
    tokenNote_->setVisible(!credential.note.isEmpty());
}

void SignSheet::show(const presenters::SignView &view)
{
    showIdentity(view);
    showBehalf(view);
    showCredential(view.credential);
    next_->setText(view.next);
    QStringList noted{view.stale, view.fast};
    noted.removeAll(QString());
    fast_->setText(noted.join(QLatin1Char('\n')));
    fast_->setVisible(!noted.isEmpty());
    title_->setText(view.title);
    patient_->setText(view.patient.name);
    patientFacts_->setText((view.patient.facts + view.patient.allergies).join(QStringLiteral(" \u00b7 ")));
    item_->setText(view.item);
    contentTitle_->setText(view.contentTitle);
    content_->showPage(view.content);
    verdict_->setText(view.verdict);
    QStringList why = view.reasons;
    if (!view.comment.isEmpty())
        why << view.comment;
    reasons_->setText(why.join(QLatin1Char('\n')));
    reasonsBox_->setVisible(!why.isEmpty());
    showSuggested(view);
    signer_->setText(view.signer);
    time_->setText(view.time);
    meaning_->setText(view.meaning);
    legal_->setText(view.legal);
    QStringList all{view.title, view.verdict, view.signer, view.time, view.meaning};
    summary_->setText((all + why + QStringList{view.next}).join(QStringLiteral(" \u00b7 ")));
    sign_->setText(view.isBusy ? tr("Signing…") : view.button);
    trouble_->setText(view.trouble);
    trouble_->setVisible(!view.trouble.isEmpty());
    isBusy_ = view.isBusy;
    password_->setEnabled(!isBusy_);
    ownId_->setAsked(view.asksId);
    ownId_->setEnabled(!isBusy_);
    if (!view.trouble.isEmpty())
        nextToType()->setFocus(Qt::OtherFocusReason);
    update();
}

// Taken up by one chord, never by themselves.
void SignSheet::showSuggested(const presenters::SignView &view)
{
    const QSignalBlocker quiet(confirm_);
    suggested_->setText(view.suggested.join(QLatin1Char('\n')));
    suggestedBox_->setVisible(!view.suggested.isEmpty());
    confirm_->setChecked(view.isConfirmed);
    confirm_->setText(view.isConfirmed ? tr("&Given as reasons") : tr("&Give these reasons"));
    confirm_->setEnabled(!view.isBusy);
}

void SignSheet::update()
{
    sign_->setEnabled(!isBusy_ && isIdentified_ && isPossible_ && ownId_->isAnswered() && !password_->isEmpty());
}

QWidget *SignSheet::nextToType() const
{
    return ownId_->isAnswered() ? static_cast<QWidget *>(password_) : ownId_->firstFocus();
}

QWidget *SignSheet::firstFocus() const
{
    return isIdentified_ ? nextToType() : identity_;
}

void SignSheet::clear()
{
    password_->clear();
    ownId_->clear();
    identity_->clear();
    content_->scrollToStart();
    update();
}

QString SignSheet::signer() const
{
    return ownId_->text();
}

SecretBytes SignSheet::takePassword()
{
    return password_->take();
}

void SignSheet::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

// Where there is no room side by side, the words stand above and what is said about them becomes one paragraph.
void SignSheet::arrange()
{
    const style::Theme &theme = style::themeOf(this);
    const bool isNarrow = width() < theme.px(narrowBelow);
    const int edge = theme.px(isNarrow ? 10 : 20);
    sides_->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    credential_->setDirection(isNarrow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    leftColumn_->setContentsMargins(0, edge, 0, 0);
    rightColumn_->setContentsMargins(theme.px(TextFlow::side), edge, theme.px(TextFlow::side), edge);
    rightColumn_->setSpacing(theme.px(isNarrow ? 6 : 12));
    facts_->setVisible(!isNarrow);
    summary_->setVisible(isNarrow);
    patientFacts_->setVisible(!isNarrow);
    contentTitle_->setVisible(!isNarrow);
    content_->setMinimumHeight(theme.px(isNarrow ? 72 : 280));
}

QSize SignSheet::sizeHint() const
{
    const style::Theme &theme = style::themeOf(this);
    return {theme.px(960), theme.px(560)};
}

} // namespace countersign::widgets
