// The page viewer under keys, over a decoder that answers when the test says so; and in the review page, where a fax is
// fetched when it is looked at.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/review_fixture.hpp"

#include "ui/style/apply.hpp"
#include "ui/widgets/evidence/page_viewer.hpp"
#include "ui/widgets/review/review_page.hpp"
#include "ui/widgets/review/safe_text.hpp"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace countersign;
using namespace countersign::presenters;
using widgets::PageCanvas;
using widgets::PageViewer;
using Media = domain::Source::MediaType;

namespace
{

// Answers at the next turn of the loop: three white pages, "Dose 75 mg" on each.
struct ReadyDecoder : PageDecoder {
    ReadyDecoder()
    {
        later([this] { Q_EMIT opened(3); });
    }
    void askPicture(int page, int width) override
    {
        later([this, page, width] {
            Q_EMIT pictureReady(page, {width, width * 2, true, QByteArray(qsizetype{width} * width * 2, '\xff')});
        });
    }
    void askWords(int page) override
    {
        later([this, page] {
            Q_EMIT wordsReady(page, {{QRectF(0.1, 0.5, 0.1, 0.02), QStringLiteral("Dose")},
                                     {QRectF(0.22, 0.5, 0.05, 0.02), QStringLiteral("75")},
                                     {QRectF(0.1, 0.6, 0.05, 0.02), QStringLiteral("mg")}});
        });
    }
    template <class Act>
    void later(Act act)
    {
        QMetaObject::invokeMethod(this, act, Qt::QueuedConnection);
    }
};

OpenDocument ready()
{
    return [](std::shared_ptr<const Bytes>, Media) { return std::make_unique<ReadyDecoder>(); };
}

PagesView document()
{
    PagesView view;
    view.content = std::make_shared<const Bytes>(1);
    return view;
}

struct Window {
    explicit Window(const PagesView &view, OpenDocument open = ready()) : viewer(std::move(open))
    {
        viewer.resize(700, 500);
        viewer.QWidget::show();
        QApplication::setActiveWindow(&viewer);
        viewer.canvas().setFocus();
        viewer.show(QStringLiteral("fax"), view);
    }
    bool settles(int page = 0)
    {
        return QTest::qWaitFor([&] {
            const auto *const picture = viewer.book().picture(page);
            return picture != nullptr && picture->width > PageBook::smallWidth && viewer.book().hasOwnText(page);
        });
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, with);
    }
    PageViewer viewer;
};

} // namespace

