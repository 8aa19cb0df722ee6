// The request of a prior authorisation: codes against codes, dates, urgency, earlier requests, attestations.
#include "core/checks/claim_codes.hpp"
#include "tests/checks/draft.hpp"

using namespace countersign;
using namespace countersign::tests;
using checks::BodySide;

namespace
{

constexpr std::string_view cpt = "http://www.ama-assn.org/go/cpt", icd = "http://hl7.org/fhir/sid/icd-10-cm";

std::string coded(std::string_view system, std::string_view code)
{
    return R"({"coding":[{"system":")" + std::string(system) + R"(","code":")" + std::string(code) + R"("}]})";
}

struct Claim {
    std::string diagnoses = R"({"sequence":1,"diagnosisCodeableConcept":)" + coded(icd, "M17.11") + "}";
    std::string service = coded(cpt, "27447");
    std::string modifier = "RT";
    std::string serviced = R"("servicedDate":"2026-12-01")";
    std::string more;
    std::string others;

    [[nodiscard]] std::string text() const
    {
        const std::string item = R"({"sequence":1,"productOrService":)" + service + R"(,"modifier":[)"
                                 + coded("http://x", modifier) + "]," + serviced + "}";
        return R"({"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Claim","id":"c1",)"
               R"("status":"active","use":"preauthorization","patient":{"reference":"Patient/p1"},"created":"2026-11-01",)"
               R"("diagnosis":[)"
               + diagnoses + R"(],"item":[)" + item + others + "]" + more + "}}]}";
    }
};

Proposal asked(const Claim &claim, std::string_view statement = "She needs this.", std::vector<Source> sources = {})
{
    Proposal proposal = drafted(statement, std::move(sources));
    PriorAuthDraft draft;
    draft.bundle = claim.text();
    draft.sections = sectionsOf(proposal.draft) ? *sectionsOf(proposal.draft) : std::vector<Section>{};
    proposal.draft = std::move(draft);
    return proposal;
}

Claim with(auto change)
{
    Claim claim;
    change(claim);
    return claim;
}

std::string urgency(std::string_view level, std::string_view priority)
{
    return R"(,"extension":[{"url":"http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-levelOfServiceCode",)"
           R"("valueCodeableConcept":{"coding":[{"code":")"
           + std::string(level) + R"("}]}}],"priority":{"coding":[{"code":")" + std::string(priority) + R"("}]})";
}

std::string diagnoses(int count)
{
    std::string all;
    for (int i = 1; i <= count; ++i)
        all += (i > 1 ? "," : "") + (R"({"sequence":)" + std::to_string(i)) + R"(,"diagnosisCodeableConcept":)"
               + coded(icd, "I10") + "}";
    return all;
}

Source earlier(std::string_view date)
{
    return sourceOf("old", Source::Kind::Fhir,
                    R"({"resourceType":"Claim","id":"c0","status":"active","item":[{"productOrService":)" + coded(cpt, "27447")
                        + R"(,"servicedDate":")" + std::string(date) + R"("}]})");
}

Proposal answered(std::string_view item, std::string_view source, Answer::Origin origin = Answer::Origin::Unstated)
{
    Proposal proposal = asked(Claim{});
    auto &draft = std::get<PriorAuthDraft>(proposal.draft);
    draft.questionnaire = R"({"resourceType":"Questionnaire","item":[{"linkId":"1","text":"g","item":[{"linkId":"1.1","text":")"
                          + std::string(item) + R"("}]}]})";
    draft.questionnaireResponse =
        R"({"resourceType":"QuestionnaireResponse","item":[{"linkId":"1","item":[{"linkId":"1.1","answer":[{"valueBoolean":true,)"
        R"("extension":[{"url":"o","extension":[{"url":"source","valueCode":")"
        + std::string(source) + R"("}]}]}]}]}]})";
    if (origin != Answer::Origin::Unstated)
        draft.answers = {{"1.1", origin, {}}};
    return proposal;
}

} // namespace

