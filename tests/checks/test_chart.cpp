// Findings out of FHIR content: each by what it must find, and by what looks alike and must pass.
#include "core/checks/registry.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::domain;

namespace
{

constexpr std::string_view today = "2026-11-02T08:00:00Z";

Source chart(std::string id, std::string content)
{
    Source source;
    source.id = SourceId(std::move(id));
    source.kind = Source::Kind::Fhir;
    source.mediaType = Source::MediaType::FhirJson;
    source.patientId = PatientId("p1");
    source.read = true;
    source.content = std::move(content);
    return source;
}

Source note(std::string id, std::string content)
{
    Source source = chart(std::move(id), std::move(content));
    source.kind = Source::Kind::Note;
    source.mediaType = Source::MediaType::PlainText;
    return source;
}

// A statement that cites the first source by that path; no path: it cites nothing.
Proposal drafted(std::string_view statement, std::vector<Source> sources, std::string path = {},
                 std::string_view title = "Plan")
{
    Proposal proposal;
    proposal.patient.id = PatientId("p1");
    proposal.proposedAt = *parseInstant(today);
    proposal.action.type = ActionType("note.file");
    proposal.sources = std::move(sources);
    Statement written;
    written.id = StatementId("s1");
    written.text = statement;
    if (!path.empty())
        written.citations = {{proposal.sources.front().id, FhirPathSelector{std::move(path), {}}}};
    proposal.draft = NoteDraft{"en", {{SectionId("a"), std::string(title), "", {written}}}};
    return proposal;
}

const Finding *found(const Proposal &proposal, std::string_view code, std::string_view check)
{
    static std::vector<Finding> findings;
    findings = checks::runChecks(proposal, {}, proposal.proposedAt);
    const auto at = std::ranges::find_if(findings, [&](const Finding &finding) {
        return finding.code == code && (check.empty() || finding.check == check);
    });
    return at == findings.end() ? nullptr : &*at;
}

std::string medicine(std::string_view name, std::string_view status, std::string_view more = "")
{
    return R"({"resourceType":"MedicationRequest","id":"m","status":")" + std::string(status)
           + R"(","intent":"order","subject":{"reference":"Patient/p1"},"medicationCodeableConcept":{"text":")"
           + std::string(name) + R"("})" + std::string(more) + "}";
}

std::string potassium(std::string_view value, std::string_view at, std::string_view more = "")
{
    return R"({"resourceType":"Observation","id":"k","status":"final","subject":{"reference":"Patient/p1"},)"
           R"("category":[{"coding":[{"code":"laboratory"}]}],"code":{"coding":[{"system":"http://loinc.org",)"
           R"("code":"2823-3"}],"text":"Potassium [Moles/volume] in Serum"},"effectiveDateTime":")"
           + std::string(at) + R"(","valueQuantity":{"value":)" + std::string(value) + R"(,"unit":"mmol/L"})"
           + std::string(more) + "}";
}

const std::string high = R"(,"interpretation":[{"coding":[{"code":"H"}]}])";
const std::string critical = R"(,"interpretation":[{"coding":[{"code":"HH"}]}])";
const std::string range = R"(,"referenceRange":[{"low":{"value":3.5},"high":{"value":5.1}}])";

std::string allergy(std::string_view substance, std::string_view more)
{
    return R"({"resourceType":"AllergyIntolerance","id":"a","patient":{"reference":"Patient/p1"},"code":{"text":")"
           + std::string(substance) + R"("})" + std::string(more) + "}";
}

std::string condition(std::string_view name, std::string_view clinical, std::string_view verification)
{
    return R"({"resourceType":"Condition","id":"c","subject":{"reference":"Patient/p1"},"code":{"text":")"
           + std::string(name) + R"("},"clinicalStatus":{"coding":[{"code":")" + std::string(clinical)
           + R"("}]},"verificationStatus":{"coding":[{"code":")" + std::string(verification) + R"("}]}})";
}

std::string person(std::string_view more)
{
    return R"({"resourceType":"Patient","id":"p1")" + std::string(more) + "}";
}

struct Row {
    std::string_view what;
    Proposal proposal;
    std::string_view code, check;
    bool isFound;
    Severity severity = Severity::Warning;
};

void judge(const std::vector<Row> &rows)
{
    for (const Row &row : rows) {
        CAPTURE(row.what);
        CAPTURE(row.code);
        const Finding *finding = found(row.proposal, row.code, row.check);
        CHECK((finding != nullptr) == row.isFound);
        if (finding != nullptr && row.isFound)
            CHECK(finding->severity == row.severity);
    }
}

} // namespace

