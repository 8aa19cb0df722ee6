// The pointer: nothing happens when a button goes down, and what was begun is left by moving off; what stands
// on a control is what it is called by voice.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/window_rig.hpp"

#include "ui/style/focus_ring.hpp"
#include "ui/widgets/review/safe_text.hpp"

#include <QAbstractButton>
#include <QAccessible>
#include <QMouseEvent>
#include <QSignalSpy>

using namespace countersign;
using namespace Qt::StringLiterals;
using tests::WindowRig;
using widgets::MainWindow;

namespace
{

struct Scene {
    const char *name;
    void (*go)(WindowRig &rig);
};

const std::vector<Scene> scenes{
    {"queue", [](WindowRig &rig) { rig.key(Qt::Key_1, Qt::ControlModifier); }},
    {"review", [](WindowRig &rig) { rig.openFirst(); }},
    {"reasons",
     [](WindowRig &rig) {
         rig.openFirst();
         rig.key(Qt::Key_R, Qt::ControlModifier);
     }},
    {"history", [](WindowRig &rig) { rig.key(Qt::Key_3, Qt::ControlModifier); }},
    {"settings", [](WindowRig &rig) { rig.key(Qt::Key_Comma, Qt::ControlModifier); }},
    {"outbox", [](WindowRig &rig) { rig.key(Qt::Key_O, Qt::ControlModifier); }},
};

void press(QWidget &widget, const QPoint &at)
{
    QMouseEvent event(QEvent::MouseButtonPress, at, widget.mapToGlobal(at), Qt::LeftButton, Qt::LeftButton,
                      Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

// Off the widget, then up.
void leave(QWidget &widget)
{
    const QPoint away(-40, -40);
    QMouseEvent move(QEvent::MouseMove, away, widget.mapToGlobal(away), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &move);
    QMouseEvent release(QEvent::MouseButtonRelease, away, widget.mapToGlobal(away), Qt::LeftButton, Qt::NoButton,
                        Qt::NoModifier);
    QApplication::sendEvent(&widget, &release);
}

std::vector<QAbstractButton *> buttonsOf(WindowRig &rig)
{
    std::vector<QAbstractButton *> shown;
    for (auto *button : rig.window().findChildren<QAbstractButton *>())
        if (button->isVisible() && button->isEnabled())
            shown.push_back(button);
    return shown;
}

} // namespace

class TestPointer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void aButtonThatGoesDownDoesNothing_data() { addScenes(); }
    void aButtonThatGoesDownDoesNothing()
    {
        QFETCH(int, scene);
        WindowRig rig;
        scenes[static_cast<std::size_t>(scene)].go(rig);
        const auto buttons = buttonsOf(rig);
        QVERIFY(buttons.size() > 4);
        for (QAbstractButton *const button : buttons) {
            const auto asked = rig.desk->asked.size();
            const bool wasChecked = button->isChecked();
            const QWidget *const focus = WindowRig::focus();
            press(*button, button->rect().center());
            leave(*button);
            const std::string label = text::toUtf8(button->accessibleName());
            const char *const name = label.c_str();
            QVERIFY2(rig.desk->asked.size() == asked, name);
            QVERIFY2(button->isChecked() == wasChecked, name);
            QVERIFY2(QApplication::activePopupWidget() == nullptr, name);
            if (focus != nullptr)
                QVERIFY2(focus->isVisible(), name); // no page or sheet went or came
        }
    }

    void aStatementIsChosenWhereTheButtonComesUp()
    {
        WindowRig rig;
        rig.openFirst();
        widgets::SafeText *draft = nullptr;
        for (auto *text : rig.window().findChildren<widgets::SafeText *>())
            if (text->accessibleName() == u"Draft"_s && text->isVisible())
                draft = text;
        QVERIFY(draft != nullptr);
        const auto before = draft->current();
        QSignalSpy clicks(draft, &widgets::SafeText::blockClicked);
        const QPoint low(draft->viewport()->width() / 3, draft->viewport()->height() - 20);
        press(*draft->viewport(), low);
        QCOMPARE(draft->current(), before);
        leave(*draft->viewport());
        QCOMPARE(clicks.size(), 0);
        QCOMPARE(draft->current(), before);
        QTest::mouseClick(draft->viewport(), Qt::LeftButton, {}, low);
        QCOMPARE(clicks.size(), 1);
    }

    // 2.4.7: also where the page under a control was scrolled to bring it into view.
    void theRingIsWhereTheKeyboardIs()
    {
        WindowRig rig;
        rig.key(Qt::Key_Comma, Qt::ControlModifier);
        auto *const ring = rig.window().findChild<style::FocusRing *>();
        QVERIFY(ring != nullptr);
        int rings = 0;
        constexpr int stops = 40; // beyond what fits on the screen
        for (int i = 0; i < stops; ++i) {
            rig.key(Qt::Key_Tab);
            QCoreApplication::processEvents();
            const QWidget *const focus = WindowRig::focus();
            if (!ring->isVisible() || focus == nullptr)
                continue;
            ++rings;
            const QRect there(focus->mapTo(&rig.window(), QPoint(0, 0)), focus->size());
            QCOMPARE(ring->geometry().center(), there.center());
            QVERIFY(ring->geometry().contains(there));
        }
        QVERIFY(rings > stops / 2);
    }

    void whatStandsOnAControlIsInItsName_data() { addScenes(); }
    void whatStandsOnAControlIsInItsName()
    {
        QFETCH(int, scene);
        WindowRig rig;
        scenes[static_cast<std::size_t>(scene)].go(rig);
        int labelled = 0;
        for (QAbstractButton *const button : buttonsOf(rig)) {
            QString label = button->text().section(u"  "_s, 0, 0); // what comes after is a key's cap
            label.remove(u'&');
            if (label.isEmpty())
                continue;
            ++labelled;
            auto *const accessible = QAccessible::queryAccessibleInterface(button);
            const QString name = accessible->text(QAccessible::Name);
            QVERIFY2(name.contains(label, Qt::CaseInsensitive), qPrintable(label + u" / "_s + name));
        }
        QVERIFY(labelled > 0);
    }

private:
    static void addScenes()
    {
        QTest::addColumn<int>("scene");
        for (std::size_t i = 0; i < scenes.size(); ++i)
            QTest::newRow(scenes[i].name) << static_cast<int>(i);
    }
};

COUNTERSIGN_UI_MAIN(TestPointer)
#include "test_pointer.moc"
