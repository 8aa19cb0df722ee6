// Further ways to be wrong: one thing for another of its kind, the opposite in another word, the side of what no table
// knows. Each row once contradicting and once agreeing.
#include "tests/checks/contradiction_table.hpp"

using namespace countersign;
using countersign::tests::expect;
using countersign::tests::has;

TEST_CASE("one thing for another of its kind")
{
    expect(
        "value-not-in-evidence",
        {{"[doctor] we'll get an mri of the knee . you had an x-ray", "An ultrasound of the knee.", "MRI of the knee."},
         {"[doctor] i will send you to cardiology", "Referral to neurology.", "Referral to a cardiologist."},
         {"[patient] my hands are numb", "Weakness of the hands.", "Numbness of the hands."},
         {"[patient] they saw me in the emergency room", "Seen in the urgent care.", "Seen in the ED."},
         {"[patient] it hurts when i am standing", "Pain when sitting.", "Pain when standing."},
         {"[patient] i go running on sundays", "She enjoys swimming.", "She enjoys running."},
         {"[doctor] you sprained your ankle", "Ankle fracture.", "Ankle sprain."},
         {"[doctor] it is a viral infection", "A bacterial infection.", "A viral infection."},
         {"[doctor] you have decreased flexion of the back", "Decreased extension of the back.",
          "Decreased flexion of the back."}});
    // Both are spoken of.
    CHECK_FALSE(has("[doctor] we need an mri or a ct of the knee", "CT or MRI of the knee.", "value-not-in-evidence"));
}

TEST_CASE("what weighs, cites nothing and is in no source")
{
    struct Row {
        std::string_view claim, said;
    };
    for (const Row &row :
         {Row{"She admits to occasional thoughts of suicide.", "[patient] i think about killing myself"},
          Row{"Patient is allergic to latex.", "[patient] i'm allergic to latex"},
          Row{"She has fallen twice in the past month.", "[patient] i fell twice in the past month"},
          Row{"He keeps a gun at home.", "[patient] there are firearms at home"},
          Row{"History of domestic violence.", "[patient] i was in an abusive relationship"},
          Row{"He uses heroin.", "[patient] i use street drugs"}}) {
        CAPTURE(row.claim);
        const auto isFound = [&row](std::string_view said) {
            auto draft = tests::visit(said, row.claim);
            domain::sectionsOf(draft.draft)->front().statements.front().citations.clear();
            const auto findings = checks::runChecks(draft, {}, draft.proposedAt);
            return std::ranges::any_of(findings, [](const domain::Finding &finding) {
                return finding.check == "support" && finding.code == "value-not-in-evidence";
            });
        };
        CHECK(isFound("[patient] my elbow is stiff"));
        CHECK_FALSE(isFound(row.said));
    }
}

TEST_CASE("one condition for another of its family")
{
    expect(
        "value-not-in-evidence",
        {{"[doctor] you have rheumatoid arthritis", "Has osteoarthritis.", "Has rheumatoid arthritis."},
         {"[doctor] you have osteoarthritis of the hip", "Rheumatoid arthritis of the hip.", "Arthritis of the hip."},
         {"[doctor] history of multiple sclerosis", "Has muscular dystrophy.", "Has multiple sclerosis."},
         {"[patient] i had a kidney transplant", "Had a liver transplant.", "Had a renal transplant."},
         {"[doctor] your asthma is acting up", "Cystic fibrosis is acting up.", "Asthma is acting up."},
         {"[patient] she had lung cancer", "Had breast cancer.", "Had lung cancer."},
         {"[doctor] we'll check a kidney function", "Check thyroid function.", "Check renal function."},
         {"[patient] i had the flu", "Had COVID.", "Had influenza."}});
}

