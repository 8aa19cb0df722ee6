#include "ui/widgets/queue/queue_delegate.hpp"

#include "ui/models/queue_model.hpp"
#include "ui/style/figures.hpp"
#include "ui/style/icons.hpp"
#include "ui/style/paint.hpp"
#include "ui/style/theme.hpp"
#include "ui/widgets/shell/tones.hpp"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QLocale>
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

constexpr int groupHeight = 34; // of the part that a group's line uses

// One row's brush: where it paints, in what, and from which side the language reads.
class RowPainter
{
public:
    RowPainter(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option)
        : painter_(painter), theme_(theme), row_(option.rect), direction_(option.direction),
          isSelected_(option.state.testFlag(QStyle::State_Selected))
    {
    }

    void wide(const QueueLine &line);
    void narrow(const QueueLine &line);
    void group(const presenters::QueueGroupLine &line, bool isWide);

private:
    // Places are mirrored, words are not: "74 y · F · MRN 004-344" keeps its order in a window that reads from the
    // right.
    void readAsWritten(const QString &words)
    {
        painter_.setLayoutDirection(words.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    }
    [[nodiscard]] QRect visual(const QRect &place) const { return QStyle::visualRect(direction_, row_, place); }
    // Returns the width it took.
    int text(const QRect &place, const QString &words, Type type, Tone tone, Weight weight = Weight::Regular)
    {
        painter_.setFont(theme_.font(type, weight));
        painter_.setPen(theme_.color(faded(tone)));
        readAsWritten(words);
        const QString fitting = painter_.fontMetrics().elidedText(words, Qt::ElideRight, place.width());
        const auto start = QStyle::visualAlignment(direction_, Qt::AlignLeft | Qt::AlignVCenter);
        painter_.drawText(visual(place), static_cast<int>(start | Qt::AlignAbsolute), fitting);
        return painter_.fontMetrics().horizontalAdvance(fitting);
    }
    // At the end of the line; returns the width it took.
    int figures(const QRect &place, const QString &words, Type type, Tone ink, Weight weight = Weight::Regular)
    {
        painter_.setFont(theme_.font(type, weight));
        painter_.setPen(theme_.color(faded(ink)));
        readAsWritten(words);
        const auto end = QStyle::visualAlignment(direction_, Qt::AlignRight | Qt::AlignVCenter);
        style::drawFigures(painter_, visual(place), end, words);
        return static_cast<int>(style::figuresWidth(painter_.font(), words)) + 1;
    }
    // What is decided steps back; it does not disappear.
    [[nodiscard]] Tone faded(Tone tone) const
    {
        return isFaded_ && (tone == Tone::Ink1 || tone == Tone::Ink2) ? Tone::Ink3 : tone;
    }
    void glyph(const QRect &place, const presenters::TierMark &tier)
    {
        style::drawQuarters(painter_, visual(place), tier.quarters, faded(tier.isHighest ? Tone::Ink1 : Tone::Ink2),
                            theme_);
    }
    void icon(const QRect &place, style::Icon which, Tone tone)
    {
        style::drawIcon(painter_, visual(place), which, tone, theme_);
    }
    void name(const QRect &place, const QueueLine &line, Type type, bool hasRoomForWords);
    int when(const QRect &place, const QueueLine &line, Type type);
    int end(const QRect &place, const QueueLine &line);

    QPainter &painter_;
    const Theme &theme_;
    QRect row_;
    Qt::LayoutDirection direction_;
    bool isSelected_;
    bool isFaded_ = false;
};

// Who must not be mistaken for somebody else is marked where the name is read.
void RowPainter::name(const QRect &place, const QueueLine &line, Type type, bool hasRoomForWords)
{
    const int side = theme_.px(16);
    const QString words = hasRoomForWords ? QCoreApplication::translate("Queue", "similar name") : QString();
    painter_.setFont(theme_.font(Type::Hint, Weight::Strong));
    const int tag =
        line.lookalike.isEmpty() ? 0 : side + theme_.px(12) + painter_.fontMetrics().horizontalAdvance(words);
    const int taken = text(place.adjusted(0, 0, -tag, 0), line.patient, type, Tone::Ink1, Weight::Strong);
    if (tag == 0)
        return;
    const int from = place.left() + taken + theme_.px(8);
    icon(QRect(from, place.center().y() - side / 2, side, side), style::Icon::Warning, Tone::Warn);
    text(QRect(from + side + theme_.px(4), place.top(), place.right() - from, place.height()), words, Type::Hint,
         Tone::Warn, Weight::Strong);
}

int RowPainter::when(const QRect &place, const QueueLine &line, Type type)
{
    const bool isPressing = line.urgency != Urgency::Calm;
    int width = figures(place, line.when, type, inkOf(line.urgency), isPressing ? Weight::Strong : Weight::Regular);
    if (isPressing) {
        const int side = theme_.px(16);
        const auto which = line.urgency == Urgency::Over ? style::Icon::Warning : style::Icon::Clock;
        icon(QRect(place.right() - width - side - theme_.px(4), place.center().y() - side / 2, side, side), which,
             faded(inkOf(line.urgency)));
        width += side + theme_.px(4);
    }
    return width;
}

// The second line's end: where the item stands, or the other clock. Returns the width it took.
int RowPainter::end(const QRect &place, const QueueLine &line)
{
    if (line.state.isEmpty())
        return line.age.isEmpty() ? 0 : figures(place, line.age, Type::Hint, Tone::Ink3);
    painter_.setFont(theme_.font(Type::Hint, Weight::Strong));
    const int room = place.width() - theme_.px(16);
    const QString words = painter_.fontMetrics().elidedText(line.state, Qt::ElideRight, room);
    const int width = static_cast<int>(style::pillWidth(painter_.font(), words, theme_)) + 1;
    const int tall = theme_.px(20);
    const QRect pill(place.right() + 1 - width, place.top() + (place.height() - tall + 1) / 2, width, tall);
    readAsWritten(words);
    // On the ground of the selected row a quiet colour has no shape.
    const Tone ground = isSelected_ ? Tone::Surface0 : groundOf(line.tone);
    style::drawPill(painter_, visual(pill), words, inkOf(line.tone), ground, theme_);
    return width;
}

void RowPainter::wide(const QueueLine &line)
{
    isFaded_ = !line.isOpen;
    const int top = row_.top() + theme_.px(9);
    const int tall = theme_.px(22);
    const int right = row_.right() - theme_.px(24);
    const int tierAt = row_.left() + theme_.px(24);
    const int whoAt = row_.left() + theme_.px(152);
    const int whatAt = whoAt + std::max(theme_.px(240), (right - whoAt) * 32 / 100);
    const int whenAt = right - theme_.px(190);
    const auto cell = [&](int from, int to, int number) {
        return QRect(from, top + number * tall, to - from - theme_.px(16), tall);
    };
    const int side = theme_.px(18);
    glyph(QRect(tierAt, row_.center().y() - side / 2, side, side), line.tier);
    text(QRect(tierAt + theme_.px(28), row_.top(), theme_.px(96), row_.height()), line.tier.word, Type::Small,
         Tone::Ink1, line.tier.isHighest ? Weight::Strong : Weight::Regular);
    name(cell(whoAt, whatAt, 0), line, Type::Body, true);
    text(cell(whoAt, whatAt, 1), line.identity, Type::Small, Tone::Ink3);
    text(cell(whatAt, whenAt, 0), line.title, Type::Body, Tone::Ink1);
    text(cell(whatAt, whenAt, 1), line.workflow, Type::Small, Tone::Ink3);
    when(QRect(whenAt, top, right - whenAt, tall), line, Type::Small);
    end(QRect(whenAt, top + tall, right - whenAt, tall), line);
}

void RowPainter::narrow(const QueueLine &line)
{
    isFaded_ = !line.isOpen;
    const int top = row_.top() + theme_.px(9);
    const int tall = theme_.px(22);
    const int left = row_.left() + theme_.px(44);
    const int right = row_.right() - theme_.px(16);
    const int side = theme_.px(16);
    glyph(QRect(row_.left() + theme_.px(16), top + (tall - side) / 2, side, side), line.tier);
    const int taken = when(QRect(left, top, right - left, tall), line, Type::Hint);
    name(QRect(left, top, right - left - taken - theme_.px(8), tall), line, Type::Small, false);
    // Beside the review the title needs the room: the deadline alone is painted, both clocks are spoken.
    const bool hasEnd = !line.state.isEmpty() || line.when.isEmpty();
    const int pill = hasEnd ? end(QRect(left, top + tall, right - left, tall), line) : 0;
    text(QRect(left, top + tall, right - left - pill - theme_.px(8), tall), line.title, Type::Small, Tone::Ink2);
}

// The line above a group stands low, so that the space above it parts the groups.
void RowPainter::group(const presenters::QueueGroupLine &line, bool isWide)
{
    const int tall = theme_.px(groupHeight);
    const int top = row_.bottom() + 1 - tall;
    const int side = theme_.px(16);
    const int left = row_.left() + theme_.px(isWide ? 24 : 16);
    const int right = row_.right() - theme_.px(isWide ? 24 : 16);
    const auto folded = direction_ == Qt::RightToLeft ? style::Icon::ChevronLeft : style::Icon::ChevronRight;
    icon(QRect(left, top + (tall - side) / 2, side, side), line.isFolded ? folded : style::Icon::ChevronDown,
         Tone::Ink2);
    const int count =
        figures(QRect(left, top, right - left, tall), QLocale().toString(line.members), Type::Small, Tone::Ink3);
    const QRect words(left + theme_.px(28), top, right - left - count - theme_.px(36), tall);
    const int taken = text(words, line.name, Type::Small, Tone::Ink2, Weight::Strong);
    text(words.adjusted(taken + theme_.px(12), 0, 0, 0), line.detail, Type::Small, Tone::Ink3);
    if (!isSelected_)
        painter_.fillRect(QRect(left, row_.bottom() - theme_.px(1), right - left, 1), theme_.color(Tone::Line));
}

// Rows end where they end beside a scroll bar, also where none is needed: nothing jumps when a filter makes one go.
QRect rowRect(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view == nullptr)
        return option.rect;
    const int extent = view->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, view);
    const int spare = std::max(0, option.rect.width() - (view->width() - extent));
    return option.direction == Qt::RightToLeft ? option.rect.adjusted(spare, 0, 0, 0)
                                               : option.rect.adjusted(0, 0, -spare, 0);
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme, int height)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isOver = option.state.testFlag(QStyle::State_MouseOver);
    const QRect row(option.rect.left(), option.rect.bottom() + 1 - height, option.rect.width(), height);
    const QRect ground = row.adjusted(theme.px(8), theme.px(1), -theme.px(8), -theme.px(1));
    if (isSelected || isOver) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(isSelected ? Tone::AccentQuiet : Tone::Surface2));
        painter.drawRoundedRect(ground, theme.px(style::radius), theme.px(style::radius));
    }
    if (isSelected && option.state.testFlag(QStyle::State_HasFocus))
        style::drawFocusRing(painter, ground, theme);
}

} // namespace

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    const Theme &theme = style::themeOf(given.widget);
    QStyleOptionViewItem option = given;
    option.rect = rowRect(given);
    const bool isWide = option.rect.width() >= theme.px(wideFrom);
    const QVariant group = index.data(models::QueueModel::GroupRole);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, theme, group.isValid() ? theme.px(groupHeight) : option.rect.height());
    RowPainter row(*painter, theme, option);
    if (group.isValid())
        row.group(group.value<presenters::QueueGroupLine>(), isWide);
    else if (const auto line = index.data(models::QueueModel::LineRole).value<QueueLine>(); isWide)
        row.wide(line);
    else
        row.narrow(line);
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, style::themeOf(option.widget).px(62)};
}

} // namespace countersign::widgets
