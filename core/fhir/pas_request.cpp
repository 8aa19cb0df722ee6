#include "core/fhir/pas_request.hpp"

#include "core/fhir/element.hpp"

namespace countersign::fhir
{
namespace
{

using protocol::Json;

std::size_t countAt(const Json &resource, std::string_view path)
{
    const Json *list = elementAt(resource, path);
    return list != nullptr && list->asArray() != nullptr ? list->asArray()->size() : 0;
}

std::string at(std::string_view list, std::size_t index)
{
    return std::string(list) + "[" + std::to_string(index) + "]";
}

void stateItems(DraftBuilder &draft, const Json &claim)
{
    draft.beginSection("Requested");
    for (std::size_t i = 0; i < countAt(claim, "item"); ++i) {
        const std::string item = at("item", i);
        draft.state("Service", claim, conceptPath(claim, item + ".productOrService"));
        draft.state("Category", claim, conceptPath(claim, item + ".category"));
        draft.state("Quantity", claim, item + ".quantity.value");
        draft.state("Serviced from", claim, item + ".servicedPeriod.start");
        draft.state("Serviced on", claim, item + ".servicedDate");
    }
    draft.state("Priority", claim, conceptPath(claim, "priority"));
}

void stateReasons(DraftBuilder &draft, const Json &claim, const Bundle &bundle)
{
    draft.beginSection("Clinical basis");
    for (std::size_t i = 0; i < countAt(claim, "diagnosis"); ++i)
        draft.state("Diagnosis", claim, conceptPath(claim, at("diagnosis", i) + ".diagnosisCodeableConcept"));
    for (const Entry &entry : bundle.entries) {
        const std::string type = typeOf(entry.resource);
        if (type == "ServiceRequest")
            draft.state("Ordered", entry.resource, conceptPath(entry.resource, "code"));
        if (type == "DeviceRequest")
            draft.state("Ordered device", entry.resource, conceptPath(entry.resource, "codeCodeableConcept"));
        if (type == "MedicationRequest")
            draft.state("Ordered medicine", entry.resource, conceptPath(entry.resource, "medicationCodeableConcept"));
        if (type == "Condition")
            draft.state("Condition", entry.resource, conceptPath(entry.resource, "code"));
        if (type == "DocumentReference")
            draft.state("Attached document", entry.resource, conceptPath(entry.resource, "type"));
    }
}

void stateParties(DraftBuilder &draft, const Json &claim, const Bundle &bundle)
{
    draft.beginSection("Parties");
    const Json *insurer = bundle.resolve(textAt(claim, "insurer.reference"));
    const Json *provider = bundle.resolve(textAt(claim, "provider.reference"));
    const Json *coverage = bundle.resolve(textAt(claim, "insurance[0].coverage.reference"));
    if (insurer != nullptr)
        draft.state("Payer", *insurer, "name");
    if (provider != nullptr)
        draft.state("Requested by", *provider, "name");
    if (coverage != nullptr)
        draft.state("Member number", *coverage, "subscriberId");
    if (const Json *person = bundle.firstOf("Practitioner"); person != nullptr)
        draft.state("Practitioner", *person, "name[0].family");
}

domain::Action submitAction()
{
    domain::Action action;
    action.type = domain::ActionType("prior-auth.submit");
    action.title = "Prior authorisation request";
    action.effect = "Sends this request to the payer for a decision on coverage.";
    action.reversible = true;
    action.rollback = "The request is cancelled with the payer.";
    return action;
}

} // namespace

Result<domain::Proposal, FhirError> proposalFromPasRequest(std::string_view text, const ImportContext &context)
{
    auto bundle = readBundle(text);
    if (!bundle)
        return failure(bundle.error());
    const Json &claim = bundle->entries.front().resource;
    if (typeOf(claim) != "Claim" || textAt(claim, "use") != "preauthorization")
        return failure(FhirError::NotARequest);
    const Json *patient = bundle->resolve(textAt(claim, "patient.reference"));
    if (patient == nullptr || typeOf(*patient) != "Patient")
        return failure(FhirError::PatientMissing);

    domain::Proposal proposal;
    proposal.id = domain::ProposalId(asId(context.name.empty() ? bundle->id : context.name));
    proposal.workflow = domain::WorkflowId("prior-authorization");
    proposal.action = submitAction();
    proposal.agent = {
        .id = context.agent, .version = context.agentVersion, .model = "none: imported request", .promptDigest = {}};
    proposal.patient = patientOf(*patient);
    proposal.proposedAt = context.now;

    DraftBuilder builder(*bundle, proposal.patient.id, context.now);
    stateItems(builder, claim);
    stateReasons(builder, claim, *bundle);
    stateParties(builder, claim, *bundle);
    builder.addUnread("No statement of this request rests on it.");
    domain::PriorAuthDraft draft;
    draft.bundle = text;
    draft.sections = builder.takeSections();
    proposal.draft = std::move(draft);
    proposal.sources = builder.takeSources();
    return proposal;
}

} // namespace countersign::fhir
