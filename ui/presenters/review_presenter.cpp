#include "ui/presenters/review_presenter.hpp"

#include "ui/presenters/absent_item.hpp"
#include "ui/presenters/review_words.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"

#include <algorithm>
#include <utility>

namespace countersign::presenters
{

ReviewPresenter::ReviewPresenter(DeskFeed &feed, Clock clock, QObject *parent)
    : QObject(parent), feed_(feed), clock_(std::move(clock)), searchTimer_(new QTimer(this))
{
    connect(&feed_, &DeskFeed::changed, this, &ReviewPresenter::take);
    searchTimer_->setSingleShot(true);
    connect(searchTimer_, &QTimer::timeout, this, &ReviewPresenter::searchOn);
    describe();
    take();
}
void ReviewPresenter::take()
{
    if (feed_.snapshot().session.state != desk::SessionState::SignedIn)
        identity_.forget();
    freshness_.take(feed_.snapshot().link, clock_.now());
    takeToken();
    const auto open = feed_.snapshot().open;
    if (open == open_) {
        if (lacksLink())
            describe(); // what is said of the link changes with it
        return;
    }
    const auto item = open ? open->item : nullptr;
    const bool isSameItem = open && open_ && open->id == open_->id;
    const bool isSameText = isSameItem && item && item_ && item->digest == item_->digest;
    // What is sent may be answered at once: everything is in its place before.
    const auto looked = isSameText ? std::nullopt : stopLooking();
    if (!isSameText) {
        if (isSameItem && item_ != nullptr) {
            before_ = item_;
            wasSigning_ = wasSigning_ || signing_.has_value();
        } else if (!isSameItem) {
            before_.reset();
            wasSigning_ = false;
        }
        forget();
    }
    open_ = open;
    if (isSameText)
        findings_.take(*open_);
    if (!isSameText && item != nullptr)
        begin(item);
    const bool isStale = leaveStaleSheet();
    if (looked)
        feed_.submit(*looked);
    describe();
    if (isStale)
        feed_.submit(desk::OpenItem{domain::ItemId(open_->id)});
    else if (!isSameText && mustSeeDifference() && std::exchange(wasSigning_, false))
        Q_EMIT differenceAsked();
}

void ReviewPresenter::begin(const std::shared_ptr<const domain::Item> &item)
{
    item_ = item;
    findings_.take(*open_);
    texts_ = std::make_unique<SourceTexts>(item_);
    copied_ = CopyForward(item_->proposal.sources);
    edits_.emplace(item_->proposal.draft);
    itemSince_ = elapsed();
    reading_.touch(elapsed());
    isDifferenceSeen_ = false;
    agentChanged_ = agents_.changeOf(item_->proposal);
    resume();
    Q_EMIT itemChanged();
}

void ReviewPresenter::forget()
{
    item_.reset();
    texts_.reset();
    copied_ = {};
    edits_.reset();
    draft_ = {};
    memo_.forget();
    pages_.clear();
    search_ = {};
    found_ = {};
    searchable_ = 0;
    searched_.clear();
    leavePlace();
    searchTimer_->stop();
    acknowledged_.clear();
    opened_.clear();
    seenPages_.clear();
    seen_.clear();
    raised_.reset();
    step_ = citation_ = 0;
    source_ = {};
    reading_ = {};
    isEditing_ = isWhole_ = false;
    whole_.clear();
    wholeCaret_.reset();
    findings_.forget();
    finding_ = {};
    isPastFindings_ = isAnswering_ = false;
    resumed_.reset();
    caret_ = scroll_ = 0;
    toldPlace_.clear();
    reasons_ = {};
    if (signing_)
        abandon();
}

void ReviewPresenter::describe()
{
    view_ = {};
    if (open_ == nullptr) {
        view_.sentence = words::nothingOpen();
    } else if (lacksLink()) {
        const AbsentItem absent = describeAbsentItem(feed_.snapshot().link, clock_.now());
        const bool isComing = feed_.snapshot().link.state == desk::LinkState::Online;
        view_.state = isComing ? ReviewView::State::Fetching : ReviewView::State::Refused;
        view_.sentence = absent.sentence;
        view_.wayOn = absent.wayOn;
    } else if (open_->refusal) {
        view_.state = ReviewView::State::Refused;
        view_.sentence = text::phrase(*open_->refusal);
    } else if (item_ == nullptr) {
        view_.state = ReviewView::State::Fetching;
        view_.sentence = words::fetching();
    } else {
        view_.state = ReviewView::State::Open;
        describeOpen();
    }
    Q_EMIT changed();
}

bool ReviewPresenter::lacksLink() const
{
    return open_ != nullptr && open_->refusal && open_->refusal->code == domain::RefusalCode::Offline;
}

void ReviewPresenter::goOnline()
{
    feed_.submit(desk::GoOnline{});
}

void ReviewPresenter::describeOpen()
{
    const DraftStep *const before = currentStep();
    const domain::StatementId inEditor =
        isEditing_ && !isWhole_ && before != nullptr ? before->statement : domain::StatementId{};
    draft_ = describeDraft({*edits_, *texts_, acknowledged_, inEditor, &copied_, &findings_, open_->riskiest, &memo_});
    step_ = std::min(step_, draft_.steps.empty() ? 0 : draft_.steps.size() - 1);
    // What this sends may be answered at once, and everything described anew: nothing of the draft is held meanwhile.
    if (source_.isEmpty())
        beginLooking();
    view_.header = words::header(*item_);
    QStringList changes;
    if (hasChangedUnderneath())
        changes << words::changedUnderneath();
    if (!agentChanged_.isEmpty())
        changes << agentChanged_;
    if (raised_) {
        view_.header.tier = tierMark(tier());
        changes << words::raised(item_->tier, tier());
    }
    view_.changed = changes.join(QLatin1Char(' '));
    view_.mustSeeDifference = mustSeeDifference();
    view_.draft = draft_.page;
    view_.hasEdits = edits_->isChanged();
    view_.isEditing = isEditing_;
    view_.asksForCitation = currentStep() != nullptr && currentStep()->asksForCitation;
    describeKeeping();
    if (isWhole_)
        describeWhole();
    if (const DraftStep *const step = currentStep()) {
        view_.currentBlock = step->block;
        const domain::Statement *const statement = domain::findStatement(edits_->draft(), step->statement);
        if (isEditing_ && !isWhole_ && statement != nullptr) {
            view_.editedBlock = step->block;
            view_.editedText = text::toQt(statement->text);
        }
    }
    view_.findings = describeFindings(findings_, finding_, isAnswering_);
    describeEvidence();
    describeFindingEvidence();
    describeHit();
    describeOrigin();
    view_.sources = words::sources(item_->proposal, opened_);
    view_.gap = words::contextGap(item_->proposal);
    describeSearch();
    describeBar();
}

const DraftStep *ReviewPresenter::currentStep() const
{
    return step_ < draft_.steps.size() ? &draft_.steps[step_] : nullptr;
}

// Nothing cited, what is cited not there, or one that a high tier asks to see; until acknowledged or seen.
bool ReviewPresenter::isUnresolved(const DraftStep &step) const
{
    if (step.asksForCitation)
        return true;
    if (step.statement.isEmpty() || step.isRemoved)
        return false;
    if (mustBeSeen(step.statement))
        return true;
    if (acknowledged_.contains(step.statement) || findings_.isDoubted(step.statement))
        return false; // its findings are gone through by themselves
    return isUnsupported(step.support);
}

bool ReviewPresenter::mustBeSeen(const domain::StatementId &statement) const
{
    return tier() >= domain::Tier::High && !seen_.contains(statement)
           && std::find(open_->mustSee.begin(), open_->mustSee.end(), statement) != open_->mustSee.end();
}

void ReviewPresenter::see(const domain::StatementId &statement, bool isSeen)
{
    if (isSeen ? !mustBeSeen(statement) : seen_.erase(statement) == 0)
        return;
    if (isSeen)
        seen_.insert(statement);
    feed_.submit(desk::SeeStatement{item_->id, statement, isSeen});
}

void ReviewPresenter::seeCurrent()
{
    const DraftStep *const step = currentStep();
    if (step == nullptr || step->statement.isEmpty() || !mustBeSeen(step->statement))
        return;
    const bool isBesideSource = citation_ < step->citations.size() && step->citations[citation_].sourceId == source_;
    if (isBesideSource && !isUnsupported(step->support))
        see(domain::StatementId(step->statement), true);
}

void ReviewPresenter::raiseTier()
{
    if (item_ == nullptr || tier() == domain::Tier::Critical)
        return;
    touch();
    raised_ = static_cast<domain::Tier>(static_cast<int>(tier()) + 1);
    describe();
}

std::size_t ReviewPresenter::unseenOfRaised() const
{
    if (!raised_ || item_->tier >= domain::Tier::High)
        return 0;
    return static_cast<std::size_t>(std::count_if(open_->mustSee.begin(), open_->mustSee.end(),
                                                  [&](const auto &statement) { return mustBeSeen(statement); }));
}

void ReviewPresenter::checkAndMove()
{
    const DraftStep *const step = currentStep();
    if (step != nullptr && isUnresolved(*step) && !acknowledged_.contains(step->statement))
        acknowledge();
    moveToUnresolved();
}

void ReviewPresenter::moveToRisk(int by)
{
    const auto &list = open_ == nullptr ? std::vector<domain::StatementId>{} : open_->riskiest;
    if (list.empty())
        return;
    const DraftStep *const step = currentStep();
    const auto at = step == nullptr ? list.end() : std::find(list.begin(), list.end(), step->statement);
    const auto count = static_cast<std::ptrdiff_t>(list.size());
    const auto next = at == list.end() ? (by > 0 ? 0 : count - 1) : (at - list.begin() + by + count) % count;
    const auto found = std::find_if(draft_.steps.begin(), draft_.steps.end(), [&](const DraftStep &each) {
        return each.statement == list[static_cast<std::size_t>(next)];
    });
    if (found != draft_.steps.end())
        moveTo(found->block);
}

void ReviewPresenter::touch()
{
    if (item_ != nullptr)
        reading_.touch(elapsed());
}

void ReviewPresenter::moveBy(int steps)
{
    if (draft_.steps.empty())
        return;
    const auto last = static_cast<std::ptrdiff_t>(draft_.steps.size()) - 1;
    const auto next = std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(step_) + steps, 0, last);
    moveTo(draft_.steps[static_cast<std::size_t>(next)].block);
}

