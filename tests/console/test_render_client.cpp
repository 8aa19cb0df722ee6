// Documents opened from the console's side: by the real worker, and by workers that do what they must not. Whatever
// they do, one signal says how it ended, and the process is gone.
#include "app/console/pages/render_client.hpp"
#include "app/render/protocol/limits.hpp"
#include "tests/render/documents.hpp"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;
using Media = domain::Source::MediaType;
using presenters::PageDecoder;
using presenters::PageTrouble;

Q_DECLARE_METATYPE(countersign::presenters::PageTrouble)

namespace
{

constexpr int patienceMs = 60'000;

std::shared_ptr<const Bytes> shared(Bytes bytes)
{
    return std::make_shared<const Bytes>(std::move(bytes));
}

console::RenderOptions realRender()
{
    return {QStringLiteral(COUNTERSIGN_RENDER), 60s, 60s};
}

// What a decoder said, as values.
struct Ear : QObject {
    explicit Ear(PageDecoder &decoder)
    {
        connect(&decoder, &PageDecoder::opened, this, [this](int count) { pages = count; });
        connect(&decoder, &PageDecoder::pictureReady, this,
                [this](int, const presenters::PagePicture &shown) { picture = shown; });
        connect(&decoder, &PageDecoder::wordsReady, this,
                [this](int, const std::vector<presenters::PageWord> &found) { words = found; });
        connect(&decoder, &PageDecoder::pageFailed, this, [this](int, PageTrouble t) { pageTrouble = t; });
        connect(&decoder, &PageDecoder::failed, this, [this](PageTrouble t) {
            trouble = t;
            ++failures;
        });
    }
    std::optional<int> pages;
    std::optional<presenters::PagePicture> picture;
    std::optional<std::vector<presenters::PageWord>> words;
    std::optional<PageTrouble> pageTrouble, trouble;
    int failures = 0;
};

} // namespace

class TestRenderClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAPageAndItsWords()
    {
        const auto open = console::openInRender(realRender());
        const auto decoder = open(shared(tests::pdfOf({"Dose 75 mg"})), Media::Pdf);
        Ear ear(*decoder);
        QVERIFY(QTest::qWaitFor([&] { return ear.pages.has_value(); }, patienceMs));
        QCOMPARE(*ear.pages, 1);
        decoder->askPicture(0, 400);
        QVERIFY(QTest::qWaitFor([&] { return ear.picture.has_value(); }, patienceMs));
        QCOMPARE(ear.picture->width, 400);
        QCOMPARE(ear.picture->rows.size(), 400 * 200);
        decoder->askWords(0);
        QVERIFY(QTest::qWaitFor([&] { return ear.words.has_value(); }, patienceMs));
        QCOMPARE(ear.words->size(), 3U);
        QCOMPARE(ear.words->at(1).text, QStringLiteral("75"));
        decoder->askPicture(7, 400);
        QVERIFY(QTest::qWaitFor([&] { return ear.pageTrouble.has_value(); }, patienceMs));
        QCOMPARE(*ear.pageTrouble, PageTrouble::NoPage);
        QCOMPARE(ear.failures, 0);
    }

    void severalDocumentsAtOnce()
    {
        const auto open = console::openInRender(realRender());
        std::vector<std::unique_ptr<PageDecoder>> decoders;
        std::vector<std::unique_ptr<Ear>> ears;
        for (int pages = 1; pages <= 3; ++pages) {
            decoders.push_back(open(shared(tests::faxOf(pages, 200, 300)), Media::Tiff));
            ears.push_back(std::make_unique<Ear>(*decoders.back()));
        }
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(QTest::qWaitFor([&] { return ears[i]->pages.has_value(); }, patienceMs));
            QCOMPARE(*ears[i]->pages, static_cast<int>(i) + 1);
        }
    }

    void whatCannotBeReadIsRefused()
    {
        const auto open = console::openInRender(realRender());
        for (const Media media : {Media::Pdf, Media::Tiff, Media::Png, Media::Jpeg, Media::PlainText}) {
            const auto decoder = open(shared(toBytes("not this")), media);
            Ear ear(*decoder);
            QVERIFY(QTest::qWaitFor([&] { return ear.trouble.has_value(); }, patienceMs));
            QCOMPARE(*ear.trouble, PageTrouble::Malformed);
        }
        const auto tooLarge = open(shared(Bytes(render::limits::documentBytesMax + 1)), Media::Pdf);
        Ear ear(*tooLarge);
        QVERIFY(QTest::qWaitFor([&] { return ear.trouble.has_value(); }, patienceMs));
        QCOMPARE(*ear.trouble, PageTrouble::TooLarge);
    }

    void withoutAWorkerThereIsNoDecoder()
    {
        for (const QString &program : {QString(), QStringLiteral("no-such-program")}) {
            const auto decoder = console::openInRender({program, 1s, 1s})(shared(Bytes(1)), Media::Pdf);
            Ear ear(*decoder);
            QVERIFY(QTest::qWaitFor([&] { return ear.trouble.has_value(); }, patienceMs));
            QCOMPARE(*ear.trouble, PageTrouble::NoDecoder);
        }
    }

    void whateverAWorkerDoesItEnds_data()
    {
        QTest::addColumn<QString>("manner");
        QTest::addColumn<PageTrouble>("expected");
        QTest::newRow("dies") << QStringLiteral("dies") << PageTrouble::Stopped;
        QTest::newRow("crashes") << QStringLiteral("crashes") << PageTrouble::Stopped;
        QTest::newRow("garbage") << QStringLiteral("garbage") << PageTrouble::Stopped;
        QTest::newRow("writes too much") << QStringLiteral("chatters") << PageTrouble::Stopped;
        QTest::newRow("lies in the header") << QStringLiteral("lies") << PageTrouble::Stopped;
        QTest::newRow("stops half-way") << QStringLiteral("stops") << PageTrouble::TooSlow;
        QTest::newRow("hangs") << QStringLiteral("hangs") << PageTrouble::TooSlow;
    }
    void whateverAWorkerDoesItEnds()
    {
        QFETCH(const QString, manner);
        QFETCH(const PageTrouble, expected);
        QTemporaryDir folder;
        const QString program = folder.filePath(QStringLiteral("render-") + manner);
        QVERIFY(QFile::link(QStringLiteral(COUNTERSIGN_MISBEHAVING_RENDER), program));
        const auto waitMax = expected == PageTrouble::TooSlow ? 300ms : 60'000ms;
        const auto decoder = console::openInRender({program, waitMax, waitMax})(shared(Bytes(100'000)), Media::Pdf);
        Ear ear(*decoder);
        QVERIFY(QTest::qWaitFor([&] { return ear.trouble.has_value(); }, patienceMs));
        QCOMPARE(*ear.trouble, expected);
        decoder->askPicture(0, 100); // nobody is there to answer, and nobody minds
        decoder->askWords(0);
        QCoreApplication::processEvents();
        QCOMPARE(ear.failures, 1);
    }

    void givingUpIsQuiet()
    {
        const auto open = console::openInRender(realRender());
        auto decoder = open(shared(tests::faxOf(2, 200, 300)), Media::Tiff);
        Ear ear(*decoder);
        decoder.reset();
        QCoreApplication::processEvents();
        QVERIFY(!ear.trouble && !ear.pages);
    }
};

QTEST_GUILESS_MAIN(TestRenderClient)
#include "test_render_client.moc"
