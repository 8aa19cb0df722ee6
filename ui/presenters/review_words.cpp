#include "ui/presenters/review_words.hpp"

#include "ui/text/qt_text.hpp"
#include "ui/text/times.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>

namespace countersign::presenters::words
{
namespace
{

struct Review {
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Kind = domain::Source::Kind;

constexpr std::array everyKind{Kind::Document, Kind::Image,      Kind::Fhir,      Kind::Note,
                               Kind::Message,  Kind::Transcript, Kind::Guideline, Kind::PayerPolicy};

QString counted(Kind kind, int count)
{
    switch (kind) {
    case Kind::Fhir:
        return Review::tr("%n chart records", nullptr, count);
    case Kind::Note:
        return Review::tr("%n notes", nullptr, count);
    case Kind::Transcript:
        return Review::tr("%n conversations", nullptr, count);
    case Kind::Document:
        return Review::tr("%n documents", nullptr, count);
    case Kind::Image:
        return Review::tr("%n images", nullptr, count);
    case Kind::Guideline:
        return Review::tr("%n guidelines", nullptr, count);
    case Kind::PayerPolicy:
        return Review::tr("%n payer policies", nullptr, count);
    case Kind::Message:
        return Review::tr("%n messages", nullptr, count);
    }
    return {};
}

int countUnread(const domain::Proposal &proposal, Kind kind)
{
    return static_cast<int>(
        std::count_if(proposal.sources.begin(), proposal.sources.end(),
                      [&](const domain::Source &source) { return !source.read && source.kind == kind; }));
}

QString dotted(const QStringList &parts)
{
    QStringList stated;
    for (const QString &part : parts)
        if (!part.isEmpty())
            stated << part;
    return stated.join(QStringLiteral(" \u00b7 "));
}

} // namespace

QString nothingOpen()
{
    return Review::tr("No item is open. Choose one in the queue.");
}

QString fetching()
{
    return Review::tr("The item is being fetched.");
}

QString changedUnderneath()
{
    return Review::tr("This item changed while you read it. What you see is the new version; your marks on the old one "
                      "are gone.");
}

QString keptEdits(bool isKept)
{
    return isKept ? Review::tr("Unsigned edits, kept on this machine") : Review::tr("Unsigned edits, not kept yet");
}

QString formerEdits(int changes)
{
    return Review::tr("You changed %n statements of an earlier version of this item and did not sign them.", nullptr,
                      changes);
}

QString needCitations(int statements)
{
    return Review::tr("%n edited statements need a citation.", nullptr, statements);
}

QString notOffered()
{
    return Review::tr("The policy does not offer this here.");
}

QString noSources()
{
    return Review::tr("The agent gave no source for this draft.");
}

QString nothingCited()
{
    return Review::tr("Nothing is cited for this statement. Judge it by what you know, or edit or remove it.");
}

QString citationPosition(std::size_t index, std::size_t count)
{
    return Review::tr("%1 of %2 cited").arg(index + 1).arg(count);
}

QString placeNotice(const CitedPlace &place, bool isMarked)
{
    if (place.support == Support::NotFound)
        return isMarked ? Review::tr("The quoted words are not in this source. Marked is where the agent points.")
                        : Review::tr("The quoted words are not in this source.");
    if (place.support == Support::Normalised)
        return Review::tr("Found, but not word for word: case, blanks or punctuation differ.");
    if (place.support == Support::Partly)
        return place.span ? Review::tr("Only a part of the quoted words is in this source. That part is marked.")
                          : Review::tr("The value that the agent gives does not stand at this place.");
    if (!isMarked)
        return Review::tr("The agent cites this source. The place cannot be shown.");
    return {};
}

QString toLookAt(int unresolved)
{
    return unresolved == 0 ? Review::tr("Nothing left to look at") : Review::tr("%n to look at", nullptr, unresolved);
}

QString wishLabel(Wish wish, domain::Verdict verdict, const domain::ActionType &type)
{
    switch (wish) {
    case Wish::Reject:
        return Review::tr("Reject…");
    case Wish::Return:
        return Review::tr("Return…");
    case Wish::Respond:
        return Review::tr("Respond…");
    case Wish::Escalate:
        return Review::tr("Escalate…");
    case Wish::Approve:
        break;
    }
    if (verdict == domain::Verdict::Cosign)
        return Review::tr("Co-sign…");
    if (type.text().starts_with("note."))
        return Review::tr("Sign and file…");
    if (type.text().starts_with("prior-auth."))
        return Review::tr("Sign and submit…");
    return Review::tr("Sign…");
}

QString barSentence(const BarView &bar)
{
    QStringList reasons;
    const auto add = [&](const WishButton &button) {
        if (button.isShown && !button.isOffered && !reasons.contains(button.why))
            reasons << button.why;
    };
    add(bar.approve);
    if (!bar.approve.needs.isEmpty())
        reasons << bar.approve.needs;
    for (const WishButton *button : {&bar.returns, &bar.reject, &bar.respond, &bar.escalate})
        add(*button);
    if (!bar.canEdit && !reasons.contains(bar.whyNotEdit))
        reasons << bar.whyNotEdit;
    if (reasons.isEmpty() && !bar.hasNext && bar.approve.isShown)
        return Review::tr("Ctrl+Enter opens the signature.");
    return reasons.join(QLatin1Char(' '));
}

QString next(domain::Verdict verdict, const domain::Action &action)
{
    using enum domain::Verdict;
    switch (verdict) {
    case Approve:
    case ApproveEdited:
    case Cosign:
        return Review::tr("Next: held for the time in which you can undo it, then released: %1")
            .arg(text::shownOnOneLine(action.effect));
    case Reject:
        return Review::tr("Next: nothing is released. The agent is told why, and may not send this draft again.");
    case Return:
        return Review::tr("Next: nothing is released. The agent gets your reasons and sends a new revision.");
    case Respond:
        return Review::tr("Next: nothing is approved. The agent gets your answer and goes on from there.");
    case Escalate:
        return Review::tr("Next: nothing is released. The item waits for those whom the reason names.");
    default:
        break;
    }
    return {};
}

// 600 words a minute, or from the moderate tier on not one source looked at.
QString fastDecision(const Pace &pace)
{
    constexpr int wordsASecond = 10;
    if (pace.seconds * wordsASecond < pace.words)
        return Review::tr("This went fast: %1 s for %n words. It is recorded, and does not hold you up.", nullptr,
                          pace.words)
            .arg(pace.seconds);
    if (pace.tier >= domain::Tier::Moderate && !pace.hasOpenedSource)
        return Review::tr("No source was opened. It is recorded, and does not hold you up.");
    return {};
}

QString question(const domain::Proposal &proposal)
{
    QStringList lines;
    for (const domain::Uncertainty &doubt : proposal.uncertainty)
        lines << text::shown(doubt.text);
    return lines.join(QLatin1Char('\n'));
}

QString origin(const domain::Source &source)
{
    return source.recordedAt ? Review::tr("These words first stood here, on %1.").arg(text::date(*source.recordedAt))
                             : Review::tr("These words first stood here.");
}

QString notFresh(const Freshness &freshness)
{
    const QString since = freshness.liveUntil
                              ? Review::tr("There is no link since %1.").arg(text::clockTime(*freshness.liveUntil))
                              : Review::tr("There is no link.");
    return since + QLatin1Char(' ')
           + Review::tr(
               "What came since then is not in here: the gateway looks at it before anything is released, and you "
               "are shown what changed.");
}

QString identityWrong()
{
    return Review::tr("That is not this patient. Look at the name above.");
}

QString raised(domain::Tier from, domain::Tier to)
{
    return Review::tr("You treat this item as of the tier %1 instead of %2. It is signed with your decision.")
        .arg(tierMark(to).word, tierMark(from).word);
}

QString mustSeeDifference()
{
    return Review::tr("Look at what changed first.");
}

QString storedSentence(domain::Verdict verdict)
{
    return Review::tr("%1 and signed. Stored on this machine.").arg(text::phrase(verdict));
}

ReviewHeader header(const domain::Item &item)
{
    const domain::Proposal &proposal = item.proposal;
    const auto read = std::count_if(proposal.sources.begin(), proposal.sources.end(),
                                    [](const domain::Source &source) { return source.read; });
    ReviewHeader header;
    header.title = text::shownOnOneLine(proposal.action.title);
    header.tier = tierMark(item.tier);
    header.agent =
        dotted({text::shownOnOneLine(proposal.agent.id.text() + " " + proposal.agent.version),
                Review::tr("read %1 of %n sources", nullptr, static_cast<int>(proposal.sources.size())).arg(read)});
    header.effect = Review::tr("When you sign: %1").arg(text::shownOnOneLine(proposal.action.effect));
    return header;
}

QString apartFromChart(const domain::Source &source)
{
    if (source.kind == domain::Source::Kind::Guideline)
        return Review::tr("A guideline: general knowledge, not a fact about this patient.");
    if (source.kind == domain::Source::Kind::PayerPolicy)
        return Review::tr("The payer\u2019s policy: what is asked for, not a fact about this patient.");
    return {};
}

QString sourceDetail(const domain::Source &source)
{
    return dotted(
        {text::phrase(source.kind), text::shownOnOneLine(source.author),
         source.recordedAt ? text::dateTime(*source.recordedAt) : QString(),
         source.version.empty() ? QString() : Review::tr("version %1").arg(text::shownOnOneLine(source.version))});
}

QString contextGap(const domain::Proposal &proposal)
{
    QStringList groups;
    int unread = 0;
    for (const Kind kind : everyKind) {
        const int count = countUnread(proposal, kind);
        unread += count;
        if (count > 0)
            groups << counted(kind, count);
    }
    const auto all = static_cast<int>(proposal.sources.size());
    if (all == 0)
        return {};
    const QString read = Review::tr("The agent read %1 of %n sources.", nullptr, all).arg(all - unread);
    return unread == 0 ? read : read + QLatin1Char(' ') + Review::tr("Not read: %1.").arg(groups.join(u", "));
}

QString searchSentence(const SourceSearch::Found &found, std::size_t stillToRead)
{
    const int hits = static_cast<int>(found.hits.size());
    QString sentence = found.hasMore ? Review::tr("The first %n places. Type more to narrow them.", nullptr, hits)
                       : hits == 0   ? Review::tr("Nothing in the sources.")
                                     : Review::tr("%n places", nullptr, hits)
                                         + Review::tr(" in %n sources", nullptr, static_cast<int>(found.sources));
    if (stillToRead > 0)
        sentence += QLatin1Char(' ') + Review::tr("Still reading %n.", nullptr, static_cast<int>(stillToRead));
    return sentence;
}

QString hitPlace(const domain::Source &source, const TextBlock &block, std::size_t page)
{
    const bool isPaged = !source.content && !source.pageTexts.empty();
    return dotted({text::shownOnOneLine(source.title), isPaged ? Review::tr("page %1").arg(page + 1) : block.label,
                   source.read ? QString() : Review::tr("not read by the agent")});
}

std::vector<SourceRow> sources(const domain::Proposal &proposal, const std::set<domain::SourceId> &opened)
{
    std::vector<SourceRow> rows;
    for (const domain::Source &source : proposal.sources) {
        SourceRow row;
        row.id = text::toQt(source.id.text());
        row.title = text::shownOnOneLine(source.title);
        row.isRead = source.read;
        row.wasShown = opened.contains(source.id);
        row.detail =
            source.read
                ? dotted({text::phrase(source.kind), source.recordedAt ? text::date(*source.recordedAt) : QString()})
                : text::shownOnOneLine(source.unreadReason);
        if (!source.read && row.detail.isEmpty())
            row.detail = Review::tr("no reason given");
        row.group =
            source.read
                ? Review::tr("Read by the agent")
                : Review::tr("Not read by the agent: %1").arg(counted(source.kind, countUnread(proposal, source.kind)));
        rows.push_back(std::move(row));
    }
    std::stable_partition(rows.begin(), rows.end(), [](const SourceRow &row) { return row.isRead; });
    const auto unread = std::find_if(rows.begin(), rows.end(), [](const SourceRow &row) { return !row.isRead; });
    std::map<QString, std::ptrdiff_t> firstOf; // groups stay in the order in which the agent named them
    for (auto row = unread; row != rows.end(); ++row)
        firstOf.try_emplace(row->group, row - unread);
    std::stable_sort(unread, rows.end(),
                     [&](const SourceRow &a, const SourceRow &b) { return firstOf.at(a.group) < firstOf.at(b.group); });
    return rows;
}

} // namespace countersign::presenters::words
