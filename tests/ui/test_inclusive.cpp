// What WCAG 2.2 asks of the work beyond its looks: time that can be had, nothing sent by a slip,
// credentials that can be pasted, nothing typed twice without need, the platform's settings.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/window_rig.hpp"

#include "app/console/window/desk_guard.hpp"
#include "ui/widgets/review/reason_panel.hpp"
#include "ui/widgets/review/sign_sheet.hpp"
#include "ui/widgets/settings/trust_section.hpp"
#include "ui/widgets/shell/secret_edit.hpp"
#include "ui/widgets/shell/toast.hpp"
#include "ui/widgets/shell/undo_form.hpp"

#include <QAccessible>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace countersign;
using namespace Qt::StringLiterals;
using tests::WindowRig;
using widgets::SecretEdit;

namespace
{

template <class Request>
int countOf(const support::FakeDesk &desk)
{
    return static_cast<int>(std::count_if(desk.asked.begin(), desk.asked.end(), [](const desk::Command &command) {
        return std::holds_alternative<Request>(command.request);
    }));
}

// What stands where: without the words that change with the person.
QStringList namesOfFields(const QWidget &window)
{
    QStringList names;
    const auto add = [&names](const QWidget *field) { names << field->accessibleName(); };
    for (const auto *field : window.findChildren<SecretEdit *>())
        add(field);
    for (const auto *field : window.findChildren<QLineEdit *>())
        add(field);
    for (const auto *field : window.findChildren<QPlainTextEdit *>())
        add(field);
    names.removeAll(QString()); // the patient's initials and birth year, named where they are asked for
    names.removeDuplicates();
    names.sort();
    return names;
}

void open(WindowRig &rig, const desk::QueueRow &row)
{
    rig.openItem(row->id);
}

struct Wish {
    const char *name;
    Qt::Key key;
};
constexpr Wish wishes[] = {{"sign", Qt::Key_Return},
                           {"reject", Qt::Key_R},
                           {"return", Qt::Key_U},
                           {"respond", Qt::Key_M},
                           {"escalate", Qt::Key_H}};

} // namespace

