// The gateway's office: applies what core/authority judges, each judgement in one transaction with the log's leaf and
// the change of the queue, and tells who waits. It belongs to the store's thread and blocks on the disk.
#pragma once

#include "app/gateway/record_book.hpp"
#include "app/gateway/rights_change.hpp"
#include "app/gateway/roll.hpp"
#include "core/audit/checkpoint.hpp"
#include "core/authority/intake.hpp"
#include "core/authority/judgement.hpp"
#include "core/authority/lifetimes.hpp"
#include "core/domain/audit_event.hpp"
#include "core/ports/randomness.hpp"
#include "core/protocol/messages.hpp"
#include "core/store/gateway/gateway_store.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <shared_mutex>
#include <string>
#include <variant>

namespace countersign::gateway
{

// What the agent's door says of an item.
struct ItemReport {
    authority::ItemRecord item;
    std::string releaseToken; // empty before the release
    bool isReported = false;
};

// A decision that the agent may act on: final, with its evidence.
struct FinalDecision {
    ItemReport report;
    domain::DecisionStatement statement;
    std::string decision, receipt; // compact JWS
};

struct ProposalTaken {
    authority::ItemRecord item;
    bool isRepeat = false;
    bool isRaised = false; // by what the checks found
};

// What somebody may see: what the role shows, or everything while glass is broken. Deciding is judged by the
// role.
struct Sight {
    domain::Role role = domain::Role::Auditor;
    bool isEmergency = false;
};

// Everything that changed after `from` and up to `to` that a role may see.
struct ChangePage {
    std::int64_t to = 0;
    std::vector<protocol::QueueChange> entries;
};

class Registrar
{
public:
    struct Identity {
        std::string gatewayId;
        std::string organisation;
        crypto::SigningKey key;
    };

    // Reads the roll, the policies and the log. Corrupt where one of them cannot be read back.
    [[nodiscard]] static Stored<Registrar> open(store::gateway::GatewayStore store, Identity identity,
                                                ports::Randomness &dice, Instant now);

    [[nodiscard]] const Identity &identity() const { return identity_; }
    [[nodiscard]] const Roll &roll() const { return roll_; }
    // The agent that bears this token, as a copy: agents may come while the server runs. Any thread.
    [[nodiscard]] std::optional<authority::AgentGrant> agentOf(std::string_view token) const;
    // Makes the change, with its leaf, and knows it at once. False: there was nothing of it to change; Constraint: an
    // id is taken or unknown.
    [[nodiscard]] Stored<bool> changeRights(const RightsChange &change, Instant now);
    // The rules in force as they were when it was asked: others may come while the server runs. Any thread.
    struct Rules {
        domain::PolicyRef ref;
        policy::PolicyDocument document;
        std::string text; // its canonical bytes
    };
    [[nodiscard]] std::shared_ptr<const Rules> rules() const;
    [[nodiscard]] bool isHealthy() const { return !store_.isDistrusted(); }
    [[nodiscard]] std::uint64_t logSize() const { return log_.size(); }
    [[nodiscard]] std::int64_t position() const { return store_.position(); }
    [[nodiscard]] Stored<std::int64_t> queueLength() { return store_.listedCount(); }
    [[nodiscard]] Stored<Done> close() { return store_.close(); }

    // Called after each commit that changed an item, on this thread.
    using ItemChanged = std::function<void(const domain::ItemId &)>;
    void onItemChanged(ItemChanged call) { itemChanged_ = std::move(call); }

