#include "tests/verify/bent_packages.hpp"

#include "core/audit/jws.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/decision_codec.hpp"

namespace countersign::tests
{
namespace
{

using domain::DecisionId;
using domain::Outcome;
using domain::Verdict;
using verify::FaultRule;

const std::string decisions = "decisions.ndjson";
const std::string outcomes = "outcomes.ndjson";

domain::Digest other()
{
    return domain::Digest(crypto::digestText(asBytes("something else")));
}

// One approval whose statement is bent.
std::function<void(PackageMaker &)> bentStatement(const std::function<void(domain::DecisionStatement &)> &bend)
{
    return [bend](PackageMaker &maker) { maker.decide({.item = 1, .statement = bend}); };
}

// A second approval, on another item, whose receipt is bent.
std::function<void(PackageMaker &)> bentReceipt(const std::function<void(domain::Receipt &)> &bend)
{
    return [bend](PackageMaker &maker) {
        maker.decide({.item = 1});
        maker.decide({.item = 2, .receipt = bend});
    };
}

// One approval, with the key of its signer bent in the registry.
std::function<void(PackageMaker &)> bentKey(const std::function<void(audit::RegisteredKey &)> &bend,
                                            audit::KeyRole role)
{
    return [bend, role](PackageMaker &maker) {
        maker.decide({.item = 1});
        maker.key = [bend, role](audit::RegisteredKey &key) {
            if (key.role == role)
                bend(key);
        };
    };
}

void useOtherItem(domain::DecisionStatement &s)
{
    s.itemDigest = other();
    s.auth.nonce = domain::Digest(crypto::digestText(asBytes(protocol::signingNonceBytes(s.itemDigest, s.verdict))));
}

void forkLog(domain::Receipt &receipt)
{
    audit::MerkleLog fork;
    fork.append(asBytes("another first entry"));
    fork.append(crypto::parseDigest(receipt.decisionDigest.text()).value());
    receipt.log = audit::placeInLog(fork, 1, 2);
}

std::vector<BentPackage> bentKeys()
{
    const auto reviewer = audit::KeyRole::Reviewer;
    return {
        {"a key that was revoked before", bentKey([](auto &key) { key.revokedAt = key.validFrom; }, reviewer),
         FaultRule::KeyNotValidThen, decisions, 1},
        {"a key that was not valid yet", bentKey([](auto &key) { key.validFrom += std::chrono::days(7); }, reviewer),
         FaultRule::KeyNotValidThen, decisions, 1},
        {"a key of another person", bentKey([](auto &key) { key.owner = "carl"; }, reviewer), FaultRule::KeyOfAnother,
         decisions, 1},
        {"a key of another device", bentKey([](auto &key) { key.device = domain::DeviceId("desk-9"); }, reviewer),
         FaultRule::KeyOfAnother, decisions, 1},
        {"a gateway that signs for people", bentKey([](auto &key) { key.role = audit::KeyRole::Gateway; }, reviewer),
         FaultRule::DecisionKeyUnknown, decisions, 1},
        {"a gateway's key that was revoked before",
         bentKey([](auto &key) { key.revokedAt = key.validFrom; }, audit::KeyRole::Gateway),
         FaultRule::ReceiptKeyUnknown, decisions, 1},
        {"an accepted decision by an unknown key",
         [](PackageMaker &maker) { maker.decide({.person = newcomer, .item = 1}); }, FaultRule::DecisionKeyUnknown,
         decisions, 1},
    };
}

std::vector<BentPackage> bentStatements()
{
    return {
        {"a decision for another gateway", bentStatement([](auto &s) { s.audience = "gw-2"; }),
         FaultRule::OtherAudience, decisions, 1},
        {"a nonce of nothing", bentStatement([](auto &s) { s.auth.nonce = other(); }), FaultRule::NonceDiffers,
         decisions, 1},
        {"a verdict other than authenticated for", bentStatement([](auto &s) { s.verdict = Verdict::BreakGlass; }),
         FaultRule::NonceDiffers, decisions, 1},
        {"an edited draft under another digest",
         [](PackageMaker &maker) {
             maker.decide({.item = 1, .verdict = Verdict::ApproveEdited, .statement = [](auto &s) {
                               s.edited->draftDigest = other();
                           }});
         },
         FaultRule::EditedDraftDiffers, decisions, 1},
        {"a chain with a gap", bentStatement([](auto &s) { s.chain = {1, other()}; }), FaultRule::OffTheChain,
         decisions, 1},
        {"a chain with another past",
         [](PackageMaker &maker) {
             maker.decide({.item = 1});
             maker.decide({.item = 2, .statement = [](auto &s) { s.chain.prev = other(); }});
         },
         FaultRule::OffTheChain, decisions, 2},
        {"a chain that begins twice",
         [](PackageMaker &maker) {
             maker.decide({.item = 1});
             maker.decide({.item = 2, .statement = [](auto &s) { s.chain = {}; }});
         },
         FaultRule::OffTheChain, decisions, 2},
        {"a decision id that was used before",
         [](PackageMaker &maker) {
             maker.decide({.item = 1});
             maker.decide({.item = 2, .statement = [](auto &s) { s.decisionId = DecisionId("d-0"); }});
         },
         FaultRule::DecisionTwice, decisions, 2},
        {"an item that is not in the package", bentStatement(useOtherItem), FaultRule::ItemMissing, decisions, 1},
        {"a rendered model that is not in the package", bentStatement([](auto &s) { s.renderedDigest = other(); }),
         FaultRule::RenderedMissing, decisions, 1},
        {"a rendered model that is none",
         [](PackageMaker &maker) {
             maker.alsoRendered = {"<b>yes</b>"};
             maker.decide({.item = 1, .statement = [](auto &s) {
                               s.renderedDigest = domain::Digest(crypto::digestText(asBytes("<b>yes</b>")));
                           }});
         },
         FaultRule::RenderedMalformed, decisions, 1},
        {"another policy than the item's", bentStatement([](auto &s) { s.policy.version = "2"; }),
         FaultRule::PolicyDiffers, decisions, 1},
        {"an accepted decision that was changed after signing",
         [](PackageMaker &maker) { maker.decide({.item = 1, .jws = [](auto &jws) { jws[jws.size() - 20] ^= 1; }}); },
         FaultRule::DecisionInvalid, decisions, 1},
        {"an accepted decision that is no JWS",
         [](PackageMaker &maker) { maker.decide({.item = 1, .jws = [](auto &jws) { jws = "approve"; }}); },
         FaultRule::DecisionInvalid, decisions, 1},
    };
}

std::vector<BentPackage> bentReceipts()
{
    return {
        {"a receipt for another decision's id", bentReceipt([](auto &r) { r.decisionId = DecisionId("d-9"); }),
         FaultRule::IdsDiffer, decisions, 2},
        {"a receipt for another item", bentReceipt([](auto &r) { r.itemId = domain::ItemId("item-9"); }),
         FaultRule::IdsDiffer, decisions, 2},
        {"a receipt of another instant", bentReceipt([](auto &r) { r.receivedAt += std::chrono::milliseconds(1); }),
         FaultRule::ReceiptPlace, decisions, 2},
        {"a receipt of another place", bentReceipt([](auto &r) { r.log.index = 0; }), FaultRule::ReceiptInvalid,
         decisions, 2},
        {"a receipt with another root", bentReceipt([](auto &r) { r.log.root = other(); }), FaultRule::ReceiptInvalid,
         decisions, 2},
        {"a receipt without its proof", bentReceipt([](auto &r) { r.log.proof.clear(); }), FaultRule::ReceiptInvalid,
         decisions, 2},
        {"a receipt for other bytes", bentReceipt([](auto &r) { r.decisionDigest = other(); }),
         FaultRule::ReceiptInvalid, decisions, 2},
        {"a receipt from a forked log", bentReceipt(forkLog), FaultRule::LogRootDiffers, decisions, 2},
        {"a receipt from a log that went on elsewhere", bentReceipt([](auto &r) {
             audit::MerkleLog fork;
             fork.append(asBytes("first"));
             fork.append(crypto::parseDigest(r.decisionDigest.text()).value());
             fork.append(asBytes("third"));
             r.log = audit::placeInLog(fork, 1, 3);
         }),
         FaultRule::LogRootDiffers, decisions, 2},
    };
}

std::vector<BentPackage> bentHistories()
{
    return {
        {"two decisions that stand on one item",
         [](PackageMaker &maker) {
             maker.decide({.item = 1});
             maker.decide({.person = ben, .item = 1, .verdict = Verdict::Reject});
         },
         FaultRule::SecondDecision, decisions, 2},
        {"a co-signature under nothing",
         [](PackageMaker &maker) {
             maker.decide({.item = 1, .verdict = Verdict::Cosign, .amends = DecisionId("d-9")});
         },
         FaultRule::AmendsUnknown, decisions, 1},
        {"a co-signature under another item's decision",
         [](PackageMaker &maker) {
             const auto first = maker.decide({.item = 1, .outcome = Outcome::AwaitingCosign});
             maker.decide({.person = ben, .item = 2, .verdict = Verdict::Cosign, .amends = first});
         },
         FaultRule::AmendsUnknown, decisions, 2},
        {"a retraction of nothing", [](PackageMaker &maker) { maker.decide({.item = 1, .verdict = Verdict::Retract}); },
         FaultRule::AmendsUnknown, decisions, 1},
    };
}

// An item that one decision releases, rightly or not.
std::function<void(PackageMaker &)> releaseOf(const Plan &plan)
{
    return [plan](PackageMaker &maker) { maker.release(1, {maker.decide(plan)}); };
}

std::vector<BentPackage> bentReleases()
{
    return {
        {"a release of a rejected item", releaseOf({.item = 1, .verdict = Verdict::Reject}),
         FaultRule::ReleaseUnfounded, outcomes, 1},
        {"a release by an answer", releaseOf({.item = 1, .verdict = Verdict::Respond}), FaultRule::ReleaseUnfounded,
         outcomes, 1},
        {"a release by a superseded decision", releaseOf({.item = 1, .outcome = Outcome::Superseded}),
         FaultRule::ReleaseUnfounded, outcomes, 1},
        {"a release by an unproven decision", releaseOf({.item = 1, .outcome = Outcome::InvalidSignature}),
         FaultRule::ReleaseUnfounded, outcomes, 1},
        {"a release by another item's decision", releaseOf({.item = 2}), FaultRule::ReleaseUnfounded, outcomes, 1},
        {"a release by nobody", [](PackageMaker &maker) { maker.release(1, {}); }, FaultRule::ReleaseUnfounded,
         outcomes, 1},
        {"a release by a decision that is not there",
         [](PackageMaker &maker) { maker.release(1, {maker.decide({.item = 1}), DecisionId("d-9")}); },
         FaultRule::ReleaseUnfounded, outcomes, 1},
        {"a release of other bytes",
         [](PackageMaker &maker) {
             const auto id = maker.decide({.item = 1});
             maker.happen(1, audit::Release{other(), PackageMaker::policy(), 1, {id}});
         },
         FaultRule::ReleaseUnfounded, outcomes, 1},
        {"a release under another policy",
         [](PackageMaker &maker) {
             const auto id = maker.decide({.item = 1});
             maker.happen(1, audit::Release{PackageMaker::itemDigest(1), {"clinic", "2", other()}, 1, {id}});
         },
         FaultRule::ReleaseUnfounded, outcomes, 1},
        {"a release after a retraction",
         [](PackageMaker &maker) {
             const auto id = maker.decide({.item = 1, .outcome = Outcome::Held});
             maker.decide({.item = 1, .verdict = Verdict::Retract, .amends = id});
             maker.release(1, {id});
         },
         FaultRule::ReleaseUnfounded, outcomes, 1},
        {"a release after the draft was changed",
         [](PackageMaker &maker) {
             const auto id = maker.decide({.item = 1, .outcome = Outcome::Held});
             maker.happen(1, audit::Invalidated{id});
             maker.release(1, {id});
         },
         FaultRule::ReleaseUnfounded, outcomes, 2},
    };
}

std::vector<BentPackage> bentSignatures()
{
    return {
        {"a release with one signature of two",
         [](PackageMaker &maker) { maker.release(1, {maker.decide({.item = 1})}, 2); }, FaultRule::ReleaseShort,
         outcomes, 1},
        {"a release with two signatures of one person",
         [](PackageMaker &maker) {
             const auto id = maker.decide({.item = 1, .outcome = Outcome::AwaitingCosign});
             maker.release(1, {id, maker.decide({.item = 1, .verdict = Verdict::Cosign, .amends = id})}, 2);
         },
         FaultRule::ReleaseUnfounded, outcomes, 1},
        {"a release with a declined co-signature",
         [](PackageMaker &maker) {
             const auto id = maker.decide({.item = 1, .outcome = Outcome::AwaitingCosign});
             const Plan decline{.person = ben, .item = 1, .verdict = Verdict::DeclineCosign, .amends = id};
             maker.release(1, {id, maker.decide(decline)}, 2);
         },
         FaultRule::ReleaseUnfounded, outcomes, 1},
    };
}

std::vector<BentPackage> bentOutcomes()
{
    return {
        {"two releases",
         [](PackageMaker &maker) {
             const auto id = maker.decide({.item = 1});
             maker.release(1, {id});
             maker.release(1, {id});
         },
         FaultRule::ReleaseTwice, outcomes, 2},
        {"an outcome without a release", [](PackageMaker &maker) { maker.happen(1, audit::Reported{"completed", {}}); },
         FaultRule::OutcomeUnfounded, outcomes, 1},
        {"two outcomes",
         [](PackageMaker &maker) {
             maker.release(1, {maker.decide({.item = 1})});
             maker.happen(1, audit::Reported{"completed", {}});
             maker.happen(1, audit::Reported{"failed", {}});
         },
         FaultRule::OutcomeTwice, outcomes, 3},
    };
}

} // namespace

std::vector<BentPackage> bentPackages()
{
    std::vector<BentPackage> all;
    for (const auto &some : {bentKeys(), bentStatements(), bentReceipts(), bentHistories(), bentReleases(),
                             bentSignatures(), bentOutcomes(), bentTrust(), bentTokens(), bentCovers()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

namespace
{

std::vector<UnusualDay> unusualTrust()
{
    return {
        {"a gateway of before, without a log of records",
         [](PackageMaker &maker) {
             maker.hasRecords = false;
             maker.decide({.item = 1});
         }},
        {"an erased decision, a release that rests on it, and decisions after it",
         [](PackageMaker &maker) {
             for (int item = 1; item < 5; ++item)
                 maker.release(item, {maker.decide({.item = item})});
             maker.erase(1);
         }},
        {"everything erased",
         [](PackageMaker &maker) {
             for (int item = 1; item < 5; ++item)
                 maker.decide({.person = item % 2 == 0 ? ann : ben, .item = item, .verdict = Verdict::Reject});
             for (std::size_t decision = 0; decision < 4; ++decision)
                 maker.erase(decision);
         }},
    };
}

std::vector<UnusualDay> unusualDecisions()
{
    return {
        {"nothing happened", [](PackageMaker &) {}},
        {"a retraction and a new decision",
         [](PackageMaker &maker) {
             const auto id = maker.decide({.item = 1, .outcome = Outcome::Held});
             maker.decide({.item = 1, .verdict = Verdict::Retract, .amends = id});
             maker.release(1, {maker.decide({.person = ben, .item = 1})});
         }},
        {"a decision that a change of the draft undid, and a new one",
         [](PackageMaker &maker) {
             const auto id = maker.decide({.item = 1, .outcome = Outcome::Held});
             maker.happen(1, audit::Invalidated{id});
             maker.release(1, {maker.decide({.item = 1})});
         }},
        {"an escalation before the decision",
         [](PackageMaker &maker) {
             maker.decide({.item = 1, .verdict = Verdict::Escalate});
             maker.release(1, {maker.decide({.person = ben, .item = 1})});
         }},
        {"a glass that was broken and a roll-back",
         [](PackageMaker &maker) {
             const auto id = maker.decide({.item = 1, .verdict = Verdict::BreakGlass});
             maker.release(1, {id});
             maker.happen(1, audit::Reported{"failed", {}});
             maker.decide({.person = ben, .item = 1, .verdict = Verdict::RollBack, .amends = id});
         }},
        {"a refused decision off its chain",
         [](PackageMaker &maker) {
             maker.decide(
                 {.item = 1, .outcome = Outcome::NotPermitted, .statement = [](auto &s) { s.chain = {7, other()}; }});
             maker.decide({.item = 2});
         }},
        {"refused bytes that are no JWS",
         [](PackageMaker &maker) {
             maker.decide({.item = 1, .outcome = Outcome::InvalidSignature, .jws = [](auto &jws) { jws = "\"\n{}"; }});
         }},
        {"a refused decision that came with junk",
         [](PackageMaker &maker) {
             maker.alsoRendered = {"junk"};
             maker.decide({.item = 1, .outcome = Outcome::Expired});
         }},
        {"every refusal",
         [](PackageMaker &maker) {
             maker.decide({.item = 1});
             for (const Outcome outcome : {Outcome::Superseded, Outcome::StaleItem, Outcome::Expired,
                                           Outcome::NotLeaseHolder, Outcome::ClockRefused, Outcome::NotPermitted})
                 maker.decide({.person = ben, .item = 1, .outcome = outcome});
         }},
        {"a key that was revoked afterwards",
         [](PackageMaker &maker) {
             maker.decide({.item = 1});
             maker.key = [](audit::RegisteredKey &key) { key.revokedAt = key.validFrom + std::chrono::hours(48); };
         }},
    };
}

} // namespace

std::vector<UnusualDay> unusualDays()
{
    std::vector<UnusualDay> all = unusualDecisions();
    for (const auto &more : {unusualTrust(), unusualTokens(), unusualCovers()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace countersign::tests