TEST_CASE("a side goes with the word beside it, and with the rest of the draft")
{
    expect("laterality-conflict",
           {{"[doctor] a murmur at the left base", "Murmur at the right base.", "Murmur at the left base."},
            {"[doctor] a murmur at the left base", "Murmur at the bilateral base.", "Murmur at the left base."},
            {"[doctor] bilateral femoral pulses are palpable", "Palpable left femoral pulse.",
             "Palpable bilateral femoral pulses."}});
    auto draft = tests::visit("[patient] my arm hurts right here", "Right arm pain.");
    auto &statements = domain::sectionsOf(draft.draft)->front().statements;
    for (const std::string_view more : {"The right arm is swollen.", "Splint for the right arm.", "Left arm sprain."}) {
        domain::Statement statement = statements.front();
        statement.id = domain::StatementId(std::string(more));
        statement.text = more;
        statements.push_back(statement);
    }
    draft.sources.front().content = "[patient] my arm hurts a lot";
    for (domain::Statement &statement : statements)
        statement.citations = {{draft.sources.front().id, domain::QuoteSelector{"my arm hurts a lot", "", "", 0, {}}}};
    const auto findings = checks::runChecks(draft, {}, draft.proposedAt);
    CHECK(std::ranges::count(findings, "laterality-conflict", &domain::Finding::code) == 1);
    const auto found = std::ranges::find(findings, "laterality-conflict", &domain::Finding::code);
    REQUIRE(found != findings.end());
    CHECK(found->statementId == statements.back().id);
}

TEST_CASE("the opposite in another word")
{
    expect("temporal-conflict",
           {{"[patient] the cough is getting better", "The cough has deteriorated.", "The cough has improved."},
            {"[doctor] the murmur is stable", "The murmur is worse.", "The murmur is unchanged."},
            {"[patient] the rash went away", "The rash persists.", "The rash has resolved."},
            {"[patient] i'm currently a smoker", "Former smoker.", "Current smoker."},
            {"[patient] the itching is worse in the sun", "The itching is relieved in the sun.",
             "The itching is aggravated in the sun."}});
    expect("negation-conflict",
           {{"[doctor] i'd recommend a splint", "I advised against a splint.", "I recommended a splint."},
            {"[patient] the massage has been really helpful", "The massage was useless.", "The massage was helpful."},
            {"[patient] my sugar has been under control", "Sugar has not been under control.",
             "Sugar has been under control."},
            {"[doctor] the rhythm is not regular", "Rhythm is regular.", "Rhythm is not regular."}});
}

TEST_CASE("what the passage says of a thing goes before what is said of it elsewhere")
{
    auto draft = tests::visit("[doctor] pain on the medial aspect of the knee\n[doctor] does the outside of the knee "
                              "hurt ?\n[patient] no",
                              "Pain on the lateral aspect of the knee.");
    auto &statement = domain::sectionsOf(draft.draft)->front().statements.front();
    statement.citations = {
        {draft.sources.front().id, domain::QuoteSelector{"pain on the medial aspect of the knee", "", "", 0, {}}}};
    const auto findings = checks::runChecks(draft, {}, draft.proposedAt);
    CHECK(std::ranges::count(findings, "laterality-conflict", &domain::Finding::code) == 1);
}

TEST_CASE("what is done with a treatment")
{
    expect(
        "temporal-conflict",
        {{"[doctor] i want to increase your lisinopril to forty", "Start lisinopril 40.", "Increase lisinopril to 40."},
         {"[doctor] we talked about your prozac , so we'll increase it", "Continue Prozac.", "Increase Prozac."},
         {"[doctor] keep taking the aspirin", "Increase aspirin.", "Continue aspirin."},
         {"[doctor] i'm going to start you on some lasix", "Continue Lasix.", "Started on Lasix."},
         {"[doctor] let's go down on the prednisone", "Increase prednisone.", "Decrease prednisone."}});
    CHECK_FALSE(has("[doctor] you take lisinopril", "Continue lisinopril.", "temporal-conflict"));
    // He tells what he takes, and then it is raised.
    for (const std::string_view told : {"He adds that he takes Norvasc.", "He continues Norvasc."})
        CHECK_FALSE(has("[doctor] i want to increase your norvasc", told, "temporal-conflict"));
    CHECK_FALSE(has("[doctor] your third problem , diabetes , type two", "Type 2 diabetes.", "number-conflict"));
}

TEST_CASE("a small number goes with what it counts")
{
    expect(
        "number-conflict",
        {{"[patient] i passed two small stones . i have four kids", "Passed four small stones.", "Passed two stones."},
         {"[patient] it was my first cold . a third of us had it", "His third cold.", "His first cold."},
         {"[patient] i fell down three steps and have five cats", "Fell down five steps.", "Fell down 3 steps."}});
}

