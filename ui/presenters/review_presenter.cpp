#include "ui/presenters/review_presenter.hpp"

#include "ui/presenters/review_display_model.hpp"
#include "ui/presenters/review_words.hpp"
#include "ui/presenters/sign_view.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"

#include <algorithm>

namespace countersign::presenters
{

ReviewPresenter::ReviewPresenter(DeskFeed &feed, Clock clock, QObject *parent)
    : QObject(parent), feed_(feed), clock_(std::move(clock))
{
    connect(&feed_, &DeskFeed::changed, this, &ReviewPresenter::take);
    describe();
    take();
}

void ReviewPresenter::take()
{
    const auto open = feed_.snapshot().open;
    if (open == open_)
        return;
    const auto item = open ? open->item : nullptr;
    const bool isSameItem = open && open_ && open->id == open_->id;
    const bool isSameText = isSameItem && item && item_ && item->digest == item_->digest;
    // What is sent may be answered at once: everything is in its place before.
    const auto looked = isSameText ? std::nullopt : stopLooking();
    if (!isSameText) {
        const bool hasChangedUnderneath = isSameItem && item_ != nullptr;
        forget();
        hasChangedUnderneath_ = hasChangedUnderneath;
    }
    open_ = open;
    if (!isSameText && item != nullptr)
        begin(item);
    if (looked)
        feed_.submit(*looked);
    describe();
}

void ReviewPresenter::begin(const std::shared_ptr<const domain::Item> &item)
{
    item_ = item;
    texts_ = std::make_unique<SourceTexts>(item_);
    edits_.emplace(item_->proposal.draft);
    itemSince_ = elapsed();
    reading_.touch(elapsed());
}

void ReviewPresenter::forget()
{
    item_.reset();
    texts_.reset();
    edits_.reset();
    draft_ = {};
    pages_.clear();
    acknowledged_.clear();
    opened_.clear();
    step_ = citation_ = 0;
    source_ = {};
    reading_ = {};
    isEditing_ = hasChangedUnderneath_ = false;
    reasons_ = {};
    if (signing_)
        abandon();
}

void ReviewPresenter::describe()
{
    view_ = {};
    if (open_ == nullptr) {
        view_.sentence = words::nothingOpen();
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

void ReviewPresenter::describeOpen()
{
    const DraftStep *const before = currentStep();
    const domain::StatementId inEditor = isEditing_ && before != nullptr ? before->statement : domain::StatementId{};
    draft_ = describeDraft({*edits_, *texts_, acknowledged_, inEditor});
    step_ = std::min(step_, draft_.steps.empty() ? 0 : draft_.steps.size() - 1);
    view_.header = words::header(*item_);
    if (hasChangedUnderneath_)
        view_.changed = words::changedUnderneath();
    view_.draft = draft_.page;
    view_.hasEdits = edits_->isChanged();
    view_.isEditing = isEditing_;
    if (const DraftStep *const step = currentStep()) {
        view_.currentBlock = step->block;
        const domain::Statement *const statement = domain::findStatement(edits_->draft(), step->statement);
        if (isEditing_ && statement != nullptr) {
            view_.editedBlock = step->block;
            view_.editedText = text::toQt(statement->text);
        }
    }
    describeEvidence();
    view_.sources = words::sources(item_->proposal, opened_);
    view_.unread = static_cast<int>(
        std::count_if(view_.sources.begin(), view_.sources.end(), [](const SourceRow &row) { return !row.isRead; }));
    describeBar();
}

void ReviewPresenter::describeEvidence()
{
    EvidenceView &view = view_.evidence;
    const DraftStep *const step = currentStep();
    const std::size_t count = step == nullptr ? 0 : step->citations.size();
    citation_ = count == 0 ? 0 : std::min(citation_, count - 1);
    const bool isCited = count > 0 && step->citations[citation_].sourceId == source_;
    if (source_.isEmpty() && count > 0)
        show(step->citations[citation_].sourceId);
    else if (source_.isEmpty() && !item_->proposal.sources.empty())
        show(item_->proposal.sources.front().id);
    const domain::Source *const source = domain::findSource(item_->proposal, source_);
    if (source == nullptr) {
        view.notice = words::noSources();
        return;
    }
    view.sourceId = text::toQt(source->id.text());
    view.title = text::shownOnOneLine(source->title);
    view.detail = words::sourceDetail(*source);
    const auto [page, isNew] = pages_.try_emplace(source->id);
    if (isNew)
        page->second = describeSource(*source, *texts_);
    view.page.blocks = page->second.blocks;
    if (count == 0) {
        view.notice = step != nullptr && step->support == Support::Uncited ? words::nothingCited() : QString();
        return;
    }
    view.position = words::citationPosition(citation_, count);
    view.hasPrevious = citation_ > 0;
    view.hasNext = citation_ + 1 < count;
    if (!isCited && step->citations[citation_].sourceId != source_)
        return;
    const CitedPlace place = texts_->locate(step->citations[citation_]);
    view.page.marks = markCited(page->second, *source, place, *texts_);
    view.isNoticeGrave = place.support == Support::NotFound;
    view.notice = words::placeNotice(place, !view.page.marks.empty());
}

void ReviewPresenter::describeBar()
{
    BarView &bar = view_.bar;
    const auto unresolved = std::count_if(draft_.steps.begin(), draft_.steps.end(),
                                          [&](const DraftStep &step) { return isUnresolved(step); });
    bar.toLookAt = words::toLookAt(static_cast<int>(unresolved));
    bar.hasNext = unresolved > 0;
    bar.approve = buttonFor(Wish::Approve);
    bar.reject = buttonFor(Wish::Reject);
    bar.returns = buttonFor(Wish::Return);
    bar.respond = buttonFor(Wish::Respond);
    bar.escalate = buttonFor(Wish::Escalate);
    const desk::VerdictOffer *const edited = offerOf(domain::Verdict::ApproveEdited);
    bar.canEdit = edits_->isEditable() && edited != nullptr && !edited->refusal;
    if (!edits_->isEditable())
        bar.whyNotEdit = text::phrase(domain::Refusal{domain::RefusalCode::ToolCallNotEditable, {}});
    else if (edited == nullptr || edited->refusal)
        bar.whyNotEdit = edited == nullptr ? words::notOffered() : text::phrase(*edited->refusal);
    bar.sentence = words::barSentence(bar);
}

WishButton ReviewPresenter::buttonFor(Wish wish) const
{
    WishButton button;
    const domain::Verdict verdict = verdictFor(wish);
    const desk::VerdictOffer *const offer = offerOf(verdict);
    button.label = words::wishLabel(wish, verdict, item_->proposal.action.type);
    button.isShown = offer != nullptr || wish == Wish::Approve;
    button.isOffered = offer != nullptr && !offer->refusal;
    if (!button.isOffered)
        button.why = offer == nullptr ? words::notOffered() : text::phrase(*offer->refusal);
    if (wish == Wish::Approve && button.isOffered && edits_->hasEmptyStatement()) {
        button.isOffered = false;
        button.why = text::phrase(domain::Refusal{domain::RefusalCode::EmptyStatement, {}});
    }
    return button;
}

const DraftStep *ReviewPresenter::currentStep() const
{
    return step_ < draft_.steps.size() ? &draft_.steps[step_] : nullptr;
}

// Nothing cited, a quote that is not there, or a high tier that asks for every statement; until acknowledged.
bool ReviewPresenter::isUnresolved(const DraftStep &step) const
{
    if (step.statement.isEmpty() || step.isRemoved || acknowledged_.contains(step.statement))
        return false;
    return step.support == Support::Uncited || step.support == Support::NotFound
           || (item_->tier >= domain::Tier::High && step.support != Support::None);
}

domain::Verdict ReviewPresenter::verdictFor(Wish wish) const
{
    if (wish != Wish::Approve)
        return verdictOf(wish, false);
    const desk::VerdictOffer *const approve = offerOf(domain::Verdict::Approve);
    const desk::VerdictOffer *const cosign = offerOf(domain::Verdict::Cosign);
    const bool isCosigned = cosign != nullptr && !cosign->refusal && (approve == nullptr || approve->refusal);
    return isCosigned ? domain::Verdict::Cosign : verdictOf(wish, edits_ && edits_->isChanged());
}

const desk::VerdictOffer *ReviewPresenter::offerOf(domain::Verdict verdict) const
{
    if (open_ == nullptr)
        return nullptr;
    const auto found = std::find_if(open_->offers.begin(), open_->offers.end(),
                                    [&](const desk::VerdictOffer &offer) { return offer.verdict == verdict; });
    return found == open_->offers.end() ? nullptr : &*found;
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
    const auto found = std::find_if(draft_.steps.begin(), draft_.steps.end(),
                                    [&](const DraftStep &step) { return step.block == block; });
    if (found == draft_.steps.end())
        return;
    touch();
    const auto step = static_cast<std::size_t>(found - draft_.steps.begin());
    if (step != step_)
        citation_ = 0;
    step_ = step;
    if (!found->citations.empty())
        show(found->citations[std::min(citation_, found->citations.size() - 1)].sourceId);
    describe();
}

void ReviewPresenter::moveToUnresolved()
{
    for (std::size_t i = 1; i <= draft_.steps.size(); ++i) {
        const DraftStep &step = draft_.steps[(step_ + i) % draft_.steps.size()];
        if (isUnresolved(step))
            return moveTo(step.block);
    }
}

void ReviewPresenter::acknowledge()
{
    const DraftStep *const step = currentStep();
    if (step == nullptr || step->statement.isEmpty() || step->isRemoved)
        return;
    touch();
    if (!acknowledged_.erase(step->statement))
        acknowledged_.insert(step->statement);
    describe();
}

void ReviewPresenter::stepCitation(int by)
{
    const DraftStep *const step = currentStep();
    if (step == nullptr || step->citations.empty())
        return;
    touch();
    const auto last = static_cast<std::ptrdiff_t>(step->citations.size()) - 1;
    citation_ =
        static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(citation_) + by, 0, last));
    show(step->citations[citation_].sourceId);
    describe();
}

void ReviewPresenter::showSource(const QString &id)
{
    if (item_ == nullptr)
        return;
    touch();
    show(domain::SourceId{text::toUtf8(id)});
    describe();
}

void ReviewPresenter::close()
{
    if (const auto looked = stopLooking())
        feed_.submit(*looked);
    feed_.submit(desk::CloseItem{});
}

// Showing is told at once, for a policy that asks for it; how long, when the eye has gone elsewhere.
void ReviewPresenter::show(const domain::SourceId &source)
{
    if (source == source_ || domain::findSource(item_->proposal, source) == nullptr)
        return;
    const auto looked = stopLooking();
    source_ = source;
    sourceSince_ = elapsed();
    opened_.insert(source);
    if (looked)
        feed_.submit(*looked);
    feed_.submit(desk::ShowEvidence{item_->id, source, 0});
}

// What is to be told of the source that was looked at until now.
std::optional<desk::ShowEvidence> ReviewPresenter::stopLooking()
{
    if (item_ == nullptr || source_.isEmpty())
        return std::nullopt;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(elapsed() - sourceSince_).count();
    sourceSince_ = elapsed();
    return seconds > 0 ? std::optional{desk::ShowEvidence{item_->id, source_, seconds}} : std::nullopt;
}

void ReviewPresenter::edit()
{
    if (item_ == nullptr || !view_.bar.canEdit)
        return;
    touch();
    isEditing_ = true;
    const DraftStep *const step = currentStep();
    if (step != nullptr && step->isRemoved)
        edits_->restore(step->statement);
    describe();
}

void ReviewPresenter::setEditedText(const QString &text)
{
    const DraftStep *const step = currentStep();
    if (!isEditing_ || step == nullptr || step->statement.isEmpty())
        return;
    touch();
    edits_->setText(step->statement, text::toUtf8(text));
    acknowledged_.erase(step->statement);
    describe();
}

void ReviewPresenter::stopEditing()
{
    isEditing_ = false;
    describe();
}

void ReviewPresenter::addStatement()
{
    const DraftStep *const step = currentStep();
    if (step == nullptr || step->statement.isEmpty() || !view_.bar.canEdit)
        return;
    const domain::StatementId added = edits_->addAfter(step->statement);
    if (added.isEmpty())
        return;
    describe();
    const auto found = std::find_if(draft_.steps.begin(), draft_.steps.end(),
                                    [&](const DraftStep &s) { return s.statement == added; });
    isEditing_ = true;
    moveTo(found->block);
}

void ReviewPresenter::removeStatement()
{
    const DraftStep *const step = currentStep();
    if (step == nullptr || step->statement.isEmpty() || !view_.bar.canEdit)
        return;
    touch();
    isEditing_ = false;
    edits_->remove(step->statement);
    describe();
}

void ReviewPresenter::restoreStatement()
{
    const DraftStep *const step = currentStep();
    if (step == nullptr || step->statement.isEmpty())
        return;
    touch();
    isEditing_ = false;
    edits_->restore(step->statement);
    describe();
}

void ReviewPresenter::discardEdits()
{
    if (item_ == nullptr)
        return;
    isEditing_ = false;
    edits_.emplace(item_->proposal.draft);
    describe();
}

bool ReviewPresenter::mayDecide(Wish wish) const
{
    return item_ != nullptr && elapsed() - itemSince_ >= deadTime && buttonFor(wish).isOffered;
}

bool ReviewPresenter::chooseReasons(Wish wish)
{
    if (!mayDecide(wish))
        return false;
    touch();
    wish_ = wish;
    const DraftStep *const step = currentStep();
    reasons_ = ReasonChoice(item_->proposal.draft, wish,
                            step == nullptr ? nullptr : domain::findStatement(item_->proposal.draft, step->statement));
    return true;
}

std::optional<SignView> ReviewPresenter::prepare(Wish wish)
{
    if (!mayDecide(wish))
        return std::nullopt;
    if (wish == Wish::Approve)
        reasons_ = {};
    else if (wish != wish_ || !reasons_.isComplete())
        return std::nullopt;
    touch();
    wish_ = wish;
    isEditing_ = false;
    describe();
    signing_ = describeSigning({*open_, *item_, *edits_, *offerOf(verdictFor(wish)), reasons_.reasons(),
                                reasons_.comment(), feed_.snapshot().session, clock_.now()});
    return signing_;
}

void ReviewPresenter::sign(SecretBytes password)
{
    if (!signing_ || signing_->isBusy || item_ == nullptr || password.isEmpty())
        return;
    touch();
    if (const auto looked = stopLooking())
        feed_.submit(*looked);
    desk::Decide decide;
    decide.item = item_->id;
    decide.verdict = verdictFor(wish_);
    decide.reasons = reasons_.reasons();
    decide.comment = reasons_.comment();
    if (decide.verdict == domain::Verdict::ApproveEdited)
        decide.edited = edits_->draft();
    decide.acknowledged.assign(acknowledged_.begin(), acknowledged_.end());
    decide.activeSeconds = reading_.seconds();
    decide.rendered = displayModelOf({*item_, *edits_, draft_.steps, acknowledged_, opened_});
    decide.password = std::make_shared<SecretBytes>(std::move(password));
    signing_->isBusy = true;
    signing_->trouble.clear();
    Q_EMIT signingChanged();
    feed_.submit(std::move(decide), this, [this](const desk::Reply &reply) { takeAnswer(reply); });
}

void ReviewPresenter::takeAnswer(const desk::Reply &reply)
{
    if (!signing_)
        return;
    signing_->isBusy = false;
    if (reply.refusal) {
        signing_->trouble = text::phrase(*reply.refusal);
        Q_EMIT signingChanged();
        return;
    }
    const QString sentence = words::storedSentence(verdictFor(wish_));
    signing_.reset();
    if (edits_ && item_)
        edits_.emplace(item_->proposal.draft); // what was edited is signed: nothing is lost by leaving
    describe();
    Q_EMIT signingChanged();
    Q_EMIT decided(sentence);
}

void ReviewPresenter::abandon()
{
    signing_.reset();
    Q_EMIT signingChanged();
}

} // namespace countersign::presenters
