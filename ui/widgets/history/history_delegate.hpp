// Cells of the history: figures of one width, the standing as a pill, the hairline between rows.
#pragma once

#include <QStyledItemDelegate>

namespace countersign::widgets
{

class HistoryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace countersign::widgets
