#include "ui/widgets/evidence/page_viewer.hpp"

#include "ui/style/dress.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/widgets/evidence/page_rail.hpp"
#include "ui/widgets/review/safe_text.hpp"
#include "ui/widgets/shell/divider.hpp"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::widgets
{

using presenters::PageBook;
using presenters::PageHit;
using style::Icon;
using Place = PageCanvas::Place;

namespace
{

constexpr double zoomStep = 1.25;
constexpr double railFrom = 380, textBesideFrom = 860; // widths that have room for them

} // namespace

PageViewer::PageViewer(presenters::OpenDocument open, QWidget *parent) : QWidget(parent), book_(std::move(open))
{
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    canvas_ = new PageCanvas;
    rail_ = new PageRail(book_);
    rail_->setIdentities([this](int page) { return identityOf(page); });
    text_ = new SafeText(SafeText::Part::Text);
    text_->setAccessibleName(tr("Text of the page"));
    text_->setManner({.type = style::Type::Small, .lineHeight = 1.45, .measureMax = 90});
    column->addWidget(makeBar());
    column->addWidget(makeSearchBar());
    whose_ = style::label({}, style::Type::Small, style::Tone::Warn, style::Weight::Strong);
    whose_->setObjectName(QStringLiteral("pageOwner"));
    whose_->setWordWrap(true);
    whose_->setMargin(style::themeOf(this).px(8));
    whose_->setIndent(style::themeOf(this).px(12));
    whose_->hide();
    column->addWidget(whose_);
    column->addWidget(style::hairline());
    auto *const row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(rail_);
    splitter_ = new QSplitter;
    splitter_->setChildrenCollapsible(false);
    splitter_->addWidget(canvas_);
    splitter_->addWidget(text_);
    row->addWidget(splitter_, 1);
    column->addLayout(row, 1);
    setFocusProxy(canvas_);
    for (QWidget *const child : {static_cast<QWidget *>(canvas_), static_cast<QWidget *>(rail_)})
        child->installEventFilter(this);
    connectBook();
}

QWidget *PageViewer::makeBar()
{
    const style::Theme &theme = style::themeOf(this);
    auto *const bar = new QWidget;
    auto *const row = new QHBoxLayout(bar);
    row->setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(4));
    row->setSpacing(theme.px(2));
    const auto add = [&](Icon icon, const QString &name, auto act) {
        QToolButton *const made = style::iconButton(icon, name);
        connect(made, &QToolButton::clicked, this, act);
        row->addWidget(made);
        return made;
    };
    previous_ = add(Icon::ChevronLeft, tr("Previous page"), [this] { goTo(page_ - 1); });
    position_ = style::label({}, style::Type::Small, style::Tone::Ink1);
    row->addWidget(position_);
    next_ = add(Icon::ChevronRight, tr("Next page"), [this] { goTo(page_ + 1); });
    row->addStretch();
    add(Icon::ZoomOut, tr("Smaller"), [this] { canvas_->zoomBy(1 / zoomStep); });
    add(Icon::ZoomIn, tr("Larger"), [this] { canvas_->zoomBy(zoomStep); });
    add(Icon::FitWidth, tr("Fit the width"), [this] { canvas_->setFit(PageCanvas::Fit::Width); });
    fit_ = add(Icon::FitPage, tr("Fit the whole page"), [this] { canvas_->setFit(PageCanvas::Fit::Page); });
    add(Icon::Rotate, tr("Turn the page"), [this] { canvas_->turn(); });
    showText_ = add(Icon::Text, tr("Text of the page"), [this] {
        wantsText_ = showText_->isChecked();
        arrange();
    });
    showText_->setCheckable(true);
    add(Icon::Search, tr("Search in this document"), [this] { openSearch(); });
    return bar;
}

