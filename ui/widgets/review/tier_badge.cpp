#include "ui/widgets/review/tier_badge.hpp"

#include "ui/style/dress.hpp"
#include "ui/style/paint.hpp"
#include "ui/style/theme.hpp"

#include <QFontMetrics>
#include <QPainter>

namespace countersign::widgets
{
namespace
{

constexpr double glyphSide = 14;
constexpr double gap = 6;

} // namespace

TierBadge::TierBadge(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TierBadge::show(const presenters::TierMark &tier)
{
    tier_ = tier;
    setAccessibleName(tr("Tier: %1").arg(tier.word));
    setAccessibleDescription(tr("Shows the basis, and which rules set the tier."));
    style::setPlainToolTip(*this, tr("Shows the basis, and which rules set the tier."));
    updateGeometry();
    update();
}

QSize TierBadge::sizeHint() const
{
    const style::Theme &theme = style::themeOf(this);
    const QFontMetrics metrics(theme.font(style::Type::Small, style::Weight::Strong));
    return {theme.px(glyphSide + gap) + metrics.horizontalAdvance(tier_.word), theme.px(style::targetMin)};
}

void TierBadge::paintEvent(QPaintEvent *)
{
    const style::Theme &theme = style::themeOf(this);
    QPainter painter(this);
    const double side = theme.px(glyphSide);
    style::drawQuarters(painter, QRectF(0, (height() - side) / 2, side, side), tier_.quarters, style::Tone::Ink1,
                        theme);
    painter.setFont(theme.font(style::Type::Small, style::Weight::Strong));
    painter.setPen(theme.color(style::Tone::Ink1));
    painter.drawText(rect().adjusted(theme.px(glyphSide + gap), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, tier_.word);
}

} // namespace countersign::widgets
