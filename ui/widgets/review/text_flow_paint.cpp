#include "ui/style/icons.hpp"
#include "ui/style/paint.hpp"
#include "ui/text/dates.hpp"
#include "ui/text/notation.hpp"
#include "ui/widgets/review/text_flow.hpp"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace countersign::widgets
{
namespace
{

using presenters::Support;
using presenters::TextBlock;
using presenters::TextMark;
using style::Tone;
using Kind = TextBlock::Kind;

constexpr QChar tokenStart{0x27e6}; // ⟦U+202E⟧, what stands for a character that cannot be seen
constexpr QChar tokenEnd{0x27e7};
constexpr int tokenLengthMax = 10;

Tone inkOf(Kind kind)
{
    return kind == Kind::Subheading || kind == Kind::Remark ? Tone::Ink2 : Tone::Ink1;
}

Tone labelInkOf(const TextBlock &block)
{
    if (block.voice == TextBlock::Voice::Stop)
        return Tone::Stop;
    if (block.voice == TextBlock::Voice::Quiet)
        return Tone::Ink2;
    return block.isStep ? Tone::Ink1 : Tone::Ink3;
}

} // namespace

QList<QTextLayout::FormatRange> TextFlow::formatsOf(const Piece &piece) const
{
    QList<QTextLayout::FormatRange> formats;
    if ((*blocks_)[static_cast<std::size_t>(piece.block)].isStruck) {
        QTextCharFormat struck;
        struck.setFontStrikeOut(true);
        formats.push_back({0, piece.length, struck});
    }
    for (const TextMark &mark : marks_) {
        const int start = std::max(mark.start - piece.start, 0);
        const int end = std::min(mark.end - piece.start, piece.length);
        if (mark.block != piece.block || start >= end
            || (mark.kind != TextMark::Kind::Removed && mark.kind != TextMark::Kind::Added
                && mark.kind != TextMark::Kind::Copied))
            continue;
        QTextCharFormat format;
        if (mark.kind == TextMark::Kind::Copied)
            format.setForeground(theme_.color(Tone::Ink3));
        format.setFontStrikeOut(mark.kind == TextMark::Kind::Removed);
        format.setFontUnderline(mark.kind == TextMark::Kind::Added);
        formats.push_back({start, end - start, format});
    }
    // What has been misread before is marked under its letters, and never rewritten.
    const QString &whole = (*blocks_)[static_cast<std::size_t>(piece.block)].text;
    const QStringView here = QStringView(whole).mid(piece.start, piece.length);
    QTextCharFormat doubted;
    doubted.setUnderlineStyle(QTextCharFormat::DotLine);
    doubted.setUnderlineColor(theme_.color(Tone::Warn));
    for (const text::ErrorProne &notation : text::errorProneIn(here))
        formats.push_back({notation.start, notation.length, doubted});
    for (const text::WrittenDate &date : text::writtenDatesIn(here))
        if (date.readings.size() > 1)
            formats.push_back({date.start, date.length, doubted});
    return formats;
}

QList<QTextLayout::FormatRange> TextFlow::selectionOf(const Piece &piece, const Look &look) const
{
    if (!look.selection || piece.block < look.selection->from.block || piece.block > look.selection->to.block)
        return {};
    const int from = piece.block == look.selection->from.block ? look.selection->from.offset : 0;
    const int to = piece.block == look.selection->to.block ? look.selection->to.offset : piece.start + piece.length;
    const int start = std::max(from - piece.start, 0);
    const int end = std::min(to - piece.start, piece.length);
    if (start >= end)
        return {};
    QTextCharFormat format;
    format.setBackground(theme_.color(Tone::Accent));
    format.setForeground(theme_.color(Tone::OnAccent));
    return {{start, end - start, format}};
}

void TextFlow::paint(QPainter &painter, const QRect &visible, const Look &look)
{
    if (pieces_.empty())
        return;
    layOut(visible.top(), visible.height());
    if (look.current)
        paintGround(painter, *look.current, look);
    for (std::size_t i = pieceAt(visible.top()); i < pieces_.size() && tops_[i] <= visible.bottom(); ++i)
        paintPiece(painter, i, look);
}

void TextFlow::paintGround(QPainter &painter, int block, const Look &look)
{
    const QRect rect = blockRect(block);
    if (rect.isNull())
        return;
    const Frame frame = frameOf(pieces_[firstPieceOf(block)]);
    const int right = std::min(width_ - theme_.px(8), frame.left + frame.labelWidth + textWidth(frame) + theme_.px(12));
    const QRectF around(theme_.px(4), rect.top(), right - theme_.px(4), rect.height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.color(Tone::Surface2));
    painter.drawRoundedRect(around, theme_.px(style::radius), theme_.px(style::radius));
    if (look.hasFocus)
        style::drawFocusRing(painter, around, theme_);
}

void TextFlow::paintPiece(QPainter &painter, std::size_t index, const Look &look)
{
    ensure(index);
    const Piece &piece = pieces_[index];
    const TextBlock &block = (*blocks_)[static_cast<std::size_t>(piece.block)];
    const Frame frame = frameOf(piece);
    const int top = tops_[index] + frame.above;
    const int bottom = tops_[index + 1] - frame.below;
    if (manner_.hasGutter)
        paintGutter(painter, block, {theme_.px(side), top, theme_.px(3), bottom - top});
    if (piece.start == 0)
        paintLabel(painter, block, frame, top);
    if (block.trend != nullptr)
        paintChart(painter, block, {frame.left, top, textWidth(frame), bottom - top});
    if (!piece.layout)
        return;
    const QPointF origin(frame.left + frame.labelWidth, top);
    paintMarks(painter, piece, origin);
    painter.setPen(theme_.color(block.isStruck ? Tone::Ink3 : inkOf(block.kind)));
    piece.layout->draw(&painter, origin, selectionOf(piece, look));
    paintTokens(painter, piece, origin);
    if (piece.isLast && !block.chips.empty())
        paintChips(painter, block, {static_cast<int>(origin.x()), bottom - theme_.px(22)}, look.current == piece.block);
}

void TextFlow::paintMarks(QPainter &painter, const Piece &piece, const QPointF &origin) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (const TextMark &mark : marks_) {
        if (mark.block != piece.block)
            continue;
        if (mark.kind == TextMark::Kind::Copied)
            continue; // its letters are dimmed
        if (mark.kind > TextMark::Kind::Removed) {
            paintFinding(painter, piece, mark, origin);
            continue;
        }
        const bool isEvidence = mark.kind == TextMark::Kind::Evidence;
        const Tone ground = isEvidence                           ? Tone::Evidence
                            : mark.kind == TextMark::Kind::Added ? Tone::DiffIn
                                                                 : Tone::DiffOut;
        for (int i = 0; i < piece.layout->lineCount(); ++i)
            for (QRectF rect : stretchOf(piece.layout->lineAt(i), mark.start - piece.start, mark.end - piece.start)) {
                rect = rect.translated(origin).adjusted(-1, -1, 1, 1);
                painter.setBrush(theme_.color(ground));
                painter.drawRoundedRect(rect, theme_.px(2), theme_.px(2));
                if (isEvidence)
                    painter.fillRect(QRectF(rect.left(), rect.bottom() - theme_.px(2), rect.width(), theme_.px(2)),
                                     theme_.color(Tone::EvidenceLine));
            }
    }
}

