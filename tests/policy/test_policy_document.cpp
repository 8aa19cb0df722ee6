#include "core/policy/controlled_substances.hpp"
#include "core/policy/policy_document.hpp"
#include "core/policy/signing_words.hpp"

#include <doctest/doctest.h>

#include <set>

namespace countersign::policy
{
namespace
{

using domain::ActionType;
using domain::Meaning;
using domain::Role;
using domain::Verdict;
using domain::WorkflowId;

constexpr std::array allVerdicts{Verdict::Approve, Verdict::ApproveEdited, Verdict::Reject,     Verdict::Return,
                                 Verdict::Respond, Verdict::Escalate,      Verdict::Cosign,     Verdict::DeclineCosign,
                                 Verdict::Retract, Verdict::RollBack,      Verdict::BreakGlass, Verdict::Seal};

TEST_CASE("an action is found by its type, and otherwise by the rule for any type")
{
    const PolicyDocument policy = startingPolicy();
    const WorkflowId notes("clinical-documentation");
    REQUIRE(findAction(policy, notes, ActionType("note.file")));
    CHECK(findAction(policy, notes, ActionType("note.file"))->type.text() == "note.file");
    REQUIRE(findAction(policy, notes, ActionType("never.heard.of")));
    CHECK(findAction(policy, notes, ActionType("never.heard.of"))->type.text() == anyAction);
    CHECK(findAction(policy, WorkflowId("elsewhere"), ActionType("note.file")) == nullptr);
}

TEST_CASE("whoever has no rule sees nothing")
{
    const PolicyDocument policy = startingPolicy();
    for (const Workflow &workflow : policy.workflows) {
        CHECK(!maySee(policy, Role::Administrator, workflow.id));
        CHECK(!maySee(policy, Role::Auditor, workflow.id));
        CHECK(maySee(policy, Role::Clinician, workflow.id));
        CHECK(maySee(policy, Role::Supervisor, workflow.id));
    }
    CHECK(!maySee(policy, Role::Clinician, WorkflowId("elsewhere")));
}

TEST_CASE("what leaves the house waits, what can be corrected does not (R-618)")
{
    for (const Workflow &workflow : startingPolicy().workflows) {
        for (const ActionRule &action : workflow.actions) {
            const bool stays = action.type.text() == "note.file" || action.type.text() == "intake.update";
            CHECK_MESSAGE((action.hold == std::chrono::seconds(stays ? 0 : 30)), action.type.text());
            CHECK(action.expireAfter >= action.dueAfter);
        }
    }
}

TEST_CASE("every verdict has one sentence of its own")
{
    std::set<std::string> ids, texts;
    for (const Verdict verdict : allVerdicts) {
        const domain::LegalStatement legal = legalFor(verdict);
        CHECK(ids.insert(legal.statementId).second);
        CHECK(texts.insert(legal.text).second);
        CHECK(legal.text.ends_with('.'));
        CHECK(legal.text.find(". ") == std::string::npos);
    }
}

TEST_CASE("what a signature means depends on the verdict and on who may attest")
{
    struct Row {
        Verdict verdict;
        Role role;
        Meaning meaning;
    };
    constexpr std::array rows{Row{Verdict::Approve, Role::Clinician, Meaning::Approval},
                              Row{Verdict::Approve, Role::Coordinator, Meaning::Administrative},
                              Row{Verdict::ApproveEdited, Role::Nurse, Meaning::Authorship},
                              Row{Verdict::ApproveEdited, Role::Coordinator, Meaning::Administrative},
                              Row{Verdict::Cosign, Role::Supervisor, Meaning::Verification},
                              Row{Verdict::Reject, Role::Coordinator, Meaning::Review},
                              Row{Verdict::DeclineCosign, Role::Clinician, Meaning::Review},
                              Row{Verdict::Retract, Role::Clinician, Meaning::Responsibility},
                              Row{Verdict::RollBack, Role::Supervisor, Meaning::Responsibility},
                              Row{Verdict::Seal, Role::Clinician, Meaning::Administrative}};
    for (const Row &row : rows)
        CHECK(meaningOf(row.verdict, row.role) == row.meaning);
}

TEST_CASE("controlled substances are found as whole words only")
{
    struct Row {
        std::string_view text;
        bool isControlled;
    };
    constexpr std::array rows{Row{"Oxycodone 5 mg", true},
                              Row{"start tramadol/paracetamol", true},
                              Row{"XANAX", true},
                              Row{"Amoxicillin 500 mg", false},
                              Row{"she sings soprano", false},
                              Row{"codeines", false},
                              Row{"anticodeine", false},
                              Row{"", false},
                              Row{"(lorazepam)", true},
                              Row{"testosterone", true},
                              Row{"ends with vyvanse", true}};
    for (const Row &row : rows)
        CHECK_MESSAGE(namesControlledSubstance(row.text) == row.isControlled, row.text);
    CHECK(namesControlledSubstance(domain::ToolCallDraft{"order", R"({"drug":"morphine"})", {}, {}}));
    CHECK(namesControlledSubstance(domain::PriorAuthDraft{R"({"text":"fentanyl"})", {}, {}, {}, {}, {}}));
}

} // namespace
} // namespace countersign::policy
