#include "ui/widgets/review/empty_page.hpp"

#include "ui/style/dress.hpp"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign::widgets
{
namespace
{

constexpr double measureMax = 520; // a line that is read, not searched

} // namespace

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent), sentence_(style::label({}, style::Type::Body, style::Tone::Ink2)),
      wayOn_(style::button({}, style::ButtonKind::Primary))
{
    const style::Theme &theme = style::themeOf(this);
    sentence_->setAlignment(Qt::AlignCenter);
    sentence_->setWordWrap(true);
    sentence_->setMaximumWidth(theme.px(measureMax));
    wayOn_->setObjectName(QStringLiteral("wayOn"));
    wayOn_->hide();
    auto *const middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(sentence_, 100);
    middle->addStretch(1);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24));
    column->setSpacing(theme.px(16));
    column->addStretch(1);
    column->addLayout(middle);
    column->addWidget(wayOn_, 0, Qt::AlignCenter);
    column->addStretch(1);
    connect(wayOn_, &QPushButton::clicked, this, &EmptyPage::wayOnAsked);
}

void EmptyPage::show(const QString &sentence, const QString &wayOn)
{
    sentence_->setText(sentence);
    wayOn_->setText(wayOn);
    wayOn_->setAccessibleDescription(wayOn.isEmpty() ? QString() : sentence);
    wayOn_->setVisible(!wayOn.isEmpty());
}

QWidget *EmptyPage::firstFocus() const
{
    return wayOn_->isHidden() ? nullptr : wayOn_;
}

} // namespace countersign::widgets
