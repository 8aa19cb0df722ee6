#include "ui/presenters/session_view.hpp"

#include "ui/text/people.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/times.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace countersign::presenters
{
namespace
{

struct Session {
    Q_DECLARE_TR_FUNCTIONS(Session)
};

QString unsentWords(int count)
{
    return Session::tr("%n decision(s) stored here, not yet sent", nullptr, count);
}

QString linkDetail(const desk::LinkView &link, Instant now)
{
    if (link.fork)
        return text::forkAlarm(*link.fork);
    QStringList lines;
    if (link.isOfflineByChoice)
        lines << Session::tr("You chose to work offline.");
    else if (!link.closingReason.empty())
        lines << text::closingReason(link.closingReason);
    if (link.retryAt && *link.retryAt > now)
        lines << Session::tr("Next try in %1.").arg(text::span(*link.retryAt - now));
    if (link.state != desk::LinkState::Online)
        lines << Session::tr("Work on: what you sign is stored here and sent later.");
    return lines.join(QLatin1Char(' '));
}

void describeAllergies(BannerView &banner, const domain::Patient *patient)
{
    using enum domain::Patient::AllergyStatus;
    if (patient != nullptr)
        for (const domain::Allergy &allergy : patient->allergies)
            if (allergy.status != domain::Allergy::Status::Refuted)
                banner.allergies << text::allergy(allergy);
    if (!banner.allergies.isEmpty()) {
        banner.allergyMark = AllergyMark::Listed;
    } else if (patient != nullptr && patient->allergyStatus == NoneKnown) {
        banner.allergyMark = AllergyMark::NoneKnown;
        banner.allergies << Session::tr("No known allergies");
    } else {
        banner.allergies << Session::tr("Allergies not received");
    }
}

bool isSettled(domain::Standing standing)
{
    using enum domain::Standing;
    return standing != Drafting && standing != Stored && standing != Sent && standing != Held;
}

// The same on every machine and every day (FNV-1a). Letters and digits that are not taken for each other.
void describeBand(BannerView &banner, const domain::PatientId &patient)
{
    constexpr std::string_view letters = "ACDEFHJKLMNPRTUVWXY3479";
    constexpr std::uint32_t bands = 6;
    if (patient.isEmpty())
        return;
    std::uint32_t hash = 2166136261U;
    for (const char c : patient.text())
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    hash ^= hash >> 15;
    banner.band = static_cast<int>(hash % bands);
    banner.token = QLatin1Char(letters[hash / bands % letters.size()]);
    banner.token += QLatin1Char(letters[hash / bands / letters.size() % letters.size()]);
}

OutboxLine outboxLine(const desk::DecisionView &decision, Instant now)
{
    OutboxLine line;
    line.decision = decision.id;
    line.title = text::shownOnOneLine(decision.itemTitle);
    line.patient = text::patientName(decision.patientName);
    line.standing = text::phrase(decision.standing);
    line.meaning = text::explain(decision.standing);
    line.tone = toneOf(decision.standing);
    line.isRetractable = decision.isRetractable;
    line.isSettled = isSettled(decision.standing);
    if (decision.statement) {
        line.verdict = text::phrase(decision.statement->verdict);
        line.when = text::signedTime(decision.statement->signedAt);
    }
    if (decision.receipt && !line.meaning.isEmpty() && decision.standing == domain::Standing::Refused)
        line.meaning = text::phrase(decision.receipt->outcome) + QStringLiteral(". ") + line.meaning;
    if (decision.releaseAt && *decision.releaseAt > now)
        line.standing = QStringLiteral("%1 %2").arg(line.standing, text::span(*decision.releaseAt - now));
    return line;
}

} // namespace

void Freshness::take(const desk::LinkView &link, Instant now)
{
    const bool isNow = link.state == desk::LinkState::Online;
    if (isLive && !isNow)
        liveUntil = now;
    else if (isNow)
        liveUntil.reset();
    isLive = isNow;
}

LinkLine describe(const desk::LinkView &link, std::size_t unconfirmed, Instant now, const Freshness &freshness)
{
    LinkLine line;
    line.unsent = static_cast<int>(unconfirmed);
    line.mark = link.state == desk::LinkState::Online       ? LinkMark::Online
                : link.state == desk::LinkState::Connecting ? LinkMark::Connecting
                                                            : LinkMark::Offline;
    line.text = text::phrase(link.state);
    if (line.mark == LinkMark::Offline && freshness.liveUntil)
        line.text = Session::tr("Offline since %1").arg(text::clockTime(*freshness.liveUntil));
    if (link.fork)
        line.text = Session::tr("Stopped: the gateway contradicts itself");
    line.detail = linkDetail(link, now);
    if (line.unsent > 0)
        line.text = QStringLiteral("%1 \u2014 %2").arg(line.text, unsentWords(line.unsent));
    return line;
}

SignInView describeSignIn(const desk::DeskSnapshot &snapshot)
{
    SignInView view;
    view.isBusy = snapshot.session.state == desk::SessionState::SigningIn;
    view.isLocked = snapshot.session.state == desk::SessionState::Locked;
    view.organisation = text::shownOnOneLine(snapshot.link.organisation);
    if (const auto &reviewer = snapshot.session.reviewer) // a locked desk knows the id and no more
        view.reviewer = text::shownOnOneLine(reviewer->name.empty() ? reviewer->id.text() : reviewer->name);
    if (view.isLocked && snapshot.session.lockedBy)
        view.lockedBy = text::phrase(*snapshot.session.lockedBy);
    if (!view.isBusy)
        view.trouble = text::closingReason(snapshot.link.closingReason);
    return view;
}

SigningLine describeSigningSession(const desk::SessionView &session, Instant now)
{
    if (session.state != desk::SessionState::SignedIn || !session.reviewer || !session.signing.until
        || *session.signing.until <= now)
        return {};
    const auto left = std::chrono::ceil<std::chrono::minutes>(*session.signing.until - now);
    const QString time = text::span(left);
    return {Session::tr("Signing session: %1 \u00b7 End").arg(time),
            Session::tr("%1 is signed in to sign, for another %2. Press to end the signing session.")
                .arg(text::shownOnOneLine(session.reviewer->name), time)};
}

QString describeNotices(const std::vector<domain::Notice> &notices)
{
    if (notices.empty())
        return {};
    const domain::Notice &notice = notices.front();
    const QString who = text::shownOnOneLine(notice.name.empty() ? notice.who.text() : notice.name);
    const QString when = text::dateTime(notice.at);
    QString sentence;
    switch (notice.kind) {
    case domain::Notice::Kind::EmergencyBegun:
        sentence =
            Session::tr("%1 opened emergency access at %2. %3.").arg(who, when, text::emergencyReason(notice.detail));
        break;
    case domain::Notice::Kind::SignaturesRefused:
        sentence =
            Session::tr("At %2 signing as %1 failed again and again, and was blocked for a while.").arg(who, when);
        break;
    case domain::Notice::Kind::SignInsRefused:
        sentence =
            Session::tr("At %2 signing in as %1 failed again and again, and was blocked for a while.").arg(who, when);
        break;
    }
    const auto more = static_cast<int>(notices.size()) - 1;
    return more == 0 ? sentence : sentence + QLatin1Char(' ') + Session::tr("%n more after this one.", nullptr, more);
}

AccessView describeAccess(const desk::KeysView &keys)
{
    AccessView view;
    view.code = keys.offeredCode;
    view.state = view.code              ? Session::tr("This is your recovery code.")
                 : keys.hasRecoveryCode ? Session::tr("You have a recovery code. A new one takes its place.")
                                        : Session::tr("You have no recovery code: without the password your work on "
                                                      "this machine cannot be opened.");
    view.keychain = keys.needsKeychain
                        ? Session::tr("The password opens your work together with this system's keychain.")
                        : Session::tr("The password alone opens your work: no keychain of this system takes part.");
    return view;
}

BannerView describeBanner(const desk::OpenItemView &open, Instant now)
{
    BannerView banner;
    const domain::Patient *patient = open.item ? &open.item->proposal.patient : nullptr;
    if (patient == nullptr && open.summary == nullptr)
        return banner;
    const auto &family = patient ? patient->family : open.summary->family;
    const auto &given = patient ? patient->given : open.summary->given;
    const std::string &birth = (patient ? patient->birthDate : open.summary->birthDate).reveal();
    const std::string &mrn = (patient ? patient->mrn : open.summary->mrn).reveal();
    const auto sex = patient ? patient->sex : open.summary->sex;
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).date();

    banner.name = text::patientName(family, given);
    if (const QString age = text::age(birth, today); !age.isEmpty())
        banner.facts << age;
    banner.facts << text::phrase(sex);
    banner.facts << (birth.empty() ? Session::tr("birth date not received")
                                   : Session::tr("born %1").arg(text::date(birth)));
    banner.facts << (mrn.empty() ? Session::tr("MRN not received")
                                 : Session::tr("MRN %1").arg(text::shownOnOneLine(mrn)));
    describeAllergies(banner, patient);
    describeBand(banner, patient ? patient->id : open.summary->patient);
    banner.spoken =
        Session::tr("Patient: %1, %2. %3")
            .arg(banner.name, banner.facts.join(QStringLiteral(", ")), banner.allergies.join(QStringLiteral(", ")));
    return banner;
}

std::vector<OutboxLine> describeOutbox(const desk::HistoryView &history, Instant now, std::size_t atMost)
{
    std::vector<OutboxLine> lines;
    for (const bool settled : {false, true})
        for (auto it = history.own.rbegin(); it != history.own.rend() && lines.size() < atMost; ++it)
            if (isSettled((*it)->standing) == settled)
                lines.push_back(outboxLine(**it, now));
    return lines;
}

ToastView describeHold(const desk::HistoryView &history, Instant now)
{
    for (auto it = history.own.rbegin(); it != history.own.rend(); ++it) {
        const desk::DecisionView &decision = **it;
        if (!decision.isRetractable || !decision.statement)
            continue;
        const QString verdict = text::phrase(decision.statement->verdict);
        if (!decision.releaseAt)
            return {Session::tr("%1, %2").arg(verdict, text::phrase(decision.standing)), decision.id};
        if (*decision.releaseAt > now)
            return {Session::tr("%1, held for %2").arg(verdict, text::span(*decision.releaseAt - now)), decision.id};
    }
    return {};
}

} // namespace countersign::presenters
