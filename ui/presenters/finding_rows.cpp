#include "ui/presenters/finding_rows.hpp"

#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace countersign::presenters
{
namespace
{

using domain::FindingView;
using domain::ResolvableBy;
using domain::Severity;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FindingPanel)
};

FindingLine::Weight weightOf(Severity severity)
{
    switch (severity) {
    case Severity::Stop:
        return FindingLine::Weight::Stop;
    case Severity::Warning:
        return FindingLine::Weight::Warning;
    case Severity::Info:
        break;
    }
    return FindingLine::Weight::Info;
}

bool canBe(const domain::Finding &finding, ResolvableBy way)
{
    return std::find(finding.resolvableBy.begin(), finding.resolvableBy.end(), way) != finding.resolvableBy.end();
}

QString nameOfSide(const std::string &side)
{
    if (side == "draft")
        return Words::tr("draft");
    if (side == "source" || side == "expected" || side == "closest")
        return Words::tr("source");
    if (side == "allergy")
        return Words::tr("allergy");
    if (side == "ingredient")
        return Words::tr("ingredient");
    if (side == "criterion")
        return Words::tr("criterion");
    if (side == "reaction")
        return Words::tr("reaction");
    return text::shownOnOneLine(side);
}

QString titleOf(const FindingReading &reading)
{
    if (!reading.isChecked())
        return Words::tr("Being checked");
    if (reading.list().empty())
        return Words::tr("No mismatches found by automatic checks");
    return Words::tr("%n findings of automatic checks", nullptr, static_cast<int>(reading.list().size()));
}

// The ways out that have a key of their own.
QString waysOf(const domain::Finding &finding, bool isAnswered)
{
    QStringList ways;
    if (isAnswered)
        return Words::tr("A take the answer back");
    if (!answersTo(finding).empty())
        ways << Words::tr("A answer");
    if (canBe(finding, ResolvableBy::Edit))
        ways << Words::tr("I edit");
    if (canBe(finding, ResolvableBy::Cite))
        ways << Words::tr("C cite");
    if (canBe(finding, ResolvableBy::Reject))
        ways << Words::tr("Ctrl+R reject");
    return ways.join(QStringLiteral("  \u00b7  "));
}

} // namespace

void FindingReading::take(const desk::OpenItemView &open)
{
    findings_ = open.findings;
    answers_ = open.resolutions;
    std::erase_if(pending_, [&](const auto &said) {
        const auto known = answers_.find(said.first);
        return said.second ? known != answers_.end() && known->second == *said.second : known == answers_.end();
    });
    for (const auto &[id, said] : pending_) {
        if (said)
            answers_[id] = *said;
        else
            answers_.erase(id);
    }
}

const std::vector<domain::Finding> &FindingReading::list() const
{
    static const std::vector<domain::Finding> none;
    return findings_ == nullptr ? none : findings_->list;
}

const domain::Finding *FindingReading::find(const domain::FindingId &id) const
{
    const auto found =
        std::find_if(list().begin(), list().end(), [&](const auto &finding) { return finding.id == id; });
    return found == list().end() ? nullptr : &*found;
}

bool FindingReading::isOpen(const domain::Finding &finding) const
{
    return finding.severity != Severity::Info && !isAnswered(finding.id);
}

std::size_t FindingReading::openCount() const
{
    return static_cast<std::size_t>(
        std::count_if(list().begin(), list().end(), [&](const auto &finding) { return isOpen(finding); }));
}

std::vector<const domain::Finding *> FindingReading::of(const domain::StatementId &statement) const
{
    std::vector<const domain::Finding *> found;
    for (const domain::Finding &finding : list())
        if (!statement.isEmpty() && finding.statementId == statement)
            found.push_back(&finding);
    return found;
}

bool FindingReading::isDoubted(const domain::StatementId &statement) const
{
    const auto found = of(statement);
    return std::any_of(found.begin(), found.end(),
                       [](const domain::Finding *finding) { return finding->severity != Severity::Info; });
}

bool FindingReading::isKnownMyself(const domain::StatementId &statement) const
{
    const auto found = of(statement);
    return std::any_of(found.begin(), found.end(), [&](const domain::Finding *finding) {
        const auto said = answers_.find(finding->id);
        return said != answers_.end() && said->second.reason == "own-knowledge";
    });
}

void FindingReading::answer(const domain::FindingId &id, const std::optional<domain::FindingView> &answer)
{
    pending_[id] = answer;
    if (answer)
        answers_[id] = *answer;
    else
        answers_.erase(id);
}

std::vector<FindingAnswer> answersTo(const domain::Finding &finding)
{
    std::vector<FindingAnswer> answers;
    if (canBe(finding, ResolvableBy::Acknowledge))
        answers = {{"seen-elsewhere", ResolvableBy::Acknowledge},
                   {"not-relevant", ResolvableBy::Acknowledge},
                   {"mistaken", ResolvableBy::Acknowledge}};
    if (canBe(finding, ResolvableBy::OwnKnowledge))
        answers.push_back({"own-knowledge", ResolvableBy::OwnKnowledge});
    return answers;
}

FindingView answered(const domain::Finding &finding, std::string_view reason)
{
    const bool isStop = finding.severity == Severity::Stop;
    return {finding.id, isStop ? FindingView::Resolution::Overridden : FindingView::Resolution::Dismissed,
            std::string(reason)};
}

QString sidesOf(const domain::Finding &finding)
{
    constexpr qsizetype sidesMax = 2; // a mismatch has two; what else was noted is in the record
    QStringList sides, said;
    for (const auto &[side, value] : finding.values) {
        const QString shown = text::shownOnOneLine(value);
        if (side == "about") { // of the draft's word; the passage has none
            sides << Words::tr("cited: no word of it");
            break;
        }
        if (value.empty() || sides.size() >= sidesMax || said.contains(shown, Qt::CaseInsensitive))
            continue; // "draft: Albuterol", and an ingredient of that very name, is no mismatch
        said << shown;
        sides << Words::tr("%1: %2").arg(nameOfSide(side), shown);
    }
    return sides.join(QStringLiteral(" \u21c4 "));
}

FindingPanel describeFindings(const FindingReading &reading, const domain::FindingId &current, bool isAnswering)
{
    FindingPanel panel;
    panel.title = titleOf(reading);
    for (const domain::Finding &finding : reading.list()) {
        FindingLine line;
        line.id = text::toQt(finding.id.text());
        line.weight = weightOf(finding.severity);
        line.severity = text::phrase(finding.severity);
        line.what = text::findingTitle(finding.code);
        line.sides = sidesOf(finding);
        if (finding.code.starts_with("omitted-"))
            line.group = Words::tr("In the sources, not in the draft");
        if (const auto answer = reading.answers().find(finding.id); answer != reading.answers().end())
            line.answer = text::findingAnswer(answer->second.reason);
        if (finding.id == current)
            panel.current = static_cast<int>(panel.lines.size());
        panel.lines.push_back(std::move(line));
    }
    const domain::Finding *const at = reading.find(current);
    if (at == nullptr)
        return panel;
    panel.ways = waysOf(*at, reading.isAnswered(at->id));
    if (!isAnswering)
        return panel;
    int key = 0;
    for (const FindingAnswer &answer : answersTo(*at))
        panel.answers.push_back({text::toQt(answer.reason), text::findingAnswer(answer.reason), ++key, false});
    return panel;
}

} // namespace countersign::presenters
