#include "ui/widgets/review/text_flow.hpp"

#include "ui/text/notation.hpp"

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
constexpr double chartHeight = 112;
constexpr int marksOnALetterMax = 8;

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
               return a.kind == b.kind && a.text == b.text && a.label == b.label && a.voice == b.voice
                      && a.depth == b.depth && a.chips == b.chips;
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
        piece.height = frame.above + (kind == Kind::Chart ? theme_.px(chartHeight) : lines * lineHeight(kind))
                       + chipsHeight(piece) + frame.below;
    }
    tops_.assign(pieces_.size() + 1, 0);
    placeFrom(0);
}

void TextFlow::placeFrom(std::size_t piece)
{
    for (; piece < pieces_.size(); ++piece)
        tops_[piece + 1] = tops_[piece] + pieces_[piece].height;
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
    if (piece.isExact && (piece.layout || block.kind == Kind::Chart))
        return;
    const Frame frame = frameOf(piece);
    if (reserved_ == piece.block) {
        piece.height = piece.start == 0 ? frame.above + reservedHeight_ + frame.below : 0;
        piece.isExact = true;
        piece.layout.reset();
        placeFrom(index);
        return;
    }
    if (block.kind == Kind::Chart) {
        piece.isExact = true;
        return;
    }
    piece.layout = std::make_unique<QTextLayout>(text::holdDoses(harmless(block.text.mid(piece.start, piece.length))),
                                                 fontOf(block.kind));
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
    const int text = std::max(static_cast<int>(std::ceil(y)), labelHeight(piece, frame));
    piece.height = frame.above + text + chipsHeight(piece) + frame.below;
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

} // namespace countersign::widgets
