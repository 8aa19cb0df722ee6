#include "tests/store/power_story.hpp"

#include <algorithm>
#include <array>

namespace countersign::support
{
namespace
{

using namespace store;

ProfilePaths paths()
{
    return {.folder = "/profile", .device = domain::DeviceId("desk-1")};
}

Result<SealedLedger, StoreError> openOn(const CrashDisk &disk)
{
    return SealedLedger::open(paths(), ledgerKeys(),
                              {.files = &disk.files(), .fillRandom = fillNonce, .vfs = disk.vfs()});
}

// "" or which decision is missing.
std::string lossIn(const LedgerState &state, const Milestone &milestone, std::size_t promised,
                   const std::vector<SealedDecision> &decisions, bool isBuiltAnew)
{
    // A database built anew has no more of the confirmed ones than the spool.
    const std::size_t first = state.decisions.empty() ? 0 : static_cast<std::size_t>(state.decisions[0].sealed.seq);
    if (first > 0 && (first > milestone.confirmed || !isBuiltAnew))
        return "it begins with decision " + std::to_string(first);
    const std::size_t end = first + state.decisions.size();
    if (end < promised)
        return std::to_string(end) + " decisions of " + std::to_string(promised);
    if (end > milestone.asked)
        return "a decision that nobody asked for";
    for (const StoredDecision &decision : state.decisions)
        if (decision.sealed != decisions[static_cast<std::size_t>(decision.sealed.seq)])
            return "decision " + decision.sealed.id.text() + " is another one";
    return {};
}

// "" or what the gateway must be asked for again.
std::string lagOf(const LedgerState &state, const Milestone &milestone)
{
    const auto confirmed = std::ranges::count_if(state.decisions, [](const StoredDecision &decision) {
        return decision.standing == domain::Standing::Confirmed && !decision.receipt.empty();
    });
    if (confirmed < static_cast<std::ptrdiff_t>(milestone.confirmed))
        return std::to_string(confirmed) + " receipts of " + std::to_string(milestone.confirmed);
    return state.position < milestone.position ? "an older queue" : "";
}

// Work goes on, and what SQLite and SQLCipher can find of damage is not there.
std::string trouble(SealedLedger &ledger, const LedgerState &state, const CrashDisk &disk)
{
    if (!ledger.append(decisionAfter(headOf(state), "afterwards")))
        return "the next decision is refused";
    if (!ledger.close())
        return "it does not close";
    auto keys = ledgerKeys();
    auto database =
        Database::open(paths().database(), {.key = std::move(keys.databaseKey), .salt = std::move(keys.databaseSalt)},
                       OpenMode::MustExist, disk.vfs());
    return database && database->checkIntegrity() ? "" : "the database is damaged";
}

} // namespace

std::string_view nameOf(PowerStory::Kind kind)
{
    constexpr std::array<std::string_view, PowerStory::kinds.size()> names{
        "first day", "many decisions", "reopened", "big items", "damaged database", "lost spool"};
    return names[static_cast<std::size_t>(kind)];
}

PowerStory::PowerStory(Kind kind) : kind_(kind), disk_(std::make_unique<CrashDisk>())
{
    live(kind);
}

void PowerStory::note()
{
    now_.calls = disk_->calls().size();
    milestones_.push_back(now_);
}

SealedLedger PowerStory::open()
{
    auto ledger = std::move(openOn(*disk_).value());
    note();
    return ledger;
}

void PowerStory::append(SealedLedger &ledger, int count, std::size_t bytes)
{
    for (int i = 0; i < count; ++i) {
        decisions_.push_back(decisionAfter(head_, "d-" + std::to_string(decisions_.size()), bytes));
        now_.asked = decisions_.size();
        note();
        ledger.append(decisions_.back()).value();
        head_ = headAfter(decisions_.back());
        now_.acknowledged = decisions_.size();
        note();
    }
}

void PowerStory::confirm(SealedLedger &ledger, std::size_t count)
{
    for (; count > 0; --count) {
        ledger.storeStanding(decisions_[now_.confirmed].id, domain::Standing::Confirmed, "receipt").value();
        ++now_.confirmed;
        note();
    }
}

// The disk has all of it; what is done from here on is written down anew.
void PowerStory::endDay()
{
    disk_ = std::make_unique<CrashDisk>(disk_->now());
    milestones_.clear();
    note();
}

void PowerStory::live(Kind kind)
{
    note();
    if (kind != Kind::FirstDay) {
        auto ledger = open();
        append(ledger, 5, 600);
        confirm(ledger, 2);
        ledger.tidy().value();
        append(ledger, 3, 900);
    }
    if (kind == Kind::DamagedDatabase || kind == Kind::LostSpool) {
        DiskImage image = disk_->now();
        if (kind == Kind::LostSpool)
            image.erase(paths().spool().string());
        else
            image[paths().database().string()][5000] ^= 1;
        disk_ = std::make_unique<CrashDisk>(std::move(image));
        milestones_.clear();
        if (kind == Kind::DamagedDatabase)
            now_.confirmed = 0; // a receipt is the gateway's to give again
        note();
    } else if (kind != Kind::FirstDay) {
        endDay();
    }
    auto ledger = open();
    const std::size_t bytes = kind == Kind::BigItems ? 60000 : 700;
    append(ledger, kind == Kind::ManyDecisions ? 24 : 4, bytes);
    ledger.replaceQueue({{domain::ItemId("a"), std::string(bytes, 'a')}, {domain::ItemId("b"), "row"}}, 3).value();
    now_.position = 3;
    note();
    confirm(ledger, 2);
    for (int i = 0; i < (kind == Kind::BigItems ? 40 : 2); ++i)
        ledger.storeItem(domain::ItemId("item-" + std::to_string(i)), std::string(bytes, 'i')).value();
    ledger.tidy().value();
    append(ledger, 3, bytes);
    ledger.storeChanges({{domain::ItemId("b"), "row 2"}}, 4).value();
    now_.position = 4;
    note();
    if (kind == Kind::Reopened) {
        ledger.close().value();
        auto again = open();
        append(again, 2, bytes);
        again.close().value();
    }
}

const Milestone &PowerStory::before(std::size_t position) const
{
    const auto later =
        std::ranges::upper_bound(milestones_, position, {}, [](const Milestone &milestone) { return milestone.calls; });
    return *std::prev(later);
}

Verdict PowerStory::judge(DiskImage image, std::size_t position, bool acknowledgedEarly, std::string &why) const
{
    const Milestone &milestone = before(position);
    const std::size_t promised = acknowledgedEarly ? milestone.asked : milestone.acknowledged;
    return verdictOn(std::move(image), position, promised, why);
}

Verdict PowerStory::judgeWithout(Copy gone, DiskImage image, std::size_t position, std::string &why) const
{
    // One copy was lost before these begin; losing the other as well is beyond the promise.
    if (kind_ == Kind::LostSpool || kind_ == Kind::DamagedDatabase)
        return Verdict::Kept;
    const std::string name = (gone == Copy::Database ? paths().database() : paths().spool()).string();
    // The log and the index of a database go with it.
    std::erase_if(image, [&](const auto &file) { return file.first.starts_with(name); });
    const Verdict verdict = verdictOn(std::move(image), position, before(position).acknowledged, why);
    if (!why.empty())
        why += gone == Copy::Database ? " (without the database)" : " (without the spool)";
    return verdict;
}

Verdict PowerStory::verdictOn(DiskImage image, std::size_t position, std::size_t promised, std::string &why) const
{
    const bool hasDatabase = image.contains(paths().database().string());
    const CrashDisk disk(std::move(image));
    auto ledger = openOn(disk);
    if (!ledger) {
        why = "does not open: " + std::to_string(static_cast<int>(ledger.error()));
        return Verdict::Noticed;
    }
    const LedgerState state = ledger->takeState();
    if (state.isQuarantined) {
        why = "quarantined";
        return Verdict::Noticed;
    }
    const Milestone &milestone = before(position);
    why = lossIn(state, milestone, promised, decisions_, state.repairs.databaseMovedAside || !hasDatabase);
    if (!why.empty())
        return Verdict::Lost;
    if (position % 8 == 0)
        why = trouble(*ledger, state, disk);
    if (!why.empty())
        return Verdict::Damaged;
    why = lagOf(state, milestone);
    return why.empty() ? Verdict::Kept : Verdict::Behind;
}

} // namespace countersign::support
