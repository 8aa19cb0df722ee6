#include "ui/presenters/queue_line.hpp"

#include "ui/text/people.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/times.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

namespace countersign::presenters
{
namespace
{

using namespace std::chrono_literals;

constexpr auto separator = u" \u00b7 ";
constexpr milliseconds soon = 4h;

struct Queue {
    Q_DECLARE_TR_FUNCTIONS(Queue)
};

QString identityOf(const domain::ItemSummary &item, Instant now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).date();
    QStringList parts{text::age(item.birthDate.reveal(), today), text::letter(item.sex)};
    if (!item.mrn.reveal().empty())
        parts << Queue::tr("MRN %1").arg(text::shownOnOneLine(item.mrn.reveal()));
    parts.removeAll(QString());
    return parts.join(QString::fromUtf16(separator));
}

void describeTime(QueueLine &line, const domain::ItemSummary &item, Instant now)
{
    const auto until = item.dueAt ? item.dueAt : item.expiresAt;
    if (!line.isOpen)
        return; // its time is over; where it stands is what counts
    line.age = Queue::tr("waits %1").arg(text::span(now - item.proposedAt));
    if (!until)
        return;
    line.when = text::timeLeft(*until, now);
    line.urgency = *until < now ? Urgency::Over : *until - now < soon ? Urgency::Soon : Urgency::Calm;
}

void describeState(QueueLine &line, const domain::ItemSummary &item, std::optional<domain::Standing> own)
{
    if (own) {
        line.state = text::phrase(*own);
        line.tone = toneOf(*own);
        return;
    }
    if (item.state == domain::ItemState::Waiting || item.state == domain::ItemState::Received)
        return;
    line.state = text::phrase(item.state);
    if (item.decision && !domain::isOpen(item.state))
        line.state = Queue::tr("%1 by %2")
                         .arg(text::phrase(item.decision->verdict), text::shownOnOneLine(item.decision->signerName));
    const bool needsLook = item.state == domain::ItemState::Failed || item.state == domain::ItemState::Invalidated;
    line.tone = needsLook ? StandingTone::Attention : StandingTone::Neutral;
}

} // namespace

TierMark tierMark(domain::Tier tier)
{
    constexpr int quarters[] = {0, 1, 2, 4};
    return {quarters[static_cast<int>(tier)], text::phrase(tier), tier == domain::Tier::Critical};
}

StandingTone toneOf(domain::Standing standing)
{
    using enum domain::Standing;
    switch (standing) {
    case Drafting:
        return StandingTone::Neutral;
    case Stored:
    case Sent:
    case Held:
        return StandingTone::Waiting;
    case Confirmed:
        return StandingTone::Done;
    case Superseded:
    case Refused:
    case Quarantined:
        return StandingTone::Attention;
    }
    return StandingTone::Neutral;
}

void markGone(QueueLine &line)
{
    line.isOpen = false;
    line.state = Queue::tr("No longer in your queue");
    line.tone = StandingTone::Neutral;
    line.when.clear();
    line.age.clear();
    line.urgency = Urgency::Calm;
    line.spoken = QStringLiteral("%1, %2").arg(line.spoken, line.state);
}

void markChanged(QueueLine &line)
{
    line.isChanged = true;
    line.state = Queue::tr("Changed since you looked");
    line.tone = StandingTone::Attention;
    line.spoken = QStringLiteral("%1, %2").arg(line.spoken, line.state);
}

void markEdited(QueueLine &line)
{
    line.state = Queue::tr("Unsigned edits");
    line.tone = StandingTone::Waiting;
    line.spoken = QStringLiteral("%1, %2").arg(line.spoken, line.state);
}

void markLookalike(QueueLine &line, const QString &sentence)
{
    line.lookalike = sentence;
    line.spoken = QStringLiteral("%1, %2").arg(line.spoken, sentence);
}

QueueLine describe(const domain::ItemSummary &item, std::optional<domain::Standing> own, Instant now)
{
    QueueLine line;
    line.isOpen = domain::isOpen(item.state) && !own;
    line.tier = tierMark(item.tier);
    line.patient = text::patientName(item.family, item.given);
    line.identity = identityOf(item, now);
    line.kind = text::actionName(item.actionType);
    line.workflow = text::workflowName(item.workflow);
    line.title = text::shownOnOneLine(item.title);
    describeTime(line, item, now);
    describeState(line, item, own);
    QStringList spoken{Queue::tr("%1 tier").arg(line.tier.word),
                       line.patient,
                       line.identity,
                       line.title,
                       line.when,
                       line.age,
                       line.state};
    spoken.removeAll(QString());
    line.spoken = spoken.join(QStringLiteral(", "));
    return line;
}

} // namespace countersign::presenters
