#include "ui/widgets/review/skeleton.hpp"

#include "ui/style/theme.hpp"

#include <QPainter>

#include <array>

namespace countersign::widgets
{
namespace
{

using style::Tone;

constexpr std::array lengths{0.86, 0.62, 0.94, 0.78, 0.55, 0.9, 0.7, 0.82, 0.48, 0.88};
constexpr double draftShare = 0.57; // as ReviewPage divides
constexpr double lineHeight = 12, lineStep = 30, margin = 24;

// A heading and lines of text, as far as there is room.
void paintColumn(QPainter &painter, const QRectF &where, const style::Theme &theme)
{
    const auto bar = [&](double y, double width, double height) {
        QRectF place(where.left(), y, where.width() * width, height);
        if (painter.layoutDirection() == Qt::RightToLeft)
            place.moveRight(where.right());
        painter.drawRoundedRect(place, theme.px(3), theme.px(3));
    };
    bar(where.top(), 0.45, theme.px(18));
    double y = where.top() + theme.px(56);
    for (std::size_t i = 0; y + theme.px(lineHeight) < where.bottom(); ++i, y += theme.px(lineStep))
        bar(y, lengths.at(i % lengths.size()), theme.px(lineHeight));
}

} // namespace

Skeleton::Skeleton(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("skeleton"));
    setFocusPolicy(Qt::NoFocus);
}

void Skeleton::say(const QString &sentence)
{
    sentence_ = sentence;
    setAccessibleName(sentence);
    update();
}

void Skeleton::paintEvent(QPaintEvent *)
{
    const style::Theme &theme = style::themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Tone::Surface2));
    const double room = theme.px(margin);
    const double foot = theme.px(64);
    const double split = width() * draftShare;
    QRectF draft(room, room, split - 2 * room, height() - room - foot);
    QRectF source(split + room, room, width() - split - 2 * room, height() - room - foot);
    if (layoutDirection() == Qt::RightToLeft) {
        draft.moveRight(width() - room);
        source.moveLeft(room);
    }
    paintColumn(painter, draft, theme);
    paintColumn(painter, source, theme);
    painter.setPen(theme.color(Tone::Ink2));
    painter.setFont(theme.font(style::Type::Body));
    painter.drawText(QRectF(room, height() - foot, width() - 2 * room, foot), Qt::AlignCenter | Qt::TextWordWrap,
                     sentence_);
}

} // namespace countersign::widgets
