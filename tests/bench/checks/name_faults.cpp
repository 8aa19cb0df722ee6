#include "tests/bench/checks/fault_classes.hpp"

// One thing taken for another of its kind: a condition, a test, a movement, a clinic, a habit. The word is exchanged
// whether or not somebody said it: the note was right before, and is wrong afterwards.
namespace countersign::bench
{
namespace
{

const std::vector<std::string_view> contraryCodes{"negation-conflict", "value-not-in-evidence", "temporal-conflict",
                                                  "number-conflict",   "certainty-conflict",    "laterality-conflict",
                                                  "unit-conflict",     "intent-conflict",       "drug-not-in-evidence",
                                                  "subject-conflict",  "dose-out-of-range",     "date-conflict"};

const std::vector<Exchange> conditions{{"hypertension", "hypotension"},
                                       {"Hypertension", "Hypotension"},
                                       {"hyperglycemia", "hypoglycemia"},
                                       {"hypothyroidism", "hyperthyroidism"},
                                       {"Hypothyroidism", "Hyperthyroidism"},
                                       {"hyperlipidemia", "hyperkalemia"},
                                       {"tachycardia", "bradycardia"},
                                       {"viral", "bacterial"},
                                       {"bacterial", "viral"},
                                       {"osteoarthritis", "osteoporosis"},
                                       {"Osteoarthritis", "Osteoporosis"},
                                       {"rheumatoid arthritis", "psoriatic arthritis"},
                                       {"type 2 diabetes", "type 1 diabetes"},
                                       {"diabetes", "gout"},
                                       {"diarrhea", "constipation"},
                                       {"constipation", "diarrhea"},
                                       {"vomiting", "diarrhea"},
                                       {"depression", "mania"},
                                       {"anxiety", "depression"},
                                       {"asthma", "emphysema"},
                                       {"migraines", "seizures"},
                                       {"sprain", "fracture"},
                                       {"strain", "rupture"},
                                       {"fracture", "sprain"},
                                       {"stroke", "heart attack"},
                                       {"reflux", "gastritis"},
                                       {"Reflux", "Gastritis"},
                                       {"kidney stones", "gallstones"},
                                       {"numbness", "weakness"},
                                       {"weakness", "numbness"},
                                       {"fatigue", "insomnia"},
                                       {"swelling", "stiffness"},
                                       {"bruising", "swelling"},
                                       {"redness", "bruising"},
                                       {"chills", "sweats"},
                                       {"dizziness", "headache"},
                                       {"nausea", "heartburn"},
                                       {"shortness of breath", "palpitations"},
                                       {"cough", "hoarseness"}};

const std::vector<Exchange> tests{{"MRI", "CT"},
                                  {"CT", "MRI"},
                                  {"x-ray", "MRI"},
                                  {"X-ray", "MRI"},
                                  {"x-rays", "MRIs"},
                                  {"ultrasound", "CT"},
                                  {"echocardiogram", "stress test"},
                                  {"EKG", "echocardiogram"},
                                  {"Echocardiogram", "EKG"},
                                  {"colonoscopy", "endoscopy"},
                                  {"endoscopy", "colonoscopy"},
                                  {"CBC", "BMP"},
                                  {"lipid panel", "liver panel"},
                                  {"urinalysis", "urine culture"},
                                  {"biopsy", "excision"},
                                  {"hemoglobin A1c", "fasting glucose"},
                                  {"A1c", "creatinine"},
                                  {"mammogram", "bone density scan"}};

const std::vector<Exchange> movements{{"flexion", "extension"},
                                      {"extension", "flexion"},
                                      {"abduction", "adduction"},
                                      {"adduction", "abduction"},
                                      {"internal", "external"},
                                      {"external", "internal"},
                                      {"supination", "pronation"},
                                      {"pronation", "supination"},
                                      {"dorsiflexion", "plantarflexion"},
                                      {"inversion", "eversion"},
                                      {"systolic", "diastolic"},
                                      {"valgus", "varus"},
                                      {"varus", "valgus"},
                                      {"weightbearing", "nonweightbearing"},
                                      {"walking", "lying"},
                                      {"standing", "sitting"},
                                      {"sitting", "standing"}};

const std::vector<Exchange> clinics{{"cardiology", "neurology"},
                                    {"Cardiology", "Neurology"},
                                    {"cardiologist", "neurologist"},
                                    {"physical therapy", "occupational therapy"},
                                    {"Physical therapy", "Speech therapy"},
                                    {"dermatology", "urology"},
                                    {"dermatologist", "urologist"},
                                    {"urology", "gynecology"},
                                    {"urologist", "nephrologist"},
                                    {"orthopedics", "rheumatology"},
                                    {"orthopedic", "vascular"},
                                    {"rheumatology", "orthopedics"},
                                    {"nephrology", "urology"},
                                    {"nephrologist", "urologist"},
                                    {"neurology", "psychiatry"},
                                    {"neurologist", "psychiatrist"},
                                    {"psychiatry", "neurology"},
                                    {"gastroenterology", "pulmonology"},
                                    {"gastroenterologist", "pulmonologist"},
                                    {"endocrinologist", "oncologist"},
                                    {"ophthalmology", "dermatology"},
                                    {"primary care", "urgent care"},
                                    {"emergency room", "urgent care"},
                                    {"hospital", "nursing home"}};

const std::vector<Exchange> habits{{"alcohol", "tobacco"},   {"Alcohol", "Tobacco"},
                                   {"smoking", "drinking"},  {"smoker", "drinker"},
                                   {"smokes", "drinks"},     {"tobacco", "cannabis"},
                                   {"marijuana", "cocaine"}, {"coffee", "alcohol"},
                                   {"married", "widowed"},   {"lives alone", "lives with a partner"},
                                   {"retired", "working"},   {"running", "swimming"},
                                   {"walking", "cycling"},   {"wine", "whiskey"},
                                   {"beer", "vodka"},        {"beers", "whiskeys"}};
} // namespace

std::vector<FaultClass> faultsOfNames()
{
    return {
        {"condition exchanged", contraryCodes, conditions}, {"test exchanged", contraryCodes, tests},
        {"movement exchanged", contraryCodes, movements},   {"who sees the patient next", contraryCodes, clinics},
        {"habit exchanged", contraryCodes, habits},
    };
}

} // namespace countersign::bench