QWidget *PageViewer::makeSearchBar()
{
    const style::Theme &theme = style::themeOf(this);
    searchBar_ = new QWidget;
    auto *const row = new QHBoxLayout(searchBar_);
    row->setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(6));
    row->setSpacing(theme.px(4));
    search_ = new QLineEdit;
    search_->setProperty("search", true);
    search_->setAccessibleName(tr("Search in this document"));
    search_->setPlaceholderText(tr("Search in this document"));
    search_->setMaxLength(200);
    search_->installEventFilter(this);
    hits_ = style::label({}, style::Type::Small, style::Tone::Ink2);
    connect(search_, &QLineEdit::textChanged, this, [this](const QString &words) {
        hit_ = 0;
        book_.search(words);
        if (!book_.hits().empty())
            goTo(book_.hits().front().page);
    });
    row->addWidget(search_, 1);
    row->addWidget(hits_);
    const auto add = [&](Icon icon, const QString &name, auto act) {
        QToolButton *const made = style::iconButton(icon, name);
        connect(made, &QToolButton::clicked, this, act);
        row->addWidget(made);
    };
    add(Icon::ChevronUp, tr("Previous hit"), [this] { stepHit(-1); });
    add(Icon::ChevronDown, tr("Next hit"), [this] { stepHit(1); });
    add(Icon::Close, tr("End the search"), [this] { closeSearch(); });
    searchBar_->hide();
    return searchBar_;
}

void PageViewer::connectBook()
{
    connect(&book_, &PageBook::opened, this, [this] {
        rail_->renew();
        goToCited();
        arrange();
    });
    connect(&book_, &PageBook::failed, this, [this] {
        rail_->renew();
        showPage();
        arrange();
    });
    connect(&book_, &PageBook::pageChanged, this, [this](int page) {
        identities_.erase(page); // its own words may have come
        rail_->refresh(page);
        if (page == page_)
            showPage();
    });
    connect(&book_, &PageBook::hitsChanged, this, &PageViewer::showHits);
    connect(canvas_, &PageCanvas::wantedWidthChanged, this, [this] { book_.look(page_, canvas_->wantedWidth()); });
    connect(canvas_, &PageCanvas::pageAsked, this, [this](int by) { goTo(page_ + by); });
    connect(rail_, &PageRail::pageAsked, this, &PageViewer::goTo);
}

void PageViewer::show(const QString &sourceId, const presenters::PagesView &view)
{
    if (sourceId == sourceId_ && view == view_)
        return;
    const bool isSameContent =
        sourceId == sourceId_ && view.content == view_.content && view.sentence == view_.sentence;
    sourceId_ = sourceId;
    view_ = view;
    if (!isSameContent) {
        identities_.clear();
        closeSearch();
        if (view.content != nullptr)
            book_.open(view.content, view.media, view.texts);
        else
            book_.openText(view.texts, view.sentence);
        rail_->renew();
        page_ = 0;
    }
    hasAsked_ = false;
    goToCited();
    arrange();
}

void PageViewer::close()
{
    identities_.clear();
    book_.close();
    rail_->renew();
    sourceId_.clear();
    view_ = {};
    page_ = 0;
}

void PageViewer::goToCited()
{
    if (view_.page && (*view_.page < book_.pageCount() || book_.pageCount() == 0))
        page_ = *view_.page;
    showPage();
}

void PageViewer::goTo(int page)
{
    const int last = std::max(0, book_.pageCount() - 1);
    const int wanted = std::clamp(page, 0, last);
    const bool isAhead = wanted > page_;
    if (wanted == page_)
        return showPage();
    page_ = wanted;
    showPage();
    isAhead ? canvas_->scrollToStart() : canvas_->bringIntoView(QRectF(0, 0.98, 1, 0.02));
}

void PageViewer::showPage()
{
    const int count = std::max(book_.pageCount(), page_ + 1);
    position_->setText(tr("Page %1 of %2").arg(page_ + 1).arg(count));
    previous_->setEnabled(page_ > 0);
    next_->setEnabled(page_ + 1 < book_.pageCount());
    const presenters::PagePicture *const picture = book_.picture(page_);
    const bool isWaiting = picture == nullptr && book_.sentence(page_).isEmpty();
    canvas_->showPicture(picture, isWaiting ? tr("Preparing the page.") : book_.sentence(page_));
    canvas_->setAccessibleName(position_->text());
    showIdentity();
    rail_->setPage(page_);
    book_.look(page_, canvas_->wantedWidth());
    showText();
    showPlaces();
    tellSeen();
}

