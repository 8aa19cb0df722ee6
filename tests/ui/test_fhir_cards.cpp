// FHIR resources as cards: what comes first, what may never be left out, rows that read as a table, values over time;
// and that every resource that was given to us opens.
#include "tests/ui/review_fixture.hpp"

#include "ui/presenters/fhir_order.hpp"
#include "ui/presenters/json_page.hpp"
#include "ui/presenters/source_page.hpp"
#include "ui/presenters/trend.hpp"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <set>

using namespace countersign;
using namespace countersign::presenters;
using namespace Qt::StringLiterals;

namespace
{

// Quotation marks are single ones here: the code generator stumbles over raw strings that hold addresses.
std::string quoted(std::string json)
{
    std::replace(json.begin(), json.end(), '\'', '"');
    return json;
}

JsonPage pageOf(const std::string &json)
{
    const auto outline = outlineJson(quoted(json));
    return outline ? describeJson(*outline, JsonStyle::Fhir) : JsonPage{};
}

// "label= text [chip, chip]"; struck out between tildes.
QString drawn(const TextBlock &block)
{
    QStringList chips;
    for (const Chip &chip : block.chips)
        chips << chip.text;
    QString text = (block.label.isEmpty() ? QString() : block.label + u"= "_s) + block.text
                   + (chips.isEmpty() ? QString() : u" ["_s + chips.join(u", "_s) + u"]"_s);
    text.replace(QChar(0xa0), u' ');
    return block.isStruck ? u"~"_s + text + u"~"_s : text;
}

QString drawn(const JsonPage &page)
{
    QStringList lines;
    for (const TextBlock &block : page.blocks)
        lines << drawn(block);
    return lines.join(u'\n');
}

std::string observation(const char *when, const char *value, const char *status = "final")
{
    return std::string("{'resourceType':'Observation','status':'") + status
           + "','code':{'text':'HbA1c'},'effectiveDateTime':'" + when + "','valueQuantity':{'value':" + value
           + ",'unit':'%'},'referenceRange':[{'low':{'value':4,'unit':'%'},'high':{'value':5.6,'unit':'%'}}]}";
}

QStringList givenFiles()
{
    QStringList files;
    const QString data = qEnvironmentVariable("COUNTERSIGN_DATA");
    for (const char *folder : {"/fhir", "/prior-auth"})
        for (QDirIterator it(data + QLatin1String(folder), {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
             !data.isEmpty() && it.hasNext();)
            files << it.next();
    return files;
}

} // namespace

class TestFhirCards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cards_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("card");
        const auto row = [](const char *name, const char *json, const QString &card) {
            QTest::newRow(name) << QByteArray(json) << card;
        };
        row("order",
            "{'resourceType':'MedicationRequest','id':'m1','intent':'order','status':'active', 'dosageInstruc"
            "tion':[{'text':'One capsule daily'}],'authoredOn':'2026-05-04', 'medicationCodeableConcept':{'te"
            "xt':'hydroxyzine 75 mg'}}",
            u"Medication order \u00b7 hydrOXYzine 75 mg [active]\nDrug= hydrOXYzine 75 mg\nDosage= One capsule daily\n"
            u"Status= active\nIntent= order\nOrdered on= 04 May 2026\nRecord= m1"_s);
        row("not to be done",
            "{'resourceType':'MedicationRequest','status':'active','intent':'proposal', 'doNotPerform':true,'"
            "medicationCodeableConcept':{'text':'aspirin'}}",
            u"~Medication order \u00b7 aspirin [DO NOT PERFORM, a proposal, not an order, active]~\n~Drug= aspirin~\n"
            u"~Do not perform= true~\n~Status= active~\n~Intent= proposal~"_s);
        row("refuted",
            "{'resourceType':'AllergyIntolerance','code':{'text':'Penicillin'},'criticality':'high', 'verific"
            "ationStatus':{'coding':[{'code':'refuted'}]},'reaction':[{'manifestation':[{'text':'hives'}], 's"
            "everity':'mild'}]}",
            u"~Allergy or intolerance \u00b7 Penicillin [refuted, high criticality]~\n~What= Penicillin~\n"
            u"~Reaction= hives \u00b7 Severity mild~\n~Criticality= high~\n~Verification= refuted~"_s);
        row("blood pressure",
            "{'resourceType':'Observation','status':'final','code':{'text':'Blood pressure'}, 'component':[{'"
            "code':{'coding':[{'system':'http://loinc.org','code':'8480-6','display':'Systolic'}]}, 'valueQua"
            "ntity':{'value':120.0,'unit':'mmHg'}}]}",
            u"Observation \u00b7 Blood pressure [final]\nWhat= Blood pressure\n"
            u"Systolic= 120.0 mmHg \u00b7 8480-6, LOINC\nStatus= final"_s);
        row("a range",
            "{'resourceType':'Observation','status':'final','code':{'text':'K'}, 'referenceRange':[{'low':{'v"
            "alue':3.50,'unit':'mmol/L'},'high':{'value':5.1,'unit':'mmol/L'}}], 'interpretation':[{'coding':"
            "[{'code':'HH'}]}]}",
            u"Observation \u00b7 K [critically high, final]\nWhat= K\nInterpretation= HH\n"
            u"Reference range= 3.50 mmol/L \u2013 5.1 mmol/L\nStatus= final"_s);
        row("a claim keeps its numbers",
            "{'resourceType':'Claim','status':'active','use':'preauthorization', 'item':[{'sequence':7,'produ"
            "ctOrService':{'text':'MRI knee'},'quantity':{'value':1}, 'net':{'value':650.00,'currency':'USD'}"
            "}]}",
            u"Claim [active]\nUse= preauthorization\nStatus= active\n"
            u"Line 7= MRI knee \u00b7 Quantity 1 \u00b7 Net 650.00 USD"_s);
        row("answers say where they come from",
            "{'resourceType':'QuestionnaireResponse','status':'in-progress', 'item':[{'linkId':'1','text':'Ag"
            "e','answer':[{'valueInteger':48,'extension':[{'url': 'http://hl7.org/fhir/us/davinci-dtr/Structu"
            "reDefinition/information-origin','extension':[{'url':'source', 'valueCode':'auto'}]}]}]},{'linkI"
            "d':'2','answer':[{'valueString':'x'}]}]}",
            u"Answered questionnaire [in progress]\nStatus= in-progress\n"
            u"Age= 48 \u00b7 Question 1 [filled in from the chart]\n2= x [origin not stated]"_s);
        row("an addition that changes the meaning",
            "{'resourceType':'Condition','code':{'text':'Asthma'}, 'modifierExtension':[{'url':'u','valueBool"
            "ean':true}]}",
            u"Condition \u00b7 Asthma [an addition changes what this means]\nAddition that changes the meaning\n"
            u"Url= u\nValue= true\nWhat= Asthma"_s);
        row("a partial date stays partial", "{'resourceType':'Patient','birthDate':'1978-03'}",
            u"Patient\nBorn= 1978-03"_s);
        row("unknown types are a tree", "{'resourceType':'Novelty','b':{'c':1},'a':[true]}",
            u"Novelty\nB\nC= 1\nA= true"_s);
        row("sides", "{'resourceType':'Procedure','status':'completed','code':{'text':'left knee'}}",
            u"Procedure \u00b7 LEFT knee [completed]\nWhat= LEFT knee\nStatus= completed"_s);
    }
    void cards()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, card);
        QCOMPARE(drawn(pageOf(json.toStdString())), card);
    }

    // every status that changes the meaning is said in words in the heading.
    void meaningIsNeverLeftOut_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("chip");
        QTest::addColumn<bool>("isStruck");
        const auto row = [](const char *member, const char *chip, bool isStruck = false) {
            QTest::newRow(member) << QString::fromUtf8(member) << QString::fromUtf8(chip) << isStruck;
        };
        row("'status':'entered-in-error'", "entered in error", true);
        row("'verificationStatus':{'coding':[{'code':'entered-in-error'}]}", "entered in error", true);
        row("'verificationStatus':{'text':'refuted'}", "refuted", true);
        row("'doNotPerform':true", "DO NOT PERFORM", true);
        row("'status':'stopped'", "stopped");
        row("'status':'cancelled'", "cancelled");
        row("'status':'not-taken'", "not taken");
        row("'status':'not-done'", "not done");
        row("'verificationStatus':{'coding':[{'code':'unconfirmed'}]}", "unconfirmed");
        row("'clinicalStatus':{'coding':[{'code':'resolved'}]}", "resolved");
        row("'clinicalStatus':{'coding':[{'code':'inactive'}]}", "inactive");
        row("'dataAbsentReason':{'text':'refused'}", "no value");
        row("'interpretation':[{'coding':[{'code':'LL'}]}]", "critically low");
        row("'intent':'plan'", "a plan, not an order");
        row("'criticality':'unable-to-assess'", "criticality not assessed");
        row("'modifierExtension':[{'url':'x'}]", "an addition changes what this means");
        row("'status':'never-heard-of'", "never-heard-of");
    }
    void meaningIsNeverLeftOut()
    {
        QFETCH(QString, member);
        QFETCH(QString, chip);
        QFETCH(bool, isStruck);
        const auto page = pageOf("{'resourceType':'Condition'," + member.toStdString() + "}");
        QVERIFY2(drawn(page.blocks.front()).contains(chip), qPrintable(drawn(page.blocks.front())));
        for (const TextBlock &block : page.blocks)
            QCOMPARE(block.isStruck, isStruck);
        QVERIFY(page.blocks.front().words.contains(chip));
    }

    // Only the entry that is void is struck out, not its neighbours.
    void aBundleIsAListOfCards()
    {
        const auto page =
            pageOf("{'resourceType':'Bundle','type':'collection','entry':[ {'resource':{'resourceType':'Condition','"
                   "code':{'text':'Asthma'},'clinicalStatus':{'text':'active'}}}, {'resource':{'resourceType':'Condi"
                   "tion','code':{'text':'Gout'},'verificationStatus':{'text':'refuted'}}}, {'resource':{'resourceTy"
                   "pe':'Condition','code':{'text':'Ulcer'}}}]}");
        QStringList headings;
        for (const TextBlock &block : page.blocks)
            if (block.kind == TextBlock::Kind::Heading)
                headings << drawn(block);
        QCOMPARE(headings.join(u'|'), u"Bundle|Condition \u00b7 Asthma [active]|~Condition \u00b7 Gout [refuted]~|"
                                      u"Condition \u00b7 Ulcer"_s);
    }

    void valuesAreSeenOverTime()
    {
        auto item = tests::sampleItem();
        item->proposal.sources = {
            tests::source("a", domain::Source::Kind::Fhir, "A", quoted(observation("2026-10-30", "7.40"))),
            tests::source("b", domain::Source::Kind::Fhir, "B", quoted(observation("2025-02-01", "5.1"))),
            tests::source("c", domain::Source::Kind::Fhir, "C", quoted(observation("2026-01-15T08:00:00Z", "6.0"))),
            tests::source("x", domain::Source::Kind::Fhir, "X",
                          quoted(observation("2024-01-01", "9.9", "entered-in-error")))};
        SourceTexts texts{item};
        const SourcePage page = describeSource(item->proposal.sources[0], texts);
        const auto chart = std::find_if(page.blocks->begin(), page.blocks->end(),
                                        [](const TextBlock &b) { return b.kind == TextBlock::Kind::Chart; });
        QVERIFY(chart != page.blocks->end());
        QCOMPARE(chart->trend->points.size(), std::size_t{3});
        QVERIFY(chart->words.contains(u"from 5.1"_s) && chart->words.contains(u"to 7.40"_s));
        QCOMPARE(drawn(chart[1]), u"01 Feb 2025= 5.1 %"_s);
        QCOMPARE(drawn(chart[3]), u"30 Oct 2026= 7.40 % [outside of the reference range]"_s);
        // The value that is cited is marked in the table and in the card.
        const CitedPlace place =
            texts.locate({domain::SourceId{"a"}, domain::FhirPathSelector{"Observation.value.value", "7.40"}});
        QVERIFY(place.support == Support::Quoted);
        QCOMPARE(markCited(page, item->proposal.sources[0], place, texts).size(), std::size_t{2});
    }

    void everyLineComesUpOnce()
    {
        for (const char *json :
             {"{'id':'x','resourceType':'Patient','text':{'div':'<a>'},'name':[{'family':'R'}],'odd':[1,[2,{}]]"
              "}",
              "{'resourceType':'Bundle','entry':[{'resource':{'meta':{},'resourceType':'Claim','item':[{}]}}]}", "[]",
              "3"}) {
            const auto outline = outlineJson(quoted(json));
            QVERIFY(outline);
            auto order = readingOrder(*outline);
            QCOMPARE(order.size(), outline->size());
            std::sort(order.begin(), order.end());
            for (std::size_t i = 0; i < order.size(); ++i)
                QCOMPARE(order[i], i);
        }
    }

    // Every leaf of every resource that was given to us is on the page, and none stops it.
    void everyGivenResourceOpens()
    {
        int opened = 0;
        for (const QString &name : givenFiles()) {
            QFile file(name);
            QVERIFY(file.open(QFile::ReadOnly));
            const auto outline = outlineJson(file.readAll().toStdString());
            if (!outline)
                continue; // not JSON: refused at the door
            JsonPage page = describeJson(*outline, JsonStyle::Fhir);
            std::set<std::size_t> shown(page.lines.begin(), page.lines.end());
            for (std::size_t i = 0; i < page.blocks.size(); ++i)
                if (page.blocks[i].kind == TextBlock::Kind::Field)
                    for (std::size_t at = page.lines[i]; at < (*outline)[page.lines[i]].end; ++at)
                        shown.insert(at);
            for (std::size_t i = 0; i < outline->size(); ++i) {
                const JsonLine &line = (*outline)[i];
                const bool isLeaf = line.kind == JsonLine::Kind::String || line.kind == JsonLine::Kind::Literal;
                QVERIFY2(!isLeaf || line.key == "resourceType" || shown.contains(i),
                         qPrintable(name + u' ' + QString::fromStdString(line.path)));
            }
            addTrends(page, measurementsIn(*outline));
            QCOMPARE(page.blocks.size(), page.lines.size());
            ++opened;
        }
        QVERIFY(qEnvironmentVariableIsEmpty("COUNTERSIGN_DATA") || opened > 250);
    }
};

QTEST_GUILESS_MAIN(TestFhirCards)
#include "test_fhir_cards.moc"