TEST_CASE("what is sure is said to be sure")
{
    expect(
        "certainty-conflict",
        {{"[doctor] i think you have likely torn your acl", "Confirmed ACL tear.", "Likely ACL tear."},
         {"[doctor] this may be gout , it looks like gout", "Findings diagnostic of gout.", "Possible gout."},
         {"[doctor] you will definitely be asked to stay", "She will certainly stay.", "She will definitely stay."}});
    CHECK_FALSE(has("[doctor] the biopsy confirmed the melanoma", "Confirmed melanoma.", "certainty-conflict"));
}

TEST_CASE("denied on a condition, and denied by one word that nobody else denies")
{
    expect(
        "negation-conflict",
        {{"[doctor] come back if it does not improve with physical therapy",
          "Return if it does improve with physical therapy.", "Return if it does not improve with physical therapy."},
         {"[patient] i've been pretty diligent about it , following orders",
          "He has not been diligent about his medication.", "He has been diligent about his medication."},
         {"[patient] i did n't finish the course", "She did finish the course.", "She did not finish the course."}});
}

TEST_CASE("what ended, what is fine, and how many")
{
    expect("temporal-conflict", {{"[patient] i quit smoking ten years ago", "Smokes.", "Quit smoking 10 years ago."},
                                 {"[patient] i used to drink a lot", "Drinks heavily.", "Used to drink."}});
    expect("negation-conflict",
           {{"[doctor] let's hold off on the mri", "Obtain MRI.", "Hold off on MRI."},
            {"[patient] i can't lift my arm", "Able to lift the arm.", "Cannot lift the arm."},
            {"[doctor] the incision is not healing well", "Incision healing well.", "Incision is not healing well."},
            {"[patient] i have been compliant", "He is noncompliant.", "He is compliant."}});
    expect("value-not-in-evidence",
           {{"[patient] i've lost ten pounds", "Gained 10 pounds.", "Lost 10 pounds."},
            {"[doctor] the nodule has grown", "The nodule has shrunk.", "The nodule is larger."},
            {"[patient] penicillin gave me hives", "Penicillin: anaphylaxis.", "Penicillin: hives."}});
    expect("number-conflict",
           {{"[doctor] take one tablet twice a day", "Two tablets twice a day.", "One tablet twice a day."},
            {"[doctor] a herniation at l four", "Herniation at L3.", "Herniation at L4."}});
    expect("certainty-conflict", {{"[doctor] this is definitely gout", "Possible gout.", "Gout."}});
}

TEST_CASE("an allergy that is denied, and one that nobody has")
{
    expect("allergy-conflict",
           {{"[patient] i'm allergic to penicillin", "No known drug allergies.", "Allergic to penicillin."},
            {"[patient] i'm allergic to penicillin", "NKDA.", "She has a penicillin allergy."},
            {"[patient] i'm allergic to penicillin", "DH salbutamol, NKDA.", "No anaphylaxis, no allergy testing."},
            {"[patient] i'm allergic to penicillin", "She is allergic to codeine.", "She is allergic to amoxicillin."},
            {"[patient] i use flonase for my allergies", "He is allergic to Flonase.", "Flonase for his allergies."},
            {"[patient] i am allergic to codeine and have an epipen", "Takes codeine.", "Carries an EpiPen."}});
}

TEST_CASE("names that say a strength, a number within a name, and a time of another kind")
{
    expect("value-not-in-evidence",
           {{"[patient] i take the baby aspirin every day", "Aspirin 325 mg daily.", "Aspirin 81 mg daily."},
            {"[patient] a low-dose aspirin each morning", "Aspirin 500 mg daily.", "Aspirin 75 mg daily."},
            {"[doctor] your thyroid was low", "Low at 4 mg.", "Low T3/4."}});
    expect("unit-conflict", {{"[patient] it went on for two days", "It lasted 2 weeks.", "Seen 2 weeks ago."}});
    expect("negation-conflict",
           {{"[patient] i have back pain", "Nil of note, no back pain.", "Nil of note, back pain."}});
    expect("drug-not-in-evidence",
           {{"[doctor] use head & shoulder's , or selsun blue", "Use nystatin.", "Use Head and Shoulders."}});
}
