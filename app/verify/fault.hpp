// What is wrong with a package, and where. Rules and places only: nothing of a patient can be in a fault.
#pragma once

#include "core/audit/chain_error.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace countersign::verify
{

enum class FaultRule {
    // The files
    Unreadable,
    NotAFile,
    EntryTwice,
    TooManyEntries,
    Unexpected,
    Missing,
    TooLarge,
    Changed,
    // Manifest and keys
    KeysMalformed,
    ManifestMalformed,
    ManifestUnsigned,
    ManifestKeyUnknown,
    RootKeyDiffers,
    ManifestChanged,
    // Lines
    LineMalformed,
    LineTooLong,
    LineUnfinished,
    LinesMissing,
    // Decisions and receipts
    IndexOutOfOrder,
    ReceiptInvalid,
    ReceiptKeyUnknown,
    ReceiptPlace,
    LogRootDiffers,
    DecisionInvalid,
    DecisionKeyUnknown,
    KeyNotValidThen,
    KeyOfAnother,
    IdsDiffer,
    OtherAudience,
    NonceDiffers,
    EditedDraftDiffers,
    CarriedProofInvalid,
    NotCovered,
    OffTheChain,
    DecisionTwice,
    ItemMissing,
    ItemMalformed,
    PolicyDiffers,
    RenderedMissing,
    RenderedMalformed,
    // What came of them
    SecondDecision,
    AmendsUnknown,
    ReleaseUnfounded,
    ReleaseShort,
    ReleaseTwice,
    OutcomeUnfounded,
    OutcomeTwice,
    // The log of records, checkpoints, audit trails
    CheckpointInvalid,
    CheckpointDiffers,
    RecordMissing,
    RecordDiffers,
    RegistryDiffers,
    TrailBroken,
    ErasedUnfounded,
    // Totals
    CountDiffers,
};

struct Fault {
    FaultRule rule;
    std::string file;
    std::int64_t line = 0; // from 1; 0: the file as a whole
    std::optional<audit::ChainError> cause = {};
    bool operator==(const Fault &) const = default;
};

// Stable name, as --json prints it: "receipt-invalid".
[[nodiscard]] std::string_view ruleText(FaultRule rule);
// One plain sentence without the place.
[[nodiscard]] std::string sentence(const Fault &fault);

// Collects faults up to a limit and counts no further: a package with so many is as wrong as can be.
class FaultList
{
public:
    explicit FaultList(std::size_t max) : max_(max) {}

    void add(Fault fault)
    {
        if (!isFull())
            faults_.push_back(std::move(fault));
    }
    [[nodiscard]] bool isFull() const { return faults_.size() >= max_; }
    [[nodiscard]] std::size_t size() const { return faults_.size(); }
    [[nodiscard]] std::vector<Fault> take() { return std::move(faults_); }

private:
    std::size_t max_;
    std::vector<Fault> faults_;
};

} // namespace countersign::verify
