// Where things lie in a text that is laid out: from a block or a mark to its rectangle, from a point to its place.
#include "ui/widgets/review/text_flow.hpp"

#include <algorithm>

namespace countersign::widgets
{
namespace
{

using presenters::TextBlock;

constexpr std::size_t piecesExact = 4; // of a block whose size is asked for; the rest of a long one is estimated

} // namespace

std::vector<QRectF> stretchOf(const QTextLine &line, int from, int to)
{
    const int start = std::max(from, line.textStart());
    const int end = std::min(to, line.textStart() + line.textLength());
    if (start >= end)
        return {};
    bool isOneWay = true;
    std::vector<QRectF> rects;
    for (const QGlyphRun &run : line.glyphRuns(start, end - start)) {
        const QRectF box = run.boundingRect();
        isOneWay = isOneWay && !run.isRightToLeft();
        rects.emplace_back(box.left(), line.y(), box.width(), line.height());
    }
    if (!isOneWay)
        return rects;
    const double left = line.cursorToX(start);
    const double right = std::min(line.cursorToX(end), line.x() + line.naturalTextWidth()); // without the last blank
    return {QRectF(left, line.y(), std::max(0.0, right - left), line.height())};
}

QRect TextFlow::blockRect(int block)
{
    if (block < 0 || block >= blockCount())
        return {};
    const std::size_t first = firstPieceOf(block);
    const std::size_t end = firstPieceOf(block + 1);
    for (std::size_t i = first; i < std::min(end, first + piecesExact); ++i)
        ensure(i);
    return {0, tops_[first], width_, tops_[end] - tops_[first]};
}

QRect TextFlow::textRect(int block)
{
    const QRect all = blockRect(block);
    if (all.isNull())
        return {};
    const Frame frame = frameOf(pieces_[firstPieceOf(block)]);
    return {frame.left + frame.labelWidth, all.top() + frame.above, textWidth(frame),
            all.height() - frame.above - theme_.px(6)};
}

QRect TextFlow::rangeRect(const presenters::TextMark &mark)
{
    QRectF bounds;
    for (std::size_t i = firstPieceOf(mark.block); i < pieces_.size() && pieces_[i].block == mark.block; ++i) {
        if (pieces_[i].start >= mark.end || pieces_[i].start + pieces_[i].length <= mark.start)
            continue;
        ensure(i);
        if (!pieces_[i].layout)
            continue;
        const Frame frame = frameOf(pieces_[i]);
        const QPointF origin(frame.left + frame.labelWidth, tops_[i] + frame.above);
        for (int l = 0; l < pieces_[i].layout->lineCount(); ++l)
            for (const QRectF &rect :
                 stretchOf(pieces_[i].layout->lineAt(l), mark.start - pieces_[i].start, mark.end - pieces_[i].start))
                bounds = bounds.united(rect.translated(origin));
    }
    return bounds.toAlignedRect();
}

TextPlace TextFlow::placeAt(QPoint point)
{
    if (pieces_.empty())
        return {};
    const std::size_t index = pieceAt(point.y());
    ensure(index);
    const Piece &piece = pieces_[index];
    if (!piece.layout || piece.layout->lineCount() == 0)
        return {piece.block, piece.start};
    const Frame frame = frameOf(piece);
    const QPointF inside = QPointF(point) - QPointF(frame.left + frame.labelWidth, tops_[index] + frame.above);
    int line = 0;
    while (line + 1 < piece.layout->lineCount() && piece.layout->lineAt(line + 1).y() <= inside.y())
        ++line;
    return {piece.block, piece.start + piece.layout->lineAt(line).xToCursor(inside.x())};
}

int TextFlow::topOf(const TextPlace &place)
{
    std::size_t piece = firstPieceOf(place.block);
    while (piece + 1 < pieces_.size() && pieces_[piece + 1].block == place.block
           && pieces_[piece + 1].start <= place.offset)
        ++piece;
    return tops_.empty() ? 0 : tops_[std::min(piece, tops_.size() - 1)];
}

TextPlace TextFlow::pieceAtTop(int y)
{
    if (pieces_.empty())
        return {};
    const Piece &piece = pieces_[pieceAt(y)];
    return {piece.block, piece.start};
}

std::optional<int> TextFlow::blockAt(int y)
{
    if (pieces_.empty() || y < 0 || y >= tops_.back())
        return std::nullopt;
    return pieces_[pieceAt(y)].block;
}

QString TextFlow::text(const TextRange &range) const
{
    QString result;
    for (int i = range.from.block; i <= range.to.block && i < blockCount(); ++i) {
        const TextBlock &block = (*blocks_)[static_cast<std::size_t>(i)];
        const int start = i == range.from.block ? range.from.offset : 0;
        const int end = i == range.to.block ? range.to.offset : static_cast<int>(block.text.size());
        if (i > range.from.block)
            result += QLatin1Char('\n');
        if (start == 0 && !block.label.isEmpty() && end > 0)
            result += block.label + QStringLiteral(": ");
        result += block.text.mid(start, end - start);
    }
    return result;
}

} // namespace countersign::widgets
