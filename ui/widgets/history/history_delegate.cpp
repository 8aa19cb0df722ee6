#include "ui/widgets/history/history_delegate.hpp"

#include "ui/models/history_model.hpp"
#include "ui/style/figures.hpp"
#include "ui/style/paint.hpp"
#include "ui/style/theme.hpp"
#include "ui/widgets/shell/tones.hpp"

#include <QAbstractScrollArea>
#include <QPainter>

#include <algorithm>

namespace countersign::widgets
{

namespace
{

QRect viewportOf(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractScrollArea *>(option.widget);
    return view == nullptr ? QRect() : view->viewport()->rect();
}

} // namespace

using models::HistoryModel;
using style::Tone;
using style::Type;
using style::Weight;

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const style::Theme &theme = style::themeOf(option.widget);
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        painter->fillRect(option.rect, theme.color(Tone::AccentQuiet));
    // Everything is placed from left to right, and mirrored where the window is.
    const auto mirrored = [&](const QRect &place) { return QStyle::visualRect(option.direction, option.rect, place); };
    const bool isLeft = option.direction == Qt::LeftToRight;
    const bool isFirst = isLeft ? option.rect.left() <= 0 // of those that are shown
                                : option.widget != nullptr && option.rect.right() >= viewportOf(option).right();
    if (isSelected && option.state.testFlag(QStyle::State_Active) && isFirst)
        painter->fillRect(mirrored(QRect(option.rect.topLeft(), QSize(theme.px(3), option.rect.height()))),
                          theme.color(Tone::Accent));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.color(Tone::Line));

    const int left = theme.px(isFirst ? 24 : 8);
    const QRect place = mirrored(option.rect.adjusted(left, 0, -theme.px(8), 0));
    const bool isName = index.column() == HistoryModel::PatientColumn;
    painter->setFont(theme.font(Type::Small, isName ? Weight::Strong : Weight::Regular));
    const QString words = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, place.width());
    if (index.column() == HistoryModel::StandingColumn) {
        const auto tone = static_cast<presenters::StandingTone>(index.data(HistoryModel::ToneRole).toInt());
        painter->setFont(theme.font(Type::Hint, Weight::Strong));
        const QString standing = index.data().toString();
        const double width = std::min<double>(place.width(), style::pillWidth(painter->font(), standing, theme));
        const QRectF pill(isLeft ? place.left() : place.right() + 1 - width,
                          place.top() + (place.height() - theme.px(20) + 1) / 2, width, theme.px(20));
        // On the ground of the selected row a quiet colour has no shape.
        const Tone ground = isSelected ? Tone::Surface0 : groundOf(tone);
        style::drawPill(*painter, pill, standing, inkOf(tone), ground, theme);
    } else {
        const bool isQuiet =
            index.column() == HistoryModel::TimeColumn || index.column() == HistoryModel::ReasonsColumn;
        painter->setPen(theme.color(isQuiet ? Tone::Ink2 : Tone::Ink1));
        // A date stays a date and a name a name, whichever way the window reads.
        painter->setLayoutDirection(words.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        const auto start = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
        style::drawFigures(*painter, place, start | Qt::AlignAbsolute, words);
    }
    painter->restore();
}

} // namespace countersign::widgets
