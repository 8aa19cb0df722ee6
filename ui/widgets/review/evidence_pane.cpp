#include "ui/widgets/review/evidence_pane.hpp"

#include "ui/style/dress.hpp"
#include "ui/style/icons.hpp"
#include "ui/widgets/evidence/page_viewer.hpp"
#include "ui/widgets/review/safe_text.hpp"
#include "ui/widgets/shell/brief_label.hpp"
#include "ui/widgets/shell/search_field.hpp"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::widgets
{

using presenters::TextBlock;
using style::Tone;
using style::Type;
using style::Weight;

EvidencePane::EvidencePane(QWidget *parent) : QWidget(parent)
{
    style::setGround(*this, Tone::Surface1);
    setAttribute(Qt::WA_StyledBackground);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(style::hairline());
    apart_ = style::label({}, Type::Small, Tone::Info, Weight::Strong);
    apart_->setWordWrap(true);
    apart_->setMargin(style::themeOf(this).px(8));
    apart_->setIndent(style::themeOf(this).px(TextFlow::side - 8));
    style::setGround(*apart_, Tone::InfoQuiet);
    apart_->hide();
    column->addWidget(apart_);
    text_ = new SafeText(SafeText::Part::Text);
    text_->setAccessibleName(tr("Source"));
    column->addWidget(text_, 1);
    pages_ = new PageViewer({});
    pages_->hide();
    connect(pages_, &PageViewer::pageSeen, this, &EvidencePane::pageSeen);
    column->addWidget(pages_, 1);

    makeSources(*column);
}

void EvidencePane::makeSources(QVBoxLayout &column)
{
    const style::Theme &theme = style::themeOf(this);
    sourcesBox_ = new QWidget;
    sourcesBox_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *const box = new QVBoxLayout(sourcesBox_);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(style::hairline());
    auto *const line = new QVBoxLayout;
    line->setContentsMargins(theme.px(TextFlow::side - 8), theme.px(8), theme.px(TextFlow::side - 8), theme.px(4));
    line->setSpacing(theme.px(4));
    search_ = new QLineEdit;
    search_->setObjectName(QStringLiteral("sourceSearch"));
    search_->setPlaceholderText(tr("Search all sources"));
    search_->setMinimumHeight(theme.px(style::targetMin + 4));
    dressAsSearch(*search_, tr("Search all sources"));
    search_->installEventFilter(this);
    found_ = style::label({}, Type::Small, Tone::Ink2);
    found_->setIndent(theme.px(8));
    found_->hide();
    line->addWidget(search_);
    line->addWidget(found_);
    box->addLayout(line);
    sources_ = new SafeText(SafeText::Part::List);
    sources_->setAccessibleName(tr("Sources"));
    sources_->setManner({.type = Type::Small, .lineHeight = 1.4, .measureMax = 120});
    sources_->setFixedHeight(theme.px(72)); // until it is known how much it needs
    sources_->installEventFilter(this);
    box->addWidget(sources_);
    column.addWidget(sourcesBox_);
    connect(sources_, &SafeText::blockClicked, this, &EvidencePane::choose);
    connect(search_, &QLineEdit::textEdited, this, &EvidencePane::searchAsked);
}

QWidget *EvidencePane::makeHeader()
{
    const style::Theme &theme = style::themeOf(this);
    header_ = new QWidget;
    auto *const column = new QVBoxLayout(header_);
    column->setSpacing(0);
    auto *const first = new QHBoxLayout;
    first->setSpacing(theme.px(4));
    title_ = new BriefLabel(Type::Body, Tone::Ink1, Weight::Strong);
    position_ = style::label({}, Type::Small, Tone::Ink2);
    previous_ = style::iconButton(style::Icon::ChevronLeft, tr("Previous citation"));
    next_ = style::iconButton(style::Icon::ChevronRight, tr("Next citation"));
    connect(previous_, &QToolButton::clicked, this, [this] { Q_EMIT stepAsked(-1); });
    connect(next_, &QToolButton::clicked, this, [this] { Q_EMIT stepAsked(1); });
    first->addWidget(title_, 1);
    first->addWidget(previous_);
    first->addWidget(next_);
    first->addWidget(position_);
    column->addLayout(first);
    detail_ = new BriefLabel(Type::Small, Tone::Ink2);
    column->addWidget(detail_);
    column->addStretch();
    dressHeader();
    return header_;
}

void EvidencePane::setShort(bool isShort)
{
    if (isShort == isShort_)
        return;
    isShort_ = isShort;
    dressHeader();
}

void EvidencePane::dressHeader()
{
    const style::Theme &theme = style::themeOf(this);
    const int side = theme.px(isShort_ ? 12 : TextFlow::side);
    header_->layout()->setContentsMargins(side, theme.px(isShort_ ? 2 : 10), side, theme.px(isShort_ ? 4 : 12));
    title_->setLinesMax(isShort_ ? 1 : 0);
    detail_->setLinesMax(isShort_ ? 1 : 0);
}

void EvidencePane::settle(int headerHeight)
{
    header_->setMinimumHeight(std::max(headerHeight, header_->layout()->totalHeightForWidth(header_->width())));
    const int wanted = sources_->heightFor(std::max(sources_->viewport()->width(), style::themeOf(this).px(120)));
    const int most = isSearching_ ? height() * 2 / 5 : height() / 3;
    sources_->setFixedHeight(std::min(wanted, std::max(most, style::themeOf(this).px(72))));
    sourcesBox_->layout()->activate(); // at once: nothing stands at a wrong place for a moment
    layout()->activate();
}

void EvidencePane::setDocuments(presenters::OpenDocument open)
{
    pages_->setDocuments(std::move(open));
}

QWidget &EvidencePane::reader()
{
    return pages_->isHidden() ? static_cast<QWidget &>(*text_) : pages_->canvas();
}

void EvidencePane::movePageDivider(int by)
{
    pages_->moveDivider(by);
}

QWidget &EvidencePane::pageReader()
{
    return pages_->canvas();
}

void EvidencePane::setCompact(bool isCompact)
{
    isCompact_ = isCompact;
    showBox();
}

void EvidencePane::show(const presenters::ReviewView &view)
{
    const presenters::EvidenceView &evidence = view.evidence;
    title_->setText(evidence.title);
    // In one place, so that the source below does not move when a statement has something to be said of it.
    const bool hasNotice = !evidence.notice.isEmpty();
    detail_->setText(hasNotice ? evidence.notice : evidence.detail);
    style::dress(*detail_, Type::Small,
                 evidence.isNoticeGrave ? Tone::Warn
                 : hasNotice            ? Tone::Ink1
                                        : Tone::Ink2,
                 hasNotice ? Weight::Strong : Weight::Regular);
    position_->setText(evidence.position);
    const bool hasSteps = evidence.hasPrevious || evidence.hasNext;
    previous_->setVisible(hasSteps);
    next_->setVisible(hasSteps);
    previous_->setEnabled(evidence.hasPrevious);
    next_->setEnabled(evidence.hasNext);
    apart_->setText(evidence.apart);
    apart_->setVisible(!evidence.apart.isEmpty());
    page_ = evidence.page;
    text_->showPage(page_);
    text_->setVisible(!evidence.pages);
    pages_->setVisible(evidence.pages.has_value());
    if (evidence.pages)
        pages_->show(evidence.sourceId, *evidence.pages);
    else
        pages_->close();
    if (evidence.sourceId != shownSource_ && page_.marks.empty())
        text_->scrollToStart();
    shownSource_ = evidence.sourceId;
    showSources(view);
}

void EvidencePane::alignTo(int y)
{
    if (page_.marks.empty())
        return;
    const int viewportY = text_->viewport()->mapFrom(this, QPoint(0, y)).y();
    const QRect first = text_->markRect(page_.marks.front());
    const QRect last = text_->markRect(page_.marks.back());
    const int room = style::themeOf(this).px(24);
    // As long as the marked words fit below, they begin beside the statement.
    const int most = text_->viewport()->height() - (last.bottom() - first.top()) - room;
    text_->alignMark(page_.marks.front(), std::clamp(viewportY, room, std::max(room, most)));
}

void EvidencePane::startSearch()
{
    isSearching_ = true;
    showBox();
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void EvidencePane::showBox()
{
    sourcesBox_->setVisible(isSearching_ || (hasChoice_ && !isCompact_));
}

void EvidencePane::showSources(const presenters::ReviewView &view)
{
    hasChoice_ = view.sources.size() > 1 || !view.gap.isEmpty();
    if (!search_->hasFocus() && search_->text() != view.search.words)
        search_->setText(view.search.words);
    isSearching_ = search_->hasFocus() || !view.search.words.isEmpty();
    showBox();
    found_->setText(view.search.sentence);
    found_->setVisible(!view.search.sentence.isEmpty());
    if (!view.search.sentence.isEmpty())
        return showHits(view.search);
    presenters::TextBlocks blocks;
    std::optional<int> current;
    const auto add = [&](TextBlock::Kind kind, const QString &words) {
        TextBlock block;
        block.kind = kind;
        block.text = words;
        blocks.push_back(std::move(block));
    };
    if (!view.gap.isEmpty())
        add(TextBlock::Kind::Remark, view.gap);
    QString group;
    for (const presenters::SourceRow &row : view.sources) {
        if (row.group != group)
            add(TextBlock::Kind::Subheading, row.group);
        group = row.group;
        add(TextBlock::Kind::TableRow,
            row.detail.isEmpty() ? row.title : row.title + QStringLiteral(" \u2014 ") + row.detail);
        blocks.back().id = row.id;
        blocks.back().isStep = true;
        if (row.id == view.evidence.sourceId)
            current = static_cast<int>(blocks.size()) - 1;
    }
    sources_->setAccessibleName(tr("Sources"));
    sources_->showPage({std::make_shared<const presenters::TextBlocks>(std::move(blocks)), {}});
    sources_->setCurrent(current);
}

void EvidencePane::showHits(const presenters::SearchView &search)
{
    presenters::TextBlocks blocks;
    std::vector<presenters::TextMark> marks;
    QString where;
    std::optional<int> current;
    for (std::size_t i = 0; i < search.lines.size(); ++i) {
        const presenters::SearchLine &line = search.lines[i];
        if (line.where != where) {
            TextBlock heading;
            heading.kind = TextBlock::Kind::Subheading;
            heading.text = where = line.where;
            blocks.push_back(std::move(heading));
        }
        if (search.current == static_cast<int>(i))
            current = static_cast<int>(blocks.size());
        marks.push_back({static_cast<int>(blocks.size()), line.start, line.end, presenters::TextMark::Kind::Evidence});
        TextBlock block;
        block.kind = TextBlock::Kind::TableRow;
        block.id = QString::number(i);
        block.text = line.text;
        block.isStep = true;
        blocks.push_back(std::move(block));
    }
    sources_->setAccessibleName(tr("Found in the sources"));
    sources_->showPage({std::make_shared<const presenters::TextBlocks>(std::move(blocks)), std::move(marks)});
    sources_->setCurrent(current);
    if (current)
        sources_->bringIntoView(*current);
}

// A source, or a place that was found.
void EvidencePane::choose(int block)
{
    const auto &blocks = sources_->blocks();
    if (block < 0 || static_cast<std::size_t>(block) >= blocks.size()
        || blocks[static_cast<std::size_t>(block)].id.isEmpty())
        return;
    const QString id = blocks[static_cast<std::size_t>(block)].id;
    if (found_->text().isEmpty())
        Q_EMIT sourceAsked(id);
    else
        Q_EMIT hitAsked(id.toInt());
}

void EvidencePane::stepThroughList(int by)
{
    const int count = static_cast<int>(sources_->blocks().size());
    for (int i = sources_->current().value_or(by > 0 ? -1 : count) + by; i >= 0 && i < count; i += by)
        if (sources_->blocks()[static_cast<std::size_t>(i)].isStep)
            return choose(i);
}

// Walking through what was found leaves the keyboard where the words are typed.
bool EvidencePane::takeSearchKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT hitStepAsked(1);
        return true;
    case Qt::Key_Up:
        Q_EMIT hitStepAsked(-1);
        return true;
    case Qt::Key_Escape:
        search_->clear();
        Q_EMIT searchAsked({});
        Q_EMIT searchLeft();
        return true;
    default:
        return false;
    }
}

bool EvidencePane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &pressed = *static_cast<QKeyEvent *>(event);
    if (watched == search_)
        return (pressed.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && takeSearchKey(pressed.key());
    const int key = pressed.key();
    if (watched != sources_ || (key != Qt::Key_Up && key != Qt::Key_Down))
        return QWidget::eventFilter(watched, event);
    stepThroughList(key == Qt::Key_Down ? 1 : -1);
    return true;
}

} // namespace countersign::widgets