TEST_CASE("E02: an allergy of the chart or of a note stands against a drug of its class")
{
    const std::string severe = R"(,"criticality":"high","clinicalStatus":{"coding":[{"code":"active"}]})";
    const std::string refuted = R"(,"verificationStatus":{"coding":[{"code":"refuted"}]})";
    const std::string inactive = R"(,"clinicalStatus":{"coding":[{"code":"inactive"}]})";
    const std::string anaphylaxis = R"(,"reaction":[{"manifestation":[{"text":"Anaphylaxis"}]}])";
    judge({
        {"class, high", drafted("Start amoxicillin.", {chart("x", allergy("Penicillin V", severe))}),
         "allergy-conflict", "medication", true, Severity::Stop},
        {"class, by its reaction", drafted("Start amoxicillin.", {chart("x", allergy("Penicillins", anaphylaxis))}),
         "allergy-conflict", "medication", true, Severity::Stop},
        {"class, unstated", drafted("Start amoxicillin.", {chart("x", allergy("Penicillin", ""))}),
         "allergy-conflict", "medication", true},
        {"refuted", drafted("Start amoxicillin.", {chart("x", allergy("Penicillin", refuted))}), "allergy-conflict",
         "medication", false},
        {"inactive", drafted("Start amoxicillin.", {chart("x", allergy("Penicillin", inactive))}), "allergy-conflict",
         "medication", false},
        {"another class", drafted("Start azithromycin.", {chart("x", allergy("Penicillin", severe))}),
         "allergy-conflict", "medication", false},
        {"not meant to be taken", drafted("Avoid amoxicillin, allergic to it.", {chart("x", allergy("Penicillin", severe))}),
         "allergy-conflict", "medication", false},
        {"in a fax", drafted("Start amoxicillin.", {note("x", "PCN allergy (rash). Otherwise well.")}),
         "allergy-conflict", "medication", true},
        {"in a fax, denied", drafted("Start amoxicillin.", {note("x", "No allergy to penicillin. Otherwise well.")}),
         "allergy-conflict", "medication", false},
    });
}

TEST_CASE("E01, E18, E19: medicines of the draft against the lists")
{
    judge({
        {"two lists, two doses",
         drafted("Continue lisinopril 20 mg daily.", {chart("x", medicine("Lisinopril 10 MG Oral Tablet", "active")),
                                                      note("fax", "Medications: lisinopril 20 mg daily.")}),
         "medication-lists-conflict", "", true, Severity::Stop},
        {"two lists, draft without a dose",
         drafted("Continue lisinopril.", {chart("x", medicine("Lisinopril 10 MG Oral Tablet", "active")),
                                          note("fax", "Medications: lisinopril 20 mg daily.")}),
         "medication-lists-conflict", "", true},
        {"two lists, one dose",
         drafted("Continue lisinopril 10 mg daily.", {chart("x", medicine("Lisinopril 10 MG Oral Tablet", "active")),
                                                      note("fax", "Medications: lisinopril 10 mg daily.")}),
         "medication-lists-conflict", "", false},
        {"a change is no list",
         drafted("Lisinopril 20 mg daily.", {chart("x", medicine("Lisinopril 10 MG Oral Tablet", "active")),
                                             note("fax", "Increase lisinopril to 20 mg daily.")}),
         "medication-lists-conflict", "", false},
        {"two tablets",
         drafted("Continue lisinopril 20 mg.",
                 {chart("x", medicine("Lisinopril 10 MG Oral Tablet", "active",
                                      R"(,"dosageInstruction":[{"doseAndRate":[{"doseQuantity":{"value":2,"unit":"tablet"}}]}])")),
                  note("fax", "Medications: lisinopril 20 mg daily.")}),
         "medication-lists-conflict", "", false},
        {"stopped and restarted", drafted("Continue warfarin.", {chart("x", medicine("Warfarin 5 MG", "stopped"))}),
         "temporal-conflict", "medication-lists", true},
        {"active", drafted("Continue warfarin.", {chart("x", medicine("Warfarin 5 MG", "active"))}),
         "temporal-conflict", "medication-lists", false},
        {"stopped and so told", drafted("Warfarin was stopped.", {chart("x", medicine("Warfarin 5 MG", "stopped"))}),
         "temporal-conflict", "medication-lists", false},
        {"two of a class", drafted("Start rosuvastatin.", {chart("x", medicine("Atorvastatin 20 MG", "active"))}),
         "duplicate-therapy", "medication-lists", true},
        {"two classes", drafted("Start metoprolol.", {chart("x", medicine("Atorvastatin 20 MG", "active"))}),
         "duplicate-therapy", "medication-lists", false},
        {"one of them stopped", drafted("Start rosuvastatin.", {chart("x", medicine("Atorvastatin 20 MG", "stopped"))}),
         "duplicate-therapy", "medication-lists", false},
    });
}

