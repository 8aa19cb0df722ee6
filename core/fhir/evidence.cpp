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

// ASTM E1762 purposes of signature (R-105).
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

// What happened, in the codes of DICOM (DCM), FHIR's interactions and ISO 21089, as BALP uses them.
struct AuditCodes {
    std::string_view type, subtype, action;
};

AuditCodes codesOf(domain::AuditKind kind)
{
    using enum domain::AuditKind;
    switch (kind) {
    case SignedIn:
    case SignInRefused:
    case Unlocked:
    case UnlockRefused:
        return {"110114", "110122", "E"}; // user authentication, login
    case SignedOut:
    case Locked:
        return {"110114", "110123", "E"}; // logout
    case ItemViewed:
    case SourceViewed:
    case HistoryViewed:
    case ItemServed:
        return {"rest", "read", "R"};
    case Searched:
        return {"rest", "search", "E"};
    case Printed:
    case Exported:
    case Copied:
        return {"110106", {}, "R"}; // export
    case EmergencyBegun:
        return {"110113", "110127", "E"}; // security alert, emergency override started
    case EmergencyEnded:
        return {"110113", "110128", "E"};
    case RecordErased:
        return {"destroy", {}, "D"};
    case AccessRefused:
    case SignatureRefused:
    case LogForked:
        return {"110113", {}, "E"};
    case TrailBegun:
        break;
    }
    return {"110100", "110120", "E"}; // application activity, start
}

Json auditCoding(std::string_view code)
{
    if (code == "rest")
        return coding("http://terminology.hl7.org/CodeSystem/audit-event-type", code);
    if (code == "read" || code == "search")
        return coding("http://hl7.org/fhir/restful-interaction", code);
    if (code == "destroy")
        return coding("http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle", code);
    return coding("http://dicom.nema.org/resources/ontology/DCM", code);
}

// BALP's minimal pattern: who, where, when, what, by identifiers alone (R-213).
Json auditEvent(std::string_view gatewayId, const domain::AuditEntry &entry)
{
    const domain::AuditEvent &event = entry.event;
    const AuditCodes codes = codesOf(event.kind);
    Json subtypes = Json::array({coding("urn:countersign:audit-kind", name(event.kind))});
    if (!codes.subtype.empty())
        subtypes.push(auditCoding(codes.subtype));
    const std::string who = event.who.isEmpty() ? "unknown" : event.who.text();
    Json entities = Json::array();
    const auto add = [&](std::string_view system, const std::string &id, std::string_view type, std::string_view role) {
        if (!id.empty())
            entities.push(Json::object(
                {{"what", identified(system, id)},
                 {"type", coding("http://terminology.hl7.org/CodeSystem/audit-entity-type", type)},
                 {"role", coding("http://terminology.hl7.org/CodeSystem/object-role", role)}}));
    };
    add("urn:countersign:patient", event.patient.text(), "1", "1");
    add("urn:countersign:item", event.item.text(), "2", "20");
    add("urn:countersign:source", event.source.text(), "2", "3");
    Json resource = Json::object(
        {{"resourceType", "AuditEvent"},
         {"id", "trail-" + entry.trail.text() + "-" + std::to_string(entry.seq)},
         {"type", auditCoding(codes.type)},
         {"subtype", std::move(subtypes)},
         {"action", codes.action},
         {"recorded", formatInstant(event.at)},
         {"outcome", event.isDone ? "0" : "4"},
         {"agent", Json::array({Json::object({{"type", codings("http://terminology.hl7.org/CodeSystem/"
                                                               "extra-security-role-type",
                                                               "humanuser")},
                                              {"who", identified("urn:countersign:reviewer", who)},
                                              {"requestor", true}})})},
         {"source", Json::object({{"observer", identified(entry.device.text() == gatewayId ? "urn:countersign:gateway"
                                                                                          : "urn:countersign:device",
                                                          entry.device.text())}})}});
    if (!entities.asArray()->empty())
        resource.append("entity", std::move(entities));
    return resource;
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

std::string evidenceBundle(std::string_view gatewayId, std::span<const DecidedAction> actions,
                           std::span<const domain::AuditEntry> trail)
{
    Json entries = Json::array();
    for (const DecidedAction &action : actions)
        for (const Json &resource : {provenance(action), auditEvent(gatewayId, action), task(action)}) {
            const std::string url = "urn:countersign:" + *resource.find("id")->asString();
            entries.push(Json::object({{"fullUrl", url}, {"resource", resource}}));
        }
    for (const domain::AuditEntry &entry : trail) {
        const Json resource = auditEvent(gatewayId, entry);
        const std::string url = "urn:countersign:" + *resource.find("id")->asString();
        entries.push(Json::object({{"fullUrl", url}, {"resource", resource}}));
    }
    return protocol::compactText(
        Json::object({{"resourceType", "Bundle"}, {"type", "collection"}, {"entry", std::move(entries)}}));
}

} // namespace countersign::fhir
