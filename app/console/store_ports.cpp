#include "app/console/store_ports.hpp"

namespace countersign::console
{

template <class Ask>
void StoreLedger::ask(Ask question)
{
    bridge_.toStore([&profile = profile_, tell = tell_, question = std::move(question)] { tell(question(profile)); });
}

void StoreLedger::open()
{
    ask([](Profile &profile) { return profile.openLedger(); });
}

void StoreLedger::append(ports::SealedDecision decision)
{
    ask([decision = std::move(decision)](Profile &profile) { return profile.append(decision); });
}

void StoreLedger::storeStanding(const domain::DecisionId &id, domain::Standing standing, std::string receipt)
{
    ask([id, standing, receipt = std::move(receipt)](Profile &profile) {
        return profile.storeStanding(id, standing, receipt);
    });
}

void StoreLedger::storeChanges(store::QueueRows rows, std::int64_t position)
{
    ask([rows = std::move(rows), position](Profile &profile) { return profile.storeChanges(rows, position); });
}

void StoreLedger::replaceQueue(store::QueueRows rows, std::int64_t position)
{
    ask([rows = std::move(rows), position](Profile &profile) { return profile.replaceQueue(rows, position); });
}

void StoreLedger::storeItem(const domain::ItemId &id, std::string canonical)
{
    ask([id, canonical = std::move(canonical)](Profile &profile) { return profile.storeItem(id, canonical); });
}

void StoreLedger::loadItem(const domain::ItemId &id)
{
    ask([id](Profile &profile) { return profile.loadItem(id); });
}

void StoreLedger::storeDraft(ports::UnsignedDraft draft, std::uint64_t ticket)
{
    ask([draft = std::move(draft), ticket](Profile &profile) { return profile.storeDraft(draft, ticket); });
}

void StoreLedger::forgetDraft(const domain::ItemId &item, const domain::Digest &digest)
{
    ask([item, digest](Profile &profile) { return profile.forgetDraft(item, digest); });
}

void StoreLedger::storePersonal(std::string name, std::string value)
{
    ask([name = std::move(name), value = std::move(value)](Profile &profile) {
        return profile.storePersonal(name, value);
    });
}

void StoreLedger::recordEvents(const domain::TrailId &trail, std::vector<ports::TrailEntry> entries)
{
    store::TrailEntries kept;
    for (auto &entry : entries)
        kept.push_back({entry.seq, std::move(entry.digest), std::move(entry.bytes)});
    ask([trail, kept = std::move(kept)](Profile &profile) { return profile.recordEvents(trail, kept); });
}

void StoreLedger::loadEvents(std::int64_t from, std::int64_t count)
{
    ask([from, count](Profile &profile) { return profile.loadEvents(from, count); });
}

void StoreLedger::acknowledgeEvents(std::int64_t upTo, std::string receipt)
{
    ask([upTo, receipt = std::move(receipt)](Profile &profile) { return profile.acknowledgeEvents(upTo, receipt); });
}

void StoreLedger::keepCheckpoint(std::string checkpoint)
{
    ask([checkpoint = std::move(checkpoint)](Profile &profile) { return profile.keepCheckpoint(checkpoint); });
}

void StoreLedger::keepEvidence(std::string content)
{
    ask([content = std::move(content)](Profile &profile) { return profile.keepEvidence(content); });
}

void StoreLedger::close()
{
    bridge_.toStore([&profile = profile_] { profile.closeLedger(); });
}

template <class Ask>
void StoreVault::ask(Ask question)
{
    bridge_.toStore([&profile = profile_, tell = tell_, question = std::move(question)] { tell(question(profile)); });
}

void StoreVault::open(const domain::ReviewerId &user, std::shared_ptr<SecretBytes> password)
{
    ask([user, password = std::move(password)](Profile &profile) { return profile.openVault(user, password->view()); });
}

void StoreVault::enrol(const domain::ReviewerId &user, std::shared_ptr<SecretBytes> password)
{
    ask([user, password = std::move(password)](Profile &profile) { return profile.enrol(user, password->view()); });
}

void StoreVault::recover(const domain::ReviewerId &user, std::shared_ptr<SecretBytes> code,
                         std::shared_ptr<SecretBytes> password)
{
    ask([user, code = std::move(code), password = std::move(password)](Profile &profile) {
        return profile.recover(user, code->view(), password->view());
    });
}

void StoreVault::makeRecoveryCode(std::uint64_t request)
{
    ask([request](Profile &profile) { return profile.makeRecoveryCode(request); });
}

void StoreVault::keepRecoveryCode(std::uint64_t request, std::shared_ptr<SecretBytes> lastGroup)
{
    ask([request, group = std::move(lastGroup)](Profile &profile) {
        return profile.keepRecoveryCode(request, group->view());
    });
}

void StoreVault::changePassword(std::uint64_t request, std::shared_ptr<SecretBytes> oldPassword,
                                std::shared_ptr<SecretBytes> newPassword)
{
    ask([request, before = std::move(oldPassword), after = std::move(newPassword)](Profile &profile) {
        return profile.changePassword(request, before->view(), after->view());
    });
}

void StoreVault::signWithPassword(std::uint64_t request, std::shared_ptr<SecretBytes> password,
                                  std::string signingInput)
{
    ask([request, password = std::move(password), input = std::move(signingInput)](Profile &profile) {
        return profile.sign(request, password->view(), input);
    });
}

void StoreVault::signCarried(std::uint64_t request, ports::CarriedWord word, std::string signingInput)
{
    ask([request, word = std::move(word), input = std::move(signingInput)](Profile &profile) {
        return profile.signCarried(request, word, input);
    });
}

void StoreVault::signLinkProof(std::uint64_t request, std::string proof)
{
    ask([request, proof = std::move(proof)](Profile &profile) { return profile.proveLink(request, proof); });
}

void StoreVault::beginKeyChange(std::uint64_t request, std::shared_ptr<SecretBytes> password)
{
    ask([request, password = std::move(password)](Profile &profile) {
        return profile.beginKeyChange(request, password->view());
    });
}

void StoreVault::finishKeyChange(std::uint64_t request)
{
    ask([request](Profile &profile) { return profile.finishKeyChange(request); });
}

void StoreVault::keep(std::string card)
{
    bridge_.toStore([&profile = profile_, card = std::move(card)] { profile.keepCard(card); });
}

void StoreVault::lock()
{
    bridge_.toStore([&profile = profile_] { profile.lock(); });
}

} // namespace countersign::console
