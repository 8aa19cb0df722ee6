#include "core/fhir/evidence.hpp"

#include "core/base/encoding.hpp"
#include "core/domain/names.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/json.hpp"

namespace countersign::fhir
{
namespace
{

using protocol::Json;

Json coding(std::string_view system, std::string_view code)
{
    return Json::object({{"system", system}, {"code", code}});
}

Json codings(std::string_view system, std::string_view code)
{
    return Json::object({{"coding", Json::array({coding(system, code)})}});
}

// ASTM E1762 purposes of signature.
Json signaturePurpose(domain::Meaning meaning)
{
    constexpr std::string_view arc = "1.2.840.10065.1.12.1.";
    const auto number = [&]() -> std::string_view {
        switch (meaning) {
        case domain::Meaning::Authorship:
            return "1";
        case domain::Meaning::Verification:
        case domain::Meaning::Approval:
            return "5";
        case domain::Meaning::Administrative:
            return "17";
        case domain::Meaning::Review:
        case domain::Meaning::Responsibility:
            break;
        }
        return "13";
    }();
    return coding("urn:iso-astm:E1762-95:2013", std::string(arc).append(number));
}

Json identified(std::string_view system, std::string_view value)
{
    return Json::object({{"identifier", Json::object({{"system", system}, {"value", value}})}});
}

Json itemOf(const DecidedAction &action)
{
    return identified("urn:countersign:item", action.itemId.text());
}

Json signerOf(const DecidedAction &action)
{
    return identified("urn:countersign:reviewer", action.signer.text());
}

Json provenance(const DecidedAction &action)
{
    const Json signature = Json::object({{"type", Json::array({signaturePurpose(action.meaning)})},
                                         {"when", action.signedAt},
                                         {"who", signerOf(action)},
                                         {"targetFormat", "application/json"},
                                         {"sigFormat", "application/jose"},
                                         {"data", base64Encode(asBytes(action.jws))}});
    const Json drafter = identified("urn:countersign:agent", action.agent.text());
    return Json::object({{"resourceType", "Provenance"},
                         {"id", "provenance-" + action.decisionId.text()},
                         {"target", Json::array({itemOf(action)})},
                         {"recorded", formatInstant(action.receivedAt)},
                         {"activity", codings("urn:countersign:verdict", name(action.verdict))},
                         {"agent", Json::array({Json::object({{"type", codings("http://terminology.hl7.org/CodeSystem/"
                                                                               "provenance-participant-type",
                                                                               "legal")},
                                                              {"who", signerOf(action)}}),
                                                Json::object({{"type", codings("http://terminology.hl7.org/CodeSystem/"
                                                                               "provenance-participant-type",
                                                                               "author")},
                                                              {"who", drafter}})})},
                         {"signature", Json::array({signature})}});
}

Json auditEvent(std::string_view gatewayId, const DecidedAction &action)
{
    const Json agent =
        Json::object({{"type", codings("http://terminology.hl7.org/CodeSystem/extra-security-role-type", "humanuser")},
                      {"who", signerOf(action)},
                      {"requestor", true}});
    const Json patient = Json::object({{"what", identified("urn:countersign:patient", action.patient.text())},
                                       {"type", coding("http://terminology.hl7.org/CodeSystem/audit-entity-type", "1")},
                                       {"role", coding("http://terminology.hl7.org/CodeSystem/object-role", "1")}});
    const Json entity = Json::object({{"what", itemOf(action)},
                                      {"type", coding("http://terminology.hl7.org/CodeSystem/audit-entity-type", "2")},
                                      {"role", coding("http://terminology.hl7.org/CodeSystem/object-role", "20")}});
    const bool isAccepted = action.outcome == domain::Outcome::Accepted || action.outcome == domain::Outcome::Held
                            || action.outcome == domain::Outcome::AwaitingCosign;
    return Json::object({{"resourceType", "AuditEvent"},
                         {"id", "audit-" + action.decisionId.text()},
                         {"type", coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest")},
                         {"subtype", Json::array({coding("http://hl7.org/fhir/restful-interaction", "create")})},
                         {"action", "C"},
                         {"recorded", formatInstant(action.receivedAt)},
                         {"outcome", isAccepted ? "0" : "4"},
                         {"agent", Json::array({agent})},
                         {"source", Json::object({{"observer", identified("urn:countersign:gateway", gatewayId)}})},
                         {"entity", Json::array({patient, entity})}});
}

std::string_view taskStatus(domain::ItemState state)
{
    switch (state) {
    case domain::ItemState::Completed:
        return "completed";
    case domain::ItemState::Failed:
        return "failed";
    case domain::ItemState::Released:
        return "in-progress";
    case domain::ItemState::Decided:
    case domain::ItemState::AwaitingCosign:
        return "accepted";
    case domain::ItemState::Expired:
    case domain::ItemState::Withdrawn:
    case domain::ItemState::Superseded:
    case domain::ItemState::RolledBack:
        return "cancelled";
    default:
        return "requested";
    }
}

Json task(const DecidedAction &action)
{
    const Json digest = Json::object(
        {{"type", codings("urn:countersign:task-input", "item-digest")}, {"valueString", action.itemDigest.text()}});
    return Json::object({{"resourceType", "Task"},
                         {"id", "task-" + action.decisionId.text()},
                         {"status", taskStatus(action.state)},
                         {"businessStatus", codings("urn:countersign:item-state", name(action.state))},
                         {"intent", "proposal"},
                         {"code", codings("urn:countersign:action", action.actionType.text())},
                         {"focus", itemOf(action)},
                         {"lastModified", formatInstant(action.receivedAt)},
                         {"owner", signerOf(action)},
                         {"input", Json::array({digest})}});
}

} // namespace

std::string evidenceBundle(std::string_view gatewayId, std::span<const DecidedAction> actions)
{
    Json entries = Json::array();
    for (const DecidedAction &action : actions)
        for (const Json &resource : {provenance(action), auditEvent(gatewayId, action), task(action)}) {
            const std::string url = "urn:countersign:" + *resource.find("id")->asString();
            entries.push(Json::object({{"fullUrl", url}, {"resource", resource}}));
        }
    return protocol::compactText(
        Json::object({{"resourceType", "Bundle"}, {"type", "collection"}, {"entry", std::move(entries)}}));
}

} // namespace countersign::fhir
