// Blocks of plain text laid out for reading at a width. Lays out only what is looked at: a text of megabytes costs an
// estimate until somebody scrolls there. Never interprets what it lays out. No widget; gui thread.
#pragma once

#include "ui/presenters/text_page.hpp"
#include "ui/style/theme.hpp"

#include <QRect>
#include <QTextLayout>

#include <memory>
#include <optional>
#include <vector>

namespace countersign::widgets
{

struct TextPlace {
    int block = 0;
    int offset = 0;
    auto operator<=>(const TextPlace &) const = default;
};
struct TextRange {
    TextPlace from, to; // from <= to
    [[nodiscard]] bool isEmpty() const { return from == to; }
};

class TextFlow
{
public:
    static constexpr double side = 20; // free space left and right, at 100 %

    struct Manner {
        style::Type type = style::Type::Body;
        double lineHeight = 1.5;
        int measureMax = 72;    // characters of a line
        bool hasGutter = false; // room for support marks
        bool operator==(const Manner &) const = default;
    };

    void setManner(const style::Theme &theme, const Manner &manner);
    void setBlocks(std::shared_ptr<const presenters::TextBlocks> blocks);
    void setMarks(std::vector<presenters::TextMark> marks);
    void setWidth(int width);
    // An editor of that height stands in the place of the block's text; nothing puts the text back.
    void reserve(std::optional<int> block, int height = 0);

    [[nodiscard]] const presenters::TextBlocks &blocks() const { return *blocks_; }
    [[nodiscard]] const std::vector<presenters::TextMark> &marks() const { return marks_; }
    [[nodiscard]] int height();
    [[nodiscard]] int blockCount() const { return static_cast<int>(blocks_->size()); }
    // Lays out everything from top to bottom that lies in there; heights may change below `top`, never above.
    void layOut(int top, int height);
    [[nodiscard]] QRect blockRect(int block); // with its share of space
    [[nodiscard]] QRect textRect(int block);  // where its text, and an editor for it, stands
    [[nodiscard]] QRect rangeRect(const presenters::TextMark &mark);
    [[nodiscard]] TextPlace placeAt(QPoint point);
    [[nodiscard]] std::optional<int> blockAt(int y);
    // Where the part that lies there begins, and at which height that place lies: for staying there when sizes change.
    [[nodiscard]] TextPlace pieceAtTop(int y);
    [[nodiscard]] int topOf(const TextPlace &place);
    [[nodiscard]] QString text(const TextRange &range) const;

    struct Look {
        std::optional<int> current; // drawn with a quiet ground
        bool hasFocus = false;      // the current one gets the ring
        std::optional<TextRange> selection;
    };
    void paint(QPainter &painter, const QRect &visible, const Look &look);

private:
    // A block, or a part of a long one.
    struct Piece {
        int block = 0;
        int start = 0;
        int length = 0;
        int height = 0; // an estimate until it was laid out at this width
        bool isExact = false;
        bool isLast = true;
        std::unique_ptr<QTextLayout> layout;
    };
    struct Frame {
        int left = 0;
        int labelWidth = 0;
        int above = 0, below = 0;
    };

    void cut();
    void estimate();
    void placeFrom(std::size_t piece);
    void measureLabels();
    [[nodiscard]] int &labelWidthOf(const presenters::TextBlock &block);
    [[nodiscard]] QFont labelFontOf(const presenters::TextBlock &block) const;
    [[nodiscard]] int labelIndent(const presenters::TextBlock &block) const;
    [[nodiscard]] Frame frameOf(const Piece &piece) const;
    [[nodiscard]] int textWidth(const Frame &frame) const;
    [[nodiscard]] int lineHeight(presenters::TextBlock::Kind kind) const;
    [[nodiscard]] QFont fontOf(presenters::TextBlock::Kind kind) const;
    [[nodiscard]] int chipsHeight(const Piece &piece) const;
    [[nodiscard]] int labelHeight(const Piece &piece, const Frame &frame) const;
    [[nodiscard]] std::size_t firstPieceOf(int block) const;
    [[nodiscard]] std::size_t pieceAt(int y);
    void ensure(std::size_t piece);
    void forgetLayouts(std::size_t around);
    [[nodiscard]] QList<QTextLayout::FormatRange> formatsOf(const Piece &piece) const;

    void paintPiece(QPainter &painter, std::size_t index, const Look &look);
    void paintGround(QPainter &painter, int block, const Look &look);
    void paintMarks(QPainter &painter, const Piece &piece, const QPointF &origin) const;
    void paintFinding(QPainter &painter, const Piece &piece, const presenters::TextMark &mark,
                      const QPointF &origin) const;
    void paintTokens(QPainter &painter, const Piece &piece, const QPointF &origin) const;
    void paintRisk(QPainter &painter, const QRect &beside, style::Tone tone) const;
    void paintGutter(QPainter &painter, const presenters::TextBlock &block, const QRect &beside) const;
    void paintLabel(QPainter &painter, const presenters::TextBlock &block, const Frame &frame, int top) const;
    void paintChart(QPainter &painter, const presenters::TextBlock &block, const QRect &where) const;
    void paintChips(QPainter &painter, const presenters::TextBlock &block, QPoint from, bool isOnGround) const;
    [[nodiscard]] QList<QTextLayout::FormatRange> selectionOf(const Piece &piece, const Look &look) const;

    style::Theme theme_;
    Manner manner_;
    std::shared_ptr<const presenters::TextBlocks> blocks_ = std::make_shared<const presenters::TextBlocks>();
    std::vector<presenters::TextMark> marks_;
    std::vector<Piece> pieces_;
    std::vector<int> tops_; // one more than pieces
    std::vector<std::size_t> laidOut_;
    std::optional<int> reserved_;
    int reservedHeight_ = 0;
    int width_ = 0;
    int turnLabelWidth_ = 0, fieldLabelWidth_ = 0, stepLabelWidth_ = 0;
    double characterWidth_ = 1;
};

// Rectangles of a stretch of one line, right also where directions of writing mix.
[[nodiscard]] std::vector<QRectF> stretchOf(const QTextLine &line, int from, int to);

} // namespace countersign::widgets
