#include "core/rulebook/policy_codec.hpp"

#include "core/crypto/digest.hpp"
#include "core/domain/names.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/fields.hpp"
#include "core/protocol/strict_json.hpp"

#include <algorithm>
#include <optional>
#include <set>

// The readers and writers of fields.hpp find these by the types they describe, hence the room of those types.
namespace countersign::policy
{

namespace
{

constexpr std::int64_t yearSeconds = std::int64_t{366} * 24 * 3600;

} // namespace

template <class Io, class Seconds>
void describeSeconds(Io &io, std::string_view name, Seconds &value)
{
    std::int64_t count = value.count();
    io.required(name, count, protocol::Range{0, yearSeconds});
    if constexpr (Io::isReading)
        value = std::chrono::seconds(count);
}

// "*" is no id, so an action's type is a word of its own.
template <class Io, class Type>
void describeType(Io &io, Type &type)
{
    std::string text = type.text();
    io.required("type", text, protocol::Length{1, 64});
    if constexpr (Io::isReading)
        type = domain::ActionType(text);
}

template <class Io>
void describe(Io &io, protocol::Of<Io, ActionRule> &v)
{
    describeType(io, v.type);
    io.required("tier", v.tier);
    io.required("requiredSignatures", v.requiredSignatures, protocol::Range{1, 8});
    io.required("approvers", v.approvers);
    describeSeconds(io, "holdSeconds", v.hold);
    describeSeconds(io, "dueSeconds", v.dueAfter);
    describeSeconds(io, "expirySeconds", v.expireAfter);
    io.optional("signsPrescription", v.signsPrescription);
}

template <class Io>
void describe(Io &io, protocol::Of<Io, Workflow> &v)
{
    io.required("id", v.id);
    io.required("functionClass", v.functionClass);
    io.required("actions", v.actions);
}

template <class Io>
void describe(Io &io, protocol::Of<Io, RoleRule> &v)
{
    io.required("role", v.role);
    io.required("verdicts", v.verdicts);
    io.required("approvesUpTo", v.approvesUpTo);
    io.required("workflows", v.workflows);
}

template <class Io>
void describe(Io &io, protocol::Of<Io, RaisingRule> &v)
{
    io.optional("code", v.code, protocol::Length{1, 64});
    io.optional("severity", v.severity);
    io.required("tier", v.tier);
}

// Severities are an object by code, as people write them.
template <class Io>
void describe(Io &io, protocol::Of<Io, FindingRules> &v)
{
    std::vector<std::pair<std::string, std::string>> words;
    for (const SeverityRule &rule : v.severities)
        words.emplace_back(rule.code, domain::name(rule.severity));
    io.optional("severities", words);
    io.optional("silenced", v.silenced);
    io.optional("raising", v.raising);
    if constexpr (Io::isReading) {
        v.severities.clear();
        for (const auto &[code, word] : words) {
            const auto severity = domain::parse<domain::Severity>(word);
            if (!severity)
                return io.refuse(protocol::Rule::UnknownWord);
            v.severities.push_back({code, *severity});
        }
    }
}

template <class Io>
void describe(Io &io, protocol::Of<Io, PolicyDocument> &v)
{
    io.required("id", v.id, protocol::Length{1, 64});
    io.required("version", v.version, protocol::Length{1, 64});
    io.required("workflows", v.workflows);
    io.required("roles", v.roles);
    describeSeconds(io, "clockSkewMaxSeconds", v.clockSkewMax);
    io.optional("findings", v.findings);
    io.optional("tokenRequired", v.tokenRequired);
}

} // namespace countersign::policy

