// How often, how something is, planned or done, doubted or certain: what the language reads of each, as tables.
#include "core/checks/language/rates.hpp"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>

using namespace countersign::checks;

namespace
{

Reading read(std::string_view text, TextKind kind = TextKind::Written)
{
    return readText(english(), englishAnswers(), text, kind, Numbers::AllReadings);
}

const Term *termOf(const Reading &reading, std::string_view word)
{
    const auto found = std::ranges::find_if(reading.terms, [&](const Term &t) { return reading.textOf(t) == word; });
    return found == reading.terms.end() ? nullptr : &*found;
}

struct Word {
    std::string_view text, word;
    bool is;
};

} // namespace

TEST_CASE("how often is one number, however it is said")
{
    struct Row {
        std::string_view text;
        double perMonth;
    };
    for (const Row &row : {
             Row{"daily", 30},
             Row{"once daily", 30},
             Row{"once a day", 30},
             Row{"one time a day", 30},
             Row{"every day", 30},
             Row{"each day", 30},
             Row{"qd", 30},
             Row{"twice daily", 60},
             Row{"twice a day", 60},
             Row{"two times a day", 60},
             Row{"2 times per day", 60},
             Row{"BID", 60},
             Row{"b.i.d.", 60},
             Row{"every 12 hours", 60},
             Row{"three times a day", 90},
             Row{"three times per day", 90},
             Row{"TID", 90},
             Row{"every eight hours", 90},
             Row{"q.i.d.", 120},
             Row{"every 6 hours", 120},
             Row{"every six to eight hours", 120},
             Row{"every other day", 15},
             Row{"weekly", 30.0 / 7},
             Row{"once a week", 30.0 / 7},
             Row{"every week", 30.0 / 7},
             Row{"twice a week", 60.0 / 7},
             Row{"3 times per week", 90.0 / 7},
             Row{"every two weeks", 30.0 / 14},
             Row{"monthly", 1},
             Row{"once per month", 30 / 30.4},
             Row{"yearly", 1.0 / 12},
             Row{"two tablets a day", 30},
         }) {
        CAPTURE(row.text);
        const Reading reading = read(row.text);
        const auto rates = ratesIn(english(), reading);
        REQUIRE(rates.size() == 1);
        CHECK(std::abs(rates.front().perMonth - row.perMonth) < 0.05);
    }
    for (const std::string_view none : {"a week ago", "for a week", "about a month later", "in a day or two"}) {
        CAPTURE(none);
        const Reading reading = read(none);
        CHECK(ratesIn(english(), reading).empty());
    }
}

TEST_CASE("words for one quality are one answer, and their opposites another")
{
    struct Row {
        std::string_view one, other;
        bool isSame;
    };
    const auto idOf = [](std::string_view word) {
        const Reading reading = read(word);
        REQUIRE(reading.terms.front().role == Role::Quality);
        return reading.terms.front().id;
    };
    for (const Row &row : {
             Row{"mild", "slight", true},          Row{"mild", "severe", false},
             Row{"severe", "excruciating", true},  Row{"moderate", "severe", false},
             Row{"elevated", "high", true},        Row{"elevated", "low", false},
             Row{"increased", "decreased", false}, Row{"reduced", "low", true},
             Row{"normal", "unremarkable", true},  Row{"normal", "abnormal", false},
             Row{"oral", "by mouth", true},        Row{"oral", "intravenous", false},
             Row{"IV", "infusion", true},          Row{"topical", "cream", true},
             Row{"inhaler", "inhaled", true},      Row{"in the morning", "at bedtime", false},
             Row{"nightly", "at night", true},     Row{"upper", "lower", false},
             Row{"medial", "inner", true},         Row{"medial", "lateral", false},
             Row{"anterior", "posterior", false},  Row{"acute", "chronic", false},
             Row{"sudden", "gradual", false},      Row{"constant", "all the time", true},
             Row{"constant", "on and off", false}, Row{"sharp", "stabbing", true},
             Row{"sharp", "dull", false},          Row{"regular", "irregular", false},
             Row{"before", "after", false},        Row{"active", "passive", false},
             Row{"dry", "productive", false},      Row{"controlled", "uncontrolled", false},
         }) {
        CAPTURE(row.one);
        CAPTURE(row.other);
        CHECK((idOf(row.one) == idOf(row.other)) == row.isSame);
    }
}

