// One item of the queue as a person reads it. Pure; gui thread only because of tr.
#pragma once

#include "core/base/instant.hpp"
#include "core/domain/item.hpp"
#include "core/domain/standing.hpp"

#include <QMetaType>
#include <QString>

#include <optional>

namespace countersign::presenters
{

// ○ ◔ ◑ ● : how much of the circle is filled, and the word beside it.
struct TierMark {
    int quarters = 0;
    QString word;
    bool isHighest = false;
};
[[nodiscard]] TierMark tierMark(domain::Tier tier);

enum class Urgency { Calm, Soon, Over }; // Soon: under 4 h left
enum class StandingTone { Neutral, Waiting, Done, Attention };

struct QueueLine {
    TierMark tier;
    QString patient;  // "RIVERA, Rachel"
    QString identity; // "48 y · F · MRN 004-118"
    QString kind;     // "Note"
    QString workflow;
    QString title;
    QString when; // the one clock: time left until its deadline; empty where none obliges
    QString age;  // the other: how long it has waited
    Urgency urgency = Urgency::Calm;
    QString state; // where it stands; empty while it simply waits
    StandingTone tone = StandingTone::Neutral;
    bool isOpen = true;
    bool isChanged = false; // since this person last looked
    QString lookalike;      // whose name it must not be mistaken for; empty: nobody's
    QString spoken;         // the whole line for a screen reader
};

// `own`: where this person's own decision on the item stands.
[[nodiscard]] QueueLine describe(const domain::ItemSummary &item, std::optional<domain::Standing> own, Instant now);
// The item left the queue while it was on the screen: somebody decided it, or it was withdrawn.
void markGone(QueueLine &line);
// The item is no longer what this person looked at.
void markChanged(QueueLine &line);
// This person has typed into it and not signed.
void markEdited(QueueLine &line);
void markLookalike(QueueLine &line, const QString &sentence);
[[nodiscard]] StandingTone toneOf(domain::Standing standing);

} // namespace countersign::presenters

Q_DECLARE_METATYPE(countersign::presenters::QueueLine)
