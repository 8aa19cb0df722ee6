#include "core/fhir/chart.hpp"

#include "core/fhir/element.hpp"

#include <algorithm>

namespace countersign::fhir
{
namespace
{

using protocol::Json;

constexpr std::size_t resultCountMax = 12;

void stateEach(DraftBuilder &draft, const Bundle &bundle, std::string_view title, std::string_view type,
               const std::string &what, std::string_view statusPath, std::string_view status)
{
    draft.beginSection(title);
    for (const Entry &entry : bundle.entries) {
        const bool isWanted =
            typeOf(entry.resource) == type && (statusPath.empty() || textAt(entry.resource, statusPath) == status);
        const std::string path = isWanted ? conceptPath(entry.resource, what) : std::string{};
        if (!path.empty())
            draft.stateWords(textAt(entry.resource, path) + ".", entry.resource, path);
    }
}

// The newest observations with a quantity, newest first.
std::vector<const Json *> newestResults(const Bundle &bundle)
{
    std::vector<const Json *> results;
    for (const Entry &entry : bundle.entries)
        if (typeOf(entry.resource) == "Observation" && !textAt(entry.resource, "valueQuantity.value").empty())
            results.push_back(&entry.resource);
    std::ranges::stable_sort(results, std::ranges::greater{},
                             [](const Json *r) { return textAt(*r, "effectiveDateTime"); });
    results.resize(std::min(results.size(), resultCountMax));
    return results;
}

void stateResults(DraftBuilder &draft, const Bundle &bundle)
{
    draft.beginSection("Newest results");
    for (const Json *result : newestResults(bundle)) {
        const std::string name = textAt(*result, conceptPath(*result, "code"));
        const std::string value = textAt(*result, "valueQuantity.value");
        const std::string day = textAt(*result, "effectiveDateTime").substr(0, 10);
        draft.stateWords(name + ": " + value + " " + textAt(*result, "valueQuantity.unit") + " on " + day + ".",
                         *result, "valueQuantity.value");
    }
}

} // namespace

Result<domain::Proposal, FhirError> proposalFromChart(std::string_view text, const ImportContext &context)
{
    auto bundle = readBundle(text);
    if (!bundle)
        return failure(bundle.error());
    const Json *patient = bundle->firstOf("Patient");
    if (patient == nullptr)
        return failure(FhirError::PatientMissing);

    domain::Proposal proposal;
    proposal.id = domain::ProposalId(asId(context.name));
    proposal.workflow = domain::WorkflowId("patient-intake");
    proposal.action.type = domain::ActionType("intake.update");
    proposal.action.title = "Intake: chart summary";
    proposal.action.effect = "Writes these lines into the patient record.";
    proposal.action.reversible = true;
    proposal.action.rollback = "The earlier lines are restored.";
    proposal.agent = {
        .id = context.agent, .version = context.agentVersion, .model = "none: imported chart", .promptDigest = {}};
    proposal.patient = patientOf(*patient);
    proposal.proposedAt = context.now;

    DraftBuilder builder(*bundle, proposal.patient.id, context.now);
    builder.beginSection("Patient");
    builder.state("Family name", *patient, "name[0].family");
    builder.state("Born", *patient, "birthDate");
    stateEach(builder, *bundle, "Active problems", "Condition", "code", "clinicalStatus.coding[0].code", "active");
    stateEach(builder, *bundle, "Active medicines", "MedicationRequest", "medicationCodeableConcept", "status",
              "active");
    stateEach(builder, *bundle, "Allergies", "AllergyIntolerance", "code", "", "");
    stateResults(builder, *bundle);
    builder.addUnread("Older, inactive, or of a kind that the summary does not hold.");
    proposal.draft = domain::NoteDraft{.language = "en", .sections = builder.takeSections()};
    proposal.sources = builder.takeSources();
    return proposal;
}

} // namespace countersign::fhir