TEST_CASE("E04, E27: results that are left out, called normal, old or overtaken")
{
    const auto now = "2026-11-01T08:00:00Z", old = "2026-01-01T08:00:00Z";
    judge({
        {"critical, left out", drafted("Well.", {chart("x", potassium("6.8", now, critical))}),
         "omitted-abnormal-result", "", true},
        {"abnormal, left out", drafted("Well.", {chart("x", potassium("5.4", now, high))}), "omitted-abnormal-result",
         "", true, Severity::Info},
        {"outside of its range", drafted("Well.", {chart("x", potassium("5.4", now, range))}),
         "omitted-abnormal-result", "", true, Severity::Info},
        {"inside of its range", drafted("Well.", {chart("x", potassium("4.4", now, range))}), "omitted-abnormal-result",
         "", false},
        {"named", drafted("Potassium 6.8 mmol/L, repeated.", {chart("x", potassium("6.8", now, critical))}),
         "omitted-abnormal-result", "", false},
        {"called normal", drafted("Potassium normal.", {chart("x", potassium("6.8", now, critical))}),
         "number-conflict", "results", true},
        {"rightly called normal", drafted("Potassium normal.", {chart("x", potassium("4.4", now, range))}),
         "number-conflict", "results", false},
        {"old", drafted("Potassium 4.4.", {chart("x", potassium("4.4", old))}, "Observation.valueQuantity.value"),
         "stale-source", "results", true},
        {"new", drafted("Potassium 4.4.", {chart("x", potassium("4.4", now))}, "Observation.valueQuantity.value"),
         "stale-source", "results", false},
        {"a newer one crosses a limit",
         drafted("Potassium 4.4.",
                 {chart("x", potassium("4.4", "2026-10-30T08:00:00Z")), chart("y", potassium("6.8", now, critical))},
                 "Observation.valueQuantity.value"),
         "newer-source-exists", "results", true, Severity::Stop},
        {"a newer one",
         drafted("Potassium 4.4.",
                 {chart("x", potassium("4.4", "2026-10-30T08:00:00Z")), chart("y", potassium("4.6", now))},
                 "Observation.valueQuantity.value"),
         "newer-source-exists", "results", true},
        {"a newer one that is told too",
         drafted("Potassium 4.4, then 4.6.",
                 {chart("x", potassium("4.4", "2026-10-30T08:00:00Z")), chart("y", potassium("4.6", now))},
                 "Observation.valueQuantity.value"),
         "newer-source-exists", "results", false},
    });
}

TEST_CASE("E15, E16, E28: whose record it is, and whether it is still in use")
{
    const auto visit = [](std::string_view status) {
        Proposal proposal = drafted("Well.", {chart("x", R"({"resourceType":"Encounter","id":"e1","status":")"
                                                             + std::string(status) + R"("})")});
        proposal.encounter.id = "e1";
        return proposal;
    };
    Proposal born = drafted("Well.", {chart("x", person(R"(,"birthDate":"1960-01-02")"))});
    born.patient.birthDate = Phi<std::string>("1960-01-02");
    Proposal otherwise = born;
    otherwise.patient.birthDate = Phi<std::string>("1961-01-02");
    judge({
        {"another patient's resource",
         drafted("Potassium 4.4.",
                 {chart("x", R"({"resourceType":"Observation","id":"k","status":"final","subject":{"reference":"Patient/p2"}})")}),
         "wrong-patient-source", "standing", true, Severity::Stop},
        {"this patient's", drafted("Potassium 4.4.", {chart("x", potassium("4.4", today))}), "wrong-patient-source",
         "standing", false},
        {"merged", drafted("Well.", {chart("x", person(R"(,"link":[{"type":"replaced-by","other":{"reference":"Patient/p9"}}])"))}),
         "source-changed", "", true, Severity::Stop},
        {"inactive", drafted("Well.", {chart("x", person(R"(,"active":false)"))}), "source-changed", "", true, Severity::Stop},
        {"active", drafted("Well.", {chart("x", person(R"(,"active":true)"))}), "source-changed", "", false},
        {"deceased", drafted("Well.", {chart("x", person(R"(,"deceasedDateTime":"2026-10-01")"))}), "temporal-conflict",
         "standing", true, Severity::Stop},
        {"alive", drafted("Well.", {chart("x", person(R"(,"deceasedBoolean":false)"))}), "temporal-conflict", "standing", false},
        {"cancelled visit", visit("cancelled"), "temporal-conflict", "standing", true, Severity::Stop},
        {"visit", visit("in-progress"), "temporal-conflict", "standing", false},
        {"birth dates differ", otherwise, "identity-mismatch-page", "standing", true, Severity::Stop},
        {"birth dates agree", born, "identity-mismatch-page", "standing", false},
    });
}

