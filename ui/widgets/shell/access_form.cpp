#include "ui/widgets/shell/access_form.hpp"

#include "ui/style/dress.hpp"
#include "ui/widgets/shell/secret_edit.hpp"

#include <QAccessible>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::widgets
{

using style::Tone;
using style::Type;
using style::Weight;

namespace
{

constexpr double sideBySideFrom = 900; // three fields and their button
constexpr int groupCount = 8;
constexpr int groupSize = 4;

QWidget *field(const QString &name, SecretEdit *edit)
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(style::label(name, Type::Small, Tone::Ink2));
    column->addWidget(edit);
    edit->setAccessibleName(name);
    return whole;
}

} // namespace

AccessForm::AccessForm(QWidget *parent)
    : QWidget(parent), state_(style::label({}, Type::Body)), keychain_(style::label({}, Type::Small, Tone::Ink2)),
      said_(style::label({}, Type::Small, Tone::Stop)), lastGroup_(new SecretEdit), before_(new SecretEdit),
      after_(new SecretEdit), again_(new SecretEdit),
      make_(style::button(tr("Make a recovery code"), style::ButtonKind::Primary)),
      kept_(style::button(tr("I have written it down"), style::ButtonKind::Primary)),
      change_(style::button(tr("Change the password")))
{
    const style::Theme &theme = style::themeOf(this);
    auto *later = style::button(tr("Close"));
    code_ = buildCode();
    auto *passwords = buildPassword();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24));
    column->setSpacing(theme.px(8));
    column->addWidget(style::label(tr("Your access on this machine"), Type::Title, Tone::Ink1, Weight::Strong));
    for (QLabel *label : {state_, keychain_, said_}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addWidget(make_, 0, Qt::AlignLeft);
    column->addWidget(code_);
    column->addSpacing(theme.px(8));
    column->addWidget(passwords);
    column->addWidget(later, 0, Qt::AlignRight);
    connect(make_, &QPushButton::clicked, this, &AccessForm::codeAsked);
    connect(kept_, &QPushButton::clicked, this, &AccessForm::codeKept);
    connect(change_, &QPushButton::clicked, this, &AccessForm::passwordChangeAsked);
    connect(later, &QPushButton::clicked, this, &AccessForm::left);
    connect(lastGroup_, &SecretEdit::changed, this, [this] { kept_->setEnabled(!lastGroup_->isEmpty()); });
    connect(lastGroup_, &SecretEdit::submitted, kept_, &QPushButton::click);
    for (SecretEdit *edit : {before_, after_, again_})
        connect(edit, &SecretEdit::changed, this, &AccessForm::checkPassword);
    connect(again_, &SecretEdit::submitted, change_, &QPushButton::click);
    show(presenters::AccessView{});
    clear();
}

QWidget *AccessForm::buildCode()
{
    const style::Theme &theme = style::themeOf(this);
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    auto *why = style::label(
        tr("Write this code on paper and keep it away from this machine. It opens your work when the password is "
           "lost, once. It is not shown again."),
        Type::Small, Tone::Ink2);
    why->setWordWrap(true);
    column->addWidget(why);
    auto *code = new QWidget;
    code->setLayoutDirection(Qt::LeftToRight); // it is typed in this order in every language
    auto *grid = new QGridLayout(code);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.px(16));
    for (int i = 0; i < groupCount; ++i) {
        auto *group = style::label({}, Type::Title, Tone::Ink1, Weight::Strong);
        grid->addWidget(group, i / groupSize, i % groupSize);
        groups_.push_back(group);
    }
    grid->setColumnStretch(groupSize, 1);
    column->addWidget(code);
    auto *row = new QHBoxLayout;
    row->addWidget(field(tr("Type its last four characters"), lastGroup_));
    row->addWidget(kept_, 0, Qt::AlignBottom);
    row->addStretch();
    column->addLayout(row);
    return whole;
}

QWidget *AccessForm::buildPassword()
{
    auto *whole = new QWidget;
    auto *row = passwords_ = new QBoxLayout(QBoxLayout::LeftToRight, whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(field(tr("Password of this machine"), before_));
    row->addWidget(field(tr("New password, at least 12 characters"), after_));
    row->addWidget(field(tr("New password again"), again_));
    row->addWidget(change_, 0, Qt::AlignBottom);
    return whole;
}

void AccessForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void AccessForm::arrange()
{
    const style::Theme &theme = style::themeOf(this);
    const bool isNarrow = width() < theme.px(sideBySideFrom);
    passwords_->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const int side = theme.px(isNarrow ? 16 : 32);
    layout()->setContentsMargins(side, theme.px(isNarrow ? 12 : 24), side, theme.px(isNarrow ? 12 : 24));
}

void AccessForm::show(const presenters::AccessView &view)
{
    const bool isOffered = view.code != nullptr;
    state_->setText(view.state);
    keychain_->setText(view.keychain);
    make_->setVisible(!isOffered);
    code_->setVisible(isOffered);
    passwords_->parentWidget()->setVisible(!isOffered); // one thing at a time: the code is shown only once
    showCode(isOffered ? view.code->view() : BytesView{});
    if (!isOffered)
        lastGroup_->clear();
}

void AccessForm::showCode(BytesView code)
{
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        const std::size_t at = i * (groupSize + 1);
        QString letters;
        if (at + groupSize <= code.size())
            for (std::size_t letter = 0; letter < groupSize; ++letter)
                letters += QLatin1Char(static_cast<char>(code[at + letter]));
        groups_[i]->setText(letters);
    }
}

void AccessForm::checkPassword()
{
    change_->setEnabled(!before_->isEmpty() && !after_->isEmpty()
                        && after_->characterCount() == again_->characterCount());
}

void AccessForm::say(const QString &sentence, bool isRefusal)
{
    said_->setText(sentence);
    style::dress(*said_, Type::Small, isRefusal ? Tone::Stop : Tone::Ink1);
    said_->setVisible(!sentence.isEmpty());
    QAccessibleEvent event(said_, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void AccessForm::clear()
{
    for (SecretEdit *edit : {lastGroup_, before_, after_, again_})
        edit->clear();
    showCode({});
    said_->hide();
    kept_->setEnabled(false);
    change_->setEnabled(false);
}

SecretBytes AccessForm::takeLastGroup()
{
    return lastGroup_->take();
}

SecretBytes AccessForm::takeOldPassword()
{
    return before_->take();
}

// Empty where the two were not typed alike.
SecretBytes AccessForm::takeNewPassword()
{
    auto password = after_->take();
    const auto again = again_->take();
    return std::ranges::equal(password.view(), again.view()) ? std::move(password) : SecretBytes();
}

QWidget *AccessForm::firstFocus() const
{
    return code_->isHidden() ? static_cast<QWidget *>(make_) : lastGroup_;
}

} // namespace countersign::widgets
