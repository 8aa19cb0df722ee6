#include "app/console/profile.hpp"

#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/crypto/random.hpp"
#include "core/store/rekey.hpp"

#include <charconv>

namespace countersign::console
{
namespace
{

constexpr std::int64_t dataKeyAgeMaxMs = std::int64_t{365} * 24 * 3600 * 1000;

using ports::LedgerError;
using ports::LedgerEvent;
using ports::VaultEvent;
using store::StoreError;

LedgerError errorFor(StoreError error)
{
    switch (error) {
    case StoreError::DiskFull:
        return LedgerError::DiskFull;
    case StoreError::Absent:
    case StoreError::Corrupt:
        return LedgerError::Corrupt;
    case StoreError::Busy:
        return LedgerError::Busy;
    case StoreError::WrongKey:
        return LedgerError::WrongKey;
    case StoreError::VersionTooNew:
        return LedgerError::VersionTooNew;
    case StoreError::Quarantined:
        return LedgerError::Quarantined;
    case StoreError::NotOpen:
        return LedgerError::NotOpen;
    case StoreError::Io:
    case StoreError::OutOfMemory:
    case StoreError::Distrusted:
    case StoreError::Constraint:
    case StoreError::TooBig:
    case StoreError::LibraryTooOld:
    case StoreError::Misuse:
        break;
    }
    return LedgerError::Io;
}

VaultEvent answerSigned(std::uint64_t request, const VaultFile::Signed &outcome)
{
    if (!outcome)
        return ports::VaultRefused{request, outcome.error()};
    return ports::SignatureMade{request, *outcome};
}

VaultEvent answerChanged(std::uint64_t request, const VaultFile::Changed &outcome)
{
    if (!outcome)
        return ports::VaultRefused{request, outcome.error()};
    return ports::VaultChanged{request};
}

// What no second try and no free space would mend.
bool isDamage(StoreError error)
{
    return error == StoreError::Corrupt || error == StoreError::WrongKey || error == StoreError::Quarantined
           || error == StoreError::Constraint || error == StoreError::VersionTooNew;
}

store::SealedDecision toStore(const ports::SealedDecision &decision)
{
    return {decision.id, decision.item, decision.seq, decision.prev, decision.jws, decision.rendered, decision.summary};
}

ports::StoredDecision fromStore(store::StoredDecision &&stored)
{
    auto &sealed = stored.sealed;
    return {{std::move(sealed.id), std::move(sealed.item), sealed.seq, std::move(sealed.prev), std::move(sealed.jws),
             std::move(sealed.rendered), std::move(sealed.summary)},
            stored.standing,
            std::move(stored.receipt)};
}

ports::LedgerOpened openedFrom(store::LedgerState state)
{
    ports::LedgerOpened opened{.position = state.position,
                               .hasQueue = state.hasQueue,
                               .rows = std::move(state.rows),
                               .decisions = {},
                               .nextSeq = state.nextSeq,
                               .head = std::move(state.head),
                               .isQuarantined = state.isQuarantined,
                               .drafts = std::move(state.drafts),
                               .personal = std::move(state.personal),
                               .trail = {std::move(state.trail.trail), state.trail.nextSeq, state.trail.acknowledged,
                                         std::move(state.trail.head)},
                               .checkpoint = std::move(state.checkpoint)};
    for (auto &decision : state.decisions)
        opened.decisions.push_back(fromStore(std::move(decision)));
    return opened;
}

} // namespace

Profile::Profile(std::filesystem::path home, domain::DeviceId device, ProfileWorld world)
    : home_(std::move(home)), device_(std::move(device)), world_(std::move(world)),
      ownFiles_(world_.files == nullptr ? store::systemFiles() : nullptr),
      files_(world_.files == nullptr ? ownFiles_.get() : world_.files)
{
}

store::LedgerWorld Profile::ledgerWorld()
{
    return {.files = files_, .fillRandom = crypto::systemRandom, .vfs = world_.vfs};
}

store::ProfilePaths Profile::pathsAt(std::filesystem::path folder) const
{
    return {std::move(folder), device_};
}

void Profile::choose(const domain::ReviewerId &user)
{
    folder_ = folderOf(user);
    auto world = world_.vault;
    world.nowMs = world_.nowMs ? world_.nowMs() : 0;
    vault_.emplace(*files_, folder_, device_, std::move(world));
}

// A digest, because ids may differ in case alone and disks may not, and because a name is nobody's business.
std::filesystem::path Profile::folderOf(const domain::ReviewerId &user) const
{
    return home_ / hexEncode(crypto::sha256(asBytes("profile\n" + user.text()))).substr(0, 24);
}

VaultEvent Profile::answer(const VaultFile::Outcome &outcome)
{
    blobs_.reset();
    if (!outcome)
        return ports::VaultRefused{0, outcome.error()};
    if (const auto key = vault_->blobKey())
        blobs_.emplace(*files_, folder_ / "blobs", *key, crypto::systemRandom);
    return *outcome;
}

VaultEvent Profile::openVault(const domain::ReviewerId &user, BytesView password)
{
    choose(user);
    auto opened = vault_->open(user, password);
    const auto made = vault_->keyMadeMs();
    const bool isOld = made && *made > 0 && world_.nowMs && world_.nowMs() - *made > dataKeyAgeMaxMs;
    if (opened && isOld)
        if (const auto renewed = renewDataKey(password); std::holds_alternative<ports::VaultOpened>(renewed))
            return renewed; // else the old one serves until the next time
    return answer(opened);
}

VaultEvent Profile::enrol(const domain::ReviewerId &user, BytesView password)
{
    if (!files_->makeFolder(home_))
        return ports::VaultRefused{0, ports::VaultError::WriteFailed};
    choose(user);
    return answer(vault_->enrol(user, password));
}

// The ledger is written anew first, then the header says that the new one counts, then the old one goes.
VaultFile::Outcome Profile::takeOver(StagedKeys staged)
{
    const auto before = pathsAt(staged.folderBefore);
    const auto after = pathsAt(staged.folderAfter);
    const bool moves = before.folder != after.folder;
    if (moves) {
        const auto done = store::rekeyLedger(before, std::move(staged.ledgerBefore), after,
                                             std::move(staged.ledgerAfter), ledgerWorld());
        if (!done && done.error() != StoreError::Absent)
            return failure(isDamage(done.error()) ? ports::VaultError::Unreadable : ports::VaultError::WriteFailed);
    }
    auto opened = vault_->commit(std::move(staged));
    if (opened && moves)
        store::removeLedger(*files_, before);
    return opened;
}

VaultEvent Profile::recover(const domain::ReviewerId &user, BytesView code, BytesView password)
{
    choose(user);
    const auto with = [&](VaultFile::DataKey key) {
        return vault_->stageRecovery(user, code, password, key).and_then([&](StagedKeys staged) {
            return takeOver(std::move(staged));
        });
    };
    auto recovered = with(VaultFile::DataKey::New);
    // A ledger that cannot be copied is mended or quarantined when it is opened; the person gets in all the same.
    if (!recovered && recovered.error() == ports::VaultError::Unreadable)
        recovered = with(VaultFile::DataKey::Same);
    return answer(recovered);
}

VaultEvent Profile::renewDataKey(BytesView password)
{
    if (!vault_ || ledger_)
        return ports::VaultRefused{0, ports::VaultError::Locked};
    auto renewed =
        vault_->stageRotation(password).and_then([&](StagedKeys staged) { return takeOver(std::move(staged)); });
    return answer(renewed);
}

VaultEvent Profile::beginKeyChange(std::uint64_t request, BytesView password)
{
    const auto offered = vault_ ? vault_->beginKeyChange(password) : failure(ports::VaultError::Locked);
    if (!offered)
        return ports::VaultRefused{request, offered.error()};
    return ports::NewKeyOffered{request, offered->publicKey, offered->vouching};
}

VaultEvent Profile::finishKeyChange(std::uint64_t request)
{
    const auto changed = vault_ ? vault_->finishKeyChange() : failure(ports::VaultError::Locked);
    if (!changed)
        return ports::VaultRefused{request, changed.error()};
    return ports::KeyChanged{request, changed->kid, changed->publicKey};
}

VaultEvent Profile::makeRecoveryCode(std::uint64_t request)
{
    auto made = vault_ ? vault_->makeRecoveryCode() : failure(ports::VaultError::Locked);
    if (!made)
        return ports::VaultRefused{request, made.error()};
    return ports::RecoveryCodeMade{request, std::make_shared<const SecretBytes>(std::move(*made))};
}

VaultEvent Profile::keepRecoveryCode(std::uint64_t request, BytesView lastGroup)
{
    return answerChanged(request, vault_ ? vault_->keepRecoveryCode(lastGroup) : failure(ports::VaultError::Locked));
}

VaultEvent Profile::changePassword(std::uint64_t request, BytesView before, BytesView after)
{
    return answerChanged(request, vault_ ? vault_->changePassword(before, after) : failure(ports::VaultError::Locked));
}

VaultEvent Profile::sign(std::uint64_t request, BytesView password, std::string_view input)
{
    if (!vault_)
        return ports::VaultRefused{request, ports::VaultError::Locked};
    return answerSigned(request, vault_->signWithPassword(password, input));
}

VaultEvent Profile::signCarried(std::uint64_t request, const ports::CarriedWord &word, std::string_view input)
{
    if (!vault_)
        return ports::VaultRefused{request, ports::VaultError::Locked};
    return answerSigned(request, vault_->signCarried(word, input));
}

VaultEvent Profile::proveLink(std::uint64_t request, std::string_view proof)
{
    if (!vault_)
        return ports::VaultRefused{request, ports::VaultError::Locked};
    return answerSigned(request, vault_->signLinkProof(proof));
}

void Profile::keepCard(std::string_view card)
{
    if (vault_)
        static_cast<void>(vault_->keep(card)); // asked for again at the next link
}

void Profile::lock()
{
    vault_.reset();
    blobs_.reset();
}

LedgerEvent Profile::openLedger()
{
    auto keys = vault_ ? vault_->ledgerKeys() : failure(ports::VaultError::Locked);
    if (!keys)
        return ports::LedgerFailed{LedgerError::NotOpen};
    ledger_.reset();
    auto opened = store::SealedLedger::open(pathsAt(vault_->ledgerFolder()), std::move(*keys), ledgerWorld());
    if (!opened)
        return ports::LedgerFailed{errorFor(opened.error())};
    ledger_.emplace(std::move(*opened));
    auto state = ledger_->takeState();
    isOldCopy_ = isBehindHighWater(state.nextSeq);
    state.isQuarantined |= isOldCopy_;
    if (!state.isQuarantined)
        rememberHighWater(state.nextSeq);
    return openedFrom(std::move(state));
}

// A copy of the whole profile from an earlier day agrees with itself; what the keychain remembers is newer (G10). A
// keychain that does not answer says nothing: the vault would not have opened without it.
bool Profile::isBehindHighWater(std::int64_t nextSeq)
{
    const auto name = vault_->highWaterName();
    if (!name || world_.vault.keychain == nullptr)
        return false;
    const auto known = world_.vault.keychain->read(*name);
    if (known.state != ports::KeychainState::Found)
        return false;
    std::int64_t highest = 0;
    const auto text = asText(known.secret.view());
    std::from_chars(text.data(), text.data() + text.size(), highest);
    return highest > nextSeq;
}

void Profile::rememberHighWater(std::int64_t nextSeq)
{
    if (const auto name = vault_ ? vault_->highWaterName() : std::nullopt; name && world_.vault.keychain != nullptr)
        world_.vault.keychain->keepLater(*name, std::to_string(nextSeq));
}

LedgerEvent Profile::append(const ports::SealedDecision &decision)
{
    if (!ledger_)
        return ports::AppendFailed{decision.id, LedgerError::NotOpen};
    if (isOldCopy_)
        return ports::AppendFailed{decision.id, LedgerError::Quarantined};
    const auto done = ledger_->append(toStore(decision));
    if (!done)
        return ports::AppendFailed{decision.id, errorFor(done.error())};
    rememberHighWater(decision.seq + 1);
    return ports::Appended{decision.id};
}

template <class Ask, class Say>
LedgerEvent Profile::withLedger(Ask ask, Say say)
{
    if (!ledger_)
        return ports::LedgerFailed{LedgerError::NotOpen};
    auto done = ask(*ledger_);
    if (!done)
        return ports::LedgerFailed{errorFor(done.error())};
    return say(std::move(*done));
}

LedgerEvent Profile::storeStanding(const domain::DecisionId &id, domain::Standing standing, const std::string &receipt)
{
    return withLedger([&](auto &ledger) { return ledger.storeStanding(id, standing, receipt); },
                      [&](Done) { return ports::StandingStored{id, standing}; });
}

LedgerEvent Profile::storeChanges(const store::QueueRows &rows, std::int64_t position)
{
    return withLedger([&](auto &ledger) { return ledger.storeChanges(rows, position); },
                      [&](Done) { return ports::QueueStored{position}; });
}

LedgerEvent Profile::replaceQueue(const store::QueueRows &rows, std::int64_t position)
{
    return withLedger([&](auto &ledger) { return ledger.replaceQueue(rows, position); },
                      [&](Done) { return ports::QueueStored{position}; });
}

LedgerEvent Profile::storeItem(const domain::ItemId &id, const std::string &canonical)
{
    return withLedger([&](auto &ledger) { return ledger.storeItem(id, canonical); },
                      [&](Done) { return ports::ItemStored{id}; });
}

LedgerEvent Profile::loadItem(const domain::ItemId &id)
{
    std::vector<ports::UnsignedDraft> drafts;
    const auto load = [&](store::SealedLedger &ledger) {
        auto kept = ledger.draftsOf(id);
        if (!kept)
            return Result<std::optional<std::string>, StoreError>(failure(kept.error()));
        for (auto &draft : *kept)
            drafts.push_back({id, std::move(draft.digest), std::move(draft.edited), std::move(draft.place)});
        return ledger.loadItem(id);
    };
    return withLedger(load, [&](std::optional<std::string> canonical) {
        return ports::ItemLoaded{id, std::move(canonical), std::move(drafts)};
    });
}

LedgerEvent Profile::storeDraft(const ports::UnsignedDraft &draft, std::uint64_t ticket)
{
    return withLedger(
        [&](auto &ledger) { return ledger.storeDraft({draft.item, draft.digest, draft.edited, draft.place}); },
        [&](Done) { return ports::DraftStored{draft.item, ticket}; });
}

LedgerEvent Profile::forgetDraft(const domain::ItemId &item, const domain::Digest &digest)
{
    return withLedger([&](auto &ledger) { return ledger.forgetDraft(item, digest); },
                      [&](Done) { return ports::DraftForgotten{item}; });
}

LedgerEvent Profile::storePersonal(const std::string &name, const std::string &value)
{
    return withLedger([&](auto &ledger) { return ledger.storePersonal(name, value); },
                      [&](Done) { return ports::PersonalStored{name}; });
}

LedgerEvent Profile::recordEvents(const domain::TrailId &trail, const store::TrailEntries &entries)
{
    return withLedger([&](auto &ledger) { return ledger.recordEvents(trail, entries); },
                      [&](Done) { return ports::EventsRecorded{entries.back().seq + 1}; });
}

LedgerEvent Profile::loadEvents(std::int64_t from, std::int64_t count)
{
    return withLedger([&](auto &ledger) { return ledger.loadEvents(from, count); },
                      [&](store::TrailEntries entries) {
                          ports::EventsLoaded loaded;
                          for (auto &entry : entries)
                              loaded.entries.push_back({entry.seq, std::move(entry.digest), std::move(entry.bytes)});
                          return loaded;
                      });
}

LedgerEvent Profile::acknowledgeEvents(std::int64_t upTo, const std::string &receipt)
{
    return withLedger([&](auto &ledger) { return ledger.acknowledgeEvents(upTo, receipt); },
                      [&](Done) { return ports::EventsAcknowledged{upTo}; });
}

LedgerEvent Profile::keepCheckpoint(const std::string &checkpoint)
{
    return withLedger([&](auto &ledger) { return ledger.keepCheckpoint(checkpoint); },
                      [&](Done) { return ports::CheckpointKept{checkpoint}; });
}

LedgerEvent Profile::keepEvidence(const std::string &content)
{
    return withLedger([&](auto &ledger) { return ledger.keepEvidence(content); },
                      [](std::string file) { return ports::EvidenceKept{std::move(file)}; });
}

void Profile::closeLedger()
{
    if (ledger_)
        static_cast<void>(ledger_->close()); // what is not tidied now is at the next opening
    ledger_.reset();
}

std::optional<Bytes> Profile::loadBlob(const domain::Digest &digest)
{
    return blobs_ ? blobs_->find(digest) : std::nullopt;
}

void Profile::keepBlob(const domain::Digest &digest, BytesView content)
{
    if (blobs_)
        static_cast<void>(blobs_->put(digest, content));
}

std::optional<domain::DeviceId> deviceAt(const std::filesystem::path &home)
{
    constexpr std::size_t size = 32;
    const auto files = store::systemFiles();
    const auto file = files->makeFolder(home).and_then([&](Done) { return files->open(home / "device"); });
    const auto known = file ? (*file)->readAll() : failure(file.error());
    if (!known)
        return std::nullopt;
    if (known->size() == size && hexDecode(asText(*known)))
        return domain::DeviceId{std::string(asText(*known))};
    std::array<std::uint8_t, size / 2> dice{};
    crypto::systemRandom(dice);
    const auto made = hexEncode(dice);
    const auto written = (*file)
                             ->write(0, asBytes(made))
                             .and_then([&](Done) { return (*file)->truncate(made.size()); })
                             .and_then([&](Done) { return (*file)->sync(); })
                             .and_then([&](Done) { return files->syncFolder(home); });
    return written ? std::optional(domain::DeviceId{made}) : std::nullopt;
}

} // namespace countersign::console
