// The queue under a person's hands: keys, groups, filters and what they hide, what is fetched ahead.
#include "tests/support/fake_desk.hpp"
#include "tests/support/gui_watch.hpp"
#include "tests/ui/queue_rows.hpp"

#include "ui/style/apply.hpp"
#include "ui/widgets/queue/queue_pane.hpp"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace Qt::StringLiterals;
using domain::Tier;
using models::QueueModel;
using presenters::QueueGrouping;
using tests::row;
using widgets::QueuePane;
using namespace std::chrono_literals;

namespace
{

desk::QueueRow of(const char *id, const char *patient, milliseconds due)
{
    auto item = std::make_shared<domain::ItemSummary>(*row({id, patient, Tier::Low, due}));
    item->patient = domain::PatientId(patient);
    item->digest = domain::Digest("1");
    return item;
}

desk::DeskSnapshot online(std::vector<desk::QueueRow> rows)
{
    desk::DeskSnapshot snapshot = tests::snapshotOf(std::move(rows));
    snapshot.session.state = desk::SessionState::SignedIn;
    snapshot.link.state = desk::LinkState::Online;
    return snapshot;
}

struct Rig {
    explicit Rig(std::vector<desk::QueueRow> rows = {of("a", "Rivera", 1h), of("b", "Okafor", 2h),
                                                     of("c", "Rivera", 3h), of("d", "Chen", 4h), of("e", "Osei", 5h)})
        : desk(online(std::move(rows))), feed(desk),
          pane(feed, {.now = [] { return tests::queueNow; }, .elapsed = [] { return milliseconds(0); }}, preferences())
    {
        pane.resize(1100, 700);
        pane.show();
        list = pane.findChild<QListView *>(u"queueRows"_s);
        pane.takeFocus();
    }

    presenters::Preferences preferences()
    {
        return {.read = [this](const QString &) { return kept; },
                .write = [this](const QString &, const QByteArray &value) { kept = value; }};
    }
    void key(Qt::Key key) { QTest::keyClick(list, key); }
    [[nodiscard]] QString spoken() const { return list->currentIndex().data(Qt::AccessibleTextRole).toString(); }
    void arrange(QueueGrouping grouping, std::optional<Tier> tier = {})
    {
        presenters::QueueFilter filter;
        filter.tier = tier;
        pane.model().arrange({.filter = filter, .order = presenters::QueueOrder::Urgency, .grouping = grouping});
    }
    [[nodiscard]] QStringList fetched() const
    {
        QStringList out;
        for (const auto &command : desk.asked)
            if (const auto *prefetch = std::get_if<desk::Prefetch>(&command.request))
                out << QString::fromStdString(prefetch->item.text());
        return out;
    }

    QByteArray kept;
    support::FakeDesk desk;
    presenters::DeskFeed feed;
    QueuePane pane;
    QListView *list = nullptr;
};

} // namespace