namespace countersign::rulebook
{
namespace
{

using policy::ActionRule;
using policy::PolicyDocument;

template <class Range, class Key>
bool repeats(const Range &range, Key key)
{
    std::set<std::decay_t<decltype(key(*range.begin()))>> seen;
    return !std::all_of(range.begin(), range.end(), [&](const auto &item) { return seen.insert(key(item)).second; });
}

std::optional<PolicyFault> faultOf(const PolicyDocument &policy, const ActionRule &action)
{
    const auto approves = [&](domain::Role role) {
        const policy::RoleRule *rule = policy::findRole(policy, role);
        return rule && rule->approvesUpTo >= action.tier;
    };
    if (std::none_of(action.approvers.begin(), action.approvers.end(), approves))
        return PolicyFault::NoApprover;
    if (action.expireAfter < action.dueAfter)
        return PolicyFault::ExpiresBeforeDue;
    return std::nullopt;
}

std::optional<PolicyFault> faultOf(const PolicyDocument &policy)
{
    if (policy.workflows.empty())
        return PolicyFault::NoWorkflow;
    if (repeats(policy.workflows, [](const auto &workflow) { return workflow.id; }))
        return PolicyFault::RepeatedWorkflow;
    if (repeats(policy.roles, [](const auto &role) { return role.role; }))
        return PolicyFault::RepeatedRole;
    for (const policy::Workflow &workflow : policy.workflows) {
        if (repeats(workflow.actions, [](const auto &action) { return action.type; }))
            return PolicyFault::RepeatedAction;
        for (const ActionRule &action : workflow.actions) {
            if (const auto fault = faultOf(policy, action))
                return fault;
        }
    }
    for (const policy::RoleRule &role : policy.roles) {
        for (const domain::WorkflowId &workflow : role.workflows) {
            if (!policy::findWorkflow(policy, workflow))
                return PolicyFault::UnknownWorkflow;
        }
    }
    return std::nullopt;
}

// Compact JSON with a line for each member; lists of words stay on their line. No word of a policy holds a bracket,
// but where an id does, the text is only less handsome.
std::string indented(std::string_view json)
{
    std::string text;
    std::size_t depth = 0;
    bool isInWord = false, isInList = false;
    const auto breakLine = [&] { text.append("\n").append(2 * depth, ' '); };
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        isInWord ^= c == '"' && json[i - 1] != '\\';
        if (isInWord || c == '"' || (isInList && c != ',' && c != ']')) {
            text += c;
        } else if (c == '{' || c == '[') {
            text += c;
            isInList = c == '[' && json[i + 1] != '{';
            ++depth;
            if (!isInList)
                breakLine();
        } else if (c == '}' || c == ']') {
            --depth;
            if (!isInList)
                breakLine();
            isInList = false;
            text += c;
        } else {
            text += c;
            if (isInList || c == ':')
                text += ' ';
            else if (c == ',')
                breakLine();
        }
    }
    return text;
}

} // namespace

std::string_view faultText(PolicyFault fault)
{
    switch (fault) {
    case PolicyFault::NoWorkflow:
        return "no-workflow";
    case PolicyFault::RepeatedWorkflow:
        return "repeated-workflow";
    case PolicyFault::RepeatedAction:
        return "repeated-action";
    case PolicyFault::RepeatedRole:
        return "repeated-role";
    case PolicyFault::NoApprover:
        return "no-approver";
    case PolicyFault::UnknownWorkflow:
        return "unknown-workflow";
    case PolicyFault::ExpiresBeforeDue:
        return "expires-before-due";
    }
    return "unknown";
}

std::string describe(const PolicyError &error)
{
    return std::visit(Overload{[](const protocol::WireError &broken) {
                                   const std::string place = broken.pointer.empty() ? "" : " at " + broken.pointer;
                                   return std::string(protocol::ruleText(broken.rule)) + place;
                               },
                               [](PolicyFault fault) { return std::string(faultText(fault)); }},
                      error);
}

Result<PolicyDocument, PolicyError> readPolicy(std::string_view json)
{
    const auto document = protocol::decodeStrict(json, protocol::limits::message);
    if (!document)
        return failure(PolicyError(document.error()));
    auto policy = protocol::readDocument<PolicyDocument>(*document);
    if (!policy)
        return failure(PolicyError(policy.error()));
    if (const auto fault = faultOf(*policy))
        return failure(PolicyError(*fault));
    return *std::move(policy);
}

std::string policyBytes(const PolicyDocument &policy)
{
    return *protocol::canonical(protocol::Writer::write(policy));
}

std::string policyText(const PolicyDocument &policy)
{
    return indented(policyBytes(policy)) + "\n";
}

domain::PolicyRef policyRef(const PolicyDocument &policy)
{
    return {policy.id, policy.version, domain::Digest(crypto::digestText(asBytes(policyBytes(policy))))};
}

} // namespace countersign::rulebook
