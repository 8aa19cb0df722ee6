#include "tests/authority/bench.hpp"

#include "core/crypto/digest.hpp"
#include "core/domain/names.hpp"
#include "core/policy/signing_words.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/decision_codec.hpp"
#include "tests/support/sample_proposal.hpp"

namespace countersign::authority_test
{
namespace
{

domain::Digest digestOf(std::string_view bytes)
{
    return domain::Digest(crypto::digestText(asBytes(bytes)));
}

} // namespace

Person makePerson(const std::string &id, domain::Role role)
{
    auto key = *crypto::SigningKey::fromSeed(crypto::sha256(asBytes(id)));
    const audit::RegisteredKey registered{.kid = domain::KeyId(crypto::thumbprint(key.publicKey())),
                                          .publicKey = key.publicKey(),
                                          .role = audit::KeyRole::Reviewer,
                                          .owner = id,
                                          .device = domain::DeviceId("desk-" + id),
                                          .validFrom = now - std::chrono::hours(1),
                                          .revokedAt = {}};
    return {{domain::ReviewerId(id), "Dr " + id, role, {}, {}}, std::move(key), registered};
}

std::string textOf(const domain::Proposal &proposal)
{
    return protocol::compactText(protocol::encodeProposal(proposal));
}

Bench::Bench(std::int64_t requiredSignatures, std::chrono::seconds hold)
    : policy(policy::startingPolicy()), proposal(support::sampleProposal(1))
{
    policy::ActionRule &rule = policy.workflows[0].actions[0];
    rule.requiredSignatures = requiredSignatures;
    rule.hold = hold;
    const auto submission = *authority::readSubmission(textOf(proposal));
    const authority::IntakeFacts facts{.policy = policy, .agent = agent, .blobs = {}, .now = now};
    const auto acceptance = *authority::judgeProposal(submission, facts);
    const auto &accepted = std::get<authority::AcceptedItem>(acceptance);
    item = accepted.item;
    canonical = accepted.canonical;
}

domain::DecisionStatement Bench::statement(const Person &person, domain::Verdict verdict, const std::string &id) const
{
    domain::DecisionStatement made;
    made.audience = gatewayId;
    made.decisionId = domain::DecisionId(id);
    made.itemId = item.row.id;
    made.itemRevision = item.row.revision;
    made.itemDigest = item.row.digest;
    made.renderedDigest = digestOf(rendered);
    made.verdict = verdict;
    made.meaning = policy::meaningOf(verdict, person.reviewer.role);
    made.signer.id = person.reviewer.id;
    made.signer.name = person.reviewer.name;
    made.signer.role = domain::name(person.reviewer.role);
    using domain::Verdict;
    if (verdict == Verdict::Reject || verdict == Verdict::Return || verdict == Verdict::RollBack)
        made.reasons = {{"N01", {}, domain::Harm::Unstated}};
    if (verdict == Verdict::Escalate)
        made.reasons = {{"E2", {}, domain::Harm::Unstated}};
    if (verdict == Verdict::Respond)
        made.comment = "Yes.";
    if (item.effective)
        made.amends = item.effective->decisionId;
    made.evidence.openedAt = now;
    made.policy = item.policy;
    made.legal = policy::legalFor(verdict);
    made.auth.components = {domain::AuthComponent::Password};
    made.auth.at = now;
    made.auth.nonce = digestOf(protocol::signingNonceBytes(item.row.digest, verdict));
    made.device = person.registered.device;
    made.appName = "test";
    made.appVersion = "1";
    made.signedAt = "2026-11-02T10:00:00+01:00";
    made.clock = {.gatewaySkewMs = 0, .verified = true, .counter = {}};
    return made;
}

authority::SubmittedDecision Bench::signedBy(const Person &person, const domain::DecisionStatement &statement) const
{
    const std::string jws = audit::signJws(audit::JwsType::Decision, person.key, protocol::decisionBytes(statement));
    return *authority::readSubmittedDecision(jws, rendered);
}

authority::DecisionFacts Bench::factsFor(const Person &person) const
{
    return {.gatewayId = gatewayId,
            .key = &person.registered,
            .reviewer = &person.reviewer,
            .head = {},
            .isIdTaken = false,
            .item = &item,
            .proposal = &proposal,
            .policy = &policy,
            .now = now,
            .heard = heard,
            .needsIssuer = needsIssuer,
            .carried = carried,
            .covers = covers};
}

authority::Judgement Bench::judge(const Person &person, const domain::DecisionStatement &statement) const
{
    return authority::judgeDecision(signedBy(person, statement), factsFor(person));
}

authority::Judgement Bench::decide(const Person &person, domain::Verdict verdict, const std::string &id)
{
    auto judgement = judge(person, statement(person, verdict, id));
    if (judgement.change)
        item = judgement.change->item;
    return judgement;
}

} // namespace countersign::authority_test
