// From a wish to a signed decision: what is offered, what it still needs, the command that it becomes.
#include "ui/presenters/review_presenter.hpp"

#include "ui/presenters/edit_reasons.hpp"
#include "ui/presenters/review_display_model.hpp"
#include "ui/presenters/review_words.hpp"
#include "ui/presenters/sign_view.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"

#include <algorithm>

namespace countersign::presenters
{

void ReviewPresenter::describeBar()
{
    BarView &bar = view_.bar;
    const auto unresolved = static_cast<std::ptrdiff_t>(findings_.openCount())
                            + std::count_if(draft_.steps.begin(), draft_.steps.end(),
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
    if (button.isOffered && !offer->needs.empty()) {
        QStringList needs;
        for (const domain::Refusal &need : offer->needs)
            needs << text::phrase(need);
        button.needs = needs.join(QLatin1Char(' '));
    }
    const auto asking = std::count_if(draft_.steps.begin(), draft_.steps.end(),
                                      [](const DraftStep &step) { return step.asksForCitation; });
    if (wish == Wish::Approve && button.isOffered && button.needs.isEmpty() && asking > 0)
        button.needs = words::needCitations(static_cast<int>(asking));
    button.next = words::next(verdict, item_->proposal.action);
    if (const std::size_t unseen = wish == Wish::Approve && button.isOffered ? unseenOfRaised() : 0; unseen > 0)
        button.needs = text::phrase(domain::Refusal{domain::RefusalCode::StatementsUnseen, std::to_string(unseen)});
    if (wish == Wish::Approve && button.isOffered && mustSeeDifference())
        button.needs = words::mustSeeDifference();
    if (wish == Wish::Approve && button.isOffered && edits_->hasEmptyStatement()) {
        button.isOffered = false;
        button.why = text::phrase(domain::Refusal{domain::RefusalCode::EmptyStatement, {}});
    }
    return button;
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
                            step == nullptr ? nullptr : domain::findStatement(item_->proposal.draft, step->statement),
                            wish == Wish::Respond ? words::question(item_->proposal) : QString(),
                            words::next(verdictFor(wish), item_->proposal.action));
    // Who stands at a finding rejects because of it.
    const domain::Finding *const finding = findings_.find(finding_);
    reasons_.setForStatement(finding != nullptr && !finding->statementId.isEmpty());
    return true;
}

std::optional<SignView> ReviewPresenter::prepare(Wish wish)
{
    if (!mayDecide(wish) || !buttonFor(wish).needs.isEmpty())
        return std::nullopt;
    if (wish == Wish::Approve)
        reasons_ = {};
    else if (wish != wish_ || !reasons_.isComplete())
        return std::nullopt;
    touch();
    wish_ = wish;
    isEditing_ = isWhole_ = false;
    describe();
    signing_ = describeSigning({*open_, *item_, *edits_, *offerOf(verdictFor(wish)), reasons_.reasons(),
                                reasons_.comment(), feed_.snapshot().session, clock_.now(), texts_.get()});
    suggested_.clear();
    if (verdictFor(wish) == domain::Verdict::ApproveEdited)
        suggested_ = suggestedReasons(edits_->original(), edits_->changes());
    signing_->suggested = reasonLines(suggested_, *edits_);
    signing_->next =
        wish == Wish::Approve ? words::next(verdictFor(wish), item_->proposal.action) : reasons_.describe().next;
    if (tier() >= domain::Tier::High && !freshness_.isLive)
        signing_->stale = words::notFresh(freshness_);
    askIdentity();
    notePace();
    return signing_;
}

void ReviewPresenter::sign(SecretBytes password, const QString &signer)
{
    if (!signing_ || signing_->isBusy || item_ == nullptr || password.isEmpty() || !signing_->isIdentified
        || !signing_->credential.isPossible)
        return;
    touch();
    if (const auto looked = stopLooking())
        feed_.submit(*looked);
    desk::Decide decide;
    decide.item = item_->id;
    decide.verdict = verdictFor(wish_);
    decide.reasons = signing_->isConfirmed ? suggested_ : reasons_.reasons();
    decide.comment = reasons_.comment();
    if (decide.verdict == domain::Verdict::ApproveEdited)
        decide.edited = edits_->draft();
    decide.acknowledged.assign(acknowledged_.begin(), acknowledged_.end());
    decide.activeSeconds = reading_.seconds();
    decide.rendered = displayModelOf({*item_, *edits_, draft_.steps, acknowledged_, opened_, &findings_});
    recordPace(decide.rendered);
    decide.onBehalfOf = domain::ReviewerId(text::toUtf8(signing_->onBehalfOf));
    if (!decide.onBehalfOf.isEmpty())
        decide.rendered.push_back({.label = "signer", .text = text::toUtf8(signing_->signer)});
    decide.password = std::make_shared<SecretBytes>(std::move(password));
    decide.signingAs = domain::ReviewerId(text::toUtf8(signer));
    decide.isPin = signing_->credential.isPin;
    signing_->isBusy = true;
    signing_->trouble.clear();
    Q_EMIT signingChanged();
    feed_.submit(std::move(decide), this, [this](const desk::Reply &reply) { takeAnswer(reply); });
}

void ReviewPresenter::confirmReasons(bool isConfirmed)
{
    if (!signing_ || signing_->isBusy || signing_->suggested.isEmpty())
        return;
    touch();
    signing_->isConfirmed = isConfirmed;
    signing_->reasons = isConfirmed ? signing_->suggested : QStringList{};
    Q_EMIT signingChanged();
}

void ReviewPresenter::takeAnswer(const desk::Reply &reply)
{
    if (!signing_)
        return;
    signing_->isBusy = false;
    if (reply.refusal) {
        signing_->trouble = text::phrase(*reply.refusal);
        takeCredential(); // the session may have ended under the sheet
        Q_EMIT signingChanged();
        return;
    }
    const QString sentence = words::storedSentence(verdictFor(wish_));
    signing_.reset();
    if (item_)
        agents_.decided(item_->proposal);
    if (edits_ && item_)
        edits_.emplace(item_->proposal.draft); // what was edited is signed: nothing is lost by leaving
    describe();
    Q_EMIT signingChanged();
    Q_EMIT decided(sentence);
}

void ReviewPresenter::signFor(const QString &absent)
{
    if (!signing_ || signing_->isBusy)
        return;
    touch();
    const auto isOf = [&](const CoverChoice &choice) { return choice.id == absent; };
    if (std::ranges::none_of(signing_->covers, isOf))
        return;
    signing_->onBehalfOf = absent;
    signing_->signer = signerLine(feed_.snapshot().session, domain::ReviewerId(text::toUtf8(absent)));
    Q_EMIT signingChanged();
}

// A token may be put in while the sheet is open.
void ReviewPresenter::takeToken()
{
    if (!signing_ || signing_->isBusy)
        return;
    if (describeCredential(feed_.snapshot().session.signing.token) == signing_->credential)
        return;
    takeCredential();
    Q_EMIT signingChanged();
}

void ReviewPresenter::takeCredential()
{
    const auto &signing = feed_.snapshot().session.signing;
    signing_->credential = describeCredential(signing.token);
    signing_->asksId = signing.asksId;
}

void ReviewPresenter::abandon()
{
    signing_.reset();
    Q_EMIT signingChanged();
}

} // namespace countersign::presenters
