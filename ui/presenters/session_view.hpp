// What stands around the work: who is signed in, how the link does, what waits in the outbox, who the patient is.
// Pure; gui thread only because of tr.
#pragma once

#include "core/desk/snapshot.hpp"
#include "ui/presenters/queue_line.hpp"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace countersign::presenters
{

enum class LinkMark { Online, Connecting, Offline };
struct LinkLine {
    LinkMark mark = LinkMark::Offline;
    QString text;   // "Offline — 3 decisions stored here, not yet sent"
    QString detail; // why, and when it is tried again; for the tool tip and the outbox
    int unsent = 0;
};
// Until when what is shown was told to this console as it happened: a link that is silent is none.
struct Freshness {
    bool isLive = false;
    std::optional<Instant> liveUntil; // while it is not live; nothing: it never was since the program began
    void take(const desk::LinkView &link, Instant now);
};
[[nodiscard]] LinkLine describe(const desk::LinkView &link, std::size_t unconfirmed, Instant now,
                                const Freshness &freshness = {});

struct SignInView {
    bool isBusy = false;
    bool isLocked = false;
    QString reviewer;     // who locked it
    QString organisation; // of the gateway, once heard
    QString trouble;      // the link's, before anybody signed in
    QString lockedBy;     // what locked it, in a sentence
};
[[nodiscard]] SignInView describeSignIn(const desk::DeskSnapshot &snapshot);

// The signing session, while it lasts; empty text: there is none.
struct SigningLine {
    QString text;   // "Signing session: 28 min · End"
    QString spoken; // with whose it is
    bool operator==(const SigningLine &) const = default;
};
[[nodiscard]] SigningLine describeSigningSession(const desk::SessionView &session, Instant now);

// How the profile of whoever is signed in is opened.
struct AccessView {
    QString state;
    QString keychain;
    std::shared_ptr<const SecretBytes> code; // on offer, in groups of four; null: none
    bool operator==(const AccessView &) const = default;
};
// The first notice that this supervisor has not seen; empty: none.
[[nodiscard]] QString describeNotices(const std::vector<domain::Notice> &notices);
[[nodiscard]] AccessView describeAccess(const desk::KeysView &keys);

enum class AllergyMark { Listed, NoneKnown, NotReceived };
struct BannerView {
    QString name;      // "RIVERA, Rachel"
    QStringList facts; // "48 y", "female", "born 12 Mar 1978", "MRN 004-118"
    AllergyMark allergyMark = AllergyMark::NotReceived;
    QStringList allergies; // or one sentence
    QString spoken;
    // Tells this patient from the next where no name may stand: two characters and one of a few colours, of the
    // patient's id. Empty: nobody.
    QString token;
    int band = 0;
    bool operator==(const BannerView &) const = default;
};
[[nodiscard]] BannerView describeBanner(const desk::OpenItemView &open, Instant now);

// One of the person's own decisions, in the outbox.
struct OutboxLine {
    domain::DecisionId decision;
    QString title;   // "Visit note: shortness of breath"
    QString patient; // "RIVERA, Rachel"
    QString verdict;
    QString standing; // the contract's word
    QString meaning;  // what that word says
    QString when;
    StandingTone tone = StandingTone::Waiting;
    bool isRetractable = false;
    bool isSettled = false;
    bool operator==(const OutboxLine &) const = default;
};
// Newest first; what is not settled yet before what is.
[[nodiscard]] std::vector<OutboxLine> describeOutbox(const desk::HistoryView &history, Instant now, std::size_t atMost);

// The slim line after a signature; empty text: nothing to say any more.
struct ToastView {
    QString text;            // "Held 30 s"
    domain::DecisionId undo; // empty: nothing to undo
    bool operator==(const ToastView &) const = default;
};
[[nodiscard]] ToastView describeHold(const desk::HistoryView &history, Instant now);

} // namespace countersign::presenters
