// The gateway's durable memory over one encrypted database. Blocking; one thread at a time. Every change belongs into a
// transaction of the caller's, so that an item, its decision, the log's leaf and the change of the queue are one.
#pragma once

#include "core/base/result.hpp"
#include "core/store/database.hpp"
#include "core/store/gateway/gateway_rows.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace countersign::store::gateway
{

template <class T>
using Stored = Result<T, StoreError>;

class GatewayStore
{
public:
    // Opens or creates the file and brings its schema up to date.
    [[nodiscard]] static Stored<GatewayStore> open(const std::filesystem::path &file, const DatabaseKey &key,
                                                   OpenMode mode);

    [[nodiscard]] Stored<Transaction> begin();
    [[nodiscard]] Stored<Done> close() { return database_.close(); }
    // True after a failed read, write or sync: the process has to start anew.
    [[nodiscard]] bool isDistrusted() const { return database_.isDistrusted(); }
    // Forgets what a rolled-back transaction had counted.
    [[nodiscard]] Stored<Done> recount();

    // --- who may come ---
    [[nodiscard]] Stored<Done> addAgent(const AgentRow &agent); // Constraint: the id is taken
    [[nodiscard]] Stored<std::vector<AgentRow>> agents();
    [[nodiscard]] Stored<bool> replaceToken(const domain::AgentId &id, const Bytes &tokenHash); // false: no such agent
    [[nodiscard]] Stored<Done> addUser(const UserRow &user); // Constraint: the id is or was taken
    [[nodiscard]] Stored<std::vector<UserRow>> users();
    [[nodiscard]] Stored<bool> disableUser(const domain::ReviewerId &id); // false: no such user
    [[nodiscard]] Stored<Done> addKey(const KeyRow &key);
    [[nodiscard]] Stored<std::vector<KeyRow>> keys();
    [[nodiscard]] Stored<Done> revokeKeys(const domain::ReviewerId &owner, Instant at);
    // Of the tokens that the person carries; false: there is none that counts.
    [[nodiscard]] Stored<bool> revokeTokens(const domain::ReviewerId &owner, Instant at);
    // --- who signs for whom ---
    [[nodiscard]] Stored<Done> addCover(const CoverRow &cover); // Constraint: one of them is no user
    [[nodiscard]] Stored<std::vector<CoverRow>> covers();       // all that ever were
    // Those of that signer for that person that still count; false: there is none.
    [[nodiscard]] Stored<bool> endCovers(const domain::ReviewerId &signer, const domain::ReviewerId &absent,
                                         Instant at);

    // --- what supervisors are told ---
    [[nodiscard]] Stored<Done> addNotice(const domain::Notice &notice); // its number is given here
    [[nodiscard]] Stored<Done> seeNotice(std::int64_t number, const domain::ReviewerId &user, Instant at);
    // What that person has not seen of others since then: the newest, the oldest of them first.
    [[nodiscard]] Stored<std::vector<domain::Notice>> unseenNotices(const domain::ReviewerId &user, Instant since,
                                                                    std::int64_t limit);

    // Those of that person on that device that were registered before `kid`.
    [[nodiscard]] Stored<Done> revokeKeysBefore(const std::string &owner, const domain::DeviceId &device,
                                                const domain::KeyId &kid, Instant at);
    // False: that proof or a later one is there.
    [[nodiscard]] Stored<bool> putSigningProof(const domain::ReviewerId &user, const domain::Digest &nonce,
                                               const SigningProofRow &proof, Instant heardAt);
    [[nodiscard]] Stored<std::optional<SigningProofRow>> signingProof(const domain::ReviewerId &user,
                                                                      const domain::Digest &nonce);

    // --- policies: the last is in force ---
    [[nodiscard]] Stored<Done> applyPolicy(const PolicyRow &policy);
    [[nodiscard]] Stored<std::vector<PolicyRow>> policies();

    // --- items and the stream of their changes ---
    // Each returns the position of the change, which follows the one before without a gap.
    [[nodiscard]] Stored<std::int64_t> insertItem(const ItemRow &item, std::string_view canonical);
    [[nodiscard]] Stored<std::int64_t> updateItem(const ItemRow &item);
    [[nodiscard]] Stored<std::optional<ItemRow>> findItem(const domain::ItemId &id);
    [[nodiscard]] Stored<std::optional<std::string>> canonical(const domain::ItemId &id);
    // The findings of an item, as JSON; nothing where it was not checked.
    [[nodiscard]] Stored<Done> addFindings(const domain::ItemId &id, std::string_view findings);
    [[nodiscard]] Stored<std::optional<std::string>> findings(const domain::ItemId &id);
    [[nodiscard]] std::int64_t position() const { return position_; }
    // Every item that changed after `after` and up to `upTo`, as it is now, in the order of its last change.
    [[nodiscard]] Stored<std::vector<ChangeRow>> changes(std::int64_t after, std::int64_t upTo, std::int64_t limit);
    // The same of those that a queue shows.
    [[nodiscard]] Stored<std::vector<ChangeRow>> listed(std::int64_t after, std::int64_t upTo, std::int64_t limit);
    [[nodiscard]] Stored<std::int64_t> listedCount();
    [[nodiscard]] Stored<std::vector<domain::ItemId>> dueReleases(Instant now, std::int64_t limit);
    [[nodiscard]] Stored<std::vector<domain::ItemId>> dueExpiries(Instant now, std::int64_t limit);
    [[nodiscard]] Stored<Done> setReleaseToken(const domain::ItemId &id, std::string_view token);
    [[nodiscard]] Stored<Done> setReported(const domain::ItemId &id);

    // --- decisions, in log order ---
    [[nodiscard]] Stored<Done> addDecision(const DecisionRow &decision);
    [[nodiscard]] Stored<std::optional<std::string>> receipt(const domain::Digest &decision);
    // The first one that bears this id.
    [[nodiscard]] Stored<std::optional<DecisionRow>> findDecision(const domain::DecisionId &id);
    [[nodiscard]] Stored<std::vector<domain::Digest>> leaves();
    using SeeDecision = std::function<void(const DecisionRow &)>;
    [[nodiscard]] Stored<Done> eachDecision(std::int64_t first, std::int64_t last, const SeeDecision &see);
    using SeeText = std::function<void(std::string_view)>;
    [[nodiscard]] Stored<Done> eachDecidedItem(std::int64_t first, std::int64_t last, const SeeText &see);
    [[nodiscard]] Stored<ChainRow> chain(const domain::DeviceId &device, const domain::ReviewerId &signer);
    [[nodiscard]] Stored<Done> setChain(const domain::DeviceId &device, const domain::ReviewerId &signer,
                                        const ChainRow &head);
    [[nodiscard]] Stored<Done> rejectDraft(const domain::Digest &draft);
    [[nodiscard]] Stored<bool> isRejected(const domain::Digest &draft);
    [[nodiscard]] Stored<Done> addOutcome(const OutcomeRow &outcome);
    using SeeOutcome = std::function<void(const OutcomeRow &)>;
    [[nodiscard]] Stored<Done> eachOutcome(const SeeOutcome &see);

    // --- what trust rests on ---
    [[nodiscard]] Stored<Done> addRecord(const RecordRow &record); // the next index
    using SeeRecord = std::function<void(const RecordRow &)>;
    [[nodiscard]] Stored<Done> eachRecord(const SeeRecord &see);
    // The decision's words and its record's salt are gone; digest, receipt and leaf stay.
    [[nodiscard]] Stored<Done> eraseDecision(std::int64_t index);
    // Its content, its findings and the blobs that no other item names; the row stays, with that summary.
    [[nodiscard]] Stored<Done> eraseItem(const domain::ItemId &id, std::string_view summary);
    [[nodiscard]] Stored<std::optional<LogHeadRow>> logHead();
    [[nodiscard]] Stored<Done> setLogHead(const LogHeadRow &head); // Constraint: the logs would shrink or change
    [[nodiscard]] Stored<Done> addCheckpoint(std::string_view document);
    [[nodiscard]] Stored<Done> eachCheckpoint(const SeeText &see);
    [[nodiscard]] Stored<std::optional<TrailRow>> findTrail(const domain::TrailId &id);
    [[nodiscard]] Stored<Done> putTrail(const TrailRow &trail);
    [[nodiscard]] Stored<Done> addTrailEntry(const TrailEntryRow &entry);
    [[nodiscard]] Stored<std::optional<domain::Digest>> trailDigest(const domain::TrailId &trail, std::int64_t seq);
    using SeeTrailEntry = std::function<void(Instant receivedAt, std::string_view bytes)>;
    [[nodiscard]] Stored<Done> eachTrailEntry(const SeeTrailEntry &see);

    // --- blobs ---
    [[nodiscard]] Stored<Done> addBlob(const domain::Digest &digest, BytesView content);
    [[nodiscard]] Stored<std::optional<std::int64_t>> blobSize(const domain::Digest &digest);
    [[nodiscard]] Stored<Bytes> readBlob(const domain::Digest &digest, std::int64_t offset, std::int64_t size);

private:
    explicit GatewayStore(Database database) : database_(std::move(database)) {}

    [[nodiscard]] Stored<Done> writeSignatures(const ItemRow &item);
    [[nodiscard]] Stored<std::vector<ChangeRow>> changeRows(Statement query);
    [[nodiscard]] Stored<std::vector<domain::ItemId>> itemIds(Statement query);

    Database database_;
    std::int64_t position_ = 0;
};

} // namespace countersign::store::gateway
