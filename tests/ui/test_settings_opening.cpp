// Opening the settings is one gesture like any other: the hand is served at once (50 ms), the first time too.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/window_rig.hpp"

#include "ui/presenters/key_book.hpp"
#include "ui/widgets/settings/key_field.hpp"
#include "ui/widgets/settings/settings_page.hpp"

#include <QLabel>

#include <cstdio>

using namespace countersign;
using namespace Qt::StringLiterals;
using tests::WindowRig;

namespace
{

// The names of the gestures as they stand in the settings.
std::vector<QLabel *> titlesOf(WindowRig &rig)
{
    std::vector<QLabel *> titles;
    for (auto *label : rig.window().findChild<widgets::SettingsPage *>()->findChildren<QLabel *>())
        for (const presenters::GestureRow &row : presenters::gestureRows())
            if (label->text() == presenters::titleOf(row.gesture)
                && label->parentWidget()->findChild<widgets::KeyField *>(QString(), Qt::FindDirectChildrenOnly)
                       != nullptr
                && (titles.empty() || titles.back() != label))
                titles.push_back(label);
    return titles;
}

} // namespace

class TestSettingsOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void theFirstTimeToo()
    {
        WindowRig rig;
        support::GuiWatch watch;
        watch.step(u"open"_s, [&] { rig.key(Qt::Key_Comma, Qt::ControlModifier); });
        watch.step(u"paint"_s, [&] { rig.window().repaint(); });
        const double first = watch.longest();
        rig.key(Qt::Key_1, Qt::ControlModifier);
        support::GuiWatch again;
        again.step(u"again"_s, [&] { rig.key(Qt::Key_Comma, Qt::ControlModifier); });
        std::printf("settings: %.1f ms the first time, %.1f ms again\n", first, again.longest());
        QVERIFY2(first < support::GuiWatch::eventMax, qPrintable(QString::number(first)));
    }

    // Fifty titles that might be broken were most of that time: they are broken where they must be.
    void titlesAreBrokenOnlyWhereTheyMustBe()
    {
        WindowRig rig;
        rig.key(Qt::Key_Comma, Qt::ControlModifier);
        const auto titles = titlesOf(rig);
        QVERIFY(titles.size() >= presenters::gestureRows().size());
        for (const QLabel *title : titles) {
            QVERIFY2(!title->wordWrap(), qPrintable(title->text()));
            QVERIFY2(title->width() >= title->sizeHint().width(), qPrintable(title->text()));
        }
        rig.window().resize(360, 500);
        for (const QLabel *title : titles)
            QVERIFY2(title->wordWrap(), qPrintable(title->text()));
    }
};

COUNTERSIGN_UI_MAIN(TestSettingsOpening)
#include "test_settings_opening.moc"