TEST_CASE("some words deny a finding in themselves")
{
    struct Row {
        std::string_view text, word, finding;
        Polarity polarity;
    };
    for (const Row &row : {Row{"She is afebrile.", "afebrile", "fever", Polarity::Negated},
                           Row{"Abdomen nontender.", "nontender", "pain", Polarity::Negated},
                           Row{"Not afebrile.", "afebrile", "fever", Polarity::Affirmed},
                           Row{"Sclera anicteric.", "anicteric", "jaundice", Polarity::Negated},
                           Row{"He is a nonsmoker.", "nonsmoker", "smoking", Polarity::Negated},
                           Row{"NKDA.", "NKDA", "allergies", Polarity::Negated}}) {
        CAPTURE(row.text);
        const Reading reading = read(row.text);
        const Term *term = termOf(reading, row.word);
        REQUIRE(term);
        CHECK(term->polarity == row.polarity);
        CHECK(term->key == read(row.finding).terms.front().key);
    }
}

TEST_CASE("what is planned is not done, and what is done is not planned")
{
    struct Row {
        std::string_view text, word;
        bool isPlanned, isDone;
    };
    for (const Row &row : {
             Row{"i'm going to order an mri", "mri", true, false},
             Row{"we will get an mri", "mri", true, false},
             Row{"let's get an mri", "mri", true, false},
             Row{"i want you to have a colonoscopy", "colonoscopy", true, false},
             Row{"i'd like to schedule a colonoscopy", "colonoscopy", true, false},
             Row{"you should have a colonoscopy", "colonoscopy", true, false},
             Row{"She is scheduled for colonoscopy", "colonoscopy", true, false},
             Row{"An MRI was obtained", "MRI", false, true},
             Row{"An MRI will be obtained", "MRI", true, false},
             Row{"A colonoscopy is scheduled", "colonoscopy", true, false},
             Row{"Once the MRI is back, a cast was placed", "MRI", false, false},
             Row{"The MRI was normal, biopsy was performed", "MRI", false, false},
             Row{"She underwent colonoscopy", "colonoscopy", false, true},
             Row{"you had a colonoscopy", "colonoscopy", false, true},
             Row{"He has undergone angioplasty", "angioplasty", false, true},
             Row{"we did a biopsy", "biopsy", false, true},
             Row{"She completed physical therapy", "physical therapy", false, true},
             Row{"the mri looks fine", "mri", false, false},
             Row{"Obtain an MRI today.", "MRI", false, false},
             Row{"Obtained an MRI today.", "MRI", false, true},
             Row{"He will continue physical therapy", "physical therapy", false, false},
         }) {
        CAPTURE(row.text);
        const Reading reading = read(row.text);
        const Term *term = termOf(reading, row.word);
        REQUIRE(term);
        CHECK(term->isPlanned == row.isPlanned);
        CHECK(term->isDone == row.isDone);
    }
}

TEST_CASE("doubt reaches forward, and back from the end of a clause")
{
    for (const Word &row :
         {Word{"possible pneumonia", "pneumonia", true}, Word{"likely gout", "gout", true},
          Word{"i think you may have gout", "gout", true}, Word{"i think you have gout", "gout", false},
          Word{"suspicious for melanoma", "melanoma", true}, Word{"concern for stroke", "stroke", true},
          Word{"pneumonia is possible", "pneumonia", true}, Word{"gout is suspected", "gout", true},
          Word{"she has gout", "gout", false}, Word{"rule out pneumonia", "pneumonia", true},
          Word{"diagnosed with gout", "gout", false}}) {
        CAPTURE(row.text);
        const Reading reading = read(row.text);
        const Term *term = termOf(reading, row.word);
        REQUIRE(term);
        CHECK(term->isHedged == row.is);
    }
}

