// How much room the parts of a text take: labels, indents, spaces, lines and chips.
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

constexpr int labelsMeasured = 400;
constexpr int depthMax = 8;
constexpr double gutterWidth = 16;

bool hasLabel(Kind kind)
{
    return kind == Kind::Turn || kind == Kind::Field;
}

} // namespace

// Turns, fields that can be stepped to, and plain fields each share a column of their own.
int &TextFlow::labelWidthOf(const TextBlock &block)
{
    if (block.kind == Kind::Turn)
        return turnLabelWidth_;
    return block.isStep ? stepLabelWidth_ : fieldLabelWidth_;
}

QFont TextFlow::labelFontOf(const TextBlock &block) const
{
    const bool isStrong = block.isStep && block.voice != TextBlock::Voice::Quiet;
    return theme_.font(style::Type::Small, isStrong ? style::Weight::Strong : style::Weight::Regular);
}

// Of the glyph before it, with its space.
int TextFlow::labelIndent(const TextBlock &block) const
{
    return block.voice == TextBlock::Voice::Stop ? theme_.px(20) : 0;
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
        width =
            std::max(width, labelIndent(block) + static_cast<int>(std::ceil(metrics.horizontalAdvance(block.label))));
    }
    const int gap = theme_.px(12);
    turnLabelWidth_ = std::min(turnLabelWidth_, theme_.px(96)) + gap;
    for (int *width : {&fieldLabelWidth_, &stepLabelWidth_})
        *width = std::min(*width, std::max(theme_.px(72), width_ / 3)) + gap;
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
    case Kind::Chart:
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

// A label that is longer than its column goes on below: no name of a drug or a test is cut short.
int TextFlow::labelHeight(const Piece &piece, const Frame &frame) const
{
    const TextBlock &block = (*blocks_)[static_cast<std::size_t>(piece.block)];
    if (piece.start > 0 || frame.labelWidth == 0 || block.label.isEmpty())
        return 0;
    const QFontMetrics metrics(labelFontOf(block));
    const int width = frame.labelWidth - theme_.px(12) - labelIndent(block);
    const int line = lineHeight(block.kind);
    if (metrics.horizontalAdvance(block.label) <= width)
        return line;
    const QRect room(0, 0, width, 1 << 16);
    return line - metrics.height()
           + metrics.boundingRect(room, Qt::TextWordWrap | Qt::TextWrapAnywhere, block.label).height();
}

int TextFlow::chipsHeight(const Piece &piece) const
{
    const bool hasChips = !(*blocks_)[static_cast<std::size_t>(piece.block)].chips.empty();
    return hasChips && piece.isLast ? theme_.px(26) : 0;
}

} // namespace countersign::widgets
