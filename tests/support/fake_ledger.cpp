#include "tests/support/fake_ledger.hpp"

#include "core/audit/jws.hpp"

#include <algorithm>

namespace countersign::support
{

using ports::LedgerEvent;

domain::Digest FakeLedger::head() const
{
    return disk_.decisions.empty() ? domain::Digest{} : audit::jwsDigest(disk_.decisions.back().sealed.jws);
}

void FakeLedger::open()
{
    isOpen_ = true;
    ports::LedgerOpened opened{.position = disk_.position,
                               .hasQueue = disk_.hasQueue,
                               .rows = {},
                               .decisions = disk_.decisions,
                               .nextSeq = static_cast<std::int64_t>(disk_.decisions.size()),
                               .head = head(),
                               .isQuarantined = disk_.isQuarantined,
                               .drafts = {},
                               .personal = disk_.personal,
                               .trail = {disk_.trail, std::ssize(disk_.events), disk_.acknowledged,
                                         disk_.events.empty() ? domain::Digest{} : disk_.events.back().digest},
                               .checkpoint = disk_.checkpoint};
    for (const auto &draft : disk_.drafts)
        opened.drafts[draft.item] |= !draft.edited.empty();
    for (const auto &[id, row] : disk_.rows)
        opened.rows.push_back(row);
    emit_(LedgerEvent(std::move(opened)));
}

void FakeLedger::append(ports::SealedDecision decision)
{
    const auto id = decision.id;
    if (!isOpen_)
        return emit_(LedgerEvent(ports::AppendFailed{id, ports::LedgerError::NotOpen}));
    if (decision.seq != std::ssize(disk_.decisions) || decision.prev != head())
        return emit_(LedgerEvent(ports::AppendFailed{id, ports::LedgerError::Io}));
    std::erase_if(disk_.drafts, [&](const auto &draft) { return draft.item == decision.item; });
    disk_.decisions.push_back({std::move(decision), domain::Standing::Stored, {}});
    emit_(LedgerEvent(ports::Appended{id}));
}

void FakeLedger::storeStanding(const domain::DecisionId &id, domain::Standing standing, std::string receipt)
{
    if (!isOpen_)
        return emit_(LedgerEvent(ports::LedgerFailed{ports::LedgerError::NotOpen}));
    const auto stored = std::ranges::find(disk_.decisions, id, [](const auto &d) { return d.sealed.id; });
    if (stored == disk_.decisions.end())
        return emit_(LedgerEvent(ports::LedgerFailed{ports::LedgerError::Corrupt}));
    stored->standing = standing;
    if (!receipt.empty())
        stored->receipt = std::move(receipt);
    emit_(LedgerEvent(ports::StandingStored{id, standing}));
}

void FakeLedger::storeChanges(std::vector<std::pair<domain::ItemId, std::string>> rows, std::int64_t position)
{
    if (!isOpen_)
        return emit_(LedgerEvent(ports::LedgerFailed{ports::LedgerError::NotOpen}));
    for (auto &row : rows) {
        const auto known = std::ranges::find(disk_.rows, row.first, [](const auto &r) { return r.first; });
        if (known == disk_.rows.end())
            disk_.rows.push_back(std::move(row));
        else
            known->second = std::move(row.second);
    }
    disk_.position = position;
    emit_(LedgerEvent(ports::QueueStored{position}));
}

void FakeLedger::replaceQueue(std::vector<std::pair<domain::ItemId, std::string>> rows, std::int64_t position)
{
    if (!isOpen_)
        return emit_(LedgerEvent(ports::LedgerFailed{ports::LedgerError::NotOpen}));
    disk_.rows = std::move(rows);
    disk_.position = position;
    disk_.hasQueue = true;
    std::erase_if(disk_.drafts, [&](const auto &draft) {
        return std::ranges::find(disk_.rows, draft.item, [](const auto &r) { return r.first; }) == disk_.rows.end();
    });
    emit_(LedgerEvent(ports::QueueStored{position}));
}

void FakeLedger::storeItem(const domain::ItemId &id, std::string canonical)
{
    if (!isOpen_)
        return emit_(LedgerEvent(ports::LedgerFailed{ports::LedgerError::NotOpen}));
    disk_.items[id] = std::move(canonical);
    emit_(LedgerEvent(ports::ItemStored{id}));
}

void FakeLedger::loadItem(const domain::ItemId &id)
{
    if (!isOpen_)
        return emit_(LedgerEvent(ports::LedgerFailed{ports::LedgerError::NotOpen}));
    const auto found = disk_.items.find(id);
    std::vector<ports::UnsignedDraft> drafts;
    std::ranges::copy_if(disk_.drafts, std::back_inserter(drafts), [&](const auto &draft) { return draft.item == id; });
    emit_(LedgerEvent(ports::ItemLoaded{id, found == disk_.items.end() ? std::nullopt : std::optional(found->second),
                                        std::move(drafts)}));
}

void FakeLedger::storeDraft(ports::UnsignedDraft draft, std::uint64_t ticket)
{
    if (!isOpen_)
        return emit_(LedgerEvent(ports::LedgerFailed{ports::LedgerError::NotOpen}));
    const auto item = draft.item;
    std::erase_if(disk_.drafts, [&](const auto &kept) { return kept.item == item && kept.digest == draft.digest; });
    disk_.drafts.push_back(std::move(draft));
    emit_(LedgerEvent(ports::DraftStored{item, ticket}));
}

void FakeLedger::forgetDraft(const domain::ItemId &item, const domain::Digest &digest)
{
    if (!isOpen_)
        return emit_(LedgerEvent(ports::LedgerFailed{ports::LedgerError::NotOpen}));
    std::erase_if(disk_.drafts,
                  [&](const auto &kept) { return kept.item == item && (digest.isEmpty() || kept.digest == digest); });
    emit_(LedgerEvent(ports::DraftForgotten{item}));
}

void FakeLedger::storePersonal(std::string name, std::string value)
{
    if (!isOpen_)
        return emit_(LedgerEvent(ports::LedgerFailed{ports::LedgerError::NotOpen}));
    disk_.personal[name] = std::move(value);
    emit_(LedgerEvent(ports::PersonalStored{std::move(name)}));
}

bool FakeLedger::isRefusing()
{
    if (!isOpen_)
        emit_(LedgerEvent(ports::LedgerFailed{ports::LedgerError::NotOpen}));
    return !isOpen_;
}

void FakeLedger::recordEvents(const domain::TrailId &trail, std::vector<ports::TrailEntry> entries)
{
    if (isRefusing())
        return;
    if ((!disk_.trail.isEmpty() && disk_.trail != trail) || entries.empty()
        || entries.front().seq != std::ssize(disk_.events))
        return emit_(LedgerEvent(ports::LedgerFailed{ports::LedgerError::Io}));
    disk_.trail = trail;
    for (auto &entry : entries)
        disk_.events.push_back(std::move(entry));
    emit_(LedgerEvent(ports::EventsRecorded{std::ssize(disk_.events)}));
}

void FakeLedger::loadEvents(std::int64_t from, std::int64_t count)
{
    if (isRefusing())
        return;
    ports::EventsLoaded loaded;
    for (auto seq = from; seq < std::ssize(disk_.events) && seq < from + count; ++seq)
        loaded.entries.push_back(disk_.events[static_cast<std::size_t>(seq)]);
    emit_(LedgerEvent(std::move(loaded)));
}

void FakeLedger::acknowledgeEvents(std::int64_t upTo, std::string)
{
    if (isRefusing())
        return;
    disk_.acknowledged = std::max(disk_.acknowledged, upTo);
    emit_(LedgerEvent(ports::EventsAcknowledged{upTo}));
}

void FakeLedger::keepCheckpoint(std::string checkpoint)
{
    if (isRefusing())
        return;
    disk_.checkpoint = checkpoint;
    emit_(LedgerEvent(ports::CheckpointKept{std::move(checkpoint)}));
}

void FakeLedger::keepEvidence(std::string content)
{
    if (isRefusing())
        return;
    disk_.evidence.push_back(std::move(content));
    emit_(LedgerEvent(ports::EvidenceKept{"log-fork.json"}));
}

} // namespace countersign::support
