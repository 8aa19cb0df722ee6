// The sealed form of what the spool holds. A record: length of the rest, kind, seq, prev, nonce, sealed body; kind, seq
// and prev stay in the clear and are bound, with the device, as associated data. Pure but for the nonce; any thread.
#pragma once

#include "core/audit/chain.hpp"
#include "core/base/secret.hpp"
#include "core/store/ledger_types.hpp"

#include <optional>
#include <vector>

namespace countersign::store
{

// What a spool was found to hold: where it begins, and the decisions from there on.
struct SpoolContents {
    enum class State {
        Absent,
        Whole,
        Torn,      // whole but for a last record that was being written
        Damaged,   // whole up to a place, and more comes after it
        Unreadable // not even its beginning is authentic under this key
    };
    State state = State::Absent;
    audit::ChainHead base;
    std::vector<SealedDecision> decisions;

    // The beginning is authentic.
    [[nodiscard]] bool isReadable() const { return state != State::Absent && state != State::Unreadable; }
};

class SpoolRecords
{
public:
    SpoolRecords(SecretBytes key, domain::DeviceId device, std::function<void(std::span<std::uint8_t>)> fillRandom);

    // The first record: everything before this place of the chain has a verified receipt.
    [[nodiscard]] Bytes sealBase(const audit::ChainHead &base) const;
    [[nodiscard]] Bytes sealDecision(const SealedDecision &decision) const;

    [[nodiscard]] SpoolContents read(BytesView file) const;

private:
    struct Record;
    [[nodiscard]] Bytes seal(std::uint8_t kind, const audit::ChainHead &before, BytesView body) const;
    [[nodiscard]] std::optional<Record> open(BytesView record) const;
    // False where the record is none of ours or does not follow.
    [[nodiscard]] bool accept(BytesView record, SpoolContents &contents, audit::ChainHead &end) const;

    SecretBytes key_;
    domain::DeviceId device_;
    std::function<void(std::span<std::uint8_t>)> fillRandom_;
};

} // namespace countersign::store
