// The engine's ledger and vault: asked on the engine thread, done by the Profile on the store thread, answered by
// events on the engine thread, in the order of asking.
#pragma once

#include "app/console/bridge.hpp"
#include "app/console/profile.hpp"
#include "core/engine/event.hpp"

#include <functional>

namespace countersign::console
{

// Hands an event to the engine; from any thread.
using Tell = std::function<void(engine::Event)>;

class StoreLedger : public ports::Ledger
{
public:
    StoreLedger(Bridge &bridge, Profile &profile, Tell tell)
        : bridge_(bridge), profile_(profile), tell_(std::move(tell))
    {
    }
    void open() override;
    void append(ports::SealedDecision decision) override;
    void storeStanding(const domain::DecisionId &id, domain::Standing standing, std::string receipt) override;
    void storeChanges(store::QueueRows rows, std::int64_t position) override;
    void replaceQueue(store::QueueRows rows, std::int64_t position) override;
    void storeItem(const domain::ItemId &id, std::string canonical) override;
    void loadItem(const domain::ItemId &id) override;
    void storeDraft(ports::UnsignedDraft draft, std::uint64_t ticket) override;
    void forgetDraft(const domain::ItemId &item, const domain::Digest &digest) override;
    void storePersonal(std::string name, std::string value) override;
    void recordEvents(const domain::TrailId &trail, std::vector<ports::TrailEntry> entries) override;
    void loadEvents(std::int64_t from, std::int64_t count) override;
    void acknowledgeEvents(std::int64_t upTo, std::string receipt) override;
    void keepCheckpoint(std::string checkpoint) override;
    void keepEvidence(std::string content) override;
    void close() override;

private:
    template <class Ask>
    void ask(Ask question);

    Bridge &bridge_;
    Profile &profile_;
    Tell tell_;
};

class StoreVault : public ports::Vault
{
public:
    StoreVault(Bridge &bridge, Profile &profile, Tell tell) : bridge_(bridge), profile_(profile), tell_(std::move(tell))
    {
    }
    void open(const domain::ReviewerId &user, std::shared_ptr<SecretBytes> password) override;
    void enrol(const domain::ReviewerId &user, std::shared_ptr<SecretBytes> password) override;
    void recover(const domain::ReviewerId &user, std::shared_ptr<SecretBytes> code,
                 std::shared_ptr<SecretBytes> password) override;
    void makeRecoveryCode(std::uint64_t request) override;
    void keepRecoveryCode(std::uint64_t request, std::shared_ptr<SecretBytes> lastGroup) override;
    void changePassword(std::uint64_t request, std::shared_ptr<SecretBytes> oldPassword,
                        std::shared_ptr<SecretBytes> newPassword) override;
    void signWithPassword(std::uint64_t request, std::shared_ptr<SecretBytes> password,
                          std::string signingInput) override;
    void signCarried(std::uint64_t request, ports::CarriedWord word, std::string signingInput) override;
    void signLinkProof(std::uint64_t request, std::string proof) override;
    void beginKeyChange(std::uint64_t request, std::shared_ptr<SecretBytes> password) override;
    void finishKeyChange(std::uint64_t request) override;
    void keep(std::string card) override;
    void lock() override;

private:
    template <class Ask>
    void ask(Ask question);

    Bridge &bridge_;
    Profile &profile_;
    Tell tell_;
};

} // namespace countersign::console
