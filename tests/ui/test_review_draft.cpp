// Every kind of draft as the blocks that are shown.
#include "tests/ui/review_fixture.hpp"

#include "ui/presenters/draft_page.hpp"

#include <QTest>

#include <map>
#include <set>

using namespace countersign;
using namespace countersign::presenters;

namespace
{

QString drawn(const DraftPage &page)
{
    static const std::map<Support, const char *> marks{
        {Support::None, ""},     {Support::Quoted, "= "},  {Support::Normalised, "~ "},
        {Support::Cited, "- "},  {Support::Own, "i "},     {Support::Boilerplate, "b "},
        {Support::Partly, "? "}, {Support::Uncited, ". "}, {Support::NotFound, "! "}};
    QStringList lines;
    for (std::size_t i = 0; i < page.page.blocks->size(); ++i) {
        const TextBlock &block = (*page.page.blocks)[i];
        QString text = block.text;
        for (auto mark = page.page.marks.rbegin(); mark != page.page.marks.rend(); ++mark)
            if (mark->block == static_cast<int>(i)) {
                text.insert(mark->end, QLatin1Char(']'));
                text.insert(mark->start,
                            mark->kind == TextMark::Kind::Added ? QStringLiteral("[+") : QStringLiteral("[-"));
            }
        QString line = QLatin1String(marks.at(block.support));
        if (!block.label.isEmpty())
            line += block.label + QStringLiteral(": ");
        line += text;
        for (const Chip &chip : block.chips)
            line += QStringLiteral(" {%1}").arg(chip.text);
        lines << line;
    }
    return lines.join(QLatin1Char('\n'));
}

DraftPage read(const EditSession &edits, const std::set<domain::StatementId> &acknowledged = {})
{
    SourceTexts texts{tests::sampleItem()};
    return describeDraft({edits, texts, acknowledged, {}, nullptr});
}

class TestReviewDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noteWithSupport()
    {
        const EditSession edits{tests::sampleDraft()};
        QCOMPARE(drawn(read(edits)), QStringLiteral("History\n= Her left knee hurts.\n. She denies fever.\n"
                                                    "! She takes Effexor 75 mg.\nPlan\n= Continue Effexor."));
        QCOMPARE(read(edits).steps.size(), std::size_t{4});
    }

    void everyMarkIsSaidInWords()
    {
        const DraftPage page = read(EditSession{tests::sampleDraft()}, {domain::StatementId{"st2"}});
        for (const TextBlock &block : *page.page.blocks)
            QVERIFY(block.support == Support::None || !block.words.isEmpty());
        const TextBlock &second = (*page.page.blocks)[2];
        QVERIFY(second.isAcknowledged);
        QVERIFY(second.words.contains(QStringLiteral("acknowledged")));
    }

    void editsAreDrawnWhereTheyHappened()
    {
        EditSession edits{tests::sampleDraft()};
        edits.setText(domain::StatementId{"st1"}, "Her right knee hurts.");
        edits.remove(domain::StatementId{"st2"});
        edits.setText(edits.addAfter(domain::StatementId{"st3"}), "Walks daily.");
        const DraftPage page = read(edits);
        QCOMPARE(
            drawn(page),
            QStringLiteral("History\n= Her [-LEFT][+RIGHT] knee hurts. {Changed · Safety: side} {needs a citation}\n"
                           ". [-She denies fever.] {Removed · Safety: negation, person}\n"
                           "! She takes Effexor 75 mg.\n"
                           ". [+Walks daily.] {Added · Safety: dose}\nPlan\n= Continue Effexor."));
        QVERIFY(page.steps[1].isRemoved);
    }

    void stylesBecomeKinds()
    {
        using Style = domain::Statement::Style;
        const std::pair<Style, TextBlock::Kind> rows[] = {{Style::Unstated, TextBlock::Kind::Sentence},
                                                          {Style::Sentence, TextBlock::Kind::Sentence},
                                                          {Style::Bullet, TextBlock::Kind::Bullet},
                                                          {Style::Heading, TextBlock::Kind::Subheading},
                                                          {Style::TableRow, TextBlock::Kind::TableRow}};
        for (const auto &[style, kind] : rows) {
            domain::NoteDraft note;
            note.sections.push_back({domain::SectionId{"s"}, "S", {}, {tests::statement("a", "x")}});
            note.sections[0].statements[0].style = style;
            const DraftPage page = read(EditSession{note});
            QVERIFY((*page.page.blocks)[1].kind == kind);
            QVERIFY((*page.page.blocks)[1].support == (style == Style::Heading ? Support::None : Support::Uncited));
        }
    }

