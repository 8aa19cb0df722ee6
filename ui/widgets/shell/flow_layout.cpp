#include "ui/widgets/shell/flow_layout.hpp"

#include <QGuiApplication>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace countersign::widgets
{
namespace
{

QSize wanted(const QLayoutItem &item, int width)
{
    const QSize size = item.sizeHint().boundedTo({width, QLAYOUTSIZE_MAX});
    return item.hasHeightForWidth() ? QSize(size.width(), item.heightForWidth(size.width())) : size;
}

} // namespace

FlowLayout::FlowLayout(int across, int down, QWidget *parent) : QLayout(parent), across_(across), down_(down)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    items_.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = items_[static_cast<std::size_t>(index)].release();
    items_.erase(items_.begin() + index);
    return item;
}

QSize FlowLayout::sizeHint() const
{
    return minimumSize();
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : items_)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    layOut(rect, true);
}

int FlowLayout::layOut(const QRect &rect, bool place) const
{
    int y = rect.y();
    int used = 0;
    int tall = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (items_[i]->isEmpty())
            continue;
        const QSize size = wanted(*items_[i], rect.width());
        if (used > 0 && used + across_ + size.width() > rect.width()) {
            if (place)
                placeLine(first, i, {rect.x(), y, rect.width(), tall});
            y += tall + down_;
            used = tall = 0;
            first = i;
        }
        used += size.width() + (used > 0 ? across_ : 0);
        tall = std::max(tall, size.height());
    }
    if (place)
        placeLine(first, items_.size(), {rect.x(), y, rect.width(), tall});
    return y + tall - rect.y();
}

void FlowLayout::placeLine(std::size_t from, std::size_t to, const QRect &line) const
{
    const Qt::LayoutDirection direction =
        parentWidget() == nullptr ? QGuiApplication::layoutDirection() : parentWidget()->layoutDirection();
    int x = line.x();
    for (std::size_t i = from; i < to; ++i) {
        if (items_[i]->isEmpty())
            continue;
        const QSize size = wanted(*items_[i], line.width());
        const bool toRight = lastRight_ && i + 1 == items_.size() && i > from;
        const int left = toRight ? line.right() + 1 - size.width() : x;
        const QRect place(QPoint(left, line.y() + (line.height() - size.height()) / 2), size);
        items_[i]->setGeometry(QStyle::visualRect(direction, line, place));
        x += size.width() + across_;
    }
}

} // namespace countersign::widgets
