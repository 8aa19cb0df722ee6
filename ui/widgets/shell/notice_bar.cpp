#include "ui/widgets/shell/notice_bar.hpp"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace countersign::widgets
{

NoticeBar::NoticeBar(style::Tone ground, style::Tone ink, const QString &action, QWidget *parent)
    : QWidget(parent), words_(style::label({}, style::Type::Body, ink, style::Weight::Strong))
{
    const style::Theme &theme = style::themeOf(this);
    style::setGround(*this, ground);
    words_->setWordWrap(true);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6));
    row->setSpacing(theme.px(12));
    row->addWidget(words_, 1);
    if (!action.isEmpty()) {
        auto *const button = style::button(action);
        button->setObjectName(QStringLiteral("noticeAction"));
        connect(button, &QPushButton::clicked, this, &NoticeBar::actionAsked);
        row->addWidget(button);
    }
    hide();
}

void NoticeBar::show(const QString &sentence)
{
    const bool isNew = isHidden() && !sentence.isEmpty();
    words_->setText(sentence);
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
    if (!isNew)
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace countersign::widgets
