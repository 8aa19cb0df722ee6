// Paints a queue row in two lines: as columns where there is room, folded where the queue stands beside the review.
#pragma once

#include "ui/presenters/queue_line.hpp"

#include <QStyledItemDelegate>

namespace countersign::style
{
class Theme;
}

namespace countersign::widgets
{

class QueueDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    static constexpr int wideFrom = 720; // pixels at 100 %
};

} // namespace countersign::widgets