TEST_CASE("denial in speech and writing, word by word")
{
    struct Row {
        std::string_view text, word;
        Polarity polarity;
    };
    for (const Row &row : {
             Row{"No fevers, chills, or night sweats.", "night sweats", Polarity::Negated},
             Row{"Denies nausea and vomiting.", "vomiting", Polarity::Negated},
             Row{"i have n't had any fevers or chills", "chills", Polarity::Negated},
             Row{"there's no swelling , redness or warmth", "warmth", Polarity::Negated},
             Row{"no longer has a cough", "cough", Polarity::Negated},
             Row{"he used to cough", "cough", Polarity::Affirmed},
             Row{"i still have the cough", "cough", Polarity::Affirmed},
             Row{"the cough went away", "cough", Polarity::Open},
             Row{"i don't think you have pneumonia", "pneumonia", Polarity::Negated},
             Row{"no evidence of pneumonia", "pneumonia", Polarity::Negated},
             Row{"pneumonia is unlikely", "pneumonia", Polarity::Negated},
             Row{"not only nausea but vomiting", "vomiting", Polarity::Affirmed},
             Row{"neither nausea nor vomiting", "vomiting", Polarity::Negated},
             Row{"negative for edema", "edema", Polarity::Negated},
             Row{"positive for edema", "edema", Polarity::Affirmed},
             Row{"edema is not present", "edema", Polarity::Negated},
             Row{"edema was not seen", "edema", Polarity::Negated},
             Row{"without edema", "edema", Polarity::Negated},
             Row{"a ct scan without contrast of your abdomen", "abdomen", Polarity::Affirmed},
             Row{"surgery is typically not needed", "surgery", Polarity::Negated},
             Row{"He was not staying on top of it and felt woozy.", "woozy", Polarity::Affirmed},
             Row{"no rash except some itching", "itching", Polarity::Affirmed},
             Row{"denies fever but reports cough", "cough", Polarity::Affirmed},
             Row{"call if you have a fever", "fever", Polarity::Open},
             Row{"a flu swab", "flu", Polarity::Open},
             Row{"screening for diabetes", "diabetes", Polarity::Open},
         }) {
        CAPTURE(row.text);
        CAPTURE(row.word);
        const Reading reading = read(row.text);
        const Term *term = termOf(reading, row.word);
        REQUIRE(term);
        CHECK(term->polarity == row.polarity);
    }
}

TEST_CASE("whoever asks goes on asking")
{
    struct Row {
        std::string_view text, word;
        Polarity polarity;
    };
    for (const Row &row :
         {Row{"[doctor] any fever\n[patient] no\n[doctor] okay cough headache\n[patient] no", "cough",
              Polarity::Negated},
          Row{"[doctor] any fever\n[patient] no\n[doctor] okay cough headache\n[patient] um", "headache",
              Polarity::Open},
          Row{"[doctor] what do you have\n[patient] cough headache\n[doctor] okay", "cough", Polarity::Affirmed},
          Row{"[doctor] are you bringing up any phlegm at all ?\n[patient] Yeah .\n[patient] No , no , it's dry .",
              "phlegm", Polarity::Negated},
          Row{"[doctor] have you had the covid vaccine ?\n[patient] yeah , both .", "covid vaccine",
              Polarity::Affirmed},
          Row{"[doctor] were you admitted to the hospital ?\n[patient] uh , no .", "admitted to the hospital",
              Polarity::Negated}}) {
        CAPTURE(row.text);
        const Reading reading = read(row.text, TextKind::Conversation);
        const Term *term = termOf(reading, row.word);
        REQUIRE(term);
        CHECK(term->polarity == row.polarity);
    }
}

TEST_CASE("the mother of a friend is no mother of the patient")
{
    const auto relatives = [](std::string_view text) {
        const Reading reading = read(text);
        return std::ranges::count_if(reading.terms, [](const Term &term) { return term.role == Role::Relative; });
    };
    CHECK(relatives("my friend's mum died of a brain tumor") == 0);
    CHECK(relatives("my mum died of a brain tumor") == 1);
}

TEST_CASE("the tables hold what a clinic talks of")
{
    CHECK(english().drugCount() >= 900);
    const auto keyOf = [](std::string_view name) { return read(name).terms.front().key; };
    for (const auto &[one, other] :
         {std::pair{"EKG", "electrocardiogram"}, std::pair{"heart cath", "angiogram"}, std::pair{"blood work", "labs"},
          std::pair{"eye doctor", "ophthalmologist"}, std::pair{"ringing in my ears", "tinnitus"},
          std::pair{"coughing up blood", "hemoptysis"}, std::pair{"Eliquis", "apixaban"},
          std::pair{"Verzenio", "abemaciclib"}, std::pair{"Skyrizi", "risankizumab"},
          std::pair{"milk of magnesia", "magnesium hydroxide"}, std::pair{"nosebleed", "epistaxis"},
          std::pair{"c section", "cesarean"}}) {
        CAPTURE(one);
        CHECK(keyOf(one) == keyOf(other));
    }
    CHECK(keyOf("MRI") != keyOf("CT"));
    CHECK(keyOf("rheumatoid arthritis") != keyOf("osteoarthritis"));
}
