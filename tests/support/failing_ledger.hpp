// A ledger whose next append or standing fails: before anything was written, or after everything was, when only
// the answer is lost.
#pragma once

#include "tests/support/fake_ledger.hpp"

namespace countersign::support
{

class FailingLedger : public ports::Ledger
{
public:
    enum class Moment { Never, BeforeWriting, AfterWriting };

    FailingLedger(LedgerDisk &disk, Emit emit)
        : emit_(std::move(emit)), inner_(disk, [this](engine::Event event) { pass(std::move(event)); })
    {
    }

    Moment appendFails = Moment::Never; // once
    bool standingFails = false;         // once
    bool draftFails = false;            // once
    bool eventsFail = false;            // once
    bool openFails = false;             // as long as it is true
    ports::LedgerError error = ports::LedgerError::Io;
    int appends = 0;

    void open() override
    {
        if (openFails)
            return emit_(ports::LedgerEvent(ports::LedgerFailed{error}));
        inner_.open();
    }
    void append(ports::SealedDecision decision) override
    {
        ++appends;
        if (appendFails == Moment::BeforeWriting) {
            appendFails = Moment::Never;
            return emit_(ports::LedgerEvent(ports::AppendFailed{decision.id, error}));
        }
        inner_.append(std::move(decision));
    }
    void storeStanding(const domain::DecisionId &id, domain::Standing standing, std::string receipt) override
    {
        if (std::exchange(standingFails, false))
            return emit_(ports::LedgerEvent(ports::LedgerFailed{error}));
        inner_.storeStanding(id, standing, std::move(receipt));
    }
    void storeChanges(std::vector<std::pair<domain::ItemId, std::string>> rows, std::int64_t position) override
    {
        inner_.storeChanges(std::move(rows), position);
    }
    void replaceQueue(std::vector<std::pair<domain::ItemId, std::string>> rows, std::int64_t position) override
    {
        inner_.replaceQueue(std::move(rows), position);
    }
    void storeItem(const domain::ItemId &id, std::string canonical) override
    {
        inner_.storeItem(id, std::move(canonical));
    }
    void loadItem(const domain::ItemId &id) override { inner_.loadItem(id); }
    void storeDraft(ports::UnsignedDraft draft, std::uint64_t ticket) override
    {
        if (std::exchange(draftFails, false))
            return emit_(ports::LedgerEvent(ports::LedgerFailed{error}));
        inner_.storeDraft(std::move(draft), ticket);
    }
    void forgetDraft(const domain::ItemId &item, const domain::Digest &digest) override
    {
        inner_.forgetDraft(item, digest);
    }
    void storePersonal(std::string name, std::string value) override
    {
        inner_.storePersonal(std::move(name), std::move(value));
    }
    void recordEvents(const domain::TrailId &trail, std::vector<ports::TrailEntry> entries) override
    {
        if (std::exchange(eventsFail, false))
            return emit_(ports::LedgerEvent(ports::LedgerFailed{error}));
        inner_.recordEvents(trail, std::move(entries));
    }
    void loadEvents(std::int64_t from, std::int64_t count) override { inner_.loadEvents(from, count); }
    void acknowledgeEvents(std::int64_t upTo, std::string receipt) override
    {
        inner_.acknowledgeEvents(upTo, std::move(receipt));
    }
    void keepCheckpoint(std::string checkpoint) override { inner_.keepCheckpoint(std::move(checkpoint)); }
    void keepEvidence(std::string content) override { inner_.keepEvidence(std::move(content)); }
    void close() override { inner_.close(); }

private:
    void pass(engine::Event event)
    {
        const auto *ledger = std::get_if<ports::LedgerEvent>(&event);
        const auto *appended = ledger ? std::get_if<ports::Appended>(ledger) : nullptr;
        if (appended && appendFails == Moment::AfterWriting) {
            appendFails = Moment::Never;
            return emit_(ports::LedgerEvent(ports::AppendFailed{appended->id, error}));
        }
        emit_(std::move(event));
    }

    Emit emit_;
    FakeLedger inner_;
};

} // namespace countersign::support
