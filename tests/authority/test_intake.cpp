#include "core/crypto/digest.hpp"
#include "core/domain/names.hpp"
#include "tests/authority/bench.hpp"
#include "tests/support/sample_proposal.hpp"

#include <doctest/doctest.h>

#include <functional>

namespace countersign::authority_test
{
namespace
{

using authority::AcceptedItem;
using authority::IntakeFacts;
using authority::IntakeRule;
using authority::SameAgain;
using authority::Submission;
using domain::ItemState;
using domain::Proposal;

TEST_CASE("an accepted proposal is an item in the queue, under the policy that accepted it")
{
    const Bench bench;
    CHECK(bench.item.row.state == ItemState::Waiting);
    CHECK(bench.item.row.revision == 1);
    CHECK(bench.item.row.digest.text() == crypto::digestText(asBytes(bench.canonical)));
    CHECK(bench.item.row.tier == domain::Tier::Moderate);
    CHECK(bench.item.row.dueAt == now + std::chrono::days(1));
    CHECK(bench.item.row.expiresAt == now + std::chrono::days(30));
    CHECK(bench.item.policy.id == "starting-policy");
    CHECK(bench.item.row.id.text().size() == 28);
    CHECK(bench.item.row.id == authority::itemIdOf(domain::AgentId("scribe"), bench.proposal.id));
    CHECK(bench.item.row.id != authority::itemIdOf(domain::AgentId("other"), bench.proposal.id));
}

TEST_CASE("a proposal is refused by the one rule that it breaks")
{
    struct Row {
        IntakeRule rule;
        int status;
        std::function<void(Proposal &, IntakeFacts &)> spoil;
    };
    const std::string blob = crypto::digestText(asBytes("a page"));
    const auto supersede = [](Proposal &p) {
        p.id = domain::ProposalId("p-2");
        p.supersedes = domain::ProposalId("p-1");
        p.changeNote = "The dose.";
    };
    const std::vector<Row> rows{
        {IntakeRule::OtherAgent, 403, [](Proposal &p, IntakeFacts &) { p.agent.id = domain::AgentId("other"); }},
        {IntakeRule::OutsideScope, 403,
         [](Proposal &p, IntakeFacts &) { p.workflow = domain::WorkflowId("patient-intake"); }},
        {IntakeRule::FunctionClass, 403, [](Proposal &p, IntakeFacts &) { p.risk.samd = domain::Risk::Samd::Device; }},
        {IntakeRule::RejectedBefore, 409, [](Proposal &, IntakeFacts &f) { f.wasRejected = true; }},
        {IntakeRule::BlobMissing, 422,
         [&](Proposal &p, IntakeFacts &) {
             p.sources[0].content.reset();
             p.sources[0].mediaType = domain::Source::MediaType::Pdf;
             p.sources[0].kind = domain::Source::Kind::Document;
             p.sources[0].blob = domain::Digest(blob);
         }},
        {IntakeRule::SupersedesUnknown, 422,
         [&](Proposal &p, IntakeFacts &f) {
             supersede(p);
             f.superseded = nullptr;
         }},
        {IntakeRule::SupersedesOtherPatient, 422,
         [&](Proposal &p, IntakeFacts &) {
             supersede(p);
             p.patient.id = domain::PatientId("somebody-else");
             p.sources[0].patientId = p.patient.id;
         }},
        {IntakeRule::ChangeNoteMissing, 422,
         [&](Proposal &p, IntakeFacts &) {
             supersede(p);
             p.changeNote.clear();
         }},
    };
    const Bench bench;
    for (const Row &row : rows) {
        CAPTURE(authority::ruleText(row.rule));
        Proposal proposal = support::sampleProposal(1);
        IntakeFacts facts{
            .policy = bench.policy, .agent = bench.agent, .superseded = &bench.item, .blobs = {}, .now = now};
        row.spoil(proposal, facts);
        const auto judged = authority::judgeProposal(*authority::readSubmission(textOf(proposal)), facts);
        REQUIRE(!judged);
        CHECK(authority::ruleText(judged.error().rule) == authority::ruleText(row.rule));
        CHECK(authority::httpStatus(row.rule) == row.status);
        CHECK(judged.error().pointer.starts_with('/'));
    }
}

TEST_CASE("an action or a workflow that the policy does not know is refused")
{
    Bench bench;
    bench.agent.workflows.emplace_back("elsewhere");
    bench.policy.workflows[0].actions.pop_back(); // the rule for any other action
    const IntakeFacts facts{.policy = bench.policy, .agent = bench.agent, .blobs = {}, .now = now};
    Proposal proposal = support::sampleProposal(1);
    proposal.action.type = domain::ActionType("never.heard.of");
    CHECK(authority::judgeProposal(*authority::readSubmission(textOf(proposal)), facts).error().rule
          == IntakeRule::UnknownAction);
    proposal.workflow = domain::WorkflowId("elsewhere");
    CHECK(authority::judgeProposal(*authority::readSubmission(textOf(proposal)), facts).error().rule
          == IntakeRule::UnknownWorkflow);
}

TEST_CASE("the same again is the same, and the same id with other content is a conflict")
{
    const Bench bench;
    const IntakeFacts facts{.policy = bench.policy,
                            .agent = bench.agent,
                            .same = &bench.item,
                            .wasRejected = true, // known already: it does not matter any more
                            .blobs = {},
                            .now = now};
    const auto again = authority::judgeProposal(*authority::readSubmission(textOf(bench.proposal)), facts);
    REQUIRE(again);
    CHECK(std::holds_alternative<SameAgain>(*again));
    Proposal changed = bench.proposal;
    changed.action.title = "File another note";
    const auto other = authority::judgeProposal(*authority::readSubmission(textOf(changed)), facts);
    REQUIRE(!other);
    CHECK(other.error().rule == IntakeRule::OtherBytes);
}

TEST_CASE("a revision replaces what can be replaced, and voids an approval that is held")
{
    struct Row {
        ItemState state;
        bool isReplaced;
    };
    for (const Row &row : {Row{ItemState::Waiting, true}, Row{ItemState::Decided, true}, Row{ItemState::Expired, true},
                           Row{ItemState::Released, false}, Row{ItemState::Completed, false},
                           Row{ItemState::Withdrawn, false}, Row{ItemState::Superseded, false}}) {
        CAPTURE(domain::name(row.state));
        Bench bench;
        bench.item.row.state = row.state;
        Proposal proposal = support::sampleProposal(1);
        proposal.id = domain::ProposalId("p-2");
        proposal.supersedes = domain::ProposalId("p-1");
        proposal.changeNote = "The dose.";
        const IntakeFacts facts{
            .policy = bench.policy, .agent = bench.agent, .superseded = &bench.item, .blobs = {}, .now = now};
        const auto judged = authority::judgeProposal(*authority::readSubmission(textOf(proposal)), facts);
        CHECK(judged.has_value() == row.isReplaced);
        if (!judged) {
            CHECK(judged.error().rule == IntakeRule::SupersedesEnded);
            continue;
        }
        const auto &accepted = std::get<AcceptedItem>(*judged);
        CHECK(accepted.item.row.revision == 2);
        CHECK(accepted.item.row.supersedes == bench.item.row.id);
        REQUIRE(accepted.superseded);
        CHECK(accepted.superseded->item.row.state == ItemState::Superseded);
        CHECK(accepted.superseded->happened.size() == 1);
    }

    Bench held(1, std::chrono::seconds(30));
    static_cast<void>(held.decide(held.mara, domain::Verdict::Approve, "dec-1"));
    Proposal proposal = support::sampleProposal(1);
    proposal.id = domain::ProposalId("p-2");
    proposal.supersedes = domain::ProposalId("p-1");
    proposal.changeNote = "The dose.";
    const IntakeFacts facts{
        .policy = held.policy, .agent = held.agent, .superseded = &held.item, .blobs = {}, .now = now};
    const auto judged = authority::judgeProposal(*authority::readSubmission(textOf(proposal)), facts);
    REQUIRE(judged);
    const auto &replaced = *std::get<AcceptedItem>(*judged).superseded;
    REQUIRE(replaced.happened.size() == 2);
    CHECK(std::get<audit::Invalidated>(replaced.happened[0]).decision == domain::DecisionId("dec-1"));
    CHECK(!replaced.item.releaseAt);
}

TEST_CASE("a digest that the agent gave must be the content's")
{
    Proposal proposal = support::sampleProposal(1);
    proposal.sources[0].digest = domain::Digest(crypto::digestText(asBytes(*proposal.sources[0].content)));
    CHECK(authority::readSubmission(textOf(proposal)));
    proposal.sources[0].digest = domain::Digest(crypto::digestText(asBytes("something else")));
    const auto read = authority::readSubmission(textOf(proposal));
    REQUIRE(!read);
    CHECK(read.error().rule == protocol::Rule::WrongDigest);
    CHECK(read.error().pointer == "/sources/0/digest");
}

TEST_CASE("draft and sources alone make the digest that a rejection forbids")
{
    Proposal proposal = support::sampleProposal(1);
    const Submission first = *authority::readSubmission(textOf(proposal));
    proposal.id = domain::ProposalId("p-9");
    proposal.action.title = "Another title";
    CHECK(authority::readSubmission(textOf(proposal))->draftDigest == first.draftDigest);
    (*domain::sectionsOf(proposal.draft))[0].statements[0].text += " Now.";
    CHECK(authority::readSubmission(textOf(proposal))->draftDigest != first.draftDigest);
}

} // namespace
} // namespace countersign::authority_test
