// What a draft claims in a word of its own, where the passage that it cites has no word of that kind: each row once
// claiming and once as it was said, in another word.
#include "tests/checks/contradiction_table.hpp"

using namespace countersign;
using countersign::tests::expect;
using countersign::tests::has;

TEST_CASE("how often, loosely")
{
    expect("temporal-conflict",
           {{"[patient] i take the pill with my breakfast", "Takes the pill occasionally.", "Takes the pill daily."},
            {"[patient] it itches every now and then", "The itching is constant.", "The itching is intermittent."},
            {"[patient] i have a drink on weekends", "He drinks daily.", "He drinks occasionally."},
            {"[patient] it rings all the time", "The ringing is rarely there.", "The ringing is constant."},
            {"[patient] i wake up a lot", "He wakes up nightly.", "He wakes up frequently."}});
}

TEST_CASE("better or worse, ended or going on")
{
    expect("temporal-conflict",
           {{"[patient] i'm doing well with that", "She is doing poorly with that.", "She is doing better with that."},
            {"[patient] the wheezing is easing up", "The wheezing is flaring up.", "The wheezing is improving."},
            {"[patient] the ointment made it worse", "The ointment improved it.", "The ointment exacerbated it."},
            {"[patient] i use the brace", "He used to use the brace.", "He uses the brace."},
            {"[patient] i gave up the gym", "He still goes to the gym.", "He quit the gym."},
            {"[patient] the swelling comes with the heat", "The swelling subsided.", "The swelling comes with heat."},
            {"[patient] the hives are all gone now", "The hives are ongoing.", "The hives resolved."},
            {"[doctor] keep taking the tablets", "Come off the tablets.", "Continue the tablets."}});
}

TEST_CASE("sure or doubted")
{
    expect("certainty-conflict",
           {{"[doctor] you have a sprain", "Possible sprain.", "Sprain."},
            {"[doctor] the picture shows a cyst", "The picture might show a cyst.", "The picture shows a cyst."},
            {"[doctor] it could be a cyst", "It clearly is a cyst.", "Possible cyst."},
            {"[patient] i had the measles", "She may have had measles.", "She had measles."}});
    // What is possible to do is no doubt.
    CHECK_FALSE(has("[doctor] rest it as you can", "Rest as much as possible.", "certainty-conflict"));
}

TEST_CASE("a doubt that is left out without a word in its place")
{
    expect("certainty-conflict",
           {{"[patient] i may have gotten it from walking barefoot", "He got it from walking barefoot on the beach.",
             "He may have gotten it from walking barefoot."},
            {"[doctor] a tumor graft closure might be needed", "A tumor graft closure is needed.",
             "A tumor graft closure may be needed."},
            {"[doctor] your headaches are probably brought on by stress at work",
             "Headaches brought on by work stress.", "Headaches probably brought on by work stress."}});
    // The doubt is of another clause, or none.
    CHECK_FALSE(has("[doctor] it might rain . the graft closure is needed now", "The graft closure is needed now.",
                    "certainty-conflict"));
    CHECK_FALSE(has("[doctor] rest the sore ankle joint as much as possible", "Rest the sore ankle joint.",
                    "certainty-conflict"));
}

TEST_CASE("planned or done, wanted or declined")
{
    expect("intent-conflict",
           {{"[doctor] let's do a spinal tap on tuesday", "A spinal tap was performed.", "Spinal tap planned."},
            {"[doctor] the film shows a cyst", "The film is expected to show a cyst.", "The film shows a cyst."},
            {"[doctor] i recommend a night brace", "A night brace fitting was completed.",
             "Will be fitted for a brace."}});
    expect(
        "negation-conflict",
        {{"[patient] yes let's do the shots", "He declined the shots.", "He agreed to the shots."},
         {"[patient] i'd rather not have the shots", "He requested the shots.", "He declined the shots."},
         {"[doctor] put weight on it", "She was told not to put weight on it.", "She was told to put weight on it."}});
    CHECK_FALSE(has("[patient] i drop things", "She drops objects.", "negation-conflict")); // and objects to nothing
}