    // --- the agent's door ---
    using ProposalError = std::variant<authority::IntakeRefusal, store::StoreError>;
    [[nodiscard]] Result<ProposalTaken, ProposalError> submit(const authority::AgentGrant &agent,
                                                              const authority::Submission &submission,
                                                              std::vector<domain::Finding> findings, Instant now);
    // Nothing: no such item, or not this agent's.
    [[nodiscard]] Stored<std::optional<ItemReport>> item(const domain::AgentId &agent, const domain::ItemId &id);
    // Nothing while it is undecided, held or waiting for a co-signature: what can still be undone is no decision yet.
    [[nodiscard]] Stored<std::optional<FinalDecision>> finalDecision(const ItemReport &report);
    using AgentError = std::variant<authority::AgentRule, store::StoreError>;
    [[nodiscard]] Result<ItemReport, AgentError> withdraw(const domain::AgentId &agent, const ItemReport &report,
                                                          Instant now);
    [[nodiscard]] Result<ItemReport, AgentError> recordOutcome(const domain::AgentId &agent, const ItemReport &report,
                                                               const authority::OutcomeReport &outcome, Instant now);
    enum class BlobTaken { Added, Known };
    [[nodiscard]] Stored<BlobTaken> putBlob(const domain::Digest &digest, BytesView content);
    [[nodiscard]] Stored<std::optional<std::int64_t>> blobSize(const domain::Digest &digest);
    [[nodiscard]] Stored<Bytes> readBlob(const domain::Digest &digest, std::int64_t offset, std::int64_t size);

    // --- the console's stream ---
    // The receipt; for the same bytes again the very same one.
    [[nodiscard]] Stored<std::string> submit(const authority::SubmittedDecision &decision, Instant now);
    [[nodiscard]] Stored<ChangePage> changes(Sight sight, std::int64_t after);
    // Of the rows that a queue shows, as far as they did not change after `upTo`.
    [[nodiscard]] Stored<ChangePage> listed(Sight sight, std::int64_t after, std::int64_t upTo);
    // The item's canonical bytes and revision, where that role may see it.
    struct WholeItem {
        std::string canonical;
        std::int64_t revision = 1;
        std::vector<domain::Finding> findings = {};
    };
    [[nodiscard]] Stored<std::optional<WholeItem>> wholeItem(Sight sight, const domain::ItemId &id);
    // Whether that role may see the item, and a source of it names the blob.
    [[nodiscard]] Stored<bool> maySeeBlob(Sight sight, const domain::ItemId &id, const domain::Digest &blob);
    // What the issuer said for one signature; false: it said so before, or later (a token serves once).
    [[nodiscard]] Stored<bool> keepSigningProof(const domain::ReviewerId &user, const domain::Digest &nonce,
                                                const authority::IssuerProof &proof, Instant now);
    void demandIssuer(bool isForEach) { needsIssuer_ = isForEach; }
    // Revokes the keys of that person on that device that were registered before this one, with their leaves.
    [[nodiscard]] Stored<Done> retireKeysBefore(const audit::RegisteredKey &key, Instant now);
    // Registers a device's key. Constraint where it belongs to somebody else.
    [[nodiscard]] Stored<Done> enrol(const audit::RegisteredKey &key, const std::string &deviceName);
    // Registers the token that a person carries, and revokes the one before. Why not; empty: it is registered.
    [[nodiscard]] Stored<std::string> enrolToken(const audit::RegisteredKey &key, const std::string &label);

    // --- what trust rests on ---
    // A checkpoint of both logs as they are, persisted before it is signed, with the proofs that were asked for.
    [[nodiscard]] Stored<protocol::LogProved> proveLog(const protocol::ProveLog &asked, Instant now);
    // The next entries of a console's audit trail; what does not follow, or is another's, is left out.
    [[nodiscard]] Stored<protocol::EventsReceived> takeEvents(const domain::DeviceId &device,
                                                              const domain::ReviewerId &owner,
                                                              const protocol::SubmitEvents &batch, Instant now);
    // What supervisors are told at once: kept until each of them has seen it, for thirty days.
    [[nodiscard]] Stored<Done> notify(domain::Notice::Kind kind, const domain::ReviewerId &who,
                                      const std::string &detail, Instant now);
    [[nodiscard]] Stored<std::vector<domain::Notice>> unseenNotices(const domain::ReviewerId &user, Instant now);
    [[nodiscard]] Stored<Done> seeNotice(std::int64_t number, const domain::ReviewerId &user, Instant now);
    // Called after each, on this thread.
    void onNotice(std::function<void()> call) { noticed_ = std::move(call); }
    // This gateway's own trail: now, or with the next passing of time where each by itself would cost too much.
    [[nodiscard]] Stored<Done> note(std::vector<domain::AuditEvent> events, Instant now);
    void noteSoon(domain::AuditEvent event);
    [[nodiscard]] Stored<Done> noteNow(Instant now);
    [[nodiscard]] Stored<Done> noteExport(const std::string &by, bool holdsPhi, Instant now);
    // Removes the words of that item and of every decision on it; digests, receipts, leaves and proofs stay, and each
    // decision gets a tombstone. How many decisions there were.
    [[nodiscard]] Stored<std::int64_t> erase(const domain::ItemId &id, const std::string &by, const std::string &reason,
                                             Instant now);
    [[nodiscard]] audit::Checkpoint checkpoint() const { return checkpointOf(head_); }
    // For commands, while no server runs.
    [[nodiscard]] store::gateway::GatewayStore &store() { return store_; }