// A page that is still being prepared, or is there only as large as the rail has it, has not been read by anybody.
void PageViewer::tellSeen()
{
    const auto text = book_.text(page_);
    const bool isRead = text_->isVisible() && text && !text->trimmed().isEmpty();
    const bool isSharp = book_.picture(page_) != book_.small(page_);
    if (canvas_->isVisible() && (isSharp || isRead))
        Q_EMIT pageSeen(sourceId_, page_);
}

const presenters::PageIdentity &PageViewer::identityOf(int page)
{
    const auto [known, isNew] = identities_.try_emplace(page);
    if (isNew)
        known->second = presenters::identityOn(book_.text(page).value_or(QString()), view_.patient);
    return known->second;
}

// Whose page it is, where that is not plain; and what a screen reader has of it: the picture, its text or none.
void PageViewer::showIdentity()
{
    const auto text = book_.text(page_);
    const bool isKnown = text.has_value();
    const presenters::PageIdentity &identity = identityOf(page_);
    const bool isOther = identity.owner == presenters::PageOwner::Other;
    whose_->setText(presenters::phrase(identity));
    style::dress(*whose_, style::Type::Small, isOther ? style::Tone::Stop : style::Tone::Ink2,
                 isOther ? style::Weight::Strong : style::Weight::Regular);
    style::setGround(*whose_, isOther ? style::Tone::StopQuiet : style::Tone::Surface1);
    whose_->setVisible(isKnown && book_.pageCount() > 0 && !whose_->text().isEmpty());
    const bool hasText = isKnown && !text->trimmed().isEmpty();
    QStringList words;
    if (book_.picture(page_) == nullptr)
        words << canvas_->sentence();
    words << (hasText ? tr("the text of this page can be read beside it") : tr("no text was recognised on this page"));
    if (whose_->isVisibleTo(this))
        words << whose_->text();
    if (view_.page == page_ && !view_.exact.isEmpty())
        words << tr("cited: %1").arg(view_.exact);
    canvas_->setAccessibleDescription(words.join(QStringLiteral(" \u00b7 ")));
}

// The page's words as they stand on it, line by line; the cited ones marked.
void PageViewer::showText()
{
    presenters::TextBlocks blocks;
    const auto text = book_.text(page_);
    const auto remark = [&blocks](const QString &words) {
        presenters::TextBlock block;
        block.kind = presenters::TextBlock::Kind::Remark;
        block.text = words;
        blocks.push_back(std::move(block));
    };
    if (text && text->trimmed().isEmpty())
        remark(tr("This page has no text layer. Read the picture."));
    else if (text && !book_.hasOwnText(page_))
        remark(tr("Recognised on the page before it came here. The picture decides."));
    presenters::TextPage page;
    for (const QString &line : text.value_or(QString()).split(u'\n', Qt::SkipEmptyParts)) {
        presenters::TextBlock block;
        block.text = text::shown(text::toUtf8(line));
        const auto at = view_.exact.isEmpty() || view_.page != page_ ? -1 : block.text.indexOf(view_.exact);
        if (at >= 0)
            page.marks.push_back({static_cast<int>(blocks.size()), static_cast<int>(at),
                                  static_cast<int>(at + view_.exact.size()), presenters::TextMark::Kind::Evidence});
        blocks.push_back(std::move(block));
    }
    page.blocks = std::make_shared<const presenters::TextBlocks>(std::move(blocks));
    text_->showPage(page);
}

std::vector<QRectF> PageViewer::citedBoxes() const
{
    if (view_.page != page_)
        return {};
    return view_.box ? std::vector{*view_.box} : book_.boxesOf(page_, view_.exact);
}

