#include "app/check/policy_file.hpp"

#include "core/crypto/digest.hpp"
#include "core/domain/names.hpp"
#include "core/policy/policy_document.hpp"
#include "core/protocol/limits.hpp"
#include "core/protocol/strict_json.hpp"

namespace countersign::check
{
namespace
{

using protocol::Json;

std::string textOf(const Json &object, std::string_view name)
{
    const Json *member = object.find(name);
    const std::string *text = member ? member->asString() : nullptr;
    return text ? *text : std::string();
}

void readWorkflows(const Json &document, Policy &policy)
{
    const Json *workflows = document.find("workflows");
    if (!workflows || !workflows->asArray())
        return;
    for (const Json &workflow : *workflows->asArray())
        if (const auto declared = domain::parse<domain::Risk::Samd>(textOf(workflow, "functionClass")))
            policy.functionClasses[textOf(workflow, "id")] = static_cast<int>(*declared);
}

bool readFindings(const Json &document, checks::CheckPolicy &findings)
{
    const Json *rules = document.find("findings");
    const Json *severities = rules ? rules->find("severities") : nullptr;
    const Json *silenced = rules ? rules->find("silenced") : nullptr;
    if (severities && severities->asObject())
        for (const Json::Member &member : *severities->asObject()) {
            const std::string *word = member.value.asString();
            const auto severity = word ? domain::parse<domain::Severity>(*word) : std::nullopt;
            if (!severity)
                return false;
            findings.severities[member.name] = *severity;
        }
    if (silenced && silenced->asArray())
        for (const Json &code : *silenced->asArray())
            if (code.asString())
                findings.silenced.insert(*code.asString());
    return true;
}

} // namespace

checks::CheckPolicy Policy::forWorkflow(const domain::WorkflowId &workflow) const
{
    checks::CheckPolicy rules = findings;
    const auto declared = functionClasses.find(workflow.text());
    if (declared != functionClasses.end())
        rules.functionClass = declared->second;
    return rules;
}

Policy startingRules()
{
    const policy::PolicyDocument document = policy::startingPolicy();
    Policy rules;
    const std::string name = document.id + "/" + document.version;
    rules.reference = {document.id, document.version, domain::Digest(crypto::digestText(asBytes(name)))};
    for (const policy::Workflow &workflow : document.workflows)
        rules.functionClasses[workflow.id.text()] = static_cast<int>(workflow.functionClass);
    return rules;
}

Result<Policy, PolicyFileError> readPolicyFile(std::string_view bytes)
{
    const auto document = protocol::decodeStrict(bytes, protocol::limits::message);
    if (!document || !document->asObject())
        return failure(PolicyFileError::NotJson);
    Policy policy;
    policy.reference = {textOf(*document, "id"), textOf(*document, "version"),
                        domain::Digest(crypto::digestText(asBytes(bytes)))};
    readWorkflows(*document, policy);
    if (!readFindings(*document, policy.findings))
        return failure(PolicyFileError::NoSuchSeverity);
    return policy;
}

} // namespace countersign::check
