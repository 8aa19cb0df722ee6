#include "ui/widgets/review/text_flow.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace countersign::widgets
{
namespace
{

using presenters::TextBlock;
using Kind = TextBlock::Kind;

constexpr int pieceLengthMax = 4096; // characters that are laid out at once
constexpr std::size_t layoutsKept = 256;
constexpr std::size_t piecesExact = 4; // of a block whose size is asked for; the rest of a long one is estimated
constexpr int labelsMeasured = 400;
constexpr int depthMax = 8;
constexpr double gutterWidth = 16;
constexpr int marksOnALetterMax = 8;

bool hasLabel(Kind kind)
{
    return kind == Kind::Turn || kind == Kind::Field;
}

// Where to cut a text that is too long for one layout: after a blank if there is one, never inside a character.
int cutAfter(const QString &text, int start)
{
    const int most = static_cast<int>(std::min<qsizetype>(text.size(), start + pieceLengthMax));
    if (most == text.size())
        return most;
    const int blank = static_cast<int>(text.lastIndexOf(QLatin1Char(' '), most - 1));
    if (blank > start)
        return blank + 1;
    return text.at(most).isLowSurrogate() ? most - 1 : most;
}

// The last defence: what reaches the screen has no character that acts on its neighbours. Lengths stay as they are.
QString harmless(const QString &text)
{
    QString safe = text;
    int marks = 0;
    for (QChar &c : safe) {
        marks = c.isMark() ? marks + 1 : 0;
        const bool isDirection = c.unicode() == 0x061C || (c.unicode() >= 0x200B && c.unicode() <= 0x200F)
                                 || (c.unicode() >= 0x2028 && c.unicode() <= 0x202E)
                                 || (c.unicode() >= 0x2060 && c.unicode() <= 0x206F);
        const bool isControl = c.category() == QChar::Other_Control && c != QLatin1Char('\t') && c != QLatin1Char('\n');
        if (isDirection || isControl || marks > marksOnALetterMax)
            c = QChar::ReplacementCharacter;
        else if (c == QLatin1Char('\n'))
            c = QChar::LineSeparator;
    }
    return safe;
}

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

void TextFlow::setManner(const style::Theme &theme, const Manner &manner)
{
    theme_ = theme;
    manner_ = manner;
    const QString sample =
        QStringLiteral("the patient reports shortness of breath after walking up a flight of stairs");
    characterWidth_ =
        QFontMetricsF(fontOf(Kind::Sentence)).horizontalAdvance(sample) / static_cast<double>(sample.size());
    measureLabels();
    estimate();
}

void TextFlow::setBlocks(std::shared_ptr<const presenters::TextBlocks> blocks)
{
    if (blocks == blocks_)
        return;
    const bool isSameText =
        blocks->size() == blocks_->size()
        && std::equal(blocks->begin(), blocks->end(), blocks_->begin(), [](const TextBlock &a, const TextBlock &b) {
               return a.kind == b.kind && a.text == b.text && a.label == b.label && a.depth == b.depth
                      && a.chips == b.chips;
           });
    blocks_ = std::move(blocks);
    if (isSameText)
        return;
    marks_.clear();
    reserved_.reset();
    cut();
    measureLabels();
    estimate();
}

void TextFlow::setMarks(std::vector<presenters::TextMark> marks)
{
    if (marks == marks_)
        return;
    marks_ = std::move(marks);
    for (const std::size_t index : laidOut_)
        if (pieces_[index].layout)
            pieces_[index].layout->setFormats(formatsOf(pieces_[index]));
}

void TextFlow::setWidth(int width)
{
    if (width == width_)
        return;
    width_ = width;
    measureLabels();
    estimate();
}

void TextFlow::reserve(std::optional<int> block, int height)
{
    if (reserved_ == block && reservedHeight_ == height)
        return;
    for (const std::optional<int> changed : {reserved_, block})
        if (changed)
            for (std::size_t i = firstPieceOf(*changed); i < pieces_.size() && pieces_[i].block == *changed; ++i)
                pieces_[i].isExact = false;
    const int first = std::min(reserved_.value_or(blockCount()), block.value_or(blockCount()));
    reserved_ = block;
    reservedHeight_ = height;
    placeFrom(firstPieceOf(first));
}

void TextFlow::cut()
{
    pieces_.clear();
    laidOut_.clear();
    for (int block = 0; block < blockCount(); ++block) {
        const QString &text = (*blocks_)[static_cast<std::size_t>(block)].text;
        int start = 0;
        do {
            const int end = cutAfter(text, start);
            pieces_.push_back({block, start, end - start, 0, false, end == text.size(), nullptr});
            start = end;
        } while (start < text.size());
    }
}

// Turns, fields that can be stepped to, and plain fields each share a column of their own.
int &TextFlow::labelWidthOf(const TextBlock &block)
{
    if (block.kind == Kind::Turn)
        return turnLabelWidth_;
    return block.isStep ? stepLabelWidth_ : fieldLabelWidth_;
}

QFont TextFlow::labelFontOf(const TextBlock &block) const
{
    return theme_.font(style::Type::Small, block.isStep ? style::Weight::Strong : style::Weight::Regular);
}

void TextFlow::measureLabels()
{
    turnLabelWidth_ = fieldLabelWidth_ = stepLabelWidth_ = 0;
    for (int i = 0; i < std::min(blockCount(), labelsMeasured); ++i) {
        const TextBlock &block = (*blocks_)[static_cast<std::size_t>(i)];
        if (!hasLabel(block.kind))
            continue;
        const QFontMetricsF metrics(labelFontOf(block));
        int &width = labelWidthOf(block);
        width = std::max(width, static_cast<int>(std::ceil(metrics.horizontalAdvance(block.label))));
    }
    const int gap = theme_.px(12);
    turnLabelWidth_ = std::min(turnLabelWidth_, theme_.px(96)) + gap;
    for (int *width : {&fieldLabelWidth_, &stepLabelWidth_})
        *width = std::min(*width, std::max(theme_.px(72), width_ / 3)) + gap;
}

void TextFlow::estimate()
{
    laidOut_.clear();
    for (Piece &piece : pieces_) {
        piece.layout.reset();
        piece.isExact = false;
        const Frame frame = frameOf(piece);
        const double perLine = std::max(8.0, textWidth(frame) / characterWidth_);
        const int lines = std::max(1, static_cast<int>(std::ceil(piece.length / perLine)));
        const Kind kind = (*blocks_)[static_cast<std::size_t>(piece.block)].kind;
        piece.height = frame.above + lines * lineHeight(kind) + chipsHeight(piece) + frame.below;
    }
    tops_.assign(pieces_.size() + 1, 0);
    placeFrom(0);
}

void TextFlow::placeFrom(std::size_t piece)
{
    for (; piece < pieces_.size(); ++piece)
        tops_[piece + 1] = tops_[piece] + pieces_[piece].height;
}

TextFlow::Frame TextFlow::frameOf(const Piece &piece) const
{
    const TextBlock &block = (*blocks_)[static_cast<std::size_t>(piece.block)];
    Frame frame;
    frame.left =
        theme_.px(side + (manner_.hasGutter ? gutterWidth : 0)) + std::min(block.depth, depthMax) * theme_.px(16);
    if (block.kind == Kind::Bullet)
        frame.left += theme_.px(16);
    if (hasLabel(block.kind))
        frame.labelWidth = block.kind == Kind::Turn ? turnLabelWidth_
                           : block.isStep           ? stepLabelWidth_
                                                    : fieldLabelWidth_;
    const auto spaces = [&](double above, double below) {
        frame.above = piece.start == 0 ? theme_.px(above) : 0;
        frame.below = piece.isLast ? theme_.px(below) : 0;
    };
    switch (block.kind) {
    case Kind::Heading:
        spaces(piece.block == 0 ? 8 : 24, 4);
        break;
    case Kind::Subheading:
        spaces(12, 2);
        break;
    case Kind::Turn:
    case Kind::TableRow:
        spaces(4, 4);
        break;
    case Kind::Field:
        spaces(block.support == presenters::Support::None ? 2 : 6, block.support == presenters::Support::None ? 2 : 6);
        break;
    case Kind::Remark:
        spaces(8, 8);
        break;
    default:
        spaces(6, 6);
    }
    return frame;
}

int TextFlow::textWidth(const Frame &frame) const
{
    const int free = width_ - frame.left - frame.labelWidth - theme_.px(side);
    const int measure = static_cast<int>(std::lround(manner_.measureMax * characterWidth_));
    return std::max(theme_.px(48), std::min(free, measure));
}

int TextFlow::lineHeight(Kind kind) const
{
    return static_cast<int>(std::lround(fontOf(kind).pixelSize() * manner_.lineHeight));
}

QFont TextFlow::fontOf(Kind kind) const
{
    switch (kind) {
    case Kind::Heading:
        return theme_.font(style::Type::Body, style::Weight::Strong);
    case Kind::Subheading:
        return theme_.font(style::Type::Small, style::Weight::Strong);
    case Kind::Remark:
        return theme_.font(style::Type::Small);
    case Kind::Field:
        return theme_.font(std::min(manner_.type, style::Type::Body));
    default:
        return theme_.font(manner_.type);
    }
}

int TextFlow::chipsHeight(const Piece &piece) const
{
    const bool hasChips = !(*blocks_)[static_cast<std::size_t>(piece.block)].chips.empty();
    return hasChips && piece.isLast ? theme_.px(26) : 0;
}

std::size_t TextFlow::firstPieceOf(int block) const
{
    const auto found =
        std::partition_point(pieces_.begin(), pieces_.end(), [&](const Piece &piece) { return piece.block < block; });
    return static_cast<std::size_t>(found - pieces_.begin());
}

std::size_t TextFlow::pieceAt(int y)
{
    const auto after = std::upper_bound(tops_.begin(), tops_.end(), y);
    const auto index = static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - tops_.begin() - 1, 0));
    return std::min(index, pieces_.empty() ? 0 : pieces_.size() - 1);
}

