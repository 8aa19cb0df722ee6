// whatever a hand can drag in the window, keys move too; the keys stand in the map, and others may be chosen.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/window_rig.hpp"

#include "ui/widgets/review/safe_text.hpp"
#include "ui/widgets/shell/keyboard_map.hpp"

#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableView>

using namespace countersign;
using namespace Qt::StringLiterals;
using tests::WindowRig;

namespace
{

constexpr auto more = Qt::Key_Right, less = Qt::Key_Left;

// The one that has two panes on the screen and this widget in the first of them.
QSplitter *dividing(const QWidget *first)
{
    for (QWidget *parent = first->parentWidget(); parent != nullptr; parent = parent->parentWidget())
        if (auto *const splitter = qobject_cast<QSplitter *>(parent);
            splitter != nullptr && splitter->count() == 2 && splitter->widget(1)->isVisible()
            && (splitter->widget(0) == first || splitter->widget(0)->isAncestorOf(first)))
            return splitter;
    return nullptr;
}

widgets::SafeText *draftOf(WindowRig &rig)
{
    for (auto *text : rig.window().findChildren<widgets::SafeText *>())
        if (text->accessibleName() == u"Draft"_s && text->isVisible())
            return text;
    return nullptr;
}

} // namespace

class TestDividers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void everyDividerMovesByKeys_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("history") << 0;
        QTest::newRow("queue beside the review") << 1;
        QTest::newRow("draft and evidence") << 2;
    }
    void everyDividerMovesByKeys()
    {
        QFETCH(int, which);
        WindowRig rig;
        rig.window().resize(1600, 900);
        which == 0 ? rig.key(Qt::Key_3, Qt::ControlModifier) : rig.openFirst();
        if (which == 1)
            rig.window().queue().takeFocus();
        if (which == 2)
            draftOf(rig)->setFocus();
        QSplitter *const splitter = dividing(WindowRig::focus());
        QVERIFY(splitter != nullptr);
        const auto before = splitter->sizes();
        rig.key(less, Qt::AltModifier);
        QVERIFY(splitter->sizes().constFirst() < before.constFirst());
        QVERIFY(splitter->sizes().constLast() > before.constLast());
        rig.key(more, Qt::AltModifier);
        QCOMPARE(splitter->sizes(), before);
        for (int i = 0; i < 60; ++i)
            rig.key(less, Qt::AltModifier);
        QVERIFY(splitter->sizes().constFirst() > 0); // no pane is lost
        QVERIFY(WindowRig::focus()->isVisible());
    }

    // What was chosen is still so when the person comes back, and when the window changes a little.
    void whatWasChosenStays()
    {
        WindowRig rig;
        rig.window().resize(1600, 900);
        rig.openFirst();
        rig.window().queue().takeFocus();
        rig.key(more, Qt::AltModifier);
        const int queue = rig.window().queue().width();
        rig.key(Qt::Key_3, Qt::ControlModifier);
        const auto *const table = rig.window().findChild<QTableView *>(u"historyRows"_s);
        for (int i = 0; i < 3; ++i)
            rig.key(less, Qt::AltModifier);
        QCOMPARE(table->horizontalHeader()->length() <= table->viewport()->width(), true); // no column is cut off
        const double share = double(table->width()) / rig.window().width();
        rig.window().resize(1610, 900);
        QCOMPARE_LT(std::abs(double(table->width()) / rig.window().width() - share), 0.02);
        rig.key(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(rig.window().queue().width(), queue);
    }

    void theKeysStandInTheMapAndMayBeChanged()
    {
        WindowRig rig;
        rig.window().resize(1600, 900);
        QStringList said;
        for (const QLabel *label : rig.window().findChild<widgets::KeyboardMap *>()->findChildren<QLabel *>())
            said << label->text();
        for (const auto gesture :
             {presenters::Gesture::WidenList, presenters::Gesture::NarrowList, presenters::Gesture::WidenDraft,
              presenters::Gesture::NarrowDraft, presenters::Gesture::WidenPage, presenters::Gesture::NarrowPage})
            QVERIFY2(said.contains(presenters::titleOf(gesture)), presenters::rowOf(gesture).id);
        QVERIFY(said.contains(u"Alt Right"_s) && said.contains(u"Alt Shift Left"_s));
    }

    // Nothing else can be dragged: where a hand could, a splitter's handle is the only such thing.
    void nothingElseIsDragged()
    {
        WindowRig rig;
        for (auto *view : rig.window().findChildren<QAbstractItemView *>())
            QVERIFY2(!view->dragEnabled() && view->dragDropMode() == QAbstractItemView::NoDragDrop,
                     view->metaObject()->className());
        for (auto *header : rig.window().findChildren<QHeaderView *>()) {
            QVERIFY(!header->sectionsMovable());
            for (int i = 0; i < header->count(); ++i)
                QVERIFY(header->sectionResizeMode(i) != QHeaderView::Interactive);
        }
    }
};

COUNTERSIGN_UI_MAIN(TestDividers)
#include "test_dividers.moc"