TEST_CASE("R-520, E23, E24, E25, E33: how the cited record stands")
{
    const auto report = [](std::string_view status) {
        return drafted("Chest film clear.", {chart("x", R"({"resourceType":"DiagnosticReport","id":"r","status":")"
                                                            + std::string(status) + R"(","conclusion":"clear"})")},
                       "DiagnosticReport.conclusion");
    };
    const auto ill = [](std::string_view statement, std::string_view clinical, std::string_view verification) {
        return drafted(statement, {chart("x", condition("Pneumonia", clinical, verification))}, "Condition.code.text",
                       "Assessment");
    };
    const auto procedure = [](std::string_view statement, std::string_view status) {
        return drafted(statement, {chart("x", R"({"resourceType":"Procedure","id":"o","status":")" + std::string(status)
                                                  + R"(","code":{"text":"Colonoscopy"}})")},
                       "Procedure.code.text");
    };
    const auto order = [](std::string_view statement, std::string_view status) {
        return drafted(statement, {chart("x", R"({"resourceType":"ServiceRequest","id":"o","intent":"order","status":")"
                                                  + std::string(status) + R"(","code":{"text":"Colonoscopy"}})")},
                       "ServiceRequest.code.text");
    };
    const std::string family =
        R"({"resourceType":"FamilyMemberHistory","id":"f","status":"completed","relationship":{"text":"mother"},)"
        R"("condition":[{"code":{"text":"Asthma"}}]})";
    judge({
        {"entered in error", report("entered-in-error"), "source-corrected", "standing", true, Severity::Stop},
        {"corrected", report("corrected"), "source-corrected", "standing", true},
        {"final", report("final"), "source-corrected", "standing", false},
        {"preliminary", report("preliminary"), "certainty-conflict", "standing", true},
        {"provisional", ill("Pneumonia.", "active", "provisional"), "certainty-conflict", "standing", true},
        {"provisional, hedged", ill("Possible pneumonia.", "active", "provisional"), "certainty-conflict", "standing", false},
        {"confirmed", ill("Pneumonia.", "active", "confirmed"), "certainty-conflict", "standing", false},
        {"refuted", ill("Pneumonia.", "", "refuted"), "source-corrected", "standing", true, Severity::Stop},
        {"resolved", ill("Pneumonia.", "resolved", "confirmed"), "temporal-conflict", "standing", true},
        {"resolved and so told", ill("History of pneumonia.", "resolved", "confirmed"), "temporal-conflict", "standing", false},
        {"not done", procedure("Colonoscopy.", "not-done"), "negation-conflict", "standing", true},
        {"done", procedure("Colonoscopy.", "completed"), "negation-conflict", "standing", false},
        {"ordered, told as done", order("She underwent colonoscopy.", "active"), "intent-conflict", "standing", true},
        {"ordered", order("Colonoscopy is planned.", "active"), "intent-conflict", "standing", false},
        {"a relative's", drafted("She has asthma.", {chart("x", family)}), "subject-conflict", "standing", true},
        {"a relative's, so told", drafted("Her mother has asthma.", {chart("x", family)}), "subject-conflict", "standing", false},
        {"both have it",
         drafted("She has asthma.", {chart("x", family), chart("y", condition("Asthma", "active", "confirmed"))}),
         "subject-conflict", "standing", false},
    });
}

TEST_CASE("E45: what is kept close does not go out unseen")
{
    const std::string labelled = R"({"resourceType":"Observation","id":"k","status":"final","meta":{"security":[{"code":"PSY"}]},)"
                                 R"("valueString":"low mood"})";
    Proposal message = drafted("Low mood.", {chart("x", labelled)}, "Observation.valueString");
    Proposal filed = message;
    message.action.type = ActionType("message.send");
    judge({{"to the patient", message, "phi-exposure", "standing", true, Severity::Stop},
           {"filed", filed, "phi-exposure", "standing", false}});
}

TEST_CASE("content that is no FHIR, or torn, has no records and breaks nothing")
{
    for (const std::string_view content : {"", "{", "[]", "{\"resourceType\":7}", "plain words", "{\"entry\":[1,2]}"}) {
        CAPTURE(content);
        const Proposal proposal = drafted("Well.", {chart("x", std::string(content))}, "Patient.name");
        CHECK_FALSE(found(proposal, "wrong-patient-source", "standing"));
    }
}
