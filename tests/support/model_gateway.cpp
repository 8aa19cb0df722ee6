#include "tests/support/model_gateway.hpp"

#include "core/audit/checkpoint.hpp"
#include "core/audit/trail_receipt.hpp"
#include "core/authority/intake.hpp"
#include "core/authority/lifetimes.hpp"
#include "core/base/encoding.hpp"
#include "core/base/result.hpp"
#include "core/crypto/digest.hpp"
#include "core/policy/policy_document.hpp"
#include "core/protocol/audit_codec.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/decision_codec.hpp"
#include "core/protocol/proposal_codec.hpp"
#include "core/rulebook/policy_codec.hpp"

namespace countersign::support
{
namespace
{

const std::string gatewayId = "gw-model";

protocol::SignInRefused refused(const char *rule)
{
    return {.rule = rule, .retryAfterSeconds = 0};
}

audit::MerkleLog logOf(const std::vector<domain::Digest> &leaves)
{
    audit::MerkleLog log;
    for (const auto &leaf : leaves)
        log.append(*crypto::parseDigest(leaf.text()));
    return log;
}

} // namespace

ModelGateway::ModelGateway() : now(*parseInstant("2026-11-02T09:00:00Z"))
{
    key_ = std::move(*crypto::SigningKey::fromSeed(Bytes(32, 42)));
}

std::string ModelGateway::gatewayKeyText() const
{
    return base64urlEncode(key_->publicKey().bytes);
}

void ModelGateway::addReviewer(const std::string &id, const std::string &password, domain::Role role)
{
    const domain::ReviewerId reviewer{id};
    accounts[reviewer] = {{.id = reviewer, .name = "Dr " + id, .role = role, .credentials = "MD", .npi = {}}, password};
}

domain::ItemId ModelGateway::propose(const domain::Proposal &proposal)
{
    const auto bytes = protocol::canonical(protocol::encodeProposal(proposal));
    const auto submission = authority::readSubmission(*bytes);
    const authority::AgentGrant agent{proposal.agent.id, {proposal.workflow}};
    const auto &blobs = submission->blobs;
    const auto accepted = authority::judgeProposal(submission.value(), {.policy = policy,
                                                                        .agent = agent,
                                                                        .same = nullptr,
                                                                        .superseded = nullptr,
                                                                        .wasRejected = false,
                                                                        .blobs = {blobs.begin(), blobs.end()},
                                                                        .now = now});
    const auto &item = std::get<authority::AcceptedItem>(accepted.value());
    const auto id = item.item.row.id;
    canonical_[id] = item.canonical;
    proposals_[id] = proposal;
    change(item.item);
    return id;
}

void ModelGateway::withdraw(const domain::ItemId &item)
{
    if (const auto changed = authority::withdraw(items.at(item), items.at(item).row.agent))
        apply(*changed);
}

void ModelGateway::passTime()
{
    std::vector<authority::ItemChange> happened;
    for (const auto &[id, item] : items) {
        const auto *rule = policy::findAction(policy, item.row.workflow, item.row.actionType);
        if (auto released = authority::release(item, *rule, now))
            happened.push_back(std::move(*released));
        else if (auto expired = authority::expire(item, now))
            happened.push_back(std::move(*expired));
    }
    for (const auto &changed : happened)
        apply(changed);
}

void ModelGateway::change(const authority::ItemRecord &item)
{
    items[item.row.id] = item;
    changes.push_back({std::ssize(changes) + 1, item.row});
}

std::unique_ptr<ModelGateway::Link> ModelGateway::accept()
{
    auto link = std::make_unique<Link>();
    link->nonce = base64urlEncode(crypto::sha256(asBytes("nonce" + std::to_string(++links_))));
    return link;
}

void ModelGateway::hear(Link &link, const protocol::Message &message)
{
    if (link.isClosed)
        return;
    std::visit(Overload{
                   [&](const protocol::ClientHello &hello) {
                       link.device = hello.device;
                       link.said.push_back(protocol::ServerHello{.gatewayId = gatewayId,
                                                                 .organisation = "Model clinic",
                                                                 .version = "1",
                                                                 .nonce = link.nonce,
                                                                 .now = now,
                                                                 .gatewayKey = gatewayKeyText(),
                                                                 .takesEvents = takesEvents,
                                                                 .provesLog = provesLog,
                                                                 .breaksGlass = breaksGlass,
                                                                 .takesTokens = takesTokens,
                                                                 .issuer = issuer});
                   },
                   [&](const protocol::SignIn &request) { signIn(link, request); },
                   [&](const protocol::Resume &request) { resume(link, request); },
                   [&](const protocol::Enrol &request) { enrol(link, request); },
                   [&](const protocol::Follow &request) { follow(link, request.position); },
                   [&](const protocol::FetchItem &request) { fetch(link, request.itemId); },
                   [&](const protocol::SubmitDecision &submitted) { submit(link, submitted); },
                   [&](const protocol::SubmitEvents &batch) { take(link, batch); },
                   [&](const protocol::ProveLog &asked) { prove(link, asked); },
                   [&](const protocol::ProveSigning &request) { proveSigning(link, request); },
                   [&](const protocol::BeginEmergency &) { beginEmergency(link); },
                   [&](const protocol::EndEmergency &) { endEmergency(link); },
                   [&](const protocol::ReplaceKey &request) { replaceKey(link, request); },
                   [&](const protocol::EnrolToken &request) { enrolToken(link, request); },
                   [&](const protocol::SeeNotice &request) { seenNotices.push_back(request.number); },
                   [&](const protocol::Ping &) { link.said.push_back(protocol::Pong{now}); },
                   [](const auto &) {},
               },
               message);
}

bool ModelGateway::isProven(const Link &link, const domain::ReviewerId &user, const crypto::PublicKey &key,
                            std::string_view signature) const
{
    const auto bytes = base64urlDecode(signature);
    return bytes && crypto::verify(key, asBytes(protocol::linkProofBytes(link.nonce, user)), *bytes);
}

void ModelGateway::signIn(Link &link, const protocol::SignIn &request)
{
    const auto account = accounts.find(request.user);
    const bool isRight = account != accounts.end()
                         && (request.idToken.empty() ? account->second.password == request.password
                                                     : isToken(request.idToken, request.user, link.nonce));
    if (!isRight) {
        link.said.push_back(refused(request.idToken.empty() ? "wrong-credentials" : "issuer"));
        return;
    }
    link.account = account->second;
    domain::KeyId known;
    for (const auto &key : keys_.keys())
        if (key.owner == request.user.text() && key.device == link.device)
            known = key.kid;
    link.kid = known;
    link.said.push_back(protocol::SignedIn{link.account->reviewer, known, rulebook::policyRef(policy),
                                           "session-" + link.nonce, rulebook::policyBytes(policy),
                                           tokenKeyOf(request.user), covers[request.user]});
}

void ModelGateway::resume(Link &link, const protocol::Resume &request)
{
    const auto *key = keys_.find(request.kid);
    if (key == nullptr || key->owner != request.user.text()) {
        link.said.push_back(refused("unknown-key"));
        return;
    }
    if (!isProven(link, request.user, key->publicKey, request.signature)) {
        link.said.push_back(refused("bad-proof"));
        return;
    }
    link.account = accounts.at(request.user);
    link.kid = request.kid;
    link.said.push_back(protocol::SignedIn{link.account->reviewer, request.kid, rulebook::policyRef(policy),
                                           "session-" + link.nonce, rulebook::policyBytes(policy),
                                           tokenKeyOf(request.user), covers[request.user]});
}

domain::KeyId ModelGateway::registerKey(const Link &link, const crypto::PublicKey &key)
{
    const domain::KeyId kid{crypto::thumbprint(key)};
    keys_.put({.kid = kid,
               .publicKey = key,
               .role = audit::KeyRole::Reviewer,
               .owner = link.account->reviewer.id.text(),
               .device = link.device,
               .validFrom = now,
               .revokedAt = std::nullopt});
    return kid;
}

void ModelGateway::enrol(Link &link, const protocol::Enrol &request)
{
    const auto bytes = base64urlDecode(request.publicKey);
    const auto key = bytes ? crypto::PublicKey::fromBytes(*bytes) : std::nullopt;
    if (!link.account || !key || !isProven(link, link.account->reviewer.id, *key, request.signature)) {
        link.said.push_back(refused("bad-proof"));
        return;
    }
    const domain::KeyId kid = registerKey(link, *key);
    link.kid = kid;
    link.said.push_back(protocol::Enrolled{kid});
}

void ModelGateway::follow(Link &link, std::int64_t position)
{
    const auto newest = std::ssize(changes);
    if (position > 0 && position >= oldestChange && position <= newest) {
        link.position = position;
        return push(link);
    }
    link.position = newest;
    link.said.push_back(protocol::SnapshotBegin{newest});
    std::int64_t count = 0;
    for (const auto &[id, item] : items)
        if (sees(link, item.row)) {
            link.said.push_back(protocol::SnapshotRows{{item.row}});
            ++count;
        }
    link.said.push_back(protocol::SnapshotEnd{newest, count});
}

void ModelGateway::push(Link &link)
{
    if (link.isClosed || !link.position || *link.position == std::ssize(changes))
        return;
    const auto from = *link.position;
    protocol::Changes batch{from, std::ssize(changes), {changes.begin() + from, changes.end()}};
    std::erase_if(batch.entries, [&](const protocol::QueueChange &change) { return !sees(link, change.row); });
    link.position = batch.to;
    link.said.push_back(std::move(batch));
}

void ModelGateway::fetch(Link &link, const domain::ItemId &id)
{
    const auto found = canonical_.find(id);
    if (found == canonical_.end()) {
        link.said.push_back(protocol::ItemMissing{id});
        return;
    }
    const auto &text = found->second; // ASCII in the samples, so any byte is a cut between code points
    const auto count = static_cast<std::int64_t>((text.size() + partBytes - 1) / partBytes);
    for (std::int64_t i = 0; i < count; ++i)
        link.said.push_back(protocol::ItemPart{id, items.at(id).row.revision, i, count,
                                               text.substr(static_cast<std::size_t>(i) * partBytes, partBytes)});
}

std::string ModelGateway::makeReceipt(const std::string &jws, const domain::DecisionId &id, const domain::ItemId &item,
                                      domain::Outcome outcome, std::optional<domain::Winner> winner,
                                      std::optional<Instant> releaseAt)
{
    const auto digest = audit::jwsDigest(jws);
    decisionLeaves.push_back(digest);
    recordLeaves.push_back(digest);
    const auto log = logOf(decisionLeaves);
    const auto index = log.size() - 1;
    const domain::Receipt receipt{.decisionId = id,
                                  .decisionDigest = digest,
                                  .itemId = item,
                                  .outcome = outcome,
                                  .winner = std::move(winner),
                                  .releaseAt = releaseAt,
                                  .receivedAt = now,
                                  .log = audit::placeInLog(log, index, log.size())};
    return audit::signJws(audit::JwsType::Receipt, *key_, protocol::receiptBytes(receipt));
}

void ModelGateway::take(Link &link, const protocol::SubmitEvents &batch)
{
    auto &kept = trails[batch.trail];
    for (const auto &bytes : batch.events) {
        const auto entry = protocol::readAuditEntry(bytes);
        const domain::Digest head(kept.empty() ? "" : crypto::digestText(asBytes(kept.back())));
        if (entry && entry->seq == std::ssize(kept) && entry->prev == head && entry->device == link.device)
            kept.push_back(bytes);
        else if (!entry || entry->seq >= std::ssize(kept) || kept[static_cast<std::size_t>(entry->seq)] != bytes)
            ++conflicts;
    }
    const auto nextSeq = std::ssize(kept);
    if (nextSeq == 0)
        return link.said.push_back(protocol::EventsReceived{batch.trail, 0, {}});
    const audit::TrailReceipt receipt{batch.trail, nextSeq, domain::Digest(crypto::digestText(asBytes(kept.back()))),
                                      now};
    link.said.push_back(protocol::EventsReceived{batch.trail, nextSeq, audit::signTrailReceipt(receipt, *key_)});
}

void ModelGateway::prove(Link &link, const protocol::ProveLog &asked)
{
    const auto decisions = logOf(decisionLeaves);
    const auto records = logOf(recordLeaves);
    const audit::Checkpoint checkpoint{gatewayId, now, audit::headOf(decisions, decisions.size()),
                                       audit::headOf(records, records.size())};
    protocol::LogProved answer{audit::signCheckpoint(checkpoint, *key_), {}, {}};
    for (const auto size : asked.sizes)
        answer.proofs.push_back(audit::consistencyProof(decisions, size, checkpoint.decisions.size));
    answer.recordProof = audit::consistencyProof(records, asked.recordSize, checkpoint.records.size);
    if (bend)
        bend(answer);
    link.said.push_back(std::move(answer));
}

std::string ModelGateway::judge(const authority::SubmittedDecision &decision, Received &noted)
{
    const auto &statement = decision.statement;
    const auto item = items.find(statement.itemId);
    const auto chain = audit::chainKeyOf(statement);
    const auto *key = keys_.find(decision.parts.kid);
    const auto owner = key ? accounts.find(domain::ReviewerId{key->owner}) : accounts.end();
    const auto &proof = statement.auth.proof;
    const auto judgement =
        authority::judgeDecision(decision, {.gatewayId = gatewayId,
                                            .key = key,
                                            .reviewer = owner == accounts.end() ? nullptr : &owner->second.reviewer,
                                            .head = chains_[chain],
                                            .isIdTaken = false,
                                            .item = item == items.end() ? nullptr : &item->second,
                                            .proposal = item == items.end() ? nullptr : &proposals_.at(item->first),
                                            .policy = &policy,
                                            .now = now,
                                            .carried = proof ? keys_.find(proof->kid) : nullptr,
                                            .covers = covers[statement.signer.id]});
    if (judgement.head)
        chains_[chain] = *judgement.head;
    if (judgement.change)
        apply(*judgement.change);
    noted.outcome = judgement.outcome;
    return makeReceipt(decision.jws, statement.decisionId, statement.itemId, judgement.outcome, judgement.winner,
                       judgement.releaseAt);
}

void ModelGateway::submit(Link &link, const protocol::SubmitDecision &submitted)
{
    auto decision = authority::readSubmittedDecision(submitted.jws, submitted.rendered);
    if (!decision || !link.account) {
        link.said.push_back(protocol::Bye{"protocol", "not a decision"});
        link.isClosed = true;
        return;
    }
    const auto id = decision->statement.decisionId;
    const auto known = received.find(id);
    if (known == received.end()) {
        Received noted{.jws = submitted.jws, .receipt = {}, .item = decision->statement.itemId};
        noted.isEscalation = decision->statement.verdict == domain::Verdict::Escalate;
        noted.isRetraction = decision->statement.verdict == domain::Verdict::Retract;
        noted.receipt = judge(*decision, noted);
        received[id] = std::move(noted);
    }
    auto &noted = received.at(id);
    ++noted.times;
    if (noted.jws == submitted.jws)
        link.said.push_back(protocol::DecisionReceipt{id, noted.receipt});
    else
        ++conflicts;
}

} // namespace countersign::support
