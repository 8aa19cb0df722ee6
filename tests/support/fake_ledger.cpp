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
                               .isQuarantined = disk_.isQuarantined};
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
    emit_(LedgerEvent(ports::ItemLoaded{id, found == disk_.items.end() ? std::nullopt : std::optional(found->second)}));
}

} // namespace countersign::support
