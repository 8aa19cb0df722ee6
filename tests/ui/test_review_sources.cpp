// What the console finds out about a citation by itself, and how a source is cut for reading.
#include "tests/ui/review_fixture.hpp"

#include "ui/presenters/copy_forward.hpp"
#include "ui/presenters/fhir_path.hpp"
#include "ui/presenters/json_page.hpp"
#include "ui/presenters/source_page.hpp"
#include "ui/presenters/turns.hpp"

#include <QTest>

using namespace countersign;
using namespace countersign::presenters;

namespace
{

constexpr const char *bundle = R"({"resourceType":"Bundle","entry":[
 {"fullUrl":"urn:1","resource":{"resourceType":"Patient","birthDate":"1978-03-12","name":[{"family":"Rivera","given":["Rachel","Ann"]}]}},
 {"resource":{"resourceType":"Observation","id":"o1","valueQuantity":{"value":7.50,"unit":"%"},
  "code":{"coding":[{"system":"http://loinc.org","code":"4548-4","display":"HbA1c"}]},"odd":{"deep":[1,[2]]}}}]})";

QString drawn(const TextBlocks &blocks)
{
    QStringList lines;
    for (const TextBlock &block : blocks)
        lines << QString(block.depth * 2, QLatin1Char(' '))
                     + (block.label.isEmpty() ? QString() : block.label + QStringLiteral("= ")) + block.text;
    return lines.join(QLatin1Char('\n'));
}

class TestReviewSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonKeepsOrderAndNumbers()
    {
        const auto outline = outlineJson(R"({"b":0.50,"a":[true,"x\n\u00e9\ud83d\ude00"],"c":{}})");
        QVERIFY(outline.has_value());
        QCOMPARE(outline->size(), std::size_t{6});
        QCOMPARE((*outline)[1].text, std::string("0.50"));
        QCOMPARE((*outline)[4].text, std::string("x\n\u00e9\U0001F600"));
        QCOMPARE((*outline)[4].path, std::string("a[1]"));
        QCOMPARE((*outline)[5].key, std::string("c"));
    }

    void brokenJsonIsNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"", "{", "[1,]x", "{\"a\"}", "{\"a\":}", "\"\\ud800\"", "\"\\q\"", "[1]]", "{a:1}", "\"x"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("deep") << QByteArray(100, '[');
    }
    void brokenJsonIsNothing()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!outlineJson(text.toStdString()).has_value());
    }

    void fhirPaths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("found"); // values between |; ? where the path is not judged
        const auto row = [](const char *path, const char *found) {
            QTest::newRow(path) << QString::fromUtf8(path) << QString::fromUtf8(found);
        };
        row("Patient.birthDate", "1978-03-12");
        row("Patient.name.given", "Rachel|Ann");
        row("Patient.name[0].given[1]", "Ann");
        row("Patient.name.given.first()", "Rachel");
        row("Bundle.entry[1].resource.id", "o1");
        row("Observation.value.value", "7.50");
        row("Observation.code", "HbA1c (4548-4, LOINC)");
        row("Observation.valueQuantity", "7.50\u00a0%");
        row("Patient.gender", "");
        row("Condition.code", "");
        row("Patient.name[7].given", "");
        row("Patient.name.where(use='official')", "?");
        row("", "?");
        row("Patient..name", "?");
        row("Patient.name[x]", "?");
    }
    void fhirPaths()
    {
        QFETCH(QString, path);
        QFETCH(QString, found);
        const auto outline = outlineJson(bundle);
        QVERIFY(outline.has_value());
        const auto lines = selectFhirPath(*outline, path.toStdString());
        QStringList values;
        for (const std::size_t line : lines.value_or(std::vector<std::size_t>{}))
            values << QString::fromStdString(fhirValue(*outline, line).value_or("(tree)"));
        QCOMPARE(lines ? values.join(QLatin1Char('|')) : QStringLiteral("?"), found);
    }

    void fhirIsReadable()
    {
        const auto outline = outlineJson(bundle);
        QVERIFY(outline.has_value());
        QCOMPARE(drawn(describeJson(*outline, JsonStyle::Fhir).blocks),
                 QStringLiteral("Bundle\nEntry\u00a01\n"
                                "  Address of the record= urn:1\n  Patient \u00b7 Rachel Ann Rivera\n"
                                "    Name= Rachel Ann Rivera\n    Born= 12\u00a0Mar\u00a01978\n"
                                "Entry\u00a02\n  Observation \u00b7 HbA1c\n"
                                "    What= HbA1c (4548-4, LOINC)\n    Value= 7.50\u00a0%\n"
                                "    Odd\n      Deep\u00a01= 1\n      Deep\u00a02= 2\n    Record= o1"));
    }

    void everyLeafIsShown()
    {
        const auto outline = outlineJson(bundle);
        QVERIFY(outline.has_value());
        for (const JsonStyle style : {JsonStyle::Fhir, JsonStyle::Plain}) {
            const QString all = drawn(describeJson(*outline, style).blocks);
            for (const JsonLine &line : *outline)
                if ((line.kind == JsonLine::Kind::String || line.kind == JsonLine::Kind::Literal)
                    && line.text != "http://loinc.org" && line.key != "birthDate" && line.key != "resourceType")
                    QVERIFY2(all.contains(QString::fromStdString(line.text), Qt::CaseInsensitive), line.path.c_str());
        }
    }

    void turns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("turns"); // speaker>words|…
        const auto row = [](const char *text, const char *turns) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(turns);
        };
        row("[doctor] hi\n[patient] hello", "doctor>hi|patient>hello");
        row("Doctor: hi\nDr. O'Neil: so", "Doctor>hi|Dr. O'Neil>so");
        row("[doctor]: hi\n\n  goes on", "doctor>hi|>  goes on");
        row("he said the following thing: no", ">he said the following thing: no");
        row("no speaker", ">no speaker");
        row("[unclosed hi", ">[unclosed hi");
        row("", "");
        row("[a] x\r\n", "a>x\r");
        row("14:02 doctor: how much?", "14:02 doctor>how much?");
        row("[00:12] [patient] maybe", "[00:12] [patient]>maybe");
        row("00:01:07.5 Doctor: well", "00:01:07.5 Doctor>well");
        row("12:30", "12:30>");
        row("[doctor] at 12:30 then", "doctor>at 12:30 then");
        row("10:x doctor: no", "10>x doctor: no");
    }
    void turns()
    {
        QFETCH(QString, text);
        QFETCH(QString, turns);
        const std::u32string points = text.toStdU32String();
        const auto part = [&](Span span) {
            return QString::fromStdU32String(points.substr(span.start, span.end - span.start));
        };
        QStringList found;
        for (const Turn &turn : cutIntoTurns(points, true))
            found << part(turn.speaker) + QLatin1Char('>') + part(turn.words);
        QCOMPARE(found.join(QLatin1Char('|')), turns);
    }

    void citations_data()
    {
        QTest::addColumn<domain::Citation>("citation");
        QTest::addColumn<int>("support");
        const auto row = [](const char *name, domain::Citation citation, Support support) {
            QTest::newRow(name) << std::move(citation) << static_cast<int>(support);
        };
        using domain::FhirPathSelector;
        using domain::PageSelector;
        using domain::QuoteSelector;
        const domain::SourceId visit{"visit"}, med{"med"}, fax{"fax"};
        row("quote", {visit, QuoteSelector{"my left knee", {}, {}, {}, {}}}, Support::Quoted);
        row("quote with place", {visit, QuoteSelector{"how are you", {}, {}, 9, 20}}, Support::Quoted);
        row("right words, wrong place", {visit, QuoteSelector{"how are you", {}, {}, 0, 4}}, Support::Quoted);
        row("one word altered", {visit, QuoteSelector{"my right knee", {}, {}, 52, 64}}, Support::NotFound);
        row("empty", {visit, QuoteSelector{"", {}, {}, {}, {}}}, Support::NotFound);
        row("not received", {fax, QuoteSelector{"x", {}, {}, {}, {}}}, Support::Cited);
        row("path", {med, FhirPathSelector{"MedicationRequest.dose.value", "75"}}, Support::Quoted);
        row("path as a reader writes it", {med, FhirPathSelector{"MedicationRequest.dose", "75\u00a0mg"}},
            Support::Quoted);
        row("path, other value", {med, FhirPathSelector{"MedicationRequest.dose.value", "150"}}, Support::Partly);
        row("other case and blanks", {visit, QuoteSelector{"MY LEFT  KNEE", {}, {}, {}, {}}}, Support::Normalised);
        row("quotation marks", {visit, QuoteSelector{"\u201ceffexor 75 mg\u201d", {}, {}, {}, {}}},
            Support::Normalised);
        row("one part of it", {visit, QuoteSelector{"take effexor 75 mg and my back aches", {}, {}, {}, {}}},
            Support::Partly);
        row("another number", {visit, QuoteSelector{"i take effexor 150 mg", {}, {}, {}, {}}}, Support::NotFound);
        row("path to nothing", {med, FhirPathSelector{"MedicationRequest.note", ""}}, Support::NotFound);
        row("path that is not judged", {med, FhirPathSelector{"MedicationRequest.dose.where(x)", "75"}},
            Support::Cited);
        row("page", {fax, PageSelector{1, {}, "x"}}, Support::Cited);
    }
    void citations()
    {
        QFETCH(domain::Citation, citation);
        QFETCH(int, support);
        SourceTexts texts{tests::sampleItem()};
        QCOMPARE(static_cast<int>(texts.locate(citation).support), support);
    }

    void surroundingsChooseTheQuote()
    {
        auto item = tests::sampleItem();
        item->proposal.sources[0].content = "pain left, no pain right";
        SourceTexts texts{item};
        const CitedPlace place =
            texts.locate({domain::SourceId{"visit"}, domain::QuoteSelector{"pain", "no ", " right", {}, {}}});
        QVERIFY(place.span.has_value());
        QCOMPARE(place.span->start, std::size_t{14});
    }

    void marksCountCodePointsAndSkipBrackets()
    {
        auto item = tests::sampleItem();
        item->proposal.sources[0].content = "[doctor] \U0001F600 caf\u00e9\u202e ok\n[patient] yes";
        SourceTexts texts{item};
        const domain::Source &source = item->proposal.sources[0];
        const SourcePage page = describeSource(source, texts);
        const CitedPlace place = texts.locate({source.id, domain::QuoteSelector{"ok\n[patient] yes", {}, {}, {}, {}}});
        const auto marks = markCited(page, source, place, texts);
        QCOMPARE(marks.size(), std::size_t{2});
        const auto marked = [&](const TextMark &mark) {
            return (*page.blocks)[static_cast<std::size_t>(mark.block)].text.mid(mark.start, mark.end - mark.start);
        };
        QCOMPARE(marked(marks[0]), QStringLiteral("ok"));
        QCOMPARE(marked(marks[1]), QStringLiteral("yes"));
        QVERIFY((*page.blocks)[0].text.contains(QStringLiteral("U+202E")));
    }

    // R-613: ten words in a row, from the oldest note that has them; nine are nobody's.
    void whatWasCopiedForwardIsFound()
    {
        std::vector<domain::Source> notes(3, tests::source("n", domain::Source::Kind::Note, "Note",
                                                           "Heart regular. Lungs clear to auscultation on both sides, "
                                                           "no wheeze was heard today."));
        notes[0].recordedAt = parseInstant("2026-03-05T09:00:00Z");
        notes[1].recordedAt = parseInstant("2025-01-02T09:00:00Z");
        const CopyForward copied(notes);
        const auto spans = copied.in("Now: lungs CLEAR to auscultation on both sides, no  wheeze was heard");
        QCOMPARE(spans.size(), std::size_t{1});
        QCOMPARE(spans[0].origin, std::size_t{1});
        QCOMPARE(spans[0].span.start, std::size_t{5});
        QVERIFY(copied.in("Lungs clear to auscultation on both sides, no wheeze.").empty());
        notes.resize(1);
        notes[0].recordedAt.reset(); // when it was written is not known: nothing was before
        QVERIFY(CopyForward(notes).in("Heart regular. Lungs clear to auscultation on both sides, no wheeze").empty());
    }

    void documentsSayWhatIsMissing()
    {
        auto item = tests::sampleItem();
        SourceTexts texts{item};
        domain::Source fax = item->proposal.sources[2];
        QCOMPARE(drawn(*describeSource(fax, texts).blocks),
                 QStringLiteral("The agent did not read this source: illegible"));
        fax.read = true;
        fax.blob = item->digest;
        fax.pageTexts = {"first page", "second\npage"};
        const QString pages = drawn(*describeSource(fax, texts).blocks);
        QVERIFY(pages.contains(QStringLiteral("Page 2 of 2\nsecond\npage")));
        QVERIFY(pages.contains(QStringLiteral("cannot be shown here yet")));
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestReviewSources)
#include "test_review_sources.moc"
