#include "tests/bench/checks/fault_classes.hpp"

#include <array>

// Further ways to be wrong: qualities exchanged for their opposites, and what nobody said.
namespace countersign::bench
{
namespace
{

const std::vector<std::string_view> contraryCodes{"negation-conflict", "value-not-in-evidence", "temporal-conflict",
                                                  "number-conflict",   "certainty-conflict",    "laterality-conflict",
                                                  "unit-conflict"};

std::vector<FaultClass> faultsOfDegree()
{
    return {
        {"severity",
         contraryCodes,
         {{"mild", "severe"},
          {"severe", "mild"},
          {"moderate", "mild"},
          {"slight", "marked"},
          {"slightly", "markedly"},
          {"Mild", "Severe"},
          {"Slight", "Marked"},
          {"Severe", "Mild"},
          {"Moderate", "Mild"},
          {"minimal", "extensive"}},
         {},
         true},
        {"direction",
         contraryCodes,
         {{"increased", "decreased"},
          {"decreased", "increased"},
          {"Increase", "Decrease"},
          {"increase", "decrease"},
          {"decrease", "increase"},
          {"Decreased", "Increased"},
          {"improved", "worsened"},
          {"worsening", "improving"},
          {"improving", "worsening"},
          {"worse", "better"},
          {"better", "worse"},
          {"elevated", "low"},
          {"high", "low"},
          {"low", "high"},
          {"loss", "gain"},
          {"gain", "loss"}},
         {},
         true},
        {"result",
         contraryCodes,
         {{"normal", "abnormal"},
          {"Normal", "Abnormal"},
          {"unremarkable", "remarkable"},
          {"positive", "negative"},
          {"Positive", "Negative"},
          {"negative", "positive"},
          {"Negative", "Positive"},
          {"intact", "impaired"},
          {"Clear", "Congested"},
          {"clear", "congested"},
          {"stable", "unstable"},
          {"elevated", "normal"},
          {"benign", "malignant"},
          {"regular", "irregular"},
          {"soft", "rigid"}},
         {},
         true},
    };
}

std::vector<FaultClass> faultsOfTaking()
{
    return {
        {"frequency",
         contraryCodes,
         {{"twice daily", "once daily"},
          {"twice a day", "once a day"},
          {"once daily", "twice daily"},
          {"once a day", "three times a day"},
          {"three times a day", "once a day"},
          {"three times per day", "once per day"},
          {"three times daily", "once daily"},
          {"daily", "weekly"},
          {"weekly", "daily"},
          {"every day", "every week"},
          {"every 6 hours", "every 12 hours"},
          {"at night", "in the morning"},
          {"morning", "evening"},
          {"as needed", "three times a day"},
          {"per day", "per week"},
          {"a day", "a week"},
          {"a week", "a month"},
          {"per week", "per day"}}},
        {"route",
         contraryCodes,
         {{"oral", "intravenous"},
          {"IV", "oral"},
          {"topical", "oral"},
          {"injection", "tablet"},
          {"inhaler", "tablet"},
          {"by mouth", "by injection"},
          {"cream", "tablets"},
          {"gel", "tablets"},
          {"nasal spray", "tablets"},
          {"patch", "tablet"}},
         {},
         true},
        {"before and after",
         contraryCodes,
         {{"before", "after"}, {"after", "before"}, {"acute", "chronic"}, {"chronic", "acute"}},
         {},
         true},
    };
}

std::vector<FaultClass> faultsOfPlace()
{
    return {
        {"anatomy",
         contraryCodes,
         {{"knee", "elbow"},
          {"shoulder", "hip"},
          {"ankle", "wrist"},
          {"back", "neck"},
          {"chest", "groin"},
          {"foot", "hand"},
          {"arm", "leg"},
          {"hip", "shoulder"},
          {"neck", "back"},
          {"hand", "foot"},
          {"legs", "arms"},
          {"lungs", "kidneys"},
          {"elbow", "knee"},
          {"wrist", "ankle"}},
         {},
         true},
        {"upper, lower, inner, outer",
         contraryCodes,
         {{"upper", "lower"},
          {"lower", "upper"},
          {"medial", "lateral"},
          {"lateral", "medial"},
          {"anterior", "posterior"},
          {"posterior", "anterior"},
          {"proximal", "distal"},
          {"distal", "proximal"}},
         {},
         true},
        {"both sides",
         contraryCodes,
         {{"bilateral", "left"}, {"bilaterally", "on the left"}, {"left", "bilateral"}, {"right", "bilateral"}},
         {},
         true},
        {"sex",
         {"age-sex-conflict", "subject-conflict", "value-not-in-evidence"},
         {{"female", "male"}, {"male", "female"}, {"woman", "man"}, {"gentleman", "woman"}}},
        {"relative",
         {"subject-conflict"},
         {{"mother", "father"},
          {"father", "sister"},
          {"sister", "brother"},
          {"wife", "daughter"},
          {"brother", "uncle"},
          {"son", "grandson"}}},
    };
}

struct Invention {
    std::string_view key, text; // only where nobody said the key
};

std::function<std::optional<std::string>(const std::string &, const std::string &)>
invented(const std::vector<Invention> &all)
{
    return [all](const std::string &text, const std::string &said) -> std::optional<std::string> {
        constexpr std::size_t shortest = 45, step = 67;
        const Invention &one = all[std::hash<std::string>{}(text) / step % all.size()];
        if (text.size() < shortest || findWord(said, one.key) != std::string::npos)
            return std::nullopt;
        return std::string(one.text);
    };
}

// A statement that keeps its citation and says something else.
const std::vector<std::string_view> inventionCodes{
    "value-not-in-evidence", "drug-not-in-evidence", "number-conflict",    "negation-conflict",
    "subject-conflict",      "laterality-conflict",  "unit-conflict",      "temporal-conflict",
    "date-conflict",         "intent-conflict",      "certainty-conflict", "lookalike-drug"};

std::vector<FaultClass> inventedFindings()
{
    return {
        {"symptom invented",
         inventionCodes,
         {},
         invented({{"palpitations", "She also reports palpitations at night."},
                   {"ringing", "He has noticed ringing in his ears."},
                   {"weight", "She has lost weight unintentionally."},
                   {"itching", "He complains of itching of the scalp."},
                   {"memory", "The patient is worried about memory loss."},
                   {"vision", "He reports blurred vision when reading."},
                   {"swallow", "She has trouble swallowing solid food."}}),
         false,
         true},
        {"finding invented",
         inventionCodes,
         {},
         invented({{"gait", "Gait is antalgic and wide-based."},
                   {"papilledema", "There is papilledema on funduscopy."},
                   {"wheez", "Diffuse expiratory wheezing on auscultation."},
                   {"spleen", "The spleen is palpable below the costal margin."},
                   {"thyroid", "The thyroid is enlarged with a palpable nodule."},
                   {"jaundice", "The sclerae are jaundiced."}}),
         false,
         true},
        {"test invented",
         inventionCodes,
         {},
         invented({{"colonoscopy", "A colonoscopy last year was normal."},
                   {"mri", "MRI of the brain showed no acute changes."},
                   {"holter", "A Holter monitor has been ordered."},
                   {"bone density", "Her bone density scan revealed osteopenia."},
                   {"hemoglobin", "Hemoglobin was normal."}}),
         false,
         true},
    };
}

// One finding more in a list that is otherwise what it was.
std::optional<std::string> lengthened(const std::string &text, const std::string &said)
{
    constexpr std::array findings{"hemoptysis", "palpitations", "tinnitus", "jaundice", "night sweats", "syncope"};
    constexpr std::size_t shortest = 40, step = 7;
    const std::string finding = findings[std::hash<std::string>{}(text) / step % findings.size()];
    const bool isList = text.find(", ") != std::string::npos && text.ends_with(".") && text.size() > shortest;
    if (!isList || said.find(finding.substr(0, finding.size() - 1)) != std::string::npos)
        return std::nullopt;
    return text.substr(0, text.size() - 1) + ", and " + finding + ".";
}

std::vector<FaultClass> inventedFacts()
{
    return {
        {"one more in a list", inventionCodes, {}, lengthened},
        {"drug invented",
         inventionCodes,
         {},
         invented({{"gabapentin", "She takes gabapentin for her pain."},
                   {"warfarin", "He is on warfarin for atrial fibrillation."},
                   {"insulin", "Insulin glargine was started last month."},
                   {"antibiotic", "A course of antibiotics was completed."}}),
         false,
         true},
        {"family history invented",
         inventionCodes,
         {},
         invented({{"father", "His father died of colon cancer."},
                   {"mother", "Her mother has rheumatoid arthritis."},
                   {"sister", "Her sister was treated for melanoma."},
                   {"brother", "A brother has epilepsy."}}),
         false,
         true},
        {"social history invented",
         inventionCodes,
         {},
         invented({{"smok", "He smokes half a pack of cigarettes a day."},
                   {"alcohol", "She drinks alcohol on most days."},
                   {"retired", "He is a retired firefighter."},
                   {"divorced", "She is divorced and lives alone."}}),
         false,
         true},
        {"number invented",
         inventionCodes,
         {},
         invented({{"pulse", "Pulse 91 and regular."},
                   {"creatinine", "Creatinine was 1.37."},
                   {"bmi", "Body mass index is 33.4."},
                   {"oxygen", "Oxygen saturation was 94 % on room air."}}),
         false,
         true},
    };
}

} // namespace

std::vector<FaultClass> faultsOfQualities()
{
    std::vector<FaultClass> all = faultsOfDegree();
    for (auto &&some : {faultsOfTaking(), faultsOfPlace()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

std::vector<FaultClass> inventions()
{
    std::vector<FaultClass> all = inventedFindings();
    for (const FaultClass &fault : inventedFacts())
        all.push_back(fault);
    return all;
}

} // namespace countersign::bench
