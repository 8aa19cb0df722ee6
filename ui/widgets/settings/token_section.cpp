#include "ui/widgets/settings/token_section.hpp"

#include "ui/style/dress.hpp"
#include "ui/widgets/shell/secret_edit.hpp"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign::widgets
{

using style::Tone;
using style::Type;
using style::Weight;

TokenSection::TokenSection(QWidget *parent)
    : QWidget(parent), password_(new SecretEdit), pin_(new SecretEdit),
      register_(style::button(tr("Register this token"))), state_(style::label({}, Type::Small, Tone::Ink2)),
      said_(style::label({}, Type::Small, Tone::Ink1)), fields_(new QWidget)
{
    const style::Theme &theme = style::themeOf(this);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(6));
    column->addWidget(style::label(tr("Token"), Type::Title, Tone::Ink1, Weight::Strong));
    for (QLabel *label : {state_, said_})
        label->setWordWrap(true);
    column->addWidget(state_);
    auto *const row = new QHBoxLayout(fields_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(8));
    password_->setAccessibleName(tr("Password, to register the token"));
    pin_->setAccessibleName(tr("PIN of the token"));
    for (const auto &[edit, word] : {std::pair(password_, tr("Password")), std::pair(pin_, tr("PIN"))}) {
        edit->setFixedWidth(theme.px(180));
        auto *const name = style::label(word, Type::Small, Tone::Ink2);
        name->setBuddy(edit);
        row->addWidget(name);
        row->addWidget(edit);
        connect(edit, &SecretEdit::changed, this, &TokenSection::refresh);
    }
    row->addWidget(register_);
    row->addStretch();
    column->addWidget(fields_);
    column->addWidget(said_);
    connect(password_, &SecretEdit::submitted, pin_, [this] { pin_->setFocus(Qt::OtherFocusReason); });
    connect(pin_, &SecretEdit::submitted, register_, &QPushButton::click);
    connect(register_, &QPushButton::clicked, this, &TokenSection::registerAsked);
    show({}, false);
    clear();
}

void TokenSection::refresh()
{
    register_->setEnabled(mayRegister_ && !password_->isEmpty() && !pin_->isEmpty());
}

void TokenSection::show(const QString &sentence, bool mayRegister)
{
    mayRegister_ = mayRegister;
    state_->setText(sentence);
    fields_->setVisible(mayRegister);
    setVisible(!sentence.isEmpty());
    refresh();
}

SecretBytes TokenSection::takePassword()
{
    return password_->take();
}

SecretBytes TokenSection::takePin()
{
    return pin_->take();
}

void TokenSection::say(const QString &sentence, bool isRefusal)
{
    said_->setText(sentence);
    style::dress(*said_, Type::Small, isRefusal ? Tone::Stop : Tone::Ink1);
    said_->setVisible(!sentence.isEmpty());
    QAccessibleEvent event(said_, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void TokenSection::clear()
{
    password_->clear();
    pin_->clear();
    said_->hide();
}

} // namespace countersign::widgets
