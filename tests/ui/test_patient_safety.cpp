// Who the patient is: never cut off, at any scale, in the window and on the sheets; and words of one patient
// never end in another's draft.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/window_rig.hpp"
#include "ui/widgets/review/safe_text.hpp"
#include "ui/widgets/review/statement_editor.hpp"
#include "ui/widgets/shell/patient_banner.hpp"

#include <QClipboard>
#include <QLabel>
#include <QMimeData>

#include <map>
#include <set>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto longestFamily = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh de la Santísima Trinidad";
constexpr auto longestGiven = "Maria-Magdalena Philippina Konstantina Henriette";

std::vector<std::shared_ptr<const domain::Item>> itemsWithTheLongestName()
{
    auto items = support::demoItems();
    auto item = std::make_shared<domain::Item>(*items.front());
    item->proposal.patient.family = domain::Phi<std::string>(longestFamily);
    item->proposal.patient.given = domain::Phi<std::string>(longestGiven);
    for (int i = 0; i < 6; ++i) {
        domain::Allergy allergy;
        allergy.substance = "Sulfamethoxazole with trimethoprim";
        allergy.reaction = "toxic epidermal necrolysis";
        item->proposal.patient.allergies.push_back(std::move(allergy));
    }
    items.front() = std::move(item);
    return items;
}

// Every word of the label stands inside of it, and it inside of the window.
bool isWhole(const QLabel &label)
{
    const QRect needed =
        QFontMetrics(label.font())
            .boundingRect(QRect(0, 0, label.contentsRect().width(), 1 << 16), Qt::TextWordWrap, label.text());
    const QWidget *const window = label.window();
    const QRect there(label.mapTo(window, QPoint(0, 0)), label.size());
    return needed.height() <= label.height() + 2 && needed.width() <= label.contentsRect().width() + 2
           && there.right() <= window->width() && there.bottom() <= window->height() && there.left() >= 0;
}

} // namespace

class TestPatientSafety : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void theLongestNameIsNeverCut_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<QSize>("size");
        QTest::newRow("100 %") << 1.0 << QSize(1280, 800);
        QTest::newRow("small") << 1.0 << QSize(1024, 768);
        QTest::newRow("200 %") << 2.0 << QSize(2560, 1600);
        QTest::newRow("200 %, small") << 2.0 << QSize(1280, 800);
    }
    void theLongestNameIsNeverCut()
    {
        QFETCH(double, scale);
        QFETCH(QSize, size);
        style::apply(*qApp, style::Theme(style::Look::Light, scale, true));
        tests::WindowRig rig(support::demoDesk(tests::clinicNow(), itemsWithTheLongestName()));
        rig.window().resize(size);
        rig.openFirst();
        QCoreApplication::sendPostedEvents();
        const auto *const banner = rig.window().findChild<widgets::PatientBanner *>();
        QVERIFY(banner->isVisible());
        for (const QLabel *label : banner->findChildren<QLabel *>())
            QVERIFY2(!label->isVisible() || label->text().isEmpty() || isWhole(*label), qPrintable(label->text()));
        rig.key(Qt::Key_R, Qt::ControlModifier); // a sheet leaves the banner in sight
        QVERIFY(banner->isVisible());
        rig.key(Qt::Key_1);
        rig.key(Qt::Key_Return, Qt::ControlModifier);
        bool isNamed = false;
        for (const QLabel *label : rig.window().findChildren<QLabel *>())
            isNamed =
                isNamed
                || (label->isVisible() && label->text().contains(u"FEATHERSTONEHAUGH"_s) && label->text().size() > 80);
        QVERIFY(isNamed);
    }

    // a mark of two characters and a band, the same in the title, which holds no name.
    void everyPatientHasAMark()
    {
        tests::WindowRig rig;
        std::map<domain::PatientId, QString> titles;
        for (const desk::QueueRow &row : rig.desk->latest()->queue->rows) {
            rig.openItem(row->id);
            const auto view = presenters::describeBanner(*rig.desk->latest()->open, tests::clinicNow());
            QCOMPARE(view.token.size(), 2);
            QVERIFY(view.band >= 0 && view.band < style::bandCount);
            QVERIFY(rig.window().windowTitle().endsWith(view.token));
            const auto [known, isNew] = titles.try_emplace(row->patient, rig.window().windowTitle());
            QCOMPARE(known->second, rig.window().windowTitle());
        }
        std::set<QString> different;
        for (const auto &[patient, title] : titles)
            different.insert(title);
        QVERIFY(titles.size() > 3 && different.size() * 10 >= titles.size() * 9);
        rig.window().showPage(widgets::MainWindow::Queue);
        QCOMPARE(rig.window().windowTitle(), u"Countersign"_s);
    }

    void wordsOfOnePatientDoNotEndInAnothers()
    {
        const auto copyFrom = [](tests::WindowRig &rig, const char *item) {
            rig.openItem(domain::ItemId(item));
            for (widgets::SafeText *text : rig.window().findChildren<widgets::SafeText *>())
                if (text->accessibleName() == u"Draft"_s) {
                    text->select(widgets::TextRange{{1, 0}, {1, 12}});
                    text->copy();
                }
        };
        const auto pasteInto = [](const char *item) { // in a window of its own: an edited item is not left
            tests::WindowRig rig;
            rig.openItem(domain::ItemId(item));
            rig.key(Qt::Key_I);
            auto *const editor = rig.window().findChild<widgets::StatementEditor *>();
            const QString before = editor->toPlainText();
            editor->paste();
            return editor->toPlainText() != before;
        };
        tests::WindowRig rig;
        copyFrom(rig, "note-rivera");
        QVERIFY(!QApplication::clipboard()->text().isEmpty());
        QVERIFY(pasteInto("note-rivera"));
        QVERIFY(!pasteInto("note-chen"));
        const QMimeData *const held = QApplication::clipboard()->mimeData();
        for (const QString &format : held->formats()) // whose they are is told without saying who it is
            QVERIFY(!QString::fromUtf8(held->data(format)).contains(u"p-rivera"_s));
        QApplication::clipboard()->setText(u"typed elsewhere"_s);
        QVERIFY(pasteInto("note-chen"));
    }
};

COUNTERSIGN_UI_MAIN(TestPatientSafety)
#include "test_patient_safety.moc"
