#include "core/domain/clinical_diff.hpp"
#include "core/domain/names.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace countersign::domain;

namespace
{

struct Edit {
    std::string before, after;
    Change::Class expected;
};
constexpr auto safety = Change::Class::Safety;
constexpr auto factual = Change::Class::Factual;
constexpr auto style = Change::Class::Style;

const Edit edits[] = {
    // numbers, units, doses
    {"Metoprolol 25 mg daily.", "Metoprolol 50 mg daily.", safety},
    {"Give 5 mg.", "Give 5 mcg.", safety},
    {"Take 0.5 mg.", "Take 5 mg.", safety},
    {"Take 1.5 mg.", "Take 15 mg.", safety},
    {"Take 81mg aspirin.", "Take 325mg aspirin.", safety},
    {"BP 120/80.", "BP 130/80.", safety},
    {"Refraction -2.5 today.", "Refraction 2.5 today.", safety},
    {"Potassium < 3.", "Potassium > 3.", safety},
    {"Take it daily.", "Take it twice daily.", safety},
    {"Two tablets.", "Three tablets.", safety},
    {"Take 5 \u00b5g.", "Take 5 mg.", safety},
    {"Give it IV.", "Give it orally.", safety},
    {"Continue lisinopril.", "Stop lisinopril.", safety},
    // drugs
    {"Start metoprolol.", "Start metformin.", safety},
    {"Takes hydroxyzine.", "Takes hydralazine.", safety},
    {"She takes Effexor.", "She takes Celexa.", safety},
    {"anti-arrhythmic amiodarone-warfarin combination", "anti-arrhythmic amiodarone combination", safety},
    // negation
    {"She has chest pain.", "She has no chest pain.", safety},
    {"Denies fever.", "Reports fever.", safety},
    {"He doesn't smoke.", "He does smoke.", safety},
    {"He doesn\u2019t smoke.", "He does smoke.", safety},
    {"Pain-free today.", "Pain today.", safety},
    {"no cough, has fever", "has cough, no fever", safety},
    {"Chest pain\u2014no fever.", "Chest pain\u2014fever.", safety},
    // side
    {"Pain in the left knee.", "Pain in the right knee.", safety},
    {"Left-sided weakness.", "Right-sided weakness.", safety},
    {"Rhonchi bilaterally.", "Rhonchi.", safety},
    // date
    {"Seen on Monday.", "Seen on Tuesday.", safety},
    {"Pain for two weeks.", "Pain for two months.", safety},
    {"Follow up 2026-11-02.", "Follow up 2026-11-12.", safety},
    // person
    {"Her mother has asthma.", "Her sister has asthma.", safety},
    {"He reports pain.", "She reports pain.", safety},
    {"Referred to Dr. Campbell.", "Referred to Dr. Lopez.", safety},
    // what cannot be seen
    {"Take it.", "Take\u202e it.", safety},
    // other words
    {"Sharp pain in the knee.", "Dull pain in the knee.", factual},
    {"He was seen in clinic.", "He was seen in the emergency department.", factual},
    {"Hypertension is stable.", "Hypotension is stable.", factual},
    {"Febrile.", "Afebrile.", factual},
    {"Taken off it.", "Taken of it.", factual},
    {"Dysphagia noted.", "Dysphasia noted.", factual},
    // style
    {"Lungs are clear", "Lungs are clear.", style},
    {"lungs are clear.", "Lungs are clear.", style},
    {"Lungs  are\nclear.", "Lungs are clear.", style},
    {"Clear lungs; no wheeze.", "Clear lungs, no wheeze.", style},
    {"Anaemia is stable.", "Anemia is stable.", style},
    {"Abdominal tendernes.", "Abdominal tenderness.", style},
    {"The patient has an edema.", "Patient has edema.", style},
    {"\u201cTired\u201d since", "\"Tired\" since", style},
    {"Same.", "Same.", style},
    {"", "", style},
};

Statement said(const char *id, const char *text)
{
    Statement statement;
    statement.id = StatementId{id};
    statement.text = text;
    return statement;
}

Draft note(std::vector<Statement> first, std::vector<Statement> second = {})
{
    NoteDraft draft;
    draft.sections.push_back({SectionId{"s1"}, "History", {}, std::move(first)});
    draft.sections.push_back({SectionId{"s2"}, "Plan", {}, std::move(second)});
    return draft;
}

std::string summary(const std::vector<Change> &changes)
{
    std::string line;
    for (const Change &change : changes)
        line +=
            change.statementId.text() + ":" + std::string{name(change.op)} + ":" + std::string{name(change.kind)} + " ";
    return line;
}

} // namespace

TEST_CASE("an edit is classed by what it changed, both ways round")
{
    for (const Edit &edit : edits) {
        CAPTURE(edit.before);
        CAPTURE(edit.after);
        CHECK(name(classifyEdit(edit.before, edit.after)) == name(edit.expected));
        CHECK(name(classifyEdit(edit.after, edit.before)) == name(edit.expected));
    }
}

TEST_CASE("statements are compared by id, in the order of the edited draft, deletions last")
{
    const Draft before =
        note({said("a", "Cough."), said("b", "Fever of 38."), said("c", "Tired.")}, {said("d", "Rest.")});
    struct Row {
        const char *what;
        Draft after;
        const char *expected;
    };
    const Row rows[] = {
        {"nothing", before, ""},
        {"text", note({said("a", "Dry cough."), said("b", "Fever of 38."), said("c", "Tired")}, {said("d", "Rest.")}),
         "a:replace:factual c:replace:style "},
        {"insert",
         note({said("a", "Cough."), said("n", "No rash."), said("b", "Fever of 38."), said("c", "Tired.")},
              {said("d", "Rest.")}),
         "n:insert:safety "},
        {"delete", note({said("a", "Cough.")}, {said("d", "Rest."), said("n", "Walks.")}),
         "n:insert:factual b:delete:safety c:delete:factual "},
        {"move within",
         note({said("c", "Tired."), said("a", "Cough."), said("b", "Fever of 38.")}, {said("d", "Rest.")}),
         "c:move:style "},
        {"move across",
         note({said("a", "Cough."), said("b", "Fever of 38.")}, {said("c", "Tired."), said("d", "Rest.")}),
         "c:move:factual "},
        {"move and change",
         note({said("b", "Fever of 39."), said("a", "Cough."), said("c", "Tired.")}, {said("d", "Rest.")}),
         "b:replace:safety b:move:style "},
        {"all gone", note({}), "a:delete:factual b:delete:safety c:delete:factual d:delete:factual "},
    };
    for (const Row &row : rows) {
        CAPTURE(row.what);
        CHECK(summary(clinicalDiff(before, row.after)) == row.expected);
    }
}

TEST_CASE("a change carries both texts")
{
    const auto changes = clinicalDiff(note({said("a", "Cough.")}), note({said("a", "No cough."), said("b", "New.")}));
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].before == "Cough.");
    CHECK(changes[0].after == "No cough.");
    CHECK(changes[1].before.empty());
    CHECK(changes[1].after == "New.");
}

TEST_CASE("a tool call has no statements to compare")
{
    CHECK(clinicalDiff(ToolCallDraft{"send", "{}", {}, {}}, ToolCallDraft{"send", "{\"a\":1}", {}, {}}).empty());
}
