#include "ui/widgets/shell/privacy_page.hpp"

#include "ui/style/dress.hpp"
#include "ui/widgets/shell/key_bindings.hpp"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign::widgets
{

PrivacyPage::PrivacyPage(std::shared_ptr<presenters::KeyBook> keys, QWidget *parent)
    : QWidget(parent), show_(style::button(tr("Show the work again"), style::ButtonKind::Primary))
{
    const style::Theme &theme = style::themeOf(this);
    style::setGround(*this, style::Tone::Surface1);
    auto *const title = style::label(tr("Hidden"), style::Type::Display, style::Tone::Ink1, style::Weight::Strong);
    auto *const words = style::label(tr("You are still signed in, and nothing was closed. %1 hides and shows the work.")
                                         .arg(keys->capOf(presenters::Gesture::Privacy)),
                                     style::Type::Body, style::Tone::Ink2);
    auto *const column = new QVBoxLayout(this);
    column->setSpacing(theme.px(8));
    column->addStretch(2);
    for (QWidget *each : {static_cast<QWidget *>(title), static_cast<QWidget *>(words), static_cast<QWidget *>(show_)})
        column->addWidget(each, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(show_, &QPushButton::clicked, this, &PrivacyPage::showAsked);
    // Of all keys, the one that brings the work back and the one that locks it.
    new KeyBindings(*this, std::move(keys), presenters::KeyPlace::Everywhere, [this](presenters::Gesture gesture) {
        if (gesture == presenters::Gesture::Privacy)
            Q_EMIT showAsked();
        else if (gesture == presenters::Gesture::Lock)
            Q_EMIT lockAsked();
    });
}

void PrivacyPage::takeFocus()
{
    show_->setFocus(Qt::OtherFocusReason);
}

} // namespace countersign::widgets
