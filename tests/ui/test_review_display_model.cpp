// What is signed as shown: every word of the draft, in order, with what was folded and flagged.
#include "tests/ui/review_fixture.hpp"

#include "ui/presenters/review_display_model.hpp"

#include <QTest>

using namespace countersign;
using namespace countersign::presenters;

namespace
{

domain::DisplayModel modelOf(const std::shared_ptr<const domain::Item> &item, const EditSession &edits,
                             const std::set<domain::StatementId> &acknowledged = {},
                             const std::set<domain::SourceId> &opened = {})
{
    SourceTexts texts{item};
    const DraftPage page = describeDraft({edits, texts, acknowledged, {}, nullptr});
    return displayModelOf({*item, edits, page.steps, acknowledged, opened, nullptr});
}

const domain::DisplayField *find(const domain::DisplayModel &model, const std::string &label)
{
    const auto found =
        std::find_if(model.begin(), model.end(), [&](const auto &field) { return field.label == label; });
    return found == model.end() ? nullptr : &*found;
}

class TestReviewDisplayModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsStandInReadingOrder()
    {
        const auto item = tests::sampleItem();
        const auto model =
            modelOf(item, EditSession{item->proposal.draft}, {domain::StatementId{"st2"}}, {domain::SourceId{"visit"}});
        QStringList labels;
        for (const domain::DisplayField &field : model)
            labels << QString::fromStdString(field.label) + (field.folded ? QStringLiteral("/") : QString())
                          + (field.flagged ? QStringLiteral("!") : QString());
        QCOMPARE(
            labels.join(QLatin1Char(' ')),
            QStringLiteral("patient.id patient.family patient.given patient.birthDate patient.mrn patient.sex "
                           "patient.allergyStatus action.type action.title action.effect tier agent section:s1 "
                           "statement:st1 statement:st1.support statement:st2! statement:st2.support "
                           "statement:st2.acknowledged statement:st3! statement:st3.support section:s2 statement:st4 "
                           "statement:st4.support source:visit source:med/ source:fax/! source:fax.unread!"));
        QCOMPARE(find(model, "patient.family")->text, std::string("Rivera"));
        QCOMPARE(find(model, "statement:st3.support")->text, std::string("quote-not-found"));
        QCOMPARE(find(model, "tier")->text, std::string("moderate"));
    }

    void editsAreInIt()
    {
        const auto item = tests::sampleItem();
        EditSession edits{item->proposal.draft};
        edits.setText(domain::StatementId{"st1"}, "Her right knee hurts.");
        const auto model = modelOf(item, edits);
        QCOMPARE(find(model, "statement:st1")->text, std::string("Her right knee hurts."));
        QCOMPARE(find(model, "change:st1:replace.before")->text, std::string("Her left knee hurts."));
        QCOMPARE(find(model, "change:st1:replace.class")->text, std::string("safety"));
    }

    void everyByteOfAToolCallAndARequestIsInIt()
    {
        const auto call = tests::sampleItem(domain::ToolCallDraft{"send", "{\"a\":0.50}", {}, "d"});
        QCOMPARE(find(modelOf(call, EditSession{call->proposal.draft}), "toolCall.arguments")->text,
                 std::string("{\"a\":0.50}"));
        domain::PriorAuthDraft draft;
        draft.bundle = "{\"resourceType\":\"Bundle\"}";
        draft.criteria.push_back({"c1", "Tried", {}, domain::Criterion::Status::Missing, {}});
        const auto request = tests::sampleItem(draft);
        const auto model = modelOf(request, EditSession{request->proposal.draft});
        QCOMPARE(find(model, "request.bundle")->text, draft.bundle);
        QCOMPARE(find(model, "criterion:c1.status")->text, std::string("missing"));
    }

    void hostileTextStaysAsItIs()
    {
        const std::string hostile = "<img src=file:///etc/passwd>\u202e\u0000x";
        domain::NoteDraft note;
        note.sections.push_back({domain::SectionId{"s"}, "S", {}, {tests::statement("a", hostile.c_str())}});
        const auto item = tests::sampleItem(note);
        QCOMPARE(find(modelOf(item, EditSession{item->proposal.draft}), "statement:a")->text,
                 std::string(hostile.c_str()));
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestReviewDisplayModel)
#include "test_review_display_model.moc"
