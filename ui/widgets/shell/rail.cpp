#include "ui/widgets/shell/rail.hpp"

#include "ui/style/dress.hpp"

#include <QAbstractButton>
#include <QPainter>
#include <QVBoxLayout>

namespace countersign::widgets
{
namespace
{

using style::Tone;

class RailButton : public QAbstractButton
{
public:
    RailButton(style::Icon icon, const QString &word, const QString &keys) : icon_(icon)
    {
        setText(word);
        setAccessibleName(word);
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
        style::setPlainToolTip(*this, keys.isEmpty() ? word : QStringLiteral("%1 (%2)").arg(word, keys));
    }

    QSize sizeHint() const override
    {
        const style::Theme &theme = style::themeOf(this);
        if (isCompact_)
            return {theme.px(36), theme.px(34)};
        const QFontMetrics metrics(theme.font(style::Type::Hint, style::Weight::Strong));
        return {std::max(theme.px(64), metrics.horizontalAdvance(text()) + theme.px(8)), theme.px(56)};
    }

    void setCompact(bool isCompact)
    {
        isCompact_ = isCompact;
        updateGeometry();
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const style::Theme &theme = style::themeOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(isChecked() ? Tone::AccentQuiet : Tone::Surface2));
            painter.drawRoundedRect(rect(), theme.px(style::radius), theme.px(style::radius));
        }
        const Tone ink = isChecked() ? Tone::Accent : Tone::Ink2;
        const double side = theme.px(20);
        const double top = isCompact_ ? (height() - side) / 2 : theme.px(9);
        style::drawIcon(painter, QRectF((width() - side) / 2, top, side, side), icon_, ink, theme);
        if (isCompact_)
            return;
        painter.setFont(theme.font(style::Type::Hint, isChecked() ? style::Weight::Strong : style::Weight::Regular));
        painter.setPen(theme.color(ink));
        painter.drawText(QRectF(0, theme.px(32), width(), theme.px(18)), Qt::AlignCenter, text());
    }

private:
    style::Icon icon_;
    bool isCompact_ = false;
};

} // namespace

Rail::Rail(QWidget *parent) : QWidget(parent), pages_(new QVBoxLayout), actions_(new QVBoxLayout)
{
    style::setGround(*this, Tone::Surface1);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addLayout(pages_);
    column->addStretch();
    column->addLayout(actions_);
    dressMargins();
}

void Rail::dressMargins()
{
    const style::Theme &theme = style::themeOf(this);
    const int side = theme.px(isCompact_ ? 4 : 8);
    const int end = theme.px(isCompact_ ? 4 : 12);
    layout()->setContentsMargins(side, end, side, end);
    for (QVBoxLayout *part : {pages_, actions_})
        part->setSpacing(isCompact_ ? 0 : theme.px(4));
}

void Rail::setCompact(bool isCompact)
{
    if (isCompact == isCompact_)
        return;
    isCompact_ = isCompact;
    dressMargins();
    for (QVBoxLayout *part : {pages_, actions_})
        for (int i = 0; i < part->count(); ++i)
            static_cast<RailButton *>(part->itemAt(i)->widget())->setCompact(isCompact);
}

void Rail::addPage(style::Icon icon, const QString &word, const QString &keys)
{
    addPageTo(*pages_, icon, word, keys);
}

void Rail::addLastPage(style::Icon icon, const QString &word, const QString &keys)
{
    addPageTo(*actions_, icon, word, keys);
}

void Rail::addPageTo(QVBoxLayout &column, style::Icon icon, const QString &word, const QString &keys)
{
    auto *button = new RailButton(icon, word, keys);
    button->setCheckable(true);
    const int page = static_cast<int>(buttons_.size());
    connect(button, &QAbstractButton::clicked, this, [this, page] {
        setPage(page);
        Q_EMIT pageAsked(page);
    });
    buttons_.push_back(button);
    column.addWidget(button);
}

QAbstractButton *Rail::addAction(style::Icon icon, const QString &word, const QString &keys)
{
    auto *button = new RailButton(icon, word, keys);
    actions_->addWidget(button);
    return button;
}

void Rail::setPage(int page)
{
    for (std::size_t i = 0; i < buttons_.size(); ++i)
        buttons_[i]->setChecked(i == static_cast<std::size_t>(page));
}

} // namespace countersign::widgets
