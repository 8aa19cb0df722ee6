// Role × operation × object under the starting policy, every cell, twice: as the rule book that the console asks, and
// as the gateway's judgement over a signed decision. The table is written once more here, by hand.
#include "core/crypto/digest.hpp"
#include "core/domain/names.hpp"
#include "core/policy/gates.hpp"
#include "core/protocol/decision_codec.hpp"
#include "tests/authority/bench.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

namespace countersign::authority_test
{
namespace
{

using domain::ItemState;
using domain::Outcome;
using domain::Role;
using domain::Tier;
using domain::Verdict;

// V view, A approve, E approve edited, J reject, T return, R respond, S escalate, C co-sign, D decline to co-sign,
// X retract one's own, B roll back. Break-glass and seal are nobody's on an item.
struct Operation {
    char letter;
    Verdict verdict;
};
constexpr std::array operations{
    Operation{'A', Verdict::Approve},  Operation{'E', Verdict::ApproveEdited}, Operation{'J', Verdict::Reject},
    Operation{'T', Verdict::Return},   Operation{'R', Verdict::Respond},       Operation{'S', Verdict::Escalate},
    Operation{'C', Verdict::Cosign},   Operation{'D', Verdict::DeclineCosign}, Operation{'X', Verdict::Retract},
    Operation{'B', Verdict::RollBack}, Operation{'-', Verdict::BreakGlass},    Operation{'-', Verdict::Seal},
};

struct Object {
    const char *workflow, *action;
    Tier tier;
};
constexpr std::array objects{
    Object{"clinical-documentation", "note.file", Tier::Moderate},
    Object{"clinical-documentation", "message.send", Tier::Moderate},
    Object{"clinical-documentation", "prescription.sign", Tier::High},
    Object{"clinical-documentation", "order.place", Tier::High}, // any other
    Object{"prior-authorization", "prior-auth.submit", Tier::Moderate},
    Object{"prior-authorization", "prior-auth.appeal", Tier::High},
    Object{"prior-authorization", "payer.call", Tier::High},
    Object{"patient-intake", "intake.update", Tier::Low},
    Object{"patient-intake", "intake.merge", Tier::High},
    Object{"research", "cohort.select", Tier::Low}, // a workflow that the policy does not know
};

struct Row {
    Role role;
    std::array<std::string_view, objects.size()> may;
};
constexpr std::string_view all = "VAEJTRSCDXB", clinic = "VJTRSDXB", prepare = "VAEJTRSX", hand = "VJTRSX",
                           over = "VSDB";
constexpr std::array table{
    Row{Role::Clinician, {all, all, all, all, all, all, all, all, all, ""}},
    Row{Role::Pharmacist, {clinic, all, clinic, clinic, all, all, all, "", "", ""}},
    Row{Role::Nurse, {prepare, prepare, hand, hand, "", "", "", prepare, hand, ""}},
    Row{Role::Coordinator, {"", "", "", "", prepare, hand, hand, prepare, hand, ""}},
    Row{Role::Supervisor, {over, over, over, over, over, over, over, over, over, ""}},
    Row{Role::Auditor, {"", "", "", "", "", "", "", "", "", ""}},
    Row{Role::Administrator, {"", "", "", "", "", "", "", "", "", ""}},
};

// The state in which the operation has its place, so that rights alone decide.
void prepareState(Bench &bench, const Person &person, Verdict verdict)
{
    using domain::DecisionSummary;
    const auto decideAs = [&](const Person &by, ItemState state) {
        bench.item.row.state = state;
        bench.item.effective = domain::Winner{domain::DecisionId("dec-0"), by.reviewer.id, "2026-11-02T09:00:00Z"};
        bench.item.row.decision =
            DecisionSummary{domain::DecisionId("dec-0"), Verdict::Approve, by.reviewer.id, by.reviewer.name, {},
                            "2026-11-02T09:00:00Z"};
    };
    if (verdict == Verdict::Cosign || verdict == Verdict::DeclineCosign)
        decideAs(bench.joel, ItemState::AwaitingCosign);
    else if (verdict == Verdict::Retract)
        decideAs(person, ItemState::Decided);
    else if (verdict == Verdict::RollBack)
        decideAs(bench.joel, ItemState::Released);
    if (verdict == Verdict::Retract)
        bench.item.releaseAt = now + std::chrono::seconds(10);
}

void edit(domain::DecisionStatement &statement, const domain::Proposal &proposal, const std::string &as)
{
    domain::Draft draft = proposal.draft;
    domain::sectionsOf(draft)->front().statements.front().text = as;
    const auto bytes = protocol::draftBytes(draft);
    statement.edited = {draft, domain::Digest(crypto::digestText(asBytes(bytes))), {}};
}

} // namespace

TEST_CASE("every cell of role, operation and object, at the desk and at the gateway")
{
    int cells = 0;
    for (const Row &row : table)
        for (std::size_t o = 0; o < objects.size(); ++o)
            for (const Operation &operation : operations) {
                const Object &object = objects[o];
                CAPTURE(domain::name(row.role));
                CAPTURE(object.workflow);
                CAPTURE(object.action);
                CAPTURE(domain::name(operation.verdict));
                Bench bench;
                const Person person = makePerson("pat", row.role);
                bench.item.row.workflow = domain::WorkflowId(object.workflow);
                bench.item.row.actionType = domain::ActionType(object.action);
                bench.item.row.tier = object.tier;
                prepareState(bench, person, operation.verdict);
                const bool isAllowed = row.may[o].find(operation.letter) != std::string_view::npos;

                const auto refusal = policy::refuse(bench.policy, person.reviewer, operation.verdict,
                                                    {bench.item.row, &bench.proposal}, now);
                CHECK(!refusal.has_value() == isAllowed);

                auto statement = bench.statement(person, operation.verdict);
                if (operation.verdict == Verdict::ApproveEdited)
                    edit(statement, bench.proposal, "Amoxicillin 250 mg three times a day.");
                const Outcome outcome = bench.judge(person, statement).outcome;
                const bool isTaken =
                    outcome == Outcome::Accepted || outcome == Outcome::Held || outcome == Outcome::AwaitingCosign;
                CHECK_MESSAGE(isTaken == isAllowed, domain::name(outcome));
                if (!isAllowed)
                    CHECK(outcome == Outcome::NotPermitted);

                CHECK(policy::maySee(bench.policy, row.role, bench.item.row.workflow)
                      == (row.may[o].find('V') != std::string_view::npos));
                ++cells;
            }
    CHECK(cells == 7 * 10 * 12);
}

TEST_CASE("a prescription that names a controlled substance is refused, also where the reviewer wrote it in (R-127)")
{
    for (const char *text : {"Oxycodone 5 mg every six hours.", "Start DIAZEPAM 2 mg at night."})
        for (const bool isPrescription : {true, false}) {
            CAPTURE(text);
            CAPTURE(isPrescription);
            Bench bench;
            bench.item.row.tier = Tier::High;
            bench.item.row.actionType = domain::ActionType(isPrescription ? "prescription.sign" : "note.file");
            auto statement = bench.statement(bench.mara, Verdict::ApproveEdited);
            edit(statement, bench.proposal, text);
            CHECK(policy::refuse(bench.policy, bench.mara.reviewer, Verdict::ApproveEdited,
                                 {bench.item.row, &bench.proposal, &statement.edited->draft}, now)
                      .has_value()
                  == isPrescription);
            CHECK((bench.judge(bench.mara, statement).outcome == Outcome::NotPermitted) == isPrescription);

            domain::sectionsOf(bench.proposal.draft)->front().statements.front().text = text;
            const auto plain = bench.statement(bench.mara, Verdict::Approve);
            CHECK((bench.judge(bench.mara, plain).outcome == Outcome::NotPermitted) == isPrescription);
        }
}

TEST_CASE("a signature says of the signer what the registry says, and by what the person was there")
{
    struct Case {
        const char *what;
        void (*spoil)(domain::DecisionStatement &);
        bool isTaken;
    };
    using domain::AuthComponent;
    const std::array cases{
        Case{"nothing", [](auto &) {}, true},
        Case{"another printed name", [](auto &s) { s.signer.name = "Dr joel"; }, false},
        Case{"credentials that nobody gave", [](auto &s) { s.signer.credentials = "MD, PhD"; }, false},
        Case{"another's identifier", [](auto &s) { s.signer.npi = "1234567893"; }, false},
        Case{"the device alone", [](auto &s) { s.auth.components = {AuthComponent::DeviceKey}; }, false},
        Case{"a PIN", [](auto &s) { s.auth.components = {AuthComponent::DeviceKey, AuthComponent::Pin}; }, true},
    };
    for (const Case &c : cases) {
        CAPTURE(c.what);
        Bench bench;
        auto statement = bench.statement(bench.mara, Verdict::Approve);
        c.spoil(statement);
        const auto outcome = bench.judge(bench.mara, statement).outcome;
        CHECK(outcome == (c.isTaken ? Outcome::Accepted : Outcome::NotPermitted));
    }
}

TEST_CASE("a signature that claims the issuer's word is taken only where this gateway heard it, as it heard it (R-110)")
{
    struct Case {
        const char *what;
        bool isHeard, isDemanded;
        void (*spoil)(domain::DecisionStatement &);
        bool isTaken;
    };
    constexpr auto claim = [](domain::DecisionStatement &s) {
        s.auth.components.push_back(domain::AuthComponent::Oidc);
        s.auth.idpAuthTime = "2026-11-02T09:30:00Z";
        s.auth.acr = "urn:mfa";
    };
    constexpr auto nothing = [](domain::DecisionStatement &) {};
    constexpr auto earlier = [](domain::DecisionStatement &s) {
        s.auth.components.push_back(domain::AuthComponent::Oidc);
        s.auth.idpAuthTime = "2026-11-02T08:30:00Z";
        s.auth.acr = "urn:mfa";
    };
    constexpr auto stronger = [](domain::DecisionStatement &s) {
        s.auth.components.push_back(domain::AuthComponent::Oidc);
        s.auth.idpAuthTime = "2026-11-02T09:30:00Z";
        s.auth.acr = "urn:stronger";
    };
    constexpr auto timeAlone = [](domain::DecisionStatement &s) { s.auth.idpAuthTime = "2026-11-02T09:30:00Z"; };
    const std::array cases{
        Case{"as it was heard", true, false, claim, true},
        Case{"as it was heard, and asked for", true, true, claim, true},
        Case{"never heard", false, false, claim, false},
        Case{"never heard, and asked for", false, true, claim, false},
        Case{"an earlier sign-in", true, false, earlier, false},
        Case{"a stronger one than was heard", true, false, stronger, false},
        Case{"a time without the claim", true, false, timeAlone, false},
        Case{"nothing claimed", false, false, nothing, true},
        Case{"nothing claimed of what was heard", true, false, nothing, true},
        Case{"nothing claimed where it is asked for", true, true, nothing, false},
    };
    for (const Case &c : cases) {
        CAPTURE(c.what);
        Bench bench;
        if (c.isHeard)
            bench.heard = authority::IssuerProof{parseInstant("2026-11-02T09:30:00Z").value(), "urn:mfa"};
        bench.needsIssuer = c.isDemanded;
        auto statement = bench.statement(bench.mara, Verdict::Approve);
        c.spoil(statement);
        const auto outcome = bench.judge(bench.mara, statement).outcome;
        CHECK(outcome == (c.isTaken ? Outcome::Accepted : Outcome::NotPermitted));
    }
}

// What broken glass widens is `maySee` alone: every cell of deciding above is judged without it.
TEST_CASE("who may break glass: whoever decides something, and nobody who works with no patient (R-202)")
{
    const auto policy = policy::startingPolicy();
    for (const Row &row : table) {
        CAPTURE(domain::name(row.role));
        const bool decides = std::ranges::any_of(row.may, [](std::string_view cell) { return !cell.empty(); });
        CHECK(policy::mayBreakGlass(policy, row.role) == decides);
    }
}

} // namespace countersign::authority_test