void TextFlow::ensure(std::size_t index)
{
    Piece &piece = pieces_[index];
    const TextBlock &block = (*blocks_)[static_cast<std::size_t>(piece.block)];
    if (piece.isExact && piece.layout)
        return;
    const Frame frame = frameOf(piece);
    if (reserved_ == piece.block) {
        piece.height = piece.start == 0 ? frame.above + reservedHeight_ + frame.below : 0;
        piece.isExact = true;
        piece.layout.reset();
        placeFrom(index);
        return;
    }
    piece.layout =
        std::make_unique<QTextLayout>(harmless(block.text.mid(piece.start, piece.length)), fontOf(block.kind));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTabStopDistance(theme_.px(24));
    piece.layout->setTextOption(option);
    piece.layout->setCacheEnabled(true);
    piece.layout->setFormats(formatsOf(piece));
    piece.layout->beginLayout();
    double y = 0;
    for (QTextLine line = piece.layout->createLine(); line.isValid(); line = piece.layout->createLine()) {
        line.setLineWidth(textWidth(frame));
        const double height = std::max<double>(lineHeight(block.kind), std::ceil(line.height()));
        line.setPosition(QPointF(0, y + (height - line.height()) / 2));
        y += height;
    }
    piece.layout->endLayout();
    piece.height = frame.above + static_cast<int>(std::ceil(y)) + chipsHeight(piece) + frame.below;
    piece.isExact = true;
    laidOut_.push_back(index);
    placeFrom(index);
}

void TextFlow::forgetLayouts(std::size_t around)
{
    if (laidOut_.size() <= 2 * layoutsKept)
        return;
    std::vector<std::size_t> kept;
    for (const std::size_t index : laidOut_) {
        const std::size_t distance = index > around ? index - around : around - index;
        if (distance <= layoutsKept / 2)
            kept.push_back(index);
        else
            pieces_[index].layout.reset(); // its height stays exact
    }
    laidOut_ = std::move(kept);
}

int TextFlow::height()
{
    return tops_.empty() ? 0 : tops_.back() + theme_.px(side);
}

void TextFlow::layOut(int top, int height)
{
    if (pieces_.empty())
        return;
    const std::size_t first = pieceAt(top);
    for (std::size_t i = first; i < pieces_.size() && tops_[i] < top + height; ++i)
        ensure(i);
    forgetLayouts(first);
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
