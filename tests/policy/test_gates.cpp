// Who may give which verdict, and when: the whole matrix against a table that is written down once more here.
#include "core/domain/names.hpp"
#include "core/policy/gates.hpp"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <set>

namespace countersign::policy
{
namespace
{

using domain::ItemState;
using domain::RefusalCode;
using domain::Role;
using domain::Tier;
using domain::Verdict;

constexpr std::array allRoles{Role::Clinician,  Role::Pharmacist, Role::Nurse,        Role::Coordinator,
                              Role::Supervisor, Role::Auditor,    Role::Administrator};
constexpr std::array allStates{ItemState::Received,       ItemState::Waiting,     ItemState::Claimed,
                               ItemState::Decided,        ItemState::Released,    ItemState::Completed,
                               ItemState::Failed,         ItemState::Expired,     ItemState::Withdrawn,
                               ItemState::Superseded,     ItemState::Invalidated, ItemState::Escalated,
                               ItemState::AwaitingCosign, ItemState::Retracted,   ItemState::RolledBack};
constexpr std::array allVerdicts{Verdict::Approve, Verdict::ApproveEdited, Verdict::Reject,     Verdict::Return,
                                 Verdict::Respond, Verdict::Escalate,      Verdict::Cosign,     Verdict::DeclineCosign,
                                 Verdict::Retract, Verdict::RollBack,      Verdict::BreakGlass, Verdict::Seal};

const Instant now = *parseInstant("2026-11-02T09:00:00Z");

domain::Reviewer person(Role role)
{
    return {domain::ReviewerId("me"), "Me", role, {}, {}};
}

domain::ItemSummary note(ItemState state, Tier tier = Tier::Moderate)
{
    domain::ItemSummary row;
    row.state = state;
    row.tier = tier;
    row.workflow = domain::WorkflowId("clinical-documentation");
    row.actionType = domain::ActionType("note.file");
    row.expiresAt = now + std::chrono::hours(1);
    return row;
}

std::optional<RefusalCode> codeFor(Role role, Verdict verdict, const domain::ItemSummary &row,
                                   const domain::Proposal *proposal = nullptr)
{
    const auto refusal = refuse(startingPolicy(), person(role), verdict, {row, proposal}, now);
    return refusal ? std::optional(refusal->code) : std::nullopt;
}

TEST_CASE("role by role: what may be said of a waiting note")
{
    const std::set<Verdict> deciding{Verdict::Approve, Verdict::ApproveEdited, Verdict::Reject,
                                     Verdict::Return,  Verdict::Respond,       Verdict::Escalate};
    std::set<Verdict> withoutApproval = deciding;
    withoutApproval.erase(Verdict::Approve);
    withoutApproval.erase(Verdict::ApproveEdited);
    const std::map<Role, std::set<Verdict>> allowed{
        {Role::Clinician, deciding},
        {Role::Nurse, deciding},
        {Role::Pharmacist, withoutApproval}, // no approver of notes
        {Role::Supervisor, {Verdict::Escalate}},
        {Role::Coordinator, {}}, // sees no notes
        {Role::Auditor, {}},
        {Role::Administrator, {}},
    };
    for (const Role role : allRoles) {
        for (const Verdict verdict : allVerdicts) {
            CAPTURE(domain::name(role));
            CAPTURE(domain::name(verdict));
            CHECK(!codeFor(role, verdict, note(ItemState::Waiting)).has_value()
                  == (allowed.at(role).count(verdict) > 0));
        }
    }
}

TEST_CASE("state by state: what a clinician may say")
{
    const std::set<ItemState> open{ItemState::Waiting, ItemState::Claimed, ItemState::Escalated};
    const std::set<ItemState> done{ItemState::Released, ItemState::Completed, ItemState::Failed};
    for (const ItemState state : allStates) {
        CAPTURE(domain::name(state));
        for (const Verdict verdict : {Verdict::Approve, Verdict::Reject, Verdict::Escalate, Verdict::Respond}) {
            const auto code = codeFor(Role::Clinician, verdict, note(state));
            CHECK(!code.has_value() == (open.count(state) > 0));
            if (code)
                CHECK(*code == (state == ItemState::Expired ? RefusalCode::ItemExpired : RefusalCode::ItemNotOpen));
        }
        CHECK(!codeFor(Role::Clinician, Verdict::Cosign, note(state)).has_value()
              == (state == ItemState::AwaitingCosign));
        CHECK(!codeFor(Role::Clinician, Verdict::RollBack, note(state)).has_value() == (done.count(state) > 0));
    }
}

TEST_CASE("a tier above the role's is not approved, but may be sent back")
{
    struct Row {
        Role role;
        Tier tier;
        bool mayApprove;
    };
    constexpr std::array rows{Row{Role::Nurse, Tier::Low, true}, Row{Role::Nurse, Tier::Moderate, true},
                              Row{Role::Nurse, Tier::High, false}, Row{Role::Nurse, Tier::Critical, false},
                              Row{Role::Clinician, Tier::Critical, true}};
    for (const Row &row : rows) {
        CHECK(!codeFor(row.role, Verdict::Approve, note(ItemState::Waiting, row.tier)).has_value() == row.mayApprove);
        CHECK(!codeFor(row.role, Verdict::Return, note(ItemState::Waiting, row.tier)));
    }
}

TEST_CASE("nothing is decided after its time, and never by the clock's mercy")
{
    domain::ItemSummary row = note(ItemState::Waiting);
    row.expiresAt = now;
    CHECK(codeFor(Role::Clinician, Verdict::Approve, row) == RefusalCode::ItemExpired);
    CHECK(codeFor(Role::Clinician, Verdict::Reject, row) == RefusalCode::ItemExpired);
    row.expiresAt = now + milliseconds(1);
    CHECK(!codeFor(Role::Clinician, Verdict::Approve, row));
}

TEST_CASE("only one's own approval is retracted, and nobody co-signs himself")
{
    domain::ItemSummary row = note(ItemState::Decided);
    CHECK(codeFor(Role::Clinician, Verdict::Retract, row) == RefusalCode::NotRetractable);
    row.decision.emplace();
    row.decision->signerId = domain::ReviewerId("me");
    CHECK(!codeFor(Role::Clinician, Verdict::Retract, row));
    row.decision->verdict = Verdict::Reject;
    CHECK(codeFor(Role::Clinician, Verdict::Retract, row) == RefusalCode::NotRetractable);
    row.decision->verdict = Verdict::Approve;
    row.decision->signerId = domain::ReviewerId("another");
    CHECK(codeFor(Role::Clinician, Verdict::Retract, row) == RefusalCode::NotRetractable);

    row.state = ItemState::AwaitingCosign;
    CHECK(!codeFor(Role::Clinician, Verdict::Cosign, row));
    row.decision->signerId = domain::ReviewerId("me");
    CHECK(codeFor(Role::Clinician, Verdict::Cosign, row) == RefusalCode::AlreadyDecidedHere);
    CHECK(!codeFor(Role::Clinician, Verdict::Retract, row));
}

TEST_CASE("a prescription that names a controlled substance goes elsewhere (R-127)")
{
    domain::ItemSummary row = note(ItemState::Waiting, Tier::High);
    row.actionType = domain::ActionType("prescription.sign");
    domain::Proposal proposal;
    domain::NoteDraft draft;
    draft.sections.push_back({domain::SectionId("s"), "Order", {}, {}});
    draft.sections[0].statements.emplace_back();
    draft.sections[0].statements[0].text = "Oxycodone 5 mg every six hours";
    proposal.draft = draft;
    CHECK(codeFor(Role::Clinician, Verdict::Approve, row, &proposal) == RefusalCode::ControlledSubstance);
    CHECK(!codeFor(Role::Clinician, Verdict::Reject, row, &proposal));
    row.actionType = domain::ActionType("note.file"); // a note may speak of it
    CHECK(!codeFor(Role::Clinician, Verdict::Approve, row, &proposal));
}

TEST_CASE("a tool call is taken or left, not edited")
{
    domain::Proposal proposal;
    proposal.draft = domain::ToolCallDraft{"order", "{}", {}, {}};
    CHECK(codeFor(Role::Clinician, Verdict::ApproveEdited, note(ItemState::Waiting), &proposal)
          == RefusalCode::ToolCallNotEditable);
    CHECK(!codeFor(Role::Clinician, Verdict::Approve, note(ItemState::Waiting), &proposal));
}

} // namespace
} // namespace countersign::policy
