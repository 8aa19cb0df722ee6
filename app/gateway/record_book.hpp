// The gateway's log of records (core/audit/record_log): what is in it, its tree, and what the registry was by it. Every
// change of keys, accounts or policy becomes a leaf because the book compares itself with the tables, whoever changed
// them. It belongs to the store's thread and writes within the caller's transaction; after one that failed, load anew.
#pragma once

#include "core/audit/record_log.hpp"
#include "core/ports/randomness.hpp"
#include "core/store/gateway/gateway_store.hpp"

#include <map>
#include <string>
#include <vector>

namespace countersign::gateway
{

template <class T>
using Stored = Result<T, store::StoreError>;

class RecordBook
{
public:
    // Reads every leaf. Corrupt where one cannot be read back or the persisted head says otherwise.
    [[nodiscard]] Stored<Done> load(store::gateway::GatewayStore &store);

    // What the tables say and the log does not yet: keys, revocations, accounts, covers, policies. `decisions` is the
    // other log's head, for the first leaf of a log that begins.
    [[nodiscard]] Stored<Done> reconcile(store::gateway::GatewayStore &store, const audit::TreeHead &decisions,
                                         Instant now);
    [[nodiscard]] Stored<Done> add(store::gateway::GatewayStore &store, const audit::Record &record, Instant now);
    [[nodiscard]] Stored<Done> addDecision(store::gateway::GatewayStore &store, const audit::DecisionPlace &place,
                                           std::string_view jws, ports::Randomness &dice, Instant now);
    [[nodiscard]] const audit::MerkleLog &tree() const { return tree_; }
    [[nodiscard]] audit::TreeHead head() const { return audit::headOf(tree_, tree_.size()); }

private:
    struct Account {
        domain::Role role = domain::Role::Auditor;
        bool isDisabled = false;
    };
    // What the tables say of each and the log does not; Corrupt where they say what cannot be.
    using Missing = std::vector<audit::Record>;
    [[nodiscard]] Stored<Done> missKeys(store::gateway::GatewayStore &store, Missing &missing) const;
    [[nodiscard]] Stored<Done> missAccounts(store::gateway::GatewayStore &store, Missing &missing) const;
    [[nodiscard]] Stored<Done> missCovers(store::gateway::GatewayStore &store, Missing &missing) const;
    [[nodiscard]] Stored<Done> missPolicy(store::gateway::GatewayStore &store, Missing &missing) const;
    void replay(const audit::Record &record);
    [[nodiscard]] Stored<Done> write(store::gateway::GatewayStore &store, const audit::RecordLeaf &leaf,
                                     const audit::Salt &salt, std::string document);

    audit::MerkleLog tree_;
    std::map<domain::KeyId, bool> keys_; // whether it is revoked
    std::map<domain::ReviewerId, Account> accounts_;
    std::map<std::int64_t, bool> covers_; // by number, whether it was ended
    domain::Digest policy_;               // the newest
};

} // namespace countersign::gateway
