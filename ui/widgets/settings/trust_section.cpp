#include "ui/widgets/settings/trust_section.hpp"

#include "ui/style/dress.hpp"
#include "ui/text/words.hpp"
#include "ui/widgets/settings/token_section.hpp"
#include "ui/widgets/shell/secret_edit.hpp"

#include <QAccessible>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace countersign::widgets
{

using style::Tone;
using style::Type;
using style::Weight;

namespace
{

QLabel *wrapped(const QString &text, Tone tone)
{
    auto *const label = style::label(text, Type::Small, tone);
    label->setWordWrap(true);
    return label;
}

QVBoxLayout *columnOf(QWidget &widget, const QString &title)
{
    auto *const column = new QVBoxLayout(&widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::themeOf(&widget).px(6));
    column->addWidget(style::label(title, Type::Title, Tone::Ink1, Weight::Strong));
    return column;
}

void say(QLabel &label, const QString &sentence, bool isRefusal)
{
    label.setText(sentence);
    style::dress(label, Type::Small, isRefusal ? Tone::Stop : Tone::Ink1);
    label.setVisible(!sentence.isEmpty());
    QAccessibleEvent event(&label, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace

TrustSection::TrustSection(QWidget *parent)
    : QWidget(parent), password_(new SecretEdit), token_(new TokenSection), reasons_(new QButtonGroup(this)),
      renew_(style::button(tr("Make a new signing key"))), open_(style::button(tr("See everything for an hour"))),
      saidOfKey_(wrapped({}, Tone::Ink2)), saidOfEmergency_(wrapped({}, Tone::Ink2))
{
    open_->setObjectName(QStringLiteral("beginEmergency"));
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::themeOf(this).px(20));
    column->addWidget(makeKey());
    column->addWidget(token_);
    column->addWidget(makeEmergency());
}

QWidget *TrustSection::makeKey()
{
    auto *const box = new QWidget;
    auto *const column = columnOf(*box, tr("Signing key"));
    column->addWidget(
        wrapped(tr("Your signatures on this machine are made by a key that only it holds. A new key takes "
                   "over from it; what the old one signed stays valid. This needs the gateway."),
                Tone::Ink2));
    auto *const row = new QHBoxLayout;
    row->setSpacing(style::themeOf(this).px(8));
    password_->setAccessibleName(tr("Password, for a new signing key"));
    password_->setFixedWidth(style::themeOf(this).px(280));
    auto *const name = style::label(tr("Password"), Type::Small, Tone::Ink2);
    name->setBuddy(password_);
    row->addWidget(name);
    row->addWidget(password_);
    row->addWidget(renew_);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(saidOfKey_);
    saidOfKey_->hide();
    renew_->setEnabled(false);
    connect(password_, &SecretEdit::changed, this, [this] { renew_->setEnabled(!password_->isEmpty()); });
    connect(password_, &SecretEdit::submitted, renew_, &QPushButton::click);
    connect(renew_, &QPushButton::clicked, this, &TrustSection::renewAsked);
    return box;
}

QWidget *TrustSection::makeEmergency()
{
    auto *const box = new QWidget;
    auto *const column = columnOf(*box, tr("Emergency access"));
    column->addWidget(wrapped(tr("For an hour you see every patient's items. You can decide no more than before. It is "
                                 "recorded at the gateway, with its reason."),
                              Tone::Ink2));
    int id = 0;
    for (const std::string_view code : domain::emergencyReasons) {
        auto *const choice = new QRadioButton(text::emergencyReason(code));
        choice->setObjectName(QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size())));
        reasons_->addButton(choice, id++);
        column->addWidget(choice);
    }
    auto *const row = new QHBoxLayout;
    row->addWidget(open_);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(saidOfEmergency_);
    saidOfEmergency_->hide();
    open_->setEnabled(false);
    connect(reasons_, &QButtonGroup::idToggled, this,
            [this] { open_->setEnabled(!isOpen_ && reasons_->checkedButton() != nullptr); });
    connect(open_, &QPushButton::clicked, this, &TrustSection::emergencyAsked);
    return box;
}

SecretBytes TrustSection::takePassword()
{
    return password_->take();
}

QString TrustSection::reason() const
{
    return reasons_->checkedButton() != nullptr ? reasons_->checkedButton()->objectName() : QString();
}

void TrustSection::sayOfKey(const QString &sentence, bool isRefusal)
{
    say(*saidOfKey_, sentence, isRefusal);
}

void TrustSection::sayOfEmergency(const QString &sentence, bool isRefusal)
{
    say(*saidOfEmergency_, sentence, isRefusal);
}

void TrustSection::setEmergency(bool isOpen)
{
    isOpen_ = isOpen;
    open_->setEnabled(!isOpen_ && reasons_->checkedButton() != nullptr);
}

void TrustSection::clear()
{
    password_->clear();
    token_->clear();
    reasons_->setExclusive(false);
    for (QAbstractButton *button : reasons_->buttons())
        button->setChecked(false);
    reasons_->setExclusive(true);
    saidOfKey_->hide();
    saidOfEmergency_->hide();
}

} // namespace countersign::widgets
