#include "ui/presenters/fhir_order.hpp"

#include <algorithm>
#include <array>

namespace countersign::presenters
{
namespace
{

using std::string_view;

struct Card {
    string_view type;
    string_view subject; // what it is about
    string_view members; // in reading order, after that
};

constexpr string_view everyFirst = "resourceType modifierExtension ";
constexpr string_view everyLast = "contained extension identifier id meta implicitRules language text ";

// FHIR R4, the members of each that a clinician or a payer's clerk looks for.
constexpr std::array cards{
    Card{"Patient", "name", "birthDate gender deceased* active maritalStatus telecom address contact communication "},
    Card{"Observation", "code",
         "value* dataAbsentReason interpretation component referenceRange status effective* issued category bodySite "
         "method specimen note "},
    Card{"MedicationRequest", "medication*",
         "doNotPerform dosageInstruction status statusReason intent priority reasonCode reasonReference authoredOn "
         "requester dispenseRequest substitution note category "},
    Card{"MedicationStatement", "medication*",
         "dosage status statusReason effective* dateAsserted informationSource reasonCode note category "},
    Card{"MedicationDispense", "medication*", "status quantity daysSupply whenHandedOver dosageInstruction note "},
    Card{"AllergyIntolerance", "code",
         "reaction criticality clinicalStatus verificationStatus type category onset* lastOccurrence recordedDate "
         "note recorder asserter "},
    Card{"Condition", "code",
         "clinicalStatus verificationStatus severity bodySite stage evidence onset* abatement* recordedDate category "
         "note recorder asserter "},
    Card{"DiagnosticReport", "code",
         "conclusion conclusionCode result status effective* issued category specimen imagingStudy presentedForm "
         "performer resultsInterpreter "},
    Card{"Procedure", "code",
         "status statusReason performed* bodySite outcome complication reasonCode reasonReference report followUp "
         "note performer category "},
    Card{"Encounter", "type",
         "class status period reasonCode reasonReference diagnosis hospitalization location participant "},
    Card{"Immunization", "vaccineCode",
         "status statusReason occurrence* primarySource doseQuantity site route lotNumber expirationDate note "},
    Card{"Coverage", "payor",
         "status type subscriberId relationship class period policyHolder subscriber order network costToBeneficiary "},
    Card{"Claim", "type",
         "use status priority created billablePeriod item diagnosis procedure supportingInfo careTeam insurance total "
         "insurer provider facility prescription related referral payee enterer "},
    Card{"ClaimResponse", "type",
         "outcome disposition preAuthRef preAuthPeriod error item addItem adjudication total payment processNote "
         "status use created insurer requestor request communicationRequest insurance "},
    Card{"QuestionnaireResponse", "questionnaire", "status authored author source item "},
    Card{"ServiceRequest", "code",
         "doNotPerform status intent priority occurrence* bodySite reasonCode reasonReference quantity* authoredOn "
         "requester performer note category "},
    Card{"FamilyMemberHistory", "relationship", "condition status name sex born* age* deceased* note "},
    Card{"DocumentReference", "type", "description status docStatus date author content context "},
    Card{"Practitioner", "name", "qualification telecom address "},
    Card{"Organization", "name", "type telecom address "},
};

string_view nameAt(string_view names, std::size_t &at)
{
    const std::size_t end = names.find(' ', at);
    const string_view name = names.substr(at, end - at);
    at = end + 1;
    return name;
}

// The place of the key among the names, or their number.
std::size_t placeIn(string_view names, string_view key)
{
    std::size_t place = 0;
    for (std::size_t at = 0; at < names.size(); ++place)
        if (isNamed(key, nameAt(names, at)))
            return place;
    return place;
}

const Card *cardOf(const JsonOutline &outline, std::size_t resource)
{
    const JsonLine *const type = childOf(outline, resource, "resourceType");
    const auto found =
        std::find_if(cards.begin(), cards.end(), [&](const Card &card) { return type && type->text == card.type; });
    return found == cards.end() ? nullptr : &*found;
}

std::size_t rankOf(const Card *card, string_view key)
{
    constexpr std::size_t aTier = 1'000;
    if (const std::size_t first = placeIn(everyFirst, key); first < 2)
        return first;
    if (card != nullptr && isNamed(key, card->subject))
        return aTier;
    const std::size_t own = card == nullptr ? 0 : placeIn(card->members, key);
    const std::size_t last = placeIn(everyLast, key);
    if (last < 8)
        return 4 * aTier + last;
    const auto count = card == nullptr ? 0 : std::count(card->members.begin(), card->members.end(), ' ');
    return own < static_cast<std::size_t>(count) ? aTier + 1 + own : 3 * aTier;
}

std::vector<std::size_t> ordered(const JsonOutline &outline, std::size_t line)
{
    auto children = childrenOf(outline, line);
    if (outline[line].kind != JsonLine::Kind::Object || childOf(outline, line, "resourceType") == nullptr)
        return children;
    const Card *const card = cardOf(outline, line);
    std::stable_sort(children.begin(), children.end(), [&](std::size_t a, std::size_t b) {
        return rankOf(card, outline[a].key) < rankOf(card, outline[b].key);
    });
    return children;
}

} // namespace

bool isNamed(string_view key, string_view name)
{
    if (!name.ends_with('*'))
        return key == name;
    name.remove_suffix(1);
    return key.starts_with(name) && (key.size() == name.size() || (key[name.size()] >= 'A' && key[name.size()] <= 'Z'));
}

std::vector<std::size_t> readingOrder(const JsonOutline &outline)
{
    std::vector<std::size_t> order;
    order.reserve(outline.size());
    std::vector<std::size_t> toCome;
    if (!outline.empty())
        toCome.push_back(0);
    while (!toCome.empty()) {
        const std::size_t line = toCome.back();
        toCome.pop_back();
        order.push_back(line);
        const auto children = ordered(outline, line);
        toCome.insert(toCome.end(), children.rbegin(), children.rend());
    }
    return order;
}

const JsonLine *subjectOf(const JsonOutline &outline, std::size_t resource)
{
    const Card *const card = cardOf(outline, resource);
    const string_view subject = card == nullptr ? "code" : card->subject;
    for (const std::size_t child : childrenOf(outline, resource))
        if (isNamed(outline[child].key, subject))
            return &outline[child];
    return nullptr;
}

} // namespace countersign::presenters
