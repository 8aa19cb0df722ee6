// What holds a verdict up is said whole, however long its language makes it, and nothing above moves because less of it
// is left.
#include "tests/support/gui_watch.hpp"

#include "ui/style/apply.hpp"
#include "ui/widgets/review/decision_bar.hpp"
#include "ui/widgets/shell/brief_label.hpp"

#include <QPushButton>
#include <QVBoxLayout>

using namespace countersign;
using namespace Qt::StringLiterals;
using widgets::BriefLabel;
using widgets::DecisionBar;

namespace
{

const QString lengthy =
    u"3 Aussagen müssen noch mit ihrer Quelle gesehen oder geprüft werden. N geht hin, X prüft und geht "
    "weiter. Eine Meldung hält die Freigabe auf, bis sie beantwortet ist. Der Antrag eines anderen "
    "Werkzeugs kann nicht bearbeitet werden."_s;

// The bar below something to read, as on its page.
struct Page {
    explicit Page(QSize size)
    {
        auto *column = new QVBoxLayout(&whole);
        column->setContentsMargins(0, 0, 0, 0);
        above = new QWidget;
        column->addWidget(above, 1);
        column->addWidget(bar = new DecisionBar);
        whole.resize(size);
        whole.show();
    }
    void show(const QString &title, const QString &sentence) const
    {
        presenters::ReviewView view;
        view.header.title = title;
        view.bar.toLookAt = u"7 anzusehen"_s;
        view.bar.hasNext = true;
        view.bar.sentence = sentence;
        for (presenters::WishButton *button : {&view.bar.approve, &view.bar.reject, &view.bar.returns})
            *button = {
                .isShown = true, .isOffered = true, .label = u"Ablehnen …"_s, .why = {}, .next = {}, .needs = {}};
        bar->show(view);
        for (int turn = 0; turn < 3; ++turn) // layouts settle after their widgets
            QCoreApplication::processEvents();
    }
    [[nodiscard]] BriefLabel *sentence() const
    {
        for (auto *label : bar->findChildren<BriefLabel *>())
            if (label->text() == lengthy && label->isVisible())
                return label;
        return nullptr;
    }
    [[nodiscard]] QPoint button() const
    {
        const auto buttons = bar->findChildren<QPushButton *>();
        for (QPushButton *one : buttons)
            if (one->isVisible() && one->text() == u"Ablehnen …"_s)
                return one->mapTo(&whole, QPoint());
        return {};
    }

    QWidget whole;
    QWidget *above = nullptr;
    DecisionBar *bar = nullptr;
};

} // namespace

class TestDecisionBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void theWholeSentenceIsRead_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {1100, 860, 560, 320})
            QTest::addRow("%d", width) << width;
    }
    void theWholeSentenceIsRead()
    {
        QFETCH(int, width);
        const Page page(QSize(width, 600));
        page.show(u"A"_s, lengthy);
        const BriefLabel *sentence = page.sentence();
        QVERIFY(sentence != nullptr);
        QVERIFY(!sentence->isCut());
        QVERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
        QVERIFY(page.whole.rect().contains(QRect(sentence->mapTo(&page.whole, QPoint()), sentence->size())));
    }

    void aShortPageGivesOneLineAndSaysTheRestWhereAsked()
    {
        const Page page(QSize(860, 300));
        page.show(u"A"_s, lengthy);
        const int tall = page.bar->height();
        page.bar->setShort(true);
        page.show(u"A"_s, lengthy);
        QVERIFY(page.bar->height() < tall);
        const BriefLabel *sentence = page.sentence();
        QVERIFY(sentence != nullptr && sentence->isCut()); // such a label tells the whole to a pointer
        bool isTold = false;
        for (const QWidget *widget : page.bar->findChildren<QWidget *>())
            isTold = isTold || widget->accessibleDescription() == lengthy;
        QVERIFY(isTold);
    }

    void nothingMovesWhenLessIsLeft()
    {
        const Page page(QSize(700, 600));
        page.show(u"A"_s, lengthy);
        const QRect above = page.above->geometry();
        const QPoint button = page.button();
        QVERIFY(!button.isNull());
        for (const QString &sentence : {u"Eine Meldung ist zu beantworten."_s, QString()}) {
            page.show(u"A"_s, sentence);
            QCOMPARE(page.above->geometry(), above);
            QCOMPARE(page.button(), button);
        }
        page.show(u"B"_s, {}); // of another item nothing is kept
        QVERIFY(page.above->height() > above.height());
        QCOMPARE(page.button(), button);
    }

    // One line more or less is room that is there.
    void aSentenceComesWithoutAJump()
    {
        const Page page(QSize(1100, 600));
        page.show(u"A"_s, {});
        const QRect above = page.above->geometry();
        page.show(u"A"_s, u"Eine Meldung ist zu beantworten."_s);
        QCOMPARE(page.above->geometry(), above);
    }
};

COUNTERSIGN_UI_MAIN(TestDecisionBar)
#include "test_decision_bar.moc"
