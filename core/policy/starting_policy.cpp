// The policy that a new organisation starts with. Roles follow R-219, hold windows R-618: an effect that leaves the
// house waits half a minute, one that a later entry can correct does not.
#include "core/policy/policy_document.hpp"

namespace countersign::policy
{
namespace
{

using domain::ActionType;
using domain::Role;
using domain::Tier;
using domain::Verdict;
using domain::WorkflowId;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::seconds;

const WorkflowId documentation{"clinical-documentation"};
const WorkflowId authorization{"prior-authorization"};
const WorkflowId intake{"patient-intake"};

constexpr seconds recallWindow{30};

ActionRule anyOther(std::vector<Role> approvers)
{
    return {.type = ActionType(std::string(anyAction)),
            .tier = Tier::High,
            .approvers = std::move(approvers),
            .hold = recallWindow,
            .dueAfter = days(1),
            .expireAfter = days(7)};
}

Workflow documentationRules()
{
    return {.id = documentation,
            .actions = {{.type = ActionType("note.file"),
                         .tier = Tier::Moderate,
                         .approvers = {Role::Clinician, Role::Nurse},
                         .dueAfter = days(1),
                         .expireAfter = days(30)},
                        {.type = ActionType("message.send"),
                         .tier = Tier::Moderate,
                         .approvers = {Role::Clinician, Role::Nurse, Role::Pharmacist},
                         .hold = recallWindow,
                         .dueAfter = hours(8),
                         .expireAfter = days(7)},
                        {.type = ActionType("prescription.sign"),
                         .tier = Tier::High,
                         .approvers = {Role::Clinician},
                         .hold = recallWindow,
                         .dueAfter = hours(8),
                         .expireAfter = days(7),
                         .signsPrescription = true},
                        anyOther({Role::Clinician})}};
}

Workflow authorizationRules()
{
    const std::vector<Role> approvers{Role::Clinician, Role::Pharmacist, Role::Coordinator};
    return {.id = authorization,
            .actions = {{.type = ActionType("prior-auth.submit"),
                         .tier = Tier::Moderate,
                         .approvers = approvers,
                         .hold = recallWindow,
                         .dueAfter = days(3),
                         .expireAfter = days(14)},
                        {.type = ActionType("prior-auth.appeal"),
                         .tier = Tier::High,
                         .approvers = approvers,
                         .hold = recallWindow,
                         .dueAfter = days(7),
                         .expireAfter = days(60)},
                        anyOther({Role::Clinician, Role::Pharmacist})}};
}

Workflow intakeRules()
{
    return {.id = intake,
            .actions = {{.type = ActionType("intake.update"),
                         .tier = Tier::Low,
                         .approvers = {Role::Clinician, Role::Nurse, Role::Coordinator},
                         .dueAfter = days(1),
                         .expireAfter = days(30)},
                        anyOther({Role::Clinician, Role::Nurse})}};
}

std::vector<RoleRule> roleRules()
{
    const std::vector<Verdict> deciding{
        Verdict::Approve,  Verdict::ApproveEdited, Verdict::Reject,        Verdict::Return,  Verdict::Respond,
        Verdict::Escalate, Verdict::Cosign,        Verdict::DeclineCosign, Verdict::Retract, Verdict::RollBack};
    const std::vector<Verdict> preparing{Verdict::Approve, Verdict::ApproveEdited, Verdict::Reject, Verdict::Return,
                                         Verdict::Respond, Verdict::Escalate,      Verdict::Retract};
    const std::vector<Verdict> overseeing{Verdict::Escalate, Verdict::Cosign, Verdict::DeclineCosign,
                                          Verdict::RollBack};
    return {{Role::Clinician, deciding, Tier::Critical, {documentation, authorization, intake}},
            {Role::Pharmacist, deciding, Tier::High, {documentation, authorization}},
            {Role::Nurse, preparing, Tier::Moderate, {documentation, intake}},
            {Role::Coordinator, preparing, Tier::Moderate, {authorization, intake}},
            {Role::Supervisor, overseeing, Tier::Critical, {documentation, authorization, intake}}};
}

} // namespace

PolicyDocument startingPolicy()
{
    return {.id = "starting-policy",
            .version = "1",
            .workflows = {documentationRules(), authorizationRules(), intakeRules()},
            .roles = roleRules(),
            .clockSkewMax = std::chrono::minutes(10)};
}

} // namespace countersign::policy
