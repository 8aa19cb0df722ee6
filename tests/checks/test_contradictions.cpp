// What a draft says otherwise than its source, family by family: each row once contradicting and once agreeing.
#include "tests/checks/contradiction_table.hpp"

using countersign::tests::expect;
using countersign::tests::has;

TEST_CASE("denied and affirmed")
{
    expect("negation-conflict",
           {{"[doctor] any chest pain ?\n[patient] no .", "Reports chest pain.", "Denies chest pain."},
            {"[doctor] any chest pain ?\n[patient] yes .", "Denies chest pain.", "Reports chest pain."},
            {"[patient] i get dizzy", "Denies dizziness.", "Reports dizziness."},
            {"[doctor] i do n't appreciate any murmurs", "There is a murmur.", "No murmurs."},
            {"[doctor] no rebound or guarding", "There is rebound and guarding.", "No rebound or guarding."},
            {"[doctor] no fevers , chills or night sweats ?\n[patient] none of that", "Reports night sweats.",
             "Denies night sweats."},
            {"[patient] i've been doing a lot of hiking", "She has not been hiking.", "She has been hiking."},
            {"[doctor] negative for ketones , protein and glucose", "Glucose: Positive.", "Glucose: Negative."},
            {"[doctor] there is a positive lachman sign", "Negative Lachman.", "Positive Lachman."},
            {"[doctor] have you had your covid vaccine ?\n[patient] yeah , both .", "He has not had his COVID vaccine.",
             "He has had his COVID vaccine."},
            {"[doctor] vertical growth phase not identified", "Vertical growth phase: identified.",
             "Vertical growth phase: not identified."},
            {"[doctor] your reflexes are normal", "Reflexes are abnormal.", "Reflexes are normal."},
            {"[doctor] the rhythm is regular", "Rhythm irregular.", "Rhythm regular."},
            {"[doctor] sensation is intact", "Sensation is impaired.", "Sensation is intact."},
            {"[doctor] your blood pressure is well controlled", "Blood pressure uncontrolled.",
             "Blood pressure well controlled."},
            {"[doctor] your abdomen is soft", "Abdomen rigid.", "Abdomen soft."}});
}

TEST_CASE("sides and places")
{
    expect("laterality-conflict",
           {{"[patient] my left knee hurts", "Right knee pain.", "Left knee pain."},
            {"[patient] my left knee hurts", "Bilateral knee pain.", "Left knee pain."},
            {"[patient] both my knees hurt", "Left knee pain.", "Bilateral knee pain."},
            {"[doctor] a nodule of the right upper lobe", "Left upper lobe nodule.", "Right upper lobe nodule."},
            {"[doctor] a nodule of the right upper lobe", "Right lower lobe nodule.", "Right upper lobe nodule."},
            {"[doctor] pain on the medial aspect of the knee", "Pain on the lateral aspect of the knee.",
             "Pain on the inner aspect of the knee."},
            {"[doctor] a wound on the anterior shin", "Wound on the posterior shin.", "Wound on the anterior shin."},
            {"[doctor] let's look at your left , at your right shoulder , there is tenderness",
             "Left shoulder tenderness.", "Right shoulder tenderness."}});
    expect("value-not-in-evidence",
           {{"[patient] my elbow aches", "Knee ache.", "Elbow ache."},
            {"[patient] the swelling is in my wrist", "Swelling of the ankle.", "Swelling of the wrist."},
            {"[patient] my big toe is swollen", "Swelling of the hand.", "Swelling of the foot."},
            {"[patient] i have pain in my neck", "Hip pain.", "Neck pain."}});
}

TEST_CASE("how severe, by which way, and in what number")
{
    expect("value-not-in-evidence",
           {{"[doctor] there is mild edema", "Severe edema.", "Slight edema."},
            {"[doctor] moderate tenderness", "Mild tenderness.", "Moderate tenderness."},
            {"[doctor] your potassium is elevated", "Potassium is low.", "Potassium is high."},
            {"[doctor] take the antibiotic by mouth", "Intravenous antibiotic.", "Oral antibiotic."},
            {"[doctor] use the cream on the rash", "Inhaler for the rash.", "Topical for the rash."},
            {"[patient] the pain is sharp", "Dull pain.", "Stabbing pain."},
            {"[patient] i have a dry cough", "Productive cough.", "Dry cough."}});
    expect("number-conflict",
           {{"[doctor] take ramipril twice a day", "Ramipril once daily.", "Ramipril BID."},
            {"[doctor] take ramipril every morning and every six hours", "Ramipril every 12 hours.",
             "Ramipril every 6 hours."},
            {"[patient] i drink two beers a week", "Two beers a day.", "Two beers weekly."},
            {"[doctor] your heart rate is seventy two and your respirations are sixteen", "Heart rate 16.",
             "Heart rate 72."},
            {"[doctor] a wound of one by two inches and ten stitches", "Wound 10 x 2 inches.", "Wound 1 x 2 inches."},
            {"[doctor] you have type two diabetes", "Type 1 diabetes.", "Type 2 diabetes."},
            {"[doctor] she has type i diabetes", "Type 2 diabetes.", "Type 1 diabetes."},
            {"[doctor] it is a stage three cancer", "Stage 2 cancer.", "Stage III cancer."},
            {"[doctor] blood pressure one fifty over ninety , that one time it was one sixty", "Blood pressure 160/90.",
             "Blood pressure 150/90."}});
}

