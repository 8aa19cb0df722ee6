#include "ui/widgets/queue/queue_delegate.hpp"

#include "ui/models/queue_model.hpp"
#include "ui/style/figures.hpp"
#include "ui/style/icons.hpp"
#include "ui/style/paint.hpp"
#include "ui/style/theme.hpp"
#include "ui/widgets/shell/tones.hpp"

#include <QPainter>

namespace countersign::widgets
{
namespace
{

using presenters::QueueLine;
using presenters::Urgency;
using style::Theme;
using style::Tone;
using style::Type;
using style::Weight;

// One row's brush: where it paints, and in what.
class RowPainter
{
public:
    RowPainter(QPainter &painter, const Theme &theme, const QueueLine &line)
        : painter_(painter), theme_(theme), line_(line)
    {
    }

    void wide(const QRect &row) const;
    void narrow(const QRect &row) const;

private:
    void text(const QRect &place, const QString &words, Type type, Tone tone, Weight weight = Weight::Regular) const
    {
        painter_.setFont(theme_.font(type, weight));
        painter_.setPen(theme_.color(faded(tone)));
        const QString fitting = painter_.fontMetrics().elidedText(words, Qt::ElideRight, place.width());
        painter_.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, fitting);
    }
    // What is decided steps back; it does not disappear.
    Tone faded(Tone tone) const
    {
        return !line_.isOpen && (tone == Tone::Ink1 || tone == Tone::Ink2) ? Tone::Ink3 : tone;
    }
    void glyph(const QRect &place) const
    {
        style::drawQuarters(painter_, place, line_.tier.quarters, faded(line_.tier.isHighest ? Tone::Ink1 : Tone::Ink2),
                            theme_);
    }
    int when(const QRect &place, Type type) const;
    int state(const QRect &place) const;

    QPainter &painter_;
    const Theme &theme_;
    const QueueLine &line_;
};

// Right-aligned; returns the width it took.
int RowPainter::when(const QRect &place, Type type) const
{
    const bool isPressing = line_.urgency != Urgency::Calm;
    const Tone ink = faded(inkOf(line_.urgency));
    painter_.setFont(theme_.font(type, isPressing ? Weight::Strong : Weight::Regular));
    painter_.setPen(theme_.color(ink));
    style::drawFigures(painter_, place, Qt::AlignRight | Qt::AlignVCenter, line_.when);
    int width = static_cast<int>(style::figuresWidth(painter_.font(), line_.when)) + 1;
    if (isPressing) {
        const int side = theme_.px(16);
        const QRect icon(place.right() - width - side - theme_.px(4), place.center().y() - side / 2, side, side);
        const auto which = line_.urgency == Urgency::Over ? style::Icon::Warning : style::Icon::Clock;
        style::drawIcon(painter_, icon, which, ink, theme_);
        width += side + theme_.px(4);
    }
    return width;
}

// A pill at the right end; returns the width it took.
int RowPainter::state(const QRect &place) const
{
    if (line_.state.isEmpty())
        return 0;
    painter_.setFont(theme_.font(Type::Hint, Weight::Strong));
    const int room = place.width() - theme_.px(16);
    const QString words = painter_.fontMetrics().elidedText(line_.state, Qt::ElideRight, room);
    const double width = style::figuresWidth(painter_.font(), words) + theme_.px(16) + 1;
    const QRectF pill(place.right() - width, place.center().y() - theme_.px(10), width, theme_.px(20));
    style::drawPill(painter_, pill, words, inkOf(line_.tone), groundOf(line_.tone), theme_);
    return static_cast<int>(width);
}

void RowPainter::wide(const QRect &row) const
{
    const int top = row.top() + theme_.px(9);
    const int tall = theme_.px(22);
    const int right = row.right() - theme_.px(24);
    const int tierAt = row.left() + theme_.px(24);
    const int whoAt = row.left() + theme_.px(152);
    const int whatAt = whoAt + std::max(theme_.px(240), (right - whoAt) * 30 / 100);
    const int whenAt = right - theme_.px(190);
    const auto line = [&](int from, int to, int number) {
        return QRect(from, top + number * tall, to - from - theme_.px(16), tall);
    };
    const int side = theme_.px(18);
    glyph(QRect(tierAt, row.center().y() - side / 2, side, side));
    text(QRect(tierAt + theme_.px(28), row.top(), theme_.px(96), row.height()), line_.tier.word, Type::Small,
         Tone::Ink1, line_.tier.isHighest ? Weight::Strong : Weight::Regular);
    text(line(whoAt, whatAt, 0), line_.patient, Type::Body, Tone::Ink1, Weight::Strong);
    text(line(whoAt, whatAt, 1), line_.identity, Type::Small, Tone::Ink3);
    text(line(whatAt, whenAt, 0), line_.title, Type::Body, Tone::Ink1);
    text(line(whatAt, whenAt, 1), line_.workflow, Type::Small, Tone::Ink3);
    const bool hasState = !line_.state.isEmpty();
    const QRect end(whenAt, hasState ? top : row.top(), right - whenAt, hasState ? tall : row.height());
    when(end, Type::Small);
    state(QRect(whenAt, top + tall, right - whenAt, tall));
}

void RowPainter::narrow(const QRect &row) const
{
    const int top = row.top() + theme_.px(9);
    const int tall = theme_.px(22);
    const int left = row.left() + theme_.px(44);
    const int right = row.right() - theme_.px(16);
    const int side = theme_.px(16);
    glyph(QRect(row.left() + theme_.px(16), top + (tall - side) / 2, side, side));
    const int taken = when(QRect(left, top, right - left, tall), Type::Hint);
    text(QRect(left, top, right - left - taken - theme_.px(8), tall), line_.patient, Type::Small, Tone::Ink1,
         Weight::Strong);
    const int pill = state(QRect(left, top + tall, right - left, tall));
    text(QRect(left, top + tall, right - left - pill - theme_.px(8), tall), line_.title, Type::Small, Tone::Ink2);
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isOver = option.state.testFlag(QStyle::State_MouseOver);
    const QRect ground = option.rect.adjusted(theme.px(8), theme.px(1), -theme.px(8), -theme.px(1));
    if (isSelected || isOver) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(isSelected ? Tone::AccentQuiet : Tone::Surface2));
        painter.drawRoundedRect(ground, theme.px(style::radius), theme.px(style::radius));
    }
    if (isSelected && option.state.testFlag(QStyle::State_HasFocus))
        style::drawFocusRing(painter, ground, theme);
}

} // namespace

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = style::themeOf(option.widget);
    const auto line = index.data(models::QueueModel::LineRole).value<QueueLine>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, theme);
    const RowPainter row(*painter, theme, line);
    if (option.rect.width() >= theme.px(wideFrom))
        row.wide(option.rect);
    else
        row.narrow(option.rect);
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, style::themeOf(option.widget).px(62)};
}

} // namespace countersign::widgets
