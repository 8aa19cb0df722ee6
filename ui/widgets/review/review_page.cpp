#include "ui/widgets/review/review_page.hpp"

#include "ui/presenters/review_presenter.hpp"
#include "ui/style/dress.hpp"
#include "ui/widgets/review/decision_bar.hpp"
#include "ui/widgets/review/draft_pane.hpp"
#include "ui/widgets/review/edit_bar.hpp"
#include "ui/widgets/review/empty_page.hpp"
#include "ui/widgets/review/evidence_pane.hpp"
#include "ui/widgets/review/findings_pane.hpp"
#include "ui/widgets/review/key_up_watch.hpp"
#include "ui/widgets/review/reason_panel.hpp"
#include "ui/widgets/review/safe_text.hpp"
#include "ui/widgets/review/sign_sheet.hpp"
#include "ui/widgets/review/skeleton.hpp"
#include "ui/widgets/review/whole_editor.hpp"
#include "ui/widgets/shell/key_bindings.hpp"
#include "ui/widgets/shell/sheet.hpp"

#include <QApplication>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace countersign::widgets
{
namespace
{

using presenters::Gesture;
using presenters::ReviewPresenter;
using presenters::ReviewView;
using presenters::Wish;

constexpr int basisHeight = 520;

} // namespace

ReviewPage::ReviewPage(presenters::DeskFeed &feed, presenters::Clock clock, QWidget *parent)
    : QWidget(parent), presenter_(new ReviewPresenter(feed, std::move(clock), this)), keyUp_(new KeyUpWatch(this))
{
    build();
    connectGestures();
    setKeys(std::make_shared<presenters::KeyBook>());
    showView();
}

bool ReviewPage::mayBeLeft() const
{
    return presenter_->mayBeLeft();
}

void ReviewPage::setPreferences(const presenters::Preferences &preferences)
{
    presenter_->setPreferences(preferences);
}

void ReviewPage::setLookalike(std::function<bool(const domain::ItemSummary &)> hasLookalike)
{
    presenter_->setLookalike(std::move(hasLookalike));
}

void ReviewPage::setDocuments(presenters::OpenDocument open)
{
    evidence_->setDocuments(std::move(open));
}

void ReviewPage::build()
{
    const style::Theme &theme = style::themeOf(this);
    settle_ = new QTimer(this);
    settle_->setSingleShot(true);
    connect(settle_, &QTimer::timeout, this, &ReviewPage::settle);
    style::setGround(*this, style::Tone::Surface0);
    setAttribute(Qt::WA_StyledBackground);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    empty_ = new EmptyPage;
    column->addWidget(empty_, 1);
    skeleton_ = new Skeleton;
    skeleton_->hide();
    column->addWidget(skeleton_, 1);

    work_ = new QWidget;
    auto *const work = new QVBoxLayout(work_);
    work->setContentsMargins(0, 0, 0, 0);
    work->setSpacing(0);
    splitter_ = new QSplitter(Qt::Horizontal);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(theme.px(1));
    draft_ = new DraftPane;
    evidence_ = new EvidencePane;
    splitter_->addWidget(draft_);
    splitter_->addWidget(evidence_);
    splitter_->setStretchFactor(1, 1);
    connect(splitter_, &QSplitter::splitterMoved, this, [this] {
        wasDragged_ = true;
        settle_->start();
    });
    work->addWidget(splitter_, 1);
    bar_ = new DecisionBar;
    work->addWidget(bar_);
    column->addWidget(work_, 1);

    reasonSheet_ = new Sheet(*this);
    reasons_ = new ReasonPanel;
    reasonSheet_->setContent(reasons_);
    signSheet_ = new Sheet(*this);
    signing_ = new SignSheet;
    signSheet_->setContent(signing_, Sheet::Shrinks::Yes);
    basisSheet_ = new Sheet(*this);
    basis_ = new SafeText(SafeText::Part::Text);
    basis_->setAccessibleName(tr("Basis"));
    basis_->setManner({.type = style::Type::Small, .lineHeight = 1.45, .measureMax = 96});
    basis_->installEventFilter(this);
    basisSheet_->setContent(basis_, Sheet::Shrinks::Yes);
    basisSheet_->setWantedHeight(theme.px(basisHeight));
    connect(basisSheet_, &Sheet::leaveAsked, basisSheet_, &Sheet::close);
}

// One key there, the same key back.
void ReviewPage::togglePage(Gesture page)
{
    if (basisSheet_->isOpen() && page_ == page)
        return basisSheet_->close();
    page_ = page;
    openPage(page == Gesture::Basis ? presenter_->basis() : presenter_->changes(),
             page == Gesture::Basis ? tr("Basis") : tr("What you changed"), keys_->capOf(page));
}

// Nothing is approved before it was shown.
void ReviewPage::showDifference()
{
    leaveSheets();
    openPage(presenter_->difference(), tr("What changed"), tr("Esc"));
}

// Above it stands what it is, and the key that leads back.
void ReviewPage::openPage(const presenters::TextPage &page, const QString &name, const QString &keyBack)
{
    basis_->setAccessibleName(name);
    presenters::TextBlocks blocks(1);
    blocks.front().kind = presenters::TextBlock::Kind::Remark;
    blocks.front().text = tr("%1. %2 goes back to the draft.").arg(name, keyBack);
    blocks.insert(blocks.end(), page.blocks->begin(), page.blocks->end());
    std::vector<presenters::TextMark> marks = page.marks;
    for (presenters::TextMark &mark : marks)
        ++mark.block;
    basis_->showPage({std::make_shared<const presenters::TextBlocks>(std::move(blocks)), std::move(marks)});
    basis_->scrollToStart();
    basisSheet_->open(basis_);
}

void ReviewPage::connectGestures()
{
    connect(presenter_, &ReviewPresenter::changed, this, &ReviewPage::showView);
    connect(presenter_, &ReviewPresenter::signingChanged, this, &ReviewPage::showSigning);
    connect(presenter_, &ReviewPresenter::itemChanged, keyUp_, &KeyUpWatch::arm);
    connect(presenter_, &ReviewPresenter::differenceAsked, this, &ReviewPage::showDifference);
    connect(signing_, &SignSheet::identityTyped, presenter_, &ReviewPresenter::identify);
    connect(presenter_, &ReviewPresenter::decided, this, [this](const QString &sentence) {
        Q_EMIT decided(sentence);
        Q_EMIT finished();
    });
    connect(&draft_->text(), &SafeText::blockClicked, presenter_, &ReviewPresenter::moveTo);
    connect(draft_, &DraftPane::moveAsked, presenter_, &ReviewPresenter::moveBy);
    connect(draft_, &DraftPane::textEdited, presenter_, &ReviewPresenter::setEditedText);
    connect(draft_, &DraftPane::strangersWords, this,
            [this] { Q_EMIT notice(tr("These words were copied from another patient. They were not put in.")); });
    connect(draft_, &DraftPane::basisAsked, this, [this] { perform(Gesture::Basis); });
    connect(draft_, &DraftPane::editingLeft, presenter_, &ReviewPresenter::stopEditing);
    connectEditing();
    connect(&draft_->findings(), &FindingsPane::chosen, presenter_, &ReviewPresenter::moveToFinding);
    connect(&draft_->findings(), &FindingsPane::answered, presenter_, &ReviewPresenter::answer);
    connect(evidence_, &EvidencePane::stepAsked, presenter_, &ReviewPresenter::stepCitation);
    connect(evidence_, &EvidencePane::sourceAsked, presenter_, &ReviewPresenter::showSource);
    connect(evidence_, &EvidencePane::searchAsked, presenter_, &ReviewPresenter::search);
    connect(evidence_, &EvidencePane::hitStepAsked, presenter_, &ReviewPresenter::stepHit);
    connect(evidence_, &EvidencePane::hitAsked, presenter_, &ReviewPresenter::showHit);
    connect(evidence_, &EvidencePane::pageSeen, presenter_, &ReviewPresenter::seePage);
    connect(evidence_, &EvidencePane::searchLeft, this, [this] { draft_->text().setFocus(Qt::OtherFocusReason); });
    connect(empty_, &EmptyPage::wayOnAsked, presenter_, &ReviewPresenter::goOnline);
    connect(bar_, &DecisionBar::wished, this, &ReviewPage::wish);
    connect(bar_, &DecisionBar::nextAsked, presenter_, &ReviewPresenter::moveToUnresolved);
    connect(bar_, &DecisionBar::editAsked, this, [this] {
        if (presenter_->view().isEditing)
            presenter_->stopEditing();
        else
            presenter_->edit();
    });
    connect(reasons_, &ReasonPanel::signAsked, this, [this] { sign(wish_); });
    connect(reasons_, &ReasonPanel::leaveAsked, this, &ReviewPage::leaveSheets);
    connect(reasons_, &ReasonPanel::resized, reasonSheet_, &Sheet::fit);
    connect(reasonSheet_, &Sheet::leaveAsked, this, &ReviewPage::leaveSheets);
    connect(signing_, &SignSheet::signAsked, this,
            [this] { presenter_->sign(signing_->takePassword(), signing_->signer()); });
    connect(signing_, &SignSheet::behalfChosen, presenter_, &presenters::ReviewPresenter::signFor);
    connect(signing_, &SignSheet::leaveAsked, this, &ReviewPage::leaveSheets);
    connect(signSheet_, &Sheet::leaveAsked, this, &ReviewPage::leaveSheets);
    for (QWidget *text :
         std::initializer_list<QWidget *>{&draft_->text(), &draft_->findings().text(), &draft_->editor(),
                                          &draft_->whole(), &evidence_->text(), &evidence_->sources()})
        text->installEventFilter(this);
    evidence_->pageReader().installEventFilter(this);
}

void ReviewPage::setKeys(std::shared_ptr<presenters::KeyBook> keys)
{
    delete bindings_;
    keys_ = std::move(keys);
    bar_->showKeys(*keys_);
    connect(keys_.get(), &presenters::KeyBook::changed, bar_, [this] { bar_->showKeys(*keys_); });
    bindings_ = new KeyBindings(*this, keys_, presenters::KeyPlace::Review, [this](Gesture gesture) {
        if (!signSheet_->isOpen())
            perform(gesture);
    });
}

bool ReviewPage::hasSheet() const
{
    return reasonSheet_->isOpen() || signSheet_->isOpen();
}

// Every verdict takes a chord; none is on one unmodified key.
void ReviewPage::perform(Gesture gesture)
{
    if (presenter_->view().state != ReviewView::State::Open)
        return;
    switch (gesture) {
    case Gesture::Sign: // on the sheet of reasons the same chord goes on to the signature
        return reasonSheet_->isOpen() ? sign(wish_) : wish(Wish::Approve);
    case Gesture::Reject:
        return wish(Wish::Reject);
    case Gesture::Return:
        return wish(Wish::Return);
    case Gesture::Respond:
        return wish(Wish::Respond);
    case Gesture::Escalate:
        return wish(Wish::Escalate);
    default:
        break;
    }
    if (!hasSheet() && (!basisSheet_->isOpen() || gesture == Gesture::Basis || gesture == Gesture::Changes))
        read(gesture);
}

void ReviewPage::showView()
{
    const ReviewView &view = presenter_->view();
    const bool isOpen = view.state == ReviewView::State::Open;
    const bool hasOpened = isOpen && !work_->isVisibleTo(this);
    const bool isFetching = view.state == ReviewView::State::Fetching;
    empty_->show(view.sentence, view.wayOn);
    empty_->setVisible(!isOpen && !isFetching);
    setFocusProxy(empty_->isHidden() || empty_->firstFocus() == nullptr ? &draft_->text() : empty_->firstFocus());
    skeleton_->say(view.sentence);
    skeleton_->setVisible(isFetching);
    const bool hasClosed = !isOpen && work_->isVisibleTo(this);
    work_->setVisible(isOpen);
    if (hasClosed) { // hidden is not gone: nothing of the item may be left to a screen reader
        draft_->show({});
        evidence_->show({});
        bar_->show({});
    }
    if (!isOpen)
        return;
    if (auto place = presenter_->takePlace()) {
        place_ = std::move(place);
        if (view.hasEdits)
            Q_EMIT notice(tr("Your unsigned edits are here again."));
    }
    draft_->show(view, presenter_->takeWholeCaret());
    draft_->setOrigin(presenter_->origin());
    evidence_->show(view);
    evidence_->text().setOrigin(presenter_->origin());
    bar_->show(view);
    if (!saidNeed_.isEmpty() && view.bar.approve.needs != saidNeed_) {
        saidNeed_.clear();
        Q_EMIT noticeOver();
    }
    alignEvidence();
    settle_->start();
    if (hasOpened && !view.isEditing)
        draft_->text().setFocus(Qt::OtherFocusReason);
}

// Once the panes have their new sizes.
void ReviewPage::settle()
{
    const int header = draft_->settleHeader();
    if (const auto place = std::exchange(place_, std::nullopt))
        draft_->restorePlace(*place);
    evidence_->settle(isNarrow_ ? 0 : header);
    // What is being answered stays in sight beside its answers.
    if (isNarrow_ || !presenter_->view().findings.answers.empty())
        draft_->bringCurrentIntoView();
    alignEvidence();
}

void ReviewPage::alignEvidence()
{
    const ReviewView &view = presenter_->view();
    if (view.state == ReviewView::State::Open)
        evidence_->alignTo(draft_->currentTop());
}

void ReviewPage::wish(Wish wish)
{
    if (reasonSheet_->isOpen() || !keyUp_->isQuiet() || !presenter_->mayDecide(wish))
        return;
    basisSheet_->close();
    if (wish == Wish::Approve && !presenter_->view().bar.approve.needs.isEmpty()) {
        saidNeed_ = presenter_->view().bar.approve.needs;
        Q_EMIT notice(saidNeed_);
        return presenter_->view().mustSeeDifference ? showDifference() : presenter_->moveToNeed();
    }
    if (wish == Wish::Approve)
        return sign(wish);
    if (!presenter_->chooseReasons(wish))
        return;
    wish_ = wish;
    reasons_->begin(presenter_->reasons());
    reasonSheet_->open(reasons_->firstFocus());
}

void ReviewPage::sign(Wish wish)
{
    const auto view = presenter_->prepare(wish);
    if (!view)
        return;
    reasonSheet_->close();
    signing_->clear();
    signing_->show(*view);
    signSheet_->open(signing_->firstFocus());
}

void ReviewPage::showSigning()
{
    if (presenter_->signing()) {
        signing_->show(*presenter_->signing());
        return;
    }
    signing_->clear();
    signSheet_->close();
}

void ReviewPage::leaveSheets()
{
    reasonSheet_->close();
    if (presenter_->signing() && !presenter_->signing()->isBusy)
        presenter_->abandon();
}

bool ReviewPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isEditor = watched == &draft_->editor() || watched == &draft_->whole();
    if (event->type() == QEvent::ShortcutOverride && isUndo(*static_cast<QKeyEvent *>(event))) {
        event->accept(); // what was typed comes before what was signed
        return true;
    }
    if (event->type() == QEvent::KeyPress && isUndo(*static_cast<QKeyEvent *>(event))) {
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo) ? presenter_->undoEdit() : presenter_->redoEdit();
        return true;
    }
    if (isEditor && event->type() == QEvent::KeyPress
        && takeEditorKey(*static_cast<QPlainTextEdit *>(watched), *static_cast<QKeyEvent *>(event)))
        return true;
    if (!isEditor && event->type() == QEvent::KeyPress && takeKey(*static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool ReviewPage::isUndo(const QKeyEvent &event) const
{
    return (event.matches(QKeySequence::Undo) && presenter_->canUndo())
           || ((event.matches(QKeySequence::Redo)
                || (event.modifiers() == Qt::ControlModifier && event.key() == Qt::Key_Y))
               && presenter_->canRedo());
}

bool ReviewPage::takeKey(const QKeyEvent &event)
{
    presenter_->touch();
    const int key = event.key();
    const bool isPlain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        const bool isInDraft = draft_->text().hasFocus();
        if (isInDraft)
            presenter_->moveBy(key == Qt::Key_Down ? 1 : -1);
        return isInDraft;
    }
    if (isPlain && key == Qt::Key_Escape) {
        presenter_->leaveAnswer();
        draft_->text().setFocus(Qt::OtherFocusReason);
        wantsEvidence_ = false;
        arrange();
        return true;
    }
    if (isPlain && key >= Qt::Key_1 && key <= Qt::Key_9)
        return presenter_->answer(key - Qt::Key_0);
    const auto gesture = keys_->find(presenters::KeyPlace::Review, keysOf(event));
    if (!gesture || presenters::rowOf(*gesture).place != presenters::KeyPlace::Review)
        return false;
    perform(*gesture);
    return true;
}

void ReviewPage::read(Gesture gesture)
{
    switch (gesture) {
    case Gesture::NextStatement:
        return presenter_->moveBy(1);
    case Gesture::PreviousStatement:
        return presenter_->moveBy(-1);
    case Gesture::NextToLookAt:
        return presenter_->moveToUnresolved();
    case Gesture::NextRisk:
        return presenter_->moveToRisk(1);
    case Gesture::PreviousRisk:
        return presenter_->moveToRisk(-1);
    case Gesture::Evidence:
        return goToEvidence();
    case Gesture::NextCitation:
        return presenter_->stepCitation(1);
    case Gesture::PreviousCitation:
        return presenter_->stepCitation(-1);
    case Gesture::Origin:
        if (!presenter_->showOrigin())
            Q_EMIT notice(tr("These words stand in no earlier note of the sources."));
        return;
    case Gesture::Acknowledge:
        return presenter_->acknowledge();
    case Gesture::SkipItem:
        Q_EMIT skipAsked();
        return;
    case Gesture::RaiseTier:
        return presenter_->raiseTier();
    case Gesture::CheckAndNext:
        return presenter_->checkAndMove();
    case Gesture::Basis:
    case Gesture::Changes:
        return togglePage(gesture);
    case Gesture::EditWhole:
        return presenter_->toggleWhole();
    case Gesture::WriteOut:
        return presenter_->replaceNotations();
    case Gesture::KeepCitations:
        return presenter_->keepCitations();
    case Gesture::OwnKnowledge:
        return presenter_->markOwnKnowledge();
    case Gesture::AnswerFinding:
        return presenter_->askAnswer();
    case Gesture::SearchSources:
        return startSearch();
    case Gesture::Cite:
        if (!presenter_->cite(evidence_->text().selectedText()))
            Q_EMIT notice(tr("Mark the words in the source first; then the key cites them for this statement."));
        return;
    case Gesture::WidenDraft:
        return moveDivider(1);
    case Gesture::NarrowDraft:
        return moveDivider(-1);
    case Gesture::WidenPage:
        return evidence_->movePageDivider(1);
    case Gesture::NarrowPage:
        return evidence_->movePageDivider(-1);
    case Gesture::Edit:
        return presenter_->edit();
    default:
        return;
    }
}

} // namespace countersign::widgets
