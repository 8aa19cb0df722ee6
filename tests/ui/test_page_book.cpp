// The book of a document: what is asked of the decoder in which order, what is kept, and searching; over a decoder that
// answers when the test says so.
#include "ui/presenters/page_book.hpp"
#include "ui/presenters/page_words.hpp"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace countersign::presenters;
using Media = domain::Source::MediaType;

namespace
{

struct FakeDecoder : PageDecoder {
    explicit FakeDecoder(QStringList &said) : asked(said) {}
    void askPicture(int page, int width) override { asked += QStringLiteral("p%1@%2").arg(page).arg(width); }
    void askWords(int page) override { asked += QStringLiteral("w%1").arg(page); }
    QStringList &asked;
};

PagePicture pictureOf(int width, int height)
{
    return {width, height, true, QByteArray(qsizetype{width} * height, '\x7f')};
}

PageWord word(double x, double y, const char *text)
{
    return {QRectF(x, y, 0.1, 0.02), QString::fromUtf8(text)};
}

} // namespace

class TestPageBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        asked_.clear();
        book_ = std::make_unique<PageBook>([this](std::shared_ptr<const Bytes>, Media) {
            auto made = std::make_unique<FakeDecoder>(asked_);
            decoder_ = made.get();
            return made;
        });
    }

    void open(int pages = 3, const QStringList &texts = {})
    {
        book_->open(std::make_shared<const Bytes>(10), Media::Pdf, texts);
        Q_EMIT decoder_->opened(pages);
    }

    void asksForWhatIsLookedAtFirst()
    {
        book_->open(std::make_shared<const Bytes>(10), Media::Pdf, {});
        book_->lookSmall(2);
        book_->look(0, 800);
        QCOMPARE(book_->state(), PageBook::State::Opening);
        QVERIFY(asked_.isEmpty()); // not before it is open
        Q_EMIT decoder_->opened(3);
        book_->lookSmall(1);
        QCOMPARE(asked_, QStringList{QStringLiteral("p0@800")}); // one thing at a time
        Q_EMIT decoder_->pictureReady(0, pictureOf(800, 1000));
        Q_EMIT decoder_->wordsReady(0, {});
        Q_EMIT decoder_->pictureReady(1, pictureOf(120, 150));
        Q_EMIT decoder_->pictureReady(2, pictureOf(120, 150));
        QCOMPARE(asked_.join(u' '), QStringLiteral("p0@800 w0 p1@120 p2@120"));
        QCOMPARE(book_->picture(0)->width, 800);
        QCOMPARE(book_->small(2)->width, 120);
        QCOMPARE(book_->picture(2)->width, 120); // better than nothing
        QVERIFY(book_->small(0) == nullptr);
    }

    void asksAnewOnlyWhereTheDifferenceShows()
    {
        open();
        book_->look(0, 800);
        Q_EMIT decoder_->pictureReady(0, pictureOf(600, 700)); // a scan with fewer pixels
        Q_EMIT decoder_->wordsReady(0, {});
        book_->look(0, 850);
        QCOMPARE(asked_.size(), 2);
        book_->look(0, 400);
        QCOMPARE(asked_.size(), 2);
        book_->look(0, 1600);
        QCOMPARE(asked_.last(), QStringLiteral("p0@1600"));
    }

    void keepsNoMoreThanItMay()
    {
        open(20);
        const int side = 4096; // 16 MiB each
        for (int page = 0; page < 20; ++page) {
            book_->look(page, side);
            Q_EMIT decoder_->pictureReady(page, pictureOf(side, side));
            Q_EMIT decoder_->wordsReady(page, {});
        }
        qsizetype bytes = 0;
        for (int page = 0; page < 20; ++page)
            if (const PagePicture *const picture = book_->picture(page))
                bytes += picture->rows.size();
        QVERIFY(bytes <= PageBook::pictureBytesMax);
        QVERIFY(book_->picture(19) != nullptr);
        QVERIFY(book_->picture(0) == nullptr);
        book_->look(0, side);
        QCOMPARE(asked_.last(), QStringLiteral("p0@4096"));
    }

    void onePageMayFailAlone()
    {
        open();
        book_->look(1, 500);
        Q_EMIT decoder_->pageFailed(1, PageTrouble::TooLarge);
        QCOMPARE(book_->sentence(1), words::pageTrouble(PageTrouble::TooLarge));
        QVERIFY(book_->sentence(0).isEmpty());
        Q_EMIT decoder_->wordsReady(1, {});
        book_->look(0, 500);
        QCOMPARE(asked_.last(), QStringLiteral("p0@500"));
        book_->look(1, 900);
        QVERIFY(!asked_.contains(QStringLiteral("p1@900"))); // not asked for twice
    }

    void everyTroubleHasItsSentence_data()
    {
        QTest::addColumn<int>("trouble");
        for (int i = 0; i <= static_cast<int>(PageTrouble::NoDecoder); ++i)
            QTest::addRow("%d", i) << i;
    }
    void everyTroubleHasItsSentence()
    {
        QFETCH(const int, trouble);
        open(2, {QStringLiteral("recognised")});
        QSignalSpy failed(book_.get(), &PageBook::failed);
        Q_EMIT decoder_->failed(PageTrouble(trouble));
        QCOMPARE(failed.count(), 1);
        QCOMPARE(book_->state(), PageBook::State::Failed);
        QVERIFY(!book_->sentence(0).isEmpty());
        QCOMPARE(book_->text(0), QStringLiteral("recognised")); // what is known stays
    }

    void withoutADecoderThereIsASentence()
    {
        PageBook book({});
        book.open(std::make_shared<const Bytes>(1), Media::Png, {});
        QCOMPARE(book.sentence(0), words::pageTrouble(PageTrouble::NoDecoder));
    }

    void findsWordsPageByPage()
    {
        open(3, {{}, QStringLiteral("Dose 75 mg, then dose 150 mg"), {}});
        book_->search(QStringLiteral(" DOSE 75 "));
        QVERIFY(book_->isSearching());
        Q_EMIT decoder_->wordsReady(
            0, {word(0.1, 0.1, "The"), word(0.2, 0.1, "dose"), word(0.1, 0.2, "75"), word(0.2, 0.2, "mg")});
        Q_EMIT decoder_->wordsReady(1, {}); // nothing of its own: what was recognised
        Q_EMIT decoder_->wordsReady(2, {word(0.1, 0.1, "Dose"), word(0.3, 0.1, "75")});
        QVERIFY(!book_->isSearching());
        QCOMPARE(book_->hits().size(), 3U);
        QCOMPARE(book_->hits()[0].boxes.size(), 2U); // on two lines
        QCOMPARE(book_->hits()[1], (PageHit{1, {}}));
        QCOMPARE(book_->hits()[2].boxes.size(), 1U);
        book_->search({});
        QVERIFY(book_->hits().empty());
    }

    void lettersAreComparedWithoutCaseAndMarks()
    {
        const std::vector<PageWord> page{word(0, 0, "Gefäß"), word(0.2, 0, "ÉTAT,")};
        QCOMPARE(findWords(page, QStringLiteral("gefa")).size(), 1U);
        QCOMPARE(findWords(page, QStringLiteral("etat")).size(), 1U);
        QCOMPARE(findWords(page, QStringLiteral("état")).size(), 1U);
        QCOMPARE(findWords(page, QStringLiteral("x")).size(), 0U);
        QCOMPARE(findWords(page, QString()).size(), 0U);
        QCOMPARE(countOf(QStringLiteral("État, etat"), QStringLiteral("ETAT")), 2);
    }

    void aTextKeepsItsLines()
    {
        QCOMPARE(textOf({word(0.1, 0.1, "a"), word(0.3, 0.1, "b"), word(0.1, 0.2, "c")}), QStringLiteral("a b\nc"));
    }

    void closingForgetsEverything()
    {
        open();
        book_->look(0, 300);
        Q_EMIT decoder_->pictureReady(0, pictureOf(300, 300));
        book_->close();
        QCOMPARE(book_->state(), PageBook::State::Closed);
        QVERIFY(book_->picture(0) == nullptr);
        QCOMPARE(book_->pageCount(), 0);
    }

private:
    QStringList asked_;
    std::unique_ptr<PageBook> book_;
    FakeDecoder *decoder_ = nullptr;
};

QTEST_GUILESS_MAIN(TestPageBook)
#include "test_page_book.moc"
