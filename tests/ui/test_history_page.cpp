// The history under a person's hands: filters by verdict, reason and person, search, and the statement as it was
// signed.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/window_rig.hpp"

#include "ui/text/words.hpp"
#include "ui/widgets/history/history_page.hpp"
#include "ui/widgets/history/statement_pane.hpp"

#include <QAbstractItemModel>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QScopeGuard>
#include <QTableView>

using namespace countersign;
using namespace Qt::StringLiterals;
using models::HistoryModel;
using widgets::Chip;

namespace
{

desk::DeskSnapshot past()
{
    const auto desk = support::demoDesk(tests::clinicNow());
    desk::DeskSnapshot snapshot = *desk->latest();
    auto history = std::make_shared<desk::HistoryView>(*snapshot.history);
    domain::ItemSummary theirs = *snapshot.queue->rows.front();
    theirs.decision = domain::DecisionSummary{
        domain::DecisionId("d-other"), domain::Verdict::Approve, domain::ReviewerId("b"), "Dr Other Person", {},
        "2026-11-02T08:30:00Z"};
    history->others.push_back(std::make_shared<const domain::ItemSummary>(theirs));
    snapshot.history = history;
    return snapshot;
}

struct Rig {
    explicit Rig(desk::DeskSnapshot snapshot = past()) : desk(std::move(snapshot)), feed(desk), page(feed)
    {
        page.resize(1100, 700);
        page.show();
        table = page.findChild<QTableView *>(u"historyRows"_s);
    }
    [[nodiscard]] int rows() const { return table->model()->rowCount(); }
    [[nodiscard]] Chip *chip(const QString &name) const
    {
        for (Chip *one : page.findChildren<Chip *>())
            if (one->accessibleName().startsWith(name))
                return one;
        return nullptr;
    }
    // False: the chip does not offer it.
    [[nodiscard]] bool choose(const QString &name, const QString &choice) const
    {
        for (const Chip::Choice &one : chip(name)->choices())
            if (one.text == choice) {
                one.choose();
                return true;
            }
        return false;
    }
    [[nodiscard]] QStringList column(int column) const
    {
        QStringList out;
        for (int row = 0; row < rows(); ++row)
            out << table->model()->index(row, column).data().toString();
        out.removeDuplicates();
        return out;
    }

    support::FakeDesk desk;
    presenters::DeskFeed feed;
    widgets::HistoryPage page;
    QTableView *table = nullptr;
};

} // namespace

class TestHistoryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        style::apply(*qApp, style::Theme(style::Look::Light, 1, true));
    }

    void showsOwnAndOthers()
    {
        const Rig rig;
        QVERIFY(rig.rows() >= 2);
        QCOMPARE(rig.column(HistoryModel::PersonColumn).size(), 2);
    }

    void filtersByVerdict()
    {
        const Rig rig;
        QVERIFY(rig.choose(u"Verdict"_s, text::phrase(domain::Verdict::Reject)));
        QCOMPARE(rig.column(HistoryModel::VerdictColumn), QStringList(text::phrase(domain::Verdict::Reject)));
        QVERIFY(rig.chip(u"Verdict"_s)->isNarrowing()); // a filter that hides something is seen
    }

    void filtersByReason()
    {
        const Rig rig;
        QVERIFY(rig.choose(u"Reason"_s, text::reasonChip("N08")));
        QCOMPARE(rig.rows(), 1);
        QVERIFY(rig.column(HistoryModel::ReasonsColumn).front().contains(text::reasonChip("N08")));
    }

    void filtersByPerson()
    {
        const Rig rig;
        QVERIFY(rig.choose(u"Person"_s, u"Dr Other Person"_s));
        QCOMPARE(rig.column(HistoryModel::PersonColumn), QStringList(u"Dr Other Person"_s));
    }

    void filtersTogetherMayLeaveNothingAndSaySo()
    {
        const Rig rig;
        QVERIFY(rig.choose(u"Person"_s, u"Dr Other Person"_s));
        QVERIFY(rig.choose(u"Verdict"_s, text::phrase(domain::Verdict::Reject)));
        QCOMPARE(rig.rows(), 0);
        QVERIFY(!rig.table->isVisible());
        bool isSaid = false;
        for (const QLabel *label : rig.page.findChildren<QLabel *>())
            isSaid = isSaid || (label->isVisible() && label->wordWrap() && !label->text().isEmpty());
        QVERIFY(isSaid);
    }

    void searches()
    {
        const Rig rig;
        const int all = rig.rows();
        auto *search = rig.page.findChild<QLineEdit *>();
        QTest::keyClick(rig.table, Qt::Key_Slash);
        QTest::keyClicks(search, u"no such patient"_s);
        QCOMPARE(rig.rows(), 0);
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(rig.rows(), all);
    }

    void theStatementIsTheOneOfTheRow()
    {
        const Rig rig;
        auto *statement = rig.page.findChild<widgets::StatementPane *>();
        const auto says = [&](const QString &words) {
            for (const QLabel *label : statement->findChildren<QLabel *>())
                if (label->text().contains(words))
                    return true;
            return false;
        };
        for (int row = 0; row < rig.rows(); ++row) {
            rig.table->selectRow(row);
            QVERIFY(says(rig.table->model()->index(row, HistoryModel::PersonColumn).data().toString()));
        }
    }

    // Whichever way the window reads, the newest is chosen, and keys go on from there.
    void startsWithTheNewest_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    void startsWithTheNewest()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QGuiApplication::setLayoutDirection(direction);
        const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
        const Rig rig;
        const auto chosen = [&] {
            const QModelIndexList rows = rig.table->selectionModel()->selectedRows(HistoryModel::ItemColumn);
            return rows.size() == 1 ? rows.front().row() : -1;
        };
        QCOMPARE(chosen(), 0);
        QTest::keyClick(rig.table, Qt::Key_J);
        QCOMPARE(chosen(), 1);
        QTest::keyClick(rig.table, Qt::Key_K);
        QCOMPARE(chosen(), 0);
    }

    // Words that are being copied stay marked while the desk goes on working behind them.
    void whatIsMarkedStaysMarked()
    {
        Rig rig;
        auto *statement = rig.page.findChild<widgets::StatementPane *>();
        const QPointer<QLabel> digest = statement->findChildren<QLabel *>().last();
        digest->setSelection(0, 4);
        rig.desk.edit([](desk::DeskSnapshot &now) { now.link.state = desk::LinkState::Offline; });
        QVERIFY(!digest.isNull());
        QCOMPARE(digest->selectedText().size(), 4);
    }

    // What was decided is read in the list, where there is room for it.
    void noVerdictIsCut()
    {
        Rig rig;
        rig.page.resize(1200, 700);
        const auto words = text::phrase(domain::Verdict::ApproveEdited);
        const int margins = style::themeOf(rig.table).px(16);
        QVERIFY(QFontMetrics(style::themeOf(rig.table).font(style::Type::Small)).horizontalAdvance(words) + margins
                <= rig.table->columnWidth(HistoryModel::VerdictColumn));
        int all = 0;
        for (int column = 0; column < HistoryModel::ColumnCount; ++column)
            all += rig.table->columnWidth(column); // 0 where it is hidden
        QVERIFY(all <= rig.table->viewport()->width());
    }
};

COUNTERSIGN_UI_MAIN(TestHistoryPage)
#include "test_history_page.moc"
