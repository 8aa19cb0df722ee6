#include "ui/widgets/shell/undo_form.hpp"

#include "ui/style/dress.hpp"
#include "ui/widgets/shell/secret_edit.hpp"
#include "ui/widgets/shell/signer_field.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign::widgets
{

using style::Tone;
using style::Type;
using style::Weight;

UndoForm::UndoForm(QWidget *parent)
    : QWidget(parent), patient_(style::label({}, Type::Title, Tone::Ink1, Weight::Strong)),
      what_(style::label({}, Type::Body, Tone::Ink2)), refusal_(style::label({}, Type::Small, Tone::Stop)),
      passwordName_(style::label(tr("Password"), Type::Small, Tone::Ink2)), ownId_(new SignerField),
      password_(new SecretEdit), go_(style::button(tr("Sign the undo"), style::ButtonKind::Primary))
{
    const style::Theme &theme = style::themeOf(this);
    auto *keep = style::button(tr("Keep the decision"));
    auto *why = style::label(tr("The decision and its undo both stay in the record. The item comes back to the queue."),
                             Type::Small, Tone::Ink2);
    password_->setAccessibleName(tr("Password"));
    password_->setFixedWidth(theme.px(280));
    refusal_->hide();
    go_->setEnabled(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    row->addWidget(passwordName_);
    row->addWidget(password_);
    row->addStretch();
    row->addWidget(keep);
    row->addWidget(go_);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24));
    column->setSpacing(theme.px(4));
    for (QLabel *label : {patient_, what_, why, refusal_}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addSpacing(theme.px(12));
    column->addWidget(ownId_);
    column->addLayout(row);
    connect(keep, &QPushButton::clicked, this, &UndoForm::left);
    connect(go_, &QPushButton::clicked, this, &UndoForm::undoAsked);
    const auto refresh = [this] { go_->setEnabled(isPossible_ && ownId_->isAnswered() && !password_->isEmpty()); };
    connect(password_, &SecretEdit::changed, this, refresh);
    connect(ownId_, &SignerField::changed, this, refresh);
    connect(ownId_, &SignerField::submitted, password_, [this] { password_->setFocus(Qt::OtherFocusReason); });
    connect(password_, &SecretEdit::submitted, go_, &QPushButton::click);
}

void UndoForm::ask(const QString &patient, const QString &what, bool asksId,
                   const presenters::CredentialView &credential)
{
    isPin_ = credential.isPin;
    isPossible_ = credential.isPossible;
    const QString name = credential.label.isEmpty() ? tr("Password") : credential.label;
    passwordName_->setText(name);
    password_->setAccessibleName(name);
    ownId_->clear();
    ownId_->setAsked(asksId);
    patient_->setText(patient);
    what_->setText(what);
    refusal_->setText(credential.note);
    refusal_->setVisible(!credential.note.isEmpty());
    password_->clear();
}

void UndoForm::showRefusal(const QString &sentence)
{
    refusal_->setText(sentence);
    refusal_->show();
    password_->setFocus(Qt::OtherFocusReason);
}

QString UndoForm::signer() const
{
    return ownId_->text();
}

SecretBytes UndoForm::takePassword()
{
    return password_->take();
}

QWidget *UndoForm::firstFocus() const
{
    return ownId_->isAnswered() ? static_cast<QWidget *>(password_) : ownId_->firstFocus();
}

} // namespace countersign::widgets