// A line below the words: thick for a stop, plain for a warning, dotted for information. Shape before colour.
void TextFlow::paintFinding(QPainter &painter, const Piece &piece, const TextMark &mark, const QPointF &origin) const
{
    const bool isStop = mark.kind == TextMark::Kind::Stopped;
    const bool isNote = mark.kind == TextMark::Kind::Noted;
    const QColor ink = theme_.color(isStop ? Tone::Stop : isNote ? Tone::Info : Tone::Warn);
    QPen pen(ink, theme_.px(isStop ? 3 : 2));
    pen.setStyle(isNote ? Qt::DotLine : Qt::SolidLine);
    pen.setCapStyle(Qt::FlatCap);
    for (int i = 0; i < piece.layout->lineCount(); ++i)
        for (const QRectF &rect :
             stretchOf(piece.layout->lineAt(i), mark.start - piece.start, mark.end - piece.start)) {
            const QRectF place = rect.translated(origin);
            if (isStop) {
                painter.setBrush(theme_.color(Tone::StopQuiet));
                painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), theme_.px(2), theme_.px(2));
            }
            painter.setPen(pen);
            painter.drawLine(place.bottomLeft(), place.bottomRight());
            painter.setPen(Qt::NoPen);
        }
}

void TextFlow::paintTokens(QPainter &painter, const Piece &piece, const QPointF &origin) const
{
    const QString text = piece.layout->text();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme_.color(Tone::Warn), theme_.px(1)));
    for (qsizetype at = text.indexOf(tokenStart); at >= 0; at = text.indexOf(tokenStart, at + 1)) {
        const qsizetype end = text.indexOf(tokenEnd, at);
        if (end < 0 || end - at > tokenLengthMax)
            continue;
        for (int i = 0; i < piece.layout->lineCount(); ++i)
            for (const QRectF &rect :
                 stretchOf(piece.layout->lineAt(i), static_cast<int>(at), static_cast<int>(end) + 1))
                painter.drawRoundedRect(rect.translated(origin).adjusted(0.5, 0.5, -0.5, -0.5), theme_.px(3),
                                        theme_.px(3));
    }
}

// A small diamond before the mark: look here first.
void TextFlow::paintRisk(QPainter &painter, const QRect &beside, Tone tone) const
{
    const double half = theme_.px(4);
    const QPointF middle(beside.left() - theme_.px(9), beside.top() + theme_.px(11));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.color(tone));
    painter.drawPolygon(QPolygonF{middle + QPointF(0, -half), middle + QPointF(half, 0), middle + QPointF(0, half),
                                  middle + QPointF(-half, 0)});
    painter.restore();
}

