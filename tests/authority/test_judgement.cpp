// Every outcome, by the one thing that causes it; and what a decision does to its item.
#include "core/authority/lifetimes.hpp"
#include "core/crypto/digest.hpp"
#include "core/domain/names.hpp"
#include "core/protocol/decision_codec.hpp"
#include "tests/authority/bench.hpp"

#include <doctest/doctest.h>

#include <functional>

namespace countersign::authority_test
{
namespace
{

using authority::Judgement;
using domain::DecisionStatement;
using domain::ItemState;
using domain::Outcome;
using domain::Verdict;
using std::chrono::hours;
using std::chrono::seconds;

domain::Digest digestOf(std::string_view bytes)
{
    return domain::Digest(crypto::digestText(asBytes(bytes)));
}

const domain::Digest otherDigest = digestOf("another");

struct Spoilt {
    const char *what;
    std::function<void(Bench &, DecisionStatement &)> spoil;
    Outcome outcome;
    bool followsChain; // whether it takes its place in the chain all the same
};

const std::vector<Spoilt> spoiltStatements{
    {"nothing", [](Bench &, DecisionStatement &) {}, Outcome::Accepted, true},
    {"another gateway", [](Bench &, DecisionStatement &s) { s.audience = "gw-other"; }, Outcome::NotPermitted, false},
    {"another's name", [](Bench &, DecisionStatement &s) { s.signer.id = domain::ReviewerId("joel"); },
     Outcome::NotPermitted, false},
    {"another device", [](Bench &, DecisionStatement &s) { s.device = domain::DeviceId("desk-x"); },
     Outcome::NotPermitted, false},
    {"a gap", [](Bench &, DecisionStatement &s) { s.chain = {1, otherDigest}; }, Outcome::NotPermitted, false},
    {"a foreign role", [](Bench &, DecisionStatement &s) { s.signer.role = "supervisor"; }, Outcome::NotPermitted,
     true},
    {"no proof of presence", [](Bench &, DecisionStatement &s) { s.auth.nonce = otherDigest; }, Outcome::NotPermitted,
     false},
    {"something else shown", [](Bench &, DecisionStatement &s) { s.renderedDigest = otherDigest; },
     Outcome::NotPermitted, true},
    {"other words above it", [](Bench &, DecisionStatement &s) { s.legal.text = "I looked at it."; },
     Outcome::NotPermitted, true},
    {"another meaning", [](Bench &, DecisionStatement &s) { s.meaning = domain::Meaning::Review; },
     Outcome::NotPermitted, true},
    {"an unknown reason",
     [](Bench &, DecisionStatement &s) { s.reasons = {{"no-such-code", {}, domain::Harm::Unstated}}; },
     Outcome::NotPermitted, true},
    {"an unknown item", [](Bench &b, DecisionStatement &) { b.item.row.id = domain::ItemId("itm-x"); },
     Outcome::StaleItem, true},
    {"other bytes",
     [](Bench &, DecisionStatement &s) {
         s.itemDigest = otherDigest;
         s.auth.nonce = digestOf(protocol::signingNonceBytes(otherDigest, s.verdict));
     },
     Outcome::StaleItem, true},
    {"another revision", [](Bench &, DecisionStatement &s) { s.itemRevision = 2; }, Outcome::StaleItem, true},
    {"another policy", [](Bench &, DecisionStatement &s) { s.policy.version = "2"; }, Outcome::StaleItem, true},
    {"withdrawn", [](Bench &b, DecisionStatement &) { b.item.row.state = ItemState::Withdrawn; }, Outcome::StaleItem,
     true},
    {"replaced", [](Bench &b, DecisionStatement &) { b.item.row.state = ItemState::Superseded; }, Outcome::StaleItem,
     true},
    {"expired", [](Bench &b, DecisionStatement &) { b.item.row.state = ItemState::Expired; }, Outcome::Expired, true},
    {"time is over", [](Bench &b, DecisionStatement &) { b.item.row.expiresAt = now; }, Outcome::Expired, true},
    {"a clock far ahead",
     [](Bench &, DecisionStatement &s) {
         s.signedAt = "2027-01-01T00:00:00Z";
         s.clock.verified = false;
     },
     Outcome::ClockRefused, true},
    {"a clock far ahead that is known", [](Bench &, DecisionStatement &s) { s.signedAt = "2027-01-01T00:00:00Z"; },
     Outcome::Accepted, true},
    {"a clock far behind", [](Bench &, DecisionStatement &s) { s.signedAt = "1970-01-01T00:00:00Z"; },
     Outcome::Accepted, true},
    {"decided", [](Bench &b, DecisionStatement &) { static_cast<void>(b.decide(b.joel, Verdict::Reject, "dec-0")); },
     Outcome::Superseded, true},
};

TEST_CASE("a statement that says one thing wrong has no effect, and its outcome says why")
{
    for (const Spoilt &row : spoiltStatements) {
        CAPTURE(row.what);
        Bench bench;
        DecisionStatement statement = bench.statement(bench.mara, Verdict::Approve);
        row.spoil(bench, statement);
        const Judgement judgement = bench.judge(bench.mara, statement);
        CHECK(domain::name(judgement.outcome) == domain::name(row.outcome));
        CHECK(judgement.change.has_value() == (row.outcome == Outcome::Accepted));
        CHECK(judgement.head.has_value() == row.followsChain);
        CHECK(judgement.winner.has_value() == (row.outcome == Outcome::Superseded));
    }
}

TEST_CASE("a signature counts only by a registered, valid key of an active person")
{
    Bench bench;
    const auto decision = bench.signedBy(bench.mara, bench.statement(bench.mara, Verdict::Approve));
    const auto outcome = [&](const std::function<void(authority::DecisionFacts &)> &spoil) {
        auto facts = bench.factsFor(bench.mara);
        spoil(facts);
        return authority::judgeDecision(decision, facts).outcome;
    };
    audit::RegisteredKey revoked = bench.mara.registered;
    revoked.revokedAt = now;
    audit::RegisteredKey future = bench.mara.registered;
    future.validFrom = now + seconds(1);
    audit::RegisteredKey gateways = bench.mara.registered;
    gateways.role = audit::KeyRole::Gateway;
    CHECK(outcome([](auto &) {}) == Outcome::Accepted);
    CHECK(outcome([](auto &f) { f.key = nullptr; }) == Outcome::InvalidSignature);
    CHECK(outcome([&](auto &f) { f.key = &bench.joel.registered; }) == Outcome::InvalidSignature);
    CHECK(outcome([&](auto &f) { f.key = &gateways; }) == Outcome::InvalidSignature);
    CHECK(outcome([&](auto &f) { f.key = &revoked; }) == Outcome::NotPermitted);
    CHECK(outcome([&](auto &f) { f.key = &future; }) == Outcome::NotPermitted);
    CHECK(outcome([](auto &f) { f.reviewer = nullptr; }) == Outcome::NotPermitted);
    CHECK(outcome([](auto &f) { f.isIdTaken = true; }) == Outcome::NotPermitted);
    CHECK(outcome([](auto &f) { f.item = nullptr; }) == Outcome::StaleItem);

    auto forged = decision;
    forged.parts.signature[0] ^= 1;
    CHECK(authority::judgeDecision(forged, bench.factsFor(bench.mara)).outcome == Outcome::InvalidSignature);
}

TEST_CASE("a chain goes on from its head, and a fork is refused")
{
    Bench bench;
    const auto first = bench.signedBy(bench.mara, bench.statement(bench.mara, Verdict::Escalate, "dec-1"));
    const auto judged = authority::judgeDecision(first, bench.factsFor(bench.mara));
    REQUIRE(judged.head);
    CHECK(*judged.head == audit::ChainHead{1, first.digest});
    auto facts = bench.factsFor(bench.mara);
    facts.head = *judged.head;
    DecisionStatement next = bench.statement(bench.mara, Verdict::Approve, "dec-2");
    CHECK(authority::judgeDecision(bench.signedBy(bench.mara, next), facts).outcome == Outcome::NotPermitted); // a fork
    next.chain = audit::nextLink(*judged.head);
    CHECK(authority::judgeDecision(bench.signedBy(bench.mara, next), facts).outcome == Outcome::Accepted);
}

TEST_CASE("rights come from the registry")
{
    Bench bench;
    CHECK(bench.judge(bench.nina, bench.statement(bench.nina, Verdict::Approve)).outcome == Outcome::NotPermitted);
    DecisionStatement boast = bench.statement(bench.nina, Verdict::Approve);
    boast.signer.role = "clinician";
    boast.meaning = domain::Meaning::Approval;
    CHECK(bench.judge(bench.nina, boast).outcome == Outcome::NotPermitted);
}

TEST_CASE("what each verdict does to a waiting item")
{
    struct Row {
        Verdict verdict;
        ItemState state;
        bool isReleased, forbidsDraft;
    };
    for (const Row &row :
         {Row{Verdict::Approve, ItemState::Released, true, false},
          Row{Verdict::Reject, ItemState::Decided, false, true}, Row{Verdict::Return, ItemState::Decided, false, false},
          Row{Verdict::Respond, ItemState::Decided, false, false},
          Row{Verdict::Escalate, ItemState::Escalated, false, false}}) {
        CAPTURE(domain::name(row.verdict));
        Bench bench;
        const Judgement judgement = bench.decide(bench.mara, row.verdict, "dec-1");
        CHECK(judgement.outcome == Outcome::Accepted);
        CHECK(bench.item.row.state == row.state);
        CHECK(judgement.forbidsDraft == row.forbidsDraft);
        CHECK(bench.item.effective.has_value() == (row.verdict != Verdict::Escalate));
        REQUIRE(bench.item.row.decision);
        CHECK(bench.item.row.decision->signerName == "Dr mara");
        REQUIRE(judgement.change);
        const auto &happened = judgement.change->happened;
        const bool isRelease = happened.size() == 1 && std::holds_alternative<audit::Release>(happened[0]);
        CHECK(isRelease == row.isReleased);
    }
}

TEST_CASE("an edited approval needs an edit that keeps every rule")
{
    Bench bench;
    DecisionStatement statement = bench.statement(bench.mara, Verdict::ApproveEdited);
    domain::Draft draft = bench.proposal.draft;
    (*domain::sectionsOf(draft))[0].statements[0].text = "Amoxicillin 250 mg three times a day.";
    const auto edit = [&](const domain::Draft &as) { statement.edited = {as, digestOf(protocol::draftBytes(as)), {}}; };
    edit(draft);
    CHECK(bench.judge(bench.mara, statement).outcome == Outcome::Accepted);
    statement.edited->draftDigest = otherDigest;
    CHECK(bench.judge(bench.mara, statement).outcome == Outcome::NotPermitted);
    domain::Draft doubled = draft;
    auto &statements = (*domain::sectionsOf(doubled))[0].statements;
    statements[1].id = statements[0].id;
    edit(doubled);
    CHECK(bench.judge(bench.mara, statement).outcome == Outcome::NotPermitted); // an id given twice
}

TEST_CASE("held, then released; or retracted inside the window and decided anew")
{
    Bench bench(1, seconds(30));
    const Judgement held = bench.decide(bench.mara, Verdict::Approve, "dec-1");
    CHECK(held.outcome == Outcome::Held);
    CHECK(held.releaseAt == now + seconds(30));
    CHECK(bench.item.row.state == ItemState::Decided);
    const policy::ActionRule &rule = bench.policy.workflows[0].actions[0];
    CHECK(!authority::release(bench.item, rule, now + seconds(29)));
    const auto released = authority::release(bench.item, rule, now + seconds(30));
    REQUIRE(released);
    CHECK(released->item.row.state == ItemState::Released);
    CHECK(!released->item.releaseAt);

    CHECK(bench.decide(bench.joel, Verdict::Retract, "dec-2").outcome == Outcome::NotPermitted);
    DecisionStatement elsewhere = bench.statement(bench.mara, Verdict::Retract, "dec-3");
    elsewhere.amends = domain::DecisionId("dec-9");
    CHECK(bench.judge(bench.mara, elsewhere).outcome == Outcome::StaleItem);
    auto late = bench.factsFor(bench.mara);
    late.now = now + seconds(30);
    const auto retract = bench.signedBy(bench.mara, bench.statement(bench.mara, Verdict::Retract, "dec-4"));
    CHECK(authority::judgeDecision(retract, late).outcome == Outcome::NotPermitted);
    CHECK(bench.decide(bench.mara, Verdict::Retract, "dec-5").outcome == Outcome::Accepted);
    CHECK(bench.item.row.state == ItemState::Waiting);
    CHECK(!bench.item.effective);
    CHECK(!bench.item.releaseAt);
    CHECK(!bench.item.row.decision);
    CHECK(bench.decide(bench.joel, Verdict::Reject, "dec-6").outcome == Outcome::Accepted);
}

TEST_CASE("two signatures are two people's, and the release names both")
{
    Bench bench(2);
    CHECK(bench.decide(bench.mara, Verdict::Approve, "dec-1").outcome == Outcome::AwaitingCosign);
    CHECK(bench.item.row.state == ItemState::AwaitingCosign);
    CHECK(bench.judge(bench.mara, bench.statement(bench.mara, Verdict::Cosign, "dec-2")).outcome
          == Outcome::NotPermitted);
    CHECK(bench.judge(bench.joel, bench.statement(bench.joel, Verdict::Approve, "dec-3")).outcome
          == Outcome::Superseded);
    Bench other = Bench(2);
    other.item = bench.item;
    CHECK(other.decide(other.joel, Verdict::DeclineCosign, "dec-4").outcome == Outcome::Accepted);
    CHECK(other.item.row.state == ItemState::Decided);
    CHECK(other.item.signatures.empty());

    const Judgement cosigned = bench.decide(bench.joel, Verdict::Cosign, "dec-5");
    CHECK(cosigned.outcome == Outcome::Accepted);
    CHECK(bench.item.row.state == ItemState::Released);
    CHECK(bench.item.effective->decisionId == domain::DecisionId("dec-1"));
    REQUIRE(cosigned.change);
    REQUIRE(cosigned.change->happened.size() == 1);
    const auto &release = std::get<audit::Release>(cosigned.change->happened[0]);
    CHECK(release.requiredSignatures == 2);
    CHECK(release.decisions == std::vector{domain::DecisionId("dec-1"), domain::DecisionId("dec-5")});
}

TEST_CASE("what was released is rolled back by a new decision")
{
    Bench bench;
    CHECK(bench.decide(bench.mara, Verdict::RollBack, "dec-0").outcome == Outcome::NotPermitted);
    CHECK(bench.decide(bench.mara, Verdict::Approve, "dec-1").outcome == Outcome::Accepted);
    CHECK(bench.decide(bench.joel, Verdict::RollBack, "dec-2").outcome == Outcome::Accepted);
    CHECK(bench.item.row.state == ItemState::RolledBack);
    CHECK(bench.item.effective->decisionId == domain::DecisionId("dec-1"));
}

TEST_CASE("a seal begins a chain and nothing else")
{
    Bench bench;
    const auto seal = audit::sealStatement(bench.statement(bench.mara, Verdict::Seal), bench.mara.registered.kid);
    CHECK(bench.judge(bench.mara, seal).outcome == Outcome::Accepted);
    CHECK(!bench.judge(bench.mara, seal).change);
    CHECK(bench.judge(bench.mara, bench.statement(bench.mara, Verdict::Seal)).outcome == Outcome::NotPermitted);
}

TEST_CASE("what cannot be read is no decision")
{
    Bench bench;
    const auto decision = bench.signedBy(bench.mara, bench.statement(bench.mara, Verdict::Approve));
    using authority::readSubmittedDecision;
    using authority::Unreadable;
    CHECK(readSubmittedDecision("a.b.c", bench.rendered).error() == Unreadable::Envelope);
    CHECK(readSubmittedDecision(decision.jws + "A", bench.rendered).error() == Unreadable::Envelope);
    CHECK(readSubmittedDecision(decision.jws, "{}").error() == Unreadable::DisplayModel);
    CHECK(readSubmittedDecision(audit::signJws(audit::JwsType::Decision, bench.mara.key, "{}"), bench.rendered).error()
          == Unreadable::Statement);
}

} // namespace
} // namespace countersign::authority_test
