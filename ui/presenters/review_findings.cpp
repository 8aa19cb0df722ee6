// Working through what the checks found: going to the next, answering it, citing what it lacks.
#include "ui/presenters/review_presenter.hpp"

#include "ui/presenters/review_words.hpp"
#include "ui/text/qt_text.hpp"

#include <algorithm>

namespace countersign::presenters
{

// Findings first, in their order; then the statements that nothing else has pointed at; then round again.
void ReviewPresenter::moveToUnresolved()
{
    const auto &list = findings_.list();
    const auto isOpen = [&](const domain::Finding &finding) { return findings_.isOpen(finding); };
    const bool isPast = isPastFindings_ || findings_.openCount() == 0;
    if (!isPast) {
        const auto at = std::find_if(list.begin(), list.end(), [&](const auto &each) { return each.id == finding_; });
        const auto next = std::find_if(at == list.end() ? list.begin() : std::next(at), list.end(), isOpen);
        if (next != list.end())
            return goTo(*next);
    }
    // What rests on nothing, or on what is not there, comes before what is only to be looked at.
    const std::size_t from = isPast ? step_ + 1 : 0;
    const auto rests = [&](const DraftStep &step) { return isUnsupported(step.support); };
    if (moveToUnresolvedStep(from, rests))
        return;
    const bool hasMore = std::any_of(draft_.steps.begin(), draft_.steps.end(),
                                     [&](const DraftStep &step) { return rests(step) && isUnresolved(step); });
    const auto any = [](const DraftStep &) { return true; };
    if (!hasMore && moveToUnresolvedStep(from, any))
        return;
    if (const auto first = std::find_if(list.begin(), list.end(), isOpen); first != list.end())
        return goTo(*first);
    if (!moveToUnresolvedStep(0, rests))
        static_cast<void>(moveToUnresolvedStep(0, any));
}

bool ReviewPresenter::moveToUnresolvedStep(std::size_t from, const std::function<bool(const DraftStep &)> &isMeant)
{
    for (std::size_t step = from; step < draft_.steps.size(); ++step)
        if (isMeant(draft_.steps[step]) && isUnresolved(draft_.steps[step])) {
            moveTo(draft_.steps[step].block);
            isPastFindings_ = true;
            return true;
        }
    return false;
}

void ReviewPresenter::moveToFinding(int line)
{
    const auto index = static_cast<std::size_t>(line);
    if (line >= 0 && index < findings_.list().size())
        goTo(findings_.list()[index]);
}

// The statement that it is about, and the place in the source that speaks against it.
void ReviewPresenter::goTo(const domain::Finding &finding)
{
    touch();
    isPastFindings_ = false;
    isAnswering_ = false;
    const domain::FindingId id = finding.id;
    const auto step = std::find_if(draft_.steps.begin(), draft_.steps.end(), [&](const DraftStep &each) {
        return !each.statement.isEmpty() && each.statement == finding.statementId;
    });
    if (step != draft_.steps.end()) {
        step_ = static_cast<std::size_t>(step - draft_.steps.begin());
        citation_ = 0;
        if (isWhole_)
            wholeCaret_ = caretOf(step->statement, 0);
        if (!step->citations.empty())
            show(step->citations.front().sourceId);
    }
    finding_ = id;
    if (const domain::Finding *const found = findings_.find(id); found != nullptr && !found->sourceId.isEmpty())
        show(found->sourceId);
    seeCurrent();
    describe();
}

void ReviewPresenter::moveToNeed()
{
    const auto &list = findings_.list();
    const auto open = std::find_if(list.begin(), list.end(), [&](const domain::Finding &finding) {
        return finding.severity == domain::Severity::Stop && findings_.isOpen(finding);
    });
    if (open != list.end())
        return goTo(*open);
    const auto unseen = std::find_if(draft_.steps.begin(), draft_.steps.end(), [&](const DraftStep &step) {
        return !step.statement.isEmpty() && mustBeSeen(step.statement);
    });
    if (unseen != draft_.steps.end())
        return moveTo(unseen->block);
    const auto asking = std::find_if(draft_.steps.begin(), draft_.steps.end(),
                                     [](const DraftStep &step) { return step.asksForCitation; });
    if (asking != draft_.steps.end())
        moveTo(asking->block);
}

void ReviewPresenter::askAnswer()
{
    const domain::Finding *const finding = findings_.find(finding_);
    if (finding == nullptr || answersTo(*finding).empty())
        return;
    touch();
    if (findings_.isAnswered(finding_))
        return say(*finding, std::nullopt);
    isAnswering_ = !isAnswering_;
    describe();
}

void ReviewPresenter::leaveAnswer()
{
    if (!std::exchange(isAnswering_, false))
        return;
    describe();
}

bool ReviewPresenter::answer(int key)
{
    const domain::Finding *const finding = findings_.find(finding_);
    if (!isAnswering_ || finding == nullptr)
        return false;
    const auto answers = answersTo(*finding);
    if (key < 1 || static_cast<std::size_t>(key) > answers.size())
        return false;
    touch();
    isAnswering_ = false;
    say(*finding, answered(*finding, answers[static_cast<std::size_t>(key) - 1].reason));
    moveToUnresolved();
    return true;
}

void ReviewPresenter::say(const domain::Finding &finding, const std::optional<domain::FindingView> &answer)
{
    const domain::FindingId id = finding.id;
    const domain::StatementId statement = finding.statementId;
    findings_.answer(id, answer);
    desk::ResolveFinding told;
    told.item = item_->id;
    told.finding = id;
    if (answer) {
        told.resolution = answer->resolution;
        told.reason = answer->reason;
    }
    feed_.submit(std::move(told));
    if (answer && !statement.isEmpty())
        see(statement, true); // who answers what is said of it has looked at it
    describe();
}

// What is looked at in the source becomes a citation of the statement, if the source really says so.
bool ReviewPresenter::cite(const QString &words)
{
    const DraftStep *const step = currentStep();
    if (step == nullptr || step->statement.isEmpty() || step->isRemoved || !view_.bar.canEdit)
        return false;
    domain::QuoteSelector quote;
    quote.exact = text::toUtf8(words.trimmed());
    const domain::Citation citation{source_, quote};
    if (quote.exact.empty() || texts_->locate(citation).support != Support::Quoted)
        return false;
    touch();
    edits_->cite(step->statement, citation);
    texts_->forgetSupport(step->statement.text());
    tellEdits();
    describe();
    return true;
}

} // namespace countersign::presenters
