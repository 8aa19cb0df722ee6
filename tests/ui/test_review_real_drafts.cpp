// Drafts that real language models wrote, read to the end: every statement shown, every citation looked up.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/review_fixture.hpp"

#include "core/protocol/proposal_codec.hpp"
#include "ui/style/apply.hpp"
#include "ui/widgets/review/review_page.hpp"
#include "ui/widgets/review/safe_text.hpp"

#include <QElapsedTimer>
#include <QTest>

#include <fstream>
#include <set>

using namespace countersign;

namespace
{

class TestReviewRealDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void everyStatementIsReached_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"real-drafts", "clinician-notes", "seeded-faults"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void everyStatementIsReached()
    {
        QFETCH(QString, file);
        const QString folder = qEnvironmentVariable("COUNTERSIGN_DATA");
        std::ifstream lines((folder + QStringLiteral("/proposals/%1.ndjson").arg(file)).toStdString());
        if (folder.isEmpty() || !lines)
            QSKIP("COUNTERSIGN_DATA is not set: the real drafts were left out");
        support::FakeDesk desk(tests::deskWith(nullptr));
        presenters::DeskFeed feed(desk);
        tests::StillTime time;
        widgets::ReviewPage page(feed, time.clock());
        page.resize(1200, 760);
        page.show();
        int items = 0;
        qint64 slowest = 0;
        for (std::string line; std::getline(lines, line) && items < 40; ++items)
            readToTheEnd(desk, page, line, slowest);
        QVERIFY(items > 0);
        QVERIFY2(slowest < 300, qPrintable(QStringLiteral("opening took %1 ms").arg(slowest)));
    }

private:
    static void readToTheEnd(support::FakeDesk &desk, widgets::ReviewPage &page, const std::string &line,
                             qint64 &slowest)
    {
        auto decoded = protocol::decodeProposal(line);
        QVERIFY(decoded.has_value());
        auto item = std::make_shared<domain::Item>();
        item->id = domain::ItemId{"item-" + decoded->proposal.id.text()};
        item->digest = domain::Digest{item->id.text()};
        item->proposal = std::move(decoded->proposal);
        QElapsedTimer timer;
        timer.start();
        desk.edit([&](desk::DeskSnapshot &now) { now.open = tests::opened(item); });
        page.grab();
        slowest = std::max(slowest, timer.elapsed());
        widgets::SafeText *draft = nullptr;
        for (widgets::SafeText *text : page.findChildren<widgets::SafeText *>())
            if (text->accessibleName() == QStringLiteral("Draft"))
                draft = text;
        std::size_t statements = 0;
        for (const domain::Section &section : domain::sectionsOf(std::as_const(item->proposal.draft)))
            statements += section.statements.size();
        std::set<QString> reached;
        for (std::size_t i = 0; i < statements; ++i) {
            reached.insert(draft->blocks()[static_cast<std::size_t>(*draft->current())].id);
            QVERIFY(draft->viewport()->rect().intersects(draft->blockRect(*draft->current())));
            QTest::keyClick(draft, Qt::Key_J);
        }
        QCOMPARE(reached.size(), statements);
    }
};

} // namespace

COUNTERSIGN_UI_MAIN(TestReviewRealDrafts)
#include "test_review_real_drafts.moc"
