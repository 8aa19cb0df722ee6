// A ledger in memory that keeps the port's law: answers in the order of asking, a chain without gaps, and NotOpen when
// closed. Its disk outlives it, as a real one outlives the process.
#pragma once

#include "core/engine/event.hpp"
#include "core/ports/ledger.hpp"

#include <functional>
#include <map>
#include <optional>

namespace countersign::support
{

using Emit = std::function<void(engine::Event)>;

struct LedgerDisk {
    std::int64_t position = 0;
    bool hasQueue = false;
    std::vector<std::pair<domain::ItemId, std::string>> rows;
    std::vector<ports::StoredDecision> decisions;
    std::map<domain::ItemId, std::string> items;
    bool isQuarantined = false;
    std::vector<ports::UnsignedDraft> drafts; // in the order in which they were kept
    std::map<std::string, std::string> personal;
    domain::TrailId trail;
    std::vector<ports::TrailEntry> events;
    std::int64_t acknowledged = 0;
    std::string checkpoint;
    std::vector<std::string> evidence;
};

class FakeLedger : public ports::Ledger
{
public:
    FakeLedger(LedgerDisk &disk, Emit emit) : disk_(disk), emit_(std::move(emit)) {}

    void open() override;
    void append(ports::SealedDecision decision) override;
    void storeStanding(const domain::DecisionId &id, domain::Standing standing, std::string receipt) override;
    void storeChanges(std::vector<std::pair<domain::ItemId, std::string>> rows, std::int64_t position) override;
    void replaceQueue(std::vector<std::pair<domain::ItemId, std::string>> rows, std::int64_t position) override;
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
    void close() override { isOpen_ = false; }

private:
    [[nodiscard]] domain::Digest head() const;
    [[nodiscard]] bool isRefusing(); // and says so

    LedgerDisk &disk_;
    Emit emit_;
    bool isOpen_ = false;
};

} // namespace countersign::support
