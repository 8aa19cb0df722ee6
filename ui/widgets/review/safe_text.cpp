#include "ui/widgets/review/safe_text.hpp"

#include "ui/style/focus_ring.hpp"
#include "ui/text/dates.hpp"
#include "ui/text/notation.hpp"
#include "ui/widgets/review/plain_field.hpp"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace countersign::widgets
{

SafeText::SafeText(Part part, QWidget *parent) : QAbstractScrollArea(parent), part_(part)
{
    installSafeTextAccessibility();
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(part == Part::Text ? Qt::IBeamCursor : Qt::ArrowCursor);
    viewport()->setAutoFillBackground(false);
    style::drawsOwnFocus(*this);
    setManner({});
}

void SafeText::setManner(const TextFlow::Manner &manner)
{
    manner_ = manner;
    flow_.setManner(style::themeOf(this), manner);
    updateRange();
}

void SafeText::showPage(const presenters::TextPage &page)
{
    const bool isOther = page.blocks->size() != flow_.blocks().size();
    flow_.setBlocks(page.blocks);
    flow_.setMarks(page.marks);
    if (isOther || (selection_ && selection_->to.block >= flow_.blockCount())) {
        caret_.reset();
        selection_.reset();
    }
    if (current_ && *current_ >= flow_.blockCount())
        current_.reset();
    updateRange();
}

void SafeText::setCurrent(std::optional<int> block)
{
    if (block == current_)
        return;
    current_ = block;
    viewport()->update();
    if (!block || part_ != Part::List || !hasFocus())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(*block);
    QAccessible::updateAccessibility(&event);
}

void SafeText::reserve(std::optional<int> block, int height)
{
    flow_.reserve(block, height);
    updateRange();
}

int SafeText::offset() const
{
    return verticalScrollBar()->value();
}

// What stands above on the screen is laid out first: an estimate there would put everything below in a wrong place.
QRect SafeText::onScreen(const std::function<QRect()> &inFlow)
{
    flow_.layOut(offset(), viewport()->height());
    return inFlow().translated(0, -offset());
}

QRect SafeText::blockRect(int block)
{
    return onScreen([&] { return flow_.blockRect(block); });
}

QRect SafeText::textRect(int block)
{
    return onScreen([&] { return flow_.textRect(block); });
}

QRect SafeText::markRect(const presenters::TextMark &mark)
{
    return onScreen([&] { return flow_.rangeRect(mark); });
}

void SafeText::bringIntoView(int block)
{
    const int room = style::themeOf(this).px(32);
    const int high = viewport()->height();
    // Laying out what comes into view moves the block a little; the second look is exact.
    for (int look = 0; look < 2; ++look) {
        const QRect rect = flow_.blockRect(block);
        updateRange();
        if (rect.top() - room < offset())
            verticalScrollBar()->setValue(rect.top() - room);
        else if (rect.bottom() + room > offset() + high)
            verticalScrollBar()->setValue(std::min(rect.bottom() + room - high, rect.top() - room));
        flow_.layOut(offset(), high);
    }
    updateRange();
}

void SafeText::alignMark(const presenters::TextMark &mark, int viewportY)
{
    // Laying out what comes into view moves the place a little; the second look is exact.
    for (int look = 0; look < 2; ++look) {
        const int top = flow_.rangeRect(mark).top();
        updateRange();
        verticalScrollBar()->setValue(top - viewportY);
        flow_.layOut(offset(), viewport()->height());
    }
    updateRange();
}

void SafeText::scrollToStart()
{
    verticalScrollBar()->setValue(0);
}

QString SafeText::selectedText() const
{
    return selection_ ? flow_.text(*selection_) : QString();
}

void SafeText::select(std::optional<TextRange> range)
{
    selection_ = range;
    viewport()->update();
}

void SafeText::copy() const
{
    const QString text = selectedText();
    if (text.isEmpty())
        return;
    auto *const words = new QMimeData; // plain text, and of whom it is; nothing else
    words->setText(text);
    if (!origin_.isEmpty())
        words->setData(QLatin1String(originFormat), origin_.toLatin1());
    QApplication::clipboard()->setMimeData(words);
}

TextPlace SafeText::placeAt(QPoint viewportPoint)
{
    return flow_.placeAt(viewportPoint + QPoint(0, offset()));
}

QSize SafeText::sizeHint() const
{
    const style::Theme &theme = style::themeOf(this);
    return {theme.px(480), theme.px(320)};
}

QSize SafeText::minimumSizeHint() const
{
    const style::Theme &theme = style::themeOf(this);
    return {theme.px(160), theme.px(40)};
}

int SafeText::heightFor(int width)
{
    flow_.setWidth(width);
    flow_.layOut(0, style::themeOf(this).px(4000));
    return flow_.height();
}

// Where the last of the first blocks ends that have room there: none is cut through.
int SafeText::wholeBlocksWithin(int heightMax, int width)
{
    const int all = heightFor(width);
    if (all <= heightMax)
        return all;
    int whole = 0;
    for (int block = 0; block < flow_.blockCount(); ++block) {
        const int end = flow_.blockRect(block).bottom() + 1;
        if (end > heightMax)
            break;
        whole = end;
    }
    return whole > 0 ? whole : heightMax;
}

void SafeText::beginWithWholeBlock()
{
    flow_.layOut(offset(), viewport()->height());
    const int before = offset();
    verticalScrollBar()->setValue(flow_.topOf(flow_.pieceAtTop(before)));
    if (current_ && !isWhollySeen(*current_, viewport()->height()))
        verticalScrollBar()->setValue(before);
}

bool SafeText::isWhollySeen(int block, int viewportHeight)
{
    const QRect rect = flow_.blockRect(block);
    return rect.top() >= offset() && rect.bottom() < offset() + viewportHeight;
}

void SafeText::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.translate(0, -offset());
    const int before = flow_.height();
    flow_.paint(painter, QRect(0, offset(), viewport()->width(), viewport()->height()),
                {current_, hasFocus(), selection_});
    if (flow_.height() == before)
        return;
    updateRange();
    Q_EMIT moved();
}