TEST_CASE("what is allowed, what was found normal, and treatments in phrasal verbs")
{
    expect(
        "negation-conflict",
        {{"[doctor] avoid coffee and spicy foods", "She may go back to coffee.", "She is to avoid coffee."},
         {"[doctor] keep the eye appointment you have", "May skip the eye appointment.", "Keep the eye appointment."},
         {"[doctor] the creatinine is up slightly", "Creatinine within normal limits.", "Creatinine is up slightly."}});
    CHECK_FALSE(has("[doctor] your creatinine looks fine", "Creatinine within normal limits.", "negation-conflict"));
    CHECK_FALSE(has("[doctor] you can have coffee again", "She may go back to coffee.", "negation-conflict"));
    expect("temporal-conflict",
           {{"[doctor] continue to use the soft brush", "Leave off the soft brush.", "Keep using the soft brush."},
            {"[doctor] stay on the metformin", "Hold off on the metformin.", "Stick with the metformin."},
            {"[patient] my pressure goes up at work", "The pressure comes down at work.",
             "The pressure goes up at work."}});
    expect("intent-conflict", {{"[doctor] order a therapy referral", "She has finished a course of therapy.",
                                "Therapy referral ordered."}});
}

TEST_CASE("when, and which way")
{
    expect("temporal-conflict",
           {{"[patient] my hip hurts when i sit", "The hip hurts at night.", "The hip hurts when sitting."},
            {"[doctor] we'll go up on the insulin", "Reduced insulin.", "Increased insulin."},
            {"[patient] it started yesterday after lunch", "Started before lunch.", "Started after lunch."}});
}

TEST_CASE("what other statements and other sources say bears out nothing, and what cites nothing is not judged")
{
    auto draft = tests::visit("[patient] it itches", "It itches occasionally.");
    const auto isFound = [&draft] {
        const auto findings = checks::runChecks(draft, {}, draft.proposedAt);
        return std::ranges::any_of(findings, [](const domain::Finding &f) { return f.check == "unsaid"; });
    };
    CHECK(isFound());
    domain::Source other = draft.sources.front();
    other.id = domain::SourceId("other");
    other.content = "[patient] it stings sometimes";
    draft.sources.push_back(other);
    CHECK(isFound());
    auto &statement = domain::sectionsOf(draft.draft)->front().statements.front();
    statement.citations.push_back({other.id, domain::QuoteSelector{"it stings sometimes", "", "", 0, {}}});
    CHECK_FALSE(isFound());
    statement.citations.clear();
    CHECK_FALSE(isFound());
}

TEST_CASE("a finding that the passage denies outright, and a denial of what is fine")
{
    expect("negation-conflict",
           {{"[doctor] your x-ray of the right foot shows no evidence of osteomyelitis",
             "X-ray of the right foot shows evidence of osteomyelitis.",
             "X-ray of the right foot shows no evidence of osteomyelitis."},
            {"[doctor] some nausea , no vomiting", "Some nausea, vomiting.", "Some nausea, no vomiting."},
            {"[doctor] your lungs are clear to auscultation", "Lungs are not clear to auscultation.",
             "Lungs are clear to auscultation."},
            {"[doctor] all your labs look normal", "Labs are not normal.", "Labs are normal."}});
    CHECK_FALSE(has("[doctor] you have no retinopathy . the eye doctor will look at your eyes",
                    "The eye doctor will look at the eyes for retinopathy.", "negation-conflict"));
    CHECK_FALSE(has("[doctor] your labs are abnormal", "Labs are not normal.", "negation-conflict"));
}

TEST_CASE("a range, and how large a thing is in words")
{
    expect("number-conflict", {{"[doctor] do the therapy for six to eight weeks . nine of ten are well then",
                                "Therapy for nine to eight weeks.", "Therapy for six to eight weeks."},
                               {"[patient] i took it for two or three days", "He took it for four or three days.",
                                "He took it for 2 or 3 days."},
                               {"[doctor] a two centimeter nodule . and four nodes", "A four centimeter nodule.",
                                "A two centimeter nodule."}});
}