    void priorAuthorisationShowsAllThatIsSent()
    {
        domain::PriorAuthDraft request;
        request.sections.push_back({domain::SectionId{"s"}, "Necessity", {}, {tests::statement("a", "Needs it.")}});
        request.criteria.push_back({"c1", "Tried two drugs", {}, domain::Criterion::Status::NotMet, {}});
        request.criteria.push_back(
            {"c2", "Has knee pain", {}, domain::Criterion::Status::Met, {tests::quote("visit", "knee hurts")}});
        request.questionnaire = R"({"item":[{"linkId":"q1","text":"Which knee?"}]})";
        request.questionnaireResponse = R"({"item":[{"linkId":"q1","answer":[{"valueString":"left"}]}]})";
        request.answers.push_back({"q1", domain::Answer::Origin::AutoClient, {}});
        request.answers.push_back({"q2", domain::Answer::Origin::Unstated, {}});
        request.bundle = R"({"resourceType":"Bundle","unknown":"shown"})";
        const QString page = drawn(read(EditSession{request}));
        for (const char *part :
             {"Necessity\n. Needs it.", "Criteria\n. Not met: Tried two drugs\n= Met: Has knee pain",
              "q1: Which knee?\nLEFT {filled in from the chart}", "q2: No answer {origin not stated}",
              "The request that is sent\nBundle\nUnknown: shown"})
            QVERIFY2(page.contains(QString::fromUtf8(part)), qPrintable(page));
    }

    // R-603: one mark a state, each with its words; what an agent calls standard wording counts only without numbers.
    void everyStateHasItsOwnMark()
    {
        domain::NoteDraft note;
        note.sections.push_back({domain::SectionId{"s"}, "All", {}, {}});
        auto &all = note.sections[0].statements;
        all = {tests::statement("a", "Quoted.", {tests::quote("visit", "my left knee hurts")}),
               tests::statement("b", "Spelt otherwise.", {tests::quote("visit", "My Left Knee hurts")}),
               tests::statement("c", "In part.", {tests::quote("visit", "effexor 75 mg and my right hip aches")}),
               tests::statement(
                   "d", "Other value.",
                   {{domain::SourceId{"med"}, domain::FhirPathSelector{"MedicationRequest.dose.value", "5"}}}),
               tests::statement("e", "A page.", {{domain::SourceId{"fax"}, domain::PageSelector{1, {}, "x"}}}),
               tests::statement("f", "Not there.", {tests::quote("visit", "right knee")}),
               tests::statement("g", "Nothing."),
               tests::statement("h", "Thank you for coming."),
               tests::statement("i", "Return in 5 days.")};
        all[7].basis = all[8].basis = domain::Statement::Basis::Boilerplate;
        const DraftPage page = read(EditSession{note});
        QCOMPARE(drawn(page),
                 QStringLiteral("All\n= Quoted.\n~ Spelt otherwise.\n? In part.\n? Other value.\n- A page.\n"
                                "! Not there.\n. Nothing.\nb Thank you for coming.\n. Return in 5 days."));
        std::set<QString> words;
        for (const DraftStep &step : page.steps)
            words.insert(supportWords(step.support));
        QCOMPARE(words.size(), std::size_t{7});
        QVERIFY(!words.contains(QString()));
    }

    void toolCallsShowEveryArgument()
    {
        const EditSession call{
            domain::ToolCallDraft{"lab.order", R"({"panel":"BMP","extra":{"x":[1,"<b>"]}})", {}, "Says"}};
        QCOMPARE(drawn(read(call)), QStringLiteral("Tool call\nName: lab.order\nDescribed as: Says\nArguments\n"
                                                   "panel: BMP\nextra\nx\u00a01: 1\nx\u00a02: <b>"));
        const EditSession broken{domain::ToolCallDraft{"x", "not json", {}, {}}};
        QVERIFY(drawn(read(broken)).contains(QStringLiteral("shown as it came.\nnot json")));
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestReviewDraft)
#include "test_review_draft.moc"