void SafeText::resizeEvent(QResizeEvent *event)
{
    // What is current and was in sight stays in sight; else what is at the top stays at the top.
    const bool isCurrentSeen = current_ && isWhollySeen(*current_, event->oldSize().height());
    const TextPlace top = flow_.pieceAtTop(offset());
    const int above = offset() - flow_.topOf(top);
    const bool isScrolled = offset() > 0;
    flow_.setWidth(viewport()->width());
    flow_.layOut(flow_.topOf(top), viewport()->height());
    updateRange();
    if (isScrolled)
        verticalScrollBar()->setValue(flow_.topOf(top) + above);
    if (isCurrentSeen && !isWhollySeen(*current_, viewport()->height()))
        bringIntoView(*current_);
    Q_EMIT moved();
}

void SafeText::scrollContentsBy(int, int)
{
    viewport()->update();
    Q_EMIT moved();
}

void SafeText::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    anchor_ = placeAt(event->position().toPoint());
    caret_.reset();
    select(std::nullopt);
}

void SafeText::mouseMoveEvent(QMouseEvent *event)
{
    if (!anchor_ || !event->buttons().testFlag(Qt::LeftButton))
        return;
    const TextPlace place = placeAt(event->position().toPoint());
    select(TextRange{std::min(*anchor_, place), std::max(*anchor_, place)});
}

void SafeText::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !anchor_)
        return;
    anchor_.reset();
    const bool isLeft = !viewport()->rect().contains(event->position().toPoint()); // begun here, and thought better of
    if (isLeft || (selection_ && !selection_->isEmpty()))
        return;
    select(std::nullopt);
    if (const auto block = flow_.blockAt(event->position().toPoint().y() + offset()))
        Q_EMIT blockClicked(*block);
}

void SafeText::mouseDoubleClickEvent(QMouseEvent *event)
{
    const TextPlace place = placeAt(event->position().toPoint());
    if (place.block >= flow_.blockCount())
        return;
    const QString &text = flow_.blocks()[static_cast<std::size_t>(place.block)].text;
    int from = place.offset;
    int to = place.offset;
    while (from > 0 && text.at(from - 1).isLetterOrNumber())
        --from;
    while (to < text.size() && text.at(to).isLetterOrNumber())
        ++to;
    select(TextRange{{place.block, from}, {place.block, to}});
}

void SafeText::keyPressEvent(QKeyEvent *event)
{
    if (selectByKey(*event)) {
        return;
    } else if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll) && flow_.blockCount() > 0) {
        const int last = flow_.blockCount() - 1;
        select(TextRange{{0, 0}, {last, static_cast<int>(flow_.blocks().back().text.size())}});
    } else if (event->matches(QKeySequence::MoveToStartOfDocument) || event->key() == Qt::Key_Home) {
        scrollToStart();
    } else if (event->matches(QKeySequence::MoveToEndOfDocument) || event->key() == Qt::Key_End) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void SafeText::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        setManner(manner_);
}

bool SafeText::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *const help = static_cast<QHelpEvent *>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        viewport()->update();
    return QAbstractScrollArea::viewportEvent(event);
}

QString SafeText::wordsOf(int block) const
{
    constexpr qsizetype readMax = 4000; // a tool tip is not for reading a book
    const presenters::TextBlock &shown = flow_.blocks()[static_cast<std::size_t>(block)];
    QStringList words;
    const QStringView body = QStringView(shown.text).left(readMax);
    for (const text::ErrorProne &notation : text::errorProneIn(body))
        words << text::warning(body, notation);
    for (const text::WrittenDate &date : text::writtenDatesIn(body))
        if (date.readings.size() > 1)
            words << text::warning(body, date);
    words.removeDuplicates();
    words.prepend(shown.words);
    words.removeAll(QString());
    return words.join(QStringLiteral(" \u00b7 "));
}

// A tool tip guesses whether it is markup; escaped inside a mark of our own it need not guess.
void SafeText::showToolTip(const QPoint &at, const QPoint &global)
{
    const auto block = flow_.blockAt(at.y() + offset());
    const QString words = block ? wordsOf(*block) : QString();
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(global, QStringLiteral("<span>%1</span>").arg(words.toHtmlEscaped()), viewport());
}

void SafeText::updateRange()
{
    verticalScrollBar()->setSingleStep(style::themeOf(this).px(24));
    verticalScrollBar()->setPageStep(viewport()->height() - style::themeOf(this).px(24));
    verticalScrollBar()->setRange(0, std::max(0, flow_.height() - viewport()->height()));
    viewport()->update();
}

} // namespace countersign::widgets
