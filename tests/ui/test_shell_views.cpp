// What stands around the work, described: link, outbox, hold, banner, sign-in.
#include "tests/ui/queue_rows.hpp"

#include "ui/presenters/session_view.hpp"

#include <QTest>

using namespace countersign;
using namespace countersign::presenters;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using tests::queueNow;

namespace
{

std::shared_ptr<const desk::DecisionView> decision(const char *id, domain::Standing standing,
                                                   std::optional<milliseconds> holdLeft = {})
{
    auto view = std::make_shared<desk::DecisionView>();
    view->id = domain::DecisionId(id);
    view->itemTitle = "Visit note";
    view->patientName = domain::Phi<std::string>("Rivera, Rachel");
    view->standing = standing;
    auto statement = std::make_shared<domain::DecisionStatement>();
    statement->signedAt = "2026-11-02T08:59:00Z";
    view->statement = statement;
    if (holdLeft) {
        view->releaseAt = queueNow + *holdLeft;
        view->isRetractable = true;
    }
    return view;
}

desk::OpenItemView openWith(domain::Patient patient)
{
    auto item = std::make_shared<domain::Item>();
    item->proposal.patient = std::move(patient);
    return {.id = domain::ItemId("a"),
            .summary = {},
            .item = item,
            .refusal = {},
            .offers = {},
            .blobs = {},
            .openedAt = queueNow};
}

} // namespace

class TestShellViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void linkSpeaks_data()
    {
        QTest::addColumn<desk::LinkView>("link");
        QTest::addColumn<int>("unsent");
        QTest::addColumn<QString>("text");
        const auto link = [](desk::LinkState state) {
            desk::LinkView view;
            view.state = state;
            return view;
        };
        QTest::newRow("online") << link(desk::LinkState::Online) << 0 << u"Online"_s;
        QTest::newRow("connecting") << link(desk::LinkState::Connecting) << 0 << u"Connecting…"_s;
        QTest::newRow("offline, nothing waits") << link(desk::LinkState::Offline) << 0 << u"Offline"_s;
        QTest::newRow("offline with decisions")
            << link(desk::LinkState::Offline) << 3 << u"Offline \u2014 3 decision(s) stored here, not yet sent"_s;
    }
    void linkSpeaks()
    {
        QFETCH(desk::LinkView, link);
        QFETCH(int, unsent);
        QFETCH(QString, text);
        QCOMPARE(describe(link, static_cast<std::size_t>(unsent), queueNow).text, text);
    }

    // since when, not only that.
    void offlineSaysSinceWhen()
    {
        Freshness freshness;
        desk::LinkView link;
        freshness.take(link, queueNow);
        QCOMPARE(describe(link, 0, queueNow, freshness).text, u"Offline"_s); // it never was live
        link.state = desk::LinkState::Online;
        freshness.take(link, queueNow);
        QVERIFY(freshness.isLive);
        link.state = desk::LinkState::Offline;
        freshness.take(link, queueNow + 60s);
        freshness.take(link, queueNow + 600s);
        QCOMPARE(freshness.liveUntil, std::optional(queueNow + 60s));
        QVERIFY(describe(link, 0, queueNow + 600s, freshness).text.startsWith(u"Offline since "_s));
    }

    void linkExplains()
    {
        desk::LinkView link;
        link.closingReason = "slow-reader";
        link.retryAt = queueNow + 12s;
        const QString detail = describe(link, 0, queueNow).detail;
        QVERIFY2(detail.contains(u"slow-reader") && detail.contains(u"12\u00a0s"), qPrintable(detail));
        QVERIFY(detail.contains(u"stored here"));
    }

    void outboxPutsTheUnsettledFirst()
    {
        desk::HistoryView history;
        history.own = {decision("old", domain::Standing::Confirmed), decision("stored", domain::Standing::Stored),
                       decision("new", domain::Standing::Confirmed)};
        const auto lines = describeOutbox(history, queueNow, 2);
        QCOMPARE(lines.size(), 2U);
        QCOMPARE(lines[0].decision.text(), std::string("stored"));
        QCOMPARE(lines[0].standing, u"Stored"_s);
        QCOMPARE(lines[0].patient, u"RIVERA, Rachel"_s);
        QVERIFY(!lines[0].isSettled);
        QCOMPARE(lines[1].decision.text(), std::string("new"));
    }

    void holdOffersItsUndo()
    {
        desk::HistoryView history;
        QCOMPARE(describeHold(history, queueNow), ToastView{});
        history.own = {decision("held", domain::Standing::Held, 30s), decision("sent", domain::Standing::Sent)};
        QCOMPARE(describeHold(history, queueNow).text, u"Approved, held for 30\u00a0s"_s);
        QCOMPARE(describeHold(history, queueNow).undo.text(), std::string("held"));
        QCOMPARE(describeHold(history, queueNow + 31s), ToastView{});
    }

    void bannerNamesWhatIsMissing()
    {
        domain::Patient patient;
        patient.family = domain::Phi<std::string>("Rivera");
        patient.given = domain::Phi<std::string>("Rachel");
        const BannerView bare = describeBanner(openWith(patient), queueNow);
        QCOMPARE(bare.name, u"RIVERA, Rachel"_s);
        QCOMPARE(bare.facts.join(u'|'), u"sex not received|birth date not received|MRN not received"_s);
        QCOMPARE(bare.allergyMark, AllergyMark::NotReceived);
        QCOMPARE(bare.allergies, QStringList{u"Allergies not received"_s});
    }

    void bannerSaysWhoItIs()
    {
        domain::Patient patient;
        patient.family = domain::Phi<std::string>("Rivera");
        patient.given = domain::Phi<std::string>("Rachel");
        patient.birthDate = domain::Phi<std::string>("1978-03-12");
        patient.mrn = domain::Phi<std::string>("004-118");
        patient.sex = domain::Patient::Sex::Female;
        patient.allergyStatus = domain::Patient::AllergyStatus::NoneKnown;
        const BannerView none = describeBanner(openWith(patient), queueNow);
        QCOMPARE(none.facts.join(u'|'), u"48\u00a0y|female|born 12\u00a0Mar\u00a01978|MRN 004-118"_s);
        QCOMPARE(none.allergyMark, AllergyMark::NoneKnown);
        domain::Allergy penicillin;
        penicillin.substance = "Penicillin";
        penicillin.reaction = "anaphylaxis";
        domain::Allergy refuted;
        refuted.substance = "Latex";
        refuted.status = domain::Allergy::Status::Refuted;
        patient.allergies = {penicillin, refuted};
        const BannerView listed = describeBanner(openWith(patient), queueNow);
        QCOMPARE(listed.allergyMark, AllergyMark::Listed); // what is listed outweighs "none known"
        QCOMPARE(listed.allergies, QStringList{u"Penicillin \u2014 anaphylaxis"_s});
        QVERIFY(listed.spoken.contains(u"Penicillin"));
    }

    void signInSaysWhereOneStands()
    {
        desk::DeskSnapshot snapshot;
        snapshot.session.state = desk::SessionState::Locked;
        snapshot.session.reviewer =
            domain::Reviewer{.id = {}, .name = "Dr Ife Adeyemi", .role = {}, .credentials = {}, .npi = {}};
        const SignInView locked = describeSignIn(snapshot);
        QVERIFY(locked.isLocked && !locked.isBusy);
        QCOMPARE(locked.reviewer, u"Dr Ife Adeyemi"_s);
        snapshot.session.reviewer =
            domain::Reviewer{.id = domain::ReviewerId("adeyemi"), .name = {}, .role = {}, .credentials = {}, .npi = {}};
        QCOMPARE(describeSignIn(snapshot).reviewer, u"adeyemi"_s); // all that a locked desk knows of the person
        snapshot.session.state = desk::SessionState::SigningIn;
        snapshot.link.closingReason = "x";
        QVERIFY(describeSignIn(snapshot).isBusy);
        QVERIFY(describeSignIn(snapshot).trouble.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestShellViews)
#include "test_shell_views.moc"
