#include "core/fhir/bundle.hpp"
#include "core/fhir/element.hpp"
#include "core/fhir/evidence.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::fhir;

namespace
{

DecidedAction sample()
{
    DecidedAction action;
    action.decisionId = domain::DecisionId("d1");
    action.itemId = domain::ItemId("itm-1");
    action.itemDigest = domain::Digest("sha256:00");
    action.actionType = domain::ActionType("note.file");
    action.agent = domain::AgentId("scribe");
    action.patient = domain::PatientId("p-1");
    action.verdict = domain::Verdict::ApproveEdited;
    action.signer = domain::ReviewerId("dr.lee");
    action.signedAt = "2026-11-02T10:00:00+01:00";
    action.jws = "a.b.c";
    action.state = domain::ItemState::Completed;
    return action;
}

} // namespace

TEST_CASE("a decision is told as Provenance, AuditEvent and Task")
{
    const DecidedAction actions[] = {sample()};
    const auto bundle = readBundle(evidenceBundle("gw-1", actions));
    REQUIRE(bundle.has_value());
    REQUIRE(bundle->entries.size() == 3);
    const protocol::Json &provenance = bundle->entries[0].resource;
    CHECK(textAt(provenance, "Provenance.signature[0].sigFormat") == "application/jose");
    CHECK(textAt(provenance, "signature[0].data") == "YS5iLmM=");
    CHECK(textAt(provenance, "signature[0].type[0].code") == "1.2.840.10065.1.12.1.5");
    CHECK(textAt(provenance, "activity.coding[0].code") == "approve-edited");
    CHECK(textAt(bundle->entries[1].resource, "AuditEvent.outcome") == "0");
    CHECK(textAt(bundle->entries[1].resource, "entity[0].what.identifier.value") == "p-1");
    CHECK(textAt(bundle->entries[2].resource, "Task.status") == "completed");
}

TEST_CASE("a refused decision is told as refused")
{
    DecidedAction action = sample();
    for (const auto outcome :
         {domain::Outcome::Superseded, domain::Outcome::InvalidSignature, domain::Outcome::Expired}) {
        action.outcome = outcome;
        const DecidedAction actions[] = {action};
        const auto bundle = readBundle(evidenceBundle("gw-1", actions));
        CHECK(textAt(bundle->entries[1].resource, "outcome") == "4");
    }
}

TEST_CASE("no decisions make an empty collection")
{
    CHECK(evidenceBundle("gw-1", {}) == R"({"resourceType":"Bundle","type":"collection","entry":[]})");
}