void PageViewer::showPlaces()
{
    std::vector<Place> places;
    for (const QRectF &box : citedBoxes())
        places.push_back({box, Place::Kind::Cited});
    const auto &hits = book_.hits();
    for (std::size_t i = 0; i < hits.size(); ++i)
        for (const QRectF &box : hits[i].page == page_ ? hits[i].boxes : std::vector<QRectF>{})
            places.push_back({box, static_cast<int>(i) == hit_ ? Place::Kind::CurrentHit : Place::Kind::Hit});
    const bool isFirst = !hasAsked_ && canvas_->isVisible() && book_.picture(page_) != nullptr;
    canvas_->setPlaces(std::move(places));
    if (isFirst && !canvas_->places().empty()) {
        hasAsked_ = true;
        canvas_->bringIntoView(canvas_->places().front().box);
    }
}

void PageViewer::openSearch()
{
    searchBar_->show();
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void PageViewer::closeSearch()
{
    const bool hadFocus = search_->hasFocus();
    search_->clear();
    searchBar_->hide();
    if (hadFocus)
        canvas_->setFocus(Qt::OtherFocusReason);
}

void PageViewer::stepHit(int by)
{
    const int count = static_cast<int>(book_.hits().size());
    if (count == 0)
        return;
    hit_ = (hit_ + by + count) % count;
    const PageHit &hit = book_.hits()[static_cast<std::size_t>(hit_)];
    goTo(hit.page);
    if (!hit.boxes.empty())
        canvas_->bringIntoView(hit.boxes.front());
    showHits();
}

void PageViewer::showHits()
{
    const auto count = book_.hits().size();
    if (search_->text().trimmed().isEmpty())
        hits_->clear();
    else if (count == 0)
        hits_->setText(book_.isSearching() ? tr("Searching") : tr("Not found"));
    else
        hits_->setText(tr("%1 of %2").arg(hit_ + 1).arg(count));
    showPlaces();
}

// Where the picture cannot show the cited words, the text does.
bool PageViewer::needsText() const
{
    const bool hasOnlyText = book_.state() == PageBook::State::Failed && book_.pageCount() > 0;
    const bool isPlaceUnknown = view_.page && !view_.box && !view_.exact.isEmpty() && !book_.hasOwnText(*view_.page);
    return hasOnlyText || (isPlaceUnknown && !view_.texts.isEmpty());
}

void PageViewer::arrange()
{
    const style::Theme &theme = style::themeOf(this);
    rail_->setVisible(book_.pageCount() > 1 && width() >= theme.px(railFrom));
    showText_->setChecked(wantsText_.value_or(needsText()));
    text_->setVisible(showText_->isChecked());
    tellSeen();
    const bool isBeside = width() >= theme.px(textBesideFrom);
    splitter_->setOrientation(isBeside ? Qt::Horizontal : Qt::Vertical);
    splitter_->setStretchFactor(0, isBeside ? 3 : 1);
    splitter_->setStretchFactor(1, isBeside ? 2 : 1);
}

void PageViewer::moveDivider(int by)
{
    widgets::moveDivider(*splitter_, by);
}

void PageViewer::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool PageViewer::takeKey(const QKeyEvent &event)
{
    if (event.modifiers() == Qt::ControlModifier && event.key() == Qt::Key_F) {
        openSearch();
        return true;
    }
    if ((event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) != Qt::NoModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        canvas_->zoomBy(zoomStep);
        return true;
    case Qt::Key_Minus:
        canvas_->zoomBy(1 / zoomStep);
        return true;
    case Qt::Key_W:
        canvas_->setFit(PageCanvas::Fit::Width);
        return true;
    case Qt::Key_P:
        canvas_->setFit(PageCanvas::Fit::Page);
        return true;
    case Qt::Key_R:
        canvas_->turn();
        return true;
    case Qt::Key_T:
        showText_->click();
        return true;
    case Qt::Key_Slash:
        openSearch();
        return true;
    case Qt::Key_F3:
        stepHit(event.modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        goTo(event.key() == Qt::Key_Home ? 0 : book_.pageCount() - 1);
        return true;
    default:
        return false;
    }
}

void PageViewer::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(*event))
        QWidget::keyPressEvent(event);
}

bool PageViewer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (watched != search_)
        return takeKey(key) || QWidget::eventFilter(watched, event);
    switch (key.key()) {
    case Qt::Key_Escape:
        closeSearch();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3:
        stepHit(key.modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    default:
        return false;
    }
}

} // namespace countersign::widgets