TEST_CASE("R-422: sides of diagnoses and modifiers")
{
    struct Pair {
        std::string_view diagnosis, modifier;
        bool isConflict;
    };
    for (const Pair &pair : {
             Pair{"M17.11", "RT", false}, {"M17.11", "LT", true},  {"M17.12", "LT", false},  {"M17.12", "RT", true},
             Pair{"M17.0", "50", false},  {"M17.0", "RT", false},  {"M16.11", "LT", true},   {"M16.12", "LT", false},
             Pair{"M25.561", "LT", true}, {"M25.562", "LT", false}, {"M25.511", "RT", false}, {"M25.512", "RT", true},
             Pair{"M75.101", "LT", true}, {"M75.102", "LT", false}, {"G56.01", "LT", true},   {"G56.02", "LT", false},
             Pair{"G56.03", "RT", false}, {"C50.911", "LT", true},  {"C50.912", "LT", false}, {"S72.001A", "LT", true},
             Pair{"S72.002A", "LT", false}, {"S82.101A", "LT", true}, {"H25.11", "E1", true}, {"H25.11", "E3", false},
             Pair{"H25.12", "E2", false}, {"M20.11", "TA", true},   {"M20.12", "TA", false},  {"M20.12", "T5", true},
             Pair{"M65.331", "F6", false}, {"M65.331", "F2", true}, {"Z96.651", "LT", true},  {"Z96.652", "LT", false},
             Pair{"I10", "LT", false},    {"M54.16", "LT", false},  {"M62.81", "LT", false},  {"E11.9", "RT", false},
         }) {
        CAPTURE(pair.diagnosis);
        CAPTURE(pair.modifier);
        CHECK(areOpposite(checks::sideOfDiagnosis(pair.diagnosis), checks::sideOfModifier(pair.modifier)) == pair.isConflict);
    }
    CHECK(checks::sideOfDiagnosis("M17.10") == BodySide::Unsaid);
    CHECK(checks::sideInWords("Right knee, then left knee") == BodySide::Both);
    const auto left = with([](Claim &claim) { claim.modifier = "LT"; });
    const auto unsaid = with([](Claim &claim) {
        claim.diagnoses = R"({"sequence":1,"diagnosisCodeableConcept":)" + coded(icd, "M17.10") + "}";
    });
    judge({
        {"opposite sides", asked(left), "pa-code-conflict", "claims", true, Severity::Stop},
        {"one side", asked(Claim{}), "pa-code-conflict", "claims", false},
        {"an open side", asked(unsaid), "pa-code-conflict", "claims", true},
        {"the text says the other side", asked(Claim{}, "Pain of the left knee."), "pa-code-conflict", "claims", true, Severity::Stop},
        {"the text says the side", asked(Claim{}, "Pain of the right knee."), "pa-code-conflict", "claims", false},
    });
}