class TestPageViewer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void showsTheCitedBoxWhereItCanBeSeen()
    {
        PagesView view = document();
        view.page = 1;
        view.box = QRectF(0.1, 0.9, 0.3, 0.05);
        Window window(view);
        QVERIFY(window.settles(1));
        QCOMPARE(window.viewer.page(), 1);
        PageCanvas &canvas = window.viewer.canvas();
        QCOMPARE(canvas.places(), (std::vector<PageCanvas::Place>{{*view.box, PageCanvas::Place::Kind::Cited}}));
        QVERIFY(canvas.viewport()->rect().contains(canvas.rectOf(*view.box)));
        QCOMPARE(canvas.accessibleName(), QStringLiteral("Page 2 of 3"));
    }

    // the page of another patient says so, above it and in the rail; R-686: what can be read of a page is said.
    void aPageOfAnotherPatientSaysSo()
    {
        PagesView view;
        view.texts = {QStringLiteral("Patient: Rivera, Rachel"), QStringLiteral("MRN: 999-999"), QString()};
        view.sentence = QStringLiteral("No pictures.");
        view.patient = {QStringLiteral("Rivera"), QStringLiteral("Rachel"), QStringLiteral("004-118"),
                        QDate(1978, 3, 12)};
        Window window(view);
        auto *const whose = window.viewer.findChild<QLabel *>(QStringLiteral("pageOwner"));
        QVERIFY(!whose->isVisible());
        window.viewer.goTo(1);
        QVERIFY(whose->isVisible());
        QVERIFY(whose->text().contains(QStringLiteral("999-999")));
        QVERIFY(window.viewer.canvas().accessibleDescription().contains(QStringLiteral("another patient")));
        auto *const rail = window.viewer.findChild<QListView *>();
        const auto said = [&](int page) {
            return rail->model()->index(page, 0).data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(said(0), QStringLiteral("Page 1"));
        QVERIFY(said(1).contains(QStringLiteral("another patient")));
        window.viewer.goTo(2);
        QVERIFY(window.viewer.canvas().accessibleDescription().contains(QStringLiteral("no text")));
    }

    void findsTheCitedWordsWhereNoBoxIsNamed()
    {
        PagesView view = document();
        view.page = 0;
        view.exact = QStringLiteral("Dose 75");
        Window window(view);
        QVERIFY(window.settles());
        QCOMPARE(window.viewer.canvas().places().size(), 1U);
        QCOMPARE(window.viewer.canvas().places().front().box.left(), 0.1);
    }

    void everythingByKey()
    {
        Window window(document());
        QVERIFY(window.settles());
        PageCanvas &canvas = window.viewer.canvas();
        const int fitted = canvas.wantedWidth();
        window.press(Qt::Key_Plus);
        QVERIFY(canvas.wantedWidth() > fitted);
        window.press(Qt::Key_Minus);
        window.press(Qt::Key_Minus);
        QVERIFY(canvas.wantedWidth() < fitted);
        window.press(Qt::Key_P);
        QCOMPARE(canvas.fit(), PageCanvas::Fit::Page);
        QCOMPARE(canvas.verticalScrollBar()->maximum(), 0);
        window.press(Qt::Key_W);
        QCOMPARE(canvas.wantedWidth(), fitted);
        window.press(Qt::Key_R);
        QCOMPARE(canvas.quarterTurns(), 1);
        window.press(Qt::Key_End);
        QCOMPARE(window.viewer.page(), 2);
        window.press(Qt::Key_Home);
        QCOMPARE(window.viewer.page(), 0);
        QVERIFY(!window.viewer.text().isVisible());
        window.press(Qt::Key_T);
        QVERIFY(window.viewer.text().isVisible());
        QCOMPARE(window.viewer.text().blocks().front().text, QStringLiteral("Dose 75"));
    }

    void turningAPageTurnsItsMarks()
    {
        PagesView view = document();
        view.page = 0;
        view.box = QRectF(0, 0, 0.5, 0.1); // top left
        Window window(view);
        QVERIFY(window.settles());
        window.press(Qt::Key_P);
        window.press(Qt::Key_R);
        const QRect whole = window.viewer.canvas().rectOf(QRectF(0, 0, 1, 1));
        const QRect box = window.viewer.canvas().rectOf(*view.box);
        QVERIFY(whole.width() > whole.height());
        QVERIFY(box.center().x() > whole.center().x()); // now top right
        QVERIFY(box.center().y() < whole.center().y());
    }

    void scrollingBeyondTheEndTurnsThePage()
    {
        Window window(document());
        QVERIFY(window.settles());
        for (int i = 0; i < 20 && window.viewer.page() == 0; ++i)
            window.press(Qt::Key_PageDown);
        QCOMPARE(window.viewer.page(), 1);
    }

    void searchesAllPagesAndStepsThroughTheHits()
    {
        Window window(document());
        QVERIFY(window.settles());
        window.press(Qt::Key_F, Qt::ControlModifier);
        auto *const field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(field != nullptr);
        QTest::keyClicks(field, QStringLiteral("dose"));
        QVERIFY(QTest::qWaitFor([&] { return window.viewer.book().hits().size() == 3; }));
        QCOMPARE(window.viewer.page(), 0);
        window.press(Qt::Key_Return);
        QCOMPARE(window.viewer.page(), 1);
        window.press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(window.viewer.page(), 0);
        window.press(Qt::Key_Escape);
        QVERIFY(window.viewer.canvas().hasFocus());
        QVERIFY(window.viewer.book().hits().empty());
    }

    void whereThereIsNoPictureThereIsASentenceAndTheText()
    {
        PagesView view;
        view.texts = {QStringLiteral("Potassium 5.3")};
        view.sentence = QStringLiteral("not here");
        view.page = 0;
        view.exact = QStringLiteral("Potassium");
        Window window(view);
        QCOMPARE(window.viewer.canvas().sentence(), view.sentence);
        // A screen reader hears that, what there is to read, whose page it is, and what is cited of it.
        QCOMPARE(window.viewer.canvas().accessibleDescription(),
                 QStringLiteral("not here \u00b7 the text of this page can be read beside it \u00b7 "
                                "Nothing on this page says whose it is. \u00b7 cited: Potassium"));
        QVERIFY(window.viewer.text().isVisible());
        QCOMPARE(window.viewer.text().blocks().back().text, QStringLiteral("Potassium 5.3"));
        Window without(document(), {});
        QVERIFY(!without.viewer.canvas().sentence().isEmpty());
    }

    void everyControlHasAName()
    {
        Window window(document());
        for (const QToolButton *button : window.viewer.findChildren<QToolButton *>())
            QVERIFY(!button->accessibleName().isEmpty());
    }

    void aFaxIsFetchedWhenItIsLookedAt()
    {
        auto item = tests::sampleItem();
        domain::Source &fax = item->proposal.sources.back();
        fax.mediaType = Media::Tiff;
        fax.blob = domain::Digest{"sha256:" + std::string(64, 'a')};
        support::FakeDesk desk(tests::deskWith(item));
        presenters::DeskFeed feed(desk);
        tests::StillTime time;
        widgets::ReviewPage page(feed, time.clock());
        page.setDocuments(ready());
        page.resize(1200, 760);
        page.show();
        auto *const viewer = page.findChild<PageViewer *>();
        QVERIFY(!viewer->isVisible());
        QCOMPARE(tests::countOf<desk::FetchBlob>(desk), 0);
        for (auto *const text : page.findChildren<widgets::SafeText *>())
            if (text->accessibleName() == QStringLiteral("Sources"))
                Q_EMIT text->blockClicked(static_cast<int>(text->blocks().size()) - 1);
        QCOMPARE(tests::countOf<desk::FetchBlob>(desk), 1);
        QVERIFY(viewer->isVisible());
        QVERIFY(!viewer->canvas().sentence().isEmpty());
        desk.edit([&](desk::DeskSnapshot &now) {
            auto open = std::make_shared<desk::OpenItemView>(*now.open);
            open->blobs[fax.blob] = {desk::BlobState::Here, std::make_shared<const Bytes>(1)};
            now.open = std::move(open);
        });
        QVERIFY(QTest::qWaitFor([&] { return viewer->book().pageCount() == 3; }));
        QVERIFY(QTest::qWaitFor([&] { return viewer->canvas().sentence().isEmpty(); }));
        // What was on the screen goes into what is signed, each page once and none that was only turned over.
        viewer->goTo(1);
        viewer->goTo(2);
        QVERIFY(QTest::qWaitFor([&] { return viewer->canvas().sentence().isEmpty(); }));
        viewer->goTo(0);
        std::vector<std::int64_t> pages;
        for (const desk::Command &command : desk.asked)
            if (const auto *shown = std::get_if<desk::ShowEvidence>(&command.request); shown != nullptr && shown->page)
                pages.push_back(*shown->page);
        QCOMPARE(pages, (std::vector<std::int64_t>{1, 3}));
    }

    // 2.5.7: what a hand drags between a page's picture and its text, keys move, and other keys when they are chosen.
    void theDividerMovesByKeys()
    {
        auto item = tests::sampleItem();
        domain::Source &fax = item->proposal.sources.back();
        fax.mediaType = Media::Tiff;
        fax.blob = domain::Digest{"sha256:" + std::string(64, 'a')};
        support::FakeDesk desk(tests::deskWith(item));
        presenters::DeskFeed feed(desk);
        tests::StillTime time;
        widgets::ReviewPage page(feed, time.clock());
        const auto keys = std::make_shared<KeyBook>();
        page.setKeys(keys);
        page.resize(1400, 900);
        page.show();
        QApplication::setActiveWindow(&page);
        for (auto *const text : page.findChildren<widgets::SafeText *>())
            if (text->accessibleName() == QStringLiteral("Sources"))
                Q_EMIT text->blockClicked(static_cast<int>(text->blocks().size()) - 1);
        auto *const viewer = page.findChild<PageViewer *>();
        PageCanvas &canvas = viewer->canvas();
        canvas.setFocus();
        const auto room = [&canvas] { return canvas.width() + canvas.height(); };
        const auto press = [&canvas](Qt::Key key, Qt::KeyboardModifiers with) { QTest::keyClick(&canvas, key, with); };
        const int alone = room();
        press(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(room(), alone); // nothing to divide
        if (!viewer->text().isVisible())
            press(Qt::Key_T, Qt::NoModifier);
        QVERIFY(viewer->text().isVisible());
        QCoreApplication::processEvents(); // it has its room
        const int before = room();
        press(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        const int less = room();
        QVERIFY(less < before);
        press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(room(), before);
        QVERIFY(!keys->assign(Gesture::NarrowPage, QStringLiteral("Ctrl+9")));
        press(Qt::Key_9, Qt::ControlModifier);
        QCOMPARE(room(), less);
    }
};

COUNTERSIGN_UI_MAIN(TestPageViewer)
#include "test_page_viewer.moc"
