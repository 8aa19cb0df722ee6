#include "ui/presenters/review_words.hpp"

#include "ui/text/qt_text.hpp"
#include "ui/text/times.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace countersign::presenters::words
{
namespace
{

struct Review {
    Q_DECLARE_TR_FUNCTIONS(Review)
};

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
    return Review::tr("This item changed while you read it. What you see is the new version; your marks and edits on "
                      "the old one are gone.");
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
    return reasons.join(QLatin1Char(' '));
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
        rows.push_back(std::move(row));
    }
    std::stable_partition(rows.begin(), rows.end(), [](const SourceRow &row) { return row.isRead; });
    return rows;
}

} // namespace countersign::presenters::words