void ReviewPresenter::moveTo(int block)
{
    seeCurrent(); // what is left was in view
    const auto found = std::find_if(draft_.steps.begin(), draft_.steps.end(),
                                    [&](const DraftStep &step) { return step.block == block; });
    if (found == draft_.steps.end())
        return;
    touch();
    const auto step = static_cast<std::size_t>(found - draft_.steps.begin());
    if (step != step_)
        citation_ = 0;
    step_ = step;
    finding_ = {};
    isAnswering_ = isPastFindings_ = false;
    leavePlace();
    if (!found->citations.empty())
        show(found->citations[std::min(citation_, found->citations.size() - 1)].sourceId);
    seeCurrent(); // and told before it is described
    describe();
    tellPlace();
}

void ReviewPresenter::acknowledge()
{
    const DraftStep *const step = currentStep();
    if (step == nullptr || step->statement.isEmpty() || step->isRemoved)
        return;
    touch();
    const domain::StatementId statement = step->statement;
    const bool isNow = acknowledged_.erase(statement) == 0;
    if (isNow)
        acknowledged_.insert(statement);
    see(statement, isNow);
    // A stop asks for an answer of its own.
    for (const domain::Finding *const finding : findings_.of(statement))
        if (finding->severity == domain::Severity::Warning && !answersTo(*finding).empty()
            && findings_.isAnswered(finding->id) != isNow)
            say(*finding, isNow ? std::optional(answered(*finding, "statement-acknowledged")) : std::nullopt);
    describe();
}

void ReviewPresenter::close()
{
    if (const auto looked = stopLooking())
        feed_.submit(*looked);
    feed_.submit(desk::CloseItem{});
}

} // namespace countersign::presenters
