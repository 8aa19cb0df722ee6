#include "ui/presenters/fhir_labels.hpp"

#include "ui/text/notation.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/times.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string>

namespace countersign::presenters
{
namespace
{

struct FhirWords {
    Q_DECLARE_TR_FUNCTIONS(FhirWords)
};

using std::string_view;

struct Named {
    string_view key;
    const char *words;
};

constexpr std::array labels{
    Named{"birthDate", QT_TRANSLATE_NOOP("FhirWords", "Born")},
    Named{"gender", QT_TRANSLATE_NOOP("FhirWords", "Sex")},
    Named{"deceasedBoolean", QT_TRANSLATE_NOOP("FhirWords", "Deceased")},
    Named{"deceasedDateTime", QT_TRANSLATE_NOOP("FhirWords", "Died")},
    Named{"name", QT_TRANSLATE_NOOP("FhirWords", "Name")},
    Named{"telecom", QT_TRANSLATE_NOOP("FhirWords", "Contact")},
    Named{"address", QT_TRANSLATE_NOOP("FhirWords", "Address")},
    Named{"maritalStatus", QT_TRANSLATE_NOOP("FhirWords", "Marital status")},
    Named{"communication", QT_TRANSLATE_NOOP("FhirWords", "Languages")},
    Named{"contact", QT_TRANSLATE_NOOP("FhirWords", "Contact person")},
    Named{"status", QT_TRANSLATE_NOOP("FhirWords", "Status")},
    Named{"statusReason", QT_TRANSLATE_NOOP("FhirWords", "Reason for the status")},
    Named{"code", QT_TRANSLATE_NOOP("FhirWords", "What")},
    Named{"valueQuantity", QT_TRANSLATE_NOOP("FhirWords", "Value")},
    Named{"valueString", QT_TRANSLATE_NOOP("FhirWords", "Value")},
    Named{"valueCodeableConcept", QT_TRANSLATE_NOOP("FhirWords", "Value")},
    Named{"valueBoolean", QT_TRANSLATE_NOOP("FhirWords", "Value")},
    Named{"valueInteger", QT_TRANSLATE_NOOP("FhirWords", "Value")},
    Named{"valueDateTime", QT_TRANSLATE_NOOP("FhirWords", "Value")},
    Named{"valueRange", QT_TRANSLATE_NOOP("FhirWords", "Value")},
    Named{"dataAbsentReason", QT_TRANSLATE_NOOP("FhirWords", "No value because")},
    Named{"interpretation", QT_TRANSLATE_NOOP("FhirWords", "Interpretation")},
    Named{"referenceRange", QT_TRANSLATE_NOOP("FhirWords", "Reference range")},
    Named{"component", QT_TRANSLATE_NOOP("FhirWords", "Component")},
    Named{"effectiveDateTime", QT_TRANSLATE_NOOP("FhirWords", "When")},
    Named{"effectivePeriod", QT_TRANSLATE_NOOP("FhirWords", "When")},
    Named{"issued", QT_TRANSLATE_NOOP("FhirWords", "Issued")},
    Named{"category", QT_TRANSLATE_NOOP("FhirWords", "Category")},
    Named{"method", QT_TRANSLATE_NOOP("FhirWords", "Method")},
    Named{"bodySite", QT_TRANSLATE_NOOP("FhirWords", "Body site")},
    Named{"specimen", QT_TRANSLATE_NOOP("FhirWords", "Specimen")},
    Named{"note", QT_TRANSLATE_NOOP("FhirWords", "Note")},
    Named{"performer", QT_TRANSLATE_NOOP("FhirWords", "By")},
    Named{"subject", QT_TRANSLATE_NOOP("FhirWords", "Patient")},
    Named{"patient", QT_TRANSLATE_NOOP("FhirWords", "Patient")},
    Named{"beneficiary", QT_TRANSLATE_NOOP("FhirWords", "Patient")},
    Named{"encounter", QT_TRANSLATE_NOOP("FhirWords", "Encounter")},
    Named{"medicationCodeableConcept", QT_TRANSLATE_NOOP("FhirWords", "Drug")},
    Named{"medicationReference", QT_TRANSLATE_NOOP("FhirWords", "Drug")},
    Named{"dosageInstruction", QT_TRANSLATE_NOOP("FhirWords", "Dosage")},
    Named{"dosage", QT_TRANSLATE_NOOP("FhirWords", "Dosage")},
    Named{"intent", QT_TRANSLATE_NOOP("FhirWords", "Intent")},
    Named{"priority", QT_TRANSLATE_NOOP("FhirWords", "Priority")},
    Named{"doNotPerform", QT_TRANSLATE_NOOP("FhirWords", "Do not perform")},
    Named{"reasonCode", QT_TRANSLATE_NOOP("FhirWords", "Reason")},
    Named{"reasonReference", QT_TRANSLATE_NOOP("FhirWords", "Reason")},
    Named{"authoredOn", QT_TRANSLATE_NOOP("FhirWords", "Ordered on")},
    Named{"requester", QT_TRANSLATE_NOOP("FhirWords", "Ordered by")},
    Named{"dispenseRequest", QT_TRANSLATE_NOOP("FhirWords", "To dispense")},
    Named{"substitution", QT_TRANSLATE_NOOP("FhirWords", "Substitution")},
    Named{"criticality", QT_TRANSLATE_NOOP("FhirWords", "Criticality")},
    Named{"clinicalStatus", QT_TRANSLATE_NOOP("FhirWords", "Clinical status")},
    Named{"verificationStatus", QT_TRANSLATE_NOOP("FhirWords", "Verification")},
    Named{"reaction", QT_TRANSLATE_NOOP("FhirWords", "Reaction")},
    Named{"type", QT_TRANSLATE_NOOP("FhirWords", "Type")},
    Named{"onsetDateTime", QT_TRANSLATE_NOOP("FhirWords", "Onset")},
    Named{"onsetString", QT_TRANSLATE_NOOP("FhirWords", "Onset")},
    Named{"abatementDateTime", QT_TRANSLATE_NOOP("FhirWords", "Ended")},
    Named{"recordedDate", QT_TRANSLATE_NOOP("FhirWords", "Recorded")},
    Named{"lastOccurrence", QT_TRANSLATE_NOOP("FhirWords", "Last time")},
    Named{"recorder", QT_TRANSLATE_NOOP("FhirWords", "Recorded by")},
    Named{"asserter", QT_TRANSLATE_NOOP("FhirWords", "Stated by")},
    Named{"severity", QT_TRANSLATE_NOOP("FhirWords", "Severity")},
    Named{"stage", QT_TRANSLATE_NOOP("FhirWords", "Stage")},
    Named{"conclusion", QT_TRANSLATE_NOOP("FhirWords", "Conclusion")},
    Named{"conclusionCode", QT_TRANSLATE_NOOP("FhirWords", "Conclusion, coded")},
    Named{"result", QT_TRANSLATE_NOOP("FhirWords", "Results")},
    Named{"presentedForm", QT_TRANSLATE_NOOP("FhirWords", "Full report")},
    Named{"performedDateTime", QT_TRANSLATE_NOOP("FhirWords", "When")},
    Named{"performedPeriod", QT_TRANSLATE_NOOP("FhirWords", "When")},
    Named{"outcome", QT_TRANSLATE_NOOP("FhirWords", "Outcome")},
    Named{"complication", QT_TRANSLATE_NOOP("FhirWords", "Complication")},
    Named{"class", QT_TRANSLATE_NOOP("FhirWords", "Class")},
    Named{"period", QT_TRANSLATE_NOOP("FhirWords", "Period")},
    Named{"participant", QT_TRANSLATE_NOOP("FhirWords", "Participant")},
    Named{"hospitalization", QT_TRANSLATE_NOOP("FhirWords", "Stay")},
    Named{"location", QT_TRANSLATE_NOOP("FhirWords", "Place")},
    Named{"diagnosis", QT_TRANSLATE_NOOP("FhirWords", "Diagnosis")},
    Named{"vaccineCode", QT_TRANSLATE_NOOP("FhirWords", "Vaccine")},
    Named{"occurrenceDateTime", QT_TRANSLATE_NOOP("FhirWords", "When")},
    Named{"doseQuantity", QT_TRANSLATE_NOOP("FhirWords", "Dose")},
    Named{"lotNumber", QT_TRANSLATE_NOOP("FhirWords", "Lot")},
    Named{"route", QT_TRANSLATE_NOOP("FhirWords", "Route")},
    Named{"site", QT_TRANSLATE_NOOP("FhirWords", "Site")},
    Named{"payor", QT_TRANSLATE_NOOP("FhirWords", "Payer")},
    Named{"subscriberId", QT_TRANSLATE_NOOP("FhirWords", "Member number")},
    Named{"relationship", QT_TRANSLATE_NOOP("FhirWords", "Relationship")},
    Named{"policyHolder", QT_TRANSLATE_NOOP("FhirWords", "Policy holder")},
    Named{"use", QT_TRANSLATE_NOOP("FhirWords", "Use")},
    Named{"created", QT_TRANSLATE_NOOP("FhirWords", "Created")},
    Named{"item", QT_TRANSLATE_NOOP("FhirWords", "Line")},
    Named{"procedure", QT_TRANSLATE_NOOP("FhirWords", "Procedure")},
    Named{"supportingInfo", QT_TRANSLATE_NOOP("FhirWords", "Supporting information")},
    Named{"careTeam", QT_TRANSLATE_NOOP("FhirWords", "Care team")},
    Named{"insurance", QT_TRANSLATE_NOOP("FhirWords", "Insurance")},
    Named{"total", QT_TRANSLATE_NOOP("FhirWords", "Total")},
    Named{"insurer", QT_TRANSLATE_NOOP("FhirWords", "Insurer")},
    Named{"provider", QT_TRANSLATE_NOOP("FhirWords", "Provider")},
    Named{"disposition", QT_TRANSLATE_NOOP("FhirWords", "What was decided")},
    Named{"preAuthRef", QT_TRANSLATE_NOOP("FhirWords", "Authorisation number")},
    Named{"preAuthPeriod", QT_TRANSLATE_NOOP("FhirWords", "Authorised for")},
    Named{"adjudication", QT_TRANSLATE_NOOP("FhirWords", "Decision")},
    Named{"processNote", QT_TRANSLATE_NOOP("FhirWords", "Note of the payer")},
    Named{"payment", QT_TRANSLATE_NOOP("FhirWords", "Payment")},
    Named{"error", QT_TRANSLATE_NOOP("FhirWords", "Error")},
    Named{"questionnaire", QT_TRANSLATE_NOOP("FhirWords", "Questionnaire")},
    Named{"authored", QT_TRANSLATE_NOOP("FhirWords", "Answered on")},
    Named{"author", QT_TRANSLATE_NOOP("FhirWords", "Author")},
    Named{"linkId", QT_TRANSLATE_NOOP("FhirWords", "Question")},
    Named{"identifier", QT_TRANSLATE_NOOP("FhirWords", "Identifiers")},
    Named{"id", QT_TRANSLATE_NOOP("FhirWords", "Record")},
    Named{"meta", QT_TRANSLATE_NOOP("FhirWords", "About the record")},
    Named{"extension", QT_TRANSLATE_NOOP("FhirWords", "Addition")},
    Named{"modifierExtension", QT_TRANSLATE_NOOP("FhirWords", "Addition that changes the meaning")},
    Named{"text", QT_TRANSLATE_NOOP("FhirWords", "As text")},
    Named{"contained", QT_TRANSLATE_NOOP("FhirWords", "Contained")},
    Named{"quantity", QT_TRANSLATE_NOOP("FhirWords", "Quantity")},
    Named{"unitPrice", QT_TRANSLATE_NOOP("FhirWords", "Unit price")},
    Named{"net", QT_TRANSLATE_NOOP("FhirWords", "Net")},
    Named{"timing", QT_TRANSLATE_NOOP("FhirWords", "Timing")},
    Named{"doseAndRate", QT_TRANSLATE_NOOP("FhirWords", "Dose")},
    Named{"start", QT_TRANSLATE_NOOP("FhirWords", "From")},
    Named{"end", QT_TRANSLATE_NOOP("FhirWords", "Until")},
    Named{"fullUrl", QT_TRANSLATE_NOOP("FhirWords", "Address of the record")},
    Named{"resource", QT_TRANSLATE_NOOP("FhirWords", "Record")},
    Named{"entry", QT_TRANSLATE_NOOP("FhirWords", "Entry")},
};
constexpr std::array types{
    Named{"Patient", QT_TRANSLATE_NOOP("FhirWords", "Patient")},
    Named{"Observation", QT_TRANSLATE_NOOP("FhirWords", "Observation")},
    Named{"MedicationRequest", QT_TRANSLATE_NOOP("FhirWords", "Medication order")},
    Named{"MedicationStatement", QT_TRANSLATE_NOOP("FhirWords", "Medication taken")},
    Named{"MedicationDispense", QT_TRANSLATE_NOOP("FhirWords", "Medication dispensed")},
    Named{"AllergyIntolerance", QT_TRANSLATE_NOOP("FhirWords", "Allergy or intolerance")},
    Named{"Condition", QT_TRANSLATE_NOOP("FhirWords", "Condition")},
    Named{"DiagnosticReport", QT_TRANSLATE_NOOP("FhirWords", "Diagnostic report")},
    Named{"Procedure", QT_TRANSLATE_NOOP("FhirWords", "Procedure")},
    Named{"Encounter", QT_TRANSLATE_NOOP("FhirWords", "Encounter")},
    Named{"Coverage", QT_TRANSLATE_NOOP("FhirWords", "Coverage")},
    Named{"Claim", QT_TRANSLATE_NOOP("FhirWords", "Claim")},
    Named{"ClaimResponse", QT_TRANSLATE_NOOP("FhirWords", "Answer to a claim")},
    Named{"QuestionnaireResponse", QT_TRANSLATE_NOOP("FhirWords", "Answered questionnaire")},
    Named{"Questionnaire", QT_TRANSLATE_NOOP("FhirWords", "Questionnaire")},
    Named{"ServiceRequest", QT_TRANSLATE_NOOP("FhirWords", "Service order")},
    Named{"Immunization", QT_TRANSLATE_NOOP("FhirWords", "Immunisation")},
    Named{"FamilyMemberHistory", QT_TRANSLATE_NOOP("FhirWords", "Family history")},
    Named{"DocumentReference", QT_TRANSLATE_NOOP("FhirWords", "Document")},
    Named{"Bundle", QT_TRANSLATE_NOOP("FhirWords", "Bundle")},
    Named{"Practitioner", QT_TRANSLATE_NOOP("FhirWords", "Practitioner")},
    Named{"Organization", QT_TRANSLATE_NOOP("FhirWords", "Organisation")},
    Named{"CarePlan", QT_TRANSLATE_NOOP("FhirWords", "Care plan")},
    Named{"Goal", QT_TRANSLATE_NOOP("FhirWords", "Goal")},
    Named{"Device", QT_TRANSLATE_NOOP("FhirWords", "Device")},
    Named{"Task", QT_TRANSLATE_NOOP("FhirWords", "Task")},
    Named{"Consent", QT_TRANSLATE_NOOP("FhirWords", "Consent")},
    Named{"Provenance", QT_TRANSLATE_NOOP("FhirWords", "Provenance")},
};

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

// "birthDate" → "Birth date"; a name that is not made of letters stays as it is.
QString inWords(string_view name)
{
    std::string words;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool isBreak = i > 0 && isCapital(name[i]) && !isCapital(name[i - 1]);
        if (isBreak)
            words += ' ';
        const bool isAcronym = i + 1 < name.size() && isCapital(name[i + 1]);
        words +=
            i > 0 && isCapital(name[i]) && !isAcronym && isBreak ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
    }
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return text::shownOnOneLine(words);
}

template <class Table>
QString named(const Table &table, string_view key)
{
    const auto found = std::find_if(table.begin(), table.end(), [&](const Named &one) { return one.key == key; });
    return found == table.end() ? inWords(key) : FhirWords::tr(found->words);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// 2026-03-05, and nothing shorter: a partial date is not made a whole one.
bool isDate(string_view text)
{
    constexpr string_view form = "0000-00-00";
    if (text.size() < form.size())
        return false;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (form[i] == '0' ? !isDigit(text[i]) : text[i] != '-')
            return false;
    return true;
}

bool isTimeKey(string_view key)
{
    constexpr std::array exactly{"start",         "end",  "issued",   "created",  "authored",    "authoredOn",
                                 "time",          "sent", "received", "recorded", "lastUpdated", "lastOccurrence",
                                 "whenHandedOver"};
    return key.ends_with("Date") || key.ends_with("DateTime") || key.ends_with("Instant")
           || std::any_of(exactly.begin(), exactly.end(), [&](const char *one) { return key == one; });
}

} // namespace

QString fhirLabel(string_view key)
{
    return named(labels, key);
}

QString fhirTypeName(string_view resourceType)
{
    return named(types, resourceType);
}

QString fhirText(string_view key, string_view value)
{
    if (isTimeKey(key) && isDate(value))
        return value.size() == 10 ? text::date(value) : text::signedTime(value);
    return text::clinicalLine(text::shown(value));
}

} // namespace countersign::presenters
