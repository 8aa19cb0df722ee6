// What happens around a signature: the item changes underneath it, the patient is named again, and how quickly it went.
#include "core/domain/names.hpp"
#include "ui/presenters/difference_page.hpp"
#include "ui/presenters/review_presenter.hpp"
#include "ui/presenters/review_words.hpp"
#include "ui/text/qt_text.hpp"

#include <algorithm>
#include <sstream>

namespace countersign::presenters
{
namespace
{

int wordsIn(const domain::Draft &draft)
{
    int words = 0;
    for (const domain::Section &section : domain::sectionsOf(draft))
        for (const domain::Statement &statement : section.statements) {
            std::istringstream stream(statement.text);
            for (std::string word; stream >> word;)
                ++words;
        }
    return words;
}

} // namespace

void ReviewPresenter::setPreferences(const Preferences &preferences)
{
    agents_ = AgentMemory(preferences);
}

void ReviewPresenter::setLookalike(std::function<bool(const domain::ItemSummary &)> hasLookalike)
{
    hasLookalike_ = std::move(hasLookalike);
}

// A version that is no longer the newest is not signed: the sheet goes, and the newest is asked for.
bool ReviewPresenter::leaveStaleSheet()
{
    const bool isStale = open_ != nullptr && item_ != nullptr && open_->refusal
                         && open_->refusal->code == domain::RefusalCode::ItemChanged;
    if (!isStale)
        return false;
    if (signing_)
        dropSheet();
    return true;
}

void ReviewPresenter::dropSheet()
{
    wasSigning_ = true;
    abandon();
}

bool ReviewPresenter::mustSeeDifference() const
{
    return hasChangedUnderneath() && !isDifferenceSeen_;
}

bool ReviewPresenter::hasChangedUnderneath() const
{
    return before_ != nullptr && item_ != nullptr && before_->digest != item_->digest;
}

TextPage ReviewPresenter::difference()
{
    if (!hasChangedUnderneath())
        return {};
    isDifferenceSeen_ = true;
    describe();
    return describeDifference(*before_, *item_);
}

void ReviewPresenter::askIdentity()
{
    const domain::Patient &patient = item_->proposal.patient;
    const bool hasLookalike = hasLookalike_ && open_->summary != nullptr && hasLookalike_(*open_->summary);
    if (wish_ != Wish::Approve || !identity_.isAsked(patient, tier(), hasLookalike, elapsed()))
        return;
    signing_->identityAsked = identityQuestion(patient);
    signing_->isIdentified = false;
}

void ReviewPresenter::identify(const QString &typed)
{
    if (!signing_ || signing_->isBusy || signing_->identityAsked.isEmpty())
        return;
    touch();
    const domain::Patient &patient = item_->proposal.patient;
    signing_->isIdentified = identity_.answer(patient, typed, elapsed());
    const auto length = std::count_if(typed.begin(), typed.end(), [](QChar c) { return c.isLetterOrNumber(); });
    signing_->identityWrong =
        !signing_->isIdentified && length >= answerLength(patient) ? words::identityWrong() : QString();
    Q_EMIT signingChanged();
}

void ReviewPresenter::notePace()
{
    if (wish_ != Wish::Approve)
        return;
    pace_ = {reading_.seconds(), wordsIn(item_->proposal.draft), !opened_.empty(), tier()};
    signing_->fast = words::fastDecision(pace_);
}

// What was said of the pace, and the tier that the person gave it, were on the screen: they are signed with it.
void ReviewPresenter::recordPace(domain::DisplayModel &rendered) const
{
    if (!signing_->stale.isEmpty())
        rendered.push_back(
            {.label = "notice.notFresh",
             .text = freshness_.liveUntil ? formatInstant(*freshness_.liveUntil) : std::string("never")});
    for (const domain::Reason &reason : suggested_) // what the edits were taken for, and whether the person agreed
        rendered.push_back(
            {.label = "edit.suggested:" + reason.code, .text = signing_->isConfirmed ? "given" : "not given"});
    if (raised_)
        rendered.push_back({.label = "tier.raised", .text = std::string(domain::name(tier()))});
    if (!signing_->fast.isEmpty())
        rendered.push_back({.label = "notice.fastDecision",
                            .text = std::to_string(pace_.seconds) + " s, " + std::to_string(pace_.words) + " words, "
                                    + (pace_.hasOpenedSource ? "sources opened" : "no source opened")});
}

} // namespace countersign::presenters
