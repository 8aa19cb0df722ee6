// A shift without a mouse: forty mixed items of the demo clinic, decided by keys alone in the console's own window. The
// keys of each item are counted and printed: at most two and the credential for one that stands as it is, at most eight
// to a coded, located rejection. Who the patient is, where that is asked again, is counted by itself.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/window_rig.hpp"

#include "ui/widgets/review/sign_sheet.hpp"

#include <QLineEdit>

#include <cstdio>
#include <set>

using namespace countersign;
using namespace Qt::StringLiterals;
using tests::WindowRig;

namespace
{

constexpr std::size_t itemCount = 40;
constexpr int supportedMax = 2;
constexpr int flawedMax = 8;
constexpr int lookMax = 60; // statements that an item may ask to be seen

// No mouse: whatever comes of one is a defect of the test.
class NoMouse : public QObject
{
public:
    NoMouse() { qApp->installEventFilter(this); }
    int refused = 0;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::MouseButtonDblClick:
        case QEvent::Wheel:
            ++refused;
            return true;
        default:
            return QObject::eventFilter(watched, event);
        }
    }
};

std::vector<std::shared_ptr<const domain::Item>> mixedItems()
{
    const auto clinic = support::demoItems();
    std::vector<std::shared_ptr<const domain::Item>> items;
    for (std::size_t i = 0; i < itemCount; ++i) {
        auto item = std::make_shared<domain::Item>(*clinic[i % clinic.size()]);
        const std::string number = std::to_string(i);
        item->id = domain::ItemId(item->id.text() + "-" + number);
        item->digest = domain::Digest("sha256:" + std::string(64 - number.size(), 'a') + number);
        items.push_back(std::move(item));
    }
    return items;
}

enum class Kind { Supported, ToBeSeen, Flawed };

struct Count {
    int keys = 0, identity = 0;
};

class Shift
{
public:
    explicit Shift(WindowRig &rig) : rig_(rig) {}

    [[nodiscard]] const desk::OpenItemView &open() { return *rig_.console.feed().snapshot().open; }
    [[nodiscard]] std::vector<domain::Refusal> needs(domain::Verdict verdict)
    {
        for (const auto &offer : open().offers)
            if (offer.verdict == verdict)
                return offer.needs;
        return {};
    }
    [[nodiscard]] Kind kind()
    {
        const auto needed = needs(domain::Verdict::Approve);
        if (needed.empty())
            return Kind::Supported;
        return needed.front().code == domain::RefusalCode::StopFindingOpen ? Kind::Flawed : Kind::ToBeSeen;
    }

    Count decide(Kind kind)
    {
        count_ = {};
        if (kind == Kind::Flawed)
            reject();
        else
            approve();
        return count_;
    }

    support::GuiWatch watch;

private:
    void key(const QString &name, Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        ++count_.keys;
        watch.step(name, [&] { rig_.key(key, with); });
    }
    void approve()
    {
        // One key for each statement that must be seen.
        for (int look = 0; look < lookMax && !needs(domain::Verdict::Approve).empty(); ++look)
            key(u"checked, on to the next"_s, Qt::Key_X);
        key(u"sign"_s, Qt::Key_Return, Qt::ControlModifier);
        sign();
    }
    void reject()
    {
        key(u"to the finding"_s, Qt::Key_N);
        key(u"reject"_s, Qt::Key_R, Qt::ControlModifier);
        key(u"reason"_s, Qt::Key_2);
        key(u"go on to sign"_s, Qt::Key_Return, Qt::ControlModifier);
        sign();
    }
    void sign()
    {
        if (auto *identity = qobject_cast<QLineEdit *>(WindowRig::focus())) {
            const domain::Patient &patient = open().item->proposal.patient;
            const QString typed = text::toQt(patient.given.reveal()).left(1)
                                  + text::toQt(patient.family.reveal()).left(1)
                                  + text::toQt(patient.birthDate.reveal()).left(4);
            QTest::keyClicks(identity, typed);
            rig_.key(Qt::Key_Return);
            count_.identity = static_cast<int>(typed.size()) + 1;
        }
        QTest::keyClicks(WindowRig::focus(), u"secret"_s);
        key(u"signed"_s, Qt::Key_Return);
    }

    WindowRig &rig_;
    Count count_;
};

class TestShift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void fortyItemsByKeysAlone()
    {
        const NoMouse noMouse;
        WindowRig rig(support::demoDesk(tests::clinicNow(), mixedItems()));
        Shift shift(rig);
        rig.key(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(WindowRig::focus()->objectName(), u"queueRows"_s);
        rig.key(Qt::Key_Home);
        rig.key(Qt::Key_Return); // the first row: once a shift
        std::set<domain::ItemId> decided;
        int counts[3] = {0, 0, 0};
        for (std::size_t i = 0; i < itemCount; ++i) {
            QVERIFY(rig.desk->latest()->open != nullptr);
            const domain::ItemId id = shift.open().id;
            QVERIFY2(decided.insert(id).second, id.text().c_str());
            const auto item = shift.open().item;
            const Kind kind = shift.kind();
            const int asked = decisionsOn(*rig.desk);
            const Count count = shift.decide(kind);
            // One decision, and only one.
            QVERIFY2(decisionsOn(*rig.desk) == asked + 1,
                     qPrintable(
                         u"%1, kind %2, %3 keys, the keyboard at %4"_s.arg(text::toQt(id.text()))
                             .arg(static_cast<int>(kind))
                             .arg(count.keys)
                             .arg(WindowRig::focus() != nullptr ? WindowRig::focus()->accessibleName() : u"nobody"_s)));
            const auto *decide = rig.desk->lastAsked<desk::Decide>();
            QVERIFY(decide->item == id);
            static const char *const names[] = {"stands as it is", "must be seen", "flawed"};
            std::printf("%2zu %-24s %-15s %2d keys and the credential", i + 1, id.text().c_str(),
                        names[static_cast<int>(kind)], count.keys);
            std::printf(count.identity > 0 ? ", %d to name the patient\n" : "\n", count.identity);
            ++counts[static_cast<int>(kind)];
            if (kind == Kind::Supported)
                QVERIFY2(count.keys <= supportedMax, id.text().c_str());
            if (kind == Kind::Flawed) {
                QVERIFY2(count.keys <= flawedMax, id.text().c_str());
                QVERIFY(decide->verdict == domain::Verdict::Reject && !decide->reasons.empty());
                QVERIFY2(!decide->reasons.front().statementId.isEmpty(), id.text().c_str());
            }
            QVERIFY2(count.keys < lookMax, id.text().c_str());
        }
        std::printf("%d stood as they were, %d had to be seen, %d were flawed; longest step %.1f ms\n", counts[0],
                    counts[1], counts[2], shift.watch.longest());
        QCOMPARE(decided.size(), itemCount);
        QCOMPARE(noMouse.refused, 0);
        QVERIFY(counts[0] > 0 && counts[2] > 0); // mixed
        for (const QString &over : shift.watch.over())
            qInfo("gui thread busy over 50 ms: %s", qPrintable(over));
        QVERIFY2(shift.watch.longest() < support::GuiWatch::gestureMax,
                 qPrintable(QString::number(shift.watch.longest())));
    }

private:
    static int decisionsOn(const support::FakeDesk &desk)
    {
        int count = 0;
        for (const desk::Command &command : desk.asked)
            count += std::holds_alternative<desk::Decide>(command.request) ? 1 : 0;
        return count;
    }
};

} // namespace

COUNTERSIGN_UI_MAIN(TestShift)
#include "test_shift.moc"
