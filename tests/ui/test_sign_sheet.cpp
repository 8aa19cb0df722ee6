// The sign sheet as a person and a screen reader meet it: every field at once for every verdict, the words on
// the screen beside the credential, the legal sentence above it; keys that are held act on nothing
//
#include "tests/support/gui_watch.hpp"
#include "tests/ui/review_fixture.hpp"

#include "ui/style/apply.hpp"
#include "ui/widgets/review/review_page.hpp"
#include "ui/widgets/review/safe_text.hpp"
#include "ui/widgets/review/sign_sheet.hpp"
#include "ui/widgets/shell/secret_edit.hpp"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <functional>

using namespace countersign;
using namespace countersign::widgets;
using namespace Qt::StringLiterals;
using support::FakeDesk;

namespace
{

struct Window {
    explicit Window(domain::Tier tier = domain::Tier::Moderate)
        : desk(tests::deskWith(itemOf(tier))), feed(desk), page(feed, time.clock())
    {
        desk.edit([](desk::DeskSnapshot &now) {
            auto open = std::make_shared<desk::OpenItemView>(*now.open);
            open->offers.push_back({domain::Verdict::Escalate,
                                    {},
                                    policy::meaningOf(domain::Verdict::Escalate, domain::Role::Clinician),
                                    policy::legalFor(domain::Verdict::Escalate)});
            now.open = open;
        });
        time.elapsed += milliseconds(1000);
        page.resize(1200, 760);
        page.show();
        QApplication::setActiveWindow(&page);
        page.setFocus();
    }
    static std::shared_ptr<const domain::Item> itemOf(domain::Tier tier)
    {
        auto item = tests::sampleItem();
        item->tier = tier;
        return item;
    }
    [[nodiscard]] SignSheet &sheet() { return *page.findChild<SignSheet *>(); }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &page, key, with);
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    tests::StillTime time;
    FakeDesk desk;
    presenters::DeskFeed feed;
    ReviewPage page;
};

// Names of what is on the screen below an interface, in reading order, as assistive technology is told them.
QStringList spoken(QAccessibleInterface *at)
{
    if (at == nullptr || at->state().invisible)
        return {};
    QStringList names;
    const QString name = at->text(QAccessible::Name);
    if (!name.isEmpty() && at->childCount() == 0)
        names << QString(name).replace(QChar(0x00A0), u' ');
    for (int i = 0; i < at->childCount(); ++i)
        names << spoken(at->child(i));
    return names;
}

class TestSignSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void everyFieldIsSpokenForEveryVerdict_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("decision");
        QTest::addColumn<QString>("meaning");
        QTest::addColumn<QString>("next");
        const auto row = [](const char *name, Qt::Key key, const char *title, const char *decision, const char *meaning,
                            const char *next) {
            QTest::newRow(name) << static_cast<int>(key) << QString::fromUtf8(title) << QString::fromUtf8(decision)
                                << QString::fromUtf8(meaning) << QString::fromUtf8(next);
        };
        row("approve", Qt::Key_Return, "Sign and file the note", "Approved", "approval", "then released");
        row("reject", Qt::Key_R, "Sign the rejection", "Rejected", "review", "may not send this draft again");
        row("return", Qt::Key_U, "Sign and return the draft", "Returned", "review", "sends a new revision");
        row("respond", Qt::Key_M, "Sign and send the answer", "Answered", "review", "gets your answer");
        row("escalate", Qt::Key_H, "Sign and hand on", "Escalated", "review", "a specialist");
    }
    void everyFieldIsSpokenForEveryVerdict()
    {
        QFETCH(int, key);
        QFETCH(QString, title);
        QFETCH(QString, decision);
        QFETCH(QString, meaning);
        QFETCH(QString, next);
        Window window;
        window.press(static_cast<Qt::Key>(key), Qt::ControlModifier);
        if (key == Qt::Key_M) {
            window.page.findChild<QPlainTextEdit *>()->setFocus();
            for (auto *field : window.page.findChildren<QPlainTextEdit *>())
                if (field->accessibleName() == u"Comment"_s)
                    field->setPlainText(u"The left one."_s);
            window.press(Qt::Key_Return, Qt::ControlModifier);
        } else if (key != Qt::Key_Return) {
            window.press(Qt::Key_1);
            window.press(Qt::Key_Return, Qt::ControlModifier);
        }
        QVERIFY(window.sheet().isVisible());
        const QString all = spoken(QAccessible::queryAccessibleInterface(&window.sheet())).join(u" | "_s);
        const QStringList fields{u"RIVERA, Rachel"_s,
                                 u"12 Mar 1978"_s,
                                 u"MRN 004-118"_s, // the patient
                                 u"Visit note: knee"_s,
                                 u"item item-1, revision 1"_s,
                                 u"digest 111111111111"_s,
                                 u"What you sign"_s,
                                 title,
                                 next,
                                 u"Decision"_s,
                                 decision,
                                 u"Signed by"_s,
                                 u"Dr Ife Adeyemi, MD · Clinician"_s,
                                 u"Time"_s,
                                 u"02 Nov 2026"_s,
                                 u"UTC"_s,
                                 u"Meaning of the signature"_s,
                                 u"Password"_s,
                                 u"Back to the draft"_s};
        for (const QString &field : fields)
            QVERIFY2(all.contains(field, Qt::CaseInsensitive)
                         || (field == u"What you sign"_s && all.contains(u"draft"_s)),
                     qPrintable(field + u" is not in: "_s + all));
        QVERIFY2(all.contains(meaning, Qt::CaseInsensitive), qPrintable(all));
        QCOMPARE(all.contains(u"Reasons"_s), key != Qt::Key_Return);
        // the sentence is the one that is signed, and stands above the credential.
        bool hasLegal = false;
        const auto *password = window.sheet().findChild<SecretEdit *>();
        for (const QLabel *label : window.sheet().findChildren<QLabel *>())
            if (const QString legal = QString::fromStdString(policy::legalFor(domain::Verdict::Approve).text);
                label->isVisible() && (label->text() == legal || label->text().contains(u"sign"_s))) {
                hasLegal = hasLegal
                           || label->mapTo(&window.sheet(), QPoint(0, 0)).y()
                                  < password->mapTo(&window.sheet(), QPoint(0, 0)).y();
            }
        QVERIFY(hasLegal);
    }

    // nothing covers the words while the credential is typed.
    void theWordsStayBesideTheCredential()
    {
        Window window;
        window.press(Qt::Key_Return, Qt::ControlModifier);
        window.type(u"secret"_s);
        SafeText *words = nullptr;
        for (auto *text : window.sheet().findChildren<SafeText *>())
            words = text;
        QVERIFY(words != nullptr && words->isVisible());
        const auto *password = window.sheet().findChild<SecretEdit *>();
        const QRect there(words->mapTo(&window.page, QPoint(0, 0)), words->size());
        const QRect credential(password->mapTo(&window.page, QPoint(0, 0)), password->size());
        QVERIFY(!there.intersects(credential));
        QVERIFY(window.page.rect().contains(there) && window.page.rect().contains(credential));
        const QWidget *top = window.page.childAt(there.center());
        QVERIFY(top == words || words->isAncestorOf(top));
    }

    // R-642 by keys: the question comes first, Enter goes on, and the button waits.
    void thePatientIsNamedByKeys()
    {
        Window window(domain::Tier::High);
        window.press(Qt::Key_Return, Qt::ControlModifier);
        auto *identity = window.sheet().findChild<QLineEdit *>(u"identity"_s);
        QCOMPARE(QApplication::focusWidget(), identity);
        window.type(u"xx1978"_s);
        window.press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), identity);
        identity->clear();
        window.type(u"rr1978"_s);
        window.press(Qt::Key_Return);
        QVERIFY(qobject_cast<SecretEdit *>(QApplication::focusWidget()) != nullptr);
        window.type(u"secret"_s);
        window.press(Qt::Key_Return);
        QCOMPARE(tests::countOf<desk::Decide>(window.desk), 1);
    }

    // a chord that is held while the next item comes under it acts on nothing until it was let go of.
    void aHeldChordActsOnNothing()
    {
        Window window;
        QWidget *focus = QApplication::focusWidget();
        QTest::keyPress(focus, Qt::Key_Return, Qt::ControlModifier);
        window.press(Qt::Key_Escape);
        QVERIFY(!window.sheet().isVisible());
        window.desk.edit([](desk::DeskSnapshot &now) {
            now.open = tests::opened(tests::sampleItem(tests::sampleDraft(), "item-2"));
        });
        window.time.elapsed += milliseconds(5000);
        for (int i = 0; i < 30; ++i) { // a second of repeats
            QTest::keyPress(&window.page, Qt::Key_Return, Qt::ControlModifier);
            QVERIFY(!window.sheet().isVisible());
        }
        QTest::keyRelease(&window.page, Qt::Key_Return, Qt::ControlModifier);
        QTest::keyRelease(&window.page, Qt::Key_Control);
        window.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(window.sheet().isVisible());
    }

    // R-619 on the screen: the sheet closes to the difference.
    void aNewVersionClosesTheSheetToTheDifference()
    {
        Window window;
        window.press(Qt::Key_Return, Qt::ControlModifier);
        window.type(u"secr"_s);
        window.desk.edit([](desk::DeskSnapshot &now) {
            auto draft = tests::sampleDraft();
            std::get<domain::NoteDraft>(draft).sections[0].statements[0].text = "Her right knee hurts.";
            auto item = tests::sampleItem(draft);
            item->digest = domain::Digest{"sha256:" + std::string(64, '7')};
            now.open = tests::opened(item);
        });
        QVERIFY(!window.sheet().isVisible());
        const auto *difference = qobject_cast<SafeText *>(QApplication::focusWidget());
        QVERIFY(difference != nullptr);
        QCOMPARE(difference->accessibleName(), u"What changed"_s);
        window.type(u"et"_s);
        window.press(Qt::Key_Return);
        QCOMPARE(tests::countOf<desk::Decide>(window.desk), 0);
    }
};

} // namespace

COUNTERSIGN_UI_MAIN(TestSignSheet)
#include "test_sign_sheet.moc"