class TestInclusive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    // R-678, 2.2.1: the lock is put off by any key, as often as one likes; ten times at least.
    void theLockIsPutOffAsOftenAsOneLikes()
    {
        WindowRig rig;
        milliseconds now{1'000'000};
        console::GuardRules rules;
        console::DeskGuard guard(rig.window(), rig.console.feed(), [&now] { return now; }, rules);
        auto *const warning = rig.window().findChild<QWidget *>(u"lockWarning"_s);
        for (int times = 0; times < 12; ++times) {
            now += rules.idleMax - rules.warning + std::chrono::seconds(1);
            guard.check();
            QVERIFY(warning->isVisible());
            QVERIFY(!warning->accessibleName().isEmpty()); // said aloud
            QTest::keyClick(&rig.window(), Qt::Key_Shift);
            QVERIFY(!warning->isVisible());
            QCOMPARE(countOf<desk::Lock>(*rig.desk), 0);
        }
        now += rules.idleMax;
        guard.check();
        QCOMPARE(countOf<desk::Lock>(*rig.desk), 1);
        QVERIFY(rules.warning >= std::chrono::seconds(20));
    }

    // And where the organisation gives more time, there is more.
    void moreTimeIsTheOrganisations()
    {
        WindowRig rig;
        milliseconds now{1'000'000};
        console::GuardRules rules;
        rules.idleMax = console::idleMost;
        console::DeskGuard guard(rig.window(), rig.console.feed(), [&now] { return now; }, rules);
        now += console::idleMost - rules.warning - std::chrono::seconds(1);
        guard.check();
        QVERIFY(!rig.window().findChild<QWidget *>(u"lockWarning"_s)->isVisible());
        now += std::chrono::seconds(2);
        guard.check();
        QVERIFY(rig.window().findChild<QWidget *>(u"lockWarning"_s)->isVisible());
        QCOMPARE(countOf<desk::Lock>(*rig.desk), 0);
    }

    // R-681, 3.3.4: what is signed is confirmed on a sheet that shows it, and checked before it goes.
    void noVerdictGoesByOneSlip_data()
    {
        QTest::addColumn<int>("wish");
        for (std::size_t i = 0; i < std::size(wishes); ++i)
            QTest::newRow(wishes[i].name) << static_cast<int>(i);
    }
    void noVerdictGoesByOneSlip()
    {
        QFETCH(int, wish);
        WindowRig rig;
        int sheets = 0;
        const auto rows = rig.desk->latest()->queue->rows;
        for (const desk::QueueRow &row : rows) {
            open(rig, row);
            rig.key(wishes[wish].key, Qt::ControlModifier);
            const bool hasReasons = rig.window().findChild<widgets::ReasonPanel *>()->isVisible();
            const bool hasSheet = hasReasons || rig.window().findChild<widgets::SignSheet *>()->isVisible();
            sheets += hasSheet ? 1 : 0;
            if (!hasSheet)
                continue;
            for (int i = 0; i < 4; ++i) { // with nothing filled in, nothing goes
                rig.key(Qt::Key_Return, Qt::ControlModifier);
                rig.key(Qt::Key_Return);
            }
            QCOMPARE(countOf<desk::Decide>(*rig.desk), 0);
            rig.key(Qt::Key_Escape);
            rig.key(Qt::Key_Escape);
        }
        if (wishes[wish].key != Qt::Key_M) // nobody asks in the demo clinic
            QVERIFY(sheets > 0);
    }

    // What was sent is taken back while it is held, and that too is asked twice.
    void whatIsHeldIsTakenBack()
    {
        WindowRig rig;
        rig.desk->edit([](desk::DeskSnapshot &now) {
            auto history = std::make_shared<desk::HistoryView>(*now.history);
            auto held = std::make_shared<desk::DecisionView>(*history->own.back());
            held->isRetractable = true;
            held->releaseAt = tests::clinicNow() + std::chrono::seconds(30);
            history->own.back() = held;
            now.history = std::move(history);
        });
        QVERIFY(rig.window().findChild<widgets::Toast *>()->isVisible()); // and says so
        rig.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(rig.window().findChild<widgets::UndoForm *>()->isVisible());
        rig.key(Qt::Key_Return); // without a password
        QCOMPARE(countOf<desk::Retract>(*rig.desk), 0);
        auto *const password = rig.window().findChild<widgets::UndoForm *>()->findChild<SecretEdit *>();
        password->setFocus();
        QTest::keyClicks(password, u"secret"_s);
        rig.key(Qt::Key_Return);
        QCOMPARE(countOf<desk::Retract>(*rig.desk), 1);
    }

    // R-682, 3.3.8: every secret may be pasted, typed by another program, or put in through the accessibility tree.
    void everyCredentialMayBePasted()
    {
        WindowRig rig;
        const auto fields = rig.window().findChildren<SecretEdit *>();
        QVERIFY(fields.size() >= 8);
        QGuiApplication::clipboard()->setText(u"correct horse"_s);
        for (SecretEdit *const field : fields) {
            const std::string name = text::toUtf8(field->accessibleName());
            field->clear();
            QKeyEvent paste(QEvent::KeyPress, Qt::Key_V, Qt::ControlModifier, u"\u0016"_s);
            QApplication::sendEvent(field, &paste);
            QVERIFY2(field->characterCount() == 13, name.c_str());
            field->clear();
            auto *const accessible = QAccessible::queryAccessibleInterface(field);
            accessible->setText(QAccessible::Value, u"battery staple"_s);
            QVERIFY2(field->characterCount() == 14, name.c_str());
            QVERIFY2(accessible->state().passwordEdit, name.c_str());
            QVERIFY2(!accessible->text(QAccessible::Value).contains(u"battery"_s), name.c_str());
            QVERIFY2(!name.empty(), "a field without a name is filled by nobody");
            field->clear();
        }
        QGuiApplication::clipboard()->clear();
    }

    // R-683, 3.3.7: record 26 lists what is asked for again and why. Whoever adds a field says here which it is.
    void whatIsTypedTwiceIsOnTheList()
    {
        WindowRig rig;
        const QStringList once{u"Comment"_s,
                               u"Find what can be done"_s,
                               u"Recovery code"_s,
                               u"Search all sources"_s,
                               u"Search in this document"_s,
                               u"Search the history"_s,
                               u"Search the queue"_s,
                               u"Statement"_s,
                               u"User"_s,
                               u"Whole text"_s};
        const QStringList again{u"New password again"_s,
                                u"New password, at least 12 characters"_s,
                                u"Password"_s, // of a signature, an undo, an unlocking
                                u"Password of this machine"_s,
                                u"Password, for a new signing key"_s,
                                u"Password, to register the token"_s,
                                u"PIN of the token"_s, // at each signature, and once to register it
                                u"Type its last four characters"_s, // of a recovery code
                                u"Your user ID: this signature begins a signing session"_s};
        QStringList known = once + again;
        known.sort();
        QCOMPARE(namesOfFields(rig.window()), known);
    }

    // a caret that is drawn as wide as the platform has it, and wider with the text.
    void theCaretIsAsWideAsThePlatformSays()
    {
        for (const double scale : {1.0, 2.0, 3.0}) {
            style::apply(*qApp, style::Theme(style::Look::Light, scale, true));
            const QLineEdit field;
            const int width = field.style()->pixelMetric(QStyle::PM_TextCursorWidth, nullptr, &field);
            QVERIFY2(width >= scale, qPrintable(QString::number(width)));
        }
        style::apply(*qApp, style::Theme(style::Look::Light, 1, true));
    }

    void theLookIsThePlatforms_data()
    {
        QTest::addColumn<QColor>("window");
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("base");
        QTest::addColumn<int>("look");
        const auto row = [](const char *name, QRgb window, QRgb text, QRgb base, style::Look look) {
            QTest::newRow(name) << QColor(window) << QColor(text) << QColor(base) << static_cast<int>(look);
        };
        row("light", 0xefefef, 0x000000, 0xffffff, style::Look::Light);
        row("dark", 0x2d2d2d, 0xffffff, 0x1e1e1e, style::Look::Dark);
        row("contrast, black", 0x000000, 0xffffff, 0x000000, style::Look::HighContrast);
        row("contrast, yellow on black", 0x000000, 0xffff00, 0x000000, style::Look::HighContrast);
        row("contrast, white", 0xffffff, 0x000000, 0xffffff, style::Look::HighContrast);
        row("light on one ground", 0xffffff, 0x303030, 0xffffff, style::Look::Light);
        row("dark on one ground", 0x101010, 0xd0d0d0, 0x101010, style::Look::Dark);
    }
    void theLookIsThePlatforms()
    {
        QFETCH(QColor, window);
        QFETCH(QColor, text);
        QFETCH(QColor, base);
        QFETCH(int, look);
        QPalette palette;
        palette.setColor(QPalette::Window, window);
        palette.setColor(QPalette::WindowText, text);
        palette.setColor(QPalette::Base, base);
        QCOMPARE(static_cast<int>(style::lookOf(palette)), look);
    }

    // Without motion nothing slides.
    void nothingMovesForWhoWantsItSo()
    {
        QCOMPARE(style::Theme(style::Look::Light, 1, true).motion(), 0);
        WindowRig rig;
        QCOMPARE(rig.window().style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
    }
};

COUNTERSIGN_UI_MAIN(TestInclusive)
#include "test_inclusive.moc"