    // --- time ---
    // Releases what was held long enough and expires what nobody decided; at most a batch of each.
    [[nodiscard]] Stored<Done> passTime(Instant now);

private:
    Registrar(store::gateway::GatewayStore store, Identity identity, ports::Randomness &dice);

    [[nodiscard]] Stored<Roll> readRoll();
    [[nodiscard]] Stored<std::shared_ptr<const Rules>> readPolicies();
    [[nodiscard]] Stored<Done> loadRights();
    [[nodiscard]] Stored<Done> reloadLog();
    [[nodiscard]] Stored<Done> openLogs(Instant now);
    [[nodiscard]] Stored<Done> writeHead(Instant now);
    [[nodiscard]] audit::Checkpoint checkpointOf(const store::gateway::LogHeadRow &head) const;
    // What was counted in memory for a transaction that failed is read anew.
    void reload();
    template <class Work>
    [[nodiscard]] Stored<Done> inTransaction(Work work, Instant now);
    [[nodiscard]] const policy::PolicyDocument *policyOf(const domain::Digest &digest) const;
    [[nodiscard]] Stored<std::optional<ItemReport>> findItem(const domain::ItemId &id);
    [[nodiscard]] Stored<authority::ItemRecord> toRecord(const store::gateway::ItemRow &row) const;
    [[nodiscard]] Stored<Done> readBlobsOf(const domain::ItemId &id);
    [[nodiscard]] Stored<Done> applyChange(const authority::ItemChange &change, Instant now);
    [[nodiscard]] Stored<Done> insertProposal(const authority::AcceptedItem &accepted,
                                              const std::vector<domain::Finding> &findings, Instant now);
    [[nodiscard]] Stored<std::string> writeDecision(const authority::SubmittedDecision &decision,
                                                    const authority::Judgement &judgement, Instant now);
    [[nodiscard]] Stored<std::string> judgeAndWrite(const authority::SubmittedDecision &decision, Instant now);
    [[nodiscard]] Stored<Done> commitChange(const authority::ItemChange &change, Instant now);
    [[nodiscard]] Stored<ChangePage> toPage(Sight sight, const std::vector<store::gateway::ChangeRow> &rows,
                                            std::int64_t upTo, std::int64_t limit) const;
    void tell(const domain::ItemId &id) const;

    store::gateway::GatewayStore store_;
    Identity identity_;
    ports::Randomness *dice_;
    Roll roll_;
    std::unique_ptr<std::shared_mutex> lock_ = std::make_unique<std::shared_mutex>(); // of roll_.agents and rules_
    std::map<domain::Digest, policy::PolicyDocument> policies_;
    std::shared_ptr<const Rules> rules_; // the newest
    audit::MerkleLog log_;               // of decisions
    RecordBook book_;
    store::gateway::LogHeadRow head_, nextHead_; // persisted; about to be
    std::vector<domain::AuditEvent> soon_;
    bool needsIssuer_ = false; // of every signature
    ItemChanged itemChanged_;
    std::function<void()> noticed_;
    // The item that was asked about last: a blob is read in many pieces, and an item's bytes never change.
    std::pair<domain::ItemId, std::set<domain::Digest>> blobsOfItem_;
};

// The work, and the heads that it makes, or nothing.
template <class Work>
Stored<Done> Registrar::inTransaction(Work work, Instant now)
{
    auto committed = store_.begin().and_then([&](store::Transaction transaction) {
        return work().and_then([&](Done) { return writeHead(now); }).and_then([&](Done) {
            return transaction.commit();
        });
    });
    if (committed)
        head_ = nextHead_;
    else
        reload();
    return committed;
}

} // namespace countersign::gateway