TEST_CASE("codes are written as their systems write them, and are of the patient's sex")
{
    struct Code {
        std::string_view system, code;
        bool isWell;
    };
    for (const Code &row : {Code{icd, "M17.11", true}, {icd, "M1711", true}, {icd, "M17.", false}, {icd, "17.11", false},
                            {icd, "M1.711", false}, {cpt, "27447", true}, {cpt, "2744", false}, {cpt, "0042T", true},
                            {cpt, "ABCDE", false}, {"http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "G0154", true},
                            {"http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "GO154", false},
                            {"http://hl7.org/fhir/sid/ndc", "0002-8215-01", true}, {"http://hl7.org/fhir/sid/ndc", "12", false},
                            {"http://snomed.info/sct", "anything", true}}) {
        CAPTURE(row.code);
        CHECK(checks::isWellFormed(row.system, row.code) == row.isWell);
    }
    CHECK(checks::sexOfDiagnosis("O09.90") == checks::CodeSex::Female);
    CHECK(checks::sexOfDiagnosis("N40.1") == checks::CodeSex::Male);
    CHECK(checks::sexOfDiagnosis("I10") == checks::CodeSex::Any);
    Proposal man = asked(with([](Claim &claim) {
        claim.diagnoses = R"({"sequence":1,"diagnosisCodeableConcept":)" + coded(icd, "O09.90") + "}";
    }));
    Proposal woman = man;
    man.patient.sex = Patient::Sex::Male;
    woman.patient.sex = Patient::Sex::Female;
    judge({{"a man's pregnancy", man, "pa-code-conflict", "claims", true},
           {"a woman's", woman, "pa-code-conflict", "claims", false}});
}

TEST_CASE("R-402, R-405, R-406, R-421: urgency, what does not reach the payer, dates, earlier requests")
{
    const auto more = [](std::string text) { return with([&](Claim &claim) { claim.more = std::move(text); }); };
    const auto dated = [](std::string text) { return with([&](Claim &claim) { claim.serviced = std::move(text); }); };
    const auto ill = [](int count) { return with([&](Claim &claim) { claim.diagnoses = diagnoses(count); }); };
    const auto twice = with([](Claim &claim) {
        claim.others = R"(,{"sequence":2,"productOrService":)" + claim.service + R"(,"modifier":[)" + coded("http://x", "RT")
                       + R"(],"servicedDate":"2026-12-01"})";
    });
    judge({
        {"urgent and normal", asked(more(urgency("U", "normal"))), "pa-urgency-conflict", "claims", true},
        {"elective and normal", asked(more(urgency("E", "normal"))), "pa-urgency-conflict", "claims", false},
        {"the text is urgent, the request is not", asked(Claim{}, "This is urgent."), "pa-urgency-conflict", "claims", true},
        {"the text is not urgent", asked(Claim{}, "This is not urgent."), "pa-urgency-conflict", "claims", false},
        {"13 diagnoses", asked(ill(13)), "pa-diagnosis-truncated", "claims", true},
        {"12 diagnoses", asked(ill(12)), "pa-diagnosis-truncated", "claims", false},
        {"a month", asked(dated(R"("servicedDate":"2026-12")")), "pa-date-incomplete", "claims", true},
        {"a day", asked(Claim{}), "pa-date-incomplete", "claims", false},
        {"backwards", asked(dated(R"("servicedPeriod":{"start":"2026-12-02","end":"2026-12-01"})")), "date-conflict", "claims", true},
        {"forwards", asked(dated(R"("servicedPeriod":{"start":"2026-12-01","end":"2026-12-02"})")), "date-conflict", "claims", false},
        {"twice", asked(twice), "pa-duplicate", "claims", true},
        {"asked before", asked(Claim{}, "She needs it.", {earlier("2026-12-01")}), "pa-duplicate", "claims", true, Severity::Stop},
        {"asked before, for overlapping dates",
         asked(dated(R"("servicedPeriod":{"start":"2026-11-20","end":"2026-12-20"})"), "She needs it.", {earlier("2026-12-01")}),
         "pa-duplicate", "claims", true},
        {"asked before, for other dates", asked(Claim{}, "She needs it.", {earlier("2026-11-30")}), "pa-duplicate", "claims", false},
        {"another patient's", asked(with([](Claim &claim) { claim.more = R"(,"subject":{"reference":"Patient/p2"})"; })),
         "wrong-patient-source", "claims", true, Severity::Stop},
        {"a document that is not there",
         asked(more(R"(,"supportingInfo":[{"valueReference":{"reference":"DocumentReference/d9"}}])")), "pa-missing-attachment", "claims", true},
    });
}

TEST_CASE("R-411: attestations are not given by programs")
{
    judge({
        {"filled in by a program", answered("I attest that this is true", "auto-client"), "pa-attestation-prefilled", "claims", true},
        {"given by a person", answered("I attest that this is true", "manual"), "pa-attestation-prefilled", "claims", false},
        {"corrected by a person", answered("I attest that this is true", "auto-client", Answer::Origin::Override),
         "pa-attestation-prefilled", "claims", false},
        {"another question", answered("How long", "auto-client"), "pa-attestation-prefilled", "claims", false},
    });
}