TEST_CASE("when, and for how long")
{
    expect("temporal-conflict",
           {{"[patient] it began a few months ago", "Began a few years ago.", "Began a few months ago."},
            {"[patient] the cough got worse", "The cough is better.", "The cough is worse."},
            {"[patient] the pain is constant", "Intermittent pain.", "Constant pain."},
            {"[patient] it was a sudden headache", "Gradual headache.", "Acute headache."},
            {"[doctor] check your blood sugar in the morning", "Check blood sugar at bedtime.",
             "Check blood sugar every morning."},
            {"[doctor] keep taking the lisinopril", "Stop lisinopril.", "Continue lisinopril."},
            {"[doctor] i want you to stop the ibuprofen", "Continue ibuprofen.", "Discontinue ibuprofen."}});
    expect("unit-conflict", {{"[patient] i fell eight months ago", "Fell 8 years ago.", "Fell 8 months ago."},
                             {"[patient] i have had it for two more weeks", "For 2 more days.", "For 14 days."}});
    expect("date-conflict", {{"[patient] i fell last tuesday", "Fell on Friday.", "Fell on Tuesday."},
                             {"[patient] we come back in april", "Returns in June.", "Returns in April."}});
}

TEST_CASE("planned or done, certain or not, and of whom")
{
    expect(
        "intent-conflict",
        {{"[doctor] i'm going to order a colonoscopy", "She underwent colonoscopy.", "We will order a colonoscopy."},
         {"[patient] i had a biopsy", "A biopsy is planned: we will get a biopsy.", "She had a biopsy."},
         {"[doctor] we're going to get an mri", "An MRI was performed.", "An MRI is planned."},
         {"[doctor] i'm going to order a colonoscopy", "A colonoscopy was done.", "A colonoscopy will be scheduled."},
         {"[doctor] your ultrasound came back fine", "An ultrasound is scheduled.", "An ultrasound was obtained."},
         {"[doctor] the endoscopy was done . i know you hate endoscopy", "An endoscopy is planned.",
          "Endoscopy was performed."},
         {"[doctor] the biopsy was done last week", "A biopsy will be performed.", "A biopsy was performed."}});
    // What stands before a comma is not what was done, and what is planned again may have been done before.
    CHECK_FALSE(has("[doctor] the mri showed a tear . we're going to get another mri", "An MRI will be obtained.",
                    "intent-conflict"));
    CHECK_FALSE(has("[doctor] let's get your vitals . i reviewed the vitals", "Vitals were taken.", "intent-conflict"));
    CHECK_FALSE(has("[doctor] we will get an x-ray", "Once the x-ray is back, a cast was placed.", "intent-conflict"));
    expect("certainty-conflict", {{"[doctor] this may be gout", "He has gout.", "Possible gout."},
                                  {"[doctor] i'm concerned about a stroke", "Stroke.", "Concern for stroke."}});
    expect("subject-conflict", {{"[patient] my mother has gout", "He has gout.", "Mother has gout."},
                                {"[patient] my mother has gout", "Father has gout.", "Mother has gout."},
                                {"[patient] my friend's mum has gout", "Mother has gout.", "Gout."}});
}

TEST_CASE("what nobody spoke of")
{
    expect("value-not-in-evidence",
           {{"[patient] my knee hurts", "Palpitations at night.", "Knee pain."},
            {"[patient] my knee hurts", "A colonoscopy was normal.", "Knee pain."},
            {"[patient] my knee hurts , i am sixty four", "A 46-year-old with knee pain.", "Knee pain."}});
    expect("drug-not-in-evidence", {{"[doctor] keep taking zyrtec", "Takes abemaciclib.", "Takes cetirizine."},
                                    {"[patient] i use lantus", "Takes warfarin.", "Takes insulin."}});
}
