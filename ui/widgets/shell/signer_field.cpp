#include "ui/widgets/shell/signer_field.hpp"

#include "ui/style/dress.hpp"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace countersign::widgets
{

using style::Tone;
using style::Type;

SignerField::SignerField(QWidget *parent) : QWidget(parent), line_(new QLineEdit)
{
    auto *const asked =
        style::label(tr("Your user ID: this signature begins a signing session"), Type::Small, Tone::Ink2);
    asked->setWordWrap(true);
    asked->setBuddy(line_);
    line_->setObjectName(QStringLiteral("signer"));
    line_->setAccessibleName(asked->text());
    line_->setMaxLength(256);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::themeOf(this).px(4));
    column->addWidget(asked);
    column->addWidget(line_);
    connect(line_, &QLineEdit::textChanged, this, &SignerField::changed);
    connect(line_, &QLineEdit::returnPressed, this, &SignerField::submitted);
    hide();
}

void SignerField::setAsked(bool isAsked)
{
    isAsked_ = isAsked;
    setVisible(isAsked);
    if (!isAsked)
        line_->clear();
}

bool SignerField::isAnswered() const
{
    return !isAsked_ || !line_->text().trimmed().isEmpty();
}

QString SignerField::text() const
{
    return isAsked_ ? line_->text().trimmed() : QString();
}

void SignerField::clear()
{
    line_->clear();
}

QWidget *SignerField::firstFocus() const
{
    return line_;
}

} // namespace countersign::widgets
