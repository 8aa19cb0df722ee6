// A day at a desk on a disk that is written down: what was done, what was acknowledged and when, and what a ledger
// that is opened after a loss of power must then hold.
#pragma once

#include "tests/store/profile.hpp"
#include "tests/support/power_loss.hpp"

#include <array>
#include <string_view>

namespace countersign::support
{

// What was true of the ledger when the disk had been asked so many calls.
struct Milestone {
    std::size_t calls = 0;
    std::size_t acknowledged = 0; // decisions that append said Done to
    std::size_t asked = 0;        // and those that it was asked for
    std::size_t confirmed = 0;    // the first so many have a receipt
    std::int64_t position = 0;    // of the queue
};

enum class Verdict {
    Kept,    // everything acknowledged is there, whole, and work goes on
    Behind,  // every unconfirmed decision is there; of what the gateway gives again, something is missing
    Damaged, // the same, and SQLite finds damage where it is asked to look for it
    Noticed, // something is missing or changed, and the ledger says so: it does not open, or is quarantined
    Lost     // something acknowledged is missing or changed, and nobody is told
};

enum class Copy { Database, Spool };

class PowerStory
{
public:
    // What is done: each begins where a profile is as its name says.
    enum class Kind { FirstDay, ManyDecisions, Reopened, BigItems, DamagedDatabase, LostSpool };
    static constexpr std::array kinds{Kind::FirstDay, Kind::ManyDecisions,   Kind::Reopened,
                                      Kind::BigItems, Kind::DamagedDatabase, Kind::LostSpool};

    explicit PowerStory(Kind kind);

    [[nodiscard]] const CrashDisk &disk() const { return *disk_; }
    // What a state of the disk after that many calls comes to. `acknowledgedEarly` claims each decision when it is
    // asked for: a planted mistake. `why` gets a word about what is wrong.
    [[nodiscard]] Verdict judge(DiskImage image, std::size_t position, bool acknowledgedEarly, std::string &why) const;
    // The same where after the loss of power one of the two copies is gone as well: the other one alone must have every
    // decision without a receipt (reliability.md G2).
    [[nodiscard]] Verdict judgeWithout(Copy gone, DiskImage image, std::size_t position, std::string &why) const;

private:
    void live(Kind kind);
    [[nodiscard]] store::SealedLedger open();
    void append(store::SealedLedger &ledger, int count, std::size_t bytes);
    void confirm(store::SealedLedger &ledger, std::size_t count);
    void note();
    void endDay();
    [[nodiscard]] Verdict verdictOn(DiskImage image, std::size_t position, std::size_t promised,
                                    std::string &why) const;
    [[nodiscard]] const Milestone &before(std::size_t position) const;

    Kind kind_;
    std::unique_ptr<CrashDisk> disk_;
    std::vector<store::SealedDecision> decisions_;
    std::vector<Milestone> milestones_;
    Milestone now_;
    audit::ChainHead head_;
};

[[nodiscard]] std::string_view nameOf(PowerStory::Kind kind);

} // namespace countersign::support