class TestQueuePane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void keysOpenAndFold()
    {
        Rig rig;
        QSignalSpy opened(&rig.pane, &QueuePane::openAsked);
        rig.arrange(QueueGrouping::Patient);
        rig.key(Qt::Key_Home);
        QVERIFY(rig.spoken().startsWith(u"RIVERA"_s));
        QVERIFY(rig.spoken().endsWith(u"unfolded"_s));
        const int before = rig.pane.model().rowCount();
        rig.key(Qt::Key_Left);
        QCOMPARE(rig.pane.model().rowCount(), before - 2);
        QVERIFY(rig.spoken().endsWith(u"folded"_s) && !rig.spoken().endsWith(u"unfolded"_s));
        rig.key(Qt::Key_Return); // a group's line opens nothing but its group
        QCOMPARE(rig.pane.model().rowCount(), before);
        QCOMPARE(opened.count(), 0);
        rig.key(Qt::Key_J);
        rig.key(Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toString(), u"a"_s);
    }

    void noKeyDecides()
    {
        Rig rig;
        for (int key = Qt::Key_A; key <= Qt::Key_Z; ++key)
            rig.key(static_cast<Qt::Key>(key));
        rig.key(Qt::Key_Space);
        QVERIFY(rig.desk.lastAsked<desk::Decide>() == nullptr);
    }

    void whatIsHiddenIsSaidAndShownAgain()
    {
        Rig rig({of("a", "Rivera", 1h), row({"b", "Okafor", Tier::High}), row({"c", "Chen", Tier::High})});
        auto *hidden = rig.pane.findChild<QPushButton *>(u"hiddenByFilter"_s);
        QVERIFY(!hidden->isVisible());
        rig.arrange(QueueGrouping::None, Tier::Low);
        QVERIFY(hidden->isVisible());
        QVERIFY2(hidden->text().startsWith(u"2 "_s), qPrintable(hidden->text()));
        QTest::keyClick(hidden, Qt::Key_Space);
        QCOMPARE(rig.pane.model().rowCount(), 3);
        QVERIFY(!hidden->isVisible());
    }

    void searchHidesNothingSilently()
    {
        Rig rig;
        rig.key(Qt::Key_Slash);
        QTest::keyClicks(rig.pane.findChild<QLineEdit *>(), u"chen"_s);
        QCOMPARE(rig.pane.model().rowCount(), 1);
        QVERIFY(rig.pane.findChild<QPushButton *>(u"hiddenByFilter"_s)->text().startsWith(u"4 "_s));
    }

    // the next three are fetched when an item lies open, each once, and none of them is opened.
    void fetchesTheNextThree()
    {
        Rig rig;
        rig.pane.look(domain::ItemId("a"));
        QCOMPARE(rig.fetched(), QStringList({u"b"_s, u"c"_s, u"d"_s}));
        rig.pane.look(domain::ItemId("b"));
        QCOMPARE(rig.fetched(), QStringList({u"b"_s, u"c"_s, u"d"_s, u"e"_s}));
        QVERIFY(rig.desk.lastAsked<desk::OpenItem>() == nullptr);
    }

    void fetchesNothingOffline()
    {
        Rig rig;
        rig.desk.edit([](desk::DeskSnapshot &now) { now.link.state = desk::LinkState::Offline; });
        rig.pane.look(domain::ItemId("a"));
        QVERIFY(rig.fetched().isEmpty());
    }

    void nothingMovesUnderTheHand()
    {
        Rig rig;
        rig.key(Qt::Key_J);
        const QString at = rig.spoken();
        rig.desk.edit([](desk::DeskSnapshot &now) {
            auto queue = std::make_shared<desk::QueueView>(*now.queue);
            queue->rows.push_back(row({"urgent", "Zed", Tier::Critical, 1min}));
            now.queue = queue;
        });
        QCOMPARE(rig.spoken(), at);
        QCOMPARE(rig.pane.model().rowCount(), 5);
        rig.key(Qt::Key_Period);
        QCOMPARE(rig.pane.model().rowCount(), 6);
        QCOMPARE(rig.spoken(), at); // the hand stays on its item, wherever that stands now
    }

    void changedSinceLookedAtIsSpoken()
    {
        Rig rig;
        rig.pane.look(domain::ItemId("a"));
        rig.desk.edit([](desk::DeskSnapshot &now) {
            auto queue = std::make_shared<desk::QueueView>(*now.queue);
            auto item = std::make_shared<domain::ItemSummary>(*queue->rows[0]);
            item->digest = domain::Digest("2");
            queue->rows[0] = item;
            now.queue = queue;
        });
        rig.key(Qt::Key_Home);
        QVERIFY2(rig.spoken().contains(u"Changed since you looked"_s), qPrintable(rig.spoken()));
    }

    void keptViewsComeBack()
    {
        presenters::SavedViews views;
        presenters::keep(views, {.filter = {}, .order = presenters::QueueOrder::Tier});
        Rig rig;
        rig.kept = presenters::toJson(views);
        QueuePane again(rig.feed, {.now = [] { return tests::queueNow; }, .elapsed = [] { return milliseconds(0); }},
                        rig.preferences());
        const auto chips = again.findChildren<widgets::Chip *>();
        QVERIFY(!chips.isEmpty());
        QCOMPARE(chips.front()->choices().size(), 2U); // "Everything open", and the kept one
    }
};

COUNTERSIGN_UI_MAIN(TestQueuePane)
#include "test_queue_pane.moc"