void TextFlow::paintGutter(QPainter &painter, const TextBlock &block, const QRect &beside) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QColor ink = theme_.color(block.isAcknowledged ? Tone::Line : Tone::Outline);
    if (block.isRisky && block.support != Support::NotFound)
        paintRisk(painter, beside, block.isAcknowledged ? Tone::Ink3 : Tone::Ink1);
    switch (block.support) {
    case Support::None:
        break;
    case Support::Quoted:
        painter.fillRect(beside, ink);
        break;
    case Support::Own: // a mark of one's own: solid, in the colour of one's own doing
        painter.fillRect(beside, theme_.color(block.isAcknowledged ? Tone::Line : Tone::Accent));
        break;
    case Support::Normalised: { // solid, with a gap
        const int gap = theme_.px(4);
        const int half = std::max(1, (beside.height() - gap) / 2);
        painter.fillRect(QRect(beside.left(), beside.top(), beside.width(), half), ink);
        painter.fillRect(QRect(beside.left(), beside.bottom() - half + 1, beside.width(), half), ink);
        break;
    }
    case Support::Cited: {
        painter.fillRect(QRect(beside.left(), beside.top(), theme_.px(1), beside.height()), ink);
        painter.fillRect(QRect(beside.right() - theme_.px(1) + 1, beside.top(), theme_.px(1), beside.height()), ink);
        break;
    }
    case Support::Boilerplate:
    case Support::Uncited:
        for (int y = beside.top(); y < beside.bottom(); y += theme_.px(6))
            painter.fillRect(QRect(beside.left(), y, beside.width(), theme_.px(3)), ink);
        break;
    case Support::Partly:
    case Support::NotFound: {
        const QColor warn = theme_.color(block.isAcknowledged ? Tone::Line : Tone::Warn);
        const int glyph = theme_.px(14);
        if (block.support == Support::NotFound)
            painter.fillRect(beside, warn);
        else
            painter.fillRect(beside.adjusted(0, 0, 0, -beside.height() / 2), warn);
        style::drawIcon(painter,
                        QRectF(beside.left() - glyph - theme_.px(3), beside.top() + theme_.px(4), glyph, glyph),
                        style::Icon::Warning, block.isAcknowledged ? Tone::Ink3 : Tone::Warn, theme_);
        break;
    }
    }
}

void TextFlow::paintLabel(QPainter &painter, const TextBlock &block, const Frame &frame, int top) const
{
    const int line = lineHeight(block.kind);
    if (block.kind == Kind::Bullet) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_.color(Tone::Ink3));
        const double dot = theme_.px(5);
        painter.drawEllipse(QRectF(frame.left - theme_.px(12), top + (line - dot) / 2.0, dot, dot));
    }
    if (frame.labelWidth == 0 || block.label.isEmpty())
        return;
    painter.setFont(labelFontOf(block));
    painter.setPen(theme_.color(labelInkOf(block)));
    const QFontMetrics metrics(painter.font());
    const int indent = labelIndent(block);
    if (indent > 0) {
        const int glyph = theme_.px(16);
        style::drawIcon(painter, QRectF(frame.left, top + (line - glyph) / 2.0, glyph, glyph), style::Icon::Stop,
                        Tone::Stop, theme_);
    }
    const QRect place(frame.left + indent, top, frame.labelWidth - indent - theme_.px(12), line);
    if (metrics.horizontalAdvance(block.label) <= place.width())
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, block.label);
    else
        painter.drawText(place.adjusted(0, (line - metrics.height()) / 2, 0, 1 << 16),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap | Qt::TextWrapAnywhere, block.label);
}

// On the ground of the current one a quiet chip would lose its shape: there it is as light as the page.
void TextFlow::paintChips(QPainter &painter, const TextBlock &block, QPoint from, bool isOnGround) const
{
    painter.setFont(theme_.font(style::Type::Hint, style::Weight::Strong));
    double x = from.x();
    for (const presenters::Chip &chip : block.chips) {
        const bool isStrong = chip.weight == presenters::Chip::Weight::Strong;
        const bool isNotice = chip.weight == presenters::Chip::Weight::Notice;
        const bool isGrave = chip.weight == presenters::Chip::Weight::Grave;
        const Tone ink = isGrave ? Tone::Stop : isStrong ? Tone::Warn : isNotice ? Tone::Info : Tone::Ink2;
        const Tone ground = isGrave      ? Tone::StopQuiet
                            : isStrong   ? Tone::WarnQuiet
                            : isNotice   ? Tone::InfoQuiet
                            : isOnGround ? Tone::Surface0
                                         : Tone::Surface2;
        x += style::drawPill(painter, QRectF(x, from.y(), width_, theme_.px(20)), chip.text, ink, ground, theme_)
             + theme_.px(6);
    }
}

} // namespace countersign::widgets
