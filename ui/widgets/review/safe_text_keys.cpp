// Marking words by keys, for who does not use a mouse: what is marked in a source can be cited.
#include "ui/widgets/review/safe_text.hpp"

#include <QKeyEvent>

#include <algorithm>

namespace countersign::widgets
{
namespace
{

// One letter, one word, one block; back or forth.
TextPlace stepped(const presenters::TextBlocks &blocks, TextPlace place, int by, bool isWord)
{
    const QString &text = blocks[static_cast<std::size_t>(place.block)].text;
    const auto isLetter = [&](int at) { return text.at(at).isLetterOrNumber(); };
    const int size = static_cast<int>(text.size());
    const int last = static_cast<int>(blocks.size()) - 1;
    if (by > 0 && place.offset >= size)
        return place.block < last ? TextPlace{place.block + 1, 0} : place;
    if (by < 0 && place.offset <= 0)
        return place.block > 0 ? TextPlace{place.block - 1,
                                           static_cast<int>(blocks[static_cast<std::size_t>(place.block) - 1].text.size())}
                               : place;
    int at = place.offset + by;
    if (isWord && by > 0) {
        while (at < size && !isLetter(at - 1))
            ++at;
        while (at < size && isLetter(at))
            ++at;
    } else if (isWord) {
        while (at > 0 && !isLetter(at))
            --at;
        while (at > 0 && isLetter(at - 1))
            --at;
    }
    return {place.block, at};
}

} // namespace

// The platform's own keys for it: Shift with arrows, with Ctrl (or Alt) by words, Shift with End to the block's end.
bool SafeText::selectByKey(const QKeyEvent &event)
{
    const bool isForth = event.matches(QKeySequence::SelectNextChar), isBack = event.matches(QKeySequence::SelectPreviousChar),
               isWordForth = event.matches(QKeySequence::SelectNextWord),
               isWordBack = event.matches(QKeySequence::SelectPreviousWord),
               isDown = event.matches(QKeySequence::SelectNextLine), isUp = event.matches(QKeySequence::SelectPreviousLine),
               isEnd = event.matches(QKeySequence::SelectEndOfLine), isStart = event.matches(QKeySequence::SelectStartOfLine);
    if (flow_.blockCount() == 0
        || !(isForth || isBack || isWordForth || isWordBack || isDown || isUp || isEnd || isStart))
        return false;
    const TextPlace begin = startOfMarking();
    if (!selection_ || selection_->isEmpty() || !caret_)
        held_ = caret_ = begin;
    const auto &blocks = flow_.blocks();
    const auto sizeOf = [&](int block) { return static_cast<int>(blocks[static_cast<std::size_t>(block)].text.size()); };
    if (isDown || isEnd)
        caret_ = caret_->offset < sizeOf(caret_->block) || isEnd || caret_->block + 1 == flow_.blockCount()
                     ? TextPlace{caret_->block, sizeOf(caret_->block)}
                     : TextPlace{caret_->block + 1, sizeOf(caret_->block + 1)};
    else if (isUp || isStart)
        caret_ = caret_->offset > 0 || isStart || caret_->block == 0 ? TextPlace{caret_->block, 0}
                                                                     : TextPlace{caret_->block - 1, 0};
    else
        caret_ = stepped(blocks, *caret_, isForth || isWordForth ? 1 : -1, isWordForth || isWordBack);
    select(TextRange{std::min(*held_, *caret_), std::max(*held_, *caret_)});
    bringIntoView(caret_->block);
    return true;
}

// Where the eye is: at what is marked as cited, else at the current block, else at the top of what is shown.
TextPlace SafeText::startOfMarking()
{
    TextPlace place = flow_.pieceAtTop(offset());
    const auto &marks = flow_.marks();
    const auto cited = std::ranges::find_if(
        marks, [](const presenters::TextMark &mark) { return mark.kind != presenters::TextMark::Kind::Copied; });
    if (cited != marks.end())
        place = {cited->block, cited->start};
    else if (current_)
        place = {*current_, 0};
    place.block = std::clamp(place.block, 0, flow_.blockCount() - 1);
    const auto size = static_cast<int>(flow_.blocks()[static_cast<std::size_t>(place.block)].text.size());
    place.offset = std::clamp(place.offset, 0, size);
    return place;
}

} // namespace countersign::widgets
