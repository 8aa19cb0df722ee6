#include "ui/widgets/history/history_delegate.hpp"

#include "ui/models/history_model.hpp"
#include "ui/style/figures.hpp"
#include "ui/style/paint.hpp"
#include "ui/style/theme.hpp"
#include "ui/widgets/shell/tones.hpp"

#include <QPainter>

namespace countersign::widgets
{

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
    const bool isFirst = option.rect.left() <= 0; // of those that are shown
    if (isSelected && option.state.testFlag(QStyle::State_Active) && isFirst)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(theme.px(3), option.rect.height())),
                          theme.color(Tone::Accent));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.color(Tone::Line));

    const int left = theme.px(isFirst ? 24 : 8);
    const QRect place = option.rect.adjusted(left, 0, -theme.px(8), 0);
    const bool isName = index.column() == HistoryModel::PatientColumn;
    painter->setFont(theme.font(Type::Small, isName ? Weight::Strong : Weight::Regular));
    const QString words = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, place.width());
    if (index.column() == HistoryModel::StandingColumn) {
        const auto tone = static_cast<presenters::StandingTone>(index.data(HistoryModel::ToneRole).toInt());
        painter->setFont(theme.font(Type::Hint, Weight::Strong));
        const QRectF pill(place.left(), place.center().y() - theme.px(10), place.width(), theme.px(20));
        style::drawPill(*painter, pill, index.data().toString(), inkOf(tone), groundOf(tone), theme);
    } else {
        const bool isQuiet =
            index.column() == HistoryModel::TimeColumn || index.column() == HistoryModel::ReasonsColumn;
        painter->setPen(theme.color(isQuiet ? Tone::Ink2 : Tone::Ink1));
        style::drawFigures(*painter, place, Qt::AlignLeft | Qt::AlignVCenter, words);
    }
    painter->restore();
}

} // namespace countersign::widgets
