// An item that is not on this machine, without a link: the page says the truth, and offers the way on where there is
// one.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/window_rig.hpp"

#include "ui/presenters/absent_item.hpp"
#include "ui/text/times.hpp"

#include <QPushButton>

using namespace countersign;
using namespace Qt::StringLiterals;
using tests::WindowRig;

namespace
{

using Link = desk::LinkView;
using desk::LinkState;

Link offline(bool isChosen, std::optional<Instant> retryAt = std::nullopt)
{
    Link link;
    link.isOfflineByChoice = isChosen;
    link.retryAt = retryAt;
    return link;
}

Link in(LinkState state)
{
    Link link;
    link.state = state;
    return link;
}

// The item was asked for, and what the gateway has of it is not here.
void openAbsent(WindowRig &rig, const Link &link)
{
    const domain::ItemId item = rig.desk->latest()->queue->rows.front()->id;
    rig.desk->onCommand = [item](support::FakeDesk &target, const desk::Command &command) {
        if (std::holds_alternative<desk::OpenItem>(command.request))
            target.edit([&](desk::DeskSnapshot &now) {
                auto open = std::make_shared<desk::OpenItemView>();
                open->id = item;
                open->refusal = domain::Refusal{domain::RefusalCode::Offline, {}};
                now.open = std::move(open);
            });
        target.reply({.command = command.id, .refusal = {}, .decision = {}});
    };
    rig.desk->edit([&](desk::DeskSnapshot &now) { now.link = link; });
    rig.openItem(item);
}

QPushButton *wayOnOf(WindowRig &rig)
{
    return rig.window().findChild<QPushButton *>(u"wayOn"_s);
}

} // namespace

class TestAbsentItem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void everyStateOfTheLinkIsToldApart()
    {
        const Instant now = tests::clinicNow();
        const Instant soon = now + std::chrono::seconds(42);
        const auto of = [now](const Link &link) { return presenters::describeAbsentItem(link, now); };
        const auto chosen = of(offline(true));
        const auto waiting = of(offline(false, soon));
        const auto silent = of(offline(false));
        const auto calling = of(in(LinkState::Connecting));
        Link contradicting = offline(false);
        contradicting.fork = desk::ForkView{};
        const auto held = of(contradicting);
        QVERIFY(chosen.sentence.contains(u"you chose to work offline"_s));
        QVERIFY(!chosen.sentence.contains(u"does not answer"_s)); // nobody asked it
        QVERIFY(waiting.sentence.contains(u"does not answer"_s));
        QVERIFY(waiting.sentence.contains(text::clockTimeExact(soon)));
        QVERIFY(!waiting.sentence.contains(u"chose"_s));
        QVERIFY(!silent.sentence.contains(u"Next try"_s));
        QCOMPARE(of(offline(false, now)).sentence, silent.sentence); // it is due
        QVERIFY(calling.wayOn.isEmpty());
        QVERIFY(of(in(LinkState::Online)).wayOn.isEmpty());
        QVERIFY(held.sentence.contains(u"contradicts itself"_s));
        QVERIFY(!chosen.wayOn.isEmpty() && !waiting.wayOn.isEmpty() && chosen.wayOn != waiting.wayOn);
    }

    void thePageOffersTheWayOn_data()
    {
        QTest::addColumn<bool>("isChosen");
        QTest::newRow("chosen") << true;
        QTest::newRow("no link") << false;
    }
    void thePageOffersTheWayOn()
    {
        QFETCH(bool, isChosen);
        WindowRig rig;
        openAbsent(rig, offline(isChosen));
        auto *const wayOn = wayOnOf(rig);
        QVERIFY(wayOn != nullptr && wayOn->isVisible());
        QCOMPARE(WindowRig::focus(), wayOn); // one key on
        rig.key(Qt::Key_Space);
        QVERIFY(rig.desk->lastAsked<desk::GoOnline>() != nullptr);
        const QString before = wayOn->accessibleDescription();
        rig.desk->edit([](desk::DeskSnapshot &now) { now.link = in(LinkState::Connecting); });
        QVERIFY(!wayOn->isVisible());
        rig.desk->edit(
            [](desk::DeskSnapshot &now) { now.link = offline(false, tests::clinicNow() + std::chrono::seconds(9)); });
        QVERIFY(wayOn->isVisible()); // the sentence follows the link
        QVERIFY(wayOn->accessibleDescription() != before);
        rig.desk->edit([](desk::DeskSnapshot &now) { now.link = in(LinkState::Online); });
        QVERIFY(!wayOn->isVisible());
        QVERIFY(rig.window().findChild<QWidget *>(u"skeleton"_s)->isVisible());
    }

    // What cannot be shown for another reason is not mended by a link.
    void onlyTheLinkIsOffered()
    {
        WindowRig rig;
        openAbsent(rig, offline(true));
        rig.desk->edit([](desk::DeskSnapshot &now) {
            auto open = std::make_shared<desk::OpenItemView>(*now.open);
            open->refusal = domain::Refusal{domain::RefusalCode::ItemUnknown, {}};
            now.open = std::move(open);
        });
        QVERIFY(!wayOnOf(rig)->isVisible());
    }
};

COUNTERSIGN_UI_MAIN(TestAbsentItem)
#include "test_absent_item.moc"
