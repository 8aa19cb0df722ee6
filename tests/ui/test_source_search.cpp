// Full text over all sources of an item: what is found, where, and that nothing is missed that a plain look would find.
#include "tests/ui/review_fixture.hpp"

#include "ui/presenters/review_presenter.hpp"
#include "ui/presenters/source_search.hpp"

#include <QTest>

#include <random>

using namespace countersign;
using namespace countersign::presenters;
using namespace Qt::StringLiterals;

namespace
{

SourcePage pageOf(const QStringList &texts)
{
    TextBlocks blocks;
    for (const QString &text : texts) {
        TextBlock block;
        block.text = text;
        blocks.push_back(block);
    }
    SourcePage page;
    page.origins.resize(blocks.size());
    page.blocks = std::make_shared<const TextBlocks>(std::move(blocks));
    return page;
}

// "block:words", as they stand in the text.
QStringList found(const QStringList &texts, const QString &words)
{
    SourceSearch search;
    search.add(domain::SourceId("s"), pageOf(texts));
    QStringList rows;
    for (const SearchHit &hit : search.find(words).hits)
        rows << u"%1:%2"_s.arg(hit.block).arg(texts[hit.block].mid(hit.start, hit.end - hit.start));
    return rows;
}

} // namespace

class TestSourceSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("hits");
        const auto row = [](const char *name, QStringList texts, const QString &words, QStringList hits) {
            QTest::newRow(name) << texts << words << hits;
        };
        row("one", {u"no"_s, u"takes Effexor daily"_s}, u"effexor"_s, {u"1:Effexor"_s});
        row("within a word", {u"150mg"_s}, u"50"_s, {u"0:50"_s});
        row("twice", {u"pain, no Pain"_s}, u"pain"_s, {u"0:pain"_s, u"0:Pain"_s});
        row("a phrase", {u"left knee. The knee left"_s}, u"left knee"_s, {u"0:left knee"_s});
        row("words apart", {u"left  hurting knee"_s}, u"knee left"_s, {u"0:knee"_s});
        row("not all words", {u"left"_s, u"knee"_s}, u"left knee"_s, {});
        row("accents", {u"Ménière’s"_s}, u"menier"_s, {u"0:Ménièr"_s});
        row("accents typed", {u"Meniere"_s}, u"ménière"_s, {u"0:Meniere"_s});
        row("ligature", {u"ﬁbrillation"_s}, u"fibril"_s, {u"0:ﬁbril"_s});
        row("beyond the plane", {u"\U0001D538 dose"_s}, u"dose"_s, {u"0:dose"_s});
        row("no-break space", {u"75\u00a0mg"_s}, u"75 mg"_s, {u"0:75\u00a0mg"_s});
        row("line feed", {u"heart\nfailure"_s}, u"heart failure"_s, {u"0:heart\nfailure"_s});
        row("one letter", {u"a"_s}, u"a"_s, {});
        row("blanks", {u"a b"_s}, u"   "_s, {});
        row("never across blocks", {u"heart"_s, u"failure"_s}, u"heart failure"_s, {});
    }
    void finds()
    {
        QFETCH(QStringList, texts);
        QFETCH(QString, words);
        QFETCH(QStringList, hits);
        QCOMPARE(found(texts, words), hits);
    }

    // Signatures only ever leave out what cannot hold the words.
    void missesNothingThatAPlainLookFinds()
    {
        std::mt19937 dice(7);
        const auto letters = [&](int length) {
            QString word;
            for (int i = 0; i < length; ++i)
                word += QChar(u'a' + static_cast<char16_t>(dice() % 5));
            return word;
        };
        for (int round = 0; round < 200; ++round) {
            QStringList texts;
            for (int i = 0; i < 40; ++i)
                texts << letters(static_cast<int>(dice() % 60));
            const QString sought = letters(2 + static_cast<int>(dice() % 4));
            QStringList plain;
            for (int i = 0; i < texts.size(); ++i)
                for (qsizetype at = texts[i].indexOf(sought); at >= 0;
                     at = texts[i].indexOf(sought, at + sought.size()))
                    plain << u"%1:%2"_s.arg(i).arg(sought);
            QCOMPARE(found(texts, sought), plain);
        }
    }

    void countsNoFurtherThanOneCanWalk()
    {
        SourceSearch search;
        for (int i = 0; i < 40; ++i)
            search.add(domain::SourceId(std::to_string(i)), pageOf(QStringList(50, u"mg"_s)));
        const auto result = search.find(u"mg"_s);
        QCOMPARE(result.hits.size(), SourceSearch::hitsMax);
        QVERIFY(result.hasMore);
        QCOMPARE(result.sources, std::size_t{10});
    }

    // Also what the agent did not read, and the pages of a fax; the place is marked where it stands.
    void thePresenterWalksThroughEverything()
    {
        auto item = tests::sampleItem();
        auto fax = item->proposal.sources.back();
        fax.id = domain::SourceId("letter");
        fax.unreadReason.clear();
        fax.pageTexts = {"Dear colleague", "KNEE: replaced in 2019"};
        item->proposal.sources.push_back(fax);
        support::FakeDesk desk(tests::deskWith(item));
        DeskFeed feed(desk);
        tests::StillTime time;
        ReviewPresenter review(feed, time.clock());
        review.search(u"knee"_s);
        const auto &search = review.view().search;
        QCOMPARE(search.sentence, u"2 places in 2 sources"_s);
        QCOMPARE(search.lines.size(), std::size_t{2});
        QCOMPARE(search.lines[0].where, u"Visit conversation \u00b7 patient"_s);
        QCOMPARE(search.lines[1].where, u"Referral fax \u00b7 page 2 \u00b7 not read by the agent"_s);
        QCOMPARE(search.lines[1].text.mid(search.lines[1].start, 4), u"KNEE"_s);
        review.stepHit(1);
        review.stepHit(1);
        QCOMPARE(review.view().search.current, std::optional(1));
        QCOMPARE(review.view().evidence.sourceId, u"letter"_s);
        QCOMPARE(review.view().evidence.pages->page, std::optional(1));
        QCOMPARE(review.view().evidence.pages->exact, u"KNEE"_s);
        review.stepHit(1);
        QCOMPARE(review.view().search.current, std::optional(1));
        review.search({});
        QVERIFY(review.view().search.lines.empty());
        review.search(u"nowhere"_s);
        QCOMPARE(review.view().search.sentence, u"Nothing in the sources."_s);
    }

    // A slice ends by the clock; the rest follows by itself.
    void manySourcesAreReadInBySlices()
    {
        auto item = tests::sampleItem();
        for (int i = 0; i < 50; ++i)
            item->proposal.sources.push_back(
                tests::source(("n" + std::to_string(i)).c_str(), domain::Source::Kind::Note, "Note", "wheeze"));
        support::FakeDesk desk(tests::deskWith(item));
        DeskFeed feed(desk);
        auto glances = std::make_shared<int>(0);
        ReviewPresenter review(feed, {[] { return Instant{}; }, [glances] { return milliseconds(++*glances); }});
        review.search(u"wheeze"_s);
        QVERIFY(review.view().search.sentence.contains(u"Still reading"));
        QTRY_COMPARE(review.view().search.sentence, u"50 places in 50 sources"_s);
    }
};

QTEST_GUILESS_MAIN(TestSourceSearch)
#include "test_source_search.moc"
